//! What happened to a household, event by event.

use super::page_writer::{RowRef, Teller};
use super::{change, no_effect};
use crate::domain::{Entry, Moment, Phone, Seq, StaffId, StaffRow};
use crate::policy::{Clause, Decision, Household, NoEffect};
use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Something that happened to a household, what it changed, and what it did not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventRow {
    /// The day.
    pub date: NaiveDate,
    /// The time; none: not written.
    pub time: Option<NaiveTime>,
    /// The kind of ledger; `staff`: somebody's departure.
    pub kind: &'static str,
    /// Who did it; none: nobody employed.
    pub staff: Option<StaffId>,
    /// The name as last written; none: never given.
    pub customer: Option<String>,
    /// The number in the row; none: it has none.
    pub phone: Option<Phone>,
    /// The journal row.
    pub row: RowRef,
    /// The sentence, in the reader's language.
    pub text: String,
    /// What it changed.
    pub changes: Vec<ChangeRow>,
    /// What it did not change, and why.
    pub passed: Vec<PassedRow>,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeRow {
    /// Its id, of a closed list.
    pub change: &'static str,
    /// Whom it concerns; none: nobody.
    pub staff: Option<StaffId>,
    /// The clause that makes it so.
    pub clause: Clause,
    /// All rows behind it, the event's own among them.
    pub rows: Vec<RowRef>,
    /// The sentence, in the reader's language.
    pub text: String,
}

/// What did not apply, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PassedRow {
    /// Why it had no effect, as an id.
    pub why: &'static str,
    /// Who did it; none: nobody employed.
    pub staff: Option<StaffId>,
    /// The clause that decided it; none where none did.
    pub clause: Option<Clause>,
    /// What stood in its way.
    pub rows: Vec<RowRef>,
    /// The sentence, in the reader's language.
    pub text: String,
}

impl Teller<'_> {
    /// Every event in order, with the decisions and what did not apply below the row that brought them.
    pub fn timeline(&self, household: &Household) -> Vec<EventRow> {
        let own: BTreeSet<Seq> = household.events.iter().copied().collect();
        let mut decisions: BTreeMap<Seq, Vec<&Decision>> = BTreeMap::new();
        let mut departures: Vec<(NaiveDate, Seq)> = Vec::new();
        for decision in &household.history {
            let row = decision.grounds.cause();
            let of_row = decisions.entry(row).or_default();
            // Somebody's departure: a row of the roster, dated the day after the last day.
            if !own.contains(&row) && of_row.is_empty() {
                departures.push((decision.date, row));
            }
            of_row.push(decision);
        }
        let mut passed: BTreeMap<Seq, Vec<&NoEffect>> = BTreeMap::new();
        household.passed.iter().for_each(|one| passed.entry(one.row).or_default().push(one));
        let with_customer = household.members.len() > 1;
        let event = |row: Seq, date: Option<NaiveDate>| {
            let entry = self.entry(row)?;
            let changes = decisions.get(&row).into_iter().flatten();
            let changes = changes.map(|decision| self.change_row(decision, entry)).collect();
            let passed = passed.get(&row).into_iter().flatten().map(|one| self.passed_row(one)).collect();
            self.event(entry, date, with_customer, changes, passed)
        };
        let mut departures = departures.into_iter().peekable();
        let mut rows = Vec::new();
        for row in &household.events {
            let date = self.entry(*row).and_then(|entry| entry.record.at).map(|at| at.date);
            while let Some((day, left)) = departures.next_if(|(day, _)| date.is_some_and(|date| *day <= date)) {
                rows.extend(event(left, Some(day)));
            }
            rows.extend(event(*row, None));
        }
        rows.extend(departures.filter_map(|(day, left)| event(left, Some(day))));
        rows
    }

    fn event(
        &self,
        entry: &Entry,
        date: Option<NaiveDate>,
        with_customer: bool,
        changes: Vec<ChangeRow>,
        passed: Vec<PassedRow>,
    ) -> Option<EventRow> {
        let at = date.map(Moment::day).or(entry.record.at)?;
        let contact = entry.record.contact.as_ref();
        Some(EventRow {
            date: at.date,
            time: at.time,
            kind: entry.record.fact.kind().id(),
            staff: entry.record.fact.row().map(|row: &StaffRow| &row.staff_id).or(entry.record.fact.staff()).cloned(),
            customer: contact.and_then(|contact| contact.customer.clone()),
            phone: contact.map(|contact| contact.phone.clone()),
            row: self.rows(&[entry.seq]).pop()?,
            text: self.row(entry, with_customer),
            changes,
            passed,
        })
    }

    fn change_row(&self, decision: &Decision, cause: &Entry) -> ChangeRow {
        ChangeRow {
            change: change::id(&decision.change),
            staff: change::staff(&decision.change).cloned(),
            clause: decision.grounds.clause().clone(),
            rows: self.rows(decision.grounds.rows()),
            text: self.say(&self.change(decision, Some(cause))),
        }
    }

    fn passed_row(&self, passed: &NoEffect) -> PassedRow {
        PassedRow {
            why: no_effect::id(&passed.why),
            staff: passed.staff.clone(),
            clause: passed.clause.clone(),
            rows: self.rows(&passed.behind),
            text: self.say(&self.why(passed)),
        }
    }
}
