//! The digest of the rows that count: short enough to stand on paper, and another one where anything else counts.

use super::JournalError;
use super::content::json;
use super::counting::Counting;
use super::store::{RowRange, Store};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::ControlFlow;

/// A digest of the rows that count, sheet by sheet, and of what is noted beside them: equal sheets in the same order have
/// equal digests.
pub fn digest(counting: &Counting, store: &dyn Store) -> Result<String, JournalError> {
    let mut hasher = blake3::Hasher::new();
    for (sheet, digest) in store.sheet_digests()? {
        if counting.is_live(sheet) {
            hasher.update(&digest);
        }
    }
    for note in notes(counting, store)? {
        hasher.update(note.as_bytes()).update(b"\n");
    }
    // Half of it is enough to tell books apart.
    Ok(hasher.finalize().to_hex()[..16].to_owned())
}

/// What is noted beside the rows, in order; where nothing is, the digest is that of the rows alone.
fn notes(counting: &Counting, store: &dyn Store) -> Result<Vec<String>, JournalError> {
    let seen: BTreeSet<&str> = counting.seen().map(|seen| seen.item.as_str()).collect();
    let mut notes: Vec<String> = seen.into_iter().map(|item| format!("seen {item}")).collect();
    for seq in counting.completed() {
        store.rows(RowRange::One(seq), &mut |row| {
            let hex = row.whole.iter().fold(String::new(), |mut hex, byte| {
                // Writing to a text does not fail.
                let _ = write!(hex, "{byte:02X}");
                hex
            });
            notes.push(format!("completed {hex}"));
            Ok(ControlFlow::Continue(()))
        })?;
    }
    let settled = counting.settled_refusals();
    let outstanding = counting.refused().filter(|of| !settled.contains(&of.id));
    notes.extend(outstanding.map(|of| format!("rejected {} {} {}", of.row.file, of.row.line, json(&of.row.cells))));
    notes.sort_unstable();
    Ok(notes)
}
