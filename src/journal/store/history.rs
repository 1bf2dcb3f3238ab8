//! Batches, their sheets, and what was remarked of both.

use super::refused::{Refusal, Settled};
use crate::domain::{Kind, Seq, StatedCoverage};
use crate::journal::JournalError;
use crate::journal::origin::Origin;
use chrono::NaiveDateTime;

/// An import as it is kept (批次).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredBatch {
    /// Its number, counted from 1.
    pub id: u64,
    /// When it was made, local time.
    pub at: NaiveDateTime,
    /// What was asked for.
    pub command: String,
}

/// A sheet of a file as one import saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSheet {
    /// Its number, counted from 1.
    pub id: u32,
    /// The batch it came with.
    pub batch: u64,
    /// The file it is of.
    pub origin: Origin,
    /// Its name; none in a file without sheets.
    pub sheet: Option<String>,
    /// The ledger it is.
    pub kind: Kind,
}

/// A taking out or bringing back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The batch.
    pub batch: u64,
    /// The file of it; none: all of it.
    pub file: Option<String>,
    /// Whether it went out.
    pub is_out: bool,
    /// When.
    pub at: NaiveDateTime,
    /// The newest batch then.
    pub after: u64,
}

/// A sheet in whose place a later file came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The sheet.
    pub sheet: u32,
    /// The batch the later file came with.
    pub batch: u64,
    /// The later file's name; none in what an early version wrote.
    pub file: Option<String>,
}

/// Something a file has made of a row of before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowRemark {
    /// The row.
    pub seq: Seq,
    /// The batch the file came with.
    pub batch: u64,
    /// The file's name.
    pub file: String,
}

/// A sheet that holds all of an earlier one of its file's name, or was put beside it on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VersionOf {
    /// The later one.
    pub sheet: u32,
    /// The earlier one.
    pub earlier: u32,
}

/// How far a ledger is complete, as it was said with a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedOf {
    /// The batch.
    pub batch: u64,
    /// What was said.
    pub stated: StatedCoverage,
}

/// What was listed for somebody to look at and has been dealt with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Which, by content and place.
    pub item: String,
    /// When.
    pub at: NaiveDateTime,
    /// The newest batch then.
    pub after: u64,
    /// Who has dealt with it.
    pub by: String,
}

/// A file some rows of which stood in a sheet of before, and so were not taken again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedFile {
    /// The batch it came with; none: it brought nothing new.
    pub batch: Option<u64>,
    /// The file.
    pub origin: Origin,
    /// The sheet of before.
    pub sheet: u32,
}

/// Something kept beside the rows, for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// A batch or a file of one went out or came back.
    Taken(Taken),
    /// A sheet was replaced; one for each sheet and batch.
    Replaced(Replaced),
    /// Another row has taken this one's place, saying the same and more; one for each row and batch.
    Completed(RowRemark),
    /// A later version no longer has the row, and it stays all the same; one for each row and batch.
    Stays(RowRemark),
    /// A sheet is a version of an earlier one; one for each pair.
    Version(VersionOf),
    /// A ledger is complete up to a day.
    Stated(StatedOf),
    /// A row was refused.
    Refused(Refusal),
    /// A refused row was settled.
    Settled(Settled),
    /// Something was dealt with.
    Seen(Seen),
    /// A file shares rows with a sheet of before; one for each sheet, content and path.
    Shared(SharedFile),
}

/// The remarks that are read as a whole, each kind in the order they were made.
#[derive(Debug, Clone, Default)]
pub struct Remarks {
    /// What went out and came back.
    pub taken: Vec<Taken>,
    /// What was replaced.
    pub replaced: Vec<Replaced>,
    /// Rows whose place another one has taken.
    pub completed: Vec<RowRemark>,
    /// Rows that stay.
    pub stays: Vec<RowRemark>,
    /// How far ledgers are complete.
    pub stated: Vec<StatedOf>,
    /// Refused rows, by number.
    pub refused: Vec<Refusal>,
    /// What settled them.
    pub settled: Vec<Settled>,
    /// What was dealt with.
    pub seen: Vec<Seen>,
}

/// What a store keeps of the journal's history. Every method fails only where the store cannot be used or does not read.
pub trait History {
    /// Every batch, by number.
    fn batches(&self) -> Result<Vec<StoredBatch>, JournalError>;

    /// Adds a batch.
    fn add_batch(&self, batch: &StoredBatch) -> Result<(), JournalError>;

    /// Every sheet, by number.
    fn sheets(&self) -> Result<Vec<StoredSheet>, JournalError>;

    /// Adds a sheet, with its headings as they were written.
    fn add_sheet(&self, sheet: &StoredSheet, headings: &[String]) -> Result<(), JournalError>;

    /// The remarks; those that are looked up by sheet are not among them.
    fn remarks(&self) -> Result<Remarks, JournalError>;

    /// Adds a remark; where there can be one only ([`Remark`] says of which), the first stays and this is no error.
    fn remark(&self, remark: &Remark) -> Result<(), JournalError>;

    /// The sheets that this one is a version of.
    fn versions_before(&self, sheet: u32) -> Result<Vec<u32>, JournalError>;

    /// The files that share rows with this sheet, in any order.
    fn sharing(&self, sheet: u32) -> Result<Vec<SharedFile>, JournalError>;
}
