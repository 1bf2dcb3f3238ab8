//! The batches there were, and taking one out.

use super::import::stamp;
use super::{Journal, JournalError};
use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, TransactionBehavior, params};
use std::path::PathBuf;

/// An import of before (批次).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    pub id: u64,
    pub at: NaiveDateTime,
    /// What was asked for.
    pub command: String,
    /// The names of its files, sorted.
    pub files: Vec<String>,
    /// The rows it added.
    pub added: u64,
    /// Those of them that count today.
    pub live: u64,
    /// When it was taken out.
    pub reverted: Option<NaiveDateTime>,
}

/// What a batch's going changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reverted {
    /// Rows that count no longer.
    pub out: u64,
    /// Rows it had replaced, which count again.
    pub back: u64,
}

const TIME: &str = "%Y-%m-%d %H:%M:%S";
const LIVE_ROWS: &str = "SELECT count(*) FROM row WHERE source IN (SELECT id FROM live_source)";

impl Journal {
    /// Every batch, the oldest first.
    pub fn batches(&self) -> Result<Vec<Batch>, JournalError> {
        let all = "SELECT batch.id, batch.at, batch.command, reverted.at,
                   (SELECT json_group_array(DISTINCT file ORDER BY file) FROM source WHERE batch = batch.id),
                   coalesce(rows.added, 0), coalesce(rows.live, 0)
            FROM batch LEFT JOIN reverted ON reverted.batch = batch.id
            LEFT JOIN (
                SELECT source.batch, count(*) AS added, sum(source.id IN (SELECT id FROM live_source)) AS live
                FROM row JOIN source ON source.id = row.source GROUP BY source.batch
            ) AS rows ON rows.batch = batch.id
            ORDER BY batch.id";
        let read = || -> rusqlite::Result<Vec<Batch>> {
            let mut statement = self.connection.prepare(all)?;
            let batches = statement.query_map([], |row| {
                let reverted: Option<String> = row.get(3)?;
                Ok(Batch {
                    id: row.get(0)?,
                    at: time(&row.get::<_, String>(1)?),
                    command: row.get(2)?,
                    files: serde_json::from_str(&row.get::<_, String>(4)?).unwrap_or_default(),
                    added: row.get(5)?,
                    live: row.get(6)?,
                    reverted: reverted.map(|at| time(&at)),
                })
            })?;
            batches.collect()
        };
        read().map_err(|error| self.error(error))
    }

    /// Takes a batch out. It stays in the history, and what it had replaced counts again.
    ///
    /// # Errors
    /// [`JournalError::NoBatch`], [`JournalError::AlreadyReverted`], and what keeps the journal from being written.
    pub fn revert(&mut self, batch: u64, at: NaiveDateTime) -> Result<Reverted, JournalError> {
        self.stand_today()?;
        let file = self.connection.path().map(PathBuf::from).unwrap_or_default();
        let of = |error| JournalError::of(error, &file);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of)?;
        let last: Option<u64> = transaction.query_row("SELECT max(id) FROM batch", [], |row| row.get(0)).map_err(of)?;
        let Some(last) = last.filter(|last| (1..=*last).contains(&batch)) else {
            return Err(JournalError::NoBatch { batch, last });
        };
        let before: Option<String> = transaction
            .query_row("SELECT at FROM reverted WHERE batch = ?1", [batch], |row| row.get(0))
            .optional()
            .map_err(of)?;
        if let Some(at) = before {
            return Err(JournalError::AlreadyReverted { batch, at: time(&at) });
        }
        let revert = || -> rusqlite::Result<Reverted> {
            let count = || transaction.query_row(LIVE_ROWS, [], |row| row.get::<_, u64>(0));
            let own = "SELECT count(*) FROM row WHERE source IN (SELECT id FROM live_source WHERE batch = ?1)";
            let out = transaction.query_row(own, [batch], |row| row.get(0))?;
            let before = count()?;
            let add = "INSERT INTO main.reverted (batch, at, after) VALUES (?1, ?2, ?3)";
            transaction.execute(add, params![batch, stamp(at), last])?;
            Ok(Reverted { out, back: count()? + out - before })
        };
        let reverted = revert().map_err(of)?;
        transaction.commit().map_err(of)?;
        Ok(reverted)
    }
}

/// The journal writes its own times; one that does not read is shown as the beginning of time.
pub(super) fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, TIME).unwrap_or_default()
}
