//! Batches and sheets.

use super::SqliteStore;
use super::columns::{kind, stamp, time};
use super::remarks;
use crate::journal::content::json;
use crate::journal::error::JournalError;
use crate::journal::origin::Origin;
use crate::journal::store::{History, Remark, Remarks, SharedFile, StoredBatch, StoredSheet};
use rusqlite::{Row, params};

impl History for SqliteStore {
    fn batches(&self) -> Result<Vec<StoredBatch>, JournalError> {
        self.list("SELECT id, at, command FROM batch ORDER BY id", |row| {
            Ok(StoredBatch { id: row.get(0)?, at: time(row, 1)?, command: row.get(2)? })
        })
    }

    fn add_batch(&self, batch: &StoredBatch) -> Result<(), JournalError> {
        let add = "INSERT INTO batch (id, at, command) VALUES (?1, ?2, ?3)";
        self.execute(add, params![batch.id, stamp(batch.at), batch.command])
    }

    fn sheets(&self) -> Result<Vec<StoredSheet>, JournalError> {
        self.list("SELECT id, batch, file, path, hash, sheet, kind FROM source ORDER BY id", |row| {
            Ok(StoredSheet {
                id: row.get(0)?,
                batch: row.get(1)?,
                origin: Origin { file: row.get(2)?, path: row.get(3)?, hash: row.get(4)? },
                sheet: row.get(5)?,
                kind: kind(row, 6)?,
            })
        })
    }

    fn add_sheet(&self, sheet: &StoredSheet, headings: &[String]) -> Result<(), JournalError> {
        let add = "INSERT INTO source (id, batch, file, path, hash, sheet, kind, headings)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let StoredSheet { id, batch, origin: Origin { file, path, hash }, sheet, kind } = sheet;
        self.execute(add, params![id, batch, file, path, &hash[..], sheet, kind.id(), json(headings)])
    }

    fn remarks(&self) -> Result<Remarks, JournalError> {
        remarks::all(self)
    }

    fn remark(&self, remark: &Remark) -> Result<(), JournalError> {
        remarks::add(self, remark)
    }

    fn versions_before(&self, sheet: u32) -> Result<Vec<u32>, JournalError> {
        self.list_of("SELECT earlier FROM version WHERE source = ?1 ORDER BY earlier", [sheet], |row| row.get(0))
    }

    fn sharing(&self, sheet: u32) -> Result<Vec<SharedFile>, JournalError> {
        self.list_of("SELECT batch, file, path, hash FROM leant WHERE source = ?1", [sheet], |row| {
            let origin = Origin { file: row.get(1)?, path: row.get(2)?, hash: row.get(3)? };
            Ok(SharedFile { batch: row.get(0)?, origin, sheet })
        })
    }
}

impl SqliteStore {
    /// What a query gives, row by row.
    pub fn list<T>(&self, sql: &str, of: impl FnMut(&Row) -> rusqlite::Result<T>) -> Result<Vec<T>, JournalError> {
        self.list_of(sql, [], of)
    }

    /// The same, of a query with values in it.
    pub fn list_of<T>(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
        of: impl FnMut(&Row) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, JournalError> {
        let list =
            || -> rusqlite::Result<Vec<T>> { self.connection.prepare_cached(sql)?.query_map(values, of)?.collect() };
        list().map_err(|error| self.error(error))
    }

    /// Runs a statement that adds something.
    pub fn execute(&self, sql: &str, values: impl rusqlite::Params) -> Result<(), JournalError> {
        let run = || self.connection.prepare_cached(sql)?.execute(values);
        run().map(drop).map_err(|error| self.error(error))
    }
}
