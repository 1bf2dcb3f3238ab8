use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

// What is wrong with a value is said by the key of its text; `file::slip` knows them.

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

    /// Every value it ever has.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        std::iter::once(&self.first).chain(self.later.iter().map(|(_, value)| value))
    }
}

impl<T: Serialize> Serialize for Timed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.steps())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    from: Option<toml::value::Datetime>,
    value: toml::Value,
}

impl<'de, T: de::DeserializeOwned> Deserialize<'de> for Timed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let plain = |value: toml::Value| value.try_into::<T>().map_err(|error| de::Error::custom(error.message()));
        let steps = match toml::Value::deserialize(deserializer)? {
            toml::Value::Array(steps) => steps,
            value => return Ok(Timed::always(plain(value)?)),
        };
        let mut steps = steps.into_iter().map(|step| step.try_into::<Step>());
        let first = match steps.next() {
            Some(Ok(Step { from: None, value })) => plain(value)?,
            Some(Err(error)) => return Err(de::Error::custom(error.message())),
            Some(Ok(_)) => return Err(de::Error::custom("policy-fault-from-first")),
            None => return Err(de::Error::custom("policy-fault-from-none")),
        };
        let mut later: Vec<(NaiveDate, T)> = Vec::new();
        for step in steps {
            let step = step.map_err(|error| de::Error::custom(error.message()))?;
            let from = step.from.and_then(date).ok_or_else(|| de::Error::custom("policy-fault-from-later"))?;
            if later.last().is_some_and(|(before, _)| *before >= from) {
                return Err(de::Error::custom("policy-fault-from-order"));
            }
            later.push((from, plain(step.value)?));
        }
        Ok(Timed { first, later })
    }
}

/// The day of a TOML date.
pub fn date(value: toml::value::Datetime) -> Option<NaiveDate> {
    let date = value.date?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    struct Days {
        days: Timed<u32>,
    }

    fn on(days: &Timed<u32>, day: &str) -> u32 {
        *days.at(day.parse().unwrap())
    }

    #[test]
    fn a_plain_value_holds_always() {
        let Days { days } = toml::from_str("days = 2").unwrap();
        assert_eq!(on(&days, "2000-01-01"), 2);
    }

    #[test]
    fn a_later_value_is_in_force_from_its_day() {
        let Days { days } = toml::from_str("days = [{ value = 2 }, { from = 2027-01-01, value = 3 }]").unwrap();
        assert_eq!((on(&days, "2026-12-31"), on(&days, "2027-01-01")), (2, 3));
    }

    #[test]
    fn disorder_is_refused() {
        for text in [
            "days = []",
            "days = [{ from = 2027-01-01, value = 3 }]",
            "days = [{ value = 2 }, { value = 3 }]",
            "days = [{ value = 2 }, { from = 2027-01-02, value = 3 }, { from = 2027-01-01, value = 4 }]",
            "days = [{ value = 2, until = 2027-01-01 }]",
            "days = -1",
        ] {
            assert!(toml::from_str::<Days>(text).is_err(), "{text}");
        }
    }
}
