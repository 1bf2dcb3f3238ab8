//! One import: one transaction, one batch.

use super::content::RowContent;
use super::copies::SheetKeys;
use super::counting::Counting;
use super::index::Index;
use super::key::RowKey;
use super::name;
use super::notes::ImportNotes;
use super::origin::Origin;
use super::point::{JournalPoint, to_second};
use super::shared_sheets::SharedSheets;
use super::store::{
    NewRow, Remark, Replaced, RowRange, Savepoint, StatedOf, Store, StoredBatch, StoredRow, StoredSheet, Transaction,
    Wait,
};
use super::version::IncomingFile;
use super::{Journal, JournalError};
use crate::domain::{Kind, Message, Record, Seq, StatedCoverage};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

/// A sheet of a file, as [`Import::sheet`] noted it.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    id: u32,
    /// The first sheet of its file: only rows of earlier ones are compared with.
    first: u32,
    /// The ledger it is; a row of it may be of another kind (goods brought back on a sales list).
    kind: Kind,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowOutcome {
    /// It is new, and stands there.
    New(Seq),
    /// The journal holds it already.
    Duplicate,
}

/// An import under way. Nothing of it is there for anybody else before [`Import::commit`]; dropped, it never was.
pub struct Import<'j> {
    pub(super) transaction: Transaction<'j>,
    pub(super) batch: u64,
    pub(super) at: NaiveDateTime,
    /// Every sheet so far, of this import and those before.
    pub(super) stored_sheets: Vec<StoredSheet>,
    /// The sheets of before that count no longer.
    pub(super) dead: HashSet<u32>,
    /// Those of them that the file being taken in has replaced.
    newly_dead: Vec<u32>,
    /// The rows whose place another one has taken.
    pub(super) completed: HashSet<Seq>,
    /// Those of them whose place rows of the file being taken in have taken while it is read.
    pub(super) newly_completed: Vec<Seq>,
    /// The rows that stay though a later version has them no longer.
    pub(super) staying: HashSet<Seq>,
    pub(super) origin: Option<Origin>,
    /// The first sheet of the file being taken in.
    pub(super) first_sheet: u32,
    /// The place of the last row, and of the last one before the file being taken in.
    last_row: Seq,
    last_row_before: Seq,
    /// How many equal rows of a file were found in the journal, by the file's first sheet and the row's key.
    met: HashMap<(u32, RowKey), usize>,
    pub(super) index: Index,
    /// The file being taken in beside those of its name.
    pub(super) again: IncomingFile,
    /// What is written beside the rows.
    pub(super) notes: ImportNotes,
    pub(super) leaning: SharedSheets,
    /// The sheet in which the row last taken in stands.
    pub(super) latest: u32,
    /// The sheets of the file being taken in.
    pub(super) sheets: SheetKeys,
}

impl Journal {
    /// Begins an import, once no other process writes.
    ///
    /// # Errors
    /// [`JournalError::Busy`] when another process takes longer than the patience lasts; whatever the file system refuses.
    pub fn begin(&mut self, at: NaiveDateTime, command: &str) -> Result<Import<'_>, JournalError> {
        self.stand_today();
        let at = to_second(at);
        let transaction = Transaction::writing(self.store(), Wait::Patiently)?;
        let counting = Counting::at(JournalPoint::TODAY, transaction.store())?;
        transaction.mark(Savepoint::Import)?;
        let batch = counting.last_batch().map_or(1, |last| last + 1);
        transaction.add_batch(&StoredBatch { id: batch, at, command: command.to_owned() })?;
        let last_row = transaction.last_row()?;
        let sheets = counting.sheets.iter().map(|sheet| sheet.id);
        Ok(Import {
            batch,
            at,
            dead: sheets.filter(|sheet| !counting.is_live(*sheet)).collect(),
            newly_dead: Vec::new(),
            completed: counting.completed(),
            newly_completed: Vec::new(),
            staying: counting.staying(),
            stored_sheets: counting.sheets,
            origin: None,
            first_sheet: 0,
            last_row,
            last_row_before: last_row,
            met: HashMap::new(),
            index: Index::of(transaction.store())?,
            leaning: SharedSheets::default(),
            sheets: SheetKeys::default(),
            again: IncomingFile::default(),
            notes: ImportNotes::default(),
            latest: 0,
            transaction,
        })
    }
}

impl Import<'_> {
    /// The batch's number, if it comes to be one.
    pub fn batch(&self) -> u64 {
        self.batch
    }

    /// The next file. With `replace`, the rows that came from files of its name, copies of it included, no longer count, and
    /// their number is given.
    pub fn file(&mut self, origin: Origin, replace: bool) -> Result<u64, JournalError> {
        if self.origin.is_some() {
            self.transaction.unmark(Savepoint::File)?;
        }
        self.first_sheet = self.stored_sheets.last().map_or(1, |last| last.id + 1);
        self.last_row_before = self.last_row;
        self.index.file(self.first_sheet, self.transaction.store())?;
        self.transaction.mark(Savepoint::File)?;
        self.newly_dead.clear();
        self.newly_completed.clear();
        self.sheets = SheetKeys::default();
        self.again = IncomingFile::of(name::plain(&origin.file));
        let replaced = if replace { self.replace(&origin.file)? } else { 0 };
        self.leaning.file(&origin);
        self.origin = Some(origin);
        Ok(replaced)
    }

    /// Leaves the file being taken in out again, with all that came of it.
    pub fn undo_file(&mut self) -> Result<(), JournalError> {
        self.transaction.back_to(Savepoint::File)?;
        for sheet in self.newly_dead.drain(..) {
            self.dead.remove(&sheet);
        }
        for row in self.newly_completed.drain(..) {
            self.completed.remove(&row);
        }
        self.index.undo_file();
        self.leaning.undo_file();
        self.again = IncomingFile::default();
        // The numbers of its sheets and rows are free again.
        let first = self.first_sheet;
        self.stored_sheets.retain(|sheet| sheet.id < first);
        self.last_row = self.last_row_before;
        self.met.retain(|(of, _), _| *of != first);
        Ok(())
    }

    fn replace(&mut self, file: &str) -> Result<u64, JournalError> {
        let plain = name::plain(file);
        let is_meant = |sheet: &&StoredSheet| sheet.batch != self.batch && name::plain(&sheet.origin.file) == plain;
        let earlier: Vec<u32> = self.stored_sheets.iter().filter(is_meant).map(|sheet| sheet.id).collect();
        let mut replaced = 0;
        for sheet in earlier {
            let by = Replaced { sheet, batch: self.batch, file: Some(file.to_owned()) };
            self.transaction.remark(&Remark::Replaced(by))?;
            if self.dead.insert(sheet) {
                self.newly_dead.push(sheet);
                replaced += self.rows_of(sheet)?.len() as u64;
            }
        }
        Ok(replaced)
    }

    /// The rows of a sheet that count if the sheet does, and what they are compared by.
    pub(super) fn rows_of(&self, sheet: u32) -> Result<Vec<(Seq, RowKey)>, JournalError> {
        let Some((first, last)) = self.index.span(self.transaction.store(), sheet)? else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        self.transaction.rows(RowRange::Between(first, last), &mut |row| {
            if row.sheet == sheet && !self.completed.contains(&row.seq) {
                found.push((row.seq, key_of(row)));
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(found)
    }

    /// The next sheet of the file.
    pub fn sheet(&mut self, sheet: Option<&str>, kind: Kind, headings: &[String]) -> Result<Sheet, JournalError> {
        let none = || Origin { file: String::new(), path: String::new(), hash: [0; 32] };
        let origin = self.origin.clone().unwrap_or_else(none);
        let id = self.stored_sheets.last().map_or(1, |last| last.id + 1);
        let stored = StoredSheet { id, batch: self.batch, origin, sheet: sheet.map(str::to_owned), kind };
        self.transaction.add_sheet(&stored, headings)?;
        self.stored_sheets.push(stored);
        self.sheets.begin(sheet);
        self.begin_comparing(kind)?;
        Ok(Sheet { id, first: self.first_sheet, kind })
    }

    /// Takes in a row, unless as many equal ones as its file has had so far were in the journal before the file. Rows of an
    /// earlier sheet or file may still come late.
    pub fn row(
        &mut self,
        sheet: Sheet,
        line: u32,
        record: &Record,
        cells: &[String],
        warnings: &[Message],
    ) -> Result<RowOutcome, JournalError> {
        let RowContent { text, whole, key } = RowContent::of(record);
        self.sheets.row(key);
        if self.is_known(sheet, key)? {
            self.again.meet(sheet.kind, key, line, None);
            return Ok(RowOutcome::Duplicate);
        }
        let seq = self.last_row + 1;
        self.transaction.add_row(&NewRow {
            seq,
            sheet: sheet.id,
            line,
            whole,
            record,
            text: &text,
            cells,
            warnings,
        })?;
        self.last_row = seq;
        self.latest = sheet.id;
        self.index.add(self.transaction.store(), sheet.id, seq, (key, whole), record)?;
        self.again.meet(sheet.kind, key, line, Some(seq));
        Ok(RowOutcome::New(seq))
    }

    /// Whether the journal held more equal rows before the sheet's file than the file has had so far.
    fn is_known(&mut self, sheet: Sheet, key: RowKey) -> Result<bool, JournalError> {
        let equal = self.index.equal(self.transaction.store(), &key, sheet.first)?;
        let counts = |(source, seq): &(u32, Seq)| !self.dead.contains(source) && !self.completed.contains(seq);
        let held: Vec<u32> = equal.into_iter().filter(counts).map(|(source, _)| source).collect();
        if held.is_empty() {
            return Ok(false);
        }
        let met = self.met.entry((sheet.first, key)).or_default();
        let is_known = *met < held.len();
        *met += usize::from(is_known);
        if is_known {
            self.latest = held[0];
            self.leaning.on(held);
        }
        Ok(is_known)
    }

    /// Notes that a ledger is complete up to a day (已录至).
    pub fn state(&mut self, kind: Kind, department: Option<&str>, through: NaiveDate) -> Result<(), JournalError> {
        let stated = StatedCoverage { kind, department: department.map(str::to_owned), through };
        self.transaction.remark(&Remark::Stated(StatedOf { batch: self.batch, stated }))
    }

    /// Makes it so, for good and for everybody.
    pub fn commit(self) -> Result<(), JournalError> {
        let Import { transaction, batch, at, mut index, leaning, notes, stored_sheets, .. } = self;
        index.write(transaction.store())?;
        leaning.write(Some(batch), transaction.store())?;
        notes.write(transaction.store(), &stored_sheets, at, Some(batch))?;
        transaction.commit()
    }

    /// Every sheet so far, of this import and those before, by number.
    pub(super) fn stored_sheets(&self) -> &[StoredSheet] {
        &self.stored_sheets
    }

    /// Whether the sheet counts if this import does.
    pub(super) fn is_live(&self, sheet: u32) -> bool {
        !self.dead.contains(&sheet)
    }

    /// What counts if this import does.
    pub(super) fn counting(&self) -> Result<Counting, JournalError> {
        Counting::at(JournalPoint::TODAY, self.store())
    }

    pub(super) fn store(&self) -> &dyn Store {
        self.transaction.store()
    }
}

/// What a row that was kept is compared by.
pub(super) fn key_of(row: StoredRow<'_>) -> RowKey {
    // Only a row with a task is compared by less than all it says.
    let record = row.text.contains("\"task\"").then(|| serde_json::from_str(row.text).ok()).flatten();
    record.map_or(row.whole, |record| RowContent::of(&record).key)
}
