//! The rows that were refused, written back in the shape they came in, so that they can be corrected and imported.

use super::answer::{Format, SheetInfo};
use super::{fold, labels, system};
use crate::domain::{Kind, Message};
use crate::files;
use rust_xlsxwriter::{Workbook, XlsxError};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use zip::result::ZipError;

/// What the two added columns begin with, in both languages; a table that has them is a file of rejected rows.
const ADDED: [&str; 4] = ["退回行号", "退回原因", "rejectedrow", "rejectedwhy"];

/// Whether the heading is one that a file of rejected rows has added.
pub(super) fn is_added(heading: &str) -> bool {
    let folded = fold::word(heading);
    ADDED.iter().any(|start| folded.starts_with(start))
}

/// The kind that an added heading names by its id.
pub(super) fn kind_in(heading: &str) -> Option<Kind> {
    let folded = fold::word(heading);
    folded.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').find_map(Kind::from_id)
}

/// The two added headings of a table: the row number, and the reason with the kind of ledger, so that the corrected file
/// needs no name that tells it.
pub(super) fn added_headings(kind: Kind) -> [Message; 2] {
    [Message::new("ingest-rejects-row"), Message::new("ingest-rejects-why").with("kind", labels::kind(kind))]
}

/// Writes rejected rows (退回清单) in the format of the file they came from. There is no file until there is a row.
pub struct RejectsWriter {
    path: PathBuf,
    format: Format,
    /// A table none of whose rows has been written yet.
    waiting: Option<Table>,
    /// How many columns the table has of its own.
    width: usize,
    out: Out,
    written: Vec<PathBuf>,
}

struct Table {
    sheet: Option<String>,
    headings: Vec<String>,
}

enum Out {
    Nothing,
    Text(Box<csv::Writer<BufWriter<File>>>),
    Book { book: Box<Workbook>, names: BTreeSet<String>, row: u32 },
}

impl RejectsWriter {
    /// The ending that the file of rejected rows should have.
    pub fn ending(format: Format) -> &'static str {
        match format {
            Format::Text { separator: b'\t' } => "tsv",
            Format::Text { .. } => "csv",
            Format::Workbook => "xlsx",
        }
    }

    /// Will write to that path. A second table of a text file goes to a file of its own beside it.
    pub fn new(path: &Path, format: Format) -> RejectsWriter {
        RejectsWriter { path: path.to_owned(), format, waiting: None, width: 0, out: Out::Nothing, written: Vec::new() }
    }

    /// Says which table the next rows come from; `say` words the two added headings.
    pub fn sheet(&mut self, info: &SheetInfo, say: impl Fn(&Message) -> String) {
        let headings = info.headings.iter().cloned().chain(added_headings(info.kind).iter().map(say)).collect();
        self.waiting = Some(Table { sheet: info.sheet.clone(), headings });
    }

    /// Writes a row with its number and the reason, already in words.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn row(&mut self, line: u32, cells: &[String], reason: &str) -> Result<(), Message> {
        if let Some(table) = self.waiting.take() {
            self.begin(&table)?;
        }
        let own = (0..self.width).map(|at| cells.get(at).cloned().unwrap_or_default());
        let added = [line.to_string(), reason.to_owned()];
        let further = cells.get(self.width..).unwrap_or_default().iter().cloned();
        self.put(&own.chain(added).chain(further).collect::<Vec<_>>())
    }

    /// Ends the file, or files, and says where they are; none if no row was written.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn finish(mut self) -> Result<Vec<PathBuf>, Message> {
        match std::mem::replace(&mut self.out, Out::Nothing) {
            Out::Nothing => {}
            Out::Text(mut text) => text.flush().map_err(|error| unwritten(&self.path, Failure::Io(error)))?,
            Out::Book { mut book, .. } => {
                let file = files::create(&self.path).map_err(|error| unwritten(&self.path, Failure::Io(error)))?;
                let saved = book.save_to_writer(BufWriter::new(file));
                saved.map_err(|error| unwritten(&self.path, Failure::Book(error)))?;
                self.written.push(self.path.clone());
            }
        }
        Ok(self.written)
    }

    fn begin(&mut self, table: &Table) -> Result<(), Message> {
        self.width = table.headings.len() - 2;
        match self.format {
            Format::Text { separator } => {
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
                self.out = Out::Text(Box::new(builder.from_writer(file)));
                self.written.push(path);
            }
            Format::Workbook => {
                if !matches!(self.out, Out::Book { .. }) {
                    self.out = Out::Book { book: Box::default(), names: BTreeSet::new(), row: 0 };
                }
                if let Out::Book { book, names, row } = &mut self.out {
                    let name = free_name(table.sheet.as_deref().unwrap_or("Sheet1"), names);
                    book.add_worksheet()
                        .set_name(&name)
                        .map_err(|error| unwritten(&self.path, Failure::Book(error)))?;
                    names.insert(name.to_lowercase());
                    *row = 0;
                }
            }
        }
        self.put(&table.headings)
    }

    fn put(&mut self, cells: &[String]) -> Result<(), Message> {
        let path = self.path.clone();
        match &mut self.out {
            Out::Nothing => Ok(()),
            Out::Text(text) => text.write_record(cells).map_err(|error| unwritten(&path, Failure::Text(error))),
            Out::Book { book, row, .. } => {
                let last = book.worksheets().len() - 1;
                let failed = |error: XlsxError| unwritten(&path, Failure::Book(error));
                let sheet = book.worksheet_from_index(last).map_err(failed)?;
                // Text, so that nothing is rounded or turned into a date again.
                let text = rust_xlsxwriter::Format::new().set_num_format("@");
                for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                    let column = u16::try_from(at).map_err(|_| unwritten(&path, Failure::Wide))?;
                    let cell: String = cell.chars().take(LONGEST_CELL).collect();
                    sheet.write_with_format(*row, column, cell, &text).map_err(failed)?;
                }
                *row += 1;
                Ok(())
            }
        }
    }
}

/// What a cell of a workbook can hold.
const LONGEST_CELL: usize = 32_767;

/// Why the file could not be written, as each of the writers says it.
enum Failure {
    Io(std::io::Error),
    Text(csv::Error),
    Book(XlsxError),
    /// More columns than a workbook can have.
    Wide,
}

fn unwritten(path: &Path, failure: Failure) -> Message {
    let why = match failure {
        Failure::Io(error) | Failure::Book(XlsxError::IoError(error) | XlsxError::ZipError(ZipError::Io(error))) => {
            system::reason(&error)
        }
        Failure::Text(error) => match error.into_kind() {
            csv::ErrorKind::Io(error) => system::reason(&error),
            _ => Message::new("ingest-io-unknown"),
        },
        Failure::Book(XlsxError::RowColumnLimitError) | Failure::Wide => Message::new("ingest-rejects-too-many"),
        Failure::Book(_) => Message::new("ingest-io-unknown"),
    };
    Message::new("ingest-rejects-unwritten").show("path", path.display()).with("error", why)
}

/// What a sheet's name can hold, in UTF-16 units.
const LONGEST_NAME: usize = 31;

/// The sheet's name, with a number behind it if another table of the sheet has it already. Other programs' sheets may
/// have names that Excel's may not.
fn free_name(name: &str, taken: &BTreeSet<String>) -> String {
    let forbidden = |c: char| c.is_control() || "[]:*?/\\".contains(c);
    let allowed = name.replace(forbidden, "_");
    let mut stem = allowed.trim_matches([' ', '\'']);
    if stem.is_empty() {
        stem = "Sheet1";
    }
    let mut free = beginning(stem, LONGEST_NAME).to_owned();
    let mut number = 2;
    while taken.contains(&free.to_lowercase()) {
        let behind = format!("-{number}");
        free = beginning(stem, LONGEST_NAME - behind.len()).to_owned() + &behind;
        number += 1;
    }
    free
}

/// As much of the name as there is room for, in UTF-16 units.
fn beginning(name: &str, mut room: usize) -> &str {
    let too_many = |c: char| match room.checked_sub(c.len_utf16()) {
        Some(left) => {
            room = left;
            false
        }
        None => true,
    };
    let end = name.find(too_many).unwrap_or(name.len());
    name[..end].trim_end_matches([' ', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_get_names_that_a_workbook_may_have() {
        let mut taken = BTreeSet::new();
        let mut name = |of: &str| {
            let free = free_name(of, &taken);
            taken.insert(free.to_lowercase());
            rust_xlsxwriter::Workbook::new().add_worksheet().set_name(&free).unwrap();
            free
        };
        let long = "长".repeat(40);
        assert_eq!(name(&long), "长".repeat(31));
        assert_eq!(name(&long), format!("{}-2", "长".repeat(29)));
        assert_eq!(name(&"😀".repeat(16)), "😀".repeat(15));
        assert_eq!(
            ["", "''", "3月/4月", "'三月'", "SHEET1"].map(name),
            ["Sheet1", "Sheet1-2", "3月_4月", "三月", "SHEET1-3"]
        );
    }
}
