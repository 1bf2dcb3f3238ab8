//! From the cells of one row to values of the fields, with every problem noted and none raised early.

use super::cell::{Cell, Form, RawRow, from_serial};
use super::columns::{Columns, Heading};
use super::field::Field;
use super::roster::Roster;
use super::settings::Settings;
use super::values::vocabulary::{self, Closed};
use super::values::{date, number, phone};
use super::{fold, labels};
use crate::domain::{Arg, Contact, Kind, Message, Moment, Phone, StaffId, months_after};
use chrono::{NaiveDate, NaiveTime};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

/// What holds for every row of a table.
pub struct Context<'a> {
    pub settings: &'a Settings,
    pub roster: &'a Roster,
    /// The year of dates without one.
    pub year: Option<i32>,
    /// The last day a date may have: a year after the import.
    last: NaiveDate,
    /// Staff who could not be told, so that thousands of rows do not look for the nearest names again.
    strangers: RefCell<HashMap<String, Message>>,
    /// What is odd about the whole file; kept with its first row.
    notice: RefCell<Option<Message>>,
}

impl<'a> Context<'a> {
    /// For the rows of a file, whose name may give a year.
    pub fn new(settings: &'a Settings, roster: &'a Roster, year: Option<i32>) -> Self {
        let last = months_after(settings.today, 12);
        let (strangers, notice) = (RefCell::default(), RefCell::default());
        Context { settings, roster, year: settings.year.or(year), last, strangers, notice }
    }

    /// Gives the next row a warning about the file.
    pub fn warn_once(&self, message: Message) {
        self.notice.replace(Some(message));
    }
}

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

/// A row while it is being read.
pub struct Typing<'a> {
    context: &'a Context<'a>,
    columns: &'a Columns,
    headings: &'a [Heading],
    /// Where on the sheet the table begins.
    start: usize,
    cells: &'a [Cell],
    pub problems: Vec<Message>,
    pub warnings: Vec<Message>,
}

static BLANK: Cell = Cell { text: String::new(), form: Form::Text };
const FIRST_YEAR: i32 = 2000;

impl<'a> Typing<'a> {
    /// Reads the cells of a table, which begins at column `start` of the sheet.
    pub fn new(
        context: &'a Context<'a>,
        columns: &'a Columns,
        headings: &'a [Heading],
        start: usize,
        row: &'a RawRow,
    ) -> Self {
        let warnings = context.notice.take().into_iter().collect();
        Typing { context, columns, headings, start, cells: &row.cells, problems: Vec::new(), warnings }
    }

    /// The kind of ledger read.
    pub fn kind(&self) -> Kind {
        self.columns.kind
    }

    /// What holds for the whole table.
    pub fn settings(&self) -> &'a Settings {
        self.context.settings
    }

    fn at(&self, column: usize) -> &'a Cell {
        self.cells.get(column - self.start).unwrap_or(&BLANK)
    }

    /// A message about a field, called by its heading as written.
    fn about(&self, field: Field, message: Message) -> Message {
        let written = self.columns.of(field).and_then(|at| self.headings.get(at - self.start));
        let column = match written {
            Some(heading) => Arg::from(labels::cell(&heading.text)),
            None => labels::field(self.kind(), field).into(),
        };
        Message::new("ingest-in-column").with("column", column).with("problem", message)
    }

    /// Notes what is wrong with a field, for which the row is refused.
    pub fn wrong(&mut self, field: Field, message: Message) {
        self.problems.push(self.about(field, message));
    }

    /// Notes what is odd about a field; the row is taken.
    pub fn noted(&mut self, field: Field, message: Message) {
        self.warnings.push(self.about(field, message));
    }

    /// Whether nothing is written there.
    pub fn is_blank(&self, field: Field) -> bool {
        self.cell(field).is_blank()
    }

    /// Says that a required field is blank.
    pub fn need<T>(&mut self, field: Field, value: Option<T>) -> Option<T> {
        if value.is_none() && self.is_blank(field) {
            self.wrong(field, Message::new("ingest-blank"));
        }
        value
    }

    /// The field's cell; a second column with the same heading stands in for a blank one.
    fn cell(&self, field: Field) -> &'a Cell {
        let Some(column) = self.columns.of(field) else { return &BLANK };
        let cell = self.at(column);
        if self.columns.twins.is_empty() || !cell.is_blank() {
            return cell;
        }
        let twins = self.columns.twins.iter().filter(|(twin, _)| *twin == field);
        twins.map(|(_, at)| self.at(*at)).find(|cell| !cell.is_blank()).unwrap_or(cell)
    }

    /// Notes columns of the same heading that say different things.
    pub fn compare_twins(&mut self) {
        for (field, column) in &self.columns.twins {
            let (one, other) = (self.cell(*field), self.at(*column));
            if !other.is_blank() && fold::value(&one.text) != fold::value(&other.text) {
                let (one, other) = (labels::cell(&one.text), labels::cell(&other.text));
                self.wrong(*field, Message::new("ingest-twins").with("one", one).with("other", other));
            }
        }
    }

    /// The cell's text, folded; none if it is blank or a formula's error, which is noted.
    fn written(&mut self, field: Field, fold: fn(&str) -> Cow<'_, str>) -> Option<Cow<'a, str>> {
        const ERRORS: [&str; 8] = ["#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#DATA!"];
        let cell = self.cell(field);
        if cell.text.is_empty() {
            return None;
        }
        if cell.form == Form::Error || (cell.text.starts_with('#') && ERRORS.contains(&cell.text.trim())) {
            self.wrong(field, Message::new("ingest-formula").with("value", labels::cell(&cell.text)));
            return None;
        }
        if cell.form == Form::Cut {
            self.wrong(field, Message::new("ingest-cell-long").with("value", labels::cell(&cell.text)));
            return None;
        }
        let text = fold(&cell.text);
        (!text.is_empty()).then_some(text)
    }

    /// Text as written.
    pub fn text(&mut self, field: Field) -> Option<String> {
        self.written(field, fold::text).map(Cow::into_owned)
    }

    /// A day or moment as written down, with the time where one is given.
    pub fn moment(&mut self, field: Field, window: Window) -> Option<Moment> {
        let text = self.written(field, fold::value)?;
        let moment = match self.cell(field).form {
            Form::Date(at, timed) => Ok((at.date(), timed.then(|| at.time()), false)),
            Form::Number { value, from_1904 } => serial(value, from_1904, &text, self.context.year),
            Form::Text | Form::Error | Form::Cut => {
                date::read(&text, self.context.year).map(|it| (it.date, it.time, it.wrong_weekday))
            }
        };
        let (date, time, wrong_weekday) = match moment {
            Ok(found) => found,
            Err(fault) => {
                self.wrong(field, date_message(fault).with("value", labels::cell(&text)));
                return None;
            }
        };
        if wrong_weekday {
            self.noted(field, Message::new("ingest-date-weekday").with("value", labels::cell(&text)));
        }
        self.in_window(field, date, window).then_some(Moment { date, time })
    }

    fn in_window(&mut self, field: Field, date: NaiveDate, window: Window) -> bool {
        use chrono::Datelike;
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

    /// A member of staff, by number or name.
    pub fn staff(&mut self, field: Field) -> Option<StaffId> {
        let text = self.written(field, fold::text)?;
        if let Some(message) = self.context.strangers.borrow().get(&*text).cloned() {
            self.wrong(field, message);
            return None;
        }
        match self.context.roster.resolve(&text) {
            Ok(id) => Some(id),
            Err(message) => {
                self.context.strangers.borrow_mut().insert(text.into_owned(), message.clone());
                self.wrong(field, message);
                None
            }
        }
    }

    /// Yes or no; a blank is no.
    pub fn yes(&mut self, field: Field, yes: &[&str], no: &[&str]) -> bool {
        let Some(text) = self.written(field, fold::value) else { return false };
        vocabulary::yes_or(&text, yes, no).unwrap_or_else(|| {
            self.wrong(field, Message::new("ingest-yes-no").with("value", labels::cell(&text)));
            false
        })
    }

    /// A word of a closed list.
    pub fn word<T: Closed>(&mut self, field: Field) -> Option<T> {
        let text = self.written(field, fold::value)?;
        let found = vocabulary::find::<T>(&text);
        if found.is_none() {
            let known = T::SPELLINGS.iter().map(|(_, id, words)| labels::word(words[0], id).into());
            let message = Message::new("ingest-word-unknown").with("value", labels::cell(&text));
            self.wrong(field, message.with("known", Arg::List(known.collect())));
        }
        found
    }

    /// A word of a list that has a word for everything else.
    pub fn word_or<T: Closed>(&mut self, field: Field, other: T) -> Option<T> {
        let text = self.written(field, fold::value)?;
        Some(vocabulary::find::<T>(&text).unwrap_or(other))
    }

    /// Satisfaction, 1 to 5.
    pub fn satisfaction(&mut self, field: Field) -> Option<u8> {
        let text = self.written(field, fold::value)?;
        let found = vocabulary::satisfaction(&text);
        if found.is_none() {
            self.wrong(field, Message::new("ingest-satisfaction").with("value", labels::cell(&text)));
        }
        found
    }

    /// Yuan, of either sign.
    pub fn signed_money(&mut self, field: Field) -> Option<Decimal> {
        let text = self.written(field, fold::value)?;
        let found = number::read(&text);
        if found.is_none() {
            self.wrong(field, Message::new("ingest-money").with("value", labels::cell(&text)));
        }
        found
    }

    /// Yuan.
    pub fn money(&mut self, field: Field) -> Option<Decimal> {
        let found = self.signed_money(field)?;
        if found.is_sign_negative() && !found.is_zero() {
            self.wrong(field, Message::new("ingest-negative").show("value", found));
            return None;
        }
        Some(found)
    }

    /// A count, of either sign.
    pub fn signed_count(&mut self, field: Field) -> Option<i64> {
        let text = self.written(field, fold::value)?;
        let found = number::whole(&text);
        if found.is_none() {
            self.wrong(field, Message::new("ingest-count").with("value", labels::cell(&text)));
        }
        found
    }

    /// A count.
    pub fn count(&mut self, field: Field) -> Option<u32> {
        let found = self.signed_count(field)?;
        if found < 0 {
            self.wrong(field, Message::new("ingest-negative").show("value", found));
        }
        u32::try_from(found).ok()
    }

    /// Every number of a phone cell, the first one first, with the first one's extension.
    pub fn phones(&mut self, field: Field) -> Option<phone::Numbers> {
        let text = self.written(field, fold::value)?;
        self.numbers(field, &text)
    }

    fn numbers(&mut self, field: Field, text: &str) -> Option<phone::Numbers> {
        match phone::read(text) {
            Ok(numbers) => Some(numbers),
            Err(fault) => {
                let message = match fault {
                    phone::Fault::Rounded => Message::new("ingest-phone-rounded").with("value", labels::cell(text)),
                    phone::Fault::NotAPhone(part) => Message::new("ingest-phone").with("value", labels::cell(&part)),
                };
                self.wrong(field, message);
                None
            }
        }
    }

    /// How the row names its customer. Its numbers in other columns of phones are alternatives.
    pub fn contact(&mut self) -> Option<Contact> {
        let customer = self.text(Field::Customer);
        let mut numbers = self.phones(Field::Phone);
        for column in &self.columns.phones {
            let text = fold::value(&self.at(*column).text).into_owned();
            if text.is_empty() {
                continue;
            }
            let more = self.numbers(Field::Phone, &text);
            numbers = match (numbers, more) {
                (Some(mut all), Some(more)) => {
                    all.others.push(more.first);
                    all.others.extend(more.others);
                    Some(all)
                }
                // The best column is blank: the next one's number is the phone.
                (None, more) if self.cell(Field::Phone).is_blank() => more,
                (numbers, _) => numbers,
            };
        }
        let alternatives = self.phones(Field::AltPhone);
        let numbers = numbers?;
        let mut others: Vec<Phone> = numbers.others;
        if let Some(more) = alternatives {
            others.push(more.first);
            others.extend(more.others);
        }
        others.retain(|phone| *phone != numbers.first);
        others.sort_unstable();
        others.dedup();
        Some(Contact { customer, phone: numbers.first, others, extension: numbers.extension })
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

fn date_message(fault: date::Fault) -> Message {
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
