//! The cells of a row as a reader of workbooks gives them.

use crate::ingest::cell::{FarValue, RawCell, RawRow};
use crate::ingest::format::convert::converted;
use calamine::DataRef;

/// What stands in further columns is only said: one stray cell at the far corner of every row would be all the work.
pub const MOST_COLUMNS: u32 = 4_096;

pub type ReaderCell<'a> = calamine::Cell<DataRef<'a>>;

/// The cells of a row as the reader has given them. They become those of every format on another thread than the
/// reader's, which has the most to do.
pub struct ReaderRow<'a> {
    pub line: u32,
    pub cells: Vec<ReaderCell<'a>>,
    pub from_1904: bool,
}

impl ReaderRow<'_> {
    /// The row they make.
    pub fn row(self) -> RawRow {
        let mut row = RawRow { line: self.line, ..RawRow::default() };
        row.cells.reserve(self.cells.len());
        for given in &self.cells {
            let (column, cell) = (given.get_position().1, converted(given.get_value(), self.from_1904));
            if column >= MOST_COLUMNS {
                row.far.get_or_insert(FarValue { column, text: cell.text });
                continue;
            }
            let column = column as usize;
            if column == row.cells.len() {
                row.cells.push(cell);
                continue;
            }
            if row.cells.len() <= column {
                row.cells.resize_with(column + 1, RawCell::default);
            }
            row.cells[column] = cell;
        }
        row
    }

    /// What it holds in memory, in bytes, once it is a row.
    pub fn size(&self) -> usize {
        self.cells.iter().map(|given| size_of::<RawCell>() + text_len(given.get_value())).sum::<usize>()
    }
}

/// What a value holds of text, in bytes.
pub fn text_len(value: &DataRef<'_>) -> usize {
    match value {
        DataRef::SharedString(text) => text.len(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.len(),
        _ => 0,
    }
}
