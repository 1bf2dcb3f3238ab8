//! Dates as people write them. What could be read in two ways is refused, never guessed.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

/// A date as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenDate {
    pub date: NaiveDate,
    /// The time of day, if one was written.
    pub time: Option<NaiveTime>,
    /// A weekday stands beside it that the day was not.
    pub wrong_weekday: bool,
    /// No year is written; it is the one that was to be taken.
    pub is_yearless: bool,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// Nothing a date is written like.
    NotADate,
    /// A day and a month only.
    NoYear,
    /// `26-11-20`.
    TwoDigitYear,
    /// `14/02/2018`: the day comes first.
    DayFirst,
    /// `02/14/2018`: the month comes first.
    MonthFirst,
    /// `02/03/2018`, which may be day or month first.
    YearLast,
    /// `2018-02-29`.
    Impossible,
    /// The date is one, what follows is no time of day.
    BadTime,
    /// A time of day without a date.
    NoDate,
    /// An Excel day number that is no day.
    Serial,
}

/// Reads a date, with the year to be taken where none is written.
pub fn read(text: &str, year: Option<i32>) -> Result<WrittenDate, DateFault> {
    if let Some(written) = canonical(text.as_bytes()) {
        return Ok(written);
    }
    let mut scan = Scan { rest: text, is_yearless: false };
    let date = match scan.date(year)? {
        Date::Day(date) => date,
        Date::Serial => {
            let number: f64 = text.parse().map_err(|_| DateFault::NotADate)?;
            let (moment, timed) = super::super::cell::from_serial(number, false).ok_or(DateFault::Serial)?;
            return Ok(WrittenDate { time: timed.then(|| moment.time()), ..WrittenDate::day(moment.date()) });
        }
    };
    let mut weekday = scan.weekday();
    let time = scan.time()?;
    weekday = weekday.or_else(|| scan.weekday());
    if !scan.rest.trim().is_empty() {
        return Err(if time.is_some() || weekday.is_some() { DateFault::NotADate } else { DateFault::BadTime });
    }
    let wrong_weekday = weekday.is_some_and(|weekday| weekday != date.weekday());
    Ok(WrittenDate { date, time: time.filter(is_a_time), wrong_weekday, is_yearless: scan.is_yearless })
}

impl WrittenDate {
    const fn day(date: NaiveDate) -> WrittenDate {
        WrittenDate { date, time: None, wrong_weekday: false, is_yearless: false }
    }
}

/// Whether it is more than the midnight that programs add to a day without a time.
pub fn is_a_time(time: &NaiveTime) -> bool {
    *time != NaiveTime::MIN
}

/// Reads a time of day that stands by itself.
pub fn clock(text: &str) -> Option<NaiveTime> {
    let mut scan = Scan { rest: text, is_yearless: false };
    let time = scan.time().ok()??;
    scan.rest.trim().is_empty().then_some(time)
}

/// Reads a weekday that stands by itself.
pub fn weekday(text: &str) -> Option<Weekday> {
    let mut scan = Scan { rest: text, is_yearless: false };
    let weekday = scan.weekday().filter(|_| text.starts_with(char::is_alphabetic))?;
    scan.rest.trim().is_empty().then_some(weekday)
}

/// `2026-11-20` and `2026-11-20 09:05:00`, which most files are full of.
fn canonical(bytes: &[u8]) -> Option<WrittenDate> {
    let two = |at: usize| -> Option<u32> {
        let (tens, ones) = (bytes[at].wrapping_sub(b'0'), bytes[at + 1].wrapping_sub(b'0'));
        (tens < 10 && ones < 10).then_some(u32::from(tens) * 10 + u32::from(ones))
    };
    let timed = match bytes.len() {
        10 => false,
        19 => bytes[10] == b' ' && bytes[13] == b':' && bytes[16] == b':',
        _ => return None,
    };
    if bytes[4] != b'-' || bytes[7] != b'-' || (bytes.len() == 19 && !timed) {
        return None;
    }
    let date = NaiveDate::from_ymd_opt((two(0)? * 100 + two(2)?) as i32, two(5)?, two(8)?)?;
    let time = if timed { Some(NaiveTime::from_hms_opt(two(11)?, two(14)?, two(17)?)?) } else { None };
    Some(WrittenDate { time: time.filter(is_a_time), ..WrittenDate::day(date) })
}

enum Date {
    Day(NaiveDate),
    Serial,
}

struct Scan<'a> {
    rest: &'a str,
    /// The date had no year of its own.
    is_yearless: bool,
}

impl Scan<'_> {
    fn spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// The next digits, and how many they are.
    fn number(&mut self) -> Option<(u32, usize)> {
        self.spaces();
        let len = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let number = self.rest.get(..len)?.parse().ok()?;
        self.rest = &self.rest[len..];
        Some((number, len))
    }

    /// Takes one of these off the front, and says which.
    fn take(&mut self, of: &[&'static str]) -> Option<&'static str> {
        self.spaces();
        let found = of.iter().copied().find(|token| self.rest.starts_with(token))?;
        self.rest = &self.rest[found.len()..];
        Some(found)
    }

    fn date(&mut self, year: Option<i32>) -> Result<Date, DateFault> {
        let Some((first, digits)) = self.number() else {
            return Err(if self.time_word().is_some() { DateFault::NoDate } else { DateFault::NotADate });
        };
        match self.take(&["-", "/", ".", "年", "月", ":", "点", "时"]) {
            Some(":" | "点" | "时") => Err(DateFault::NoDate),
            Some("年") => {
                let (month, _) = self.number().ok_or(DateFault::NotADate)?;
                self.take(&["月"]).ok_or(DateFault::NotADate)?;
                let (day, _) = self.number().ok_or(DateFault::NotADate)?;
                self.take(&["日", "号"]);
                match digits {
                    4 => civil(first as i32, month, day),
                    2 => Err(DateFault::TwoDigitYear),
                    _ => Err(DateFault::NotADate),
                }
            }
            Some("月") => {
                let (day, _) = self.number().filter(|_| digits <= 2).ok_or(DateFault::NotADate)?;
                self.take(&["日", "号"]);
                self.is_yearless = true;
                civil(year.ok_or(DateFault::NoYear)?, first, day)
            }
            Some(separator) if digits != 5 || separator != "." => self.separated(separator, first, digits, year),
            _ => match digits {
                8 => civil((first / 10_000) as i32, first / 100 % 100, first % 100),
                5 => Ok(Date::Serial),
                6 => Err(DateFault::TwoDigitYear),
                _ => Err(DateFault::NotADate),
            },
        }
    }

    fn separated(
        &mut self,
        separator: &'static str,
        first: u32,
        digits: usize,
        year: Option<i32>,
    ) -> Result<Date, DateFault> {
        let (second, second_digits) = self.number().ok_or(DateFault::NotADate)?;
        if second_digits > 2 {
            return Err(DateFault::NotADate);
        }
        if self.take(&[separator]).is_none() {
            // A serial such as `0.375` is a time of day that lost its date.
            return match digits {
                1 | 2 if first > 0 => {
                    self.is_yearless = true;
                    civil(year.ok_or(DateFault::NoYear)?, first, second)
                }
                _ => Err(DateFault::NotADate),
            };
        }
        let (third, third_digits) = self.number().ok_or(DateFault::NotADate)?;
        match (digits, third_digits) {
            (4, 1 | 2) => civil(first as i32, second, third),
            (1 | 2, 4) => Err(match (first, second) {
                (13.., 13..) => DateFault::Impossible,
                (13.., _) => DateFault::DayFirst,
                (_, 13..) => DateFault::MonthFirst,
                _ => DateFault::YearLast,
            }),
            (1 | 2, 1 | 2) => Err(DateFault::TwoDigitYear),
            _ => Err(DateFault::NotADate),
        }
    }

    /// A weekday, with or without brackets.
    fn weekday(&mut self) -> Option<Weekday> {
        const LATIN: [(&str, Weekday); 14] = [
            ("monday", Weekday::Mon),
            ("tuesday", Weekday::Tue),
            ("wednesday", Weekday::Wed),
            ("thursday", Weekday::Thu),
            ("friday", Weekday::Fri),
            ("saturday", Weekday::Sat),
            ("sunday", Weekday::Sun),
            ("mon", Weekday::Mon),
            ("tue", Weekday::Tue),
            ("wed", Weekday::Wed),
            ("thu", Weekday::Thu),
            ("fri", Weekday::Fri),
            ("sat", Weekday::Sat),
            ("sun", Weekday::Sun),
        ];
        let before = self.rest;
        let open = self.take(&["(", ",", "，"]);
        let week = self.take(&["星期", "礼拜", "周", "週"]);
        let chinese = |c: char| match c {
            '一' | '1' => Some(Weekday::Mon),
            '二' | '2' => Some(Weekday::Tue),
            '三' | '3' => Some(Weekday::Wed),
            '四' | '4' => Some(Weekday::Thu),
            '五' | '5' => Some(Weekday::Fri),
            '六' | '6' => Some(Weekday::Sat),
            '日' | '天' | '7' => Some(Weekday::Sun),
            _ => None,
        };
        let mut found = None;
        if week.is_some() || open == Some("(") {
            let next = self.rest.chars().next();
            if let Some(weekday) = next.and_then(chinese) {
                self.rest = &self.rest[next.map_or(0, char::len_utf8)..];
                found = Some(weekday);
            }
        }
        if found.is_none() && week.is_none() {
            self.spaces();
            let lower = self.rest.to_ascii_lowercase();
            if let Some((name, weekday)) = LATIN.iter().find(|(name, _)| lower.starts_with(name)) {
                self.rest = &self.rest[name.len()..];
                found = Some(*weekday);
            }
        }
        if found.is_none() || (open == Some("(") && self.take(&[")"]).is_none()) {
            self.rest = before;
            return None;
        }
        found
    }

    fn time_word(&mut self) -> Option<&'static str> {
        self.take(&["上午", "下午", "早上", "凌晨", "中午", "晚上", "傍晚", "AM", "PM", "am", "pm", "Am", "Pm"])
    }

    fn time(&mut self) -> Result<Option<NaiveTime>, DateFault> {
        self.take(&["T"]);
        let before = self.time_word();
        let Some((hour, _)) = self.number() else {
            return if before.is_some() { Err(DateFault::BadTime) } else { Ok(None) };
        };
        let mark = self.take(&[":", "点", "时"]).ok_or(DateFault::BadTime)?;
        let (mut minute, mut second) = (0, 0);
        if mark == ":" {
            minute = self.number().ok_or(DateFault::BadTime)?.0;
            if self.take(&[":"]).is_some() {
                second = self.number().ok_or(DateFault::BadTime)?.0;
                if self.take(&["."]).is_some() {
                    self.number().ok_or(DateFault::BadTime)?;
                }
            }
        } else if self.take(&["半"]).is_some() {
            minute = 30;
        } else if self.take(&["整"]).is_none()
            && let Some((written, _)) = self.number()
        {
            minute = written;
            self.take(&["分"]);
            if let Some((written, _)) = self.number() {
                second = written;
                self.take(&["秒"]).ok_or(DateFault::BadTime)?;
            }
        }
        let part = before.or_else(|| self.take(&["AM", "PM", "am", "pm", "Am", "Pm"]));
        let hour = match part {
            None => hour,
            // Twelve of the morning or the evening may be noon or midnight.
            Some("上午" | "早上" | "晚上" | "傍晚") if hour == 12 => return Err(DateFault::BadTime),
            Some("凌晨" | "AM" | "am" | "Am") if hour == 12 => 0,
            Some("上午" | "早上" | "凌晨" | "AM" | "am" | "Am") if hour > 12 => return Err(DateFault::BadTime),
            Some("下午" | "晚上" | "傍晚" | "PM" | "pm" | "Pm") if hour < 12 => hour + 12,
            Some("中午") if hour < 3 => hour + 12,
            Some(_) => hour,
        };
        NaiveTime::from_hms_opt(hour, minute, second).map(Some).ok_or(DateFault::BadTime)
    }
}

fn civil(year: i32, month: u32, day: u32) -> Result<Date, DateFault> {
    NaiveDate::from_ymd_opt(year, month, day).map(Date::Day).ok_or(DateFault::Impossible)
}

/// What a file's name says of the dates in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileNameDates {
    pub year: i32,
    /// The last month that is named beside the year.
    pub month: Option<u32>,
    /// The day, where the whole of it is named: `2026-10-31`.
    pub day: Option<NaiveDate>,
}

impl FileNameDates {
    /// Whether a day of that month may have the name's year: a sheet of January holds no day of December to come.
    pub fn allows(self, month: u32) -> bool {
        self.month.is_none_or(|named| month <= named + 1)
    }

    /// The same day of the year in which it lies nearest to the day named; none: no whole day is named.
    pub fn nearest(self, date: NaiveDate) -> Option<NaiveDate> {
        let named = self.day?;
        let years = [named.year() - 1, named.year(), named.year() + 1];
        let days = years.into_iter().filter_map(|year| date.with_year(year));
        days.min_by_key(|day| (*day - named).num_days().abs())
    }
}

/// The one year that a file's name gives, with the month: `2026年11月`, `20261120`, `2026-11`.
pub fn in_name(name: &str) -> Option<FileNameDates> {
    let mut found: Option<FileNameDates> = None;
    let mut rest = name;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let run = &rest[at..];
        let len = run.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, behind) = run.split_at(len);
        rest = behind;
        let is_year = matches!(len, 4 | 6 | 8) && digits.starts_with("20");
        if !is_year {
            // `2026年10-11月`: the last month of several.
            if let (Some(named), true) = (&mut found, behind.trim_start().starts_with('月')) {
                named.month = month(digits).max(named.month);
            }
            continue;
        }
        let year = digits[..4].parse().ok()?;
        if found.is_some_and(|named| named.year != year) {
            return None;
        }
        let own = if len == 4 { month_behind(behind) } else { month(&digits[4..6]) };
        let before = found.and_then(|named| named.month);
        let day = found.and_then(|named| named.day).or_else(|| day_behind(digits, behind));
        found = Some(FileNameDates { year, month: own.max(before), day });
    }
    found
}

/// The whole day that begins with that year: `20261031`, `2026-10-31`.
fn day_behind(digits: &str, behind: &str) -> Option<NaiveDate> {
    let text = match digits.len() {
        8 => digits.to_owned(),
        4 => format!("{digits}{}", behind.get(..6)?),
        _ => return None,
    };
    let formats = ["%Y%m%d", "%Y-%m-%d", "%Y.%m.%d", "%Y_%m_%d"];
    formats.into_iter().find_map(|format| NaiveDate::parse_from_str(&text, format).ok())
}

fn month(digits: &str) -> Option<u32> {
    digits.parse().ok().filter(|month| (1..=12).contains(month))
}

/// The month in `-11`, `.11` or `_11` behind a year; a single digit may be the number of a copy.
fn month_behind(text: &str) -> Option<u32> {
    let digits = text.strip_prefix(['-', '.', '_'])?;
    let len = digits.bytes().take_while(u8::is_ascii_digit).count();
    if len == 2 { month(&digits[..2]) } else { None }
}

#[cfg(test)]
mod tests;
