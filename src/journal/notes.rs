//! What is kept beside the rows: the files that are held, what was refused, and what was odd about rows that were taken.

use super::rejected::RejectionLog;
use super::time::{stamp, time};
use super::{Journal, JournalError};
use crate::domain::{Arg, Seq};
use chrono::NaiveDateTime;
use rusqlite::{Connection, params};
use std::path::PathBuf;

/// A file that is held: nothing of it was taken in until somebody says what becomes of the rows of before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldFile {
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

/// What an import writes beside its rows.
#[derive(Default)]
pub(super) struct ImportNotes {
    pub held: Vec<HeldFile>,
    /// Paths and contents of files that are held no longer.
    pub released: Vec<(String, [u8; 32])>,
    pub refusals: RejectionLog,
}

impl ImportNotes {
    pub fn is_empty(&self) -> bool {
        self.held.is_empty() && self.released.is_empty() && self.refusals.is_empty()
    }

    /// Writes them.
    pub fn write(&self, connection: &Connection, at: NaiveDateTime, batch: Option<u64>) -> rusqlite::Result<()> {
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
        self.refusals.write(connection, at, batch)
    }
}

impl Journal {
    /// The files that are held, as long as they lie where they lay, by path.
    pub fn held(&self) -> Result<Vec<HeldFile>, JournalError> {
        let read = || -> rusqlite::Result<Vec<HeldFile>> {
            let all = "SELECT path, hash, at, there, gone, twins FROM main.held ORDER BY path";
            let mut statement = self.connection.prepare(all)?;
            let rows = statement.query_map([], |row| {
                Ok(HeldFile {
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

    /// What was odd about rows that count: their places in the journal and what was said; what an earlier version kept is text
    /// in the words of whoever imported.
    pub fn warnings(&self) -> Result<Vec<(Seq, Vec<Arg>)>, JournalError> {
        let read = || -> rusqlite::Result<Vec<(Seq, Vec<Arg>)>> {
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
