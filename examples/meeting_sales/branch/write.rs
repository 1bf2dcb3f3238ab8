//! Files as bytes: workbooks with titles, widths and dates as Excel keeps them, and CSV.

use super::calendar::FIRST;
use super::cells::{Cell, Row};
use anyhow::Result;
use chrono::NaiveTime;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, Workbook, Worksheet};

/// A CSV file with the mark that Excel writes in front of UTF-8.
pub fn csv(rows: &[Row]) -> Result<Vec<u8>> {
    let mut out =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    if let Some(headings) = rows.first() {
        out.write_record(headings.iter().map(|(heading, _)| *heading))?;
    }
    for row in rows {
        out.write_record(row.iter().map(|(_, cell)| spelled(cell)))?;
    }
    Ok(out.into_inner()?)
}

fn spelled(cell: &Cell) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Count(count) => count.to_string(),
        Cell::Yuan(amount) => amount.to_string(),
        Cell::Day(day) => day.format("%Y/%-m/%-d").to_string(),
        Cell::Moment(at) => match at.time {
            Some(time) => format!("{} {}", at.date.format("%Y/%-m/%-d"), time.format("%-H:%M")),
            None => at.date.format("%Y/%-m/%-d").to_string(),
        },
    }
}

/// A workbook with those sheets, of each its name and its rows. The same bytes every time.
pub fn workbook<'r>(sheets: impl Iterator<Item = (&'r str, &'r [Row])>) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    // Without it the day of writing would stand in the file.
    book.set_properties(&DocProperties::new().set_creation_datetime(&FIRST.and_time(NaiveTime::MIN)));
    for (name, rows) in sheets {
        sheet(book.add_worksheet().set_name(name)?, name, rows)?;
    }
    Ok(book.save_to_buffer()?)
}

/// A title over all columns, the headings, and the rows below.
fn sheet(sheet: &mut Worksheet, name: &str, rows: &[Row]) -> Result<()> {
    let Some(headings) = rows.first() else { return Ok(()) };
    let bold = Format::new().set_bold().set_align(FormatAlign::Center);
    let last = u16::try_from(headings.len())?.saturating_sub(1);
    sheet.merge_range(0, 0, 0, last, name, &bold)?;
    for (column, (heading, cell)) in (0..).zip(headings) {
        sheet.write_string_with_format(1, column, *heading, &bold)?;
        sheet.set_column_width(column, if matches!(cell, Cell::Day(_) | Cell::Moment(_)) { 16 } else { 12 })?;
    }
    for (line, row) in (2..).zip(rows) {
        for (column, (_, cell)) in (0..).zip(row) {
            write(sheet, line, column, cell)?;
        }
    }
    if name == "出货名单" {
        total(sheet, rows)?;
    }
    sheet.set_freeze_panes(2, 0)?;
    Ok(())
}

/// The line below a sales list that adds it up.
fn total(sheet: &mut Worksheet, rows: &[Row]) -> Result<()> {
    let line = 2 + u32::try_from(rows.len())?;
    sheet.write_string(line, 0, "合计")?;
    for (column, (heading, _)) in (0..).zip(rows.first().into_iter().flatten()) {
        let cells = rows.iter().filter_map(|row| row.get(usize::from(column)));
        let sum: Decimal = match *heading {
            "盒数" => {
                cells.map(|(_, cell)| if let Cell::Count(count) = cell { (*count).into() } else { Decimal::ZERO }).sum()
            }
            "金额(元)" => {
                cells.map(|(_, cell)| if let Cell::Yuan(amount) = cell { *amount } else { Decimal::ZERO }).sum()
            }
            _ => continue,
        };
        write(sheet, line, column, &Cell::Yuan(sum))?;
    }
    Ok(())
}

fn write(sheet: &mut Worksheet, line: u32, column: u16, cell: &Cell) -> Result<()> {
    let day = Format::new().set_num_format("yyyy/m/d");
    let moment = Format::new().set_num_format("yyyy/m/d h:mm");
    match cell {
        Cell::Blank => return Ok(()),
        Cell::Text(text) => sheet.write_string(line, column, text)?,
        Cell::Count(count) => sheet.write_number(line, column, *count)?,
        Cell::Yuan(amount) => {
            let money = Format::new().set_num_format("#,##0.00");
            sheet.write_number_with_format(line, column, amount.to_f64().unwrap_or_default(), &money)?
        }
        Cell::Day(date) => sheet.write_datetime_with_format(line, column, *date, &day)?,
        Cell::Moment(at) => match at.time {
            Some(time) => sheet.write_datetime_with_format(line, column, at.date.and_time(time), &moment)?,
            None => sheet.write_datetime_with_format(line, column, at.date, &day)?,
        },
    };
    Ok(())
}
