//! A workbook as it stands, without any meaning: what its cells show, and what its properties say of it.

use crate::domain::Message;
use crate::ingest::book::BookFormat;
use crate::ingest::cell::column_name;
use crate::ingest::format::rows::SheetReader;
use crate::ingest::format::workbook::{Workbook, WorkbookSheet};
use crate::ingest::guard::archive::{self, Archive};
use crate::ingest::guard::stored::FileBytes;
use std::collections::BTreeMap;
use std::io::Read;
use std::sync::Arc;

/// A workbook with the values of its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainBook {
    /// The comment among its properties.
    pub comment: Option<String>,
    /// Its sheets, in their order.
    pub sheets: Vec<PlainSheet>,
}

/// A sheet with the values of its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainSheet {
    /// Its name.
    pub name: String,
    /// What stands in it, by line, counted from 1, and column, counted from 0; blank cells are left out.
    pub cells: BTreeMap<(u32, u32), String>,
}

impl PlainSheet {
    /// What spreadsheet programs call that place.
    pub fn place((line, column): (u32, u32)) -> String {
        format!("{}{line}", column_name(column as usize))
    }
}

/// Whether the bytes begin as a workbook's do.
pub fn is_zipped(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads an xlsx workbook.
///
/// # Errors
/// It is damaged, locked, or larger unpacked than any workbook.
pub fn plain_book(bytes: Vec<u8>) -> Result<PlainBook, Message> {
    let stored = FileBytes::Unlocked(Arc::from(bytes));
    let mut archive = archive::open(&stored)?;
    archive::check(&mut archive, BookFormat::Xlsx)?;
    let comment = comment(&mut archive);
    drop(archive);
    let mut book = Workbook::open(stored, BookFormat::Xlsx)?;
    let mut sheets = Vec::new();
    for listed in book.sheets().into_iter().filter(|sheet| !sheet.without_cells) {
        let mut cells = BTreeMap::new();
        let mut sheet = WorkbookSheet { book: &mut book, name: &listed.name };
        let mut rows = sheet.rows()?;
        while let Some(row) = rows.next()? {
            let row = row.row();
            let near = (0..).zip(row.cells).map(|(column, cell)| (column, cell.text));
            let far = row.far.map(|far| (far.column, far.text));
            let filled = near.chain(far).filter(|(_, text)| !text.is_empty());
            cells.extend(filled.map(|(column, text)| ((row.line, column), text)));
        }
        drop(rows);
        sheets.push(PlainSheet { name: listed.name, cells });
    }
    Ok(PlainBook { comment, sheets })
}

/// No comment that says what a workbook was made of is longer.
const LONGEST_PROPERTIES: u64 = 1 << 20;

fn comment(archive: &mut Archive) -> Option<String> {
    let part = archive.by_name("docProps/core.xml").ok()?;
    let mut text = String::new();
    part.take(LONGEST_PROPERTIES).read_to_string(&mut text).ok()?;
    let (_, from) = text.split_once("<dc:description")?;
    let (_, from) = from.split_once('>')?;
    let (written, _) = from.split_once("</dc:description>")?;
    Some(quick_xml::escape::unescape(written).ok()?.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::{DocProperties, Workbook};

    #[test]
    fn cells_are_read_as_they_show_and_the_comment_as_it_was_given() {
        let mut book = Workbook::new();
        book.set_properties(&DocProperties::new().set_comment("{\"a\":\"<&'\"}"));
        let sheet = book.add_worksheet();
        sheet.write_string(0, 1, "=1+1").unwrap().write_number(4, 0, 2610.5).unwrap();
        let read = plain_book(book.save_to_buffer().unwrap()).unwrap();
        assert_eq!(read.comment.as_deref(), Some("{\"a\":\"<&'\"}"));
        let cells: Vec<_> = read.sheets[0].cells.iter().map(|(at, text)| (PlainSheet::place(*at), &**text)).collect();
        assert_eq!(cells, [("B1".to_owned(), "=1+1"), ("A5".to_owned(), "2610.5")]);
    }

    #[test]
    fn what_is_no_workbook_is_said_to_be_damaged() {
        assert!(is_zipped(b"PK\x03\x04 and nothing more") && !is_zipped(b"at,customer"));
        assert_eq!(plain_book(b"PK\x03\x04 and nothing more".to_vec()), Err(Message::new("ingest-book-damaged")));
    }
}
