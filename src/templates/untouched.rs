//! Whether a file is a template that nobody has worked in.

use std::io::{Cursor, Read};

/// The part of a workbook in which every program notes that it has saved it.
const PROPERTIES: &str = "docProps/core.xml";
/// More than any program writes there.
const LONGEST: u64 = 64 * 1024;

/// Whether `there` is a template like `fresh` that no program has saved since it was written, so that nothing is lost
/// with it. Its lists may be those of another day.
pub fn is_untouched(there: &[u8], fresh: &[u8]) -> bool {
    there == fresh || properties(there).is_some_and(|its| properties(fresh).is_some_and(|own| own == its))
}

fn properties(book: &[u8]) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).ok()?;
    let mut text = Vec::new();
    archive.by_name(PROPERTIES).ok()?.take(LONGEST).read_to_end(&mut text).ok()?;
    Some(text)
}
