//! `violations`: each with its clause, its cost and the rows behind it.

mod listing;

pub use listing::violations_listing;

use super::names::named;
use super::{Money, Presenter, sums};
use crate::domain::{Books, Kind, Phone, Seq, StaffId, Verdict};
use crate::policy::{Assessment, Certainty, Clause, Ruling, Violation};
use chrono::NaiveDate;
use serde::Serialize;
use std::sync::Arc;

/// A violation (违规) with the rows that show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ViolationRow {
    /// Its id, the same for ever.
    pub id: String,
    /// The day of the breach.
    pub date: NaiveDate,
    /// The offence's id in the policy.
    pub offence: Arc<str>,
    /// The clause breached.
    pub clause: Clause,
    /// How certain it is, as an id.
    pub status: Certainty,
    /// Who answers; none: nobody is named.
    pub staff: Option<StaffId>,
    /// The customer; none: it concerns no one person.
    pub phone: Option<Phone>,
    /// The customer's household; none: likewise.
    pub household: Option<Phone>,
    /// In the unit of the house: yuan, or points.
    pub amount: Option<Money>,
    /// What the clause points to; none: nothing.
    pub action: Option<&'static str>,
    /// The how-manieth of a ladder it is, counted from 1; none: it is on none.
    pub occurrence: Option<u32>,
    /// In the language of whoever asked.
    pub detail: String,
    /// The rows behind it.
    pub evidence: Vec<EvidenceRow>,
    /// What `amount` counts.
    pub unit: &'static str,
    /// Who decided about it, when and why, in the order of events; of a finding of its own, itself.
    pub rulings: Vec<RulingRow>,
    /// `person` or `household`; of what has neither, `staff`.
    pub subject: &'static str,
    /// Of whoever answers for it.
    pub department: Option<String>,
    /// The name on the rows behind it.
    pub customer: Option<String>,
}

/// A manager's finding about a violation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RulingRow {
    /// The day of the finding.
    pub on: NaiveDate,
    /// `confirm`, `waive`, `adjust`; none: the finding is the violation.
    pub verdict: Option<&'static str>,
    /// Who decided; none: not written.
    pub by: Option<String>,
    /// The reason as noted; none: none was given.
    pub why: Option<String>,
    /// The row of the finding ledger.
    pub evidence: Vec<EvidenceRow>,
}

/// A ledger row behind a violation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct EvidenceRow {
    /// The ledger's id.
    pub kind: &'static str,
    /// The file's name, without its folder.
    pub file: String,
    /// The sheet's name; none: the file has none.
    pub sheet: Option<String>,
    /// Counted from 1 with the headings.
    pub row: u32,
}

/// Which violations are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct ViolationsOf<'a> {
    /// Only those dated on that day or later.
    pub from: Option<NaiveDate>,
    /// Only those dated on that day or earlier.
    pub to: Option<NaiveDate>,
    /// Only those so certain; none: all.
    pub status: Option<Certainty>,
    /// Only theirs; none: everybody's.
    pub staff: Option<&'a StaffId>,
}

impl ViolationsOf<'_> {
    fn wants(&self, violation: &Violation) -> bool {
        self.from.is_none_or(|from| from <= violation.date)
            && self.to.is_none_or(|to| violation.date <= to)
            && self.status.is_none_or(|status| violation.status == status)
            && (self.staff.is_none() || violation.staff.as_ref() == self.staff)
    }
}

/// The violations up to the day the books were read at (违规台账).
pub fn violations(
    assessment: &Assessment,
    books: &Books,
    of: ViolationsOf<'_>,
    presenter: &Presenter<'_>,
) -> Vec<ViolationRow> {
    let row = |violation| ViolationRow::of(violation, books, presenter);
    let mut rows: Vec<ViolationRow> =
        assessment.violations.iter().filter(|violation| of.wants(violation)).map(row).collect();
    rows.sort_by(|a, b| order(a).cmp(&order(b)));
    rows
}

impl ViolationRow {
    /// That violation, in the words of the presenter.
    pub fn of(violation: &Violation, books: &Books, presenter: &Presenter<'_>) -> Self {
        let mode = &presenter.policy.sanctions.mode;
        ViolationRow {
            id: violation.id.clone(),
            date: violation.date,
            offence: violation.offence.clone(),
            clause: violation.grounds.clause().clone(),
            status: violation.status,
            staff: violation.staff.clone(),
            phone: violation.phone.clone(),
            household: violation.household.clone(),
            amount: violation.cost.yuan().map(|yuan| sums::worth(mode, yuan)),
            action: violation.action.map(|action| action.id()),
            occurrence: violation.occurrence,
            detail: presenter.say(&violation.detail),
            evidence: evidence(books, violation.grounds.rows()),
            unit: sums::unit(mode),
            rulings: violation.rulings.iter().map(|ruling| ruling_row(ruling, books)).collect(),
            subject: violation.subject.id(),
            department: violation.department.clone(),
            customer: (violation.phone.as_ref())
                .and_then(|phone| named(books, violation.grounds.rows(), phone))
                .map(str::to_owned),
        }
    }
}

fn ruling_row(ruling: &Ruling, books: &Books) -> RulingRow {
    RulingRow {
        on: ruling.on,
        verdict: ruling.verdict.map(Verdict::id),
        by: ruling.by.clone(),
        why: ruling.why.clone(),
        evidence: evidence(books, &[ruling.row]),
    }
}

fn order(row: &ViolationRow) -> impl Ord + '_ {
    (row.date, &*row.offence, &row.staff, &row.phone, &row.household, row.subject, &row.department, &row.id)
}

/// Where those rows of the journal came from, by ledger, file, sheet and row.
pub fn evidence(books: &Books, rows: &[Seq]) -> Vec<EvidenceRow> {
    let place = |seq: &Seq| {
        let entry = books.entry(*seq)?;
        let source = books.sources.get(entry.source as usize)?;
        let kind: Kind = entry.record.fact.kind();
        Some(EvidenceRow { kind: kind.id(), file: source.file.clone(), sheet: source.sheet.clone(), row: entry.line })
    };
    let mut evidence: Vec<EvidenceRow> = rows.iter().filter_map(place).collect();
    evidence.sort();
    evidence
}
