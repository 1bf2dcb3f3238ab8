//! Transactions: what was kept before is kept aside until the end.

use super::MemoryStore;
use crate::journal::error::JournalError;
use crate::journal::store::{Moments, Savepoint, Wait};
use std::path::Path;

impl Moments for MemoryStore {
    fn place(&self) -> &Path {
        Path::new("memory")
    }

    fn begin_reading(&self) -> Result<(), JournalError> {
        self.begin()
    }

    fn begin_writing(&self, _: Wait) -> Result<(), JournalError> {
        self.begin()
    }

    fn commit(&self) -> Result<(), JournalError> {
        self.before.take();
        self.marks.take();
        Ok(())
    }

    fn roll_back(&self) -> Result<(), JournalError> {
        if let Some(before) = self.before.take() {
            self.kept.replace(before);
        }
        self.marks.take();
        Ok(())
    }

    fn mark(&self, mark: Savepoint) -> Result<(), JournalError> {
        self.marks.borrow_mut().push((mark, self.kept().clone()));
        Ok(())
    }

    fn unmark(&self, mark: Savepoint) -> Result<(), JournalError> {
        let at = self.last(mark)?;
        self.marks.borrow_mut().truncate(at);
        Ok(())
    }

    fn back_to(&self, mark: Savepoint) -> Result<(), JournalError> {
        let at = self.last(mark)?;
        let mut marks = self.marks.borrow_mut();
        marks.truncate(at + 1);
        self.kept.replace(marks[at].1.clone());
        Ok(())
    }
}

impl MemoryStore {
    fn begin(&self) -> Result<(), JournalError> {
        if self.before.borrow().is_some() {
            return Err(JournalError::Busy { file: self.place().to_owned() });
        }
        self.before.replace(Some(self.kept().clone()));
        Ok(())
    }

    /// Where the last mark of that kind is.
    fn last(&self, mark: Savepoint) -> Result<usize, JournalError> {
        let found = self.marks.borrow().iter().rposition(|(kind, _)| *kind == mark);
        found.ok_or_else(|| JournalError::unreadable(self.place()))
    }
}
