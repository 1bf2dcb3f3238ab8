//! Values as cells of a workbook: days, counts and sums by their types, everything else as text that nothing computes.

use super::stored_text::stored;
use crate::render::written::written;
use crate::report::{Cell, CellValue, Tone};
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

pub const LINE: Color = Color::RGB(0xD0_D7_DE);
const QUIET: Color = Color::RGB(0x66_70_7C);
const WARNING: Color = Color::RGB(0x8A_5A_00);
const ALARM: Color = Color::RGB(0xA3_20_20);

const DAY: &str = "yyyy-mm-dd";
const MONTH: &str = "yyyy-mm";
const TO_THE_MINUTE: &str = "yyyy-mm-dd hh:mm";
const TO_THE_SECOND: &str = "yyyy-mm-dd hh:mm:ss";
/// Behind a number as much stays free as a space is wide, or it would touch the text beside it.
pub const COUNT: &str = "0_ ";
pub const MONEY: &str = "#,##0.00_ ";
/// As typed, whatever it looks like.
const TEXT: &str = "@";

/// Excel knows no days before, and counts those of its first two months otherwise than the calendar.
const FIRST_YEAR: i32 = 1901;
const LAST_YEAR: i32 = 9999;

/// The value as it will show, to reckon widths by.
pub fn shown(value: &CellValue) -> String {
    match value {
        CellValue::Money(sum) => grouped(sum.shown()),
        CellValue::Moment(at) => match at.time {
            Some(time) if time.second() == 0 => at.said(),
            _ => at.to_string(),
        },
        _ => stored(&written(value)),
    }
}

/// A sum with its thousands set apart.
pub fn grouped(sum: Decimal) -> String {
    let mut sum = sum;
    sum.rescale(2);
    let digits = sum.to_string();
    let whole = digits.find('.').unwrap_or(digits.len());
    let signs = digits[..whole].trim_start_matches('-').len().saturating_sub(1) / 3;
    format!("{digits}{}", ",".repeat(signs))
}

/// Writes the cell.
pub fn put(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    let format = toned(Format::new().set_align(FormatAlign::Top), cell.tone);
    let format = format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE);
    let of = |number: &str| format.clone().set_num_format(number);
    match &cell.value {
        CellValue::Blank => sheet.write_blank(row, column, &format)?,
        CellValue::Day(day) if is_known(*day) => {
            sheet.write_datetime_with_format(row, column, day, &of(DAY).set_align(FormatAlign::Left))?
        }
        CellValue::Month(month) if is_known(month.first_day()) => {
            let first = month.first_day();
            sheet.write_datetime_with_format(row, column, first, &of(MONTH).set_align(FormatAlign::Left))?
        }
        CellValue::Moment(at) if is_known(at.date) => match at.time {
            None => sheet.write_datetime_with_format(row, column, at.date, &of(DAY).set_align(FormatAlign::Left))?,
            Some(time) => {
                let shown = if time.second() == 0 { TO_THE_MINUTE } else { TO_THE_SECOND };
                let moment: NaiveDateTime = at.date.and_time(time);
                sheet.write_datetime_with_format(row, column, moment, &of(shown).set_align(FormatAlign::Left))?
            }
        },
        CellValue::Count(count) => sheet.write_number_with_format(row, column, *count as f64, &of(COUNT))?,
        CellValue::Money(sum) => sheet.write_number_with_format(row, column, float(sum.shown()), &of(MONEY))?,
        CellValue::Number(number) => {
            let places = usize::try_from(number.scale()).unwrap_or_default();
            let shown = if places == 0 { COUNT.to_owned() } else { format!("0.{}_ ", "0".repeat(places)) };
            sheet.write_number_with_format(row, column, float(*number), &of(&shown))?
        }
        CellValue::Id(text) | CellValue::Phone(text) => {
            sheet.write_string_with_format(row, column, stored(text), &of(TEXT).set_text_wrap())?
        }
        CellValue::Text(_) | CellValue::Word(_) | CellValue::Day(_) | CellValue::Month(_) | CellValue::Moment(_) => {
            let text = stored(&written(&cell.value));
            sheet.write_string_with_format(row, column, &text, &as_text(&text, format.set_text_wrap()))?
        }
    };
    Ok(())
}

/// The format with what keeps a text one when somebody edits its cell.
pub fn as_text(text: &str, format: Format) -> Format {
    let is_like_a_formula = text.starts_with(['=', '+', '-', '@', '\'', '＝', '＋', '－', '＠']);
    if is_like_a_formula { format.set_quote_prefix() } else { format }
}

/// The format in the colour of what asks for attention.
pub fn toned(format: Format, tone: Tone) -> Format {
    match tone {
        Tone::Plain => format,
        Tone::Quiet => format.set_font_color(QUIET),
        Tone::Warning => format.set_font_color(WARNING),
        Tone::Alarm => format.set_font_color(ALARM),
    }
}

/// The number as workbooks keep numbers.
pub fn float(number: Decimal) -> f64 {
    number.to_f64().unwrap_or_default()
}

fn is_known(day: NaiveDate) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_reckoned_with_what_sets_thousands_apart() {
        for (sum, width) in [("50", 5), ("999.99", 6), ("1000", 8), ("-1000", 9), ("-100", 7), ("1234567.5", 12)] {
            assert_eq!(grouped(sum.parse().unwrap()).len(), width, "{sum}");
        }
    }
}
