//! What the cells of a sheet bear beside their values.

/// A range of cells that a sheet shows as one; lines are counted from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merged {
    pub top: u32,
    pub bottom: u32,
    pub left: u32,
}

/// The marks of a sheet, each list in the order of its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Cells merged downwards.
    pub merged: Vec<Merged>,
    /// First and last lines of rows that are not shown.
    pub hidden: Vec<(u32, u32)>,
    /// Filled cells whose content is struck through, by line and column.
    pub struck: Vec<(u32, u32)>,
    /// Formulas without a stored result.
    pub uncomputed: Vec<(u32, u32)>,
}

/// More marks than any ledger has; a sheet with more is made to fill the memory.
const MOST: usize = 8 << 20;

impl Marks {
    /// Whether there are so many that something must be wrong.
    pub fn is_too_much(&self) -> bool {
        self.merged.len() + self.struck.len() + self.uncomputed.len() + self.hidden.len() > MOST
    }
}
