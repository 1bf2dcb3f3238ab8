//! Rows whose day lies far from everything else in their sheet: most likely a year or a month mistyped.

use crate::domain::{Books, OutermostDays, Seq};
use std::collections::{BTreeMap, BTreeSet};

/// The first and last rows of sheets that lie more than 60 days before or after all their other rows.
pub fn strays(books: &Books) -> BTreeSet<Seq> {
    let mut sheets: BTreeMap<u32, OutermostDays<Seq>> = BTreeMap::new();
    for entry in &books.entries {
        if let Some(at) = entry.record.at {
            sheets.entry(entry.source).or_default().add(at.date, entry.seq);
        }
    }
    let of = |ends: OutermostDays<Seq>| ends.early().map(|(_, seq, _)| seq).into_iter().chain(ends.late());
    sheets.into_values().flat_map(of).collect()
}
