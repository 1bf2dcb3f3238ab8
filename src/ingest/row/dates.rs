//! Days and moments in the cells of a row, and whether they can be.

use crate::domain::{Field, Message, Moment, Month, months_after};
use crate::ingest::cell::{CellForm, RawCell, from_serial};
use crate::ingest::row::typing::Typing;
use crate::ingest::sheet::labels;
use crate::ingest::text::fold;
use crate::ingest::values::date;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use std::cmp::Ordering;

/// Which days a column of dates may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateWindow {
    /// What has happened: from 2000 until the day after the import, which is noted.
    Usual,
    /// When people were hired: from 1900 until a year after the import.
    AnyPast,
    /// What may lie ahead: from 2000 until ten years after the import.
    AnyFuture,
}

/// The first year that anything but a birthday or a hiring is of.
pub const FIRST_YEAR: i32 = 2000;
const FIRST_YEAR_OF_PEOPLE: i32 = 1900;

/// A day as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ingest) struct ReadMoment {
    pub date: NaiveDate,
    pub time: Option<NaiveTime>,
    wrong_weekday: bool,
    /// The year is not written beside it.
    is_yearless: bool,
}

impl Typing<'_> {
    /// A day or moment as written down, with the time where one is given.
    pub fn moment(&mut self, field: Field, window: DateWindow) -> Option<Moment> {
        let text = self.written(field, fold::value)?;
        let cell = self.cell(field);
        let mut moment = self.written_moment(cell, &text);
        if field == Field::At && !self.columns.moments.is_empty() {
            moment = self.completed(cell, moment);
        }
        let ReadMoment { date, time, wrong_weekday, is_yearless } = match moment {
            Ok(found) => found,
            Err(fault) => {
                self.wrong(field, message(fault).with("value", labels::cell(&text)));
                return None;
            }
        };
        let named = self.context.named.filter(|_| is_yearless && self.context.year.is_none());
        // A call sheet is filled in around its day, also where that is the last of a year.
        let is_call_sheet = self.columns.of(Field::Task).is_some();
        let near = named.filter(|_| is_call_sheet).and_then(|named| named.nearest(date));
        let date = near.unwrap_or(date);
        if let Some(named) = named.filter(|_| near.is_none())
            && !named.allows(date.month())
        {
            let message = Message::new("ingest-date-beside-name").with("value", labels::cell(&text));
            let name = format!("{}-{:02}", named.year, named.month.unwrap_or_default());
            self.wrong(field, message.with("name", name));
            return None;
        }
        if wrong_weekday {
            self.noted(field, Message::new("ingest-date-weekday").with("value", labels::cell(&text)));
        }
        self.in_window(field, date, window).then_some(Moment { date, time })
    }

    pub(in crate::ingest) fn written_moment(&self, cell: &RawCell, text: &str) -> Result<ReadMoment, date::DateFault> {
        match cell.form {
            CellForm::Date(at, timed) => Ok(ReadMoment::exact(at, timed)),
            CellForm::Number { value, from_1904 } => serial(value, from_1904, text),
            CellForm::Text | CellForm::Error | CellForm::Cut | CellForm::Uncomputed => {
                date::read(text, self.context.year_taken()).map(ReadMoment::from)
            }
        }
    }

    /// A day with the time from a column beside it, or a time with the day from there.
    fn completed(
        &self,
        cell: &RawCell,
        moment: Result<ReadMoment, date::DateFault>,
    ) -> Result<ReadMoment, date::DateFault> {
        let mut beside = self.columns.moments.iter().map(|at| self.cell_at(*at)).filter(|cell| !cell.is_blank());
        match moment {
            Ok(day @ ReadMoment { time: None, .. }) => {
                let moment = |cell: &RawCell| self.written_moment(cell, &fold::value(&cell.text)).ok()?.time;
                let time = beside.find_map(|cell| clock(cell).or_else(|| moment(cell)));
                Ok(ReadMoment { time: time.filter(date::is_a_time), ..day })
            }
            Err(fault) => {
                let day = |cell: &RawCell| self.written_moment(cell, &fold::value(&cell.text)).ok();
                match (clock(cell), beside.find_map(day)) {
                    (Some(time), Some(day @ ReadMoment { time: None, .. })) => {
                        Ok(ReadMoment { time: Some(time).filter(date::is_a_time), ..day })
                    }
                    _ => Err(fault),
                }
            }
            whole => whole,
        }
    }

    fn in_window(&mut self, field: Field, date: NaiveDate, window: DateWindow) -> bool {
        let (today, tomorrow) = (self.context.settings.today, self.context.tomorrow);
        let (first, last) = match window {
            DateWindow::Usual => (FIRST_YEAR, tomorrow),
            DateWindow::AnyPast => (FIRST_YEAR_OF_PEOPLE, months_after(today, 12)),
            DateWindow::AnyFuture => (FIRST_YEAR, self.context.horizon),
        };
        if date.year() < first {
            self.wrong(field, Message::new("ingest-date-early").show("date", date).show("first", first));
            return false;
        }
        if date > last {
            let key = if window == DateWindow::Usual { "ingest-date-ahead" } else { "ingest-date-late" };
            self.wrong(field, Message::new(key).show("date", date).show("last", last).show("today", today));
            return false;
        }
        if date > today && window == DateWindow::Usual {
            self.noted(field, Message::new("ingest-date-future").show("date", date).show("today", today));
        }
        true
    }

    /// Notes a day before that of the event it follows from.
    pub fn note_before(&mut self, field: Field, day: NaiveDate) {
        if let Some(at) = self.at.filter(|at| day < at.date) {
            self.note_beside_event(field, Message::new("ingest-before-event").show("date", day), at);
        }
    }

    /// Notes that a next time agreed on does not come after this one: nothing is agreed by it.
    pub fn note_not_after(&mut self, field: Field, day: NaiveDate) {
        let Some(at) = self.at else { return };
        let key = match day.cmp(&at.date) {
            Ordering::Less => "ingest-next-before",
            Ordering::Equal => "ingest-next-same-day",
            Ordering::Greater => return,
        };
        self.note_beside_event(field, Message { key, args: Vec::new() }.show("date", day), at);
    }

    fn note_beside_event(&mut self, field: Field, message: Message, at: Moment) {
        let event = self.columns.of(Field::At).map_or_else(String::new, |column| self.called(column));
        self.noted(field, message.show("at", at.date).with("event", event));
    }

    /// A day in that window.
    pub fn day_in(&mut self, field: Field, window: DateWindow) -> Option<NaiveDate> {
        self.moment(field, window).map(|moment| moment.date)
    }

    /// A month: `2026-10`, `2026年10月`, `202610`, or any day in it.
    pub fn month(&mut self, field: Field) -> Option<Month> {
        let text = self.written(field, fold::value)?;
        if self.cell(field).form == CellForm::Text || text.len() == 6 {
            match month_of(&text) {
                Some(month) if month >= Month::of(NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1)?) => return Some(month),
                Some(month) => {
                    self.wrong(field, Message::new("ingest-date-early").show("date", month));
                    return None;
                }
                None => {}
            }
        }
        match self.written_moment(self.cell(field), &text) {
            Ok(_) => self.day_in(field, DateWindow::AnyFuture).map(Month::of),
            Err(_) => {
                self.wrong(field, Message::new("ingest-month").with("value", labels::cell(&text)));
                None
            }
        }
    }

    /// A birthday: a whole date in one spelling, anything else (a year, a lunar date) as written.
    pub fn birthday(&mut self, field: Field) -> Option<String> {
        let text = self.text(field)?;
        let cell = self.cell(field);
        let date = match cell.form {
            CellForm::Date(at, _) => Some(at.date()),
            CellForm::Text if text.len() >= 8 => date::read(&fold::value(&text), None).ok().map(|it| it.date),
            _ => None,
        };
        let Some(date) = date else { return Some(text) };
        if date.year() < FIRST_YEAR_OF_PEOPLE {
            self.wrong(field, Message::new("ingest-date-early").show("date", date).show("first", FIRST_YEAR_OF_PEOPLE));
            return None;
        }
        if date > self.context.tomorrow {
            let (last, today) = (self.context.tomorrow, self.context.settings.today);
            self.wrong(
                field,
                Message::new("ingest-date-ahead").show("date", date).show("last", last).show("today", today),
            );
            return None;
        }
        Some(date.to_string())
    }
}

impl ReadMoment {
    fn exact(at: NaiveDateTime, timed: bool) -> ReadMoment {
        let time = timed.then(|| at.time()).filter(date::is_a_time);
        ReadMoment { date: at.date(), time, wrong_weekday: false, is_yearless: false }
    }
}

impl From<date::WrittenDate> for ReadMoment {
    fn from(written: date::WrittenDate) -> ReadMoment {
        let date::WrittenDate { date, time, wrong_weekday, is_yearless } = written;
        ReadMoment { date, time, wrong_weekday, is_yearless }
    }
}

/// A month written by itself, with its year.
fn month_of(text: &str) -> Option<Month> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.strip_suffix("月份").or(text.strip_suffix('月')).unwrap_or(&text);
    let (year, month) = match text.split_once(['-', '/', '.', '年']) {
        Some(parts) => parts,
        None => text.split_at_checked(4).filter(|(_, month)| month.len() == 2)?,
    };
    let is_figures = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !(1..=2).contains(&month.len()) || !is_figures(year) || !is_figures(month) {
        return None;
    }
    format!("{year}-{month:0>2}").parse().ok()
}

/// A time of day that stands by itself.
fn clock(cell: &RawCell) -> Option<NaiveTime> {
    match cell.form {
        CellForm::Number { value, .. } if (0.0..1.0).contains(&value) => {
            NaiveTime::from_num_seconds_from_midnight_opt((value * 86_400.0).round() as u32, 0)
        }
        CellForm::Text => date::clock(&fold::value(&cell.text)),
        _ => None,
    }
}

/// A number in a column of dates: a day number, or the eight digits of a date.
fn serial(value: f64, from_1904: bool, text: &str) -> Result<ReadMoment, date::DateFault> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return date::read(text, None).map(ReadMoment::from);
    }
    match from_serial(value, from_1904) {
        // 11.2 may have been 11.20: numbers lose their last noughts.
        Some((at, timed)) if value >= 10_000.0 => Ok(ReadMoment::exact(at, timed)),
        _ => Err(date::DateFault::Serial),
    }
}

/// What is wrong with a text that is no date; `value` is still to be said.
pub fn message(fault: date::DateFault) -> Message {
    match fault {
        date::DateFault::NotADate => Message::new("ingest-date"),
        date::DateFault::NoYear => Message::new("ingest-date-no-year"),
        date::DateFault::TwoDigitYear => Message::new("ingest-date-short-year"),
        date::DateFault::DayFirst => Message::new("ingest-date-day-first"),
        date::DateFault::MonthFirst => Message::new("ingest-date-month-first"),
        date::DateFault::YearLast => Message::new("ingest-date-year-last"),
        date::DateFault::Impossible => Message::new("ingest-date-impossible"),
        date::DateFault::BadTime => Message::new("ingest-date-time"),
        date::DateFault::NoDate => Message::new("ingest-date-time-only"),
        date::DateFault::Serial => Message::new("ingest-date-serial"),
    }
}
