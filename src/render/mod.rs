//! Rows and listings → bytes. Nothing here prints, and nothing knows which report it renders.

mod csv;
mod faults;
mod json;
mod table;
mod visible;

pub use self::csv::{Mark, csv};
pub use faults::faults;
pub use json::{json, json_object};
pub use table::{Page, table};
pub use visible::visible;
