//! The rows of a sheet whose cells come one by one.

use crate::domain::Message;
use crate::ingest::format::reader_cells::{MOST_COLUMNS, ReaderCell, ReaderRow, text_len};
use crate::ingest::format::rows::{SheetRows, SourceRow};
use crate::ingest::guard::shield;
use calamine::DataRef;

/// So many cells without content, one after the other, are given back as an empty row.
const STRETCH: u32 = 1 << 14;
/// A million rows formatted over sixteen columns; more only keep the reader busy.
const MOST_EMPTY: u32 = 16 << 20;
/// What the cells of one row may hold together, in bytes.
const MOST_TEXT: usize = 8 << 20;

fn is_empty(value: &DataRef<'_>) -> bool {
    match value {
        DataRef::Empty => true,
        DataRef::SharedString(text) => text.is_empty(),
        DataRef::String(text) => text.is_empty(),
        _ => false,
    }
}

/// Puts the cells that a reader gives together to rows.
pub struct Streamed<'a, F> {
    next: F,
    from_1904: bool,
    ahead: Option<ReaderCell<'a>>,
    line: u32,
    /// How many cells rows have had; most have as many as the one before.
    width: usize,
    /// Cells without content since the last with some.
    empty: u32,
    ended: bool,
}

impl<'a, F> Streamed<'a, F>
where
    F: FnMut() -> Result<Option<ReaderCell<'a>>, Message>,
{
    /// The rows of the cells that `next` gives, in their order.
    pub fn new(next: F, from_1904: bool) -> Self {
        Streamed { next, from_1904, ahead: None, line: 0, width: 0, empty: 0, ended: false }
    }

    fn row(&mut self) -> Result<Option<ReaderRow<'a>>, Message> {
        let mut row = ReaderRow { line: 0, cells: Vec::new(), from_1904: self.from_1904 };
        let mut text = 0;
        loop {
            let given = match self.ahead.take() {
                Some(given) => Some(given),
                None => (self.next)()?,
            };
            let Some(given) = given else {
                self.ended = true;
                return Ok((row.line > 0).then_some(row));
            };
            let line = given.get_position().0.saturating_add(1);
            if is_empty(given.get_value()) {
                self.empty += 1;
                if row.line > 0 && line != row.line {
                    return Ok(Some(row));
                }
                if self.empty > MOST_EMPTY {
                    return Err(Message::new("ingest-book-empty-cells").show("line", self.line));
                }
                // Formatting to the end of the sheet: whoever looks for headings need not wait for that.
                if self.empty.is_multiple_of(STRETCH) && row.line == 0 {
                    return Ok(Some(ReaderRow { line, ..row }));
                }
                continue;
            }
            self.empty = 0;
            if row.line == 0 {
                if line <= self.line {
                    return Err(Message::new("ingest-book-order").show("line", line));
                }
                row.line = line;
                row.cells.reserve(self.width);
                self.line = line;
            } else if line != row.line {
                self.ahead = Some(given);
                return Ok(Some(row));
            }
            text += text_len(given.get_value());
            if text > MOST_TEXT {
                return Err(Message::new("ingest-book-row-long").show("line", line));
            }
            // Of what is too far away only the first is ever said.
            let is_far = |given: &ReaderCell<'_>| given.get_position().1 >= MOST_COLUMNS;
            if !is_far(&given) || !row.cells.last().is_some_and(is_far) {
                row.cells.push(given);
                self.width = self.width.max(row.cells.len());
            }
        }
    }
}

impl<'a, F> SheetRows<'a> for Streamed<'a, F>
where
    F: FnMut() -> Result<Option<ReaderCell<'a>>, Message>,
{
    fn next(&mut self) -> Result<Option<SourceRow<'a>>, Message> {
        if self.ended {
            return Ok(None);
        }
        shield::run(|| self.row()).map(|row| row.map(SourceRow::Cells)).inspect_err(|_| self.ended = true)
    }
}
