//! What is in the books of a workspace, and what waits (录入情况).

use super::field::{PlainColumns, PlainField};
use super::{Cell, Listing, Medium, Timestamp};
use crate::domain::{Kind, Message};
use crate::texts::Texts;
use chrono::NaiveDate;
use serde::Serialize;

/// What there is.
#[derive(Debug, Clone, Serialize)]
pub struct WorkspaceStatus {
    /// The folder.
    pub workspace: String,
    /// The preset its policy was begun from.
    pub preset: String,
    /// The day it is asked for.
    pub as_of: NaiveDate,
    /// The newest batch that counts; none: nothing does.
    pub last_batch: Option<LastBatch>,
    /// Equal books have equal digests.
    pub journal: String,
    /// The ledgers by kind and department.
    pub ledgers: Vec<LedgerStatus>,
    /// The files that wait in the inbox.
    pub inbox: Vec<String>,
    /// Files that wait for somebody to say what becomes of the rows of before.
    pub held: Vec<HeldFileRow>,
    /// Rows that were rejected and are not settled, by the file they stood in first.
    pub rejected: Vec<OutstandingRows>,
}

/// A file that is held.
#[derive(Debug, Clone, Serialize)]
pub struct HeldFileRow {
    /// Where it lies.
    pub path: String,
    /// When it came in.
    pub since: Timestamp,
    /// Rows of before that stand in it.
    pub there: u64,
    /// Rows of before that do not.
    pub gone: u64,
    /// Of those the ones that differ from a row of it in little.
    pub twins: u64,
    /// The command that puts it in the place of the earlier one.
    pub replace: String,
    /// The command that puts it beside the earlier one.
    pub add: String,
}

/// The newest batch.
#[derive(Debug, Clone, Serialize)]
pub struct LastBatch {
    /// Its number.
    pub batch: u64,
    /// When it was imported.
    pub at: Timestamp,
    /// How many rows were new with it.
    pub added: u64,
}

/// A ledger of a department.
#[derive(Debug, Clone, Serialize)]
pub struct LedgerStatus {
    /// Which.
    pub ledger: Kind,
    /// None: whose rows they are is of no department.
    pub department: Option<String>,
    /// How many rows count.
    pub rows: usize,
    /// The last day it is complete (已录至); none: that cannot be said of any.
    pub covered: Option<NaiveDate>,
    /// Rows far from everything else in their sheet, which do not count for `covered`.
    pub strays: usize,
}

/// Rejected rows of a file that are outstanding.
#[derive(Debug, Clone, Serialize)]
pub struct OutstandingRows {
    /// The file they stood in first.
    pub file: String,
    /// How many.
    pub rows: usize,
    /// The files in `rejects/` in which they are to be corrected.
    pub rejects: Vec<String>,
}

const DEPARTMENT: PlainField<LedgerStatus> =
    PlainField::text("department", |row, _| Cell::maybe(row.department.as_ref()));
const ROWS: PlainField<LedgerStatus> =
    PlainField::summed("rows", |row: &LedgerStatus, _| Cell::count(row.rows)).headed("row-count");
const COVERED: PlainField<LedgerStatus> =
    PlainField::code("covered", |row: &LedgerStatus, _| Cell::maybe(row.covered)).headed("complete-to");

const PAGE: &[PlainField<LedgerStatus>] = &[
    PlainField::word("ledger", |row, texts| Cell::word(named(row.ledger, Medium::Page, texts))),
    DEPARTMENT,
    ROWS,
    COVERED,
];
const SHEET: &[PlainField<LedgerStatus>] = &[
    PlainField::word("ledger", |row, texts| Cell::word(named(row.ledger, Medium::Sheet, texts))),
    DEPARTMENT,
    ROWS,
    COVERED,
];

fn named(ledger: Kind, medium: Medium, texts: &Texts) -> String {
    match medium {
        Medium::Page | Medium::Workbook => texts.word("kind", ledger.id()),
        Medium::Sheet => ledger.id().to_owned(),
    }
}

/// What there is, in words.
pub fn status_listing(status: &WorkspaceStatus, medium: Medium, texts: &Texts) -> Listing {
    let columns = PlainColumns::worded(medium, PAGE, SHEET);
    let last = match &status.last_batch {
        Some(last) => {
            Message::new("cli-status-last").show("batch", last.batch).show("at", last.at).with("added", last.added)
        }
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
    let stray = |row: &LedgerStatus| {
        let ledger = named(row.ledger, medium, texts);
        let message = Message::new("cli-status-stray").with("ledger", ledger).with("count", row.strays);
        texts.say(&message.with("department", row.department.as_deref()))
    };
    let title = Message::new("cli-status-title").with("folder", status.workspace.as_str()).show("as_of", status.as_of);
    let said = [last, inbox].into_iter().chain(held).chain(rejected);
    Listing {
        title: texts.say(&title),
        summary: said.flat_map(|said| lines(&texts.say(&said))).collect(),
        headings: columns.headings(texts),
        groups: columns.whole(&status.ledgers, texts),
        notes: status.ledgers.iter().filter(|row| row.strays > 0).map(stray).collect(),
    }
}

/// What is said on several lines, line by line.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}
