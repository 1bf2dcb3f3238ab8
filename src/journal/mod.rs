//! The journal (台账库): every row ever taken in, where it came from, and which of them count. SQLite, and nowhere else.
//!
//! It is one file with a rollback journal, not a write-ahead log: between commands the file alone is whole, so a copy of it
//! is a backup, and it may lie on a shared drive. A process killed while it writes leaves a `-journal` file beside it from
//! which the next one to open it restores the state before.

mod comparison;
mod content;
mod copies;
mod error;
mod history;
mod import;
mod index;
mod key;
mod known;
mod listed;
mod live;
mod name;
mod notes;
mod noting;
mod origin;
mod part;
mod policies;
mod read;
mod rejected;
mod schema;
mod shared_sheets;
mod taking;
mod time;
mod twins;
mod version;
mod wait;

pub use comparison::{ComparedRow, SheetComparison};
pub use content::{Fields, TASK, content_of, fields_of};
pub use error::JournalError;
pub use history::Batch;
pub use import::{Import, RowOutcome, Sheet};
pub use known::{JournalPoint, KnownAt};
pub use listed::ListedTask;
pub use name::plain;
pub use notes::HeldFile;
pub use origin::Origin;
pub use part::PartialBooks;
pub use read::KnownBooks;
pub use rejected::{KnownRejection, Rejected, Settlement};
pub use shared_sheets::FileToReimport;
pub use taking::{BatchChange, BatchOrFile, LedgerRowsMoved, ReimportedRows};
pub use wait::LockPatience;

use crate::files;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// An open journal.
pub struct Journal {
    connection: Connection,
    file: PathBuf,
}

impl Journal {
    /// Opens the journal in that file, or makes it.
    ///
    /// # Errors
    /// [`JournalError`] for what is no journal or cannot be written.
    pub fn create(file: &Path, patience: LockPatience) -> Result<Journal, JournalError> {
        // SQLite makes what it writes beside a journal as private as the journal is.
        files::open_or_create(file).map_err(|_| JournalError::ReadOnly { file: file.to_owned() })?;
        Journal::open(file, patience)
    }

    /// Opens the journal in that file, which must be there: a lost journal shall not look like an empty one.
    ///
    /// # Errors
    /// [`JournalError`] for what is missing, no journal, or of a newer program.
    pub fn open(file: &Path, patience: LockPatience) -> Result<Journal, JournalError> {
        let mut connection = connected(file, patience)?;
        schema::prepare(&mut connection, file)?;
        Ok(Journal { connection, file: file.to_owned() })
    }

    /// The journal in that file as it stands, copied into memory: whatever is done to it there, the file stays as it is, and
    /// it need not be one that can be written.
    ///
    /// # Errors
    /// As [`Journal::open`].
    pub fn open_apart(file: &Path, patience: LockPatience) -> Result<Journal, JournalError> {
        let at = |error| JournalError::of(error, file);
        let from = connected(file, patience)?;
        let mut connection = Connection::open_in_memory().map_err(at)?;
        // Whole or not at all: nobody writes while it is read.
        match Backup::new(&from, &mut connection).and_then(|copy| copy.step(-1)).map_err(at)? {
            StepResult::Done => {}
            _ => return Err(JournalError::Busy { file: file.to_owned() }),
        }
        schema::prepare(&mut connection, file)?;
        Ok(Journal { connection, file: file.to_owned() })
    }

    fn error(&self, error: rusqlite::Error) -> JournalError {
        JournalError::of(error, &self.file)
    }
}

/// Opens the file, which has to be there.
fn connected(file: &Path, patience: LockPatience) -> Result<Connection, JournalError> {
    if !file.exists() {
        return Err(JournalError::Missing { file: file.to_owned() });
    }
    if file.is_dir() {
        return Err(JournalError::NotAJournal { file: file.to_owned() });
    }
    let at = |error| JournalError::of(error, file);
    // What the system lets nobody write is opened to be read.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(file, flags).map_err(at)?;
    connection.busy_handler(Some(patience.handler())).map_err(at)?;
    Ok(connection)
}

#[cfg(test)]
mod tests;
