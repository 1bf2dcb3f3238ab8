//! `changes`: what the imports since some point have changed, and by which rows.

use crate::cli::books::evaluator::Evaluator;
use crate::cli::books::read::JudgedBooks;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::dates::known;
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::domain::Message;
use crate::journal::{Journal, JournalError, KnownAt};
use crate::policy::Policy;
use crate::report::{CompareOptions, ComparedSide, Records, compare, comparison_listing};
use anyhow::Result;

#[derive(clap::Args)]
pub struct ChangesArgs {
    // How many values it takes is said here because the help asks for it before clap has worked it out.
    #[arg(long, num_args = 1, value_name = "KNOWN", value_parser = known)]
    since: KnownAt,
}

/// Compares the books known then with those known now, at the same as-of day and by the same policy.
pub fn changes(args: &ChangesArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    let workspace = context.workspace()?;
    let mut journal = Journal::open(&workspace.journal_file(), context.patience())?;
    let policy = context.policy(&workspace)?;
    let (then, assessment) = Evaluator::of(context, &policy).known_at(&mut journal, args.since)?;
    // Before it is read by, for then it is kept.
    let is_other = policy_changed(&journal, args.since, &policy)?;
    let read = JudgedBooks::of(context, None)?;
    let after = ComparedSide { assessment: &read.assessment, books: &read.books, policy: &read.policy };
    let comparison =
        compare(ComparedSide { assessment: &assessment, books: &then, ..after }, after, CompareOptions::Rows);
    let since = match args.since {
        KnownAt::Batch(batch) => Message::new("report-changes-batch").show("batch", batch),
        KnownAt::Moment(at) => Message::new("report-changes-moment").show("at", at.format("%Y-%m-%d %H:%M:%S")),
    };
    let title = Message::new("report-changes-title").with("since", since).show("as_of", context.as_of());
    let listing = |medium, context: &CommandContext| {
        let mut listing = comparison_listing(&comparison, &title, medium, &read.presenter(context));
        listing.notes.extend(is_other.then(|| context.texts.get("cli-changes-policy")));
        listing
    };
    present(context, &Answer::listing(|_| Records::one(&comparison), listing))?;
    Ok(CommandOutcome::Done)
}

/// Whether the policy has become another one since; what that changed is not among what the rows changed.
fn policy_changed(journal: &Journal, since: KnownAt, policy: &Policy) -> Result<bool, JournalError> {
    let then = match since {
        KnownAt::Moment(at) => Some(at),
        KnownAt::Batch(batch) => journal.batches()?.into_iter().find(|known| known.id == batch).map(|known| known.at),
    };
    let known = journal.policy_known_since(&policy.digest())?;
    Ok(then.is_some_and(|then| known.is_none_or(|known| known > then)))
}
