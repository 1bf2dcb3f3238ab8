//! Taking a batch out, or one file of it, and bringing it back. It stays in the history; what it had replaced counts again.

use super::counting::{Counting, OutOfBatch, TakenOut};
use super::import::key_of;
use super::key::RowKey;
use super::point::{JournalPoint, to_second};
use super::shared_sheets::{FileToReimport, again};
use super::store::{Remark, RowRange, Store, Taken, Transaction, Wait};
use super::{Journal, JournalError};
use crate::domain::{Books, Kind, Seq};
use chrono::NaiveDateTime;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

/// What is meant: a batch (批次), or one file of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchOrFile {
    /// Which batch.
    pub batch: u64,
    /// Its name; none: all of the batch.
    pub file: Option<String>,
}

/// Rows of a ledger that count no longer, and that count again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LedgerRowsMoved {
    /// The ledger.
    pub ledger: Kind,
    /// How many count no longer.
    pub out: u64,
    /// How many count again.
    pub back: u64,
}

/// Rows that came in once more with another file while they were out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReimportedRows {
    /// The batch they came in with once more.
    pub batch: u64,
    /// The file they stood in there.
    pub file: String,
    /// How many they are.
    pub rows: u64,
}

/// Something being taken out or brought back. Nobody else sees it before [`Taking::commit`]; dropped, it never was.
pub struct BatchChange<'j> {
    transaction: Transaction<'j>,
    /// What counts if this does.
    after: Counting,
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
        self.stand_today();
        let before = self.digest()?;
        let transaction = Transaction::writing(self.store(), Wait::Patiently)?;
        let counting = Counting::at(JournalPoint::TODAY, transaction.store())?;
        let last = counting.last_batch();
        let Some(last) = last.filter(|last| (1..=*last).contains(&which.batch)) else {
            return Err(JournalError::NoBatch { batch: which.batch, last });
        };
        let known = TakenParts::of(which.batch, &counting);
        for (file, is_out) in known.words(which, is_out)? {
            let file = file.map(str::to_owned);
            let word = Taken { batch: which.batch, file, is_out, at: to_second(at), after: last };
            transaction.remark(&Remark::Taken(word))?;
        }
        let after = Counting::at(JournalPoint::TODAY, transaction.store())?;
        let gone: BTreeSet<u32> = counting.live().difference(after.live()).copied().collect();
        let back: BTreeSet<u32> = after.live().difference(counting.live()).copied().collect();
        let store = transaction.store();
        let again = if is_out { again(&gone, &after, store)? } else { Vec::new() };
        let twice = if is_out { Vec::new() } else { twice(&back, known.out_since(which), &after, store)? };
        let moved = moved(&gone, &back, &after, store)?;
        Ok(BatchChange { transaction, after, before, moved, again, twice })
    }
}

impl BatchChange<'_> {
    /// Everything that counts if this does.
    pub fn books(&self) -> Result<Books, JournalError> {
        super::read::books(&self.after, self.transaction.store())
    }

    /// The rows that count no longer, by ledger.
    pub fn out(&self) -> u64 {
        self.moved.iter().map(|moved| moved.out).sum()
    }

    /// The rows that count again, by ledger.
    pub fn back(&self) -> u64 {
        self.moved.iter().map(|moved| moved.back).sum()
    }

    /// Makes it so, for good and for everybody.
    pub fn commit(self) -> Result<(), JournalError> {
        self.transaction.commit()
    }
}

/// What is out of a batch.
struct TakenParts {
    batch: u64,
    /// The names of its files, sorted.
    files: Vec<String>,
    /// When all of it was taken out, and after which batch.
    whole: Option<TakenOut>,
    /// When single files of it were.
    single: BTreeMap<String, TakenOut>,
}

impl TakenParts {
    fn of(batch: u64, counting: &Counting) -> TakenParts {
        let own = counting.sheets.iter().filter(|sheet| sheet.batch == batch);
        let files: BTreeSet<&str> = own.map(|sheet| sheet.origin.file.as_str()).collect();
        let OutOfBatch { whole, files: single } = counting.out_of(batch);
        TakenParts { batch, files: files.into_iter().map(str::to_owned).collect(), whole, single }
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
            (true, Some((at, _))) => Err(JournalError::AlreadyReverted { batch, at: *at }),
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

fn moved(
    gone: &BTreeSet<u32>,
    back: &BTreeSet<u32>,
    counting: &Counting,
    store: &dyn Store,
) -> Result<Vec<LedgerRowsMoved>, JournalError> {
    let rows = store.rows_by_sheet()?;
    let mut moved: BTreeMap<Kind, LedgerRowsMoved> = BTreeMap::new();
    for sheet in &counting.sheets {
        let (ledger, count) = (sheet.kind, rows.get(&sheet.id).copied().unwrap_or(0));
        let of = moved.entry(ledger).or_insert(LedgerRowsMoved { ledger, out: 0, back: 0 });
        of.out += if gone.contains(&sheet.id) { count } else { 0 };
        of.back += if back.contains(&sheet.id) { count } else { 0 };
    }
    Ok(moved.into_values().filter(|moved| moved.out + moved.back > 0).collect())
}

/// Rows equal to those that come back, in files that came in after these were taken out.
fn twice(
    back: &BTreeSet<u32>,
    since: u64,
    counting: &Counting,
    store: &dyn Store,
) -> Result<Vec<ReimportedRows>, JournalError> {
    let later = counting.sheets.iter().filter(|sheet| sheet.batch > since && counting.is_live(sheet.id));
    let later: BTreeMap<u32, (u64, &str)> = later
        .filter(|sheet| !back.contains(&sheet.id))
        .map(|sheet| (sheet.id, (sheet.batch, sheet.origin.file.as_str())))
        .collect();
    let mut same: BTreeMap<(u64, &str), BTreeSet<Seq>> = BTreeMap::new();
    for key in if later.is_empty() { BTreeSet::new() } else { keys(back, store)? } {
        for (sheet, seq) in store.known(&key, u32::MAX)? {
            if let Some(file) = later.get(&sheet) {
                same.entry(*file).or_default().insert(seq);
            }
        }
    }
    let rows = |((batch, file), rows): ((u64, &str), BTreeSet<Seq>)| ReimportedRows {
        batch,
        file: file.to_owned(),
        rows: rows.len() as u64,
    };
    Ok(same.into_iter().map(rows).collect())
}

/// What the rows of those sheets are compared by.
fn keys(sheets: &BTreeSet<u32>, store: &dyn Store) -> Result<BTreeSet<RowKey>, JournalError> {
    let mut keys = BTreeSet::new();
    for sheet in sheets {
        let Some((first, last)) = store.span(*sheet)? else { continue };
        store.rows(RowRange::Between(first, last), &mut |row| {
            if row.sheet == *sheet {
                keys.insert(key_of(row));
            }
            Ok(ControlFlow::Continue(()))
        })?;
    }
    Ok(keys)
}
