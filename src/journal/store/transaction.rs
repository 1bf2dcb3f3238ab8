//! A transaction that ends when nobody holds it any more.

use super::{Store, Wait};
use crate::journal::JournalError;
use std::ops::Deref;

/// An open transaction: dropped without [`Transaction::commit`], it never was.
pub struct Transaction<'s> {
    store: &'s dyn Store,
    is_open: bool,
}

impl<'s> Transaction<'s> {
    /// To read from one moment.
    pub fn reading(store: &'s dyn Store) -> Result<Transaction<'s>, JournalError> {
        store.begin_reading()?;
        Ok(Transaction { store, is_open: true })
    }

    /// To write.
    pub fn writing(store: &'s dyn Store, wait: Wait) -> Result<Transaction<'s>, JournalError> {
        store.begin_writing(wait)?;
        Ok(Transaction { store, is_open: true })
    }

    /// The store it is of.
    pub fn store(&self) -> &'s dyn Store {
        self.store
    }

    /// Makes what was written last.
    pub fn commit(mut self) -> Result<(), JournalError> {
        self.store.commit()?;
        self.is_open = false;
        Ok(())
    }
}

impl<'s> Deref for Transaction<'s> {
    type Target = dyn Store + 's;

    fn deref(&self) -> &Self::Target {
        self.store
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if self.is_open {
            // A store that cannot even do that undoes it when it is opened next.
            let _ = self.store.roll_back();
        }
    }
}
