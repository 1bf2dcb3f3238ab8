//! The journal in a SQLite file: one of the stores, and the only place that knows SQL.
//!
//! It is one file with a rollback journal, not a write-ahead log: between commands the file alone is whole, so a copy of it
//! is a backup, and it may lie on a shared drive. A process killed while it writes leaves a `-journal` file beside it from
//! which the next one to open it restores the state before.

mod columns;
mod error;
mod history;
mod moments;
mod remarks;
mod row_index;
mod rows;
mod schema;
mod shelf;

use super::error::JournalError;
use super::wait::LockPatience;
use crate::files;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// An open file.
pub struct SqliteStore {
    connection: Connection,
    file: PathBuf,
    /// Whether another process that writes is waited for.
    is_patient: Arc<AtomicBool>,
}

impl SqliteStore {
    /// Opens the file, or makes it.
    ///
    /// # Errors
    /// [`JournalError`] for what is no journal or cannot be written.
    pub fn create(file: &Path, patience: LockPatience) -> Result<SqliteStore, JournalError> {
        // SQLite makes what it writes beside a journal as private as the journal is.
        files::open_or_create(file).map_err(|_| JournalError::ReadOnly { file: file.to_owned() })?;
        SqliteStore::open(file, patience)
    }

    /// Opens the file, which must be there: a lost journal shall not look like an empty one.
    ///
    /// # Errors
    /// [`JournalError`] for what is missing, no journal, or of a newer program.
    pub fn open(file: &Path, patience: LockPatience) -> Result<SqliteStore, JournalError> {
        let store = connected(file, patience)?;
        store.prepare()?;
        Ok(store)
    }

    /// The file as it stands, copied into memory: whatever is done to it there, the file stays as it is, and it need not be
    /// one that can be written.
    ///
    /// # Errors
    /// As [`SqliteStore::open`].
    pub fn open_apart(file: &Path, patience: LockPatience) -> Result<SqliteStore, JournalError> {
        let from = connected(file, patience)?;
        let mut connection = Connection::open_in_memory().map_err(|error| from.error(error))?;
        // Whole or not at all: nobody writes while it is read.
        let copied = Backup::new(&from.connection, &mut connection).and_then(|copy| copy.step(-1));
        match copied.map_err(|error| from.error(error))? {
            StepResult::Done => {}
            _ => return Err(JournalError::Busy { file: file.to_owned() }),
        }
        let store = SqliteStore { connection, ..from };
        store.prepare()?;
        Ok(store)
    }

    fn error(&self, error: rusqlite::Error) -> JournalError {
        error::of(error, &self.file)
    }
}

/// Opens the file, which has to be there.
fn connected(file: &Path, patience: LockPatience) -> Result<SqliteStore, JournalError> {
    if !file.exists() {
        return Err(JournalError::Missing { file: file.to_owned() });
    }
    if file.is_dir() {
        return Err(JournalError::NotAJournal { file: file.to_owned() });
    }
    let at = |error| error::of(error, file);
    // What the system lets nobody write is opened to be read.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(file, flags).map_err(at)?;
    let is_patient = Arc::new(AtomicBool::new(true));
    connection.busy_handler(Some(patience.handler(Arc::clone(&is_patient)))).map_err(at)?;
    Ok(SqliteStore { connection, file: file.to_owned(), is_patient })
}
