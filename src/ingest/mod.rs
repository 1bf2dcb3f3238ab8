//! Files → rows → typed records or rejects.
//!
//! ```text
//! files       what a path holds
//! sniff       what a file is, by content            encoding · archive · markup · opendocument · compound · biff · locked
//! rows        every format as rows of cells         delimited · workbook (stored · streamed · convert · watch · shield · marks) · html
//! layout      where the tables are, of which kind   headings · columns · detect · personnel · ledgers
//! table       which rows are rows of the ledger         swapped
//! record      what a row says                       finding · contact · dates · typing · twins · values · roster
//! answer      what comes of it                      read
//! rejects     refused rows, in the shape they came in   pages
//! system      why a file could not be read or written
//! entry       one row typed in by itself
//! single      one cell or row of headings by itself
//! ```

mod answer;
mod book;
mod cell;
mod files;
mod format;
mod guard;
mod pipeline;
mod rejected;
mod row;
mod settings;
mod sheet;
pub mod single;
mod system;
mod text;
mod values;

pub use crate::ingest::pipeline::read::read_file;
pub use crate::ingest::rejected::rejects::RejectsWriter;
pub use crate::ingest::row::entry::{Typed, read_entry};
pub use crate::ingest::row::roster::Roster;
pub use crate::ingest::sheet::field::Field;
pub use crate::ingest::sheet::labels::{field as field_named, kind as kind_named};
pub use crate::ingest::sheet::ledgers::{Column, chinese, columns};
pub use answer::{FileRead, Format, Pass, ReadError, ReadRow, SheetAnswer, SheetInfo, SheetRead, Sink, Tally};
pub use files::{Listing, is_litter, list_files};
pub use settings::{HouseHeadings, HouseRoles, OffenceTerms, Settings};
pub use system::reason;
pub use values::vocabulary::Closed;
