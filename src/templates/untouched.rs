//! Whether a file is a template that nobody has worked in.

use crate::ingest::properties;
use std::io::Cursor;

/// Whether `there` is a template like `fresh` that no program has saved since it was written, so that nothing is lost
/// with it. Its lists may be those of another day.
pub fn is_untouched(there: &[u8], fresh: &[u8]) -> bool {
    there == fresh || properties(Cursor::new(there)).is_some_and(|its| properties(Cursor::new(fresh)) == Some(its))
}
