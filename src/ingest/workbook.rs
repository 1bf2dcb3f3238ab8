//! Workbooks: the cells of their sheets, row by row.

use super::cell::{Cell, Form, RawRow, from_serial, moment_text, number_text};
use super::delimited::unreadable;
use super::rows::{Rows, Sheet};
use super::shield;
use super::values::date;
use super::watch::{Patience, Watched};
use crate::domain::Message;
use calamine::{Data, DataRef, ExcelDateTime, Ods, Range, Reader, SheetType, SheetVisible, Xls, Xlsb, Xlsx};
use chrono::NaiveTime;
use std::io::BufReader;
use std::path::Path;

type Input = BufReader<Watched>;

/// A workbook that has been opened.
pub struct Book {
    reader: Reading,
    patience: Patience,
}

/// A workbook of one of the formats people use.
enum Reading {
    Xlsx(Box<Xlsx<Input>>),
    Xlsb(Box<Xlsb<Input>>),
    Xls(Box<Xls<Input>>),
    Ods(Box<Ods<Input>>),
}

/// Which reader a workbook needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookFormat {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
}

/// A sheet as the workbook lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    pub name: String,
    pub hidden: bool,
    /// A chart or a macro: it has no cells.
    pub without_cells: bool,
}

impl Book {
    /// Opens a workbook.
    ///
    /// # Errors
    /// It is damaged or protected by a password.
    pub fn open(path: &Path, format: BookFormat) -> Result<Book, Message> {
        let (file, patience) = Watched::open(path).map_err(|error| unreadable(&error))?;
        let input = BufReader::new(file);
        let reader = shield::run(|| match format {
            BookFormat::Xlsx => {
                Xlsx::new(input).map(|book| Reading::Xlsx(Box::new(book))).map_err(|error| match error {
                    calamine::XlsxError::Password => Message::new("ingest-book-password"),
                    _ => damaged(),
                })
            }
            BookFormat::Xlsb => {
                Xlsb::new(input).map(|book| Reading::Xlsb(Box::new(book))).map_err(|error| match error {
                    calamine::XlsbError::Password => Message::new("ingest-book-password"),
                    _ => damaged(),
                })
            }
            BookFormat::Xls => Xls::new(input).map(|book| Reading::Xls(Box::new(book))).map_err(|error| match error {
                calamine::XlsError::Password => Message::new("ingest-book-password"),
                _ => damaged(),
            }),
            BookFormat::Ods => Ods::new(input).map(|book| Reading::Ods(Box::new(book))).map_err(|error| match error {
                calamine::OdsError::Password => Message::new("ingest-book-password"),
                _ => damaged(),
            }),
        })?;
        let book = Book { reader, patience };
        if book.listed().len() > MOST_SHEETS { Err(Message::new("ingest-book-bomb")) } else { Ok(book) }
    }

    fn listed(&self) -> &[calamine::Sheet] {
        match &self.reader {
            Reading::Xlsx(book) => book.sheets_metadata(),
            Reading::Xlsb(book) => book.sheets_metadata(),
            Reading::Xls(book) => book.sheets_metadata(),
            Reading::Ods(book) => book.sheets_metadata(),
        }
    }

    /// Its sheets, in their order.
    pub fn sheets(&self) -> Vec<Listed> {
        let list = |sheet: &calamine::Sheet| Listed {
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
pub struct BookSheet<'a> {
    pub book: &'a mut Book,
    pub name: &'a str,
}

impl Sheet for BookSheet<'_> {
    fn rows(&mut self) -> Result<Box<dyn Rows + Send + '_>, Message> {
        let name = self.name;
        let patience = self.book.patience.clone();
        match &mut self.book.reader {
            Reading::Xlsx(book) => {
                patience.renew();
                let from_1904 = book.has_1904_epoch();
                let mut cells = shield::run(|| book.worksheet_cells_reader(name).map_err(|_| damaged()))?;
                let next = move || match cells.next_cell() {
                    Ok(cell) => {
                        patience.renew();
                        Ok(cell.map(|cell| (cell.get_position(), converted(cell.get_value(), from_1904))))
                    }
                    Err(_) => Err(damaged()),
                };
                Ok(Box::new(Streamed { next, ahead: None, line: 0, width: 0, empty: 0, ended: false }))
            }
            Reading::Xlsb(book) => {
                let from_1904 = book.has_1904_epoch();
                let mut cells = shield::run(|| book.worksheet_cells_reader(name).map_err(|_| damaged()))?;
                let next = move || match cells.next_cell() {
                    Ok(cell) => Ok(cell.map(|cell| (cell.get_position(), converted(cell.get_value(), from_1904)))),
                    Err(_) => Err(damaged()),
                };
                Ok(Box::new(Streamed { next, ahead: None, line: 0, width: 0, empty: 0, ended: false }))
            }
            Reading::Xls(book) => {
                let from_1904 = book.has_1904_epoch();
                let range = shield::run(|| book.worksheet_range(name).map_err(|_| damaged()))?;
                Ok(Box::new(Ranged { range, row: 0, from_1904 }))
            }
            Reading::Ods(book) => {
                let range = shield::run(|| book.worksheet_range(name).map_err(|_| damaged()))?;
                Ok(Box::new(Ranged { range, row: 0, from_1904: false }))
            }
        }
    }
}

/// So many cells without content, one after the other, are given back as an empty row.
const STRETCH: u32 = 1 << 14;
/// A million rows formatted over sixteen columns; more only keep the reader busy.
const MOST_EMPTY: u32 = 16 << 20;
/// What the cells of one row may hold together, in bytes.
const MOST_TEXT: usize = 8 << 20;
/// No workbook of ledgers has so many sheets.
const MOST_SHEETS: usize = 1_000;

/// More columns than this are not looked at: one stray cell at the far corner of every row would be all the work.
const MOST_COLUMNS: u32 = 4_096;

type Placed = ((u32, u32), Cell);

/// The rows of a sheet whose cells come one by one.
struct Streamed<F> {
    next: F,
    ahead: Option<Placed>,
    line: u32,
    /// How wide rows have been; most are as wide as the one before.
    width: usize,
    /// Cells without content since the last with some.
    empty: u32,
    ended: bool,
}

impl<F> Streamed<F>
where
    F: FnMut() -> Result<Option<Placed>, Message>,
{
    fn row(&mut self) -> Result<Option<RawRow>, Message> {
        let mut row = RawRow::default();
        let mut text = 0;
        loop {
            let placed = match self.ahead.take() {
                Some(placed) => Some(placed),
                None => (self.next)()?,
            };
            let Some(((at, column), cell)) = placed else {
                self.ended = true;
                return Ok((row.line > 0).then_some(row));
            };
            let line = at.saturating_add(1);
            if column >= MOST_COLUMNS || cell.text.is_empty() {
                self.empty += 1;
                if row.line > 0 && line != row.line {
                    return Ok(Some(row));
                }
                if self.empty > MOST_EMPTY {
                    return Err(Message::new("ingest-book-empty-cells").show("line", self.line));
                }
                // Formatting to the end of the sheet: whoever looks for headings need not wait for that.
                if self.empty.is_multiple_of(STRETCH) && row.line == 0 {
                    return Ok(Some(RawRow { line, ..RawRow::default() }));
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
                self.ahead = Some(((at, column), cell));
                return Ok(Some(row));
            }
            text += cell.text.len();
            if text > MOST_TEXT {
                return Err(Message::new("ingest-book-row-long").show("line", line));
            }
            let column = column as usize;
            if row.cells.len() <= column {
                row.cells.resize_with(column + 1, Cell::default);
            }
            self.width = self.width.max(column + 1);
            row.cells[column] = cell;
        }
    }
}

impl<F> Rows for Streamed<F>
where
    F: FnMut() -> Result<Option<Placed>, Message>,
{
    fn next(&mut self) -> Result<Option<RawRow>, Message> {
        if self.ended {
            return Ok(None);
        }
        shield::run(|| self.row()).inspect_err(|_| self.ended = true)
    }
}

/// The rows of a sheet that the reader gives whole.
struct Ranged {
    range: Range<Data>,
    row: usize,
    from_1904: bool,
}

impl Rows for Ranged {
    fn next(&mut self) -> Result<Option<RawRow>, Message> {
        let Some((top, left)) = self.range.start() else { return Ok(None) };
        while self.row < self.range.height() {
            let (at, line) = (self.row, top.saturating_add(self.row as u32).saturating_add(1));
            self.row += 1;
            let filled = |column: &usize| self.range.get((at, *column)).is_some_and(|cell| *cell != Data::Empty);
            let Some(last) = (0..self.range.width()).rfind(filled) else { continue };
            let before = (0..left.min(MOST_COLUMNS)).map(|_| Cell::default());
            let own = (0..=last).take(MOST_COLUMNS as usize).map(|column| {
                let value = self.range.get((at, column)).map_or(DataRef::Empty, borrowed);
                converted(&value, self.from_1904)
            });
            return Ok(Some(RawRow { line, further: 0, cells: before.chain(own).collect() }));
        }
        Ok(None)
    }
}

fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(value) => DataRef::Int(*value),
        Data::Float(value) => DataRef::Float(*value),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(value) => DataRef::DateTime(*value),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::SharedString(text),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// A cell of a workbook in the form every format has here.
fn converted(value: &DataRef<'_>, from_1904: bool) -> Cell {
    let number = |value: f64| Cell { text: number_text(value), form: Form::Number { value, from_1904 } };
    match value {
        DataRef::Empty => Cell::default(),
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::String(text) | DataRef::DurationIso(text) => text_cell(text),
        DataRef::SharedString(text) => text_cell(text),
        DataRef::Int(value) => number(*value as f64),
        DataRef::Float(value) => number(*value),
        DataRef::Bool(true) => Cell::text("TRUE"),
        DataRef::Bool(false) => Cell::text("FALSE"),
        DataRef::Error(error) => Cell { text: error.to_string(), form: Form::Error },
        DataRef::DateTime(value) => dated(value, from_1904).unwrap_or_else(|| number(value.as_f64())),
    }
}

/// A date cell as newer formats write it. Programs add midnight to days without a time.
fn iso(text: &str) -> Cell {
    let Ok(written) = date::read(text, None) else { return text_cell(text) };
    let time = written.time.unwrap_or_default();
    let (moment, timed) = (written.date.and_time(time), time != NaiveTime::MIN);
    Cell { text: moment_text(moment, timed), form: Form::Date(moment, timed) }
}

/// A number formatted as a date. Phones and counts formatted as dates by mistake stay numbers: no day is so late.
fn dated(value: &ExcelDateTime, from_1904: bool) -> Option<Cell> {
    if value.is_duration() {
        return None;
    }
    let (moment, timed) = from_serial(value.as_f64(), from_1904)?;
    Some(Cell { text: moment_text(moment, timed), form: Form::Date(moment, timed) })
}

/// What Excel lets a cell hold, in characters.
const LONGEST_CELL: usize = 32_767;

/// A cell of text; one that no program could have written is cut, and its row will be refused for it.
fn text_cell(text: &str) -> Cell {
    if text.len() <= LONGEST_CELL {
        return Cell::text(text);
    }
    match text.char_indices().nth(LONGEST_CELL) {
        None => Cell::text(text),
        Some((end, _)) => Cell { form: Form::Cut, ..Cell::text(&text[..end]) },
    }
}
