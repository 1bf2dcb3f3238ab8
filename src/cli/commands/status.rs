//! `status`: what is in the books, up to when they are complete, what waits in the inbox.

use crate::cli::books::rejected::by_file;
use crate::cli::commands::import::commands;
use crate::cli::commands::strays::strays;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::domain::{Books, Kind, Moment, StaffId};
use crate::journal::HeldFile;
use crate::policy::{Coverage, Roster};
use crate::report::{HeldFileRow, LastBatch, LedgerStatus, Records, Timestamp, WorkspaceStatus, status_listing};
use anyhow::Result;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::path::Path;

/// `status`: how far each ledger is kept, what is rejected and held, and the last batch.
pub fn status(context: &mut CommandContext) -> Result<CommandOutcome> {
    let workspace = context.workspace()?;
    let journal = context.journal(&workspace)?;
    let live = journal.batches()?.into_iter().rfind(|batch| batch.reverted.is_none());
    let status = WorkspaceStatus {
        workspace: workspace.root().display().to_string(),
        preset: workspace.settings()?.preset,
        as_of: context.as_of(),
        last_batch: live.map(|batch| LastBatch { batch: batch.id, at: Timestamp(batch.at), added: batch.added }),
        journal: journal.digest()?,
        ledgers: ledgers(&journal.books()?, context.as_of()),
        inbox: workspace.waiting()?,
        held: journal.held()?.into_iter().map(|held| held_file(held, context)).collect(),
        rejected: by_file(&journal.outstanding()?),
    };
    let listing = |medium, context: &CommandContext| status_listing(&status, medium, &context.texts);
    present(context, &Answer::listing(|_| Records::one(&status), listing))?;
    Ok(CommandOutcome::Done)
}

fn held_file(held: HeldFile, context: &CommandContext) -> HeldFileRow {
    let HeldFile { path, at, there, gone, twins, .. } = held;
    let (replace, add) = commands(Path::new(&path), context);
    HeldFileRow { path, since: Timestamp(at), there, gone, twins, replace, add }
}

/// The rows of each ledger by department, and up to when it is complete there.
pub fn ledgers(books: &Books, as_of: NaiveDate) -> Vec<LedgerStatus> {
    let roster = Roster::of(books);
    let strays = strays(books);
    // Rows are copied only where one strays.
    let kept = (!strays.is_empty()).then(|| {
        let kept = books.entries.iter().filter(|entry| !strays.contains(&entry.seq)).cloned();
        Books { entries: kept.collect(), ..books.clone() }
    });
    let coverage = Coverage::of(kept.as_ref().unwrap_or(books), &roster, as_of);
    let department = |staff: Option<&StaffId>, at: Option<Moment>| {
        staff.and_then(|staff| roster.department(staff, at.map_or(as_of, |at| at.date)))
    };
    let mut rows: BTreeMap<(Kind, Option<&str>), (usize, usize)> = BTreeMap::new();
    for entry in &books.entries {
        let fact = &entry.record.fact;
        let of = rows.entry((fact.kind(), department(fact.staff(), entry.record.at))).or_default();
        of.0 += 1;
        of.1 += usize::from(strays.contains(&entry.seq));
    }
    for stated in &books.stated {
        rows.entry((stated.kind, stated.department.as_deref())).or_default();
    }
    let row = |((ledger, department), (rows, strays)): ((Kind, Option<&str>), (usize, usize))| LedgerStatus {
        ledger,
        department: department.map(str::to_owned),
        rows,
        covered: coverage.until(ledger, department),
        strays,
    };
    rows.into_iter().map(row).collect()
}
