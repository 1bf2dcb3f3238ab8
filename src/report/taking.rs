//! What taking a batch out, or bringing it back, changes (撤销、恢复).

use super::field::{PlainColumns, PlainField};
use super::{Cell, Comparison, Listing, Medium, Presenter, comparison_listing};
use crate::domain::{Kind, Message};
use serde::Serialize;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakingDirection {
    /// A batch is taken out.
    Out,
    /// It is brought back.
    Back,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakingStep {
    /// It is only shown.
    Would,
    /// Somebody is asked.
    Ask,
    /// It is done.
    Done,
}

/// What is done, or would be.
#[derive(Debug, Clone, Serialize)]
pub struct TakingShown {
    /// The batch.
    pub batch: u64,
    /// The file of it; none: all of it.
    pub file: Option<String>,
    /// Whether nothing is to be changed.
    pub dry_run: bool,
    /// Whether it is done.
    pub done: bool,
    /// Rows that count no longer.
    pub out: u64,
    /// Rows that count again.
    pub back: u64,
    /// Of each ledger.
    pub ledgers: Vec<TakingLedgerRow>,
    /// The files that have to come in again, where they lie now.
    pub again: Vec<WaitingFile>,
    /// What the reports say otherwise.
    pub changes: Comparison,
}

/// The rows of a ledger.
#[derive(Debug, Clone, Serialize)]
pub struct TakingLedgerRow {
    /// Which.
    pub ledger: Kind,
    /// Rows that count no longer.
    pub out: u64,
    /// Rows that count again.
    pub back: u64,
}

/// A file that has to come in again.
#[derive(Debug, Clone, Serialize)]
pub struct WaitingFile {
    /// The batch it came in with; none: it brought nothing new.
    pub batch: Option<u64>,
    /// Its name.
    pub file: String,
    /// None: it is no longer where it lay, nor in the archive.
    pub path: Option<String>,
}

impl TakingShown {
    /// What is said of it at that step.
    pub fn said(&self, way: TakingDirection, step: TakingStep) -> Message {
        let key = match (way, step) {
            (TakingDirection::Out, TakingStep::Ask) => "cli-revert-ask",
            (TakingDirection::Out, TakingStep::Done) => "cli-revert-done",
            (TakingDirection::Out, TakingStep::Would) => "cli-revert-would",
            (TakingDirection::Back, TakingStep::Ask) => "cli-restore-ask",
            (TakingDirection::Back, TakingStep::Done) => "cli-restore-done",
            (TakingDirection::Back, TakingStep::Would) => "cli-restore-would",
        };
        let what = match &self.file {
            Some(file) => Message::new("cli-taking-file").show("batch", self.batch).with("file", file.as_str()),
            None => Message::new("cli-taking-batch").show("batch", self.batch),
        };
        let message = Message { key, args: Vec::new() }.with("what", what).show("batch", self.batch);
        let rows = if way == TakingDirection::Out { self.out } else { self.back };
        if step == TakingStep::Ask { message } else { message.with("rows", rows) }
    }
}

/// A ledger's rows, and of which batch or file they are.
struct LedgerLine {
    batch: u64,
    file: Option<String>,
    row: TakingLedgerRow,
}

const BATCH: PlainField<LedgerLine> = PlainField::number("batch", |line, _| Cell::count(line.batch));
const FILE: PlainField<LedgerLine> = PlainField::text("file", |line, _| Cell::maybe(line.file.as_ref()));
const OUT: PlainField<LedgerLine> = PlainField::summed("out", |line, _| Cell::count(line.row.out));
const BACK: PlainField<LedgerLine> = PlainField::summed("back", |line, _| Cell::count(line.row.back));

const SHEET: &[PlainField<LedgerLine>] =
    &[BATCH, FILE, PlainField::word("ledger", |line, _| Cell::word(line.row.ledger.id())), OUT, BACK];
const WORKBOOK: &[PlainField<LedgerLine>] = &[
    BATCH,
    FILE,
    PlainField::word("ledger", |line, texts| Cell::word(texts.word("kind", line.row.ledger.id()))),
    OUT,
    BACK,
];

/// What it changes: on a page the rows by ledger, then what the reports say otherwise, then `again`, how the files come in
/// again; on a sheet the rows by ledger.
pub fn taking_listing(
    shown: &TakingShown,
    way: TakingDirection,
    again: &[String],
    medium: Medium,
    presenter: &Presenter<'_>,
) -> Listing {
    match medium {
        Medium::Page => page(shown, way, again, presenter),
        Medium::Sheet => rows(shown, way, &PlainColumns::of(SHEET, medium), presenter),
        Medium::Workbook => rows(shown, way, &PlainColumns::of(WORKBOOK, medium), presenter),
    }
}

fn page(shown: &TakingShown, way: TakingDirection, again: &[String], presenter: &Presenter<'_>) -> Listing {
    let title = shown.said(way, if shown.done { TakingStep::Done } else { TakingStep::Would });
    let listing = comparison_listing(&shown.changes, &title, Medium::Page, presenter);
    let rows = |key, count: fn(&TakingLedgerRow) -> u64| {
        let row = |row: &TakingLedgerRow| {
            let of = Message::new("cli-taking-ledger").with("ledger", presenter.word("kind", row.ledger.id()));
            of.with("rows", count(row))
        };
        let rows: Vec<Message> = shown.ledgers.iter().filter(|row| count(row) > 0).map(row).collect();
        (!rows.is_empty()).then(|| presenter.say(&Message { key, args: Vec::new() }.with("ledgers", rows)))
    };
    let Comparison { owners, tasks, violations, sums } = &shown.changes;
    let is_same = owners.is_empty() && tasks.is_empty() && violations.is_empty() && sums.is_empty();
    let changes = if is_same { vec![presenter.say(&Message::new("cli-taking-same"))] } else { listing.summary };
    let of_ledgers = [rows("cli-taking-out", |row| row.out), rows("cli-taking-back", |row| row.back)];
    let above = (!again.is_empty()).then(|| presenter.say(&Message::new("cli-revert-again")));
    Listing {
        summary: of_ledgers.into_iter().flatten().chain(changes).collect(),
        notes: above.into_iter().chain(again.iter().cloned()).collect(),
        ..listing
    }
}

/// The rows by ledger.
fn rows(
    shown: &TakingShown,
    way: TakingDirection,
    columns: &PlainColumns<LedgerLine>,
    presenter: &Presenter<'_>,
) -> Listing {
    let line = |row: &TakingLedgerRow| LedgerLine { batch: shown.batch, file: shown.file.clone(), row: row.clone() };
    let lines: Vec<LedgerLine> = shown.ledgers.iter().map(line).collect();
    Listing {
        title: presenter.say(&shown.said(way, TakingStep::Would)),
        summary: Vec::new(),
        headings: columns.headings(presenter),
        groups: columns.whole(&lines, presenter.texts),
        notes: Vec::new(),
    }
}
