//! What is kept beside the rows: the files that are held, what was refused, and what was odd about rows that were taken.

use super::rejected::RejectionLog;
use super::store::{HeldFile, Store, StoredSheet};
use super::{Journal, JournalError};
use crate::domain::{Arg, Seq};
use chrono::NaiveDateTime;
use std::path::PathBuf;

/// What an import writes beside its rows.
#[derive(Default)]
pub(super) struct ImportNotes {
    pub held: Vec<HeldFile>,
    /// Paths and contents of files that are held no longer.
    pub released: Vec<(String, [u8; 32])>,
    pub refusals: RejectionLog,
}

impl ImportNotes {
    pub fn is_empty(&self) -> bool {
        self.held.is_empty() && self.released.is_empty() && self.refusals.is_empty()
    }

    /// Writes the notes into the journal.
    pub fn write(
        &self,
        store: &dyn Store,
        sheets: &[StoredSheet],
        at: NaiveDateTime,
        batch: Option<u64>,
    ) -> Result<(), JournalError> {
        for (path, hash) in &self.released {
            store.let_go(path, hash)?;
        }
        let before = if self.held.is_empty() { Vec::new() } else { store.held()? };
        for held in &self.held {
            // The same bytes were held since they were held first.
            let since = before.iter().find(|of| of.path == held.path && of.hash == held.hash);
            store.hold(&HeldFile { at: since.map_or(held.at, |of| of.at), ..held.clone() })?;
        }
        self.refusals.write(store, sheets, at, batch)
    }
}

impl Journal {
    /// The files that are held, as long as they lie where they lay, by path.
    pub fn held(&self) -> Result<Vec<HeldFile>, JournalError> {
        let mut held = self.store().held()?;
        held.retain(|held| PathBuf::from(&held.path).exists());
        Ok(held)
    }

    /// What was odd about rows that count: their places in the journal and what was said; what an earlier version kept is text
    /// in the words of whoever imported.
    pub fn warnings(&self) -> Result<Vec<(Seq, Vec<Arg>)>, JournalError> {
        let counting = self.counting()?;
        let completed = counting.completed();
        let mut warnings = self.store().warnings()?;
        warnings.retain(|warning| counting.is_live(warning.sheet) && !completed.contains(&warning.seq));
        Ok(warnings.into_iter().map(|warning| (warning.seq, warning.said)).collect())
    }
}
