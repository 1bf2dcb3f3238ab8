//! Held files, listed tasks and policies.

use super::MemoryStore;
use crate::journal::error::JournalError;
use crate::journal::store::{HeldFile, KeptPolicy, ListedTask, Shelf};
use chrono::NaiveDateTime;

impl Shelf for MemoryStore {
    fn held(&self) -> Result<Vec<HeldFile>, JournalError> {
        Ok(self.kept().held.values().cloned().collect())
    }

    fn hold(&self, held: &HeldFile) -> Result<(), JournalError> {
        self.keep().held.insert(held.path.clone(), held.clone());
        Ok(())
    }

    fn let_go(&self, path: &str, hash: &[u8; 32]) -> Result<(), JournalError> {
        self.keep().held.retain(|_, held| held.path != path && held.hash != *hash);
        Ok(())
    }

    fn listed(&self, task: &str) -> Result<Option<ListedTask>, JournalError> {
        Ok(self.kept().listed.get(task).cloned())
    }

    fn list(&self, task: &ListedTask, _: NaiveDateTime) -> Result<(), JournalError> {
        self.keep().listed.entry(task.task.clone()).or_insert_with(|| task.clone());
        Ok(())
    }

    fn policy(&self, beginning: &str) -> Result<Option<KeptPolicy>, JournalError> {
        let kept = self.kept();
        let found = kept.policies.iter().filter(|policy| policy.digest.starts_with(beginning));
        Ok(found.max_by_key(|policy| policy.at).cloned())
    }

    fn keep_policy(&self, policy: &KeptPolicy) -> Result<(), JournalError> {
        let mut kept = self.keep();
        if !kept.policies.iter().any(|of| of.digest == policy.digest) {
            kept.policies.push(policy.clone());
        }
        Ok(())
    }
}
