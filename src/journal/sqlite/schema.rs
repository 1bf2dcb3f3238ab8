//! The tables, and the steps by which an older file is brought up to date in place.

use super::SqliteStore;
use crate::journal::error::JournalError;
use crate::journal::index;
use crate::journal::store::{Store, Transaction, Wait};

/// What a step does beside its SQL, to the rows that are there.
type Fill = fn(&dyn Store) -> Result<(), JournalError>;
/// Each step from one version of the schema to the next; the version is the number of steps done.
const STEPS: &[(&str, Option<Fill>)] = &[
    (include_str!("schema.sql"), None),
    (include_str!("schema/knowing.sql"), None),
    (include_str!("schema/index.sql"), None),
    (include_str!("schema/taking.sql"), None),
    (include_str!("schema/settling.sql"), None),
    (include_str!("schema/history.sql"), Some(index::fill)),
    (include_str!("schema/rejecting.sql"), None),
    (include_str!("schema/saying.sql"), None),
];
/// Marks the file as ours (`HFJ1`).
const APPLICATION: i32 = 0x4846_4A31;
/// KiB of pages kept in memory, so that a big import rarely has to write before its end.
const CACHE: i32 = -65_536;

impl SqliteStore {
    /// Makes it fit to work with: settings, and the schema of this version.
    pub fn prepare(&self) -> Result<(), JournalError> {
        let application: i32 = self.number("SELECT application_id FROM pragma_application_id")?;
        let version: i32 = self.number("SELECT user_version FROM pragma_user_version")?;
        let tables: u32 = self.number("SELECT count(*) FROM sqlite_schema")?;
        let is_fresh = application == 0 && version == 0 && tables == 0;
        if application != APPLICATION && !is_fresh {
            return Err(JournalError::NotAJournal { file: self.file.clone() });
        }
        let done = usize::try_from(version).unwrap_or(0);
        if done > STEPS.len() {
            return Err(JournalError::Newer { file: self.file.clone() });
        }
        // EXTRA also makes the removal of the rollback journal last through a power cut: a batch said to be in is in.
        let settings = format!(
            "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; PRAGMA cache_size = {CACHE}; PRAGMA temp_store = MEMORY;"
        );
        self.run(&settings)?;
        if done < STEPS.len() { self.migrate() } else { Ok(()) }
    }

    fn migrate(&self) -> Result<(), JournalError> {
        let transaction = Transaction::writing(self, Wait::Patiently)?;
        // Another process may have come first while this one waited.
        let done: usize = self.number("SELECT user_version FROM pragma_user_version")?;
        for (sql, fill) in STEPS.iter().skip(done) {
            self.run(sql)?;
            fill.map(|fill| fill(self)).transpose()?;
        }
        self.run(&format!("PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {};", STEPS.len()))?;
        transaction.commit()
    }

    fn number<T: rusqlite::types::FromSql>(&self, sql: &str) -> Result<T, JournalError> {
        self.connection.query_row(sql, [], |row| row.get(0)).map_err(|error| self.error(error))
    }
}
