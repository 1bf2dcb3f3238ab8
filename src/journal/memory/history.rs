//! Batches, sheets and remarks.

use super::MemoryStore;
use crate::journal::error::JournalError;
use crate::journal::store::{History, Remark, Remarks, SharedFile, StoredBatch, StoredSheet};

impl History for MemoryStore {
    fn batches(&self) -> Result<Vec<StoredBatch>, JournalError> {
        Ok(self.kept().batches.clone())
    }

    fn add_batch(&self, batch: &StoredBatch) -> Result<(), JournalError> {
        self.keep().batches.push(batch.clone());
        Ok(())
    }

    fn sheets(&self) -> Result<Vec<StoredSheet>, JournalError> {
        Ok(self.kept().sheets.clone())
    }

    fn add_sheet(&self, sheet: &StoredSheet, _: &[String]) -> Result<(), JournalError> {
        self.keep().sheets.push(sheet.clone());
        Ok(())
    }

    fn remarks(&self) -> Result<Remarks, JournalError> {
        Ok(self.kept().remarks.clone())
    }

    fn remark(&self, remark: &Remark) -> Result<(), JournalError> {
        let mut kept = self.keep();
        match remark.clone() {
            Remark::Taken(taken) => kept.remarks.taken.push(taken),
            Remark::Replaced(new) => once(&mut kept.remarks.replaced, new, |of| (of.sheet, of.batch)),
            Remark::Completed(new) => once(&mut kept.remarks.completed, new, |of| (of.seq, of.batch)),
            Remark::Stays(new) => once(&mut kept.remarks.stays, new, |of| (of.seq, of.batch)),
            Remark::Version(new) => once(&mut kept.versions, new, |of| (of.sheet, of.earlier)),
            Remark::Stated(stated) => kept.remarks.stated.push(stated),
            Remark::Refused(refusal) => kept.remarks.refused.push(refusal),
            Remark::Settled(settled) => kept.remarks.settled.push(settled),
            Remark::Seen(seen) => kept.remarks.seen.push(seen),
            Remark::Shared(new) => {
                once(&mut kept.shared, new, |of| (of.sheet, of.origin.hash, of.origin.path.clone()));
            }
        }
        Ok(())
    }

    fn versions_before(&self, sheet: u32) -> Result<Vec<u32>, JournalError> {
        Ok(self.kept().versions.iter().filter(|of| of.sheet == sheet).map(|of| of.earlier).collect())
    }

    fn sharing(&self, sheet: u32) -> Result<Vec<SharedFile>, JournalError> {
        Ok(self.kept().shared.iter().filter(|shared| shared.sheet == sheet).cloned().collect())
    }
}

/// Adds it, unless there is one like it.
fn once<T, K: PartialEq>(all: &mut Vec<T>, new: T, key: impl Fn(&T) -> K) {
    if !all.iter().any(|of| key(of) == key(&new)) {
        all.push(new);
    }
}
