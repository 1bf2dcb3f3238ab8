//! Refused rows (退回) as they are kept.

use crate::domain::{Arg, Kind};
use chrono::NaiveDateTime;

/// A row that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The file it stood in first.
    pub file: String,
    /// The sheet it stood in there; none in a file without sheets.
    pub sheet: Option<String>,
    /// Its row number there, counted from 1 with the headings.
    pub line: u32,
    /// The ledger it belongs to.
    pub kind: Kind,
    /// The cells as they were.
    pub cells: Vec<String>,
    /// Which of them are wrong, counted from 0.
    pub wrong: Vec<usize>,
    /// Why; what an earlier version kept is text in the words of whoever imported it.
    pub reasons: Vec<Arg>,
    /// The name of the file it was written to; empty where none was.
    pub written: String,
}

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Its number, counted from 1.
    pub id: u64,
    /// When.
    pub at: NaiveDateTime,
    /// The newest batch before it.
    pub after: u64,
    /// What was refused.
    pub row: Rejected,
    /// The batch it was refused with; none: that import brought nothing new.
    pub batch: Option<u64>,
    /// The name of the file it was refused of; none in what an early version wrote.
    pub file: Option<String>,
}

/// What settles a refusal: a file that came in, or somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The refusal.
    pub refusal: u64,
    /// When.
    pub at: NaiveDateTime,
    /// The newest batch before it.
    pub after: u64,
    /// The batch that did; none: no batch.
    pub batch: Option<u64>,
    /// The name of the file that did; none: no file.
    pub file: Option<String>,
    /// Who did; none: a file.
    pub by: Option<String>,
}
