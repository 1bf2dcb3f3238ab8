//! The rows that count, with where each came from.

use super::{Kind, Record};
use chrono::NaiveDate;

/// The place of a row in the journal (流水号): rows that entered earlier have smaller numbers.
pub type Seq = u64;

/// An index into [`Books::sources`].
pub type SourceId = u32;

/// Everything the journal holds that counts: live rows in journal order, and what was stated beside them.
#[derive(Debug, Clone, Default)]
pub struct Books {
    /// The rows, by ascending `seq`.
    pub entries: Vec<Entry>,
    /// The sheets they came from.
    pub sources: Vec<Source>,
    /// Coverage stated with `import --through`.
    pub stated: Vec<StatedCoverage>,
}

/// One row of the books.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its place in the journal.
    pub seq: Seq,
    /// The sheet it came from.
    pub source: SourceId,
    /// Its row number on that sheet, counted from 1 with the headings.
    pub line: u32,
    /// What it says.
    pub record: Record,
}

/// Where rows say they came from that somebody typed in at a command.
pub const TYPED_IN: &str = "huifang finding add";

/// A sheet that rows came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The import it belongs to.
    pub batch: u64,
    /// The file's name, without its folder.
    pub file: String,
    /// The sheet's name; none for files without sheets.
    pub sheet: Option<String>,
}

/// Somebody said the ledger is complete up to a day (已录至).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedCoverage {
    /// The ledger.
    pub kind: Kind,
    /// The department it holds for; none: for all.
    pub department: Option<String>,
    /// The last day it holds for.
    pub through: NaiveDate,
}

impl Books {
    /// The entry of that place in the journal.
    pub fn entry(&self, seq: Seq) -> Option<&Entry> {
        self.entries.binary_search_by_key(&seq, |entry| entry.seq).ok().map(|at| &self.entries[at])
    }
}
