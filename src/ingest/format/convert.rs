//! Cells as the reader of workbooks gives them, in the form every format has here.

use crate::ingest::cell::{CellForm, RawCell, from_serial, moment_text, number_text};
use crate::ingest::values::date;
use calamine::{Data, DataRef, ExcelDateTime};
use chrono::{NaiveDateTime, NaiveTime};

/// A cell of a whole sheet, as one of those that come singly.
pub fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(value) => DataRef::Int(*value),
        Data::Float(value) => DataRef::Float(*value),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(value) => DataRef::DateTime(*value),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::SharedString(text),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// A cell in the form every format has here.
pub fn converted(value: &DataRef<'_>, from_1904: bool) -> RawCell {
    let number =
        |value: f64| RawCell { text: number_text(value), form: CellForm::Number { value, from_1904 }, is_plain: true };
    match value {
        DataRef::Empty => RawCell::default(),
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::String(text) | DataRef::DurationIso(text) => text_cell(text),
        DataRef::SharedString(text) => text_cell(text),
        DataRef::Int(value) => number(*value as f64),
        DataRef::Float(value) => number(*value),
        DataRef::Bool(true) => RawCell::text("TRUE"),
        DataRef::Bool(false) => RawCell::text("FALSE"),
        DataRef::Error(error) => RawCell { text: error.to_string(), form: CellForm::Error, is_plain: true },
        DataRef::DateTime(value) => dated(value, from_1904).unwrap_or_else(|| number(value.as_f64())),
    }
}

/// A date cell as newer formats write it. Programs add midnight to days without a time.
fn iso(text: &str) -> RawCell {
    let Ok(written) = date::read(text, None) else { return text_cell(text) };
    let time = written.time.unwrap_or_default();
    let (moment, timed) = (written.date.and_time(time), time != NaiveTime::MIN);
    date_cell(moment, timed)
}

fn date_cell(moment: NaiveDateTime, timed: bool) -> RawCell {
    RawCell { text: moment_text(moment, timed), form: CellForm::Date(moment, timed), is_plain: true }
}

/// A number formatted as a date. Phones and counts formatted as dates by mistake stay numbers: no day is so late.
fn dated(value: &ExcelDateTime, from_1904: bool) -> Option<RawCell> {
    if value.is_duration() {
        return None;
    }
    let (moment, timed) = from_serial(value.as_f64(), from_1904)?;
    Some(date_cell(moment, timed))
}

/// What Excel lets a cell hold, in characters.
const LONGEST_CELL: usize = 32_767;

/// A cell of text; one that no program could have written is cut, and its row will be refused for it.
fn text_cell(text: &str) -> RawCell {
    if text.len() <= LONGEST_CELL {
        return RawCell::text(text);
    }
    match text.char_indices().nth(LONGEST_CELL) {
        None => RawCell::text(text),
        Some((end, _)) => RawCell { form: CellForm::Cut, ..RawCell::text(&text[..end]) },
    }
}
