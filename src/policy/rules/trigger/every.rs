//! Each month after the first row of a query: `{ every = "month", of = { ledger = "sale" } }`.

use super::rows::{anchor, of_day, picked};
use super::start::{Start, TriggerScene};
use super::starting::{Starting, TriggerForm, TriggerTerms, TriggerWords};
use crate::domain::{Record, month_end, month_start, months_after, words};
use crate::policy::rules::query::{Query, QueryField};
use crate::policy::rules::query_reading::date;
use crate::policy::table::TableReader;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

words! {
    /// How often (周期).
    Period {
        /// Each calendar month.
        Month = "month",
    }
}

/// Each period after the one that holds the day of the person's first row picked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EveryTrigger {
    /// How often.
    pub every: Period,
    /// Which rows begin it.
    pub of: Query,
    /// The field of the last row picked that holds the day up to which a period may end; none, or blank there: without end.
    pub until: Option<QueryField>,
}

impl Period {
    /// The first day of the period that begins `count` periods after the one that holds the day.
    fn start(self, day: NaiveDate, count: u32) -> NaiveDate {
        match self {
            Period::Month => months_after(month_start(day), count),
        }
    }

    /// The last day of the period that begins on that day.
    fn end(self, start: NaiveDate) -> NaiveDate {
        match self {
            Period::Month => month_end(start),
        }
    }
}

impl EveryTrigger {
    /// What it begins with, and the periods after that, each with its first and last day.
    fn periods<'a>(
        &self,
        scene: &TriggerScene<'_, 'a>,
    ) -> Option<(Start<'a>, impl Iterator<Item = (NaiveDate, NaiveDate)>)> {
        let picked = picked(&self.of, scene.rows, scene.as_of);
        let (first, last) = (picked.chunk_by(|one, next| one.day == next.day).next()?, picked.last()?);
        let until = self.until.and_then(|field| field.day(last.row.record()));
        let begun = of_day(first, scene.rows);
        let (every, day) = (self.every, begun.day);
        let periods = (1..).map(move |count| every.start(day, count)).map(move |start| (start, every.end(start)));
        Some((begun, periods.take_while(move |(_, end)| until.is_none_or(|until| *end <= until))))
    }
}

impl TriggerForm for EveryTrigger {
    const KEY: &'static str = "every";

    fn read(table: &mut TableReader<'_>) -> Option<Self> {
        let (every, of) = (table.read("every"), table.read::<Query>("of"));
        let until = table.written("until");
        let (every, of) = (every?, of?);
        let until = match until {
            Some(written) => Some(date(of.ledger, &written)?),
            None => None,
        };
        Some(EveryTrigger { every, of, until })
    }
}

impl Starting for EveryTrigger {
    /// Periods already over can be missed; the one of the day asked for can be listed.
    fn starts<'a>(&self, scene: &TriggerScene<'_, 'a>) -> Vec<Start<'a>> {
        let TriggerScene { as_of, on, .. } = *scene;
        let Some((begun, periods)) = self.periods(scene) else { return Vec::new() };
        let periods = periods.take_while(|(start, _)| *start <= as_of.max(on));
        let listed = |(start, end): &(NaiveDate, NaiveDate)| *end <= as_of || (*start <= on && on <= *end);
        let period = |(start, end)| Start {
            day: start,
            phone: begun.phone,
            anchor: anchor(begun.phone, start),
            rows: begun.rows.clone(),
            known: begun.known,
            days: Some((start, end)),
            caller: None,
            claimant: None,
            clause: None,
            stand_in: None,
            answers: None,
            end: None,
        };
        periods.filter(listed).map(period).collect()
    }

    fn next_day(&self, scene: &TriggerScene<'_, '_>) -> Option<NaiveDate> {
        let (_, periods) = self.periods(scene)?;
        periods.map(|(start, _)| start).find(|start| scene.as_of < *start)
    }

    fn said(&self) -> TriggerWords<'_> {
        let key = if self.until.is_some() { "policy-trigger-month-until" } else { "policy-trigger-month" };
        TriggerWords { key, queries: std::slice::from_ref(&self.of), until: self.until, count: None }
    }

    fn terms(&self) -> TriggerTerms {
        TriggerTerms { of_state: None, is_period: true, sets_days: true, is_purchase: false }
    }

    fn meets(&self, record: &Record, as_of: NaiveDate) -> bool {
        let begins = |day: NaiveDate| day < self.every.start(as_of, 0);
        self.of.ledger == record.fact.kind() && self.of.picks(record, as_of).is_some_and(begins)
    }
}
