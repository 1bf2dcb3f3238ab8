//! Marks of a sheet of an OpenDocument workbook.

use super::parts::{attribute, part};
use super::sheet::{Marks, Merged};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::io::{BufRead, Read, Seek};
use zip::ZipArchive;

/// The marks of the sheet; none if the workbook is damaged.
pub fn read(file: impl Read + Seek, name: &str) -> Option<Marks> {
    let mut archive = ZipArchive::new(file).ok()?;
    let mut book = OpenDocumentBook { sheet: name, ..OpenDocumentBook::default() };
    // Styles that a person has named stand apart from those that cells were given by hand.
    for file in ["styles.xml", "content.xml"] {
        match part(&mut archive, file) {
            Some(content) => book.read(content)?,
            None if file == "content.xml" => return None,
            None => {}
        }
    }
    (!book.marks.is_too_much()).then_some(book.marks)
}

#[derive(Default)]
struct OpenDocumentBook<'a> {
    sheet: &'a str,
    marks: Marks,
    /// The style that is being described, and those that strike through.
    style: Option<String>,
    striking: BTreeSet<String>,
    is_inside: bool,
    /// The last line before this row, how often it stands, and the next column.
    line: u32,
    repeat: u32,
    column: u32,
    cell: OpenDocumentCell,
    in_text: bool,
}

/// A cell while it is looked through.
#[derive(Default)]
struct OpenDocumentCell {
    first: u32,
    count: u32,
    is_struck: bool,
    has_formula: bool,
    has_value: bool,
}

impl OpenDocumentBook<'_> {
    fn read(&mut self, from: impl BufRead) -> Option<()> {
        let mut reader = Reader::from_reader(from);
        reader.config_mut().check_end_names = false;
        reader.config_mut().expand_empty_elements = true;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).ok()? {
                Event::Start(tag) => self.begin(&tag),
                Event::Text(text) if self.in_text && !text.is_empty() => self.cell.has_value = true,
                Event::End(tag) => match tag.name().as_ref() {
                    "table:table" => self.is_inside = false,
                    "table:table-row" if self.is_inside => self.line = self.line.saturating_add(self.repeat),
                    "table:table-cell" if self.is_inside => self.end_cell(),
                    "text:p" => self.in_text = false,
                    "style:style" => self.style = None,
                    _ => {}
                },
                Event::Eof => return Some(()),
                _ => {}
            }
            if self.marks.is_too_much() {
                return None;
            }
        }
    }

    fn begin(&mut self, tag: &BytesStart<'_>) {
        let number = |name: &str| attribute(tag, name).and_then(|value| value.parse::<u32>().ok()).unwrap_or(1);
        match tag.name().as_ref() {
            "style:style" => self.style = attribute(tag, "name"),
            "style:text-properties" => {
                let line = ["text-line-through-style", "text-line-through-type"].map(|name| attribute(tag, name));
                if line.iter().flatten().any(|style| style != "none") {
                    self.striking.extend(self.style.clone());
                }
            }
            "table:table" => {
                self.is_inside = attribute(tag, "name").as_deref() == Some(self.sheet);
                self.line = 0;
            }
            "table:table-row" if self.is_inside => {
                self.repeat = number("number-rows-repeated");
                self.column = 0;
                let shown = attribute(tag, "visibility");
                if shown.is_some_and(|shown| shown == "filter" || shown == "collapse") {
                    self.marks.hidden.push((self.line + 1, self.line.saturating_add(self.repeat)));
                }
            }
            "table:covered-table-cell" if self.is_inside => {
                self.column = self.column.saturating_add(number("number-columns-repeated"));
            }
            "table:table-cell" if self.is_inside => self.begin_cell(tag, number),
            "text:p" => self.in_text = true,
            _ => {}
        }
    }

    fn begin_cell(&mut self, tag: &BytesStart<'_>, number: impl Fn(&str) -> u32) {
        let count = number("number-columns-repeated");
        self.cell = OpenDocumentCell {
            first: self.column,
            count,
            is_struck: attribute(tag, "style-name").is_some_and(|style| self.striking.contains(&style)),
            has_formula: attribute(tag, "formula").is_some(),
            has_value: attribute(tag, "value-type").is_some(),
        };
        let rows = if tag.attributes_raw().contains("rows-spanned") { number("number-rows-spanned") } else { 1 };
        if rows > 1 {
            let top = self.line + 1;
            self.marks.merged.push(Merged { top, bottom: self.line.saturating_add(rows), left: self.column });
        }
        self.column = self.column.saturating_add(count);
    }

    fn end_cell(&mut self) {
        let OpenDocumentCell { first, count, is_struck, has_formula, has_value } = std::mem::take(&mut self.cell);
        let is_uncomputed = has_formula && !has_value;
        if !(is_uncomputed || is_struck && has_value) {
            return;
        }
        // Formats reach to the end of the sheet, content does not.
        for line in (1..=self.repeat.min(MOST_REPEATED)).map(|row| self.line + row) {
            let places = (0..count.min(MOST_REPEATED)).map(|further| (line, first + further));
            match is_uncomputed {
                true => self.marks.uncomputed.extend(places),
                false => self.marks.struck.extend(places),
            }
            if self.marks.is_too_much() {
                return;
            }
        }
    }
}

/// Equal cells that are written once, at the most.
const MOST_REPEATED: u32 = 1 << 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_at_cells_and_rows() {
        let xml = r#"<o><style:style style:name="ce1"><style:text-properties style:text-line-through-style="solid"/></style:style>
            <table:table table:name="别的"><table:table-row table:visibility="filter"/></table:table>
            <table:table table:name="表"><table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
            <table:table-row table:visibility="filter"><table:table-cell table:number-columns-repeated="2"/>
            <table:table-cell table:number-rows-spanned="3" office:value-type="string"><text:p>x</text:p></table:table-cell>
            <table:covered-table-cell/><table:table-cell table:formula="of:=A1"/>
            <table:table-cell table:style-name="ce1" office:value-type="string"><text:p>y</text:p></table:table-cell>
            </table:table-row></table:table></o>"#;
        let mut book = OpenDocumentBook { sheet: "表", ..OpenDocumentBook::default() };
        book.read(xml.as_bytes()).unwrap();
        assert_eq!(book.marks.merged, [Merged { top: 3, bottom: 5, left: 2 }]);
        assert_eq!(book.marks.hidden, [(3, 3)]);
        assert_eq!(book.marks.uncomputed, [(3, 4)]);
        assert_eq!(book.marks.struck, [(3, 5)]);
    }
}
