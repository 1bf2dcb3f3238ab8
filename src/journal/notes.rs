//! What is kept beside the rows: what was refused and is not settled yet, what is held, what somebody has dealt with, and the
//! numbers of tasks that were given out.

use super::history::time;
use super::import::stamp;
use super::{Import, Journal, JournalError, name};
use crate::domain::{Kind, Phone, Seq};
use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

/// A file that is held: nothing of it was taken in until somebody says what becomes of the rows of before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub path: String,
    /// The digest of its bytes.
    pub hash: [u8; 32],
    /// When it was held first.
    pub at: NaiveDateTime,
    /// Rows of before that stand in it, that do not, and of these those with a twin in it.
    pub there: u64,
    pub gone: u64,
    pub twins: u64,
}

/// A row that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// None before it is noted.
    pub id: Option<u64>,
    /// The file it stood in first, and the sheet and row there.
    pub file: String,
    pub sheet: Option<String>,
    pub kind: Kind,
    pub line: u32,
    /// The cells as they were.
    pub cells: Vec<String>,
    /// Why, in words.
    pub reasons: Vec<String>,
    /// The file it was written to; none: it was only counted.
    pub written: Option<String>,
}

/// A task that was put on a list (回访单号), and whose it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    pub task: String,
    pub phone: Phone,
    pub customer: Option<String>,
    /// Every number of the household when it was given out first.
    pub members: Vec<Phone>,
}

/// What an import writes beside its rows.
#[derive(Default)]
pub(super) struct Notes {
    held: Vec<Held>,
    /// Paths and contents of files that are held no longer.
    released: Vec<(String, [u8; 32])>,
    rejected: Vec<Rejected>,
    settled: Vec<u64>,
}

impl Notes {
    pub fn is_empty(&self) -> bool {
        self.held.is_empty() && self.released.is_empty() && self.rejected.is_empty() && self.settled.is_empty()
    }

    /// Writes them; what a batch has brought is known with it, and goes with it.
    pub fn write(&self, connection: &Connection, at: NaiveDateTime, batch: Option<u64>) -> rusqlite::Result<()> {
        let (at, after) = (stamp(at), after(connection, batch)?);
        for (path, hash) in &self.released {
            connection.execute("DELETE FROM main.held WHERE path = ?1 OR hash = ?2", params![path, &hash[..]])?;
        }
        for held in &self.held {
            let put = "INSERT INTO main.held (path, hash, at, there, gone, twins) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                       ON CONFLICT DO UPDATE SET hash = excluded.hash, there = excluded.there, gone = excluded.gone,
                       twins = excluded.twins, at = CASE WHEN hash = excluded.hash THEN at ELSE excluded.at END";
            let values = params![held.path, &held.hash[..], stamp(held.at), held.there, held.gone, held.twins];
            connection.execute(put, values)?;
        }
        let add = "INSERT INTO main.rejected (at, after, file, sheet, kind, line, cells, reasons, written)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let mut add = connection.prepare(add)?;
        for row in &self.rejected {
            let (cells, reasons) = (super::content::json(&row.cells), super::content::json(&row.reasons));
            let kind = row.kind.id();
            add.execute(params![at, after, row.file, row.sheet, kind, row.line, cells, reasons, row.written])?;
        }
        let mut settle =
            connection.prepare("INSERT INTO main.settled (rejected, at, after, batch) VALUES (?1, ?2, ?3, ?4)")?;
        for id in &self.settled {
            settle.execute(params![id, at, after, batch])?;
        }
        Ok(())
    }
}

/// The newest batch at that time; what comes with a batch comes after the one before it.
fn after(connection: &Connection, batch: Option<u64>) -> rusqlite::Result<u64> {
    match batch {
        Some(batch) => Ok(batch.saturating_sub(1)),
        None => connection.query_row("SELECT coalesce(max(id), 0) FROM main.batch", [], |row| row.get(0)),
    }
}

impl Import<'_> {
    /// Notes that the file is held.
    pub fn hold(&mut self, held: Held) {
        self.notes.held.push(held);
    }

    /// Notes that a file of that path or content is held no longer.
    pub fn release(&mut self, path: &str, hash: [u8; 32]) -> Result<(), JournalError> {
        let find = "SELECT 1 FROM main.held WHERE path = ?1 OR hash = ?2";
        let found = self.connection().query_row(find, params![path, &hash[..]], |_| Ok(())).optional();
        if found.map_err(|error| self.error(error))?.is_some() {
            self.notes.released.push((path.to_owned(), hash));
        }
        Ok(())
    }

    /// Notes a row that was refused.
    pub fn reject(&mut self, row: Rejected) {
        self.notes.rejected.push(row);
    }

    /// Notes that a row refused before has come in.
    pub fn settle(&mut self, id: u64) {
        self.notes.settled.push(id);
    }

    /// The rows of files of that name and its copies that were refused and are not settled.
    pub fn outstanding(&self, file: &str) -> Result<Vec<Rejected>, JournalError> {
        let plain = name::plain(file);
        let all = outstanding(self.connection()).map_err(|error| self.error(error))?;
        Ok(all.into_iter().filter(|row| name::plain(&row.file) == plain).collect())
    }

    /// The files that outstanding rows were written to.
    pub fn awaited(&self) -> Result<BTreeSet<String>, JournalError> {
        let all = outstanding(self.connection()).map_err(|error| self.error(error))?;
        Ok(all.into_iter().filter_map(|row| row.written).collect())
    }

    /// The task given out under that number.
    pub fn given(&self, task: &str) -> Result<Option<Given>, JournalError> {
        given(self.connection(), task).map_err(|error| self.error(error))
    }
}

impl Journal {
    /// The files that are held, as long as they lie where they lay, by path.
    pub fn held(&self) -> Result<Vec<Held>, JournalError> {
        let read = || -> rusqlite::Result<Vec<Held>> {
            let all = "SELECT path, hash, at, there, gone, twins FROM main.held ORDER BY path";
            let mut statement = self.connection.prepare(all)?;
            let rows = statement.query_map([], |row| {
                Ok(Held {
                    path: row.get(0)?,
                    hash: row.get(1)?,
                    at: time(&row.get::<_, String>(2)?),
                    there: row.get(3)?,
                    gone: row.get(4)?,
                    twins: row.get(5)?,
                })
            })?;
            rows.collect()
        };
        let all = read().map_err(|error| self.error(error))?;
        Ok(all.into_iter().filter(|held| PathBuf::from(&held.path).exists()).collect())
    }

    /// The rows that were refused and are not settled, by file, sheet and row.
    pub fn outstanding(&self) -> Result<Vec<Rejected>, JournalError> {
        outstanding(&self.connection).map_err(|error| self.error(error))
    }

    /// What was odd about rows that count, in the words they were taken in with: their places in the journal and the words.
    pub fn warnings(&self) -> Result<Vec<(Seq, Vec<String>)>, JournalError> {
        let read = || -> rusqlite::Result<Vec<(Seq, Vec<String>)>> {
            let all = "SELECT row.seq, cells.warnings FROM cells JOIN row ON row.seq = cells.seq
                       WHERE cells.warnings IS NOT NULL AND row.source IN (SELECT id FROM live_source)
                       AND row.seq NOT IN (SELECT seq FROM completed_row) ORDER BY row.seq";
            let mut statement = self.connection.prepare(all)?;
            let rows = statement.query_map([], |row| {
                let said: String = row.get(1)?;
                Ok((row.get(0)?, serde_json::from_str(&said).unwrap_or_default()))
            })?;
            rows.collect()
        };
        read().map_err(|error| self.error(error))
    }

    /// What `check` listed and somebody has dealt with: who, and when.
    pub fn seen(&self) -> Result<Vec<(String, String, NaiveDateTime)>, JournalError> {
        let read = || -> rusqlite::Result<Vec<(String, String, NaiveDateTime)>> {
            let mut statement = self.connection.prepare("SELECT item, by, at FROM seen ORDER BY at, item")?;
            let rows =
                statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, time(&row.get::<_, String>(2)?))))?;
            rows.collect()
        };
        read().map_err(|error| self.error(error))
    }

    /// Records that somebody has dealt with these, and with these refused rows.
    pub fn see(&mut self, items: &[String], rejected: &[u64], by: &str, at: NaiveDateTime) -> Result<(), JournalError> {
        let file = self.path().to_owned();
        let of = |error| JournalError::of(error, &file);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of)?;
        let write = || -> rusqlite::Result<()> {
            let (at, after) = (stamp(at), after(&transaction, None)?);
            for item in items {
                let add = "INSERT INTO main.seen (item, at, after, by) VALUES (?1, ?2, ?3, ?4)";
                transaction.execute(add, params![item, at, after, by])?;
            }
            for id in rejected {
                let add = "INSERT INTO main.settled (rejected, at, after, by) VALUES (?1, ?2, ?3, ?4)";
                transaction.execute(add, params![id, at, after, by])?;
            }
            Ok(())
        };
        write().map_err(of)?;
        transaction.commit().map_err(of)
    }

    /// Keeps the numbers of tasks that were put on a list, unless the journal cannot be written at once: nobody who only
    /// wants to read shall wait for that, or be refused.
    pub fn give_out_if_free(&mut self, tasks: &[Given], at: NaiveDateTime) {
        let give = || -> rusqlite::Result<()> {
            let unknown: Vec<&Given> = {
                let mut find = self.connection.prepare("SELECT 1 FROM main.given WHERE task = ?1")?;
                let is_new = |task: &&Given| find.exists([&task.task]).is_ok_and(|known| !known);
                tasks.iter().filter(is_new).collect()
            };
            if unknown.is_empty() {
                return Ok(());
            }
            self.connection.busy_timeout(Duration::ZERO)?;
            let transaction = self.connection.unchecked_transaction()?;
            for given in unknown {
                let add =
                    "INSERT OR IGNORE INTO main.given (task, at, phone, customer, members) VALUES (?1, ?2, ?3, ?4, ?5)";
                let members = super::content::json(&given.members);
                let values = params![given.task, stamp(at), given.phone.as_str(), given.customer, members];
                transaction.prepare_cached(add)?.execute(values)?;
            }
            transaction.commit()
        };
        // Read-only media have lists all the same.
        let _ = give();
    }

    /// The task given out under that number.
    pub fn given(&self, task: &str) -> Result<Option<Given>, JournalError> {
        given(&self.connection, task).map_err(|error| self.error(error))
    }
}

fn given(connection: &Connection, task: &str) -> rusqlite::Result<Option<Given>> {
    let find = "SELECT task, phone, customer, members FROM main.given WHERE task = ?1";
    let mut statement = connection.prepare_cached(find)?;
    let given = statement.query_row([task], |row| {
        Ok(Given {
            task: row.get(0)?,
            phone: Phone::normalised(&row.get::<_, String>(1)?),
            customer: row.get(2)?,
            members: serde_json::from_str(&row.get::<_, String>(3)?).unwrap_or_default(),
        })
    });
    given.optional()
}

fn outstanding(connection: &Connection) -> rusqlite::Result<Vec<Rejected>> {
    let all = "SELECT id, file, sheet, kind, line, cells, reasons, written FROM outstanding
               ORDER BY file, sheet, line, id";
    let mut statement = connection.prepare(all)?;
    let rows = statement.query_map([], |row| {
        let list = |at| row.get::<_, String>(at).map(|text| serde_json::from_str(&text).unwrap_or_default());
        Ok(Rejected {
            id: Some(row.get(0)?),
            file: row.get(1)?,
            sheet: row.get(2)?,
            kind: Kind::from_id(row.get_ref(3)?.as_str()?).ok_or(rusqlite::Error::InvalidQuery)?,
            line: row.get(4)?,
            cells: list(5)?,
            reasons: list(6)?,
            written: row.get(7)?,
        })
    })?;
    rows.collect()
}

/// Adds what is noted beside the rows to their digest; where nothing is, the digest is that of the rows alone.
pub(super) fn digest(connection: &Connection, hasher: &mut blake3::Hasher) -> rusqlite::Result<()> {
    let all = "SELECT DISTINCT 'seen ' || item FROM seen
               UNION ALL SELECT 'completed ' || hex(row.key) FROM completed_row JOIN row ON row.seq = completed_row.seq
               UNION ALL SELECT 'rejected ' || file || ' ' || line || ' ' || cells FROM outstanding ORDER BY 1";
    let mut statement = connection.prepare(all)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        hasher.update(row.get_ref(0)?.as_str()?.as_bytes()).update(b"\n");
    }
    Ok(())
}
