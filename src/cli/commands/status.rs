//! `status`: what is in the books, up to when they are complete, what waits in the inbox.

use crate::cli::books::rejected::{OutstandingRows, by_file};
use crate::cli::commands::import::commands;
use crate::cli::commands::strays::strays;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::output::answer::Answer;
use crate::cli::output::present::{Column, headings, present};
use crate::domain::{Books, Kind, Message, Moment, StaffId};
use crate::journal::HeldFile;
use crate::policy::{Coverage, Roster};
use crate::report::{Cell, Form, Group, Listing, Medium, Records, Space};
use crate::texts::Texts;
use anyhow::Result;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Serialize)]
struct Status {
    workspace: String,
    preset: String,
    as_of: NaiveDate,
    last_batch: Option<LastBatch>,
    /// Equal books have equal digests.
    journal: String,
    ledgers: Vec<LedgerStatus>,
    inbox: Vec<String>,
    /// Files that wait for somebody to say what becomes of the rows of before.
    held: Vec<HeldFileRow>,
    /// Rows that were rejected and are not settled, by the file they stood in first.
    rejected: Vec<OutstandingRows>,
}

#[derive(Serialize)]
struct HeldFileRow {
    path: String,
    since: String,
    there: u64,
    gone: u64,
    twins: u64,
    /// The commands that settle it.
    replace: String,
    add: String,
}

#[derive(Serialize)]
struct LastBatch {
    batch: u64,
    at: String,
    added: u64,
}

/// A ledger of a department.
#[derive(Clone, Serialize)]
pub struct LedgerStatus {
    pub ledger: Kind,
    pub department: Option<String>,
    rows: usize,
    /// 已录至.
    pub covered: Option<NaiveDate>,
    /// Rows far from everything else in their sheet, which do not count for `covered`.
    pub strays: usize,
}

const COLUMNS: &[Column] = &[
    ("ledger", Form::Text, Space::Whole),
    ("department", Form::Text, Space::Breaks),
    ("rows", Form::Number, Space::Whole),
    ("covered", Form::Code, Space::Whole),
];

/// Shows what there is.
pub fn status(context: &mut CommandContext) -> Result<CommandOutcome> {
    let workspace = context.workspace()?;
    let journal = context.journal(&workspace)?;
    let live = journal.batches()?.into_iter().rfind(|batch| batch.reverted.is_none());
    let status = Status {
        workspace: workspace.root().display().to_string(),
        preset: workspace.settings()?.preset,
        as_of: context.as_of(),
        last_batch: live.map(|batch| LastBatch {
            batch: batch.id,
            at: batch.at.format("%Y-%m-%d %H:%M:%S").to_string(),
            added: batch.added,
        }),
        journal: journal.digest()?,
        ledgers: ledgers(&journal.books()?, context.as_of()),
        inbox: workspace.waiting()?,
        held: journal.held()?.into_iter().map(|held| held_file(held, context)).collect(),
        rejected: by_file(&journal.outstanding()?),
    };
    let listing = |medium, context: &CommandContext| listing(&status, medium, &context.texts);
    present(context, &Answer::listing(|_| Records::one(&status), listing))?;
    Ok(CommandOutcome::Done)
}

fn held_file(held: HeldFile, context: &CommandContext) -> HeldFileRow {
    let HeldFile { path, at, there, gone, twins, .. } = held;
    let (replace, add) = commands(Path::new(&path), context);
    HeldFileRow { path, since: at.format("%Y-%m-%d %H:%M:%S").to_string(), there, gone, twins, replace, add }
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

fn listing(status: &Status, medium: Medium, texts: &Texts) -> Listing {
    let last = match &status.last_batch {
        Some(last) => Message::new("cli-status-last")
            .show("batch", last.batch)
            .with("at", last.at.as_str())
            .with("added", last.added),
        None => Message::new("cli-status-empty"),
    };
    let inbox = match status.inbox.len() {
        0 => Message::new("cli-status-inbox-empty"),
        count => Message::new("cli-status-inbox").with("count", count).with("files", status.inbox.clone()),
    };
    let held = status.held.iter().flat_map(|held| {
        let file = Message::new("cli-status-held").with("path", held.path.as_str());
        let settle = Message::new("cli-held-settle").with("replace", held.replace.as_str());
        [file.with("there", held.there).with("gone", held.gone), settle.with("add", held.add.as_str())]
    });
    let rejected = status.rejected.iter().map(|of| {
        let message = Message::new("cli-status-rejected").with("file", of.file.as_str()).with("rows", of.rows);
        message.with("rejects", of.rejects.clone())
    });
    let named = |ledger: Kind| match medium {
        Medium::Page => texts.word("kind", ledger.id()),
        Medium::Sheet => ledger.id().to_owned(),
    };
    let row = |row: &LedgerStatus| {
        let (rows, covered) = (row.rows.to_string().into(), Cell::maybe(row.covered));
        vec![named(row.ledger).into(), Cell::maybe(row.department.as_ref()), rows, covered]
    };
    let title = Message::new("cli-status-title").with("folder", status.workspace.as_str()).show("as_of", status.as_of);
    let stray = |row: &LedgerStatus| {
        let message = Message::new("cli-status-stray").with("ledger", named(row.ledger)).with("count", row.strays);
        texts.say(&message.with("department", row.department.as_deref()))
    };
    let strays = status.ledgers.iter().filter(|row| row.strays > 0).map(stray);
    Listing {
        title: texts.say(&title),
        summary: [last, inbox]
            .into_iter()
            .chain(held)
            .chain(rejected)
            .flat_map(|said| lines(&texts.say(&said)))
            .collect(),
        headings: headings(COLUMNS, medium, texts),
        groups: vec![Group { title: None, rows: status.ledgers.iter().map(row).collect() }],
        notes: strays.collect(),
    }
}

/// What is said on several lines, line by line.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}
