//! Which violations a finding may name: those the rules see in the books with everything new in them.

use crate::domain::{Books, Entry, Fact};
use crate::policy::{Policy, Reading, assess};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The ids of all violations, read at the last day that the books or the calendar know.
pub fn known_violations(books: &Books, policy: &Policy, today: NaiveDate) -> BTreeSet<String> {
    let as_of = books.entries.iter().filter_map(last_day).chain([today]).max().unwrap_or(today);
    let reading = Reading { as_of, on: as_of.succ_opt().unwrap_or(as_of) };
    assess(books, policy, reading).violations.into_iter().map(|violation| violation.id).collect()
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
