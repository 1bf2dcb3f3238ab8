//! Call sheets as workbooks (回访单): what somebody takes along, with blanks that come back through `ingest`.
//!
//! ```text
//! book       the workbook of one person: a sheet for each ledger that closes something
//! columns    what stands in which column: for the eye, for the pen, for the way back
//! page       a sheet laid out: lines tall enough to write on, drop-downs, paper
//! summary    the supervisor's workbook (汇总), which is passed over when it comes back
//! ```

mod book;
mod columns;
mod page;
mod summary;

pub use book::{CallSheetFile, call_sheet_file};
pub use summary::summary_file;
