//! What rows are found by without reading all of them. All of it follows from the rows.

use crate::domain::Seq;
use crate::journal::JournalError;
use crate::journal::key::RowKey;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// A row that shows a ledger of a member of staff kept up to a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reach {
    /// Whose ledger, and which: a word of its own for each.
    pub ledger: String,
    /// The day.
    pub day: NaiveDate,
    /// The row's own day.
    pub at: NaiveDate,
    /// The sheet it stands in.
    pub sheet: u32,
    /// The row.
    pub seq: Seq,
}

/// What a run of new rows is found by. Each list is sorted, as a store on a disk writes it fastest.
pub struct IndexPart<'p> {
    /// What each row is compared by, its sheet and its place.
    pub known: &'p [(RowKey, u32, Seq)],
    /// Between which places the rows of each sheet lie; of a sheet met before the last place moves on.
    pub spans: &'p [(u32, (Seq, Seq))],
    /// Of each sheet the digest of its rows so far, in place of that of before.
    pub digests: &'p [(u32, [u8; 32])],
    /// The words that name somebody in a row, with its place.
    pub words: &'p [(String, Seq)],
    /// Of each ledger, day, own day and sheet one row: the first to come.
    pub reaches: &'p [Reach],
}

/// What a store finds rows by. Every method fails only where the store cannot be used or does not read.
pub trait RowIndex {
    /// Whether anything is known.
    fn is_any_known(&self) -> Result<bool, JournalError>;

    /// The rows compared by that key in sheets before that one, each with its sheet; by sheet and place.
    fn known(&self, key: &RowKey, before: u32) -> Result<Vec<(u32, Seq)>, JournalError>;

    /// Between which places the sheet's rows lie, if it has any.
    fn span(&self, sheet: u32) -> Result<Option<(Seq, Seq)>, JournalError>;

    /// The digest of each sheet's rows; sheets without rows are not there.
    fn sheet_digests(&self) -> Result<BTreeMap<u32, [u8; 32]>, JournalError>;

    /// The rows that hold that word, by place.
    fn mentioning(&self, word: &str) -> Result<Vec<Seq>, JournalError>;

    /// Every ledger shown kept by a row, in the order of its word.
    fn ledgers(&self) -> Result<Vec<String>, JournalError>;

    /// The rows that show the ledger kept up to days not after that one, until no more are wanted: the latest day first, then
    /// the latest own day, then the latest sheet.
    fn reaching(
        &self,
        ledger: &str,
        until: NaiveDate,
        take: &mut dyn FnMut(Reach) -> ControlFlow<()>,
    ) -> Result<(), JournalError>;

    /// Adds what new rows are found by.
    fn add_to_index(&self, part: &IndexPart<'_>) -> Result<(), JournalError>;
}
