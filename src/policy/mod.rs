//! Checked policy + books + date → assessment. Pure: no clock, no SQL, no files.

mod assessment;

pub use assessment::*;
