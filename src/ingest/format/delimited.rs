//! Delimited text: comma, semicolon or tab, in whatever encoding it came.

use crate::domain::{Message, without_apostrophe};
use crate::ingest::cell::{RawCell, RawRow};
use crate::ingest::format::rows::{SheetRows, SourceRow};
use crate::ingest::system::unreadable;
use crate::ingest::text::encoding::{Decoding, TextSurvey};
use std::fs::File;
use std::path::Path;

/// The separators people use that are in the file, the commonest first.
pub fn separators(survey: TextSurvey) -> impl Iterator<Item = u8> {
    let all = [(b',', true), (b'\t', survey.has_tabs), (b';', survey.has_semicolons)];
    all.into_iter().filter(|(_, is_there)| *is_there).map(|(separator, _)| separator)
}

/// A row of more cells than Excel has columns is no ledger.
const MOST_CELLS: usize = 16_384;

/// The rows of a text file, one after the other.
pub struct Delimited {
    reader: csv::Reader<Decoding<File>>,
    record: csv::ByteRecord,
    /// The line the next record is looked for on.
    line: u64,
    /// The file's quotation marks do not pair up.
    odd_quotes: bool,
}

impl Delimited {
    /// Opens the text at its beginning.
    ///
    /// # Errors
    /// The file cannot be opened.
    pub fn open(path: &Path, survey: TextSurvey, separator: u8) -> Result<Delimited, Message> {
        let file = File::open(path).map_err(|error| unreadable(&error))?;
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .buffer_capacity(1 << 16)
            .from_reader(Decoding::new(file, survey.encoding));
        Ok(Delimited { reader, record: csv::ByteRecord::new(), line: 1, odd_quotes: survey.odd_quotes })
    }
}

/// Web exports write `="13800000001"` to keep Excel from rounding; an apostrophe keeps text from being computed.
fn unwrapped(text: &str) -> &str {
    let wrapped = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    wrapped.unwrap_or_else(|| without_apostrophe(text))
}

impl SheetRows<'_> for Delimited {
    fn next(&mut self) -> Result<Option<SourceRow<'static>>, Message> {
        let start = self.reader.position().byte();
        self.reader.get_mut().refill(start);
        match self.reader.read_byte_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) => {
                let message = match error.into_kind() {
                    csv::ErrorKind::Io(error) if error.kind() == std::io::ErrorKind::FileTooLarge => {
                        Message::new("ingest-text-endless").show("line", self.line)
                    }
                    csv::ErrorKind::Io(error) => unreadable(&error),
                    // Rows of any bytes and any length have no other fault.
                    _ => Message::new("ingest-text-encoding"),
                };
                return Err(message);
            }
        }
        if self.record.len() > MOST_CELLS {
            return Err(Message::new("ingest-text-wide").show("line", self.line).with("cells", self.record.len()));
        }
        // The reader passes over empty lines without a word and counts a record by its end: the text always ends with a
        // line break, so a record ends one line after its last.
        let inside = self.record.as_slice().iter().filter(|byte| **byte == b'\n').count() as u64;
        let end = self.reader.position().line();
        let line = end.saturating_sub(1 + inside).max(self.line);
        self.line = end;
        // A quotation mark that is never closed takes the end of the text into its cell.
        let unclosed = self.record.iter().next_back().is_some_and(|last| last.ends_with(b"\n"));
        if self.odd_quotes && unclosed && self.reader.position().byte() == self.reader.get_ref().given() {
            return Err(Message::new("ingest-text-quote").show("line", line));
        }
        let cells = self.record.iter().map(|field| RawCell::text(unwrapped(&String::from_utf8_lossy(field)))).collect();
        Ok(Some(SourceRow::Row(RawRow {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            further: u32::try_from(inside).unwrap_or(u32::MAX),
            cells,
            far: None,
        })))
    }
}
