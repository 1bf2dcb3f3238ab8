//! The rows that were refused, written back in the shape they came in, so that they can be corrected and imported.

use crate::domain::{Message, harmless};
use crate::files;
use crate::ingest::answer::{FileFormat, SheetInfo};
use crate::ingest::rejected::pages::RejectsWorkbook;
use crate::ingest::rejected::unwritten::{Failure, unwritten};
use crate::ingest::sheet::added::added_headings;
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Writes rejected rows (退回清单) in the format of the file they came from, each behind its number and the reason. There is no
/// file until there is a row.
pub struct RejectsWriter {
    path: PathBuf,
    format: FileFormat,
    /// A table none of whose rows has been written yet.
    waiting: Option<RejectsTable>,
    /// How many columns the table has of its own.
    width: usize,
    out: RejectsFile,
    written: Vec<PathBuf>,
}

struct RejectsTable {
    sheet: Option<String>,
    headings: Vec<String>,
}

enum RejectsFile {
    Nothing,
    Text(Box<csv::Writer<BufWriter<File>>>),
    Book(Box<RejectsWorkbook>),
}

impl RejectsWriter {
    /// The ending that the file of rejected rows should have.
    pub fn ending(format: FileFormat) -> &'static str {
        match format {
            FileFormat::Text { separator: b'\t' } => "tsv",
            FileFormat::Text { .. } => "csv",
            FileFormat::Workbook => "xlsx",
        }
    }

    /// Will write to that path. A second table of a text file goes to a file of its own beside it.
    pub fn new(path: &Path, format: FileFormat) -> RejectsWriter {
        RejectsWriter {
            path: path.to_owned(),
            format,
            waiting: None,
            width: 0,
            out: RejectsFile::Nothing,
            written: Vec::new(),
        }
    }

    /// Says which table the next rows come from; `say` words the two added headings.
    pub fn sheet(&mut self, info: &SheetInfo, say: impl Fn(&Message) -> String) {
        let headings = added_headings(info.kind).iter().map(say).chain(info.headings.iter().cloned()).collect();
        self.waiting = Some(RejectsTable { sheet: info.sheet.clone(), headings });
    }

    /// Writes a row with its number and the reason, already in words; `wrong` are the cells to be corrected.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn row(&mut self, line: u32, cells: &[String], wrong: &[usize], reason: &str) -> Result<(), Message> {
        if let Some(table) = self.waiting.take() {
            self.begin(&table)?;
        }
        let own =
            cells.iter().cloned().chain(std::iter::repeat_n(String::new(), self.width.saturating_sub(cells.len())));
        let all: Vec<String> = [line.to_string(), reason.to_owned()].into_iter().chain(own).collect();
        match &mut self.out {
            RejectsFile::Nothing => Ok(()),
            RejectsFile::Text(text) => {
                let all = all.iter().map(|cell| kept_text(cell).into_owned());
                text.write_record(all).map_err(|error| unwritten(&self.path, Failure::Text(error)))
            }
            RejectsFile::Book(pages) => pages.row(&all, wrong).map_err(|failure| unwritten(&self.path, failure)),
        }
    }

    /// The file that the last row was written to.
    pub fn current(&self) -> &Path {
        self.written.last().unwrap_or(&self.path)
    }

    /// Ends the file, or files, and says where they are; none if no row was written.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn finish(mut self) -> Result<Vec<PathBuf>, Message> {
        match std::mem::replace(&mut self.out, RejectsFile::Nothing) {
            RejectsFile::Nothing => {}
            RejectsFile::Text(mut text) => text.flush().map_err(|error| unwritten(&self.path, Failure::Io(error)))?,
            RejectsFile::Book(pages) => {
                let file = files::create(&self.path).map_err(|error| unwritten(&self.path, Failure::Io(error)))?;
                pages.save(BufWriter::new(file)).map_err(|failure| unwritten(&self.path, failure))?;
                self.written.push(self.path.clone());
            }
        }
        Ok(self.written)
    }

    fn begin(&mut self, table: &RejectsTable) -> Result<(), Message> {
        self.width = table.headings.len() - 2;
        match self.format {
            FileFormat::Text { separator } => {
                let path = match self.written.len() {
                    0 => self.path.clone(),
                    more => {
                        let stem = self.path.file_stem().unwrap_or_default();
                        let behind = format!("-{}.{}", more + 1, Self::ending(self.format));
                        self.path.with_file_name(files::fitting(stem, behind))
                    }
                };
                let failed = |error: std::io::Error| unwritten(&path, Failure::Io(error));
                let mut file = BufWriter::new(files::create(&path).map_err(failed)?);
                // Excel takes text without the mark for GBK.
                file.write_all(b"\xEF\xBB\xBF").map_err(failed)?;
                let mut builder = csv::WriterBuilder::new();
                builder.delimiter(separator).terminator(csv::Terminator::CRLF).flexible(true);
                let mut text = builder.from_writer(file);
                let headings = table.headings.iter().map(|heading| kept_text(heading).into_owned());
                text.write_record(headings).map_err(|error| unwritten(&path, Failure::Text(error)))?;
                self.out = RejectsFile::Text(Box::new(text));
                self.written.push(path);
                Ok(())
            }
            FileFormat::Workbook => {
                if !matches!(self.out, RejectsFile::Book(_)) {
                    self.out = RejectsFile::Book(Box::default());
                }
                match &mut self.out {
                    RejectsFile::Book(pages) => pages
                        .begin(table.sheet.as_deref().unwrap_or("Sheet1"), &table.headings)
                        .map_err(|failure| unwritten(&self.path, failure)),
                    RejectsFile::Nothing | RejectsFile::Text(_) => Ok(()),
                }
            }
        }
    }
}

/// The cell, so that no spreadsheet computes it; a number stays one.
fn kept_text(cell: &str) -> Cow<'_, str> {
    let digits = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && digits.bytes().filter(|byte| *byte == b'.').count() <= 1;
    if is_number { cell.into() } else { harmless(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_kept_from_being_computed_and_numbers_stay_numbers() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("-5", "-5"),
            ("+8613800000001", "+8613800000001"),
            ("-5-2", "'-5-2"),
            ("-", "'-"),
            ("-1.2.3", "'-1.2.3"),
            ("'a", "''a"),
            ("王芳", "王芳"),
        ] {
            assert_eq!(kept_text(cell), written);
        }
    }
}
