//! The clause and the rows behind whatever is concluded.

use crate::domain::Seq;
use crate::policy::Clause;
use serde::{Deserialize, Serialize};

/// Why something is so: the clause, and the rows behind it. There is none without a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grounds {
    clause: Clause,
    behind: CausingRows,
}

/// The rows behind something, and which of them did it. There is one at least.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CausingRows {
    rows: Vec<Seq>,
    cause: Seq,
}

impl CausingRows {
    /// That row alone, which did it.
    pub fn new(row: Seq) -> Self {
        CausingRows { rows: vec![row], cause: row }
    }

    /// The same with further rows behind it; kept in journal order, each once.
    #[must_use]
    pub fn and(mut self, rows: impl IntoIterator<Item = Seq>) -> Self {
        self.rows.extend(rows);
        self.rows.sort_unstable();
        self.rows.dedup();
        self
    }

    /// The row that did it; the others are what stood behind it.
    pub fn cause(&self) -> Seq {
        self.cause
    }

    /// The rows, in journal order.
    pub fn rows(&self) -> &[Seq] {
        &self.rows
    }
}

impl Grounds {
    /// A clause applied to a row.
    pub fn new(clause: Clause, row: Seq) -> Self {
        Grounds { clause, behind: CausingRows::new(row) }
    }

    /// The same with further rows behind it; kept in journal order, each once.
    #[must_use]
    pub fn and(mut self, rows: impl IntoIterator<Item = Seq>) -> Self {
        self.behind = self.behind.and(rows);
        self
    }

    /// The clause.
    pub fn clause(&self) -> &Clause {
        &self.clause
    }

    /// The row that did it; the others are what stood behind it.
    pub fn cause(&self) -> Seq {
        self.behind.cause()
    }

    /// The rows, in journal order.
    pub fn rows(&self) -> &[Seq] {
        self.behind.rows()
    }
}
