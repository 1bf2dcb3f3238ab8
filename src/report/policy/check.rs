//! `policy check`: what the books never met, and what no worked case tests.

use super::words::{self, Column, headings};
use crate::domain::Message;
use crate::policy::{Bilingual, Clause, EntryPart, Policy, PolicyEntry};
use crate::report::{Cell, Form, Group, Listing, Medium, Space};
use crate::texts::Texts;
use chrono::NaiveDate;
use serde::Serialize;

/// What there is to say of a policy without faults.
#[derive(Debug, Clone, Serialize)]
pub struct PolicyCheck {
    /// The policy file's name.
    pub file: String,
    /// The digest of what the policy says.
    pub digest: String,
    /// The day the books are read at.
    pub as_of: NaiveDate,
    /// What the books never met; none: there were no books to look in.
    pub never_fired: Option<Vec<FiredRow>>,
    /// Clauses that no worked case of the preset holds.
    pub untested: Vec<UntestedRow>,
}

/// An entry the books never met.
#[derive(Debug, Clone, Serialize)]
pub struct FiredRow {
    pub clause: Option<Clause>,
    pub of: String,
    /// Which of several decisions; none: the whole of it.
    pub item: Option<&'static str>,
    #[serde(skip)]
    entry: PolicyEntry,
}

/// A clause without a test.
#[derive(Debug, Clone, Serialize)]
pub struct UntestedRow {
    pub clause: Clause,
    pub title: Bilingual,
}

/// What a sound policy's check says.
pub fn policy_check(
    file: &str,
    policy: &Policy,
    as_of: NaiveDate,
    never_fired: Option<Vec<PolicyEntry>>,
) -> PolicyCheck {
    let fired = |entry: PolicyEntry| FiredRow {
        clause: entry.clause.clone(),
        of: entry.part.id(),
        item: (entry.part == EntryPart::Ownership).then(|| words::item_id(&entry.what)),
        entry,
    };
    let tested = policy.tested();
    let untested = policy.clauses.iter().filter(|clause| !tested.contains(&clause.id));
    PolicyCheck {
        file: file.to_owned(),
        digest: policy.digest(),
        as_of,
        never_fired: never_fired.map(|entries| entries.into_iter().map(fired).collect()),
        untested: untested
            .map(|clause| UntestedRow { clause: clause.id.clone(), title: clause.title.clone() })
            .collect(),
    }
}

const COLUMNS: &[Column] =
    &[("finding", Form::Text, Space::Whole), ("clause", Form::Text, Space::Whole), ("of", Form::Text, Space::Breaks)];

/// A policy's check as a listing.
pub fn policy_check_listing(check: &PolicyCheck, policy: &Policy, medium: Medium, texts: &Texts) -> Listing {
    let said = usize::from(medium.is_page());
    let row = |finding: &str, clause: Option<&Clause>, of: String| {
        let clause = policy.label(clause.map(|id| &**id), texts.lang());
        // On a page the line above the group says what was found.
        [texts.word("policy", finding), clause, of].map(Cell::from).into_iter().skip(said).collect::<Vec<_>>()
    };
    let of = |fired: &FiredRow| match fired.item {
        Some(_) => texts.say(&fired.entry.what),
        None => words::part(&fired.entry.part, texts),
    };
    let fired = check.never_fired.iter().flatten();
    let fired: Vec<_> = fired.map(|row_of| row("never-fired", row_of.clause.as_ref(), of(row_of))).collect();
    let untested: Vec<_> = check
        .untested
        .iter()
        .map(|of| row("untested", Some(&of.clause), of.title.say(texts.lang()).to_owned()))
        .collect();
    let looked = match &check.never_fired {
        Some(_) => Message::new("report-policy-fired-count").with("count", fired.len()).show("as_of", check.as_of),
        None => Message::new("report-policy-fired-unknown"),
    };
    let tested = Message::new("report-policy-untested-count").with("count", untested.len());
    let sound = Message::new("report-policy-sound").with("file", check.file.as_str());
    let group = |title: &'static str, rows: Vec<Vec<Cell>>| {
        (!rows.is_empty()).then(|| Group { title: medium.is_page().then(|| texts.get(title)), rows })
    };
    let groups = [group("report-policy-fired", fired), group("report-policy-untested-group", untested)];
    Listing {
        title: texts.say(&sound),
        summary: [looked, tested].iter().map(|line| texts.say(line)).collect(),
        headings: headings(&COLUMNS[said..], medium, texts),
        groups: groups.into_iter().flatten().collect(),
        notes: Vec::new(),
    }
}
