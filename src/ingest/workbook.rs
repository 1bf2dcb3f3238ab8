//! Workbooks: the cells of their sheets, row by row.

use super::cell::{Cell, Form, RawRow, from_serial, number_text};
use super::rows::{Rows, Sheet};
use super::shield;
use crate::domain::Message;
use calamine::{Data, DataRef, ExcelDateTime, Ods, Range, Reader, SheetType, SheetVisible, Xls, Xlsb, Xlsx};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

type Input = BufReader<File>;

/// A workbook of one of the formats people use.
pub enum Book {
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
        let file = File::open(path).map_err(|error| super::delimited::unreadable(&error))?;
        let input = BufReader::new(file);
        shield::run(|| match format {
            BookFormat::Xlsx => Xlsx::new(input).map(|book| Book::Xlsx(Box::new(book))).map_err(|error| match error {
                calamine::XlsxError::Password => Message::new("ingest-book-password"),
                other => damaged(&other),
            }),
            BookFormat::Xlsb => Xlsb::new(input).map(|book| Book::Xlsb(Box::new(book))).map_err(|error| match error {
                calamine::XlsbError::Password => Message::new("ingest-book-password"),
                other => damaged(&other),
            }),
            BookFormat::Xls => Xls::new(input).map(|book| Book::Xls(Box::new(book))).map_err(|error| match error {
                calamine::XlsError::Password => Message::new("ingest-book-password"),
                other => damaged(&other),
            }),
            BookFormat::Ods => Ods::new(input).map(|book| Book::Ods(Box::new(book))).map_err(|error| match error {
                calamine::OdsError::Password => Message::new("ingest-book-password"),
                other => damaged(&other),
            }),
        })
    }

    /// Its sheets, in their order.
    pub fn sheets(&self) -> Vec<Listed> {
        let listed = match self {
            Book::Xlsx(book) => book.sheets_metadata(),
            Book::Xlsb(book) => book.sheets_metadata(),
            Book::Xls(book) => book.sheets_metadata(),
            Book::Ods(book) => book.sheets_metadata(),
        };
        let list = |sheet: &calamine::Sheet| Listed {
            name: sheet.name.clone(),
            hidden: sheet.visible != SheetVisible::Visible,
            without_cells: sheet.typ != SheetType::WorkSheet,
        };
        listed.iter().map(list).collect()
    }
}

fn damaged(error: &impl std::fmt::Display) -> Message {
    Message::new("ingest-book-damaged").with("error", super::labels::cell(&error.to_string()))
}

/// One sheet of a workbook.
pub struct BookSheet<'a> {
    pub book: &'a mut Book,
    pub name: &'a str,
}

impl Sheet for BookSheet<'_> {
    fn rows(&mut self) -> Result<Box<dyn Rows + '_>, Message> {
        let name = self.name;
        match self.book {
            Book::Xlsx(book) => {
                let from_1904 = book.has_1904_epoch();
                let mut cells = shield::run(|| book.worksheet_cells_reader(name).map_err(|error| damaged(&error)))?;
                let next = move || match cells.next_cell() {
                    Ok(cell) => Ok(cell.map(|cell| (cell.get_position(), converted(cell.get_value(), from_1904)))),
                    Err(error) => Err(damaged(&error)),
                };
                Ok(Box::new(Streamed { next, ahead: None, line: 0, ended: false }))
            }
            Book::Xlsb(book) => {
                let from_1904 = book.has_1904_epoch();
                let mut cells = shield::run(|| book.worksheet_cells_reader(name).map_err(|error| damaged(&error)))?;
                let next = move || match cells.next_cell() {
                    Ok(cell) => Ok(cell.map(|cell| (cell.get_position(), converted(cell.get_value(), from_1904)))),
                    Err(error) => Err(damaged(&error)),
                };
                Ok(Box::new(Streamed { next, ahead: None, line: 0, ended: false }))
            }
            Book::Xls(book) => {
                let from_1904 = book.has_1904_epoch();
                let range = shield::run(|| book.worksheet_range(name).map_err(|error| damaged(&error)))?;
                Ok(Box::new(Ranged { range, row: 0, from_1904 }))
            }
            Book::Ods(book) => {
                let range = shield::run(|| book.worksheet_range(name).map_err(|error| damaged(&error)))?;
                Ok(Box::new(Ranged { range, row: 0, from_1904: false }))
            }
        }
    }
}

/// More columns than this are not looked at: one stray cell at the far corner of every row would be all the work.
const MOST_COLUMNS: u32 = 4_096;

type Placed = ((u32, u32), Cell);

/// The rows of a sheet whose cells come one by one.
struct Streamed<F> {
    next: F,
    ahead: Option<Placed>,
    line: u32,
    ended: bool,
}

impl<F> Streamed<F>
where
    F: FnMut() -> Result<Option<Placed>, Message>,
{
    fn row(&mut self) -> Result<Option<RawRow>, Message> {
        let mut row = RawRow::default();
        loop {
            let placed = match self.ahead.take() {
                Some(placed) => Some(placed),
                None => (self.next)()?,
            };
            let Some(((at, column), cell)) = placed else {
                self.ended = true;
                return Ok((row.line > 0).then_some(row));
            };
            if column >= MOST_COLUMNS || cell.text.is_empty() {
                continue;
            }
            let line = at.saturating_add(1);
            if row.line == 0 {
                if line <= self.line {
                    return Err(Message::new("ingest-book-order").show("line", line));
                }
                row.line = line;
                self.line = line;
            } else if line != row.line {
                self.ahead = Some(((at, column), cell));
                return Ok(Some(row));
            }
            let column = column as usize;
            if row.cells.len() <= column {
                row.cells.resize_with(column + 1, Cell::default);
            }
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
        while let Some(cells) = self.range.rows().nth(self.row) {
            let line = top + self.row as u32 + 1;
            self.row += 1;
            let Some(last) = cells.iter().rposition(|cell| *cell != Data::Empty) else { continue };
            let before = (0..left.min(MOST_COLUMNS)).map(|_| Cell::default());
            let from_1904 = self.from_1904;
            let own = cells[..=last].iter().take(MOST_COLUMNS as usize).map(|cell| match cell {
                Data::String(text) => converted(&DataRef::SharedString(text), from_1904),
                Data::Int(value) => converted(&DataRef::Int(*value), from_1904),
                Data::Float(value) => converted(&DataRef::Float(*value), from_1904),
                Data::Bool(value) => converted(&DataRef::Bool(*value), from_1904),
                Data::DateTime(value) => converted(&DataRef::DateTime(*value), from_1904),
                Data::DateTimeIso(text) => converted(&DataRef::DateTimeIso(text.clone()), from_1904),
                Data::DurationIso(text) => converted(&DataRef::DurationIso(text.clone()), from_1904),
                Data::Error(error) => converted(&DataRef::Error(error.clone()), from_1904),
                Data::Empty => Cell::default(),
            });
            return Ok(Some(RawRow { line, cells: before.chain(own).collect() }));
        }
        Ok(None)
    }
}

/// A cell of a workbook in the form every format has here.
fn converted(value: &DataRef<'_>, from_1904: bool) -> Cell {
    let number = |value: f64| Cell { text: number_text(value), form: Form::Number { value, from_1904 } };
    match value {
        DataRef::Empty => Cell::default(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Int(value) => number(*value as f64),
        DataRef::Float(value) => number(*value),
        DataRef::Bool(true) => Cell::text("TRUE"),
        DataRef::Bool(false) => Cell::text("FALSE"),
        DataRef::Error(error) => Cell { text: error.to_string(), form: Form::Error },
        DataRef::DateTime(value) => dated(value, from_1904).unwrap_or_else(|| number(value.as_f64())),
    }
}

/// A number formatted as a date. Phones and counts formatted as dates by mistake stay numbers: no day is so late.
fn dated(value: &ExcelDateTime, from_1904: bool) -> Option<Cell> {
    if value.is_duration() {
        return None;
    }
    let (moment, timed) = from_serial(value.as_f64(), from_1904)?;
    let text = if timed { moment.to_string() } else { moment.date().to_string() };
    Some(Cell { text, form: Form::Date(moment, timed) })
}
