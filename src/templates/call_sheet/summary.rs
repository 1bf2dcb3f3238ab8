//! The supervisor's workbook (汇总): how much each person has to do, and what is of nobody.

use super::book::{CallSheetFile, properties};
use crate::domain::Message;
use crate::ingest::SUMMARY;
use crate::report::SupervisorRow;
use crate::templates::ledger::A4;
use crate::texts::Texts;
use chrono::NaiveDate;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Formula, Workbook, XlsxError};

/// The summary of a day's call sheets; it is passed over when it comes back.
///
/// # Errors
/// The workbook could not be made.
pub fn summary_file(rows: &[SupervisorRow], on: NaiveDate, texts: &Texts) -> Result<CallSheetFile, Message> {
    let name = texts.get("call-sheet-summary");
    let bytes = bytes(rows, &name, on, texts)
        .map_err(|error| Message::new("call-sheet-unmade").with("whose", name.as_str()).show("reason", error))?;
    Ok(CallSheetFile { file: format!("{name}.xlsx"), bytes })
}

const HEADINGS: [(&str, f64); 7] = [
    ("call-sheet-department", 14.0),
    ("call-sheet-number", 10.0),
    ("call-sheet-name", 12.0),
    ("call-sheet-overdue", 9.0),
    ("call-sheet-due", 9.0),
    ("call-sheet-upcoming", 9.0),
    ("call-sheet-all", 9.0),
];

fn bytes(rows: &[SupervisorRow], name: &str, on: NaiveDate, texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&properties(&format!("{name} {on}"), SUMMARY)?);
    let sheet = book.add_worksheet().set_name(name)?;
    let plain = Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
    let bold = plain.clone().set_bold().set_background_color(Color::RGB(0xDD_E6_F0));
    let title = Format::new().set_bold().set_font_size(13.0);
    sheet.write_string_with_format(0, 0, format!("{name} · {on}"), &title)?;
    for (at, (key, width)) in (0u16..).zip(HEADINGS) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(1, at, texts.get(key), &bold)?;
    }
    let nobody = texts.get("call-sheet-nobody");
    for (at, row) in (2u32..).zip(rows) {
        let number = row.assignee.as_ref().map(ToString::to_string);
        let name = if row.assignee.is_some() { row.name.as_deref() } else { Some(nobody.as_str()) };
        let texts = [row.department.as_deref(), number.as_deref(), name];
        for (column, text) in (0u16..).zip(texts) {
            sheet.write_string_with_format(at, column, text.unwrap_or_default(), &plain)?;
        }
        let counts = [row.overdue, row.due, row.upcoming];
        for (column, count) in (3u16..).zip(counts) {
            sheet.write_number_with_format(at, column, count as f64, &plain)?;
        }
        let line = at + 1;
        let sum = Formula::new(format!("=SUM(D{line}:F{line})")).set_result(counts.iter().sum::<usize>().to_string());
        sheet.write_formula_with_format(at, 6, sum, &plain)?;
        sheet.set_row_height(at, 20)?;
    }
    let last = u32::try_from(rows.len()).unwrap_or(u32::MAX - 3) + 2;
    sheet.write_string_with_format(last, 0, texts.get("call-sheet-total"), &bold)?;
    [1, 2].into_iter().try_for_each(|column| sheet.write_blank(last, column, &bold).map(drop))?;
    let of = |count: fn(&SupervisorRow) -> usize| rows.iter().map(count).sum::<usize>();
    let totals = [of(|row| row.overdue), of(|row| row.due), of(|row| row.upcoming)];
    let totals = [totals[0], totals[1], totals[2], totals.iter().sum()];
    for ((column, letter), total) in (3u16..).zip(["D", "E", "F", "G"]).zip(totals) {
        let sum = format!("=SUM({letter}3:{letter}{last})");
        let sum = if rows.is_empty() { Formula::new("=0") } else { Formula::new(sum) };
        sheet.write_formula_with_format(last, column, sum.set_result(total.to_string()), &bold)?;
    }
    sheet.set_freeze_panes(2, 0)?;
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 1)?;
    sheet.set_footer(texts.get("call-sheet-footer"));
    book.save_to_buffer()
}
