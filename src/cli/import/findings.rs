//! Which violations a finding may name: those the rules see in the books with everything new in them.

use crate::domain::{Books, Entry, Fact};
use crate::policy::{Policy, Reading, Violation, assess};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Their ids.
pub fn known_violations(books: &Books, policy: &Policy, today: NaiveDate) -> BTreeSet<String> {
    violations_of(books, policy, today).into_iter().map(|violation| violation.id).collect()
}

/// All violations, read at the last day that the books or the calendar know.
pub fn violations_of(books: &Books, policy: &Policy, today: NaiveDate) -> Vec<Violation> {
    let as_of = books.entries.iter().filter_map(last_day).chain([today]).max().unwrap_or(today);
    let reading = Reading { as_of, on: as_of.succ_opt().unwrap_or(as_of) };
    assess(books, policy, reading).violations
}

/// The latest day a row speaks of.
fn last_day(entry: &Entry) -> Option<NaiveDate> {
    let papers = match &entry.record.fact {
        Fact::Signup(row) => [row.reported, row.entered],
        Fact::Sale(row) => [row.handed_in, row.entered],
        Fact::Visit(row) => [row.submitted, None],
        Fact::ExpertCall(row) => [row.relayed, None],
        _ => [None, None],
    };
    papers.into_iter().flatten().chain(entry.record.at.map(|at| at.date)).max()
}
