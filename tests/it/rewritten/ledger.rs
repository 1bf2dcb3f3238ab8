//! Books as rows of field ids and plain values, and the plain CSV files of them.

use std::collections::BTreeMap;

/// A ledger row: its kind and what stands in its fields, blank ones left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub kind: &'static str,
    pub fields: BTreeMap<String, String>,
}

/// Books in the order in which the plain files bring them into the journal.
#[derive(Debug, Clone)]
pub struct Book {
    pub name: String,
    pub lines: Vec<Line>,
    /// Whether rows of one moment are in it, so that the order in which rows enter the journal decides.
    pub has_ties: bool,
}

/// The kinds in name order: that of the plain files.
pub const KINDS: [&str; 18] = [
    "assignment",
    "attendance",
    "complaint",
    "expert_call",
    "finding",
    "handover",
    "household",
    "invite",
    "preheat",
    "return",
    "sale",
    "service",
    "signup",
    "staff",
    "stop",
    "supervision",
    "visit",
    "wage",
];

impl Line {
    pub fn new(kind: &str) -> Line {
        let kind = KINDS.into_iter().find(|known| *known == kind).unwrap();
        Line { kind, fields: BTreeMap::new() }
    }

    /// The same with a field more, unless it is blank.
    pub fn with(mut self, field: &str, value: impl ToString) -> Line {
        let value = value.to_string();
        if !value.is_empty() {
            self.fields.insert(field.to_owned(), value);
        }
        self
    }

    pub fn get(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    /// The day it is dated; none for rosters.
    pub fn day(&self) -> &str {
        self.get("at").get(..10).unwrap_or_default()
    }

    /// A finding about a violation stands behind the rows the violation follows from.
    pub fn names_violation(&self) -> bool {
        self.fields.contains_key("violation")
    }
}

impl Book {
    /// The book of these rows, in the order of the plain files.
    pub fn of(name: &str, mut lines: Vec<Line>, has_ties: bool) -> Book {
        lines.sort_by_key(|line| line.kind);
        Book { name: name.to_owned(), lines, has_ties }
    }

    pub fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.kind == kind)
    }

    /// The names of the staff by their numbers.
    pub fn staff(&self) -> BTreeMap<String, String> {
        self.of_kind("staff").map(|line| (line.get("staff_id").to_owned(), line.get("name").to_owned())).collect()
    }

    /// One UTF-8 file for each kind, with field ids as headings.
    pub fn plain(&self) -> Vec<(String, Vec<u8>)> {
        let kinds = KINDS.into_iter().filter(|kind| self.of_kind(kind).next().is_some());
        kinds.map(|kind| (format!("{kind}.csv"), self.plain_ledger(kind))).collect()
    }

    fn plain_ledger(&self, kind: &str) -> Vec<u8> {
        let fields = fields_of(self.of_kind(kind));
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&fields).unwrap();
        self.of_kind(kind).for_each(|line| writer.write_record(fields.iter().map(|field| line.get(field))).unwrap());
        writer.into_inner().unwrap()
    }
}

/// Every field that one of these rows has, once.
pub fn fields_of<'a>(lines: impl Iterator<Item = &'a Line>) -> Vec<String> {
    let mut fields: Vec<String> = lines.flat_map(|line| line.fields.keys().cloned()).collect();
    fields.sort();
    fields.dedup();
    fields
}
