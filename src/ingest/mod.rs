//! Files → rows → typed records or rejects.
//!
//! ```text
//! files     what a path holds
//! text      encodings, spellings
//! values    one cell by its type
//! guard     what a file is, by content; damaged, hostile, locked ones
//! format    every format as rows of cells
//! sheet     where the tables are, of which ledger
//! row       what a row says
//! pipeline  a file from its content to typed rows
//! plain_book a workbook as it stands, without any meaning
//! answer    what comes of it
//! rejected  refused rows, in the shape they came in
//! system    why a file could not be read or written
//! single    one cell or row of headings by itself
//! ```

mod answer;
mod book;
mod cell;
mod files;
mod format;
mod guard;
mod pipeline;
mod plain_book;
mod rejected;
mod row;
mod settings;
mod sheet;
pub mod single;
mod system;
mod text;
mod values;

pub use crate::ingest::guard::paper::{SUMMARY, is_to_complete, properties};
pub use crate::ingest::pipeline::read::read_file;
pub use crate::ingest::rejected::rejects::RejectsWriter;
pub use crate::ingest::row::entry::{TypedEntry, read_entry};
pub use crate::ingest::row::roster::StaffFinder;
pub use crate::ingest::sheet::labels::{field as field_named, kind as kind_named};
pub use answer::{FileFormat, FileRead, Pass, ReadError, ReadRow, SheetAnswer, SheetInfo, SheetRead, SheetTally, Sink};
pub use files::{FolderListing, is_litter, list_files};
pub use plain_book::{PlainBook, PlainSheet, is_zipped, plain_book};
pub use settings::{HouseHeadings, HouseRoles, IngestSettings, OffenceTerms};
pub use system::reason;
pub use values::vocabulary::{Vocabulary, spelled};
