//! Blank ledgers as workbooks (空白台账): what a clerk fills in comes back through `ingest` without a doubt.
//!
//! ```text
//! book        a workbook: the ledger's sheet and its notes
//! ledger      headings, widths, formats, drop-downs     columns
//! notes       what each column means, in plain words
//! choices     what the drop-downs offer                 holds
//! call_sheet  what people take along for a day, with blanks that come back
//! untouched   whether somebody has saved a template since
//! ```
//!
//! Columns, headings and words are those of `ingest`; nothing is written here that the reader knows by another name.

mod book;
mod call_sheet;
mod choices;
mod columns;
mod content;
mod ledger;
mod notes;
mod untouched;

pub use book::{Template, template};
pub use call_sheet::{CallSheetFile, call_sheet_file, summary_file};
pub use choices::{OfferedOffence, TemplateHouse};
pub use untouched::is_untouched;
