//! One import: one transaction, one batch.

use super::content::{RowContent, json};
use super::copies::SheetKeys;
use super::index::Index;
use super::key::RowKey;
use super::live::completed;
use super::name;
use super::notes::ImportNotes;
use super::origin::Origin;
use super::shared_sheets::SharedSheets;
use super::time::stamp;
use super::version::IncomingFile;
use super::{Journal, JournalError};
use crate::domain::{Kind, Message, Record, Seq};
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

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
    pub(super) file: PathBuf,
    pub(super) batch: u64,
    pub(super) at: NaiveDateTime,
    /// The sheets of before that count no longer.
    pub(super) dead: HashSet<u32>,
    /// Those of them that the file being taken in has replaced.
    newly_dead: Vec<u32>,
    /// The rows whose place another one has taken.
    pub(super) completed: HashSet<Seq>,
    pub(super) origin: Option<Origin>,
    /// The first sheet of the file being taken in.
    pub(super) first_sheet: u32,
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
        self.stand_today()?;
        let file = self.file.clone();
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| JournalError::of(error, &file))?;
        let begun = || -> rusqlite::Result<(u64, HashSet<u32>, HashSet<Seq>, Index)> {
            transaction.execute_batch("SAVEPOINT whole")?;
            transaction.execute("INSERT INTO main.batch (at, command) VALUES (?1, ?2)", params![stamp(at), command])?;
            let batch = transaction.last_insert_rowid().unsigned_abs();
            let mut dead = transaction.prepare("SELECT id FROM source WHERE id NOT IN (SELECT id FROM live_source)")?;
            let dead = dead.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            Ok((batch, dead, completed(&transaction)?, Index::of(&transaction)?))
        };
        let (batch, dead, completed, index) = begun().map_err(|error| JournalError::of(error, &file))?;
        Ok(Import {
            transaction,
            file,
            batch,
            at,
            dead,
            newly_dead: Vec::new(),
            completed,
            origin: None,
            first_sheet: 0,
            met: HashMap::new(),
            index,
            leaning: SharedSheets::default(),
            sheets: SheetKeys::default(),
            again: IncomingFile::default(),
            notes: ImportNotes::default(),
            latest: 0,
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
        let mut begin = || -> rusqlite::Result<u32> {
            if self.origin.is_some() {
                self.connection().execute_batch("RELEASE file")?;
            }
            let first = "SELECT 1 + coalesce(max(id), 0) FROM source";
            let first = self.transaction.query_row(first, [], |row| row.get(0))?;
            self.index.file(first, &self.transaction)?;
            self.connection().execute_batch("SAVEPOINT file")?;
            Ok(first)
        };
        self.first_sheet = begin().map_err(|error| self.error(error))?;
        self.newly_dead.clear();
        self.sheets = SheetKeys::default();
        self.again = IncomingFile::of(name::plain(&origin.file));
        let replaced = if replace { self.replace(&origin.file).map_err(|error| self.error(error))? } else { 0 };
        self.leaning.file(&origin);
        self.origin = Some(origin);
        Ok(replaced)
    }

    /// Leaves the file being taken in out again, with all that came of it.
    pub fn undo_file(&mut self) -> Result<(), JournalError> {
        self.connection().execute_batch("ROLLBACK TO file").map_err(|error| self.error(error))?;
        for source in self.newly_dead.drain(..) {
            self.dead.remove(&source);
        }
        self.index.undo_file();
        self.leaning.undo_file();
        self.again = IncomingFile::default();
        // The numbers of its sheets are free again.
        let first = self.first_sheet;
        self.met.retain(|(of, _), _| *of != first);
        Ok(())
    }

    fn replace(&mut self, file: &str) -> rusqlite::Result<u64> {
        let plain = name::plain(file);
        let earlier: Vec<(u32, String)> = {
            let all = "SELECT id, file FROM main.source WHERE batch <> ?1";
            let mut statement = self.transaction.prepare(all)?;
            let rows = statement.query_map([self.batch], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect::<Result<_, _>>()?
        };
        let mut replaced = 0;
        for (source, _) in earlier.into_iter().filter(|(_, file)| name::plain(file) == plain) {
            let add = "INSERT OR IGNORE INTO main.replaced (source, batch, by_file) VALUES (?1, ?2, ?3)";
            self.connection().prepare_cached(add)?.execute(params![source, self.batch, file])?;
            if self.dead.insert(source) {
                self.newly_dead.push(source);
                replaced += self.rows_of(source)?.len() as u64;
            }
        }
        Ok(replaced)
    }

    /// The rows of a sheet that count if the sheet does, and what they are compared by.
    pub(super) fn rows_of(&self, source: u32) -> rusqlite::Result<Vec<(Seq, RowKey)>> {
        let Some((first, last)) = self.index.span(&self.transaction, source)? else { return Ok(Vec::new()) };
        let of = "SELECT seq, key, CASE WHEN instr(record, '\"task\"') > 0 THEN record END FROM row
                  WHERE seq BETWEEN ?2 AND ?3 AND source = ?1 ORDER BY seq";
        let mut statement = self.transaction.prepare_cached(of)?;
        let mut rows = statement.query(params![source, first, last])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let seq = row.get(0)?;
            let record = row.get::<_, Option<String>>(2)?.and_then(|text| serde_json::from_str(&text).ok());
            let key = match record {
                Some(record) => RowContent::of(&record).key,
                None => row.get(1)?,
            };
            if !self.completed.contains(&seq) {
                found.push((seq, key));
            }
        }
        Ok(found)
    }

    /// The next sheet of the file.
    pub fn sheet(&mut self, sheet: Option<&str>, kind: Kind, headings: &[String]) -> Result<Sheet, JournalError> {
        let none = Origin { file: String::new(), path: String::new(), hash: [0; 32] };
        let origin = self.origin.as_ref().unwrap_or(&none);
        let add = "INSERT INTO main.source (batch, file, path, hash, sheet, kind, headings) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let values = params![self.batch, origin.file, origin.path, &origin.hash[..], sheet, kind.id(), json(headings)];
        self.connection().execute(add, values).map_err(|error| self.error(error))?;
        let id = u32::try_from(self.connection().last_insert_rowid()).unwrap_or(u32::MAX);
        self.sheets.begin(sheet);
        self.begin_comparing(kind).map_err(|error| self.error(error))?;
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
        let kind = record.fact.kind();
        let RowContent { text, whole, key } = RowContent::of(record);
        self.sheets.row(key);
        if self.is_known(sheet, key).map_err(|error| self.error(error))? {
            self.again.meet(sheet.kind, key, line, None);
            return Ok(RowOutcome::Duplicate);
        }
        let add = || -> rusqlite::Result<i64> {
            let row =
                "INSERT INTO main.row (source, line, kind, key, at, phone, record) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            let at = record.at.map(|at| at.to_string());
            let phone = record.contact.as_ref().map(|contact| contact.phone.as_str());
            self.connection().prepare_cached(row)?.execute(params![
                sheet.id,
                line,
                kind.id(),
                whole,
                at,
                phone,
                text
            ])?;
            let seq = self.connection().last_insert_rowid();
            let warnings = (!warnings.is_empty()).then(|| json(warnings));
            let beside = "INSERT INTO main.cells (seq, cells, warnings) VALUES (?1, ?2, ?3)";
            self.connection().prepare_cached(beside)?.execute(params![seq, json(cells), warnings])?;
            Ok(seq)
        };
        let seq = add().map_err(|error| self.error(error))?.unsigned_abs();
        self.latest = sheet.id;
        let keys = (key, whole);
        self.index.add(&self.transaction, sheet.id, seq, keys, record).map_err(|error| self.error(error))?;
        self.again.meet(sheet.kind, key, line, Some(seq));
        Ok(RowOutcome::New(seq))
    }

    /// Whether the journal held more equal rows before the sheet's file than the file has had so far.
    fn is_known(&mut self, sheet: Sheet, key: RowKey) -> rusqlite::Result<bool> {
        let equal = self.index.equal(&self.transaction, &key, sheet.first)?;
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
        let add = "INSERT INTO main.stated (batch, kind, department, through) VALUES (?1, ?2, ?3, ?4)";
        let values = params![self.batch, kind.id(), department, through.to_string()];
        self.connection().execute(add, values).map(drop).map_err(|error| self.error(error))
    }

    /// Makes it so, for good and for everybody.
    pub fn commit(self) -> Result<(), JournalError> {
        let Import { transaction, file, batch, at, mut index, leaning, notes, .. } = self;
        let write = index.write(&transaction).and_then(|()| leaning.write(Some(batch), &transaction));
        let write = write.and_then(|()| notes.write(&transaction, at, Some(batch)));
        write.and_then(|()| transaction.commit()).map_err(|error| JournalError::of(error, &file))
    }

    pub(super) fn connection(&self) -> &Connection {
        &self.transaction
    }

    pub(super) fn path(&self) -> &Path {
        &self.file
    }

    pub(super) fn error(&self, error: rusqlite::Error) -> JournalError {
        JournalError::of(error, &self.file)
    }
}
