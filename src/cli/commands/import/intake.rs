//! Rows as they are read: into the journal, to the rejected ones, or held back until all others are in.

use super::ended_tasks::{EndedTasks, answered};
use super::findings::EarlierFinding;
use super::grouped::GroupedMessages;
use super::rejects::{RejectedCells, Rejects};
use crate::cli::context::place::place;
use crate::cli::context::progress::Progress;
use crate::domain::{Fact, Finding, Message, Record, StaffRow};
use crate::ingest::{ReadRow, SheetInfo, SheetTally, Sink, StaffFinder, is_to_complete};
use crate::journal::{Import, ListedTask, RowOutcome, Sheet};
use crate::texts::Texts;
use anyhow::Result;

/// Reads rosters only, so that every name is known before a row names it.
pub struct RosterSink {
    pub found: Vec<StaffRow>,
}

impl RosterSink {
    /// Everybody known: those of before, and over them those found.
    pub fn over(self, before: &[StaffRow]) -> StaffFinder {
        let mut roster = StaffFinder::default();
        before.iter().chain(&self.found).for_each(|row| roster.add(row));
        roster
    }
}

impl Sink for RosterSink {
    type Error = anyhow::Error;

    fn sheet(&mut self, _: &SheetInfo) -> Result<()> {
        Ok(())
    }

    fn row(&mut self, row: ReadRow) -> Result<()> {
        if let Ok(Record { fact: Fact::Staff(row), .. }) = row.outcome {
            self.found.push(row);
        }
        Ok(())
    }

    fn end(&mut self, _: &SheetTally) -> Result<()> {
        Ok(())
    }
}

/// A table being taken in, and what became of its rows.
pub struct IntakeTable {
    pub info: SheetInfo,
    sheet: Sheet,
    pub added: u64,
    pub duplicate: u64,
    pub rejected: u64,
    pub reasons: GroupedMessages,
    /// Rows that are new though something is odd about them.
    pub warnings: u64,
    /// What that is.
    pub odd: GroupedMessages,
    /// The copies of it that were passed over, to be kept with the next row that is new.
    copied: Vec<Message>,
}

/// A row held back: it names a violation or a task of another household, and rows still to come may say more of these.
pub struct HeldBackRow {
    pub table: usize,
    line: u32,
    first: Option<u32>,
    cells: Vec<String>,
    warnings: Vec<Message>,
    pub record: Record,
    /// The tasks it names of households that were others when these were given out.
    pub elsewhere: Vec<ListedTask>,
}

impl HeldBackRow {
    fn row(&self) -> RejectedCells<'_> {
        RejectedCells { line: self.line, first: self.first, cells: &self.cells, wrong: &[] }
    }

    /// The violation the row names; none: it names none.
    pub fn violation(&self) -> Option<&str> {
        named_violation(&self.record)
    }
}

fn named_violation(record: &Record) -> Option<&str> {
    record.fact.row::<Finding>()?.violation.as_deref()
}

/// What somebody should read of the import: the first rejected rows with their reasons, and how many more there are.
/// Wordy: all of them, and which columns mean nothing.
#[derive(Default)]
pub struct ImportRemarks {
    pub is_wordy: bool,
    pub shown: Vec<Message>,
    pub hidden: usize,
    pub unknown: Vec<Message>,
}

/// How much was said at a moment.
#[derive(Debug, Clone, Copy, Default)]
pub struct RemarkCount {
    shown: usize,
    hidden: usize,
    unknown: usize,
}

impl ImportRemarks {
    /// How many remarks there are now, to come back to with `forget`.
    pub fn so_far(&self) -> RemarkCount {
        let ImportRemarks { shown, hidden, unknown, .. } = self;
        RemarkCount { shown: shown.len(), hidden: *hidden, unknown: unknown.len() }
    }

    /// Drops the remarks made since that count.
    pub fn forget(&mut self, since: RemarkCount) {
        self.shown.truncate(since.shown);
        self.hidden = since.hidden;
        self.unknown.truncate(since.unknown);
    }
}

/// More than these are read in the file of rejected rows.
const SHOWN: usize = 10;

/// That a sheet is a copy of another one of its file.
pub fn copy_of(copy: &str, original: &str) -> Message {
    Message::new("cli-import-copy").with("copy", copy).with("original", original)
}

/// A file being taken in.
pub struct FileIntake<'t, 'j, 'p> {
    pub import: &'t mut Import<'j>,
    pub texts: &'t Texts,
    pub progress: &'t mut Progress,
    pub reasons: &'t mut ImportRemarks,
    pub over: &'t mut EndedTasks<'p>,
    pub file: String,
    /// Its sheets that are copies, each with what it is one of.
    pub copies: &'t [(String, String)],
    /// Whether such a sheet is being read.
    pub is_copy: bool,
    pub tables: Vec<IntakeTable>,
    pub held: Vec<HeldBackRow>,
    /// None: rejected rows are only counted.
    pub rejects: Option<Rejects>,
}

impl FileIntake<'_, '_, '_> {
    /// Takes a row in that nothing is wrong with.
    pub fn take(&mut self, at: usize, row: RejectedCells<'_>, record: &Record, warnings: &[Message]) -> Result<()> {
        let Some(table) = self.tables.get_mut(at) else { return Ok(()) };
        let line = row.line;
        let kept: Vec<Message> = warnings.iter().chain(&table.copied).cloned().collect();
        let added = self.import.row(table.sheet, line, record, row.cells, &kept)?;
        if let Some(rejects) = &mut self.rejects {
            rejects.taken(&table.info, row, self.import.latest());
        }
        if added == RowOutcome::Duplicate {
            table.duplicate += 1;
            return Ok(());
        }
        if let RowOutcome::New(seq) = added
            && table.info.sheet.as_deref().is_some_and(is_to_complete)
        {
            self.import.complete(seq, record)?;
        }
        table.added += 1;
        table.copied.clear();
        table.warnings += u64::from(!warnings.is_empty());
        warnings.iter().for_each(|warning| table.odd.add(&self.texts.say(warning), line));
        Ok(())
    }

    /// Takes a row in that was held back; with a word, if somebody has decided about its violation before.
    pub fn take_held(&mut self, held: &HeldBackRow, decided: Option<&EarlierFinding>) -> Result<()> {
        let again = decided.filter(|decided| decided.is_new(&held.record)).map(|decided| decided.said.clone());
        let warnings: Vec<Message> = held.warnings.iter().cloned().chain(again).collect();
        self.take(held.table, held.row(), &held.record, &warnings)
    }

    /// Rejects a row that was held back.
    pub fn reject_held(&mut self, held: &HeldBackRow, reasons: &[Message]) -> Result<()> {
        self.reject(held.table, held.row(), reasons)
    }

    fn reject(&mut self, at: usize, row: RejectedCells<'_>, problems: &[Message]) -> Result<()> {
        let line = row.line;
        let Some(table) = self.tables.get_mut(at) else { return Ok(()) };
        self.import.refused(row.cells);
        table.rejected += 1;
        let is_settled = match &mut self.rejects {
            Some(rejects) => rejects.row((at, &table.info), row, problems, self.texts)?,
            None => false,
        };
        let settled = is_settled.then(|| self.texts.get("cli-import-settled"));
        let reasons = self.texts.joined(problems.iter().map(|problem| self.texts.say(problem)).chain(settled));
        table.reasons.add(&reasons, line);
        // Columns that are the wrong way round are said once of the whole table.
        if matches!(problems, [Message { key: "ingest-swapped", .. }]) {
        } else if self.reasons.is_wordy || self.reasons.shown.len() < SHOWN {
            let row = Message::new("cli-import-row")
                .with("file", place(&self.file, table.info.sheet.as_deref()))
                .show("row", line);
            self.reasons.shown.push(row.with("reasons", reasons));
        } else {
            self.reasons.hidden += 1;
        }
        Ok(())
    }
}

impl Sink for FileIntake<'_, '_, '_> {
    type Error = anyhow::Error;

    fn sheet(&mut self, info: &SheetInfo) -> Result<()> {
        let of_it = |name: &String| info.sheet.as_ref() == Some(name);
        self.is_copy = self.copies.iter().any(|(copy, _)| of_it(copy));
        if self.is_copy {
            return Ok(());
        }
        let copied = self.copies.iter().filter(|(_, original)| of_it(original));
        let copied = copied.map(|(copy, original)| copy_of(copy, original)).collect();
        let sheet = self.import.sheet(info.sheet.as_deref(), info.kind, &info.headings)?;
        if self.reasons.is_wordy && !info.unknown.is_empty() {
            let message = Message::new("cli-import-unknown").with("file", place(&self.file, info.sheet.as_deref()));
            self.reasons.unknown.push(message.with("headings", info.unknown.clone()));
        }
        self.tables.push(IntakeTable {
            info: info.clone(),
            sheet,
            added: 0,
            duplicate: 0,
            rejected: 0,
            reasons: GroupedMessages::default(),
            warnings: 0,
            odd: GroupedMessages::default(),
            copied,
        });
        Ok(())
    }

    fn row(&mut self, row: ReadRow) -> Result<()> {
        self.progress.row()?;
        if self.is_copy {
            return Ok(());
        }
        let ReadRow { line, first, cells, outcome, wrong, warnings } = row;
        let at = self.tables.len().saturating_sub(1);
        match outcome {
            Ok(record) if named_violation(&record).is_some() => {
                self.import.foresee(line, &record);
                self.held.push(HeldBackRow { table: at, line, first, cells, warnings, record, elsewhere: Vec::new() });
                Ok(())
            }
            Ok(record) => {
                let tasks = answered(&record, self.import, self.over)?;
                let warnings = [warnings, tasks.odd].concat();
                if tasks.elsewhere.is_empty() {
                    return self.take(
                        at,
                        RejectedCells { line, first, cells: &cells, wrong: &wrong },
                        &record,
                        &warnings,
                    );
                }
                self.import.foresee(line, &record);
                self.held.push(HeldBackRow {
                    table: at,
                    line,
                    first,
                    cells,
                    warnings,
                    record,
                    elsewhere: tasks.elsewhere,
                });
                Ok(())
            }
            Err(problems) => self.reject(at, RejectedCells { line, first, cells: &cells, wrong: &wrong }, &problems),
        }
    }

    fn end(&mut self, _: &SheetTally) -> Result<()> {
        Ok(())
    }
}
