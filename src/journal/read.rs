//! The books as the journal gives them.

use super::counting::Counting;
use super::digest::digest;
use super::store::{RowRange, Store, StoredRow, Transaction};
use super::{Import, Journal, JournalError, name};
use crate::domain::{Books, Entry, Fact, Kind, Record, Seq, Source, SourceId, StaffRow};
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::thread;

/// The books at the point the journal stands at.
#[derive(Debug, Clone)]
pub struct KnownBooks {
    /// The rows that count.
    pub books: Books,
    /// The digest of the journal's rows, as [`Journal::digest`].
    pub digest: String,
    /// The newest batch known.
    pub batch: Option<u64>,
}

impl Journal {
    /// The rows that count now, in journal order.
    pub fn books(&self) -> Result<Books, JournalError> {
        Ok(self.known()?.books)
    }

    /// Everything that counts, and what a report says of it in its stamp.
    pub fn known(&self) -> Result<KnownBooks, JournalError> {
        // One transaction, so that all of it is of one moment.
        let moment = Transaction::reading(self.store())?;
        let counting = self.counting()?;
        let books = books(&counting, moment.store())?;
        Ok(KnownBooks { books, digest: digest(&counting, moment.store())?, batch: counting.last_batch() })
    }

    /// The roster's rows that count, in journal order.
    pub fn roster(&self) -> Result<Vec<StaffRow>, JournalError> {
        let counting = self.counting()?;
        roster(self.store(), |sheet| counting.is_live(sheet))
    }

    /// A digest of the rows that count, sheet by sheet, and of what is noted beside them: equal sheets in the same order have
    /// equal digests.
    pub fn digest(&self) -> Result<String, JournalError> {
        digest(&self.counting()?, self.store())
    }
}

impl Import<'_> {
    /// Everything that counts if this import does.
    pub fn books(&self) -> Result<Books, JournalError> {
        books(&self.counting()?, self.store())
    }

    /// The roster's rows so far, in journal order, without those from files of these names and their copies.
    pub fn roster(&self, without: &[String]) -> Result<Vec<StaffRow>, JournalError> {
        let without: Vec<String> = without.iter().map(|file| name::plain(file)).collect();
        let is_left_out = |file: &str| without.contains(&name::plain(file));
        let left_out = self.stored_sheets().iter().filter(|sheet| is_left_out(&sheet.origin.file));
        let left_out: HashSet<u32> = left_out.map(|sheet| sheet.id).collect();
        roster(self.store(), |sheet| self.is_live(sheet) && !left_out.contains(&sheet))
    }
}

/// Everything that counts.
pub(super) fn books(counting: &Counting, store: &dyn Store) -> Result<Books, JournalError> {
    let (sources, places) = sources(counting);
    Ok(Books { entries: entries(store, &places, &counting.completed())?, sources, stated: counting.stated() })
}

/// So many rows are handed over at once from the thread that reads to the one that makes records of them.
const HANDED_OVER: usize = 1024;

/// The rows of those sheets, in journal order.
fn entries(
    store: &dyn Store,
    places: &HashMap<u32, SourceId>,
    completed: &HashSet<Seq>,
) -> Result<Vec<Entry>, JournalError> {
    let (to, from) = sync_channel::<Vec<UnreadRow>>(4);
    let file = store.place().to_owned();
    thread::scope(|scope| {
        let made = scope.spawn(move || {
            let mut entries = Vec::new();
            for rows in from {
                for row in rows {
                    entries.push(row.entry(&file)?);
                }
            }
            Ok(entries)
        });
        let mut read = Vec::with_capacity(HANDED_OVER);
        store.rows(RowRange::All, &mut |row| {
            let Some(source) = places.get(&row.sheet).copied() else { return Ok(ControlFlow::Continue(())) };
            if completed.contains(&row.seq) {
                return Ok(ControlFlow::Continue(()));
            }
            read.push(UnreadRow::of(row, source));
            // Nobody takes them any more where a record did not read, and that is told below.
            if read.len() == HANDED_OVER
                && to.send(std::mem::replace(&mut read, Vec::with_capacity(HANDED_OVER))).is_err()
            {
                return Ok(ControlFlow::Break(()));
            }
            Ok(ControlFlow::Continue(()))
        })?;
        let _ = to.send(read);
        drop(to);
        made.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// A row as it is kept, its record not yet made sense of.
pub(super) struct UnreadRow {
    seq: Seq,
    source: SourceId,
    line: u32,
    record: String,
}

impl UnreadRow {
    /// Of a row of that sheet.
    pub fn of(row: StoredRow<'_>, source: SourceId) -> UnreadRow {
        UnreadRow { seq: row.seq, source, line: row.line, record: row.text.to_owned() }
    }

    /// The row as an entry of the books.
    pub fn entry(self, file: &Path) -> Result<Entry, JournalError> {
        let record = serde_json::from_str(&self.record).map_err(|_| JournalError::unreadable(file))?;
        Ok(Entry { seq: self.seq, source: self.source, line: self.line, record })
    }
}

/// The sheets that count, and the place of each by its number in the journal.
pub(super) fn sources(counting: &Counting) -> (Vec<Source>, HashMap<u32, SourceId>) {
    let (mut sources, mut places) = (Vec::new(), HashMap::new());
    for sheet in counting.sheets.iter().filter(|sheet| counting.is_live(sheet.id)) {
        places.insert(sheet.id, SourceId::try_from(sources.len()).unwrap_or(SourceId::MAX));
        sources.push(Source { batch: sheet.batch, file: sheet.origin.file.clone(), sheet: sheet.sheet.clone() });
    }
    (sources, places)
}

/// The roster's rows on sheets that count.
fn roster(store: &dyn Store, counts: impl Fn(u32) -> bool) -> Result<Vec<StaffRow>, JournalError> {
    let mut roster = Vec::new();
    store.rows(RowRange::Kind(Kind::Staff), &mut |row| {
        if counts(row.sheet) {
            let record: Record = serde_json::from_str(row.text).map_err(|_| JournalError::unreadable(store.place()))?;
            if let Fact::Staff(row) = record.fact {
                roster.push(row);
            }
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(roster)
}
