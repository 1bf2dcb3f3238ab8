//! Transactions and savepoints.

use super::SqliteStore;
use crate::journal::error::JournalError;
use crate::journal::store::{Moments, Savepoint, Wait};
use std::path::Path;
use std::sync::atomic::Ordering;

impl Moments for SqliteStore {
    fn place(&self) -> &Path {
        &self.file
    }

    fn begin_reading(&self) -> Result<(), JournalError> {
        self.run("BEGIN")
    }

    fn begin_writing(&self, wait: Wait) -> Result<(), JournalError> {
        self.is_patient.store(wait == Wait::Patiently, Ordering::Relaxed);
        let begun = self.run("BEGIN IMMEDIATE");
        self.is_patient.store(true, Ordering::Relaxed);
        begun
    }

    fn commit(&self) -> Result<(), JournalError> {
        self.run("COMMIT")
    }

    fn roll_back(&self) -> Result<(), JournalError> {
        // What failed badly enough SQLite has rolled back by itself.
        if self.connection.is_autocommit() { Ok(()) } else { self.run("ROLLBACK") }
    }

    fn mark(&self, mark: Savepoint) -> Result<(), JournalError> {
        self.run(match mark {
            Savepoint::Import => "SAVEPOINT import",
            Savepoint::File => "SAVEPOINT file",
        })
    }

    fn unmark(&self, mark: Savepoint) -> Result<(), JournalError> {
        self.run(match mark {
            Savepoint::Import => "RELEASE import",
            Savepoint::File => "RELEASE file",
        })
    }

    fn back_to(&self, mark: Savepoint) -> Result<(), JournalError> {
        self.run(match mark {
            Savepoint::Import => "ROLLBACK TO import",
            Savepoint::File => "ROLLBACK TO file",
        })
    }
}

impl SqliteStore {
    /// Runs statements that give nothing back.
    pub fn run(&self, sql: &str) -> Result<(), JournalError> {
        self.connection.execute_batch(sql).map_err(|error| self.error(error))
    }
}
