//! What lies beside the history: files that are held, tasks put on lists, policies.

use crate::domain::Phone;
use crate::journal::JournalError;
use chrono::NaiveDateTime;

/// A file that is held: nothing of it was taken in until somebody says what becomes of the rows of before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldFile {
    /// Where it lies; one file a path.
    pub path: String,
    /// The digest of its bytes (BLAKE3).
    pub hash: [u8; 32],
    /// When it was held first.
    pub at: NaiveDateTime,
    /// Rows of before that stand in it.
    pub there: u64,
    /// Rows of before that do not.
    pub gone: u64,
    /// Those of them with a twin in it.
    pub twins: u64,
}

/// A task that was put on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedTask {
    /// Its number (回访单号).
    pub task: String,
    /// Whom it was about, as the list named them.
    pub phone: Phone,
    /// Their name, where one was known.
    pub customer: Option<String>,
    /// Every number of the household when it was put on a list first.
    pub members: Vec<Phone>,
}

/// A policy that batches and reports were made under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPolicy {
    /// Its digest.
    pub digest: String,
    /// When it was kept first.
    pub at: NaiveDateTime,
    /// Its text.
    pub text: String,
}

/// What a store keeps beside the history. Every method fails only where the store cannot be used or does not read.
pub trait Shelf {
    /// The files that are held, by path.
    fn held(&self) -> Result<Vec<HeldFile>, JournalError>;

    /// Keeps that a file is held, in place of what was kept of its path.
    fn hold(&self, held: &HeldFile) -> Result<(), JournalError>;

    /// Forgets what is held of that path or content.
    fn let_go(&self, path: &str, hash: &[u8; 32]) -> Result<(), JournalError>;

    /// The task of that number as it was put on a list first; none: it never was.
    fn listed(&self, task: &str) -> Result<Option<ListedTask>, JournalError>;

    /// Keeps that a task was put on a list; what was kept of it before stays.
    fn list(&self, task: &ListedTask, at: NaiveDateTime) -> Result<(), JournalError>;

    /// The policy whose digest begins like that, the last one kept of several.
    fn policy(&self, beginning: &str) -> Result<Option<KeptPolicy>, JournalError>;

    /// Keeps a policy; one of its digest that was kept before stays.
    fn keep_policy(&self, policy: &KeptPolicy) -> Result<(), JournalError>;
}
