//! Books of a few rows, written as the journal writes them.
#![allow(clippy::unwrap_used)]

use huifang::domain::{Books, Entry};
use serde_json::Value;

/// The rows in that order, the first on the second line of its sheet.
pub fn books(rows: &[Value]) -> Books {
    let entry = |(ix, row): (usize, &Value)| Entry {
        seq: ix as u64 + 1,
        source: 0,
        line: ix as u32 + 2,
        record: serde_json::from_value(row.clone()).unwrap(),
    };
    Books { entries: rows.iter().enumerate().map(entry).collect(), ..Books::default() }
}
