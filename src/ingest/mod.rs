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

mod added;
mod answer;
mod archive;
mod biff;
mod book;
mod cell;
mod columns;
mod compound;
mod contact;
mod context;
mod convert;
mod dates;
mod delimited;
mod detect;
mod encoding;
mod entry;
mod field;
mod files;
mod finding;
mod fold;
mod given;
mod headings;
mod html;
mod labels;
mod layout;
mod ledgers;
mod locked;
mod marks;
mod markup;
mod opendocument;
mod pages;
mod personnel;
mod read;
mod record;
mod rejects;
mod roster;
mod rows;
mod settings;
mod shield;
pub mod single;
mod sniff;
mod stored;
mod streamed;
mod swapped;
mod system;
mod table;
mod twins;
mod typing;
mod unwritten;
mod values;
mod watch;
mod workbook;

pub use answer::{FileRead, Format, Pass, ReadError, ReadRow, SheetAnswer, SheetInfo, SheetRead, Sink, Tally};
pub use entry::{Typed, read_entry};
pub use field::Field;
pub use files::{Listing, is_litter, list_files};
pub use labels::{field as field_named, kind as kind_named};
pub use ledgers::{Column, chinese, columns};
pub use read::read_file;
pub use rejects::RejectsWriter;
pub use roster::Roster;
pub use settings::{HouseHeadings, HouseRoles, OffenceTerms, Settings};
pub use system::reason;
pub use values::vocabulary::Closed;
