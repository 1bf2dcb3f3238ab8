//! The files of call sheets that were written, as a listing.

use crate::domain::{Message, StaffId};
use crate::report::field::{PlainColumns, PlainField};
use crate::report::{Cell, Listing, Medium};
use crate::texts::Texts;
use chrono::NaiveDate;
use serde::Serialize;

/// A workbook that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WrittenCallSheet {
    /// Its name in the folder.
    pub file: String,
    /// Whose it is; none: nobody's, a department's, or the supervisor's.
    pub assignee: Option<StaffId>,
    /// How many lines there are to be filled in.
    pub lines: usize,
    /// How many tasks stand on them.
    pub tasks: usize,
    /// The earlier one that stays, because somebody has filled something in.
    pub beside: Option<String>,
}

const PAGE: &[PlainField<WrittenCallSheet>] = &[
    PlainField::text("file", |row, _| Cell::from(&row.file)),
    PlainField::number("lines", |row, _| Cell::count(row.lines)),
    PlainField::number("tasks", |row, _| Cell::count(row.tasks)),
    PlainField::text("beside", |row: &WrittenCallSheet, _| Cell::maybe(row.beside.as_ref())).below(),
];
const SHEET: &[PlainField<WrittenCallSheet>] = &[
    PlainField::text("file", |row, _| Cell::from(&row.file)),
    PlainField::text("assignee", |row, _| Cell::maybe(row.assignee.as_ref())),
    PlainField::number("lines", |row, _| Cell::count(row.lines)),
    PlainField::number("tasks", |row, _| Cell::count(row.tasks)),
    PlainField::text("beside", |row, _| Cell::maybe(row.beside.as_ref())),
];

/// The workbooks written for a day, in the order of their people.
pub fn written_listing(
    rows: &[WrittenCallSheet],
    folder: &str,
    on: NaiveDate,
    medium: Medium,
    texts: &Texts,
) -> Listing {
    let columns = PlainColumns::on(medium, PAGE, SHEET);
    let count = |key| Message { key, args: Vec::new() }.with("count", rows.len()).with("folder", folder);
    let kept = rows.iter().filter(|row| row.beside.is_some()).count();
    let kept = (kept > 0).then(|| texts.say(&Message::new("call-sheets-kept").with("count", kept)));
    Listing {
        title: texts.say(&Message::new("call-sheets-title").show("on", on)),
        summary: vec![texts.say(&count("call-sheets-count"))],
        headings: columns.headings(texts),
        groups: columns.whole(rows, texts),
        notes: kept.into_iter().chain([texts.get("call-sheets-back")]).filter(|_| medium == Medium::Page).collect(),
    }
}
