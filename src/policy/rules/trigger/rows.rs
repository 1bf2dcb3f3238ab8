//! Rows of a query: `{ ledger = "sale", where = { place = "meeting" } }`, a list of such, or the first day there are some.

use super::start::{Start, TriggerScene};
use super::starting::{Starting, TriggerForm, TriggerTerms, TriggerWords};
use crate::domain::{ExpertCall, Kind, Message, Moment, Record, StaffId};
use crate::policy::rules::query::Query;
use crate::policy::rules::rows::{PersonRow, PersonRows};
use crate::policy::table::{ReadValue, TableReader, WrittenValue};
use chrono::NaiveDate;
use serde::Serialize;

/// Each day of a person with a row that one of the queries picks, or only the first such day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RowsTrigger {
    /// Which rows; at least one query.
    pub queries: Vec<Query>,
    /// Whether only the first day counts.
    pub first: bool,
}

/// A row that is picked, and the day it counts for.
#[derive(Clone, Copy)]
pub struct PickedRow<'a> {
    /// The day it counts for.
    pub day: NaiveDate,
    /// The row.
    pub row: PersonRow<'a>,
}

/// What of a ledger starts something once.
enum Occasion {
    /// A day's rows, picked or not, are one (rulebook: one purchase).
    WholeDay,
    /// The picked rows of a day are one.
    Day,
    /// Each row by itself, of those whose staff was employed (rulebook: each call).
    Row,
}

fn occasion(ledger: Kind) -> Occasion {
    if ledger == Kind::Sale {
        Occasion::WholeDay
    } else if ledger == Kind::ExpertCall {
        Occasion::Row
    } else {
        Occasion::Day
    }
}

/// Whether attempts can be meant: where it is asked how it ended, or what only somebody who was reached can have said
/// (rulebook: a call that found a problem).
fn may_be_attempt(query: &Query) -> bool {
    let found_out = query.ledger == Kind::ExpertCall && (query.asks("problem") || query.asks("needs_visit"));
    query.asks("result") || found_out
}

/// The person's rows that a query picks as starting something, in the order of the days they count for.
pub fn picked<'a>(query: &Query, rows: &PersonRows<'a>, as_of: NaiveDate) -> Vec<PickedRow<'a>> {
    let starts = |row: &&PersonRow| {
        let counts = !(row.is_of_absent && matches!(occasion(query.ledger), Occasion::Row));
        counts && (may_be_attempt(query) || !row.record().fact.is_attempt())
    };
    let of_ledger = rows.of_ledger(query.ledger).iter().filter(starts);
    let mut picked: Vec<PickedRow> =
        of_ledger.filter_map(|row| Some(PickedRow { day: query.picks(row.record(), as_of)?, row: *row })).collect();
    if !query.is_dated_at() {
        picked.sort_by_key(|picked| picked.day);
    }
    picked
}

impl TriggerForm for RowsTrigger {
    const KEY: &'static str = "ledger";

    fn read(table: &mut TableReader<'_>) -> Option<Self> {
        let (query, first) = (Query::read(table), table.read::<Option<bool>>("first"));
        Some(RowsTrigger { queries: vec![query?], first: first?.unwrap_or_default() })
    }
}

impl RowsTrigger {
    /// Reads a list of queries, any of which starts it.
    pub fn read_list(written: &WrittenValue<'_>, list: &[WrittenValue<'_>]) -> Option<Self> {
        if list.is_empty() {
            written.fault(Message::new("policy-fault-query-nothing"));
            return None;
        }
        let all: Vec<Option<Query>> = list.iter().map(Query::read_value).collect();
        Some(RowsTrigger { queries: all.into_iter().collect::<Option<Vec<_>>>()?, first: false })
    }
}

impl Starting for RowsTrigger {
    fn starts<'a>(&self, scene: &TriggerScene<'_, 'a>) -> Vec<Start<'a>> {
        let of = |query| picked(query, scene.rows, scene.as_of);
        let mut picked: Vec<PickedRow<'a>> = self.queries.iter().flat_map(of).collect();
        if self.queries.len() > 1 {
            picked.sort_by_key(|picked| (picked.day, picked.row.date, picked.row.seq()));
            picked.dedup_by_key(|picked| (picked.day, picked.row.seq()));
        }
        let mut days = picked.chunk_by(|one, next| one.day == next.day);
        let is_row =
            scene.is_each_row || self.queries.iter().all(|query| matches!(occasion(query.ledger), Occasion::Row));
        let starts = |day: &[PickedRow<'a>]| day_starts(day, scene, is_row);
        match self.first {
            true => days.next().map(starts).unwrap_or_default(),
            false => days.flat_map(starts).collect(),
        }
    }

    fn said(&self) -> TriggerWords<'_> {
        let key = if self.first { "policy-trigger-first" } else { "policy-trigger-rows" };
        TriggerWords { key, queries: &self.queries, until: None, count: None }
    }

    fn terms(&self) -> TriggerTerms {
        let is_purchase = self.queries.iter().all(|query| query.ledger == Kind::Sale);
        TriggerTerms { of_state: None, is_period: false, sets_days: false, is_purchase }
    }

    fn meets(&self, record: &Record, as_of: NaiveDate) -> bool {
        let meets = |query: &Query| query.ledger == record.fact.kind() && query.picks(record, as_of).is_some();
        self.queries.iter().any(meets)
    }
}

/// What the rows of a day start: each something by itself, or all of them one thing.
pub fn day_starts<'a>(day: &[PickedRow<'a>], scene: &TriggerScene<'_, 'a>, is_each_row: bool) -> Vec<Start<'a>> {
    match is_each_row {
        true => (1..).zip(day).map(|(nth, picked)| of_row(picked, nth)).collect(),
        false => vec![of_day(day, scene.rows)],
    }
}

/// The rows of a day as one thing that started.
pub fn of_day<'a>(picked: &[PickedRow<'a>], rows: &PersonRows<'a>) -> Start<'a> {
    let day = picked.first().map_or(NaiveDate::MIN, |picked| picked.day);
    let is_purchase = |picked: &PickedRow| {
        picked.row.date == day && matches!(occasion(picked.row.record().fact.kind()), Occasion::WholeDay)
    };
    let whole: Vec<PersonRow<'a>> = match picked.iter().all(is_purchase) {
        true => rows.purchase(day).to_vec(),
        false => picked.iter().map(|picked| picked.row).collect(),
    };
    let phone = whole.iter().map(|row| row.phone).min();
    Start {
        day,
        phone,
        anchor: anchor(phone, day),
        rows: whole.iter().map(PersonRow::seq).collect(),
        known: whole.iter().map(|row| row.date).min().unwrap_or(day),
        days: None,
        caller: whole.iter().rev().find_map(caller),
        claimant: None,
        clause: None,
        stand_in: None,
        answers: None,
        end: None,
    }
}

/// A row as something that started by itself; `nth`: which of its day it is.
fn of_row<'a>(picked: &PickedRow<'a>, nth: usize) -> Start<'a> {
    let PickedRow { day, row } = *picked;
    let at = row.record().at.unwrap_or(Moment::day(row.date));
    Start {
        day,
        phone: Some(row.phone),
        // A call is known by its moment and its expert.
        anchor: match caller(&row) {
            Some(expert) => format!("{}|{at}|{expert}", row.phone),
            None => format!("{}|{day}|{nth}", row.phone),
        },
        rows: vec![row.seq()],
        known: row.date,
        days: None,
        caller: caller(&row),
        claimant: None,
        clause: None,
        stand_in: None,
        answers: None,
        end: None,
    }
}

/// The expert whose call a row is.
fn caller<'a>(row: &PersonRow<'a>) -> Option<&'a StaffId> {
    row.record().fact.row().map(|call: &ExpertCall| &call.expert)
}

/// What names a day's rows for good, whatever is learnt later.
pub fn anchor(phone: Option<&crate::domain::Phone>, day: NaiveDate) -> String {
    phone.map_or_else(|| day.to_string(), |phone| format!("{phone}|{day}"))
}
