//! A page of a call sheet: A4 across, one page wide, lines tall enough to write on.

use super::columns::{CallSheetCells, CallSheetColumn, CallSheetValue, value};
use crate::domain::{ColumnType, Moment};
use crate::report::CallSheetLine;
use crate::templates::columns::{TIMED, is_text};
use crate::templates::ledger::{A4, rule};
use crate::texts::Texts;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError,
    Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr;

/// The size of the type, in points.
const TYPE: f64 = 11.0;
/// A line of type, in points.
const LINE_HEIGHT: f64 = 15.5;
/// A line that can be written on by hand: 12 mm, which are 9 on a page made to fit its width.
const LEAST_HEIGHT: f64 = 34.0;
/// The tallest a row may be.
const MOST_HEIGHT: f64 = 409.0;
const HEADING: Color = Color::RGB(0xDD_E6_F0);
const TOLD: Color = Color::RGB(0xF4_F6_F8);
const RULE: Color = Color::RGB(0x80_8A_96);
const MARGIN: f64 = 0.35;

/// What a page is laid out from.
pub struct CallSheetPageLayout<'a> {
    /// What stands above the table.
    pub title: &'a str,
    /// The columns.
    pub columns: &'a [CallSheetColumn],
    /// The lines, in the order they are worked.
    pub lines: &'a [&'a CallSheetLine],
}

/// Lays the page out.
pub fn lay_out(sheet: &mut Worksheet, page: &CallSheetPageLayout<'_>, texts: &Texts) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(13.0).set_align(FormatAlign::VerticalCenter);
    sheet.write_string_with_format(0, 0, page.title, &title)?;
    sheet.set_row_height(0, 24)?;
    let last = u32::try_from(page.lines.len()).unwrap_or(u32::MAX - 2).saturating_add(1);
    for (at, column) in (0u16..).zip(page.columns) {
        sheet.set_column_width(at, column.width)?;
        sheet.write_string_with_format(1, at, &column.heading, &heading())?;
        if column.is_hidden {
            sheet.set_column_hidden(at)?;
        }
        if let Some(choices) = &column.choices {
            let long = choices.items.iter().map(|item| item.chars().count() + 1).sum::<usize>() > 250;
            if !long {
                sheet.add_data_validation(2, at, last, at, &rule(choices, None, texts)?)?;
            }
        }
        match column.holds {
            CallSheetCells::Of(_, ColumnType::Moment | ColumnType::Day) => {
                sheet.add_data_validation(2, at, last, at, &days(texts)?)?;
            }
            CallSheetCells::Of(_, holds) if is_text(holds) => {
                sheet.ignore_error_range(2, at, last, at, IgnoreError::NumberStoredAsText)?;
            }
            CallSheetCells::Household => {
                sheet.ignore_error_range(2, at, last, at, IgnoreError::NumberStoredAsText)?;
            }
            _ => {}
        }
    }
    sheet.set_row_height(1, LINE_HEIGHT * 2.0 + 4.0)?;
    for (at, line) in (2u32..).zip(page.lines) {
        let mut height = LEAST_HEIGHT;
        for (column_at, column) in (0u16..).zip(page.columns) {
            let (text, format) = (value(line, column, texts), cells(column));
            match text {
                CallSheetValue::Blank => drop(sheet.write_blank(at, column_at, &format)?),
                CallSheetValue::Text(text) => {
                    if !column.is_hidden {
                        height = height.max(lines_of(&text, column.width) * LINE_HEIGHT + 6.0);
                    }
                    sheet.write_string_with_format(at, column_at, text, &format)?;
                }
                CallSheetValue::Moment(moment) => write_moment(sheet, (at, column_at), moment, format)?,
                CallSheetValue::Number(number) => drop(sheet.write_number_with_format(at, column_at, number, &format)?),
            }
        }
        sheet.set_row_height(at, height.min(MOST_HEIGHT))?;
    }
    sheet.set_freeze_panes(2, 2)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 1)?;
    sheet.set_margins(MARGIN, MARGIN, 0.4, 0.55, 0.2, 0.25);
    sheet.set_footer(texts.get("call-sheet-footer"));
    Ok(())
}

fn write_moment(sheet: &mut Worksheet, at: (u32, u16), moment: Moment, format: Format) -> Result<(), XlsxError> {
    let date = ExcelDateTime::parse_from_str(&moment.date.to_string())?;
    match moment.time {
        None => drop(sheet.write_datetime_with_format(at.0, at.1, &date, &format)?),
        Some(time) => {
            let timed = format!("{}T{}", moment.date, time.format("%H:%M:%S"));
            let timed_at = ExcelDateTime::parse_from_str(&timed)?;
            sheet.write_datetime_with_format(at.0, at.1, &timed_at, &format.set_num_format(TIMED))?;
        }
    }
    Ok(())
}

fn heading() -> Format {
    let format = Format::new().set_bold().set_font_size(TYPE).set_text_wrap().set_align(FormatAlign::VerticalCenter);
    format.set_border(FormatBorder::Thin).set_border_color(RULE).set_background_color(HEADING)
}

/// How the cells of a column look: what is told is shaded, what is written on is not.
fn cells(column: &CallSheetColumn) -> Format {
    let format = Format::new().set_font_size(TYPE).set_text_wrap().set_align(FormatAlign::VerticalCenter);
    let format = format.set_border(FormatBorder::Thin).set_border_color(RULE);
    match column.holds {
        CallSheetCells::Of(_, ColumnType::Moment | ColumnType::Day) => {
            format.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left)
        }
        CallSheetCells::Of(_, holds) if is_text(holds) => format.set_num_format("@"),
        CallSheetCells::Of(..) => format,
        CallSheetCells::What | CallSheetCells::Known | CallSheetCells::Household | CallSheetCells::Who => {
            format.set_background_color(TOLD).set_num_format("@")
        }
    }
}

/// A day may be typed in any way that is read, but not a number that is none.
fn days(texts: &Texts) -> Result<DataValidation, XlsxError> {
    let first = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let last = ExcelDateTime::from_ymd(2099, 12, 31)?;
    DataValidation::new()
        .allow_date(DataValidationRule::Between(first, last))
        .set_error_style(rust_xlsxwriter::DataValidationErrorStyle::Warning)
        .set_error_title(texts.get("call-sheet-day-title"))?
        .set_error_message(texts.get("call-sheet-day"))
}

/// How many lines a text takes in a column of that width.
fn lines_of(text: &str, width: f64) -> f64 {
    // What does not fit is broken before it: a line holds less than its width.
    let line = |line: &str| (line.width_cjk() as f64 / (width * 0.86 - 1.0).max(3.0)).ceil().max(1.0);
    text.lines().map(line).sum()
}
