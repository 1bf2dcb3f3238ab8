//! Rows and listings → bytes. Nothing here prints, and nothing knows which report it renders.

mod csv;
mod faults;
mod fit;
mod html;
mod json;
mod narrative;
mod sentence;
mod table;
mod visible;

pub use self::csv::{Mark, csv};
pub use faults::faults;
pub use html::html;
pub use json::{first_objects, json, json_object};
pub use narrative::narrative;
pub use table::{TablePage, table};
pub use visible::visible;
