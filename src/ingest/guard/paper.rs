//! Papers of this program that come back and are no ledger: how they are known.

use crate::ingest::guard::stored::FileBytes;
use std::io::{Read, Seek};

/// The word by which the supervisor's workbook (汇总) says in its properties what it is.
pub const SUMMARY: &str = "huifang-summary";

/// What the sheets are called that are only to be read (其他事项).
const OTHERS: [&str; 2] = ["其他事项", "other matters"];

/// The part of a workbook in which every program notes what it is and that it has saved it.
const PROPERTIES: &str = "docProps/core.xml";
/// More than any program writes there.
const LONGEST: u64 = 64 * 1024;

/// The properties of a workbook (xlsx) as they stand in it; none: it cannot be looked into, or has none.
pub fn properties(book: impl Read + Seek) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(book).ok()?;
    let mut text = Vec::new();
    archive.by_name(PROPERTIES).ok()?.take(LONGEST).read_to_end(&mut text).ok()?;
    Some(text)
}

/// Whether a workbook says that it is the supervisor's. One that cannot be looked into is read as every other.
pub fn is_summary(stored: &FileBytes) -> bool {
    let text = stored.open().ok().and_then(properties);
    text.is_some_and(|text| String::from_utf8_lossy(&text).contains(SUMMARY))
}

/// What the sheets are called on which rows of before are completed (待补登).
const TO_COMPLETE: [&str; 2] = ["待补登", "to be completed"];

/// Whether rows of before are completed on a sheet of that name.
pub fn is_to_complete(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    TO_COMPLETE.iter().any(|known| name.starts_with(known))
}

/// Whether a sheet of that name is only to be read.
pub fn is_to_be_read_only(name: &str) -> bool {
    OTHERS.contains(&name.trim().to_lowercase().as_str())
}
