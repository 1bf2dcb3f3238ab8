//! Rows whose day lies far from everything else in their sheet: most likely a year or a month mistyped.

use crate::domain::{Books, Seq};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Further from everything else in its sheet, a row says nothing of how far the ledger is kept.
const FAR: Days = Days::new(60);

/// The first or last rows of sheets that lie more than 60 days before or after all their other rows. Of two rows nobody can say
/// which of them strays.
pub fn strays(books: &Books) -> BTreeSet<Seq> {
    let mut sheets: BTreeMap<u32, Vec<(NaiveDate, Seq)>> = BTreeMap::new();
    for entry in &books.entries {
        if let Some(at) = entry.record.at {
            sheets.entry(entry.source).or_default().push((at.date, entry.seq));
        }
    }
    let mut strays = BTreeSet::new();
    for rows in sheets.values_mut() {
        rows.sort_unstable();
        let is_far =
            |earlier: NaiveDate, later: NaiveDate| earlier.checked_add_days(FAR).is_some_and(|near| near < later);
        if let [first, second, .., before, last] = rows.as_slice() {
            strays.extend(is_far(first.0, second.0).then_some(first.1));
            strays.extend(is_far(before.0, last.0).then_some(last.1));
        } else if let [first, middle, last] = rows.as_slice() {
            strays.extend(is_far(first.0, middle.0).then_some(first.1));
            strays.extend(is_far(middle.0, last.0).then_some(last.1));
        }
    }
    strays
}
