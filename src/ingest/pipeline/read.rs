//! One file, from its content to typed rows in a sink.

use crate::domain::{Kind, Message};
use crate::ingest::answer::{FileFormat, FileRead, Pass, ReadError, ReadRow, SheetAnswer, SheetInfo, SheetRead, Sink};
use crate::ingest::book::BookFormat;
use crate::ingest::cell::RawRow;
use crate::ingest::format::delimited::{self, Delimited};
use crate::ingest::format::html;
use crate::ingest::format::rows::{self, BatchSender, SheetReader, SheetRows};
use crate::ingest::format::workbook::{Workbook, WorkbookSheet};
use crate::ingest::guard::paper;
use crate::ingest::guard::sniff::{self, FileContent};
use crate::ingest::guard::stored::FileBytes;
use crate::ingest::pipeline::table::{self, TableEnd};
use crate::ingest::row::context::RowContext;
use crate::ingest::row::roster::StaffFinder;
use crate::ingest::settings::IngestSettings;
use crate::ingest::sheet::detect::{self, KindHints};
use crate::ingest::sheet::headings::Headings;
use crate::ingest::sheet::layout::{self, HEAD, SheetLayout, TableLayout};
use crate::ingest::text::encoding::TextSurvey;
use crate::ingest::values::date::in_name;
use std::path::Path;

/// Reads a file into the sink.
///
/// # Errors
/// The file cannot be read at all, or the sink failed.
pub fn read_file<S: Sink>(
    path: &Path,
    pass: Pass,
    settings: &IngestSettings,
    roster: &StaffFinder,
    sink: &mut S,
) -> Result<FileRead, ReadError<S::Error>> {
    let content = sniff::content(path).map_err(ReadError::File)?;
    let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let hints = KindHints { settled: settings.kind, near: Vec::new(), file: detect::kinds_in(&name) };
    let mut reading = FileReading {
        pass,
        known: Headings::new(&settings.headings),
        context: RowContext::new(settings, roster, in_name(&name)),
        sink,
        sheets: Vec::new(),
        notice: None,
    };
    let format = match content {
        FileContent::Text(survey) => reading.text(path, survey, &hints)?,
        FileContent::Book(format, stored) => reading.book(stored, format, &hints)?,
        FileContent::Html(survey) => reading.page(path, survey, &hints)?,
    };
    Ok(FileRead { format, sheets: reading.sheets })
}

struct FileReading<'a, S> {
    pass: Pass,
    known: Headings,
    context: RowContext<'a>,
    sink: &'a mut S,
    sheets: Vec<SheetRead>,
    /// What is odd about the whole file.
    notice: Option<Message>,
}

impl<S: Sink> FileReading<'_, S> {
    fn text(&mut self, path: &Path, survey: TextSurvey, hints: &KindHints) -> Result<FileFormat, ReadError<S::Error>> {
        let mut best: Option<(u8, (usize, usize), SheetLayout)> = None;
        for separator in delimited::separators(survey) {
            let mut rows = Delimited::open(path, survey, separator).map_err(ReadError::File)?;
            let (head, broken) = head_of(&mut rows);
            // A row of more cells than there are columns is as wide as can be.
            let width = match broken {
                Some(_) => usize::MAX,
                None => head.iter().map(|row| row.cells.len()).max().unwrap_or(0),
            };
            let found = match (layout::find(&head, &self.known, hints), broken) {
                (SheetLayout::Tables(tables), _) => SheetLayout::Tables(tables),
                (_, Some(message)) => SheetLayout::Unclear(message),
                // Text has no notes: whoever hands a file in means it.
                (SheetLayout::Notes, None) => SheetLayout::Unclear(Message::new("ingest-kind-no-table")),
                (unclear, None) => unclear,
            };
            // The separator that was meant is the one that gives most known columns; if nothing is a ledger, that parts most.
            let known = match &found {
                SheetLayout::Tables(tables) => tables.iter().map(|table| table.columns.known().count()).sum(),
                SheetLayout::Notes | SheetLayout::Unclear(_) => 0,
            };
            if best.as_ref().is_none_or(|(_, most, _)| (known, width) > *most) {
                best = Some((separator, (known, width), found));
            }
        }
        let (separator, _, found) = best.ok_or_else(|| ReadError::File(Message::new("ingest-file-empty")))?;
        let format = FileFormat::Text { separator };
        let found = match found {
            // Headings in Chinese that are known have been read in the right encoding.
            SheetLayout::Tables(tables) if survey.maybe_big5 && tables.iter().all(TableLayout::is_in_latin) => {
                self.notice = Some(Message::new("ingest-text-big5-maybe"));
                SheetLayout::Tables(tables)
            }
            // No word of it was known.
            SheetLayout::Unclear(message)
                if survey.maybe_big5 && ["ingest-kind-none", "ingest-kind-no-table"].contains(&message.key) =>
            {
                SheetLayout::Unclear(Message::new("ingest-text-big5"))
            }
            found => found,
        };
        let mut sheet = TextSheet { path, survey, separator };
        self.tables(None, format, found, &mut sheet)?;
        Ok(format)
    }

    fn book(
        &mut self,
        stored: FileBytes,
        format: BookFormat,
        hints: &KindHints,
    ) -> Result<FileFormat, ReadError<S::Error>> {
        let is_summary = format == BookFormat::Xlsx && paper::is_summary(&stored);
        let mut book = Workbook::open(stored, format).map_err(ReadError::File)?;
        for listed in book.sheets() {
            let skipped = match () {
                () if is_summary => Some("ingest-sheet-summary"),
                () if paper::is_to_be_read_only(&listed.name) => Some("ingest-sheet-others"),
                () if listed.hidden => Some("ingest-sheet-hidden"),
                () if listed.without_cells => Some("ingest-sheet-no-cells"),
                () => None,
            };
            if let Some(key) = skipped {
                self.say(Some(&listed.name), SheetAnswer::Skipped(Message { key, args: Vec::new() }));
                continue;
            }
            let mut hints = hints.clone();
            hints.near.extend(detect::kinds_in(&listed.name));
            let mut sheet = WorkbookSheet { book: &mut book, name: &listed.name };
            let (head, broken) = match sheet.rows() {
                Ok(mut rows) => head_of(&mut *rows),
                Err(message) => (Vec::new(), Some(message)),
            };
            if broken.is_none() && head.iter().all(RawRow::is_blank) {
                self.say(Some(&listed.name), SheetAnswer::Skipped(Message::new("ingest-sheet-empty")));
                continue;
            }
            let found = match (layout::find(&head, &self.known, &hints), broken) {
                (SheetLayout::Tables(tables), _) => SheetLayout::Tables(tables),
                (_, Some(message)) => SheetLayout::Unclear(message),
                (found, None) => found,
            };
            self.tables(Some(&listed.name), FileFormat::Workbook, found, &mut sheet)?;
        }
        Ok(FileFormat::Workbook)
    }

    fn page(&mut self, path: &Path, survey: TextSurvey, hints: &KindHints) -> Result<FileFormat, ReadError<S::Error>> {
        for mut table in html::tables(path, survey).map_err(ReadError::File)? {
            let (head, _) = table.rows().map_err(ReadError::File).map(|mut rows| head_of(&mut *rows))?;
            let found = layout::find(&head, &self.known, hints);
            self.tables(None, FileFormat::Workbook, found, &mut table)?;
        }
        Ok(FileFormat::Workbook)
    }

    fn say(&mut self, sheet: Option<&str>, answer: SheetAnswer) {
        if self.pass == Pass::All {
            self.sheets.push(SheetRead { sheet: sheet.map(str::to_owned), answer, remarks: Vec::new() });
        }
    }

    fn tables(
        &mut self,
        name: Option<&str>,
        format: FileFormat,
        found: SheetLayout,
        sheet: &mut dyn SheetReader,
    ) -> Result<(), ReadError<S::Error>> {
        let tables = match found {
            SheetLayout::Tables(tables) => tables,
            SheetLayout::Notes => {
                self.say(name, SheetAnswer::Skipped(Message::new("ingest-sheet-notes")));
                return Ok(());
            }
            SheetLayout::Unclear(message) => {
                self.say(name, SheetAnswer::Refused(message));
                return Ok(());
            }
        };
        for (at, table) in tables.iter().enumerate() {
            if self.pass == Pass::All || table.columns.kind == Kind::Staff {
                let read = self.table(name, format, at, table, sheet)?;
                self.sheets.push(read);
            }
        }
        Ok(())
    }

    fn table(
        &mut self,
        name: Option<&str>,
        format: FileFormat,
        at: usize,
        table: &TableLayout,
        sheet: &mut dyn SheetReader,
    ) -> Result<SheetRead, ReadError<S::Error>> {
        let name = name.map(str::to_owned);
        let kind = table.columns.kind;
        let opened = sheet.marks().and_then(|marks| Ok((marks, sheet.rows()?)));
        let (marks, rows) = match opened {
            Ok(opened) => opened,
            Err(message) => {
                let answer = SheetAnswer::Refused(message);
                return Ok(SheetRead { sheet: name, answer, remarks: Vec::new() });
            }
        };
        let info = SheetInfo {
            sheet: name.clone(),
            kind,
            format,
            headings: table.own_headings(),
            unknown: table.unknown(),
            table: at,
        };
        self.sink.sheet(&info).map_err(ReadError::Sink)?;
        let FileReading { known, context, sink, .. } = self;
        let (known, marks) = (&*known, &marks);
        // Cells are read, made sense of and taken in on a thread each.
        let make = move |out: &mut BatchSender<ReadRow>| {
            let context = &*context;
            rows::ahead(rows, |rows| table::read(rows, table, marks, known, context, out))
        };
        let TableEnd { tally, broken, mut remarks } =
            rows::beside(make, |row| sink.row(row)).map_err(ReadError::Sink)?;
        sink.end(&tally).map_err(ReadError::Sink)?;
        let answer = match broken {
            None => SheetAnswer::Read { kind, tally },
            Some(message) => SheetAnswer::Broken { kind, tally, message },
        };
        if at > 0 {
            // What is odd about the whole sheet was said with its first table.
            remarks.clear();
        }
        remarks.extend(self.notice.take());
        Ok(SheetRead { sheet: name, answer, remarks })
    }
}

/// Whoever leaves so many rows empty above the headings has no table there.
const MOST_HEAD: usize = 1_000;
/// Stretches of thousands of formatted empty cells are even less likely to have headings below.
const MOST_EMPTY: usize = 20;

/// The first rows of a sheet, and what is damaged if it breaks off among them.
fn head_of(rows: &mut dyn SheetRows<'_>) -> (Vec<RawRow>, Option<Message>) {
    let mut head = Vec::new();
    let (mut filled, mut empty) = (0, 0);
    while filled < HEAD && head.len() < MOST_HEAD && empty < MOST_EMPTY {
        match rows.next() {
            Ok(Some(line)) => {
                let mut row = line.row();
                empty += usize::from(row.cells.is_empty());
                match row.is_blank() {
                    // A thousand rows of nothing but separators would fill the memory.
                    true => row.cells = Vec::new(),
                    false => filled += 1,
                }
                head.push(row);
            }
            Ok(None) => break,
            Err(message) => return (head, Some(message)),
        }
    }
    (head, None)
}

struct TextSheet<'a> {
    path: &'a Path,
    survey: TextSurvey,
    separator: u8,
}

impl SheetReader for TextSheet<'_> {
    fn rows(&mut self) -> Result<Box<dyn SheetRows<'_> + Send + '_>, Message> {
        Ok(Box::new(Delimited::open(self.path, self.survey, self.separator)?))
    }
}
