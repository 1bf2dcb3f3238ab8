//! Tables of web pages that were saved under the name of a workbook: read where every mark in them is plain, refused
//! where anything had to be guessed.

use crate::domain::Message;
use crate::ingest::cell::{RawCell, RawRow};
use crate::ingest::format::marks::{Marks, Merged};
use crate::ingest::format::rows::{SheetReader, SheetRows, SourceRow};
use crate::ingest::text::encoding::{Decoding, TextSurvey};
use html5gum::{DefaultEmitter, Error, StartTag, Token, Tokenizer};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Larger pages are no ledgers, in bytes.
const LARGEST: u64 = 32 << 20;
/// What the cells of a page may come to once those that span several are written out.
const MOST_CELLS: usize = 2_000_000;
const MOST_COLUMNS: usize = 1_000;
/// Longer names of marks are none, in bytes.
const LONGEST_NAME: usize = 40;
/// Beyond this it is not followed which cells reach down.
const WIDEST: usize = 4_000;

/// The tables of the page, each with its rows; rows are numbered through the page as spreadsheet programs do.
///
/// # Errors
/// The page has no table, or is not plain enough to be read.
pub fn tables(path: &Path, survey: TextSurvey) -> Result<Vec<HtmlTable>, Message> {
    let file = File::open(path).map_err(|error| crate::ingest::system::unreadable(&error))?;
    let mut text = String::new();
    let mut decoding = Decoding::new(file.take(LARGEST + 1), survey.encoding);
    loop {
        decoding.refill(decoding.given());
        let mut part = vec![0; 1 << 20];
        match decoding.read(&mut part) {
            Ok(0) => break,
            Ok(len) => text.push_str(&String::from_utf8_lossy(&part[..len])),
            Err(error) => return Err(crate::ingest::system::unreadable(&error)),
        }
    }
    let tables = if text.len() as u64 > LARGEST { None } else { read(&text) };
    tables.filter(|tables| !tables.is_empty()).ok_or_else(|| Message::new("ingest-file-html"))
}

/// A table of a page.
#[derive(Debug, PartialEq)]
pub struct HtmlTable {
    rows: Vec<RawRow>,
    marks: Marks,
}

impl SheetReader for HtmlTable {
    fn rows(&mut self) -> Result<Box<dyn SheetRows<'_> + Send + '_>, Message> {
        Ok(Box::new(TableRows(self.rows.iter())))
    }

    fn marks(&mut self) -> Result<Marks, Message> {
        Ok(self.marks.clone())
    }
}

struct TableRows<'a>(std::slice::Iter<'a, RawRow>);

impl SheetRows<'_> for TableRows<'_> {
    fn next(&mut self) -> Result<Option<SourceRow<'static>>, Message> {
        Ok(self.0.next().cloned().map(SourceRow::Row))
    }
}

fn read(page: &str) -> Option<Vec<HtmlTable>> {
    let mut emitter = DefaultEmitter::default();
    // What stands in scripts and styles is no mark.
    emitter.naively_switch_states(true);
    let mut tables = Tables::default();
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        match token {
            Token::StartTag(tag) => tables.begin(&tag)?,
            Token::EndTag(tag) => tables.end(&tag.name),
            Token::String(text) => tables.text(&String::from_utf8_lossy(&text)),
            Token::Error(error) if is_guessed(*error) => return None,
            Token::Error(_) | Token::Comment(_) | Token::Doctype(_) => {}
        }
    }
    tables.done()
}

/// Whether what is shown could be something else than was meant: `5<6` looks like a mark, an unknown character could be any,
/// and a page may be cut off inside a mark.
fn is_guessed(error: Error) -> bool {
    matches!(
        error,
        Error::InvalidFirstCharacterOfTagName
            | Error::UnknownNamedCharacterReference
            | Error::NullCharacterReference
            | Error::SurrogateCharacterReference
            | Error::CharacterReferenceOutsideUnicodeRange
            | Error::EofBeforeTagName
            | Error::EofInTag
            | Error::EofInComment
            | Error::EofInDoctype
            | Error::EofInCdata
    )
}

#[derive(Default)]
struct Tables {
    found: Vec<HtmlTable>,
    line: u32,
    is_inside: bool,
    /// Inside a script or a style, which are not shown.
    is_hidden: bool,
    row: Option<Vec<RawCell>>,
    cell: Option<OpenCell>,
    /// Cells of rows above that reach down: how many rows further, by column.
    reaching: Vec<u32>,
    cells: usize,
}

struct OpenCell {
    text: String,
    columns: usize,
    rows: u32,
}

impl Tables {
    fn begin(&mut self, tag: &StartTag<()>) -> Option<()> {
        // `a<b` looks like a mark and swallows what follows.
        if tag.name.len() > LONGEST_NAME {
            return None;
        }
        match tag.name.as_slice() {
            // A table in a table: which of them is the ledger cannot be told.
            b"table" if self.is_inside => return None,
            b"table" => {
                self.is_inside = true;
                self.reaching.clear();
                self.found.push(HtmlTable { rows: Vec::new(), marks: Marks::default() });
            }
            b"tr" if self.is_inside => {
                self.end_row();
                self.row = Some(Vec::new());
            }
            b"td" | b"th" if self.is_inside => {
                self.end_cell();
                if self.row.as_ref().is_some_and(|row| row.len() > WIDEST) {
                    return None;
                }
                let spans = |name: &[u8], most: usize| {
                    let value = tag.attributes.get(name).and_then(|value| std::str::from_utf8(value).ok());
                    value.and_then(|value| value.trim().parse().ok()).unwrap_or(1).clamp(1, most)
                };
                let (columns, rows) = (spans(b"colspan", MOST_COLUMNS), spans(b"rowspan", 10_000) as u32);
                self.cell = Some(OpenCell { text: String::new(), columns, rows });
            }
            b"br" | b"p" | b"div" => self.text("\u{1}"),
            b"script" | b"style" => self.is_hidden = true,
            _ => {}
        }
        (self.cells <= MOST_CELLS).then_some(())
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"table" => {
                self.end_row();
                self.is_inside = false;
            }
            b"tr" => self.end_row(),
            b"td" | b"th" => self.end_cell(),
            b"script" | b"style" => self.is_hidden = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| !self.is_hidden) {
            cell.text.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        let Some(OpenCell { text, columns, rows }) = self.cell.take() else { return };
        let row = self.row.get_or_insert_default();
        while self.reaching.get(row.len()).is_some_and(|rows| *rows > 0) {
            row.push(RawCell::default());
        }
        // Spaces and line ends between marks are one space; only breaks that were meant stay.
        let lines = text.split('\u{1}').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let text: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        let start = row.len();
        if let Some(table) = self.found.last_mut().filter(|_| rows > 1) {
            let top = self.line + 1;
            table.marks.merged.push(Merged { top, bottom: self.line + rows, left: start as u32 });
        }
        row.push(RawCell::text(&text.join("\n")));
        row.resize_with(start + columns, RawCell::default);
        if row.len() > self.reaching.len() {
            self.reaching.resize(row.len(), 0);
        }
        // One more than the rows below, as this row's end takes one off.
        self.reaching.iter_mut().skip(start).take(columns).for_each(|reach| *reach = rows);
        self.cells += columns;
    }

    fn end_row(&mut self) {
        self.end_cell();
        let Some(cells) = self.row.take() else { return };
        self.reaching.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        self.line += 1;
        if let Some(table) = self.found.last_mut() {
            table.rows.push(RawRow { line: self.line, cells, ..RawRow::default() });
        }
    }

    fn done(mut self) -> Option<Vec<HtmlTable>> {
        // A script without an end has swallowed the rest of the page.
        if self.is_hidden {
            return None;
        }
        self.end_row();
        self.found.retain(|table| !table.rows.is_empty());
        Some(self.found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(page: &str) -> Option<Vec<Vec<Vec<String>>>> {
        let texts = |row: &RawRow| row.cells.iter().map(|cell| cell.text.clone()).collect();
        let rows = |table: HtmlTable| table.rows.iter().map(texts).collect();
        Some(read(page)?.into_iter().map(rows).collect())
    }

    #[test]
    fn tables_are_read_as_they_are_shown() {
        let page = "<!DOCTYPE html><HTML><head><style>td > p { a: '<' }</style></head><body><p>页眉</p>\
                    <TABLE border=1><tr><th colspan=2>客户&nbsp;信息<th>备\n 注</tr>\
                    <tr><td>甲 <b>乙</b><td>1 &lt; 2 &amp; 3<td>一<br>二</table><!-- <table> --></body>";
        let rows = [["客户 信息", "", "备 注"], ["甲 乙", "1 < 2 & 3", "一\n二"]];
        assert_eq!(said(page), Some(vec![rows.map(|row| row.map(str::to_owned).to_vec()).to_vec()]));
    }

    #[test]
    fn cells_that_reach_down_move_those_below() {
        let page = "<table><tr><td rowspan=2>日期<td>甲</tr><tr><td>乙</tr><tr><td>丙<td>丁</tr></table>";
        let rows = [["日期", "甲"], ["", "乙"], ["丙", "丁"]];
        assert_eq!(said(page), Some(vec![rows.map(|row| row.map(str::to_owned).to_vec()).to_vec()]));
    }

    #[test]
    fn what_would_have_to_be_guessed_is_refused() {
        assert_eq!(said("<table><tr><td><table><tr><td>1</table></table>"), None);
        assert_eq!(said("<table><tr><td>5<6 和 7>3</td></tr></table>"), None);
        assert_eq!(said("<table><tr><td>&unknown;</td></tr></table>"), None);
        assert_eq!(said("<table><tr><td>x</td></tr></table><script>"), None);
        assert_eq!(said("<html><p>无表</p></html>"), Some(Vec::new()));
    }
}
