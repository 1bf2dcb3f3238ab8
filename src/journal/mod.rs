//! The journal (台账库): every row ever taken in, where it came from, and which of them count.
//!
//! What is known already, what counts at a point, digests, coverage, what a sheet handed in again makes of the one before: the
//! files here decide that, over any store. [`store`] says what a store has to keep; [`sqlite`] keeps it in a file, [`memory`] for
//! as long as the program runs.

mod comparison;
mod completing;
mod content;
mod copies;
mod counting;
mod digest;
mod error;
mod history;
mod import;
mod index;
mod key;
mod known;
mod listed;
pub mod memory;
mod name;
mod notes;
mod noting;
mod origin;
mod part;
mod point;
mod policies;
mod read;
mod rejected;
mod shared_sheets;
pub mod sqlite;
pub mod store;
mod taking;
mod twins;
mod version;
mod wait;

pub use comparison::{ComparedRow, SheetComparison};
pub use content::{Fields, TASK, content_of, fields_of};
pub use error::JournalError;
pub use history::Batch;
pub use import::{Import, RowOutcome, Sheet};
pub use key::RowKey;
pub use name::plain;
pub use origin::Origin;
pub use part::PartialBooks;
pub use point::{JournalPoint, KnownAt};
pub use read::KnownBooks;
pub use rejected::{KnownRejection, Settlement};
pub use shared_sheets::FileToReimport;
pub use store::{HeldFile, ListedTask, Rejected};
pub use taking::{BatchChange, BatchOrFile, LedgerRowsMoved, ReimportedRows};
pub use wait::LockPatience;

use counting::Counting;
use sqlite::SqliteStore;
use std::path::Path;
use store::Store;

/// An open journal.
pub struct Journal {
    store: Box<dyn Store>,
    /// Where it stands: what is asked is answered as it was known there.
    point: JournalPoint,
}

impl Journal {
    /// Opens the journal in that file, or makes it.
    ///
    /// # Errors
    /// [`JournalError`] for what is no journal or cannot be written.
    pub fn create(file: &Path, patience: LockPatience) -> Result<Journal, JournalError> {
        Ok(Journal::over(SqliteStore::create(file, patience)?))
    }

    /// Opens the journal in that file, which must be there: a lost journal shall not look like an empty one.
    ///
    /// # Errors
    /// [`JournalError`] for what is missing, no journal, or of a newer program.
    pub fn open(file: &Path, patience: LockPatience) -> Result<Journal, JournalError> {
        Ok(Journal::over(SqliteStore::open(file, patience)?))
    }

    /// The journal in that file as it stands, copied into memory: whatever is done to it there, the file stays as it is, and
    /// it need not be one that can be written.
    ///
    /// # Errors
    /// As [`Journal::open`].
    pub fn open_apart(file: &Path, patience: LockPatience) -> Result<Journal, JournalError> {
        Ok(Journal::over(SqliteStore::open_apart(file, patience)?))
    }

    /// The journal that the store keeps, standing today.
    pub fn over(store: impl Store + 'static) -> Journal {
        Journal { store: Box::new(store), point: JournalPoint::TODAY }
    }

    fn store(&self) -> &dyn Store {
        &*self.store
    }

    /// What counts where the journal stands.
    fn counting(&self) -> Result<Counting, JournalError> {
        Counting::at(self.point, self.store())
    }
}

#[cfg(test)]
mod tests;
