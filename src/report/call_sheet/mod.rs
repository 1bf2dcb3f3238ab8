//! The sheets that people take along (回访单): each assignee's tasks, those of one person and ledger on one line.

mod line;
mod order;
mod page;
mod person;
mod sheet;
mod supervisor;
mod written;

pub use line::{CallSheetLine, CallSheetTask};
pub use page::CallSheetPage;
pub use sheet::{CallSheet, call_sheets};
pub use supervisor::{SupervisorRow, supervisor_rows};
pub use written::{WrittenCallSheet, written_listing};
