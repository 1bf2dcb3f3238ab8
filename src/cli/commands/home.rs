//! `huifang` alone: how things stand, and what to do next.

use crate::cli::books::read::JudgedBooks;
use crate::cli::commands::import::commands;
use crate::cli::commands::status::ledgers;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::shell::quoted;
use crate::cli::context::workspace::Workspace;
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::domain::{Kind, Message};
use crate::journal::HeldFile;
use crate::policy::{Policy, Urgency};
use crate::render::{self, Format};
use crate::report::{
    HeldChoice, LastNight, LedgerStatus, NextStep, Records, ToTheMinute, TomorrowCounts, WorkspaceState, due,
    home_listing,
};
use anyhow::Result;
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A night's ledgers come in a day late.
const USUAL: Days = Days::new(1);
/// So many files that are held are told how to settle.
const SETTLED: usize = 3;

/// Says how things stand here, or how to begin.
pub fn home(context: &mut CommandContext) -> Result<CommandOutcome> {
    match context.workspace_if_any()? {
        Some(workspace) => standing(&workspace, context),
        None => {
            let below = below(context).map(|folder| {
                Message::new("cli-home-below")
                    .with("folder", folder.as_str())
                    .with("command", quoted(Path::new(&folder)))
            });
            let none = context.texts.say(&Message::new("cli-home-none"));
            let text = below.map(|below| context.texts.say(&below)).into_iter().chain([none]);
            let text = text.map(|text| format!("{text}\n")).collect::<String>();
            let said = if context.format()? == Format::Json {
                render::json_object(&None::<WorkspaceState>)?
            } else {
                text.into()
            };
            context.show(&said)?;
            Ok(CommandOutcome::Done)
        }
    }
}

/// A workspace in a folder of this one, by its name; the first of several.
fn below(context: &CommandContext) -> Option<String> {
    let folders = std::fs::read_dir(context.path(Path::new("."))).ok()?.flatten().map(|entry| entry.path());
    folders.filter(|folder| Workspace::is_one(folder)).map(|folder| name(&folder.to_string_lossy())).min()
}

fn standing(workspace: &Workspace, context: &mut CommandContext) -> Result<CommandOutcome> {
    let journal = context.journal(workspace)?;
    let outstanding = journal.outstanding()?;
    let rejects: BTreeSet<&str> = outstanding.iter().map(|noted| noted.row.written.as_str()).collect();
    let held = journal.held()?;
    let last = journal.batches()?.into_iter().rfind(|batch| batch.reverted.is_none());
    let mut standing = WorkspaceState {
        name: workspace.name()?,
        workspace: workspace.root().display().to_string(),
        as_of: context.as_of(),
        last_batch: last.map(|batch| LastNight { batch: batch.id, at: ToTheMinute(batch.at), added: batch.added }),
        inbox: not_held(workspace, &held)?,
        held: held.iter().map(|held| name(&held.path)).collect(),
        settle: held.iter().take(SETTLED).map(|held| settle(held, context)).collect(),
        rejects: rejects.into_iter().map(str::to_owned).collect(),
        rejected: outstanding.len(),
        behind: Vec::new(),
        judged: false,
        tomorrow: None,
        next: String::new(),
    };
    if standing.last_batch.is_some() {
        let read = JudgedBooks::of(context, None)?;
        let judged = judged(ledgers(&read.books, context.as_of()), &read.policy);
        standing.judged = !judged.is_empty();
        standing.behind = behind(judged, context.as_of());
        let rows = due(&read.assessment, &read.books, None);
        let of = |status: Urgency| rows.iter().filter(|row| row.status == status).count();
        standing.tomorrow = Some(TomorrowCounts {
            day: read.assessment.reading.on,
            overdue: of(Urgency::Overdue),
            due: of(Urgency::Due),
            upcoming: of(Urgency::Upcoming),
        });
        // It says where to look; what is looked at has its stamp.
        context.stamp = None;
    }
    let next = next(&standing);
    standing.next = call(next.command(), context);
    let all = call("--help", context);
    let listing = |_, context: &CommandContext| home_listing(&standing, next, &all, &context.texts);
    present(context, &Answer::listing(|_| Records::one(&standing), listing))?;
    Ok(CommandOutcome::Done)
}

/// What waits in the inbox for the next night; what is held would only be held again.
fn not_held(workspace: &Workspace, held: &[HeldFile]) -> Result<Vec<String>> {
    let place = |path: PathBuf| path.canonicalize().unwrap_or(path);
    let held: BTreeSet<PathBuf> = held.iter().map(|held| place(PathBuf::from(&held.path))).collect();
    let mut waiting = workspace.waiting()?;
    waiting.retain(|file| !held.contains(&place(workspace.inbox().join(file))));
    Ok(waiting)
}

fn settle(held: &HeldFile, context: &CommandContext) -> HeldChoice {
    let (replace, add) = commands(Path::new(&held.path), context);
    HeldChoice { replace, add }
}

/// A file's name without its folders.
fn name(path: &str) -> String {
    Path::new(path).file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}

/// The ledgers that somebody is judged by and that reach some day.
fn judged(ledgers: Vec<LedgerStatus>, policy: &Policy) -> Vec<LedgerStatus> {
    let kinds: BTreeSet<Kind> = policy.obligations.iter().map(|obligation| obligation.evidence.query.ledger).collect();
    ledgers.into_iter().filter(|row| kinds.contains(&row.ledger) && row.covered.is_some()).collect()
}

/// Those of them that are not kept up.
fn behind(judged: Vec<LedgerStatus>, as_of: NaiveDate) -> Vec<LedgerStatus> {
    let usual = as_of.checked_sub_days(USUAL).unwrap_or(as_of);
    judged.into_iter().filter(|row| row.covered.is_some_and(|day| day < usual)).collect()
}

/// What comes next.
fn next(standing: &WorkspaceState) -> NextStep {
    match (&standing.last_batch, standing.inbox.is_empty()) {
        (_, false) => NextStep::TakeIn,
        (_, true) if !standing.held.is_empty() => NextStep::Settle,
        (_, true) if standing.rejected > 0 => NextStep::Correct,
        (None, true) => NextStep::Begin,
        (Some(_), true) if !standing.behind.is_empty() => NextStep::CatchUp,
        (Some(_), true) => NextStep::Call,
    }
}

/// A command as it can be typed after this one.
fn call(command: &str, context: &CommandContext) -> String {
    match &context.global.workspace {
        Some(folder) => format!("huifang -C {} {command}", quoted(folder)),
        None => format!("huifang {command}"),
    }
}
