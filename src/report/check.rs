//! What somebody should look at, until somebody has dealt with it (待核对事项).

use super::field::{PlainColumns, PlainField};
use super::{Cell, EvidenceRow, Listing, Medium, Timestamp};
use crate::domain::{Lang, Message};
use crate::texts::Texts;
use chrono::NaiveDate;
use serde::Serialize;

/// Something to look at.
#[derive(Debug, Clone, Serialize)]
pub struct CheckRow {
    /// Which kind of thing it is; the rows are sorted by it.
    pub code: &'static str,
    /// It in words.
    pub message: String,
    /// The rows it is about.
    pub evidence: Vec<EvidenceRow>,
    /// What it is called in `--seen`.
    pub id: String,
    /// Of a rejected row the file in `rejects/` in which it is to be corrected.
    pub rejects: Option<String>,
    /// Who has dealt with it; none: nobody.
    pub seen_by: Option<String>,
    /// When.
    pub seen_at: Option<Timestamp>,
}

const ID: PlainField<CheckRow> = PlainField::code("id", |row, _| Cell::id(&row.id));
const MESSAGE: PlainField<CheckRow> = PlainField::text("message", |row, _| (&row.message).into());
const EVIDENCE: PlainField<CheckRow> =
    PlainField::text("evidence", |row: &CheckRow, texts| places(&row.evidence, texts).into()).headed("row-places");
const SEEN_BY: PlainField<CheckRow> = PlainField::text("seen-by", |row, _| Cell::maybe(row.seen_by.as_ref()));
const SEEN_AT: PlainField<CheckRow> = PlainField::code("seen-at", |row, _| Cell::maybe(row.seen_at));

/// What somebody reads; the line above a group says which kind of thing it is.
const PAGE: &[PlainField<CheckRow>] = &[ID, MESSAGE, EVIDENCE, SEEN_BY, SEEN_AT];
/// What is worked on in a spreadsheet.
const SHEET: &[PlainField<CheckRow>] = &[ID, PlainField::text("code", kind_cell), MESSAGE, EVIDENCE, SEEN_BY, SEEN_AT];

/// English sheets name kinds by their ids, as they do everything.
fn kind_cell(row: &CheckRow, texts: &Texts) -> Cell {
    match texts.lang() {
        Lang::Zh => Cell::word(check_kind(row.code, texts)),
        Lang::En => Cell::word(row.code),
    }
}

fn places(rows: &[EvidenceRow], texts: &Texts) -> String {
    let said = |row: &EvidenceRow| {
        let file = match &row.sheet {
            Some(sheet) => format!("{} {sheet}", row.file),
            None => row.file.clone(),
        };
        texts.say(&Message::new("cli-place").with("file", file).show("row", row.row))
    };
    texts.joined(rows.iter().map(said))
}

/// What people call things of that code.
pub fn check_kind(code: &str, texts: &Texts) -> String {
    texts.find(&format!("cli-check-of-{code}")).unwrap_or_else(|| code.to_owned())
}

/// What there is to look at; `with_seen` also what somebody has dealt with.
pub fn check_listing(rows: &[CheckRow], as_of: NaiveDate, with_seen: bool, medium: Medium, texts: &Texts) -> Listing {
    let summary = match rows.len() {
        0 => Message::new("cli-check-none"),
        count => Message::new("cli-check-count").with("count", count),
    };
    let dealt = rows.iter().filter(|row| row.seen_by.is_some()).count();
    let dealt = (with_seen && dealt > 0).then(|| Message::new("cli-check-count-seen").with("count", dealt));
    let title = Message::new("cli-check-title").show("as_of", as_of);
    let summary = std::iter::once(summary).chain(dealt).map(|said| texts.say(&said)).collect();
    let open = rows.iter().any(|row| row.seen_by.is_none());
    let is_double = |row: &CheckRow| row.seen_by.is_none() && ["equal", "twins"].contains(&row.code);
    let replace = rows.iter().any(is_double).then(|| Message::new("cli-check-replace"));
    let how = open.then(|| Message::new("cli-check-how"));
    let notes = replace.into_iter().chain(how).filter(|_| medium != Medium::Sheet);
    Listing {
        notes: notes.map(|note| texts.say(&note)).collect(),
        ..table(rows, &title, summary, with_seen, medium, texts)
    }
}

/// What somebody has just dealt with.
pub fn seen_listing(rows: &[CheckRow], done: &Message, medium: Medium, texts: &Texts) -> Listing {
    table(rows, done, Vec::new(), true, medium, texts)
}

fn table(
    rows: &[CheckRow],
    title: &Message,
    summary: Vec<String>,
    with_seen: bool,
    medium: Medium,
    texts: &Texts,
) -> Listing {
    let columns = PlainColumns::on(medium, PAGE, SHEET);
    let columns = if with_seen { columns } else { columns.without("seen-by").without("seen-at") };
    let groups = rows.chunk_by(|a, b| !medium.is_page() || a.code == b.code).map(|group| {
        let code = group.first().map(|row| row.code).unwrap_or_default();
        let title = medium.is_page().then(|| texts.aside(&check_kind(code, texts), group.len()));
        columns.group(title, group, texts)
    });
    Listing {
        title: texts.say(title),
        summary,
        headings: columns.headings(texts),
        groups: groups.collect(),
        notes: Vec::new(),
    }
}
