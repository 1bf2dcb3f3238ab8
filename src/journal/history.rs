//! The batches there were.

use super::time::time;
use super::{Journal, JournalError};
use chrono::NaiveDateTime;

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
    /// When all of it was taken out.
    pub reverted: Option<NaiveDateTime>,
    /// The files of it that were taken out on their own, sorted.
    pub out: Vec<String>,
}

impl Journal {
    /// Every batch, the oldest first.
    pub fn batches(&self) -> Result<Vec<Batch>, JournalError> {
        let all = "SELECT batch.id, batch.at, batch.command, whole.at,
                   (SELECT json_group_array(DISTINCT file ORDER BY file) FROM source WHERE batch = batch.id),
                   coalesce(rows.added, 0), coalesce(rows.live, 0),
                   (SELECT json_group_array(file ORDER BY file) FROM out WHERE batch = batch.id AND file IS NOT NULL)
            FROM batch LEFT JOIN out AS whole ON whole.batch = batch.id AND whole.file IS NULL
            LEFT JOIN (
                SELECT source.batch, count(*) AS added, 
                    sum(source.id IN (SELECT id FROM live_source) AND seq NOT IN (SELECT seq FROM completed_row)) AS live
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
                    out: serde_json::from_str(&row.get::<_, String>(7)?).unwrap_or_default(),
                })
            })?;
            batches.collect()
        };
        read().map_err(|error| self.error(error))
    }
}
