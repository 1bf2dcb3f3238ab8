//! Again and again after each row of a query: `{ ledger = "service", repeat = { months = 3, until = "expires" } }`.

use super::rows::{anchor, day_starts, picked};
use super::start::{Start, TriggerScene};
use super::starting::{Starting, TriggerForm, TriggerTerms, TriggerWords};
use crate::domain::{Kind, Message, Record, months_after};
use crate::policy::WindowUnit;
use crate::policy::rules::days::days_after;
use crate::policy::rules::query::{Query, QueryField};
use crate::policy::rules::query_reading::date;
use crate::policy::table::{TableReader, WrittenValue};
use chrono::NaiveDate;
use serde::Serialize;

/// From each day with a row picked on, one span of days after the other, until a later day with such a row begins anew.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RepeatTrigger {
    /// Which rows begin it.
    pub of: Query,
    /// The spans.
    pub repeat: Repetition,
}

/// Spans of days one after the other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Repetition {
    /// How long each is; at least 1.
    pub count: u32,
    /// What that is counted in.
    pub unit: WindowUnit,
    /// The field of the rows that holds the day up to which a span may end; none, or blank there: without end.
    pub until: Option<QueryField>,
}

impl Repetition {
    fn read(written: &WrittenValue<'_>, ledger: Kind) -> Option<Self> {
        let read = |table: &mut TableReader<'_>| {
            let (days, months) = (table.read::<Option<u32>>("days"), table.read::<Option<u32>>("months"));
            let until = table.written("until");
            let (count, unit) = match (days?, months?) {
                (Some(days @ 1..), None) => (days, WindowUnit::Days),
                (None, Some(months @ 1..)) => (months, WindowUnit::Months),
                _ => {
                    table.missing(Message::new("policy-fault-repeat"));
                    return None;
                }
            };
            let until = match until {
                Some(written) => Some(date(ledger, &written)?),
                None => None,
            };
            Some(Repetition { count, unit, until })
        };
        written.table(read)
    }

    /// The day so many spans after that one.
    fn after(&self, day: NaiveDate, spans: u32) -> NaiveDate {
        let count = self.count.saturating_mul(spans);
        match self.unit {
            WindowUnit::Days => days_after(day, count),
            WindowUnit::Months => months_after(day, count),
        }
    }
}

/// What begins a row of spans, and the day before each with its last day.
type Spans<'a> = (Start<'a>, Vec<(NaiveDate, NaiveDate)>);

impl RepeatTrigger {
    /// Those that begin up to that day.
    fn spans<'a>(&self, scene: &TriggerScene<'_, 'a>, to: NaiveDate) -> Vec<Spans<'a>> {
        let picked = picked(&self.of, scene.rows, scene.as_of);
        let days: Vec<_> = picked.chunk_by(|one, next| one.day == next.day).collect();
        let anew = days.iter().skip(1).map(|day| day.first().map(|picked| picked.day)).chain([None]);
        let mut all = Vec::new();
        for (day, anew) in days.iter().zip(anew) {
            for begun in day_starts(day, scene, scene.is_each_row) {
                let own = day.iter().rev().filter(|picked| begun.rows.contains(&picked.row.seq()));
                let until = self.repeat.until.and_then(|field| own.filter_map(|it| field.day(it.row.record())).next());
                let spans = (0..).map(|nth| (self.repeat.after(begun.day, nth), self.repeat.after(begun.day, nth + 1)));
                let spans = spans
                    .take_while(|(day, _)| *day <= to && anew.is_none_or(|anew| *day < anew))
                    .take_while(|(_, end)| *end < NaiveDate::MAX && until.is_none_or(|until| *end <= until));
                let spans = spans.collect();
                all.push((begun, spans));
            }
        }
        all
    }
}

impl TriggerForm for RepeatTrigger {
    const KEY: &'static str = "repeat";

    fn read(table: &mut TableReader<'_>) -> Option<Self> {
        let (of, repeat) = (Query::read(table), table.written("repeat"));
        let of = of?;
        let repeat = Repetition::read(&repeat?, of.ledger)?;
        Some(RepeatTrigger { of, repeat })
    }
}

impl Starting for RepeatTrigger {
    fn starts<'a>(&self, scene: &TriggerScene<'_, 'a>) -> Vec<Start<'a>> {
        let spans = self.spans(scene, scene.as_of.max(scene.on));
        let of = |(begun, spans): Spans<'a>| {
            let is_each_row = scene.is_each_row;
            spans.into_iter().map(move |(day, end)| Start {
                day,
                anchor: if is_each_row { format!("{}|{day}", begun.anchor) } else { anchor(begun.phone, day) },
                days: Some((days_after(day, 1), end)),
                ..begun.clone()
            })
        };
        spans.into_iter().flat_map(of).collect()
    }

    fn next_day(&self, scene: &TriggerScene<'_, '_>) -> Option<NaiveDate> {
        let to = self.repeat.after(scene.as_of, 1);
        let days = self.spans(scene, to).into_iter().flat_map(|(_, spans)| spans).map(|(day, _)| day);
        days.filter(|day| scene.as_of < *day).min()
    }

    fn said(&self) -> TriggerWords<'_> {
        let key = match (self.repeat.unit, self.repeat.until) {
            (WindowUnit::Days, None) => "policy-trigger-repeat-days",
            (WindowUnit::Days, Some(_)) => "policy-trigger-repeat-days-until",
            (WindowUnit::Months, None) => "policy-trigger-repeat-months",
            (WindowUnit::Months, Some(_)) => "policy-trigger-repeat-months-until",
        };
        let count = Some(self.repeat.count);
        TriggerWords { key, queries: std::slice::from_ref(&self.of), until: self.repeat.until, count }
    }

    fn terms(&self) -> TriggerTerms {
        let is_purchase = self.of.ledger == Kind::Sale;
        TriggerTerms { of_state: None, is_period: false, sets_days: true, is_purchase }
    }

    fn meets(&self, record: &Record, as_of: NaiveDate) -> bool {
        self.of.ledger == record.fact.kind() && self.of.picks(record, as_of).is_some()
    }
}
