//! `policy diff`: what two policies say differently.

use super::words::{self, Column, headings};
use crate::domain::{Lang, Message};
use crate::policy::difference;
use crate::policy::{Clause, Difference, OnlyIn, Policy, Value};
use crate::report::{Cell, Form, Group, Listing, Medium, Space};
use crate::texts::Texts;
use chrono::NaiveDate;
use serde::Serialize;

/// A value that two policies do not share.
#[derive(Debug, Clone, Serialize)]
pub struct DifferenceRow {
    /// The clause it belongs to; none: none.
    pub clause: Option<Clause>,
    /// What it is a value of.
    pub of: String,
    /// Which value, as an id.
    pub item: &'static str,
    /// From which day; none: always.
    pub from: Option<NaiveDate>,
    /// The value in the first policy; none: it has none.
    pub a: Option<serde_json::Value>,
    /// The value in the second policy; none: it has none.
    pub b: Option<serde_json::Value>,
    /// The policy that alone has what it is a value of.
    pub only: Option<&'static str>,
    /// What people call the clause, in Chinese and in English.
    #[serde(skip)]
    labels: [String; 2],
    #[serde(skip)]
    difference: Difference,
}

/// What two policies say differently.
pub fn policy_diff(a: &Policy, b: &Policy) -> Vec<DifferenceRow> {
    let row = |difference: Difference| DifferenceRow {
        clause: difference.entry.clause.clone(),
        of: difference.entry.part.id(),
        item: words::item_id(&difference.entry.what),
        from: difference.entry.from,
        a: difference.a.as_ref().map(words::value_json),
        b: difference.b.as_ref().map(words::value_json),
        only: difference.only.map(|side| match side {
            OnlyIn::A => "a",
            OnlyIn::B => "b",
        }),
        labels: Lang::ALL.map(|lang| {
            let policy = if difference.entry.clause.as_ref().is_some_and(|id| a.clause(id).is_some()) { a } else { b };
            policy.label(difference.entry.clause.as_deref(), lang)
        }),
        difference,
    };
    difference(a, b).into_iter().map(row).collect()
}

const COLUMNS: &[Column] = &[
    ("clause", Form::Text, Space::Whole),
    ("of", Form::Text, Space::Breaks),
    ("item", Form::Text, Space::Breaks),
    ("a", Form::Text, Space::Breaks),
    ("b", Form::Text, Space::Breaks),
    ("from", Form::Code, Space::Whole),
];

/// The same laid out; `names` are those of the two policies.
pub fn policy_diff_listing(rows: &[DifferenceRow], names: [&str; 2], medium: Medium, texts: &Texts) -> Listing {
    let [a, b] = names;
    let summary = match rows.len() {
        0 => Message::new("report-policy-diff-none"),
        count => Message::new("report-policy-diff-count").with("count", count),
    };
    Listing {
        title: texts.say(&Message::new("report-policy-diff-title").with("a", a).with("b", b)),
        summary: vec![texts.say(&summary)],
        headings: headings(COLUMNS, medium, texts),
        groups: vec![Group { title: None, rows: rows.iter().map(|row| cells(row, texts)).collect() }],
        notes: Vec::new(),
    }
}

fn cells(row: &DifferenceRow, texts: &Texts) -> Vec<Cell> {
    let Difference { entry, a, b, only } = &row.difference;
    let value = |value: &Option<Value>, other: OnlyIn| match (value, only) {
        (Some(value), _) => words::value(value, texts),
        (None, Some(side)) if *side == other => texts.get("report-policy-not-there"),
        (None, _) => texts.get("report-policy-not-set"),
    };
    let [zh, en] = &row.labels;
    let clause = if texts.lang() == Lang::Zh { zh } else { en }.clone();
    let from = entry.from.map(|day| day.to_string()).unwrap_or_default();
    let (of, what) = (words::part(&entry.part, texts), texts.say(&entry.what));
    [clause, of, what, value(a, OnlyIn::B), value(b, OnlyIn::A), from].map(Cell::from).to_vec()
}
