//! Rejected rows as a workbook: the reason beside the row's first column, the wrong cells coloured, columns as wide as what
//! stands in them.

use crate::ingest::rejected::unwritten::Failure;
use rust_xlsxwriter::{Color, Format, FormatAlign, IgnoreError, Workbook, Worksheet, XlsxError};
use std::collections::BTreeSet;
use std::io::{Seek, Write};

/// The workbook while it is written.
pub struct RejectsWorkbook {
    book: Workbook,
    names: BTreeSet<String>,
    /// The next row of the last sheet.
    row: u32,
    /// How wide what stands in each of its columns is, in half-width characters.
    widths: Vec<usize>,
    plain: Format,
    heading: Format,
    reason: Format,
    wrong: Format,
}

/// What a cell of a workbook can hold.
const LONGEST_CELL: usize = 32_767;
/// The columns that are added before the table's own: the row's number and the reason.
const ADDED: usize = 2;
/// The column of the reason, and how wide it is: the rest of a reason stands below.
const REASON: usize = 1;
const REASON_WIDTH: usize = 46;
/// How high a line is, in points.
const LINE: f64 = 16.0;
/// Column widths, in half-width characters.
const NARROWEST: usize = 8;
const WIDEST: usize = 36;

impl Default for RejectsWorkbook {
    fn default() -> Self {
        // Text, so that nothing is rounded or turned into a date again.
        let plain = Format::new().set_num_format("@").set_align(FormatAlign::Top);
        RejectsWorkbook {
            book: Workbook::new(),
            names: BTreeSet::new(),
            row: 0,
            widths: Vec::new(),
            heading: plain.clone().set_bold().set_background_color(Color::RGB(0xDD_E6_F0)),
            reason: plain.clone().set_text_wrap().set_font_color(Color::RGB(0x9C_00_06)),
            wrong: plain.clone().set_background_color(Color::RGB(0xFF_C7_CE)),
            plain,
        }
    }
}

impl RejectsWorkbook {
    /// Begins a sheet.
    pub fn begin(&mut self, name: &str, headings: &[String]) -> Result<(), Failure> {
        self.end().map_err(Failure::Book)?;
        let name = free_name(name, &self.names);
        self.book.add_worksheet().set_name(&name).map_err(Failure::Book)?;
        self.names.insert(name.to_lowercase());
        (self.row, self.widths) = (0, Vec::new());
        for (at, cell) in headings.iter().enumerate() {
            let format = self.heading.clone();
            self.put(at, cell, &format)?;
        }
        self.row = 1;
        Ok(())
    }

    /// Adds a row; `wrong` counts the cells behind those that are added.
    pub fn row(&mut self, cells: &[String], wrong: &[usize]) -> Result<(), Failure> {
        for (at, cell) in cells.iter().enumerate() {
            let format = match at {
                REASON => &self.reason,
                at if at >= ADDED && wrong.contains(&(at - ADDED)) => &self.wrong,
                _ => &self.plain,
            };
            let format = format.clone();
            self.put(at, cell, &format)?;
        }
        // Not every program makes room for what is broken into lines.
        let lines = cells.get(REASON).map_or(1, |reason| textwrap::wrap(reason, REASON_WIDTH - 6).len().max(1));
        let row = self.row;
        self.sheet().and_then(|sheet| sheet.set_row_height(row, LINE * lines as f64)).map_err(Failure::Book)?;
        self.row += 1;
        Ok(())
    }

    /// Writes the workbook.
    pub fn save<W: Write + Seek + Send>(mut self, to: W) -> Result<(), Failure> {
        self.end().and_then(|()| self.book.save_to_writer(to)).map_err(Failure::Book)
    }

    fn put(&mut self, at: usize, cell: &str, format: &Format) -> Result<(), Failure> {
        let column = u16::try_from(at).map_err(|_| Failure::Wide)?;
        let row = self.row;
        if self.widths.len() <= at {
            self.widths.resize(at + 1, 0);
        }
        self.widths[at] = self.widths[at].max(width(cell));
        let sheet = self.sheet().map_err(Failure::Book)?;
        let written = match cell {
            // What is missing is coloured too.
            "" => sheet.write_blank(row, column, format).map(drop),
            cell => {
                let cell: String = cell.chars().take(LONGEST_CELL).collect();
                sheet.write_with_format(row, column, cell, format).map(drop)
            }
        };
        written.map_err(Failure::Book)
    }

    /// Sets the last sheet's columns and what stays in sight.
    fn end(&mut self) -> Result<(), XlsxError> {
        if self.names.is_empty() {
            return Ok(());
        }
        let widths = std::mem::take(&mut self.widths);
        let last = self.row.saturating_sub(1);
        let sheet = self.sheet()?;
        for (column, width) in (0_u16..).zip(&widths) {
            let width = if usize::from(column) == REASON { REASON_WIDTH } else { (width + 2).clamp(NARROWEST, WIDEST) };
            sheet.set_column_width(column, width as f64)?;
        }
        sheet.set_freeze_panes(1, ADDED as u16)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        // Numbers are meant to be text here.
        let columns = u16::try_from(widths.len().saturating_sub(1)).unwrap_or(u16::MAX);
        sheet.ignore_error_range(0, 0, last, columns, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }

    fn sheet(&mut self) -> Result<&mut Worksheet, XlsxError> {
        let last = self.book.worksheets().len().saturating_sub(1);
        self.book.worksheet_from_index(last)
    }
}

/// How wide a text is shown, its widest line, in half-width characters.
fn width(text: &str) -> usize {
    text.lines().map(textwrap::core::display_width).max().unwrap_or(0)
}

/// What a sheet's name can hold, in UTF-16 units.
const LONGEST_NAME: usize = 31;

/// The sheet's name, with a number behind it if another table of the sheet has it already. Other programs' sheets may
/// have names that Excel's may not.
fn free_name(name: &str, taken: &BTreeSet<String>) -> String {
    let forbidden = |c: char| c.is_control() || "[]:*?/\\".contains(c);
    let allowed = name.replace(forbidden, "_");
    let mut stem = allowed.trim_matches([' ', '\'']);
    if stem.is_empty() {
        stem = "Sheet1";
    }
    let mut free = beginning(stem, LONGEST_NAME).to_owned();
    let mut number = 2;
    while taken.contains(&free.to_lowercase()) {
        let behind = format!("-{number}");
        free = beginning(stem, LONGEST_NAME - behind.len()).to_owned() + &behind;
        number += 1;
    }
    free
}

/// As much of the name as there is room for, in UTF-16 units.
fn beginning(name: &str, mut room: usize) -> &str {
    let too_many = |c: char| match room.checked_sub(c.len_utf16()) {
        Some(left) => {
            room = left;
            false
        }
        None => true,
    };
    let end = name.find(too_many).unwrap_or(name.len());
    name[..end].trim_end_matches([' ', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_get_names_that_a_workbook_may_have() {
        let mut taken = BTreeSet::new();
        let mut name = |of: &str| {
            let free = free_name(of, &taken);
            taken.insert(free.to_lowercase());
            Workbook::new().add_worksheet().set_name(&free).unwrap();
            free
        };
        let long = "长".repeat(40);
        assert_eq!(name(&long), "长".repeat(31));
        assert_eq!(name(&long), format!("{}-2", "长".repeat(29)));
        assert_eq!(name(&"😀".repeat(16)), "😀".repeat(15));
        assert_eq!(
            ["", "''", "3月/4月", "'三月'", "SHEET1"].map(name),
            ["Sheet1", "Sheet1-2", "3月_4月", "三月", "SHEET1-3"]
        );
    }
}
