//! `changes`: what the imports since some point have changed, and by which rows.

use crate::cli::books::read::Read;
use crate::cli::context::dates::known;
use crate::cli::context::desk::{Desk, Outcome};
use crate::cli::output::present::present;
use crate::domain::{Books, Message};
use crate::journal::{Journal, JournalError, Known};
use crate::policy::{Policy, assess};
use crate::render;
use crate::report::{Asked, Side, compare, comparison_listing};
use anyhow::Result;

#[derive(clap::Args)]
pub struct ChangesArgs {
    // How many values it takes is said here because the help asks for it before clap has worked it out.
    #[arg(long, num_args = 1, value_name = "KNOWN", value_parser = known)]
    since: Known,
}

/// Compares the books known then with those known now, at the same as-of day and by the same policy.
pub fn changes(args: &ChangesArgs, desk: &mut Desk) -> Result<Outcome> {
    let workspace = desk.workspace()?;
    let mut journal = Journal::open(&workspace.journal_file(), desk.patience())?;
    let then = books_then(&mut journal, args.since)?;
    // Before it is read by, for then it is kept.
    let is_other = policy_changed(&journal, args.since, &desk.policy(&workspace)?)?;
    let read = Read::of(desk, None)?;
    let assessment = assess(&then, &read.policy, read.assessment.reading);
    let after = Side { assessment: &read.assessment, books: &read.books, policy: &read.policy };
    let comparison = compare(Side { assessment: &assessment, books: &then, ..after }, after, Asked::Rows);
    let since = match args.since {
        Known::Batch(batch) => Message::new("report-changes-batch").show("batch", batch),
        Known::Moment(at) => Message::new("report-changes-moment").show("at", at.format("%Y-%m-%d %H:%M:%S")),
    };
    let title = Message::new("report-changes-title").with("since", since).show("as_of", desk.as_of());
    let json = |_: &Desk| Ok(render::json_object(&comparison)?);
    present(desk, json, |medium, desk| {
        let mut listing = comparison_listing(&comparison, &title, medium, &read.speaker(desk));
        listing.notes.extend(is_other.then(|| desk.texts.get("cli-changes-policy")));
        listing
    })?;
    Ok(Outcome::Done)
}

/// Whether the policy has become another one since; what that changed is not among what the rows changed.
fn policy_changed(journal: &Journal, since: Known, policy: &Policy) -> Result<bool, JournalError> {
    let then = match since {
        Known::Moment(at) => Some(at),
        Known::Batch(batch) => journal.batches()?.into_iter().find(|known| known.id == batch).map(|known| known.at),
    };
    let known = journal.policy_known_since(&policy.digest())?;
    Ok(then.is_some_and(|then| known.is_none_or(|known| known > then)))
}

/// The books known then; before anything was imported, and after batch 0, there were none.
fn books_then(journal: &mut Journal, since: Known) -> Result<Books, JournalError> {
    match (since, journal.books_at(since)) {
        (Known::Batch(0), _) | (_, Err(JournalError::BeforeFirst { .. })) => Ok(Books::default()),
        (_, books) => books,
    }
}
