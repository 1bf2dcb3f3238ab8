//! A day agreed on for the next contact (下次回访日期): of every house that keeps the ledger, so no policy writes it.

use super::rows::anchor;
use super::start::{Start, StartEnd, TriggerScene};
use super::starting::{Starting, TriggerTerms, TriggerWords};
use crate::domain::{Field, Kind, Record, task_numbers};
use crate::policy::rules::rows::PersonRow;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// Each day that rows of a ledger name for the next contact, if it lies after their own; rows of attempts count as well.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AgreedTrigger {
    /// The ledger whose rows name it.
    pub ledger: Kind,
}

impl Starting for AgreedTrigger {
    fn starts<'a>(&self, scene: &TriggerScene<'_, 'a>) -> Vec<Start<'a>> {
        // A row of somebody not employed is one with nobody in it: nobody agreed on anything there.
        let rows = || scene.rows.of_ledger(self.ledger).iter().filter(|row| !row.is_of_absent);
        let mut agreed: BTreeMap<NaiveDate, Vec<PersonRow<'a>>> = BTreeMap::new();
        for row in rows() {
            if let Some(day) = next_at(row.record()).filter(|day| row.date < *day) {
                agreed.entry(day).or_default().push(*row);
            }
        }
        let start = |(day, agreed): (NaiveDate, Vec<PersonRow<'a>>)| {
            let (first, last) = (*agreed.first()?, *agreed.last()?);
            let goes_on = |row: &&PersonRow| last.date < row.date && supersedes(row.record());
            // What names it for good is of the first day on which it was agreed.
            let phone = agreed.iter().filter(|row| row.date == first.date).map(|row| row.phone).min();
            Some(Start {
                day,
                phone,
                anchor: anchor(phone, day),
                rows: agreed.iter().map(PersonRow::seq).collect(),
                known: first.date,
                days: Some((day, day)),
                caller: None,
                claimant: None,
                clause: None,
                stand_in: last.staff,
                answers: agreed.iter().rev().find_map(answered),
                end: rows().find(goes_on).map(|row| StartEnd { row: row.seq(), on: row.date }),
            })
        };
        agreed.into_iter().filter_map(start).collect()
    }

    fn terms(&self) -> TriggerTerms {
        TriggerTerms { of_state: None, is_period: false, sets_days: true, is_purchase: false }
    }

    fn said(&self) -> TriggerWords<'_> {
        TriggerWords { key: "policy-trigger-agreed", queries: &[], until: None, count: None }
    }

    fn meets(&self, record: &Record, as_of: NaiveDate) -> bool {
        let agreed = || record.at.zip(next_at(record)).is_some_and(|(at, next)| at.date <= as_of && at.date < next);
        record.fact.kind() == self.ledger && agreed()
    }
}

/// The day a row names for the next contact.
fn next_at(record: &Record) -> Option<NaiveDate> {
    record.value(Field::NextAt)?.day()
}

/// Whether a later row takes the place of what was agreed before: somebody was reached, or another day was named.
fn supersedes(record: &Record) -> bool {
    !record.fact.is_attempt() || next_at(record).is_some()
}

/// The first task that a row says it answers.
fn answered<'a>(row: &PersonRow<'a>) -> Option<&'a str> {
    row.entry.record.fact.task().and_then(|cell| task_numbers(cell).next())
}
