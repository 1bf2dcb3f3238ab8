//! Reports → bytes. Nothing here prints, and nothing knows which report it renders. A format is one file that implements
//! [`Exporter`], and a line in `format.rs`.

mod csv;
mod exporter;
mod faults;
mod fit;
mod format;
mod html;
mod json;
mod narrative;
mod sentence;
mod setting;
mod table;
mod text;
mod visible;
mod written;
mod xlsx;

pub use self::csv::csv;
pub use exporter::{ExportError, Exporter, Report, ReportLayout, StampLine, StampedRecords};
pub use faults::faults;
pub use format::Format;
pub use html::html;
pub use json::{json, json_object};
pub use narrative::narrative;
pub use setting::{ByteOrderMark, ExportSetting, TablePage, TextEncoding};
pub use table::table;
pub use visible::visible;
