//! `check`: what in the books somebody should look at.

use super::desk::{Desk, Outcome};
use super::present::{Column, headings, present};
use super::reports::Read;
use crate::domain::{Books, Entry, Fact, Kind, Lang, Message, Place, Sale, Signup, discreet_within};
use crate::ingest::{Field, field_named};
use crate::policy::{Observation, observe};
use crate::render;
use crate::report::{Cell, EvidenceRow, Form, Group, Listing, Medium, Space, evidence};
use crate::texts::Texts;
use anyhow::Result;
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
struct CheckRow {
    /// Which kind of thing it is; the rows are sorted by it.
    code: String,
    message: String,
    evidence: Vec<EvidenceRow>,
}

/// What somebody reads; the line above a group says which kind of thing it is.
const PAGE: &[Column] = &[("message", Form::Text, Space::Breaks), ("evidence", Form::Text, Space::Breaks)];
/// What is worked on in a spreadsheet.
const SHEET: &[Column] = &[
    ("code", Form::Text, Space::Breaks),
    ("message", Form::Text, Space::Breaks),
    ("evidence", Form::Text, Space::Breaks),
];

/// Lists what the rules came across, what was odd about rows that were taken, and what was left blank.
pub fn check(desk: &mut Desk) -> Result<Outcome> {
    let read = Read::of(desk, None)?;
    let as_of = desk.as_of();
    let found = found(&read, desk)?;
    let rows: Vec<CheckRow> = found.iter().map(|found| row(found, &read.books, &desk.texts)).collect();
    present(desk, || Ok(render::json(&rows)?), |medium, desk| listing(&rows, as_of, medium, &desk.texts))?;
    Ok(Outcome::Done)
}

/// What there is to look at.
///
/// # Errors
/// The journal cannot be read.
pub fn found(read: &Read, desk: &mut Desk) -> Result<Vec<Observation>> {
    let Read { assessment, books, .. } = read;
    let blanks = blanks(books, assessment.reading.as_of);
    let observed = observe(books, assessment.reading);
    let odd = odd(desk)?;
    Ok(assessment.observations.iter().cloned().chain(observed).chain(odd).chain(blanks).collect())
}

/// What was odd about rows that were taken, as the import said it; numbers in it are masked as everywhere.
fn odd(desk: &mut Desk) -> Result<Vec<Observation>> {
    let workspace = desk.workspace()?;
    let warnings = desk.journal(&workspace)?.warnings()?;
    let shown = |words: String| if desk.global.reveal { words } else { discreet_within(&words) };
    let said = warnings.into_iter().flat_map(|(seq, words)| words.into_iter().map(move |words| (seq, words)));
    let odd = |(seq, words)| Observation {
        message: Message::new("cli-check-warning").with("words", shown(words)),
        rows: vec![seq],
    };
    Ok(said.map(odd).collect())
}

fn row(found: &Observation, books: &Books, texts: &Texts) -> CheckRow {
    let code = found.message.key.trim_start_matches("policy-check-").trim_start_matches("cli-check-");
    CheckRow { code: code.to_owned(), message: texts.say(&found.message), evidence: evidence(books, &found.rows) }
}

/// Papers without a date or without a name: they prove nothing against anybody, but somebody left them blank.
fn blanks(books: &Books, as_of: NaiveDate) -> Vec<Observation> {
    type Blank = (Kind, Field, fn(&Fact) -> Option<bool>);
    const FIELDS: [Blank; 7] = [
        (Kind::Signup, Field::Reported, |fact| Some(signup(fact)?.reported.is_none())),
        (Kind::Signup, Field::Entered, |fact| Some(signup(fact)?.entered.is_none())),
        (Kind::Signup, Field::EnteredBy, |fact| Some(signup(fact)?.entered_by.is_none())),
        (Kind::Sale, Field::HandedIn, |fact| Some(listed(fact)?.handed_in.is_none())),
        (Kind::Sale, Field::HandedInBy, |fact| Some(listed(fact)?.handed_in_by.is_none())),
        (Kind::Sale, Field::Entered, |fact| Some(listed(fact)?.entered.is_none())),
        (Kind::Sale, Field::EnteredBy, |fact| Some(listed(fact)?.entered_by.is_none())),
    ];
    let dated = |entry: &&Entry| entry.record.at.is_some_and(|at| at.date <= as_of);
    let count = |(kind, field, blank): Blank| {
        let all: Vec<bool> = books.entries.iter().filter(dated).filter_map(|entry| blank(&entry.record.fact)).collect();
        let blank = all.iter().filter(|blank| **blank).count();
        let message = Message::new("cli-check-blank")
            .with("kind", Message { key: kind_key(kind), args: Vec::new() })
            .with("field", field_named(kind, field))
            .with("blank", blank)
            .with("rows", all.len());
        (blank > 0).then_some(Observation { message, rows: Vec::new() })
    };
    FIELDS.into_iter().filter_map(count).collect()
}

fn signup(fact: &Fact) -> Option<&Signup> {
    if let Fact::Signup(row) = fact { Some(row) } else { None }
}

/// A row of a meeting's sales list; other sales have no list to hand in.
fn listed(fact: &Fact) -> Option<&Sale> {
    match fact {
        Fact::Sale(row) if row.place.is_none_or(|place| place == Place::Meeting) => Some(row),
        _ => None,
    }
}

fn kind_key(kind: Kind) -> &'static str {
    if kind == Kind::Sale { "report-kind-sale" } else { "report-kind-signup" }
}

fn listing(rows: &[CheckRow], as_of: NaiveDate, medium: Medium, texts: &Texts) -> Listing {
    let summary = match rows.len() {
        0 => Message::new("cli-check-none"),
        count => Message::new("cli-check-count").with("count", count),
    };
    let place = |row: &EvidenceRow| {
        let sheet = row.sheet.as_deref().map(|sheet| format!(" {sheet}")).unwrap_or_default();
        texts.say(&Message::new("cli-place").with("file", format!("{}{sheet}", row.file)).show("row", row.row))
    };
    let row = |row: &CheckRow| {
        let evidence = texts.joined(row.evidence.iter().map(place));
        // English sheets name kinds by their ids, as they do everything.
        let kind = || match texts.lang() {
            Lang::Zh => texts.find(&format!("cli-check-of-{}", row.code)).unwrap_or_else(|| row.code.clone()),
            Lang::En => row.code.clone(),
        };
        let kind = (medium == Medium::Sheet).then(kind);
        kind.into_iter().chain([row.message.clone(), evidence]).map(Cell::from).collect()
    };
    let groups = rows.chunk_by(|a, b| medium == Medium::Sheet || a.code == b.code).map(|group| {
        let code = group.first().map(|row| row.code.as_str()).unwrap_or_default();
        let title = texts.find(&format!("cli-check-of-{code}")).filter(|_| medium == Medium::Page);
        Group { title: title.map(|title| texts.aside(&title, group.len())), rows: group.iter().map(row).collect() }
    });
    Listing {
        title: texts.say(&Message::new("cli-check-title").show("as_of", as_of)),
        summary: vec![texts.say(&summary)],
        headings: headings(if medium == Medium::Page { PAGE } else { SHEET }, medium, texts),
        groups: groups.collect(),
        notes: Vec::new(),
    }
}
