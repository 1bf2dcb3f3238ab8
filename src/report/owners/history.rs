//! Whose a household was from when to when.

use super::OwnersOf;
use crate::domain::{Books, Fact, Message, Phone, StaffId, words};
use crate::policy::{Assessment, Clause, Decision, Household, OwnershipChange};
use crate::report::explain::{RowRef, row_refs};
use crate::report::field::{Columns, ShownField};
use crate::report::{Cell, Listing, Medium, Presenter};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

words! {
    /// Whose a household was for a time.
    HolderStatus {
        /// Somebody's.
        Owned = "owned",
        /// The company's.
        Company = "company",
        /// Nobody's, with a claim on it.
        Claimed = "none",
    }
}

/// Some days of a household in one hand (归属经过).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IntervalRow {
    /// The household's number: the smallest of its members'.
    pub household: Phone,
    /// The first day.
    pub from: NaiveDate,
    /// The day it passed into other hands; null: it is so still.
    pub to: Option<NaiveDate>,
    /// `owned`, `company`, or `none`: nobody's, with claims.
    pub status: HolderStatus,
    /// The owner; of nobody's household null.
    pub staff: Option<StaffId>,
    /// What began it.
    pub clause: Clause,
    /// The rows that began it.
    pub rows: Vec<RowRef>,
    /// The clause that ended it.
    pub ended_by: Option<Clause>,
    /// The rows that ended it; empty: it goes on.
    pub ended_rows: Vec<RowRef>,
}

/// Whose the households were, from their first claim on; of a person asked for, what was theirs.
pub fn owners_history(assessment: &Assessment, books: &Books, of: OwnersOf<'_>) -> Vec<IntervalRow> {
    let has_status = |household: &&Household| of.has_status(household, assessment.reading.as_of);
    let mut rows: Vec<IntervalRow> = assessment
        .households
        .iter()
        .filter(has_status)
        .flat_map(|household| intervals(household, books))
        .filter(|row| of.staff.is_none() || row.staff.as_ref() == of.staff)
        .collect();
    // Those of one household stay in the order of events.
    rows.sort_by(|a, b| a.household.cmp(&b.household));
    rows
}

/// Who holds a household, and whose claims stand beside.
struct HoldersOverTime<'a> {
    household: &'a Household,
    books: &'a Books,
    claims: BTreeSet<StaffId>,
    rows: Vec<IntervalRow>,
}

fn intervals(household: &Household, books: &Books) -> Vec<IntervalRow> {
    let mut hands = HoldersOverTime { household, books, claims: BTreeSet::new(), rows: Vec::new() };
    household.history.iter().for_each(|decision| hands.take(decision));
    hands.rows
}

impl HoldersOverTime<'_> {
    fn take(&mut self, decision: &Decision) {
        match &decision.change {
            OwnershipChange::Claimed { staff, .. } => {
                self.claims.insert(staff.clone());
                if !self.is_held() {
                    self.begin(HolderStatus::Claimed, None, decision);
                }
            }
            OwnershipChange::Challenged { staff, .. } => {
                self.claims.insert(staff.clone());
            }
            OwnershipChange::Voided { staff } => {
                staff.iter().for_each(|staff| {
                    self.claims.remove(staff);
                });
                if self.claims.is_empty() && self.rows.last().is_some_and(|row| row.status == HolderStatus::Claimed) {
                    self.end(decision);
                }
            }
            OwnershipChange::Owned { staff, .. } => {
                self.claims.remove(staff);
                if self.is_assignment(decision) {
                    self.claims.clear();
                }
                self.begin(HolderStatus::Owned, Some(staff), decision);
            }
            OwnershipChange::ToCompany { .. } => {
                self.claims.clear();
                self.begin(HolderStatus::Company, None, decision);
            }
            OwnershipChange::Lost { .. } => {
                self.claims.clear();
                self.end(decision);
            }
            OwnershipChange::ChallengerPreheated { .. }
            | OwnershipChange::Invited { .. }
            | OwnershipChange::VisitDue { .. }
            | OwnershipChange::Visited
            | OwnershipChange::Attended
            | OwnershipChange::Bought => {}
        }
    }

    fn is_held(&self) -> bool {
        self.rows.last().is_some_and(|row| row.to.is_none())
    }

    fn is_assignment(&self, decision: &Decision) -> bool {
        let cause = self.books.entry(decision.grounds.cause());
        cause.is_some_and(|cause| matches!(cause.record.fact, Fact::Assignment(_)))
    }

    fn begin(&mut self, status: HolderStatus, staff: Option<&StaffId>, decision: &Decision) {
        self.end(decision);
        self.rows.push(IntervalRow {
            household: self.household.key.clone(),
            from: decision.date,
            to: None,
            status,
            staff: staff.cloned(),
            clause: decision.grounds.clause().clone(),
            rows: row_refs(self.books, decision.grounds.rows()),
            ended_by: None,
            ended_rows: Vec::new(),
        });
    }

    fn end(&mut self, decision: &Decision) {
        if let Some(row) = self.rows.last_mut().filter(|row| row.to.is_none()) {
            row.to = Some(decision.date);
            row.ended_by = Some(decision.grounds.clause().clone());
            row.ended_rows = row_refs(self.books, decision.grounds.rows());
        }
    }
}

const HOUSEHOLD: ShownField<IntervalRow> =
    ShownField::code("household", |row, presenter| Cell::phone(presenter.phone(&row.household)));
const FROM: ShownField<IntervalRow> = ShownField::code("from", |row, _| row.from.into());
const TO: ShownField<IntervalRow> = ShownField::code("to", |row, _| Cell::maybe(row.to));
const STATUS: ShownField<IntervalRow> =
    ShownField::word("status", |row, presenter| Cell::word(presenter.word("hands", row.status.id())));
const CLAUSE: ShownField<IntervalRow> =
    ShownField::word("clause", |row, presenter| Cell::word(presenter.clause(&row.clause)));
const ENDED_BY: ShownField<IntervalRow> = ShownField::word("ended_by", |row, presenter| {
    Cell::maybe(row.ended_by.as_ref().map(|id| Cell::word(presenter.clause(id))))
});
const EVIDENCE: ShownField<IntervalRow> =
    ShownField::text("evidence", |row, presenter| crate::report::explain::rows_said(&row.rows, presenter).into());

const PAGE: &[ShownField<IntervalRow>] = &[
    HOUSEHOLD,
    ShownField::code("since", |row, _| row.from.into()),
    TO,
    STATUS,
    ShownField::text("staff", |row, presenter| Cell::maybe(row.staff.as_ref().map(|id| presenter.staff(id)))),
    CLAUSE,
    ENDED_BY,
    EVIDENCE.below(),
];

const SHEET: &[ShownField<IntervalRow>] = &[
    HOUSEHOLD,
    FROM,
    TO,
    STATUS,
    ShownField::text("staff", |row, _| Cell::maybe(row.staff.as_ref())),
    ShownField::text("staff_name", |row, presenter| Cell::maybe(row.staff.as_ref().and_then(|id| presenter.name(id)))),
    CLAUSE,
    ENDED_BY,
    EVIDENCE,
];

/// Whose the households were, in words.
pub fn history_listing(
    rows: &[IntervalRow],
    as_of: NaiveDate,
    of: OwnersOf<'_>,
    medium: Medium,
    presenter: &Presenter<'_>,
) -> Listing {
    let columns = Columns::on(medium, PAGE, SHEET);
    let households = rows.chunk_by(|a, b| a.household == b.household).count();
    let count = match rows.len() {
        0 => Message::new("report-owners-none"),
        count => Message::new("report-history-count").with("count", count).with("households", households),
    };
    Listing {
        title: presenter.say(&Message::new("report-history-title").show("as_of", as_of)),
        summary: [Some(presenter.say(&count)), of.said(presenter)].into_iter().flatten().collect(),
        headings: columns.headings(presenter),
        groups: columns.whole(rows, presenter),
        notes: Vec::new(),
    }
}
