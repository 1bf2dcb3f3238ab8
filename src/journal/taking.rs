//! Taking a batch out, or one file of it, and bringing it back. It stays in the history; what it had replaced counts again.

use super::shared_sheets::{FileToReimport, again};
use super::time::stamp;
use super::time::time;
use super::{Journal, JournalError};
use crate::domain::{Books, Kind};
use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// What is meant: a batch (批次), or one file of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchOrFile {
    pub batch: u64,
    /// Its name; none: all of the batch.
    pub file: Option<String>,
}

/// Rows of a ledger that count no longer, and that count again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LedgerRowsMoved {
    pub ledger: Kind,
    pub out: u64,
    pub back: u64,
}

/// Rows that came in once more with another file while they were out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReimportedRows {
    pub batch: u64,
    pub file: String,
    pub rows: u64,
}

/// Something being taken out or brought back. Nobody else sees it before [`Taking::commit`]; dropped, it never was.
pub struct BatchChange<'j> {
    transaction: Transaction<'j>,
    file: PathBuf,
    /// The digest of the books before.
    pub before: String,
    /// What moved, by ledger.
    pub moved: Vec<LedgerRowsMoved>,
    /// Files that have to come in again.
    pub again: Vec<FileToReimport>,
    /// What would count twice.
    pub twice: Vec<ReimportedRows>,
}

impl Journal {
    /// Takes it out, once no other process writes.
    ///
    /// # Errors
    /// [`JournalError::NoBatch`], [`JournalError::NoFile`], [`JournalError::AlreadyReverted`], and what keeps the journal from
    /// being written.
    pub fn revert(&mut self, which: &BatchOrFile, at: NaiveDateTime) -> Result<BatchChange<'_>, JournalError> {
        self.take(which, at, true)
    }

    /// Brings it back. A batch out as a whole comes back as it was: files that had been taken out before it stay out, and come
    /// back when it is brought back once more.
    ///
    /// # Errors
    /// As [`Journal::revert`]; [`JournalError::NotReverted`] for what counts.
    pub fn restore(&mut self, which: &BatchOrFile, at: NaiveDateTime) -> Result<BatchChange<'_>, JournalError> {
        self.take(which, at, false)
    }

    fn take(&mut self, which: &BatchOrFile, at: NaiveDateTime, is_out: bool) -> Result<BatchChange<'_>, JournalError> {
        self.stand_today()?;
        let before = self.digest()?;
        let file = self.path().to_owned();
        let of = |error| JournalError::of(error, &file);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of)?;
        let last: Option<u64> = transaction.query_row("SELECT max(id) FROM batch", [], |row| row.get(0)).map_err(of)?;
        let Some(last) = last.filter(|last| (1..=*last).contains(&which.batch)) else {
            return Err(JournalError::NoBatch { batch: which.batch, last });
        };
        let known = BatchState::of(which.batch, &transaction).map_err(of)?;
        let words = known.words(which, is_out)?;
        let took = || -> rusqlite::Result<(Vec<LedgerRowsMoved>, Vec<FileToReimport>, Vec<ReimportedRows>)> {
            let live_before = live(&transaction)?;
            let mut add = transaction
                .prepare("INSERT INTO main.taken (batch, file, is_out, at, after) VALUES (?1, ?2, ?3, ?4, ?5)")?;
            for (file, is_out) in &words {
                add.execute(params![which.batch, file, is_out, stamp(at), last])?;
            }
            let live_after = live(&transaction)?;
            let gone: BTreeSet<u32> = live_before.difference(&live_after).copied().collect();
            let back: BTreeSet<u32> = live_after.difference(&live_before).copied().collect();
            let again = if is_out { again(&gone, &transaction)? } else { Vec::new() };
            let twice = if is_out { Vec::new() } else { twice(&back, known.out_since(which), &transaction)? };
            Ok((moved(&gone, &back, &transaction)?, again, twice))
        };
        let (moved, again, twice) = took().map_err(of)?;
        Ok(BatchChange { transaction, file, before, moved, again, twice })
    }
}

impl BatchChange<'_> {
    /// Everything that counts if this does.
    pub fn books(&self) -> Result<Books, JournalError> {
        super::read::books(&self.transaction, &self.file)
    }

    /// Rows that count no longer.
    pub fn out(&self) -> u64 {
        self.moved.iter().map(|moved| moved.out).sum()
    }

    /// Rows that count again.
    pub fn back(&self) -> u64 {
        self.moved.iter().map(|moved| moved.back).sum()
    }

    /// Makes it so, for good and for everybody.
    pub fn commit(self) -> Result<(), JournalError> {
        self.transaction.commit().map_err(|error| JournalError::of(error, &self.file))
    }
}

/// What is out of a batch.
struct BatchState {
    batch: u64,
    /// The names of its files, sorted.
    files: Vec<String>,
    /// When all of it was taken out, and after which batch.
    whole: Option<(String, u64)>,
    /// When single files of it were.
    single: BTreeMap<String, (String, u64)>,
}

impl BatchState {
    fn of(batch: u64, connection: &Connection) -> rusqlite::Result<BatchState> {
        let mut files = connection.prepare("SELECT DISTINCT file FROM main.source WHERE batch = ?1 ORDER BY file")?;
        let files = files.query_map([batch], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let whole = "SELECT at, after FROM out WHERE batch = ?1 AND file IS NULL";
        let whole = connection.query_row(whole, [batch], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let mut single = connection.prepare("SELECT file, at, after FROM out WHERE batch = ?1 AND file IS NOT NULL")?;
        let single = single.query_map([batch], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
        Ok(BatchState { batch, files, whole, single: single.collect::<rusqlite::Result<_>>()? })
    }

    /// What has to be said so that it is out, or back: of the batch (none) and of files of it.
    fn words<'w>(&'w self, which: &'w BatchOrFile, is_out: bool) -> Result<Vec<(Option<&'w str>, bool)>, JournalError> {
        let batch = self.batch;
        let file = which.file.as_deref();
        if let Some(name) = file.filter(|name| !self.files.iter().any(|file| file == name)) {
            return Err(JournalError::NoFile { batch, file: name.to_owned(), files: self.files.clone() });
        }
        let out = self.whole.as_ref().or_else(|| self.single.get(file?));
        match (is_out, out) {
            (true, Some((at, _))) => Err(JournalError::AlreadyReverted { batch, at: time(at) }),
            (true, None) => Ok(vec![(file, true)]),
            (false, None) if file.is_some() || self.single.is_empty() => {
                Err(JournalError::NotReverted { batch, file: which.file.clone() })
            }
            (false, None) => Ok(self.single.keys().map(|file| (Some(file.as_str()), false)).collect()),
            (false, Some(_)) => {
                let mut words = Vec::new();
                if self.whole.is_some() {
                    words.push((None, false));
                    // One file comes back of a batch that is out: the others are out on their own from now on.
                    let others = self.files.iter().filter(|other| file.is_some_and(|file| file != *other));
                    let others = others.filter(|other| !self.single.contains_key(*other));
                    words.extend(others.map(|other| (Some(other.as_str()), true)));
                }
                words.extend(file.filter(|file| self.single.contains_key(*file)).map(|file| (Some(file), false)));
                Ok(words)
            }
        }
    }

    /// The newest batch when what comes back was taken out; what came later did without it.
    fn out_since(&self, which: &BatchOrFile) -> u64 {
        let whole = self.whole.iter();
        let single = self.single.iter().filter(|(file, _)| which.file.as_ref().is_none_or(|which| which == *file));
        let since = whole.chain(single.map(|(_, since)| since)).map(|(_, after)| *after).min();
        since.unwrap_or(self.batch)
    }
}

/// The sheets that count.
fn live(connection: &Connection) -> rusqlite::Result<BTreeSet<u32>> {
    let mut live = connection.prepare("SELECT id FROM live_source")?;
    let live = live.query_map([], |row| row.get(0))?;
    live.collect()
}

fn moved(
    gone: &BTreeSet<u32>,
    back: &BTreeSet<u32>,
    connection: &Connection,
) -> rusqlite::Result<Vec<LedgerRowsMoved>> {
    let counts = "SELECT source.id, source.kind, count(row.seq) FROM source JOIN row ON row.source = source.id
                  GROUP BY source.id";
    let mut counts = connection.prepare(counts)?;
    let mut rows = counts.query([])?;
    let mut moved: BTreeMap<Kind, LedgerRowsMoved> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let source: u32 = row.get(0)?;
        let Some(ledger) = Kind::from_id(row.get_ref(1)?.as_str()?) else { continue };
        let count: u64 = row.get(2)?;
        let of = moved.entry(ledger).or_insert(LedgerRowsMoved { ledger, out: 0, back: 0 });
        of.out += if gone.contains(&source) { count } else { 0 };
        of.back += if back.contains(&source) { count } else { 0 };
    }
    Ok(moved.into_values().filter(|moved| moved.out + moved.back > 0).collect())
}

/// Rows equal to those that come back, in files that came in after these were taken out.
fn twice(back: &BTreeSet<u32>, since: u64, connection: &Connection) -> rusqlite::Result<Vec<ReimportedRows>> {
    let mut same = connection.prepare(
        "SELECT source.batch, source.file, count(DISTINCT other.seq)
         FROM known AS other JOIN live_source AS source ON source.id = other.source
         WHERE source.batch > ?1 AND other.key IN (SELECT key FROM known WHERE source IN (SELECT value FROM json_each(?2)))
           AND other.source NOT IN (SELECT value FROM json_each(?2))
         GROUP BY source.batch, source.file ORDER BY source.batch, source.file",
    )?;
    let back = serde_json::to_string(back).unwrap_or_default();
    let same = same.query_map(params![since, back], |row| {
        Ok(ReimportedRows { batch: row.get(0)?, file: row.get(1)?, rows: row.get(2)? })
    })?;
    same.collect()
}
