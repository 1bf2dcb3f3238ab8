//! Calendar months.

use super::{month_end, month_start};
use chrono::NaiveDate;
use std::fmt;
use std::str::FromStr;

/// A calendar month, written `2026-03`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// The month that day lies in.
    pub fn of(day: NaiveDate) -> Self {
        Month { first: month_start(day) }
    }

    /// The month's first day.
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    /// The month's last day.
    pub fn last(self) -> NaiveDate {
        month_end(self.first)
    }

    /// Whether the day lies in the month.
    pub fn holds(self, day: NaiveDate) -> bool {
        Month::of(day) == self
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first.format("%Y-%m"))
    }
}

impl serde::Serialize for Month {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Month {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A text that is no month written `YYYY-MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a month written YYYY-MM")]
pub struct NotAMonth;

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (year, month) = text.split_once('-').ok_or(NotAMonth)?;
        let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(NotAMonth);
        }
        let first =
            NaiveDate::from_ymd_opt(year.parse().map_err(|_| NotAMonth)?, month.parse().map_err(|_| NotAMonth)?, 1);
        Ok(Month { first: first.ok_or(NotAMonth)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_holds_its_first_and_last_day_and_no_other() {
        let month: Month = "2024-02".parse().unwrap();
        let holds = |day: &str| month.holds(day.parse().unwrap());
        assert!(holds("2024-02-01") && holds("2024-02-29"));
        assert!(!holds("2024-01-31") && !holds("2024-03-01"));
        assert_eq!(month.to_string(), "2024-02");
    }

    #[test]
    fn only_the_one_spelling_is_a_month() {
        for text in ["2026-3", "2026-13", "2026-00", "202603", "2026-03-01", "2026年3月", "+026-03", ""] {
            assert_eq!(text.parse::<Month>(), Err(NotAMonth), "{text}");
        }
    }
}
