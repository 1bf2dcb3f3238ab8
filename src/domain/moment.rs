//! Days with a time, and sums of months.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A local calendar date, with the time of day where the ledger gives one (no time zone; docs/how-it-decides.md, Time).
///
/// Written `2026-03-02` or `2026-03-02 10:00:00`. A date without a time sorts as 23:59:59 of its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The calendar day.
    pub date: NaiveDate,
    /// The time of day, if it was written down.
    pub time: Option<NaiveTime>,
}

impl Moment {
    /// A day without a time.
    pub const fn day(date: NaiveDate) -> Self {
        Moment { date, time: None }
    }

    /// As people read it: to the minute, to the second only where one was written down.
    pub fn said(self) -> String {
        match self.time {
            Some(time) if time.second() == 0 => format!("{} {}", self.date, time.format("%H:%M")),
            _ => self.to_string(),
        }
    }

    /// The time it counts as when events are put in order.
    pub fn sort_time(self) -> NaiveTime {
        self.time.unwrap_or_else(|| NaiveTime::from_hms_opt(23, 59, 59).unwrap_or(NaiveTime::MIN))
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.date, self.sort_time(), self.time).cmp(&(other.date, other.sort_time(), other.time))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => write!(f, "{} {}", self.date, time.format("%H:%M:%S")),
            None => write!(f, "{}", self.date),
        }
    }
}

impl FromStr for Moment {
    type Err = chrono::ParseError;

    /// Reads the form [`Moment`] is written in, and no other: people's spellings are `ingest`'s business. Exactly midnight
    /// is no time of day: programs add it to days without one.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let of_day = |time: &NaiveTime| *time != NaiveTime::MIN;
        match text.split_once(' ') {
            Some((date, time)) => Ok(Moment { date: date.parse()?, time: Some(time.parse()?).filter(of_day) }),
            None => Ok(Moment::day(text.parse()?)),
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The same day `months` later, clamped to that month's end (01-31 → 02-28; docs/how-it-decides.md, Time).
pub fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// The first day of the month `day` lies in.
pub fn month_start(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The last day of the month `day` lies in.
pub fn month_end(day: NaiveDate) -> NaiveDate {
    months_after(month_start(day), 1).checked_sub_days(Days::new(1)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_without_a_time_counts_as_the_days_last_second() {
        assert!(moment("2026-03-03 21:00:00") < moment("2026-03-03"));
        assert!(moment("2026-03-03") < moment("2026-03-04 00:00:01"));
        assert_eq!(moment("2026-03-04 00:00:00"), moment("2026-03-04"));
    }

    #[test]
    fn a_month_after_is_clamped_to_the_months_end() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(months_after(day("2026-01-31"), 1), day("2026-02-28"));
        assert_eq!(months_after(day("2024-01-31"), 1), day("2024-02-29"));
        assert_eq!(months_after(day("2026-02-28"), 1), day("2026-03-28"));
        assert_eq!(month_end(day("2026-02-03")), day("2026-02-28"));
        assert_eq!(month_start(day("2026-02-03")), day("2026-02-01"));
    }

    #[test]
    fn people_read_seconds_only_where_there_are_some() {
        let said = [("2026-03-03", "2026-03-03"), ("2026-03-03 09:05:00", "2026-03-03 09:05")];
        for (written, said) in said.into_iter().chain([("2026-03-03 09:05:01", "2026-03-03 09:05:01")]) {
            assert_eq!(moment(written).said(), said);
        }
    }

    #[test]
    fn it_is_read_as_it_is_written() {
        for text in ["2026-03-03", "2026-03-03 09:05:00"] {
            assert_eq!(moment(text).to_string(), text);
        }
        assert!("2026-02-30".parse::<Moment>().is_err());
    }
}
