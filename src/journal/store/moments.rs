//! When what is written comes to be, and of which moment what is read is.

use crate::journal::JournalError;
use std::path::Path;

/// How long to wait for another process that writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// As long as whoever opened the store was ready to.
    Patiently,
    /// Not at all: it is in use, or it is free.
    Never,
}

/// A point inside a transaction that can be come back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Savepoint {
    /// Before anything of the import.
    Import,
    /// Before the file being taken in; always after the other one.
    File,
}

/// The transactions of a store: one at a time, none inside another.
pub trait Moments {
    /// What the store is called in messages: its file.
    fn place(&self) -> &Path;

    /// From now on until the end everything read is of one moment.
    ///
    /// # Errors
    /// What keeps the store from being read.
    fn begin_reading(&self) -> Result<(), JournalError>;

    /// Begins to write, once no other process does.
    ///
    /// # Errors
    /// [`JournalError::Busy`] when another one takes longer than is waited; what keeps the store from being written.
    fn begin_writing(&self, wait: Wait) -> Result<(), JournalError>;

    /// Ends the transaction; what it wrote lasts.
    ///
    /// # Errors
    /// What kept it from being written; the transaction is still open then.
    fn commit(&self) -> Result<(), JournalError>;

    /// Ends the transaction as if it had never been.
    ///
    /// # Errors
    /// What keeps the store from being used.
    fn roll_back(&self) -> Result<(), JournalError>;

    /// Sets the mark here; one set before of the same kind stays beneath it.
    ///
    /// # Errors
    /// What keeps the store from being written.
    fn mark(&self, mark: Savepoint) -> Result<(), JournalError>;

    /// Takes the last mark of that kind away; what was written since stays.
    ///
    /// # Errors
    /// As [`Moments::mark`].
    fn unmark(&self, mark: Savepoint) -> Result<(), JournalError>;

    /// Undoes everything since the last mark of that kind, marks set since included; the mark itself stays.
    ///
    /// # Errors
    /// As [`Moments::mark`].
    fn back_to(&self, mark: Savepoint) -> Result<(), JournalError>;
}
