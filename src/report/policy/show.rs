//! `policy show`: a clause, how its words were taken, and its figures.

use super::words::{self, Column, headings};
use crate::domain::{Lang, Message};
use crate::policy::{Bilingual, Clause, ClauseText, EntryPart, Policy, PolicyEntry};
use crate::report::{Cell, Form, Group, Listing, Medium, Space};
use crate::texts::Texts;
use chrono::NaiveDate;
use serde::Serialize;

/// A clause with everything that is laid down of it; without a clause, what is the whole house's.
#[derive(Debug, Clone, Serialize)]
pub struct ClauseRow {
    /// The clause; none: values that belong to none.
    pub clause: Option<Clause>,
    /// What it is called; none: it has no title.
    pub title: Option<Bilingual>,
    /// `decided`, `in-part` or `by-people`.
    pub decided: Option<&'static str>,
    /// Document and number; none: the house's own.
    pub source: Option<String>,
    /// Whether worked cases of the preset hold it.
    pub tested: bool,
    /// What it lays down; none: not said.
    pub statement: Option<Bilingual>,
    /// How the program reads it; none: as it stands.
    pub interpretation: Option<Bilingual>,
    /// What people decide; none: nothing.
    pub undecidable: Option<Bilingual>,
    /// Its values.
    pub values: Vec<ValueRow>,
}

/// One value.
#[derive(Debug, Clone, Serialize)]
pub struct ValueRow {
    pub of: String,
    pub item: &'static str,
    pub value: serde_json::Value,
    pub from: Option<NaiveDate>,
    #[serde(skip)]
    entry: PolicyEntry,
}

impl From<PolicyEntry> for ValueRow {
    fn from(entry: PolicyEntry) -> Self {
        ValueRow {
            of: entry.part.id(),
            item: words::item_id(&entry.what),
            value: words::value_json(&entry.value),
            from: entry.from,
            entry,
        }
    }
}

/// One clause, or all of them and what is the whole house's. A clause that does not exist has no row.
pub fn policy_show(policy: &Policy, only: Option<&str>) -> Vec<ClauseRow> {
    let (entries, tested) = (policy.entries(), policy.tested());
    let values = |clause: Option<&Clause>| {
        let of = entries.iter().filter(|entry| entry.clause.as_ref() == clause);
        of.filter(|entry| !matches!(entry.part, EntryPart::Clause(..))).cloned().map(ValueRow::from).collect()
    };
    let row = |clause: &ClauseText| ClauseRow {
        clause: Some(clause.id.clone()),
        title: Some(clause.title.clone()),
        decided: Some(policy.decided(clause).id()),
        source: Some(clause.source.clone()),
        tested: tested.contains(&clause.id),
        statement: clause.statement.clone(),
        interpretation: clause.interpretation.clone(),
        undecidable: clause.undecidable.clone(),
        values: values(Some(&clause.id)),
    };
    let asked = policy.clauses.iter().filter(|clause| only.is_none_or(|only| &*clause.id == only));
    let mut rows: Vec<ClauseRow> = asked.map(row).collect();
    if only.is_none() {
        rows.push(ClauseRow {
            clause: None,
            title: None,
            decided: None,
            source: None,
            tested: false,
            statement: None,
            interpretation: None,
            undecidable: None,
            values: values(None),
        });
    }
    rows
}

const PAGE: &[Column] = &[
    ("of", Form::Text, Space::Breaks),
    ("item", Form::Text, Space::Breaks),
    ("value", Form::Text, Space::Breaks),
    ("from", Form::Code, Space::Whole),
];
const SHEET: &[Column] = &[
    ("clause", Form::Text, Space::Whole),
    ("of", Form::Text, Space::Breaks),
    ("item", Form::Text, Space::Breaks),
    ("value", Form::Text, Space::Breaks),
    ("from", Form::Code, Space::Whole),
];

/// The clauses laid out: what each demands, how it was taken, where it stands, then its values.
pub fn policy_show_listing(rows: &[ClauseRow], name: &str, policy: &Policy, medium: Medium, texts: &Texts) -> Listing {
    let title = Message::new("report-policy-title")
        .with("title", policy.title.say(texts.lang()))
        .with("file", name)
        .with("digest", policy.digest());
    let group = |row: &ClauseRow| Group {
        title: medium.is_page().then(|| headline(row, policy, texts)),
        rows: lines(row, medium, texts)
            .map(|line| {
                let clause = (!medium.is_page()).then(|| policy.label(row.clause.as_deref(), texts.lang()));
                clause.into_iter().chain(line).map(Cell::from).collect()
            })
            .collect(),
    };
    Listing {
        title: texts.say(&title),
        summary: Vec::new(),
        headings: headings(if medium.is_page() { PAGE } else { SHEET }, medium, texts),
        groups: rows.iter().map(group).collect(),
        notes: Vec::new(),
    }
}

fn headline(row: &ClauseRow, policy: &Policy, texts: &Texts) -> String {
    match (&row.clause, &row.title) {
        (Some(clause), Some(title)) => {
            let label = policy.label(Some(clause), texts.lang());
            let named = if label == **clause { label } else { texts.aside(&label, clause) };
            format!("{named} {}", title.say(texts.lang()))
        }
        _ => texts.get("report-policy-house"),
    }
}

/// Of, what, value, from.
fn lines(row: &ClauseRow, medium: Medium, texts: &Texts) -> impl Iterator<Item = [String; 4]> {
    let lang: Lang = texts.lang();
    let own = |what: &'static str, value: Option<String>| {
        value.map(|value| [String::new(), texts.get(what), value, String::new()])
    };
    let both = |words: &Option<Bilingual>| words.as_ref().map(|words| words.say(lang).to_owned());
    let own = [
        own("policy-entry-statement", both(&row.statement)),
        own("policy-entry-interpretation", both(&row.interpretation)),
        own("policy-entry-decided", row.decided.map(|id| texts.word("decided", id))),
        own("policy-entry-undecidable", both(&row.undecidable)),
        own("policy-entry-source", row.source.clone()),
    ];
    let mut before: Option<&EntryPart> = None;
    // On a page the lines above and the name of the part say these already.
    let is_said = move |value: &&ValueRow| {
        let named = value.entry.clause.is_some() && matches!(value.item, "title" | "clause");
        medium.is_page() && named
    };
    let values = row.values.iter().filter(move |value| !is_said(value)).map(move |value| {
        let PolicyEntry { part, what, value, from, .. } = &value.entry;
        // Of several values of one thing only the first names it, on a page.
        let of = if medium.is_page() && before == Some(part) { String::new() } else { words::part(part, texts) };
        before = Some(part);
        let from = from.map(|day| day.to_string()).unwrap_or_default();
        [of, texts.say(what), words::value(value, texts), from]
    });
    own.into_iter().flatten().chain(values)
}
