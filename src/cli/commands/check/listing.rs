//! `check` laid out: for a page by kinds of things, for a sheet in one table.

use super::found::CheckRow;
use crate::cli::context::place::place;
use crate::cli::output::present::{Column, headings};
use crate::domain::{Lang, Message};
use crate::report::{Cell, EvidenceRow, Form, Group, Listing, Medium, Space};
use crate::texts::Texts;
use chrono::NaiveDate;

/// What somebody reads; the line above a group says which kind of thing it is.
const PAGE: &[Column] = &[
    ("id", Form::Code, Space::Whole),
    ("message", Form::Text, Space::Breaks),
    ("evidence", Form::Text, Space::Breaks),
];
/// What is worked on in a spreadsheet.
const SHEET: &[Column] = &[
    ("id", Form::Code, Space::Whole),
    ("code", Form::Text, Space::Breaks),
    ("message", Form::Text, Space::Breaks),
    ("evidence", Form::Text, Space::Breaks),
];
/// Who has dealt with it, and when, where that is asked for.
const SEEN: [Column; 2] = [("seen-by", Form::Text, Space::Breaks), ("seen-at", Form::Code, Space::Whole)];

/// What there is to look at.
pub fn listing(rows: &[CheckRow], as_of: NaiveDate, with_seen: bool, medium: Medium, texts: &Texts) -> Listing {
    let summary = match rows.len() {
        0 => Message::new("cli-check-none"),
        count => Message::new("cli-check-count").with("count", count),
    };
    let dealt = rows.iter().filter(|row| row.seen_by.is_some()).count();
    let dealt = (with_seen && dealt > 0).then(|| Message::new("cli-check-count-seen").with("count", dealt));
    let title = Message::new("cli-check-title").show("as_of", as_of);
    let summary = std::iter::once(summary).chain(dealt).map(|said| texts.say(&said)).collect();
    let open = rows.iter().any(|row| row.seen_by.is_none());
    let is_double = |row: &CheckRow| row.seen_by.is_none() && ["equal", "twins"].contains(&row.code.as_str());
    let replace = rows.iter().any(is_double).then(|| Message::new("cli-check-replace"));
    let how = open.then(|| Message::new("cli-check-how"));
    let notes = replace.into_iter().chain(how).filter(|_| medium == Medium::Page);
    Listing {
        notes: notes.map(|note| texts.say(&note)).collect(),
        ..table(rows, &title, summary, with_seen, medium, texts)
    }
}

/// What people call things of that code.
pub fn kind_of(code: &str, texts: &Texts) -> String {
    texts.find(&format!("cli-check-of-{code}")).unwrap_or_else(|| code.to_owned())
}

/// What somebody has just dealt with.
pub fn seen(rows: &[CheckRow], done: &Message, medium: Medium, texts: &Texts) -> Listing {
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
    let groups = rows.chunk_by(|a, b| medium == Medium::Sheet || a.code == b.code).map(|group| {
        let code = group.first().map(|row| row.code.as_str()).unwrap_or_default();
        let title = (medium == Medium::Page).then(|| kind_of(code, texts));
        let rows = group.iter().map(|row| cells(row, with_seen, medium, texts)).collect();
        Group { title: title.map(|title| texts.aside(&title, group.len())), rows }
    });
    let columns = if medium == Medium::Page { PAGE } else { SHEET };
    let columns: Vec<Column> = columns.iter().copied().chain(SEEN.into_iter().filter(|_| with_seen)).collect();
    Listing {
        title: texts.say(title),
        summary,
        headings: headings(&columns, medium, texts),
        groups: groups.collect(),
        notes: Vec::new(),
    }
}

fn cells(row: &CheckRow, with_seen: bool, medium: Medium, texts: &Texts) -> Vec<Cell> {
    let said = |row: &EvidenceRow| {
        let file = place(&row.file, row.sheet.as_deref());
        texts.say(&Message::new("cli-place").with("file", file).show("row", row.row))
    };
    let evidence = texts.joined(row.evidence.iter().map(said));
    // English sheets name kinds by their ids, as they do everything.
    let kind = || match texts.lang() {
        Lang::Zh => kind_of(&row.code, texts),
        Lang::En => row.code.clone(),
    };
    let kind = (medium == Medium::Sheet).then(kind);
    let seen = [&row.seen_by, &row.seen_at].map(|seen| Cell::maybe(seen.as_ref()));
    let told = std::iter::once(row.id.clone()).chain(kind).chain([row.message.clone(), evidence]).map(Cell::from);
    told.chain(seen.into_iter().filter(|_| with_seen)).collect()
}
