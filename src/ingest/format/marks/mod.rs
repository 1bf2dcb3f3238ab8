//! What cells bear beside their values, which the readers of workbooks do not give: merged downwards, struck through,
//! hidden, a formula without a result. Every format is looked through once before its rows are read.

mod binary;
mod old;
mod open;
mod parts;
mod sheet;
mod xml;

pub use sheet::{Marks, Merged};

use crate::domain::Message;
use crate::ingest::book::BookFormat;
use crate::ingest::cell::{CellForm, RawCell, RawRow};
use std::io::{Read, Seek};

/// Those of the sheet of that name, the `at`th of the workbook's.
///
/// # Errors
/// The file cannot be looked through, so that it is not known which cells are merged.
pub fn read(mut file: impl Read + Seek, format: BookFormat, name: &str, at: usize) -> Result<Marks, Message> {
    let found = match format {
        BookFormat::Xlsx => xml::read(file, name),
        BookFormat::Xlsb => binary::read(file, name),
        BookFormat::Ods => open::read(file, name),
        BookFormat::Xls => {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).ok().and_then(|_| old::read(&bytes, at))
        }
    };
    let mut marks = found.ok_or_else(|| Message::new("ingest-sheet-marks"))?;
    marks.merged.sort_unstable();
    marks.struck.sort_unstable();
    marks.uncomputed.sort_unstable();
    marks.hidden.sort_unstable();
    Ok(marks)
}

/// The marks of the row at hand, while the rows of a table come in their order.
pub struct MarkCursor<'a> {
    marks: &'a Marks,
    /// Merged cells that begin above this line belong to the headings.
    head_line: u32,
    merged: usize,
    /// Merged cells that reach the row at hand, with what they hold.
    reaching: Vec<(Merged, RawCell)>,
    hidden: usize,
    struck: usize,
    uncomputed: usize,
}

/// What a row bears.
#[derive(Debug, Default)]
pub struct RowMarks {
    /// The row with what merged cells above it hold.
    pub filled: Option<RawRow>,
    pub is_hidden: bool,
    /// Columns whose content is struck through.
    pub struck: Vec<usize>,
}

impl<'a> MarkCursor<'a> {
    /// A cursor that begins at the first row below the headings.
    pub const fn new(marks: &'a Marks, head_line: u32) -> Self {
        MarkCursor { marks, head_line, merged: 0, reaching: Vec::new(), hidden: 0, struck: 0, uncomputed: 0 }
    }

    /// Marks the formulas of the row, and says what else it bears.
    pub fn of(&mut self, row: &mut RawRow) -> RowMarks {
        let line = row.line;
        for column in taken(&self.marks.uncomputed, &mut self.uncomputed, line) {
            let column = column as usize;
            if row.cells.len() <= column {
                row.cells.resize_with(column + 1, RawCell::default);
            }
            row.cells[column] = RawCell { text: "=".to_owned(), form: CellForm::Uncomputed, is_plain: true };
        }
        let struck = taken(&self.marks.struck, &mut self.struck, line).map(|column| column as usize).collect();
        while self.marks.hidden.get(self.hidden).is_some_and(|(_, last)| *last < line) {
            self.hidden += 1;
        }
        let is_hidden = self.marks.hidden.get(self.hidden).is_some_and(|(first, _)| *first <= line);
        RowMarks { filled: self.fill(row), is_hidden, struck }
    }

    fn fill(&mut self, row: &RawRow) -> Option<RawRow> {
        self.reaching.retain(|(merged, _)| merged.bottom >= row.line);
        let mut filled: Option<RawRow> = None;
        for (merged, cell) in &self.reaching {
            let column = merged.left as usize;
            if row.cells.get(column).is_none_or(RawCell::is_blank) {
                let filled = filled.get_or_insert_with(|| row.clone());
                if filled.cells.len() <= column {
                    filled.cells.resize_with(column + 1, RawCell::default);
                }
                filled.cells[column] = cell.clone();
            }
        }
        while let Some(merged) = self.marks.merged.get(self.merged).filter(|merged| merged.top <= row.line) {
            self.merged += 1;
            let cell = row.cells.get(merged.left as usize).filter(|cell| !cell.is_blank());
            if let Some(cell) = cell.filter(|_| merged.top == row.line && merged.top > self.head_line) {
                self.reaching.push((*merged, cell.clone()));
            }
        }
        filled
    }
}

/// The columns marked on that line; those of lines before are passed over.
fn taken<'m>(marks: &'m [(u32, u32)], from: &mut usize, line: u32) -> impl Iterator<Item = u32> + use<'m> {
    let start = *from + marks[*from..].partition_point(|(marked, _)| *marked < line);
    let end = start + marks[start..].iter().take_while(|(marked, _)| *marked == line).count();
    *from = end;
    marks[start..end].iter().map(|(_, column)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(line: u32, cells: &[&str]) -> RawRow {
        RawRow { line, cells: cells.iter().map(|text| RawCell::text(text)).collect(), ..RawRow::default() }
    }

    fn filled(marks: &Marks, head_line: u32, rows: Vec<RawRow>) -> Vec<Vec<String>> {
        let mut marking = MarkCursor::new(marks, head_line);
        let of = |mut row: RawRow| {
            let borne = marking.of(&mut row);
            borne.filled.unwrap_or(row).cells.into_iter().map(|cell| cell.text).collect()
        };
        rows.into_iter().map(of).collect()
    }

    #[test]
    fn merged_cells_hold_for_every_row_they_cover_and_headings_for_none() {
        let merged = |top, bottom, left| Merged { top, bottom, left };
        let marks = Marks { merged: vec![merged(1, 2, 0), merged(2, 4, 1), merged(3, 3, 0)], ..Marks::default() };
        let rows = || vec![row(2, &["甲", "张"]), row(3, &["乙"]), row(4, &["丙", ""]), row(5, &["丁"])];
        let whole = [vec!["甲", "张"], vec!["乙", "张"], vec!["丙", "张"], vec!["丁"]];
        assert_eq!(filled(&marks, 1, rows()), whole.map(|row| row.into_iter().map(str::to_owned).collect::<Vec<_>>()));
        let bare = [vec!["甲", "张"], vec!["乙"], vec!["丙", ""], vec!["丁"]];
        assert_eq!(filled(&marks, 2, rows()), bare.map(|row| row.into_iter().map(str::to_owned).collect::<Vec<_>>()));
    }

    #[test]
    fn marks_of_rows_that_were_left_out_are_passed_over() {
        let marks = Marks {
            hidden: vec![(2, 2), (5, 6)],
            struck: vec![(3, 1), (4, 0), (4, 2)],
            uncomputed: vec![(1, 0), (4, 1)],
            ..Marks::default()
        };
        let mut marking = MarkCursor::new(&marks, 0);
        let said: Vec<(bool, Vec<usize>, usize)> = [2, 4, 6, 7]
            .map(|line| {
                let mut row = row(line, &["a"]);
                let borne = marking.of(&mut row);
                (borne.is_hidden, borne.struck, row.cells.iter().filter(|it| it.form == CellForm::Uncomputed).count())
            })
            .into();
        let expected = [(true, vec![], 0), (false, vec![0, 2], 1), (true, vec![], 0), (false, vec![], 0)];
        assert_eq!(said, expected);
    }
}
