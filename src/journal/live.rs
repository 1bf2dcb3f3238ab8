//! What counts of the rows.

use crate::domain::Seq;
use rusqlite::Connection;
use std::collections::HashSet;

/// The rows whose place another one has taken.
pub(super) fn completed(connection: &Connection) -> rusqlite::Result<HashSet<Seq>> {
    let mut rows = connection.prepare("SELECT seq FROM completed_row")?;
    rows.query_map([], |row| row.get(0))?.collect()
}
