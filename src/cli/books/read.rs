//! The books as they are read and judged for a command.

use crate::cli::books::evaluator::Evaluator;
use crate::cli::context::command::CommandContext;
use crate::cli::context::command::CommandOutcome;
use crate::cli::context::fault::ReadableError;
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::domain::{Books, Message, Phone, StaffId};
use crate::ingest::StaffFinder;
use crate::journal::ListedTask;
use crate::policy::{Assessment, Policy, Task};
use crate::report::{Listing, Medium, Presenter, Records};
use anyhow::Result;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::HashMap;

/// The books of the workspace, and what its policy makes of them.
pub struct JudgedBooks {
    pub policy: Policy,
    pub books: Books,
    pub assessment: Assessment,
}

impl JudgedBooks {
    /// Reads them at the as-of day, for the call list of that day or the next.
    pub fn of(context: &mut CommandContext, on: Option<NaiveDate>) -> Result<JudgedBooks> {
        JudgedBooks::by(context, on, Policy::clone)
    }

    /// The same, judged by the policy made of the house's.
    pub fn by(
        context: &mut CommandContext,
        on: Option<NaiveDate>,
        made: impl Fn(&Policy) -> Policy,
    ) -> Result<JudgedBooks> {
        context.refuse_far(on)?;
        let workspace = context.workspace()?;
        let policy = context.policy(&workspace)?;
        let journal = context.journal(&workspace)?;
        context.working(&Message::new("cli-progress-reading"));
        let known = journal.known()?;
        context.stamp_with(&policy, known.digest, known.batch)?;
        context.keep_policy(&policy, journal, &workspace);
        let books = known.books;
        if books.entries.is_empty() {
            context.note(&Message::new("cli-nothing-imported"));
        }
        context.working(&Message::new("cli-progress-judging"));
        let policy = made(&policy);
        let assessment = Evaluator::of(context, &policy).for_list(on).assess(&books);
        Ok(JudgedBooks { policy, books, assessment })
    }

    /// Who judges other books as these were judged, or these by another policy.
    pub fn evaluator<'p>(&self, policy: &'p Policy) -> Evaluator<'p> {
        Evaluator::again(self.assessment.reading, policy)
    }

    /// The member of staff somebody asked for, named as in a ledger, or by number and name as lists show them.
    pub fn staff(&self, asked: Option<&str>) -> Result<Option<StaffId>> {
        let mut roster = StaffFinder::default();
        self.assessment.roster.values().for_each(|row| roster.add(row));
        let shown = |asked: &str| {
            let (number, name) = asked.trim().split_once(char::is_whitespace)?;
            let id = roster.numbered(number)?;
            self.assessment.roster.get(&id).filter(|row| row.name == name.trim()).map(|_| id)
        };
        let resolve = |asked: &str| shown(asked).map_or_else(|| roster.resolve(asked).map_err(ReadableError::new), Ok);
        Ok(asked.map(resolve).transpose()?)
    }

    /// What presents these books to people: the language's words, the policy's names and the roster's.
    pub fn presenter<'a>(&'a self, context: &'a CommandContext) -> Presenter<'a> {
        Presenter {
            texts: &context.texts,
            policy: &self.policy,
            roster: &self.assessment.roster,
            reveal: context.global.reveal,
            masks: &context.masks,
        }
    }

    /// Keeps the numbers of the tasks on the list (回访单号) with whose they are, for rows that come back with them.
    pub fn give_out(&self, context: &mut CommandContext) {
        if context.is_retold() {
            return;
        }
        let households: HashMap<&Phone, &Vec<Phone>> =
            self.assessment.households.iter().map(|household| (&household.key, &household.members)).collect();
        let given = |task: &Task| ListedTask {
            task: task.id.clone(),
            phone: task.phone.clone(),
            customer: task.customer.clone(),
            members: households.get(&task.household).map_or_else(Vec::new, |members| (*members).clone()),
        };
        let tasks: Vec<ListedTask> = self.assessment.tasks.iter().map(given).collect();
        if let Ok(journal) = context.workspace().and_then(|workspace| context.journal(&workspace)) {
            journal.give_out_if_free(&tasks, context.env.now);
        }
    }

    /// Gives the report out in the format asked for.
    pub fn give<R: Serialize>(
        &self,
        context: &mut CommandContext,
        rows: &[R],
        listing: impl Fn(Medium, &Presenter<'_>) -> Listing,
    ) -> Result<CommandOutcome> {
        let listing = |medium, context: &CommandContext| listing(medium, &self.presenter(context));
        present(context, &Answer::listing(|_| Records::rows(rows), listing))?;
        Ok(CommandOutcome::Done)
    }

    /// The same, of rows in which something is said already.
    pub fn tell<R: Serialize>(
        &self,
        context: &mut CommandContext,
        rows: impl Fn(&Presenter<'_>) -> Vec<R>,
        listing: impl Fn(Medium, &Presenter<'_>) -> Listing,
    ) -> Result<CommandOutcome> {
        let records = |context: &CommandContext| Records::rows(&rows(&self.presenter(context)));
        let listing = |medium, context: &CommandContext| listing(medium, &self.presenter(context));
        present(context, &Answer::listing(records, listing))?;
        Ok(CommandOutcome::Done)
    }
}
