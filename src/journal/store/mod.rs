//! What a store has to do for the journal: keep what it is given, and give it back.
//!
//! Everything that is decided of rows (which are known already, which count at a point, what a sheet handed in again makes of the
//! one before) is decided above this folder, once for all stores. A store only has to keep these promises:
//!
//! - **It only grows.** Batches, sheets, rows and remarks are added and stay as they were given; nothing takes one back or
//!   changes it but a transaction that ends without [`Moments::commit`]. Only the shelf ([`Shelf::hold`]) is written over.
//! - **Whole or not at all.** What was written between [`Moments::begin_writing`] and [`Moments::commit`] is there for everybody
//!   once `commit` has returned, also after a power cut, and before that for nobody else; a process killed at any moment
//!   leaves either.
//! - **One writer.** While one process writes, others wait at `begin_writing`, as long as their patience lasts.
//! - **Of one moment.** What is read after [`Moments::begin_reading`] is all of the moment of the first thing read, until the
//!   end. Who writes reads what they have written.
//! - **Numbers are the journal's.** Batches, sheets, rows and refusals come with their numbers, each greater than all before of
//!   its kind; those of what was rolled back may come again.
//! - **In order.** Lists come as each method says; where it says nothing, by number. Texts are compared byte by byte.
//! - **Times** are kept to the second, days to the day.
//!
//! A store looks into nothing it keeps: a row's record is a text to it. The same tests run against every store
//! (`journal/tests`), and a further one is a further implementation of these traits.

mod history;
mod moments;
mod refused;
mod row_index;
mod rows;
mod shelf;
mod transaction;

pub use history::{History, Remark, Remarks, RowRemark, Seen, SharedFile, StatedOf, StoredBatch, StoredSheet, Taken};
pub use history::{Replaced, VersionOf};
pub use moments::{Moments, Savepoint, Wait};
pub use refused::{Refusal, Rejected, Settled};
pub use row_index::{IndexPart, Reach, RowIndex};
pub use rows::{NewRow, RowRange, Rows, StoredRow, StoredWarning, TakeRow};
pub use shelf::{HeldFile, KeptPolicy, ListedTask, Shelf};
pub(super) use transaction::Transaction;

/// All that a journal needs of a store.
pub trait Store: Moments + History + Rows + RowIndex + Shelf {}

impl<S: Moments + History + Rows + RowIndex + Shelf> Store for S {}
