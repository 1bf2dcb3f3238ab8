//! Tables of web pages that were saved under the name of a workbook: read where every mark in them is plain, refused
//! where anything had to be guessed.

use crate::domain::Message;
use crate::ingest::cell::{Cell, RawRow};
use crate::ingest::format::marks::{Marks, Merged};
use crate::ingest::format::rows::{Rows, Sheet, SourceRow};
use crate::ingest::text::encoding::{Decoding, TextSurvey};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Larger pages are no ledgers, in bytes.
const LARGEST: u64 = 32 << 20;
/// What the cells of a page may come to once those that span several are written out.
const MOST_CELLS: usize = 2_000_000;
const MOST_COLUMNS: usize = 1_000;
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

impl Sheet for HtmlTable {
    fn rows(&mut self) -> Result<Box<dyn Rows<'_> + Send + '_>, Message> {
        Ok(Box::new(TableRows(self.rows.iter())))
    }

    fn marks(&mut self) -> Result<Marks, Message> {
        Ok(self.marks.clone())
    }
}

struct TableRows<'a>(std::slice::Iter<'a, RawRow>);

impl Rows<'_> for TableRows<'_> {
    fn next(&mut self) -> Result<Option<SourceRow<'static>>, Message> {
        Ok(self.0.next().cloned().map(SourceRow::Row))
    }
}

/// The page without what is never shown.
fn visible(page: &str) -> Option<String> {
    let mut out = String::with_capacity(page.len());
    let lower = page.to_ascii_lowercase();
    let mut at = 0;
    while let Some(found) = lower[at..].find('<') {
        let start = at + found;
        out.push_str(&page[at..start]);
        let hidden = [("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"), ("<!", ">"), ("<?", ">")];
        match hidden.iter().find(|(open, _)| lower[start..].starts_with(open)) {
            Some((_, close)) => at = start + lower[start..].find(close)? + close.len(),
            None => {
                out.push('<');
                at = start + 1;
            }
        }
    }
    out.push_str(&page[at..]);
    Some(out)
}

fn read(page: &str) -> Option<Vec<HtmlTable>> {
    let page = visible(page)?;
    let mut reader = Reader::from_str(&page);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    config.expand_empty_elements = true;
    let mut tables = Tables::default();
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => tables.begin(&tag)?,
            Event::End(tag) => tables.end(&tag.name().as_ref().to_ascii_lowercase()),
            Event::Text(text) => tables.text(&text.html_content()),
            Event::GeneralRef(entity) => match entity.resolve_char_ref() {
                Ok(Some(c)) => tables.text(c.encode_utf8(&mut [0; 4])),
                _ => tables.text(named(entity.html_content().as_ref())?),
            },
            Event::Eof => return tables.done(),
            _ => {}
        }
    }
}

/// The named characters that spreadsheet programs write.
fn named(entity: &str) -> Option<&'static str> {
    match entity {
        "nbsp" | "ensp" | "emsp" => Some(" "),
        "yen" => Some("¥"),
        "middot" => Some("·"),
        "times" => Some("×"),
        other => quick_xml::escape::resolve_predefined_entity(other),
    }
}

#[derive(Default)]
struct Tables {
    found: Vec<HtmlTable>,
    line: u32,
    is_inside: bool,
    row: Option<Vec<Cell>>,
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
    fn begin(&mut self, tag: &BytesStart<'_>) -> Option<()> {
        let name = tag.name().as_ref().to_ascii_lowercase();
        // `5<6` looks like a mark and would swallow what follows.
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || name.len() > 40 {
            return None;
        }
        match name.as_str() {
            // A table in a table: which of them is the ledger cannot be told.
            "table" if self.is_inside => return None,
            "table" => {
                self.is_inside = true;
                self.reaching.clear();
                self.found.push(HtmlTable { rows: Vec::new(), marks: Marks::default() });
            }
            "tr" if self.is_inside => {
                self.end_row();
                self.row = Some(Vec::new());
            }
            "td" | "th" if self.is_inside => {
                self.end_cell();
                if self.row.as_ref().is_some_and(|row| row.len() > WIDEST) {
                    return None;
                }
                let spans = |name: &str, most: usize| {
                    let mut attributes = tag.html_attributes();
                    let mut all = attributes.with_checks(false).flatten();
                    let value = all.find(|it| it.key.as_ref().eq_ignore_ascii_case(name));
                    value.and_then(|it| it.value.trim().parse().ok()).unwrap_or(1).clamp(1, most)
                };
                let (columns, rows) = (spans("colspan", MOST_COLUMNS), spans("rowspan", 10_000) as u32);
                self.cell = Some(OpenCell { text: String::new(), columns, rows });
            }
            "br" | "p" | "div" => self.text("\u{1}"),
            _ => {}
        }
        (self.cells <= MOST_CELLS).then_some(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "table" => {
                self.end_row();
                self.is_inside = false;
            }
            "tr" => self.end_row(),
            "td" | "th" => self.end_cell(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            cell.text.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        let Some(OpenCell { text, columns, rows }) = self.cell.take() else { return };
        let row = self.row.get_or_insert_default();
        while self.reaching.get(row.len()).is_some_and(|rows| *rows > 0) {
            row.push(Cell::default());
        }
        // Spaces and line ends between marks are one space; only breaks that were meant stay.
        let lines = text.split('\u{1}').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let text: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        let start = row.len();
        if let Some(table) = self.found.last_mut().filter(|_| rows > 1) {
            let top = self.line + 1;
            table.marks.merged.push(Merged { top, bottom: self.line + rows, left: start as u32 });
        }
        row.push(Cell::text(&text.join("\n")));
        row.resize_with(start + columns, Cell::default);
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
