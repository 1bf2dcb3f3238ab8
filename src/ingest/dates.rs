//! Days and moments in the cells of a row, and whether they can be.

use super::cell::{Cell, Form, from_serial};
use super::field::Field;
use super::typing::Typing;
use super::values::date;
use super::{fold, labels};
use crate::domain::{Message, Moment};
use chrono::{Datelike, NaiveDate, NaiveTime};

/// Which days a column of dates may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// From 2000 until a year after the import; later than the import is noted.
    Usual,
    /// Any day until then: people were hired before 2000.
    AnyPast,
    /// From 2000 to any day: policies expire in ten years.
    AnyFuture,
}

/// The first year that anything but a birthday or a hiring is of.
pub const FIRST_YEAR: i32 = 2000;

impl Typing<'_> {
    /// A day or moment as written down, with the time where one is given.
    pub fn moment(&mut self, field: Field, window: Window) -> Option<Moment> {
        let text = self.written(field, fold::value)?;
        let cell = self.cell(field);
        let mut moment = self.written_moment(cell, &text);
        if field == Field::At && !self.columns.moments.is_empty() {
            moment = self.completed(cell, moment);
        }
        let (date, time, wrong_weekday) = match moment {
            Ok(found) => found,
            Err(fault) => {
                self.wrong(field, message(fault).with("value", labels::cell(&text)));
                return None;
            }
        };
        if wrong_weekday {
            self.noted(field, Message::new("ingest-date-weekday").with("value", labels::cell(&text)));
        }
        self.in_window(field, date, window).then_some(Moment { date, time })
    }

    fn written_moment(&self, cell: &Cell, text: &str) -> Result<Read, date::Fault> {
        match cell.form {
            Form::Date(at, timed) => Ok((at.date(), timed.then(|| at.time()), false)),
            Form::Number { value, from_1904 } => serial(value, from_1904, text, self.context.year),
            Form::Text | Form::Error | Form::Cut => {
                date::read(text, self.context.year).map(|it| (it.date, it.time, it.wrong_weekday))
            }
        }
    }

    /// A day with the time from a column beside it, or a time with the day from there.
    fn completed(&self, cell: &Cell, moment: Result<Read, date::Fault>) -> Result<Read, date::Fault> {
        let mut beside = self.columns.moments.iter().map(|at| self.at(*at)).filter(|cell| !cell.is_blank());
        match moment {
            Ok((date, None, wrong)) => Ok((date, beside.find_map(clock), wrong)),
            Err(fault) => {
                let day = |cell: &Cell| self.written_moment(cell, &fold::value(&cell.text)).ok();
                match (clock(cell), beside.find_map(day)) {
                    (Some(time), Some((date, None, wrong))) => Ok((date, Some(time), wrong)),
                    _ => Err(fault),
                }
            }
            whole => whole,
        }
    }

    fn in_window(&mut self, field: Field, date: NaiveDate, window: Window) -> bool {
        let today = self.context.settings.today;
        if date.year() < FIRST_YEAR && window != Window::AnyPast {
            self.wrong(field, Message::new("ingest-date-early").show("date", date));
            return false;
        }
        if date > self.context.last && window != Window::AnyFuture {
            self.wrong(field, Message::new("ingest-date-late").show("date", date).show("last", self.context.last));
            return false;
        }
        if date > today && window == Window::Usual {
            self.noted(field, Message::new("ingest-date-future").show("date", date).show("today", today));
        }
        true
    }

    /// A day; a time beside it is dropped.
    pub fn day(&mut self, field: Field) -> Option<NaiveDate> {
        self.day_in(field, Window::Usual)
    }

    /// A day in that window.
    pub fn day_in(&mut self, field: Field, window: Window) -> Option<NaiveDate> {
        self.moment(field, window).map(|moment| moment.date)
    }

    /// A birthday: a whole date in one spelling, anything else (a year, a lunar date) as written.
    pub fn birthday(&mut self, field: Field) -> Option<String> {
        let text = self.text(field)?;
        let whole = text.len() >= 8 && self.cell(field).form == Form::Text;
        let date = whole.then(|| date::read(&fold::value(&text), None).ok()).flatten();
        Some(date.map_or(text, |it| it.date.to_string()))
    }
}

/// A time of day that stands by itself.
fn clock(cell: &Cell) -> Option<NaiveTime> {
    match cell.form {
        Form::Number { value, .. } if (0.0..1.0).contains(&value) => {
            NaiveTime::from_num_seconds_from_midnight_opt((value * 86_400.0).round() as u32, 0)
        }
        Form::Text => date::clock(&fold::value(&cell.text)),
        _ => None,
    }
}

type Read = (NaiveDate, Option<NaiveTime>, bool);

/// A number in a column of dates: a day number, or the eight digits of a date.
fn serial(value: f64, from_1904: bool, text: &str, year: Option<i32>) -> Result<Read, date::Fault> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return date::read(text, year).map(|it| (it.date, it.time, it.wrong_weekday));
    }
    match from_serial(value, from_1904) {
        // 11.2 may have been 11.20: numbers lose their last noughts.
        Some((at, timed)) if value >= 10_000.0 => Ok((at.date(), timed.then(|| at.time()), false)),
        _ => Err(date::Fault::Serial),
    }
}

/// What is wrong with a text that is no date; `value` is still to be said.
pub fn message(fault: date::Fault) -> Message {
    match fault {
        date::Fault::NotADate => Message::new("ingest-date"),
        date::Fault::NoYear => Message::new("ingest-date-no-year"),
        date::Fault::TwoDigitYear => Message::new("ingest-date-short-year"),
        date::Fault::YearLast => Message::new("ingest-date-year-last"),
        date::Fault::Impossible => Message::new("ingest-date-impossible"),
        date::Fault::BadTime => Message::new("ingest-date-time"),
        date::Fault::NoDate => Message::new("ingest-date-time-only"),
        date::Fault::Serial => Message::new("ingest-date-serial"),
    }
}
