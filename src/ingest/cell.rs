//! The one row type every format meets in, before any meaning.

use crate::ingest::text::fold;
use chrono::{Datelike, NaiveDateTime, Timelike};
use rust_xlsxwriter::column_number_to_name;

/// A row of a sheet: its number on the sheet, counted from 1, and its cells from the first column on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RawRow {
    pub line: u32,
    /// How many lines it goes on for: text may break inside a cell.
    pub further: u32,
    pub cells: Vec<RawCell>,
    /// The first value further right than is looked.
    pub far: Option<FarValue>,
}

/// A value that stands further right than any ledger reaches: only said, never read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FarValue {
    /// Its column, counted from 0.
    pub column: u32,
    pub text: String,
}

impl FarValue {
    /// What the program it was written in calls its place.
    pub fn place(&self, line: u32) -> String {
        format!("{}{line}", column_name(self.column as usize))
    }
}

/// What spreadsheet programs call a column, counted from 0; its number where none of them has so many.
pub fn column_name(column: usize) -> String {
    u16::try_from(column).map_or_else(|_| format!("#{} ", column + 1), column_number_to_name)
}

/// A cell: what it shows, and what the format knows of it beyond that.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RawCell {
    /// As the journal keeps it; without control characters.
    pub text: String,
    pub form: CellForm,
    /// It is known that folding leaves the text as it is.
    pub is_plain: bool,
}

/// What a format says of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum CellForm {
    /// Text, or nothing known: all that delimited text has.
    #[default]
    Text,
    /// A number; its date, should it stand in a column of dates, is counted from 1900 or from 1904.
    Number { value: f64, from_1904: bool },
    /// A number formatted as a date; the time is there if the number has a fraction.
    Date(NaiveDateTime, bool),
    /// A formula's error.
    Error,
    /// A formula whose result is not stored.
    Uncomputed,
    /// Longer than any cell can be; what is here is the beginning.
    Cut,
}

impl RawCell {
    /// A cell of text.
    pub fn text(text: &str) -> RawCell {
        let is_plain = fold::is_plain(text);
        let text = if is_plain { text.to_owned() } else { fold::shown(text).into_owned() };
        RawCell { text, form: CellForm::Text, is_plain }
    }

    /// Whether nothing is written in it.
    pub fn is_blank(&self) -> bool {
        match self.text.as_bytes().first() {
            None => true,
            // Nearly every cell is told by its first character.
            Some(first) if first.is_ascii_graphic() || (0xE4..=0xE9).contains(first) => false,
            Some(_) => self.form == CellForm::Text && fold::value(&self.text).is_empty(),
        }
    }
}

impl RawRow {
    /// Whether nothing is written in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(RawCell::is_blank)
    }

    /// The last line it stands on.
    pub const fn last_line(&self) -> u32 {
        self.line.saturating_add(self.further)
    }

    /// The first cell with something in it.
    pub fn first(&self) -> Option<&RawCell> {
        self.cells.iter().find(|cell| !cell.is_blank())
    }
}

/// The moment of an Excel day number, and whether it has a time of day. Seconds are rounded: 9:05 is stored as
/// 0.37847222222.
pub fn from_serial(serial: f64, from_1904: bool) -> Option<(NaiveDateTime, bool)> {
    let serial = if from_1904 { serial + 1462.0 } else { serial };
    // Day 60 is the 29 February 1900 that never was; before it Excel and the calendar disagree, and no ledger is so old.
    if !(61.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let seconds = (serial * 86_400.0).round() as i64;
    let epoch = chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?.and_hms_opt(0, 0, 0)?;
    let moment = epoch.checked_add_signed(chrono::Duration::seconds(seconds))?;
    Some((moment, seconds % 86_400 != 0))
}

/// A moment as the journal keeps a cell's, with its time if it has one.
pub fn moment_text(moment: NaiveDateTime, timed: bool) -> String {
    let mut text = String::with_capacity(19);
    let mut digits = |number: u32, places: u32, before: &str| {
        text.push_str(before);
        for place in (0..places).rev() {
            text.push(char::from(b'0' + (number / 10_u32.pow(place) % 10) as u8));
        }
    };
    digits(moment.year().unsigned_abs(), 4, "");
    digits(moment.month(), 2, "-");
    digits(moment.day(), 2, "-");
    if timed {
        digits(moment.hour(), 2, " ");
        digits(moment.minute(), 2, ":");
        digits(moment.second(), 2, ":");
    }
    text
}

/// A number as people write it: without a fraction if it has none, and without the noise of binary fractions.
pub fn number_text(value: f64) -> String {
    if value == value.trunc() && value.abs() < 1e15 {
        return (value as i64).to_string();
    }
    // Excel itself keeps fifteen digits.
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    format!("{rounded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_numbers_count_from_either_epoch() {
        let read = |serial, from_1904| from_serial(serial, from_1904).map(|(at, timed)| (at.to_string(), timed));
        assert_eq!(read(46346.0, false), Some(("2026-11-20 00:00:00".into(), false)));
        assert_eq!(read(44884.378472222, true), Some(("2026-11-20 09:05:00".into(), true)));
        // Midnight that binary fractions have pushed under the whole number.
        assert_eq!(read(46345.999999999, false), Some(("2026-11-20 00:00:00".into(), false)));
        assert_eq!(read(0.375, false), None);
        assert_eq!(read(f64::NAN, false), None);
        assert_eq!(read(3e6, false), None);
    }

    #[test]
    fn moments_are_written_as_the_journal_writes_them() {
        let (moment, timed) = from_serial(46346.378472222, false).unwrap();
        assert_eq!(moment_text(moment, timed), "2026-11-20 09:05:00");
        assert_eq!(moment_text(moment, false), "2026-11-20");
    }

    #[test]
    fn numbers_lose_the_noise_of_binary_fractions() {
        assert_eq!(number_text(13812345678.0), "13812345678");
        assert_eq!(number_text(0.1 + 0.2), "0.3");
        assert_eq!(number_text(-2.0), "-2");
        assert_eq!(number_text(1e20), "100000000000000000000");
    }
}
