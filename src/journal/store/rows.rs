//! The rows.

use crate::domain::{Arg, Kind, Message, Record, Seq};
use crate::journal::JournalError;
use crate::journal::key::RowKey;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// A row on its way in.
pub struct NewRow<'r> {
    /// Its place in the journal (流水号), greater than all before.
    pub seq: Seq,
    /// The sheet it stands in.
    pub sheet: u32,
    /// Its row number there, counted from 1 with the headings.
    pub line: u32,
    /// The digest of all it says.
    pub whole: RowKey,
    /// What it says, for what a store wants to be looked up by.
    pub record: &'r Record,
    /// What it says, as it is read back.
    pub text: &'r str,
    /// Its cells as they were written.
    pub cells: &'r [String],
    /// What was odd about it.
    pub warnings: &'r [Message],
}

/// A row as it is read.
#[derive(Debug, Clone, Copy)]
pub struct StoredRow<'r> {
    /// Its place in the journal.
    pub seq: Seq,
    /// The sheet it stands in.
    pub sheet: u32,
    /// Its row number there.
    pub line: u32,
    /// The digest of all it says.
    pub whole: RowKey,
    /// What it says, as it was given.
    pub text: &'r str,
}

/// What was odd about a row.
#[derive(Debug, Clone)]
pub struct StoredWarning {
    /// The row.
    pub seq: Seq,
    /// The sheet it stands in.
    pub sheet: u32,
    /// What was said; of an early version words, of later ones keys and values.
    pub said: Vec<Arg>,
}

/// Which rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowRange {
    /// All.
    All,
    /// The one in that place, if there is one.
    One(Seq),
    /// Those in places from the one to the other, both included.
    Between(Seq, Seq),
    /// Those of that kind.
    Kind(Kind),
}

/// Takes rows one by one, and says whether more are wanted.
pub type TakeRow<'t> = dyn FnMut(StoredRow<'_>) -> Result<ControlFlow<()>, JournalError> + 't;

/// What a store keeps of rows. Every method fails only where the store cannot be used or does not read.
pub trait Rows {
    /// The last place taken; 0: none is.
    fn last_row(&self) -> Result<Seq, JournalError>;

    /// Adds a row.
    fn add_row(&self, row: &NewRow<'_>) -> Result<(), JournalError>;

    /// Gives the rows by their places, without holding all of them at once, until no more are wanted.
    ///
    /// # Errors
    /// Beside the store's own, the error that `take` ends with.
    fn rows(&self, range: RowRange, take: &mut TakeRow<'_>) -> Result<(), JournalError>;

    /// How many rows stand in each sheet; sheets without rows are not there.
    fn rows_by_sheet(&self) -> Result<BTreeMap<u32, u64>, JournalError>;

    /// What was odd about rows, by their places; rows about which nothing was are not there.
    fn warnings(&self) -> Result<Vec<StoredWarning>, JournalError>;
}
