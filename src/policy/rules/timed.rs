//! Values that change on given days.

use crate::domain::Message;
use crate::policy::table::{ReadValue, WrittenValue};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};

/// A value that may change on given days: written plainly, or as `[{ value = 2 }, { from = 2027-01-01, value = 3 }]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timed<T> {
    first: T,
    later: Vec<(NaiveDate, T)>,
}

impl<T> Timed<T> {
    /// A value that never changes.
    pub const fn always(value: T) -> Self {
        Timed { first: value, later: Vec::new() }
    }

    /// The value in force on that day.
    pub fn at(&self, day: NaiveDate) -> &T {
        self.later.iter().rev().find(|(from, _)| *from <= day).map_or(&self.first, |(_, value)| value)
    }

    /// Each value and the day it is in force from; the first has none, it holds from the beginning.
    pub fn steps(&self) -> impl Iterator<Item = (Option<NaiveDate>, &T)> {
        let later = self.later.iter().map(|(from, value)| (Some(*from), value));
        std::iter::once((None, &self.first)).chain(later)
    }

    /// Its value beside the other's of the same day, for every day on which either changes.
    pub fn beside<'a, U>(&'a self, other: &'a Timed<U>) -> impl Iterator<Item = (&'a T, &'a U)> {
        let days = self.later.iter().map(|(from, _)| *from).chain(other.later.iter().map(|(from, _)| *from));
        std::iter::once((&self.first, &other.first)).chain(days.map(|day| (self.at(day), other.at(day))))
    }

    /// Every value with the day from which it holds.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        std::iter::once(&self.first).chain(self.later.iter().map(|(_, value)| value))
    }
}

impl Timed<u32> {
    /// Whether it is zero for ever.
    pub fn is_zero(&self) -> bool {
        self.values().all(|value| *value == 0)
    }
}

impl<T: Serialize> Serialize for Timed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.steps())
    }
}

impl<T> Timed<T> {
    /// Reads it, each of its values by that function.
    pub fn read_by(written: &WrittenValue<'_>, read: impl Fn(&WrittenValue<'_>) -> Option<T>) -> Option<Timed<T>> {
        let Some(steps) = written.as_list() else {
            return read(written).map(Timed::always);
        };
        if steps.is_empty() {
            written.fault(Message::new("policy-fault-from-none"));
        }
        let mut before: Option<NaiveDate> = None;
        let mut values = steps.iter().enumerate().map(|(at, step)| {
            let (from, value) = step.table(|table| {
                let from: Option<Option<NaiveDate>> = table.read("from");
                let value = table.read_by("value", &read, || None);
                Some((from?, value))
            })?;
            match from {
                Some(_) if at == 0 => step.fault(Message::new("policy-fault-from-first")),
                None if at > 0 => step.fault(Message::new("policy-fault-from-later")),
                Some(_) if from <= before => step.fault(Message::new("policy-fault-from-order")),
                _ => {}
            }
            before = from.or(before);
            Some((from, value?))
        });
        // Each is read before one that cannot be is enough for none.
        let values: Vec<Option<(Option<NaiveDate>, T)>> = values.by_ref().collect();
        let mut values = values.into_iter().collect::<Option<Vec<_>>>()?.into_iter();
        let (_, first) = values.next()?;
        Some(Timed { first, later: values.filter_map(|(from, value)| Some((from?, value))).collect() })
    }
}

impl<T: ReadValue> ReadValue for Timed<T> {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        Timed::read_by(written, T::read_value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::table::read_document;

    fn days(text: &str) -> Result<Timed<u32>, Vec<&'static str>> {
        let read = read_document(text, |table| table.read("days"));
        read.map_err(|error| error.faults.iter().map(|fault| fault.message.key).collect())
    }

    fn on(days: &Timed<u32>, day: &str) -> u32 {
        *days.at(day.parse().unwrap())
    }

    #[test]
    fn a_plain_value_holds_always() {
        assert_eq!(on(&days("days = 2").unwrap(), "2000-01-01"), 2);
    }

    #[test]
    fn a_later_value_is_in_force_from_its_day() {
        let days = days("days = [{ value = 2 }, { from = 2027-01-01, value = 3 }]").unwrap();
        assert_eq!((on(&days, "2026-12-31"), on(&days, "2027-01-01")), (2, 3));
    }

    #[test]
    fn disorder_is_refused() {
        for (text, faults) in [
            ("days = []", &["policy-fault-from-none"][..]),
            ("days = [{ from = 2027-01-01, value = 3 }]", &["policy-fault-from-first"]),
            ("days = [{ value = 2 }, { value = 3 }]", &["policy-fault-from-later"]),
            (
                "days = [{ value = 2 }, { from = 2027-01-02, value = 3 }, { from = 2027-01-01, value = 4 }]",
                &["policy-fault-from-order"],
            ),
            (
                "days = [{ value = 2 }, { from = 2027-01-01, value = 3 }, { from = 2027-01-01, value = 4 }]",
                &["policy-fault-from-order"],
            ),
            ("days = [{ value = 2, until = 2027-01-01 }]", &["policy-fault-unknown-key"]),
            ("days = [{ value = 2 }, { from = 10:00:00, value = -1 }]", &["policy-fault-date", "policy-fault-type"]),
            ("days = -1", &["policy-fault-type"]),
        ] {
            assert_eq!(days(text).unwrap_err(), faults, "{text}");
        }
    }
}
