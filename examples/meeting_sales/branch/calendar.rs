//! The days the branch works, and the days it holds meetings.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use huifang::domain::Moment;

/// The first day of the ledgers.
pub const FIRST: NaiveDate = day(8, 1);
/// The last one: a Friday evening, with the month's last day still to come.
pub const LAST: NaiveDate = day(10, 30);

const fn valid(date: Option<NaiveDate>) -> NaiveDate {
    match date {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

/// A day of the year the ledgers are of.
pub const fn day(month: u32, day: u32) -> NaiveDate {
    valid(NaiveDate::from_ymd_opt(2026, month, day))
}

/// A time of a day.
pub fn at(day: NaiveDate, hour: u32, minute: u32) -> Moment {
    Moment { date: day, time: NaiveTime::from_hms_opt(hour, minute, 0) }
}

/// So many days later.
pub fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// So many days before.
pub fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

/// Whether the branch works that day: not on Mondays, and not on the first days of October.
pub fn works(date: NaiveDate) -> bool {
    date.weekday() != Weekday::Mon && !(day(10, 1)..=day(10, 3)).contains(&date)
}

/// The working days from `from` to `to`, both included.
pub fn working_days(from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
    from.iter_days().take_while(|date| *date <= to).filter(|date| works(*date)).collect()
}

/// The first working day on or after `date`.
pub fn working(date: NaiveDate) -> NaiveDate {
    date.iter_days().find(|date| works(*date)).unwrap_or(date)
}

/// A meeting (会议).
#[derive(Clone, Copy)]
pub struct Meeting {
    pub day: NaiveDate,
    name: &'static str,
}

impl Meeting {
    /// Its name as clerks write it.
    pub fn name(self) -> String {
        format!("{}月{}日{}", self.day.month(), self.day.day(), self.name)
    }
}

/// Saturdays' lectures, every other Wednesday's party, and a thank-you party at the end.
pub fn meetings() -> Vec<Meeting> {
    let party = [day(8, 12), day(8, 26), day(9, 9), day(9, 23), day(10, 7), day(10, 21)];
    let name = |date: NaiveDate| match date {
        _ if date == day(10, 29) => Some("答谢会"),
        _ if party.contains(&date) => Some("联谊会"),
        _ if date.weekday() == Weekday::Sat && date > FIRST => Some("健康讲座"),
        _ => None,
    };
    let held = working_days(FIRST, LAST).into_iter().filter_map(|day| Some(Meeting { day, name: name(day)? }));
    held.collect()
}

/// The meeting of that day.
pub fn meeting(date: NaiveDate) -> Meeting {
    meetings().into_iter().find(|meeting| meeting.day == date).unwrap_or(Meeting { day: date, name: "小会" })
}
