//! Where two workbooks of one report differ.

use crate::ingest::{PlainBook, PlainSheet};
use crate::report::ReportDifference;
use std::collections::{BTreeMap, BTreeSet};

/// Cells that stand at the same place; a sheet that only one of them has is one difference.
pub fn book(report: &PlainBook, derived: &PlainBook) -> Vec<ReportDifference> {
    let mut found = Vec::new();
    for at in 0..report.sheets.len().max(derived.sheets.len()) {
        match (report.sheets.get(at), derived.sheets.get(at)) {
            (Some(one), Some(other)) if one.name == other.name => found.extend(sheet(one, other)),
            (one, other) => {
                let name = |of: Option<&PlainSheet>| of.map(|sheet| sheet.name.clone());
                found.push(ReportDifference { row: 1, field: None, report: name(one), derived: name(other) });
            }
        }
    }
    found
}

fn sheet(report: &PlainSheet, derived: &PlainSheet) -> Vec<ReportDifference> {
    let headings = headings(derived);
    let places: BTreeSet<&(u32, u32)> = report.cells.keys().chain(derived.cells.keys()).collect();
    let differs = |place: &&(u32, u32)| report.cells.get(place) != derived.cells.get(place);
    let difference = |place: &(u32, u32)| {
        let heading = headings.get(&place.1).map(|heading| format!(" {heading}")).unwrap_or_default();
        ReportDifference {
            row: place.0 as usize,
            field: Some(format!("{}{heading}", PlainSheet::place(*place))),
            report: report.cells.get(place).cloned(),
            derived: derived.cells.get(place).cloned(),
        }
    };
    places.into_iter().filter(differs).map(difference).collect()
}

/// The headings by column: the first row in which more than one cell is filled, for a title fills one.
fn headings(sheet: &PlainSheet) -> BTreeMap<u32, &str> {
    let mut row: BTreeMap<u32, &str> = BTreeMap::new();
    let mut of = 0;
    for ((line, column), text) in &sheet.cells {
        if *line != of {
            if row.len() > 1 {
                return row;
            }
            (of, row) = (*line, BTreeMap::new());
        }
        row.insert(*column, text);
    }
    if row.len() > 1 { row } else { BTreeMap::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cells: &[((u32, u32), &str)]) -> PlainBook {
        let cells = cells.iter().map(|(at, text)| (*at, (*text).to_owned())).collect();
        PlainBook { comment: None, sheets: vec![PlainSheet { name: "归属".to_owned(), cells }] }
    }

    #[test]
    fn a_cell_that_differs_is_named_by_its_place_and_heading() {
        let derived =
            of(&[((1, 0), "资源归属表"), ((3, 0), "家庭"), ((3, 1), "归属"), ((4, 0), "甲"), ((4, 1), "1003")]);
        assert_eq!(book(&derived, &derived), []);
        let mut changed = derived.clone();
        changed.sheets[0].cells.insert((4, 1), "1004".to_owned());
        let found = book(&changed, &derived);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].row, found[0].field.as_deref()), (4, Some("B4 归属")));
        assert_eq!((found[0].report.as_deref(), found[0].derived.as_deref()), (Some("1004"), Some("1003")));
    }

    #[test]
    fn a_sheet_more_or_less_is_a_difference() {
        let derived = of(&[((1, 0), "一")]);
        let none = PlainBook { comment: None, sheets: Vec::new() };
        let found = book(&none, &derived);
        assert_eq!((found[0].report.as_deref(), found[0].derived.as_deref()), (None, Some("归属")));
        assert_eq!(book(&derived, &none)[0].report.as_deref(), Some("归属"));
    }
}
