//! How many cells an OpenDocument sheet unfolds into: repeated cells and rows are written once and read many times.
//!
//! Guards calamine, which writes every repeated cell out before it gives the first. It may go once calamine gives OpenDocument
//! sheets cell by cell.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::BufRead;

/// More cells than a ledger has; the reader holds them all, with their formulas, at some sixty bytes each.
const MOST_CELLS: u64 = 5_000_000;
/// What texts may take, repeated as often as they are.
const MOST_TEXT: u64 = 200 << 20;

/// Whether the reader may unfold the sheets of this `content.xml`. What cannot be parsed is left to the reader to say.
pub fn is_bounded(xml: impl BufRead) -> bool {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let mut sheet = OpenDocumentSheet::default();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => sheet.begin(&tag),
            Ok(Event::Text(text)) => sheet.text += sheet.repeat * text.len() as u64,
            Ok(Event::Eof) => return sheet.is_bounded(),
            Ok(_) => {}
            // Whether damage lets the reader get further is not known; what came before is.
            Err(_) => return sheet.is_bounded(),
        }
        if !sheet.is_bounded() {
            return false;
        }
    }
}

#[derive(Default)]
struct OpenDocumentSheet {
    /// Cells that are written out one by one, over all sheets, before rows are repeated.
    written: u64,
    /// What all texts take, repeated as often as they are.
    text: u64,
    /// Cells of this row so far.
    row: u64,
    /// Empty cells that are only written out if another cell follows.
    held_back: u64,
    row_repeat: u64,
    /// How often what stands in this cell is repeated.
    repeat: u64,
    rows: u64,
    /// The last row and the last column that hold something.
    height: u64,
    width: u64,
}

impl OpenDocumentSheet {
    fn begin(&mut self, tag: &BytesStart<'_>) {
        let repeated = |name: &str| -> u64 {
            let found = tag.try_get_attribute(name).ok().flatten();
            found.and_then(|attribute| attribute.value.parse().ok()).unwrap_or(1)
        };
        match tag.name().as_ref() {
            "table:table" => (self.rows, self.height, self.width) = (0, 0, 0),
            "table:table-row" => {
                (self.row, self.held_back) = (0, 0);
                self.row_repeat = repeated("table:number-rows-repeated").min(1 << 20);
                self.rows += self.row_repeat;
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let cells = repeated("table:number-columns-repeated").min((1 << 14) - self.row);
                self.written += self.held_back;
                self.row += cells;
                let attributes = tag.attributes_raw();
                if attributes.contains("value") || attributes.contains("formula") {
                    self.held_back = 0;
                    self.written += cells;
                    self.repeat = cells * self.row_repeat;
                    self.text += self.repeat * attributes.len() as u64;
                    self.height = self.rows;
                    self.width = self.width.max(self.row);
                } else {
                    self.held_back = cells;
                }
            }
            _ => {}
        }
    }

    /// Sheets are unfolded into rectangles.
    fn is_bounded(&self) -> bool {
        self.written <= MOST_CELLS && self.width.saturating_mul(self.height) <= MOST_CELLS && self.text <= MOST_TEXT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounded(rows: &str) -> bool {
        is_bounded(format!("<d><table:table>{rows}</table:table></d>").as_bytes())
    }

    #[test]
    fn repeats_are_unfolded_before_the_reader_does() {
        let cell =
            |times: u64| format!("<table:table-cell office:value=\"1\" table:number-columns-repeated=\"{times}\"/>");
        assert!(bounded(&format!("<table:table-row>{}</table:table-row>", cell(16_384))));
        let rows = |times: u64, cells: u64| {
            format!("<table:table-row table:number-rows-repeated=\"{times}\">{}</table:table-row>", cell(cells))
        };
        assert!(!bounded(&rows(1_000_000, 16_384)));
        assert!(!bounded(&rows(1, 16_384).repeat(400)));
        // Formatting to the end of the sheet is no content.
        let blank = "<table:table-row table:number-rows-repeated=\"1048000\">\
                     <table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
        assert!(bounded(&format!("{}{blank}", rows(1, 5))));
        // One cell far to the right widens every row.
        let far = "<table:table-row><table:table-cell table:number-columns-repeated=\"16000\"/>\
                   <table:table-cell office:value=\"1\"/></table:table-row>";
        assert!(!bounded(&format!("{}{far}", rows(1, 1).repeat(1_000))));
    }
}
