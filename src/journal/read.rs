//! The books as the journal gives them.

use super::live::completed;
use super::{Import, Journal, JournalError, name, notes};
use crate::domain::{Books, Entry, Fact, Kind, Record, Seq, Source, SourceId, StaffRow, StatedCoverage};
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::thread;

/// The books at the point the journal stands at.
#[derive(Debug, Clone)]
pub struct KnownBooks {
    pub books: Books,
    /// The digest of the journal's rows, as [`Journal::digest`].
    pub digest: String,
    /// The newest batch known.
    pub batch: Option<u64>,
}

impl Journal {
    /// Everything that counts.
    pub fn books(&self) -> Result<Books, JournalError> {
        Ok(self.known()?.books)
    }

    /// Everything that counts, and what a report says of it in its stamp.
    pub fn known(&self) -> Result<KnownBooks, JournalError> {
        // One transaction, so that all of it is of one moment.
        let moment = self.connection.unchecked_transaction().map_err(|error| self.error(error))?;
        let books = books(&moment, self.path())?;
        Ok(KnownBooks { books, digest: self.digest()?, batch: self.last_batch()? })
    }

    /// The roster's rows that count, in journal order.
    pub fn roster(&self) -> Result<Vec<StaffRow>, JournalError> {
        roster(&self.connection, &[]).map_err(|trouble| trouble.at(self.path()))
    }

    /// A digest of the rows that count, sheet by sheet, and of what is noted beside them: equal sheets in the same order have
    /// equal digests.
    pub fn digest(&self) -> Result<String, JournalError> {
        let digest = || -> rusqlite::Result<String> {
            let sheets = "SELECT digest FROM sheet_digest WHERE source IN (SELECT id FROM live_source) ORDER BY source";
            let mut sheets = self.connection.prepare(sheets)?;
            let mut rows = sheets.query([])?;
            let mut hasher = blake3::Hasher::new();
            while let Some(row) = rows.next()? {
                hasher.update(row.get_ref(0)?.as_blob()?);
            }
            notes::digest(&self.connection, &mut hasher)?;
            // Half of it is enough to tell books apart, and short enough to stand on paper.
            Ok(hasher.finalize().to_hex()[..16].to_owned())
        };
        digest().map_err(|error| self.error(error))
    }

    pub(super) fn path(&self) -> &Path {
        &self.file
    }
}

impl Import<'_> {
    /// Everything that counts if this import does.
    pub fn books(&self) -> Result<Books, JournalError> {
        books(self.connection(), self.path())
    }

    /// The roster's rows so far, in journal order, without those from files of these names and their copies.
    pub fn roster(&self, without: &[String]) -> Result<Vec<StaffRow>, JournalError> {
        roster(self.connection(), without).map_err(|trouble| trouble.at(self.path()))
    }
}

/// Why rows could not be had: SQLite's reasons, or a record that does not read.
pub(super) enum ReadTrouble {
    Sql(rusqlite::Error),
    Unreadable,
}

impl From<rusqlite::Error> for ReadTrouble {
    fn from(error: rusqlite::Error) -> Self {
        ReadTrouble::Sql(error)
    }
}

impl ReadTrouble {
    pub(super) fn at(self, file: &Path) -> JournalError {
        match self {
            ReadTrouble::Sql(error) => JournalError::of(error, file),
            ReadTrouble::Unreadable => JournalError::unreadable(file),
        }
    }
}

pub(super) fn books(connection: &Connection, file: &Path) -> Result<Books, JournalError> {
    let read = || -> Result<Books, ReadTrouble> {
        let (sources, places) = sources(connection)?;
        Ok(Books {
            entries: entries(connection, &places, &completed(connection)?)?,
            sources,
            stated: stated(connection)?,
        })
    };
    read().map_err(|trouble| trouble.at(file))
}

/// So many rows are handed over at once from the thread that reads to the one that makes records of them.
const HANDED_OVER: usize = 1024;

/// The rows of those sheets, in journal order.
fn entries(
    connection: &Connection,
    places: &HashMap<u32, SourceId>,
    completed: &HashSet<Seq>,
) -> Result<Vec<Entry>, ReadTrouble> {
    let (to, from) = sync_channel::<Vec<StoredRow>>(4);
    thread::scope(|scope| {
        let made = scope.spawn(move || {
            let mut entries = Vec::new();
            for rows in from {
                for row in rows {
                    entries.push(row.entry()?);
                }
            }
            Ok(entries)
        });
        let mut rows = connection.prepare("SELECT seq, source, line, record FROM row ORDER BY seq")?;
        let mut rows = rows.query([])?;
        let mut read = Vec::with_capacity(HANDED_OVER);
        while let Some(row) = rows.next()? {
            let Some(source) = places.get(&row.get(1)?).copied() else { continue };
            let row = StoredRow::of(row, source)?;
            if completed.contains(&row.seq) {
                continue;
            }
            read.push(row);
            // Nobody takes them any more where a record did not read, and that is told below.
            if read.len() == HANDED_OVER
                && to.send(std::mem::replace(&mut read, Vec::with_capacity(HANDED_OVER))).is_err()
            {
                break;
            }
        }
        let _ = to.send(read);
        drop(to);
        made.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// A row as it is read, its record not yet made sense of.
pub(super) struct StoredRow {
    seq: Seq,
    source: SourceId,
    line: u32,
    record: String,
}

impl StoredRow {
    /// A row of `seq, source, line, record`.
    pub fn of(row: &rusqlite::Row, source: SourceId) -> rusqlite::Result<StoredRow> {
        Ok(StoredRow { seq: row.get(0)?, source, line: row.get(2)?, record: row.get(3)? })
    }

    /// What it says.
    pub fn entry(self) -> Result<Entry, ReadTrouble> {
        let record = serde_json::from_str(&self.record).map_err(|_| ReadTrouble::Unreadable)?;
        Ok(Entry { seq: self.seq, source: self.source, line: self.line, record })
    }
}

/// The sheets that count, and the place of each by its number in the journal.
pub(super) fn sources(connection: &Connection) -> rusqlite::Result<(Vec<Source>, HashMap<u32, SourceId>)> {
    let mut statement = connection.prepare("SELECT id, batch, file, sheet FROM live_source ORDER BY id")?;
    let mut rows = statement.query([])?;
    let (mut sources, mut places) = (Vec::new(), HashMap::new());
    while let Some(row) = rows.next()? {
        places.insert(row.get(0)?, SourceId::try_from(sources.len()).unwrap_or(SourceId::MAX));
        sources.push(Source { batch: row.get(1)?, file: row.get(2)?, sheet: row.get(3)? });
    }
    Ok((sources, places))
}

pub(super) fn stated(connection: &Connection) -> Result<Vec<StatedCoverage>, ReadTrouble> {
    let all = "SELECT kind, department, through FROM live_stated ORDER BY id";
    let mut statement = connection.prepare(all)?;
    let mut rows = statement.query([])?;
    let mut stated = Vec::new();
    while let Some(row) = rows.next()? {
        let kind = Kind::from_id(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?);
        let through = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?.parse();
        let (Some(kind), Ok(through)) = (kind, through) else { return Err(ReadTrouble::Unreadable) };
        stated.push(StatedCoverage { kind, department: row.get(1)?, through });
    }
    Ok(stated)
}

fn roster(connection: &Connection, without: &[String]) -> Result<Vec<StaffRow>, ReadTrouble> {
    let all = "SELECT live_source.file, row.record FROM row JOIN live_source ON live_source.id = row.source
               WHERE row.kind = 'staff' ORDER BY row.seq";
    let mut statement = connection.prepare(all)?;
    let mut rows = statement.query([])?;
    let without: Vec<String> = without.iter().map(|file| name::plain(file)).collect();
    let mut roster = Vec::new();
    while let Some(row) = rows.next()? {
        let file: String = row.get(0)?;
        let record = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        let record: Record = serde_json::from_str(record).map_err(|_| ReadTrouble::Unreadable)?;
        if let Fact::Staff(row) = record.fact
            && !without.contains(&name::plain(&file))
        {
            roster.push(row);
        }
    }
    Ok(roster)
}
