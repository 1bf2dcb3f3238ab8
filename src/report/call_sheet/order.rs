//! In which order the lines of a sheet are worked: what is overdue first, then by day; one door after the other.

use super::line::CallSheetLine;
use super::page::CallSheetPage;
use std::collections::BTreeMap;

/// Sheet by sheet, each by its lines' first tasks; lines of one household stand together where the first of them stands, and so
/// do households of one place.
pub fn as_worked(mut lines: Vec<CallSheetLine>) -> Vec<CallSheetLine> {
    lines.sort_by_key(|line| {
        let first = line.tasks.first();
        let day = first.map(|task| (!task.is_overdue, task.due));
        (line.page, day, line.household.clone(), line.ids())
    });
    let mut households: BTreeMap<(CallSheetPage, String), usize> = BTreeMap::new();
    let mut places: BTreeMap<(CallSheetPage, String), usize> = BTreeMap::new();
    let mut keyed: Vec<((usize, usize, usize), CallSheetLine)> = Vec::with_capacity(lines.len());
    for (at, line) in lines.into_iter().enumerate() {
        let household = *households.entry((line.page, line.household.to_string())).or_insert(at);
        let place = match &line.address {
            Some(address) => *places.entry((line.page, address.clone())).or_insert(household),
            None => household,
        };
        keyed.push(((place, household, at), line));
    }
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, line)| line).collect()
}
