//! One cell or one row of headings by itself, read as those of ledgers are: what programs that throw dice at the readers
//! hold on to (`fuzz/`), and the command line reads days by.

use super::cell::RawRow;
use super::values::{date, phone};
use crate::domain::{Kind, Message, Phone};
use crate::ingest::cell::RawCell;
use crate::ingest::row::dates;
pub use crate::ingest::row::dates::FIRST_YEAR;
use crate::ingest::sheet::detect::{self, KindHints};
use crate::ingest::sheet::headings::Headings;
use crate::ingest::sheet::labels;
use crate::ingest::sheet::layout;
use crate::ingest::text::fold;
use chrono::{NaiveDate, NaiveTime, Weekday};
use std::borrow::Cow;

/// The date and the time of day in a cell, with the year to be taken where none is written; none if it is no date.
pub fn date(cell: &str, year: Option<i32>) -> Option<(NaiveDate, Option<NaiveTime>)> {
    date::read(&fold::value(cell), year).ok().map(|written| (written.date, written.time))
}

/// A day as ledgers write it, with the time of day if one is written; numbers of days, which only workbooks know, are none.
///
/// # Errors
/// Why it is no day.
pub fn moment(text: &str, year: Option<i32>) -> Result<(NaiveDate, Option<NaiveTime>), Message> {
    let folded = fold::value(text);
    let is_serial = folded.bytes().take_while(u8::is_ascii_digit).count() == 5;
    let read = if is_serial { Err(date::DateFault::Serial) } else { date::read(&folded, year) };
    let written = read.map_err(|fault| dates::message(fault).with("value", labels::cell(&folded)))?;
    Ok((written.date, written.time))
}

/// The weekday that a text names, such as 周一, 星期天 or `monday`.
pub fn weekday(text: &str) -> Option<Weekday> {
    date::weekday(&fold::value(text))
}

/// A text in one spelling: half width, single spaces, no invisible marks.
pub fn folded(text: &str) -> Cow<'_, str> {
    fold::value(text)
}

/// The telephone numbers in a cell, the first one first; none if any part of it is something else.
pub fn phones(cell: &str) -> Option<Vec<Phone>> {
    let numbers = phone::read(&fold::value(cell)).ok()?;
    Some(std::iter::once(numbers.first).chain(numbers.others).collect())
}

/// The kinds of the tables under these rows, from left to right, in a file of that name; nothing for notes.
///
/// # Errors
/// It looks like a ledger whose kind cannot be told.
pub fn kinds(rows: &[Vec<&str>], name: &str) -> Result<Vec<Kind>, Message> {
    let head: Vec<RawRow> = (1..)
        .zip(rows)
        .map(|(line, row)| (line, row.iter().map(|text| RawCell::text(text)).collect()))
        .map(|(line, cells)| RawRow { line, cells, ..RawRow::default() })
        .collect();
    let hints = KindHints { file: detect::kinds_in(name), ..KindHints::default() };
    match layout::find(&head, &Headings::default(), &hints) {
        layout::SheetLayout::Tables(tables) => Ok(tables.iter().map(|table| table.columns.kind).collect()),
        layout::SheetLayout::Notes => Ok(Vec::new()),
        layout::SheetLayout::Unclear(message) => Err(message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_folded_before_they_are_read() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        assert_eq!(date("　２０２６／１１／２０ 9：05", None), Some((day, NaiveTime::from_hms_opt(9, 5, 0))));
        assert_eq!(date("11月20日", Some(2026)), Some((day, None)));
        assert_eq!(date("11月20日", None), None);
        let digits = |cell| phones(cell).map(|found| found.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(
            digits("１３８１２３４５６７８、021-12345678"),
            Some(vec!["13812345678".into(), "02112345678".into()])
        );
        assert_eq!(digits("不详"), None);
    }

    #[test]
    fn headings_are_looked_for_below_titles() {
        let rows = [vec!["三月"], vec!["退货日期", "电话", "盒数"]];
        assert_eq!(kinds(&rows, "台账"), Ok(vec![Kind::Return]));
        assert_eq!(kinds(&[vec!["说明"]], "台账"), Ok(Vec::new()));
        assert_eq!(
            kinds(&[vec!["at", "phone", "staff"]], "台账").map_err(|message| message.key),
            Err("ingest-kind-tie")
        );
    }
}
