//! One file per ledger (台账): its row, names, columns, and how it bears on the rest.
//!
//! ```text
//! registry      every ledger once: kinds, facts
//! staff … service   a ledger each
//! description   what a ledger is            column   what a column is, and the way to its value
//! cells         what rows are read from
//! field         what columns are called     value    of which types they are
//! telling       what a row says, part by part
//! headings      what ledgers share of what people write over columns
//! ```

mod assignment;
mod attendance;
mod cells;
mod column;
mod complaint;
mod description;
mod duty;
mod expert_call;
mod field;
mod finding;
mod handover;
mod headings;
mod household;
mod invite;
mod leave;
mod preheat;
mod registry;
mod returned;
mod sale;
mod service;
mod signup;
mod staff;
mod stop;
mod supervision;
mod telling;
mod value;
mod visit;
mod wage;

pub use assignment::Assignment;
pub use attendance::Attendance;
pub use cells::RowCells;
pub use column::Column;
pub use complaint::Complaint;
pub use description::{Ledger, LedgerNeed};
pub use duty::Duty;
pub use expert_call::ExpertCall;
pub use field::Field;
pub use finding::Finding;
pub use handover::Handover;
pub use household::Kin;
pub use invite::Invite;
pub use leave::Leave;
pub use preheat::Preheat;
pub use registry::{Fact, FactRow, Kind};
pub use returned::Return;
pub use sale::Sale;
pub use service::Service;
pub use signup::Signup;
pub use staff::StaffRow;
pub use stop::Stop;
pub use supervision::Supervision;
pub use telling::{PartValue, RowPart};
pub use value::{ColumnType, FieldValue, ListedWord, WordList, YesNoWords};
pub use visit::Visit;
pub use wage::Wage;

#[cfg(test)]
mod tests;
