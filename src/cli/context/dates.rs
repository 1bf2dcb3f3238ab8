//! Days and months on the command line: every spelling of the ledgers, and what people say: 今天, 周一, 11-2, 上月.
//!
//! What leaves the year or the week open is read at the day of the clock, and what it was taken as is said. An option looks
//! back (the latest Monday, today included) unless its value is called `DAY`: then it looks ahead (the next Monday).

use crate::cli::context::fault::ReadableError;
use crate::cli::context::in_force::InForce;
use crate::domain::Message;
use crate::ingest::single;
use crate::journal::KnownAt;
use crate::report::Month;
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use clap::{Arg, ArgMatches, Command};

/// Which way a day is looked for whose year or week is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchDirection {
    Back,
    Ahead,
}

/// When an argument is read, and which way it looks; none: only what is whole in itself is understood.
type At = Option<(NaiveDate, SearchDirection)>;

/// A day somebody may be a little early with, as `--as-of 11-30` on the 27th, is this year's.
const A_LITTLE: Days = Days::new(31);

/// A day that is whole in itself. The parser to declare with an argument called `DATE` or `DAY`; [`read_at`] puts one in
/// its place that knows what day it is.
pub fn day(text: &str) -> Result<NaiveDate, ReadableError> {
    day_at(text, None)
}

/// A month that is whole in itself, of an argument called `MONTH`.
pub fn month(text: &str) -> Result<Month, ReadableError> {
    month_at(text, None)
}

/// The commands, reading every day and month at that day.
pub fn read_at(command: Command, today: NaiveDate) -> Command {
    let known = move |arg: Arg| {
        let is_called = |name: &str| arg.get_value_names().is_some_and(|names| names.iter().any(|of| of == name));
        let (back, ahead) = (Some((today, SearchDirection::Back)), Some((today, SearchDirection::Ahead)));
        match arg.get_action().takes_values() {
            true if is_called("DATE") => arg.value_parser(move |text: &str| day_at(text, back)),
            true if is_called("DAY") => arg.value_parser(move |text: &str| day_at(text, ahead)),
            true if is_called("MONTH") => arg.value_parser(move |text: &str| month_at(text, back)),
            true if is_called("KNOWN") => arg.value_parser(move |text: &str| known_at(text, back)),
            true if is_called("BEGIN") => arg.value_parser(move |text: &str| in_force_at(text, back)),
            // A day with a time is read where the ledger's own reader does it.
            true if is_called("MOMENT") => arg.value_parser(move |text: &str| {
                Ok::<_, ReadableError>(named(text, back).map_or_else(|| text.to_owned(), |day| day.to_string()))
            }),
            _ => arg,
        }
    };
    command.mut_args(known).mut_subcommands(|inner| read_at(inner, today))
}

/// What was taken for something that leaves open what is meant.
pub struct Interpretation {
    pub typed: String,
    /// The day or month, as it stands in a report.
    pub meant: String,
}

/// The values of an argument that were understood by the day they were read at.
pub fn taken(id: &str, matches: &ArgMatches) -> Vec<Option<Interpretation>> {
    let raw: Vec<String> =
        matches.get_raw(id).into_iter().flatten().map(|value| value.to_string_lossy().into_owned()).collect();
    let typed = |at: usize| raw.get(at).cloned().unwrap_or_default();
    let told =
        |at: usize, is_whole: bool, meant: String| (!is_whole).then(|| Interpretation { typed: typed(at), meant });
    if let Ok(Some(days)) = matches.try_get_many::<NaiveDate>(id) {
        return days.enumerate().map(|(at, meant)| told(at, day(&typed(at)).is_ok(), meant.to_string())).collect();
    }
    if let Ok(Some(months)) = matches.try_get_many::<Month>(id) {
        return months.enumerate().map(|(at, meant)| told(at, month(&typed(at)).is_ok(), meant.to_string())).collect();
    }
    if let Ok(Some(points)) = matches.try_get_many::<KnownAt>(id) {
        let said = |(at, meant): (usize, &KnownAt)| match meant {
            KnownAt::Moment(moment) => told(at, known(&typed(at)).is_ok(), moment.date().to_string()),
            KnownAt::Batch(_) => None,
        };
        return points.enumerate().map(said).collect();
    }
    if let Ok(Some(begun)) = matches.try_get_many::<InForce>(id) {
        let said = |(at, meant): (usize, &InForce)| match meant {
            InForce::From(from) => told(at, in_force(&typed(at)).is_ok(), from.to_string()),
            InForce::Always => None,
        };
        return begun.enumerate().map(said).collect();
    }
    raw.iter().map(|_| None).collect()
}

fn day_at(text: &str, at: At) -> Result<NaiveDate, ReadableError> {
    if let Some(day) = named(text, at) {
        return Ok(day);
    }
    match written(text, at).map_err(|why| not_a_day(text, why))? {
        (day, None) if day.year() < single::FIRST_YEAR => {
            Err(not_a_day(text, Message::new("ingest-date-early").show("date", day)))
        }
        (day, None) => Ok(day),
        (_, Some(_)) => Err(not_a_day(text, Message::new("cli-usage-day-timed"))),
    }
}

fn not_a_day(text: &str, why: Message) -> ReadableError {
    ReadableError::new(Message::new("cli-usage-day").with("value", text).with("why", why))
}

/// A day by its name: 今天, yesterday, 周一, 上周五.
fn named(text: &str, at: At) -> Option<NaiveDate> {
    let (today, look) = at?;
    let folded = single::folded(text).to_lowercase();
    let word = folded.as_str();
    let ahead = |days| today.checked_add_days(Days::new(days));
    let back = |days| today.checked_sub_days(Days::new(days));
    match word {
        "今天" | "今日" | "today" => return Some(today),
        "明天" | "明日" | "tomorrow" => return ahead(1),
        "昨天" | "昨日" | "yesterday" => return back(1),
        "后天" => return ahead(2),
        "前天" => return back(2),
        _ => {}
    }
    let in_week = |prefixes: &[&str]| {
        let rest = prefixes.iter().find_map(|prefix| word.strip_prefix(prefix));
        rest.map(|rest| rest.trim_start_matches('个')).and_then(single::weekday)
    };
    // A week begins on its Monday.
    let of_week = |weekday: Weekday, from: Option<NaiveDate>| {
        let monday = from?.checked_sub_days(Days::new(today.weekday().num_days_from_monday().into()))?;
        monday.checked_add_days(Days::new(weekday.num_days_from_monday().into()))
    };
    if let Some(weekday) = in_week(&["上"]) {
        return of_week(weekday, back(7));
    }
    if let Some(weekday) = in_week(&["本", "这"]) {
        return of_week(weekday, Some(today));
    }
    if let Some(weekday) = in_week(&["下"]) {
        return of_week(weekday, ahead(7));
    }
    let weekday = single::weekday(word)?;
    let since = today.weekday().days_since(weekday);
    match look {
        SearchDirection::Back => back(since.into()),
        SearchDirection::Ahead => ahead(u64::from((7 - since) % 7)),
    }
}

/// A day as ledgers write it, with the time if one is written. Without a year it is that of the year that fits best:
/// looking back the latest one that is not far ahead, looking ahead the nearest.
fn written(text: &str, at: At) -> Result<(NaiveDate, Option<NaiveTime>), Message> {
    let whole = single::moment(text, None);
    let Some((today, look)) = at else { return whole };
    let Err(why) = whole else { return whole };
    // Nothing but the year is missing if some year makes it one.
    let of_year = |year: i32| single::moment(text, Some(year));
    let this = today.year();
    let found: Vec<_> = (this - 4..=this + 1).filter_map(|year| of_year(year).ok()).collect();
    let last = today.checked_add_days(A_LITTLE).unwrap_or(today);
    let best = match look {
        SearchDirection::Back => found.into_iter().rfind(|(day, _)| *day <= last),
        SearchDirection::Ahead => found.into_iter().min_by_key(|(day, _)| (*day - today).num_days().abs()),
    };
    best.ok_or_else(|| of_year(this).err().unwrap_or(why))
}

fn month_at(text: &str, at: At) -> Result<Month, ReadableError> {
    let wrong = || ReadableError::new(Message::new("cli-usage-month").with("value", text));
    let word = single::folded(text).to_lowercase();
    let of = |year: i32, month: u32| NaiveDate::from_ymd_opt(year, month, 1).map(Month::of);
    if let Some((today, _)) = at {
        let before = |months| today.checked_sub_months(Months::new(months)).map(Month::of);
        let named = match word.as_str() {
            "本月" | "这个月" | "当月" | "this month" | "this-month" => before(0),
            "上月" | "上个月" | "last month" | "last-month" => before(1),
            _ => None,
        };
        if let Some(month) = named {
            return Ok(month);
        }
    }
    let parts = word.trim_end_matches('月').split(['-', '/', '.', '年']).map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let number = |part: &str, digits: std::ops::RangeInclusive<usize>| {
        let is_one = digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| is_one)
    };
    let found = match parts[..] {
        [both] if both.len() == 6 && !word.contains('月') => {
            number(both, 6..=6).and_then(|both| of((both / 100).cast_signed(), both % 100))
        }
        [year, month] => {
            number(year, 4..=4).zip(number(month, 1..=2)).and_then(|(year, month)| of(year.cast_signed(), month))
        }
        // The latest such month that has begun.
        [month] if word.ends_with('月') => at
            .zip(number(month, 1..=2))
            .and_then(|((today, _), month)| of(today.year() - i32::from(month > today.month()), month)),
        _ => None,
    };
    found
        .filter(|month| {
            NaiveDate::from_ymd_opt(single::FIRST_YEAR, 1, 1).is_none_or(|first| *month >= Month::of(first))
        })
        .ok_or_else(wrong)
}

/// A point of the journal: a batch's number, a day (its end is meant), or a day and a time.
pub fn known(text: &str) -> Result<KnownAt, ReadableError> {
    known_at(text, None)
}

fn known_at(text: &str, at: At) -> Result<KnownAt, ReadableError> {
    let wrong = || ReadableError::new(Message::new("cli-usage-known").with("value", text));
    let end = |day: NaiveDate| day.and_time(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default());
    if let Some(day) = named(text, at) {
        return Ok(KnownAt::Moment(end(day)));
    }
    // Eight digits are a day: no house has as many batches.
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() != 8;
    if is_number {
        return text.parse().map(KnownAt::Batch).map_err(|_| wrong());
    }
    let (day, time) = written(text, at).map_err(|_| wrong())?;
    let Some(time) = time else { return Ok(KnownAt::Moment(end(day))) };
    let moment: NaiveDateTime = day.and_time(time);
    // Said to the minute, the whole minute is meant, as the whole day is for a day.
    let is_to_the_second = text.matches([':', '：']).count() > 1 || text.contains('秒');
    Ok(KnownAt::Moment(if is_to_the_second { moment } else { moment + chrono::Duration::seconds(59) }))
}

/// From when the rules hold: a day, or `none`.
pub fn in_force(text: &str) -> Result<InForce, ReadableError> {
    in_force_at(text, None)
}

fn in_force_at(text: &str, at: At) -> Result<InForce, ReadableError> {
    match single::folded(text).to_lowercase().as_str() {
        "none" | "无" | "不限" => Ok(InForce::Always),
        _ => day_at(text, at).map(InForce::From),
    }
}

#[cfg(test)]
mod tests;
