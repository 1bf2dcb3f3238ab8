//! Workbooks: the cells of their sheets, row by row.

use crate::domain::Message;
use crate::ingest::book::BookFormat;
use crate::ingest::cell::{FarValue, RawCell, RawRow};
use crate::ingest::format::convert::{borrowed, converted};
use crate::ingest::format::marks::{self, Marks};
use crate::ingest::format::reader_cells::MOST_COLUMNS;
use crate::ingest::format::rows::{SheetReader, SheetRows, SourceRow};
use crate::ingest::format::streamed::Streamed;
use crate::ingest::guard::shield;
use crate::ingest::guard::stored::FileBytes;
use crate::ingest::guard::watch::{ReadingTime, WatchedFile};
use crate::ingest::system::unreadable;
use calamine::{Data, DataRef, Ods, Range, Reader, SheetType, SheetVisible, Xls, Xlsb, Xlsx};
use std::io::BufReader;

type Input = BufReader<WatchedFile>;

/// A workbook that has been opened.
pub struct Workbook {
    reader: OpenWorkbook,
    patience: ReadingTime,
    stored: FileBytes,
    format: BookFormat,
}

/// A workbook of one of the formats people use.
enum OpenWorkbook {
    Xlsx(Box<Xlsx<Input>>),
    Xlsb(Box<Xlsb<Input>>),
    Xls(Box<Xls<Input>>),
    Ods(Box<Ods<Input>>),
}

/// A sheet as the workbook lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedSheet {
    pub name: String,
    pub hidden: bool,
    /// A chart or a macro: it has no cells.
    pub without_cells: bool,
}

impl Workbook {
    /// Opens a workbook.
    ///
    /// # Errors
    /// It is damaged or protected by a password.
    pub fn open(stored: FileBytes, format: BookFormat) -> Result<Workbook, Message> {
        let (file, patience) = WatchedFile::open(&stored).map_err(|error| unreadable(&error))?;
        let input = BufReader::new(file);
        let reader = shield::run(|| match format {
            BookFormat::Xlsx => {
                Xlsx::new(input).map(|book| OpenWorkbook::Xlsx(Box::new(book))).map_err(|error| match error {
                    calamine::XlsxError::Password => Message::new("ingest-book-password"),
                    _ => damaged(),
                })
            }
            BookFormat::Xlsb => {
                Xlsb::new(input).map(|book| OpenWorkbook::Xlsb(Box::new(book))).map_err(|error| match error {
                    calamine::XlsbError::Password => Message::new("ingest-book-password"),
                    _ => damaged(),
                })
            }
            BookFormat::Xls => {
                Xls::new(input).map(|book| OpenWorkbook::Xls(Box::new(book))).map_err(|error| match error {
                    calamine::XlsError::Password => Message::new("ingest-book-password"),
                    _ => damaged(),
                })
            }
            BookFormat::Ods => {
                Ods::new(input).map(|book| OpenWorkbook::Ods(Box::new(book))).map_err(|error| match error {
                    calamine::OdsError::Password => Message::new("ingest-book-password"),
                    _ => damaged(),
                })
            }
        })?;
        let book = Workbook { reader, patience, stored, format };
        match book.listed().len() {
            0 => Err(Message::new("ingest-book-no-sheets")),
            sheets if sheets > MOST_SHEETS => Err(Message::new("ingest-book-bomb")),
            _ => Ok(book),
        }
    }

    fn listed(&self) -> &[calamine::Sheet] {
        match &self.reader {
            OpenWorkbook::Xlsx(book) => book.sheets_metadata(),
            OpenWorkbook::Xlsb(book) => book.sheets_metadata(),
            OpenWorkbook::Xls(book) => book.sheets_metadata(),
            OpenWorkbook::Ods(book) => book.sheets_metadata(),
        }
    }

    /// The workbook's sheets, in their order.
    pub fn sheets(&self) -> Vec<ListedSheet> {
        let list = |sheet: &calamine::Sheet| ListedSheet {
            name: sheet.name.clone(),
            hidden: sheet.visible != SheetVisible::Visible,
            without_cells: sheet.typ != SheetType::WorkSheet,
        };
        self.listed().iter().map(list).collect()
    }
}

fn damaged() -> Message {
    Message::new("ingest-book-damaged")
}

/// One sheet of a workbook.
pub struct WorkbookSheet<'a> {
    pub book: &'a mut Workbook,
    pub name: &'a str,
}

impl SheetReader for WorkbookSheet<'_> {
    fn marks(&mut self) -> Result<Marks, Message> {
        let file = self.book.stored.opened()?;
        let at = self.book.listed().iter().position(|sheet| sheet.name == self.name).unwrap_or_default();
        shield::run(|| marks::read(BufReader::new(file), self.book.format, self.name, at))
    }

    fn rows(&mut self) -> Result<Box<dyn SheetRows<'_> + Send + '_>, Message> {
        let name = self.name;
        let patience = self.book.patience.clone();
        match &mut self.book.reader {
            OpenWorkbook::Xlsx(book) => {
                patience.renew();
                let from_1904 = book.has_1904_epoch();
                let mut cells = shield::run(|| book.worksheet_cells_reader(name).map_err(|_| damaged()))?;
                let next = move || {
                    patience.renew();
                    cells.next_cell().map_err(|_| damaged())
                };
                Ok(Box::new(Streamed::new(next, from_1904)))
            }
            OpenWorkbook::Xlsb(book) => {
                let from_1904 = book.has_1904_epoch();
                let mut cells = shield::run(|| book.worksheet_cells_reader(name).map_err(|_| damaged()))?;
                Ok(Box::new(Streamed::new(move || cells.next_cell().map_err(|_| damaged()), from_1904)))
            }
            OpenWorkbook::Xls(book) => {
                let from_1904 = book.has_1904_epoch();
                let range = shield::run(|| book.worksheet_range(name).map_err(|_| damaged()))?;
                Ok(Box::new(Ranged { range, row: 0, from_1904 }))
            }
            OpenWorkbook::Ods(book) => {
                let range = shield::run(|| book.worksheet_range(name).map_err(|_| damaged()))?;
                Ok(Box::new(Ranged { range, row: 0, from_1904: false }))
            }
        }
    }
}

/// No workbook of ledgers has so many sheets.
const MOST_SHEETS: usize = 1_000;

/// The rows of a sheet that the reader gives whole.
struct Ranged {
    range: Range<Data>,
    row: usize,
    from_1904: bool,
}

impl SheetRows<'_> for Ranged {
    fn next(&mut self) -> Result<Option<SourceRow<'static>>, Message> {
        let Some((top, left)) = self.range.start() else { return Ok(None) };
        while self.row < self.range.height() {
            let (at, line) = (self.row, top.saturating_add(self.row as u32).saturating_add(1));
            self.row += 1;
            let filled = |column: &usize| self.range.get((at, *column)).is_some_and(|cell| *cell != Data::Empty);
            let Some(last) = (0..self.range.width()).rfind(filled) else { continue };
            let cell = |column: usize| {
                let value = self.range.get((at, column)).map_or(DataRef::Empty, borrowed);
                converted(&value, self.from_1904)
            };
            let before = (0..left.min(MOST_COLUMNS)).map(|_| RawCell::default());
            let near = MOST_COLUMNS.saturating_sub(left) as usize;
            let own = (0..=last).take(near).map(cell);
            let far = (near..=last).map(|column| (column, cell(column))).find(|(_, cell)| !cell.text.is_empty());
            let far =
                far.map(|(column, cell)| FarValue { column: left.saturating_add(column as u32), text: cell.text });
            let row = RawRow { line, cells: before.chain(own).collect(), far, ..RawRow::default() };
            return Ok(Some(SourceRow::Row(row)));
        }
        Ok(None)
    }
}
