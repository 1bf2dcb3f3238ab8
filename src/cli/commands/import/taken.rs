//! A file that was taken in: what came of its sheets, and what is to be said of it.

use super::held::HeldRow;
use super::intake::{HeldBackRow, IntakeTable, RemarkCount, copy_of};
use super::outcome::{FileRow, SheetRow};
use super::rejects::{Rejects, StagedRejects};
use super::warnings;
use crate::cli::context::place::{file_name, place};
use crate::domain::{Kind, Message};
use crate::ingest::{FileRead, SheetAnswer, SheetRead};
use crate::texts::Texts;
use anyhow::Result;
use std::path::PathBuf;

/// A file that was read, before its rejected rows are put away.
pub struct TakenFile {
    pub path: PathBuf,
    pub replaced: u64,
    pub answer: std::result::Result<FileRead, Message>,
    pub tables: Vec<IntakeTable>,
    pub held: Vec<HeldBackRow>,
    pub rejects: Option<Rejects>,
    /// It waits for somebody to say what becomes of the rows of before.
    pub waiting: Option<HeldRow>,
    /// What had been said of the files before it.
    pub said: RemarkCount,
}

impl TakenFile {
    /// Whether a part of the file could not be read.
    pub fn is_damaged(&self) -> bool {
        let is_bad = |sheet: &SheetRead| matches!(sheet.answer, SheetAnswer::Broken { .. } | SheetAnswer::Refused(_));
        self.answer.as_ref().map_or(true, |read| read.sheets.iter().any(is_bad))
    }

    /// Whether that sheet was read to its end.
    pub fn is_whole(&self, name: &str) -> bool {
        let mut of_it = self.answer.iter().flat_map(|read| &read.sheets).filter(|sheet| is_named(sheet, name));
        of_it.all(|sheet| matches!(sheet.answer, SheetAnswer::Read { .. }))
    }

    /// Notes the sheets that were passed over as copies.
    pub fn pass_over(&mut self, copies: &[(String, String)]) {
        for sheet in self.answer.iter_mut().flat_map(|read| &mut read.sheets) {
            if let Some((copy, original)) = copies.iter().find(|(copy, _)| is_named(sheet, copy)) {
                sheet.answer = SheetAnswer::Skipped(copy_of(copy, original));
            }
        }
    }

    /// Which sheets were passed over as copies.
    pub fn copies(&self) -> Vec<Message> {
        self.skipped("").into_iter().filter(|(is_copy, _)| *is_copy).map(|(_, message)| message).collect()
    }

    /// Forgets what came of the file, for it is held.
    pub fn hold(&mut self, waiting: HeldRow) {
        self.forget();
        self.waiting = Some(waiting);
    }

    fn forget(&mut self) {
        self.replaced = 0;
        self.tables.clear();
        self.held.clear();
        self.rejects = None;
    }

    /// Forgets what came of the file, for it cannot be read whole.
    pub fn leave_out(&mut self) {
        self.forget();
        if let Ok(read) = &self.answer
            && let Some(bad) = read.sheets.iter().find_map(|sheet| match &sheet.answer {
                SheetAnswer::Broken { message, .. } | SheetAnswer::Refused(message) => Some(message.clone()),
                _ => None,
            })
        {
            self.answer = Err(Message::new("cli-import-not-replaced").with("why", bad));
        }
    }

    /// The kinds of the ledgers in it that were read to their end, also where they have no rows.
    pub fn kinds(&self) -> Vec<Kind> {
        let kind = |sheet: &SheetRead| match sheet.answer {
            SheetAnswer::Read { kind, .. } if self.waiting.is_none() => Some(kind),
            _ => None,
        };
        self.answer.as_ref().map(|read| read.sheets.iter().filter_map(kind).collect()).unwrap_or_default()
    }

    /// Why the file, or sheets of it, were refused.
    pub fn refusals(&self) -> Vec<Message> {
        let Ok(read) = &self.answer else {
            let why = self.answer.as_ref().err().cloned().unwrap_or(Message::new("cli-unexpected"));
            return vec![Message::new("cli-import-refused").with("place", file_name(&self.path)).with("why", why)];
        };
        let refused = |sheet: &SheetRead| {
            let (key, why) = match &sheet.answer {
                SheetAnswer::Broken { message, .. } => ("cli-import-broken", message),
                SheetAnswer::Refused(message) => ("cli-import-refused", message),
                SheetAnswer::Read { .. } | SheetAnswer::Skipped(_) => return None,
            };
            Some(Message { key, args: Vec::new() }.with("place", self.place(sheet)).with("why", why.clone()))
        };
        read.sheets.iter().filter_map(refused).collect()
    }

    /// That it is held, why, and what settles it.
    pub fn waits(&self) -> Vec<Message> {
        self.waiting.as_ref().map(|waiting| waiting.said(&file_name(&self.path))).unwrap_or_default()
    }

    /// Which sheets were passed over, and why; not those of that name that are pages of notes.
    pub fn passed(&self, notes: &str) -> Vec<Message> {
        self.skipped(notes).into_iter().filter(|(is_copy, _)| !is_copy).map(|(_, message)| message).collect()
    }

    /// Sheets passed over and why; whether as a copy.
    fn skipped(&self, notes: &str) -> Vec<(bool, Message)> {
        let passed = |sheet: &SheetRead| match &sheet.answer {
            SheetAnswer::Skipped(why) if why.key == "ingest-sheet-notes" && is_named(sheet, notes) => None,
            SheetAnswer::Skipped(why) => {
                let said = Message::new("cli-import-passed").with("place", self.place(sheet)).with("why", why.clone());
                Some((why.key == "cli-import-copy", said))
            }
            _ => None,
        };
        self.answer.iter().flat_map(|read| &read.sheets).filter_map(passed).collect()
    }

    /// What is odd about sheets that were read.
    pub fn remarks(&self) -> Vec<Message> {
        let of = |sheet: &SheetRead| {
            let message = Message::new("cli-import-remark").with("place", self.place(sheet));
            sheet.remarks.iter().map(|remark| message.clone().with("what", remark.clone())).collect::<Vec<_>>()
        };
        self.answer.iter().flat_map(|read| &read.sheets).flat_map(of).collect()
    }

    /// What is odd about rows of it that were taken.
    pub fn warnings(&self) -> Vec<Message> {
        let of = |table: &IntakeTable| {
            warnings::said(&place(&file_name(&self.path), table.info.sheet.as_deref()), table.odd.said())
        };
        self.tables.iter().flat_map(of).collect()
    }

    fn place(&self, sheet: &SheetRead) -> String {
        place(&file_name(&self.path), sheet.sheet.as_deref())
    }

    /// Puts the rejected rows away, and gives the row about the file.
    pub fn finish(self, put: &mut StagedRejects, texts: &Texts) -> Result<FileRow> {
        let rejects = match self.rejects {
            Some(rejects) => rejects.finish(put)?,
            None => None,
        };
        let mut row = FileRow {
            path: self.path.display().to_string(),
            place: self.path,
            replaced: self.replaced,
            rejects: rejects.map(|path| path.display().to_string()),
            held: self.waiting,
            ..FileRow::default()
        };
        let mut tables = self.tables.into_iter();
        match self.answer {
            Err(message) => row.refused = Some(texts.say(&message)),
            Ok(read) => {
                row.sheets = read.sheets.into_iter().map(|sheet| sheet_row(sheet, &mut tables, texts)).collect()
            }
        }
        Ok(row)
    }
}

fn is_named(sheet: &SheetRead, name: &str) -> bool {
    sheet.sheet.as_deref() == Some(name)
}

/// What is said of papers of this program that come back and are no ledger.
const PAPERS: [&str; 2] = ["ingest-sheet-summary", "ingest-sheet-others"];

fn sheet_row(sheet: SheetRead, tables: &mut impl Iterator<Item = IntakeTable>, texts: &Texts) -> SheetRow {
    let remarks = sheet.remarks.iter().map(|remark| texts.say(remark)).collect();
    let mut row = SheetRow { sheet: sheet.sheet, remarks, ..SheetRow::default() };
    let (kind, tally) = match sheet.answer {
        SheetAnswer::Read { kind, tally } => (kind, tally),
        SheetAnswer::Broken { kind, tally, message } => {
            row.refused = Some(texts.say(&message));
            (kind, tally)
        }
        SheetAnswer::Refused(message) => {
            row.refused = Some(texts.say(&message));
            return row;
        }
        SheetAnswer::Skipped(message) => {
            row.is_paper = PAPERS.contains(&message.key);
            row.passed = Some(texts.say(&message));
            return row;
        }
    };
    row.kind = Some(kind);
    row.rows = tally.rows;
    row.skipped = tally.skipped();
    if let Some(table) = tables.next() {
        (row.added, row.duplicate, row.rejected) = (table.added, table.duplicate, table.rejected);
        row.warnings = table.warnings;
        row.reasons = table.reasons.into_said();
        row.odd = table.odd.into_said();
    }
    row
}
