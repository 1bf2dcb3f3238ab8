//! Files → rows → typed records or rejects.
//!
//! ```text
//! files       what a path holds
//! sniff       what a file is, by content           encoding · compound · shield
//! rows        every format as rows of cells         delimited · workbook
//! layout      where the tables are, of which kind   headings · columns · detect · ledgers
//! table       which rows are rows of the ledger
//! record      what a row says                       typing · values · roster
//! rejects     refused rows, in the shape they came in
//! ```

mod archive;
mod biff;
mod cell;
mod columns;
mod compound;
mod delimited;
mod detect;
mod encoding;
mod field;
mod files;
mod fold;
mod headings;
mod html;
mod labels;
mod layout;
mod ledgers;
mod markup;
mod opendocument;
mod read;
mod record;
mod rejects;
mod roster;
mod rows;
mod settings;
mod shield;
mod sniff;
mod table;
mod typing;
mod values;
mod watch;
mod workbook;

pub use field::Field;
pub use files::{Listing, list_files};
pub use ledgers::{Column, chinese, columns};
pub use read::{FileRead, Format, Pass, ReadError, ReadRow, SheetAnswer, SheetInfo, SheetRead, Sink, Tally, read_file};
pub use rejects::RejectsWriter;
pub use roster::Roster;
pub use settings::{HouseHeadings, OffenceTerms, Settings};
pub use values::vocabulary::Closed;
