//! The rows that were refused before, as an import asks about them: which of them comes in now, corrected or not.

use crate::domain::Kind;
use crate::journal::{KnownRejection, plain};
use std::collections::{BTreeSet, HashMap};

/// A row that comes in.
pub struct ArrivingRow<'r> {
    /// The name of its file.
    pub file: &'r str,
    pub sheet: Option<&'r str>,
    pub kind: Kind,
    pub line: u32,
    /// In a file of rejected rows its number where it stood first.
    pub first: Option<u32>,
    pub cells: &'r [String],
}

/// Where a row stood first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstPlace {
    pub file: String,
    pub sheet: Option<String>,
    pub line: u32,
}

/// The rows refused before.
#[derive(Default)]
pub struct EarlierRejections {
    rows: Vec<KnownRejection>,
    is_any_outstanding: bool,
    /// By the name without ending of the file they stood in first, and their number there.
    by_place: HashMap<(String, u32), Vec<usize>>,
    /// By the name without ending of the file they were written to, and their number.
    by_file: HashMap<(String, u32), Vec<usize>>,
    /// By what stands in them.
    by_cells: HashMap<Vec<String>, Vec<usize>>,
}

impl EarlierRejections {
    pub fn of(rows: Vec<KnownRejection>) -> EarlierRejections {
        let is_any_outstanding = rows.iter().any(|noted| noted.is_outstanding);
        let mut before = EarlierRejections { rows, is_any_outstanding, ..EarlierRejections::default() };
        for (at, noted) in before.rows.iter().enumerate() {
            let row = &noted.row;
            before.by_place.entry((stem(&row.file), row.line)).or_default().push(at);
            before.by_file.entry((stem(&row.written), row.line)).or_default().push(at);
            before.by_cells.entry(filled(&row.cells)).or_default().push(at);
        }
        before
    }

    /// The names of the files that rows were written to.
    pub fn names(&self) -> BTreeSet<&str> {
        self.rows.iter().map(|noted| noted.row.written.as_str()).collect()
    }

    /// Where the row stood first, as far as is known.
    pub fn place(&self, coming: &ArrivingRow<'_>) -> FirstPlace {
        if let Some(noted) = self.refused(coming).first() {
            return FirstPlace { file: noted.row.file.clone(), sheet: noted.row.sheet.clone(), line: noted.row.line };
        }
        let file = match coming.first {
            Some(_) => first_name(coming.file),
            None => coming.file.to_owned(),
        };
        FirstPlace { file, sheet: coming.sheet.map(str::to_owned), line: coming.first.unwrap_or(coming.line) }
    }

    /// The refusals of the very same row: from the same place, with the same in it.
    pub fn same<'s>(&'s self, place: &'s FirstPlace, cells: &[String]) -> impl Iterator<Item = &'s KnownRejection> {
        let cells = filled(cells);
        let at = |noted: &&KnownRejection| {
            plain(&noted.row.file) == plain(&place.file)
                && noted.row.sheet == place.sheet
                && noted.row.line == place.line
        };
        self.by_cells.get(&cells).into_iter().flatten().map(|at| &self.rows[*at]).filter(at)
    }

    /// The outstanding rows that this one is, corrected or not.
    pub fn outstanding(&self, coming: &ArrivingRow<'_>) -> Vec<&KnownRejection> {
        if !self.is_any_outstanding {
            return Vec::new();
        }
        let mut found = self.refused(coming);
        // What was refused again in the meantime is still the same row.
        for noted in found.clone() {
            let key = (stem(&noted.row.file), noted.row.line);
            let later = self.by_place.get(&key).into_iter().flatten().map(|at| &self.rows[*at]);
            found.extend(later.filter(|later| later.row.sheet == noted.row.sheet && is_part(later, coming.cells)));
        }
        // A row that was refused for what was not known then may come in anywhere as it was.
        let equal = self.by_cells.get(&filled(coming.cells)).into_iter().flatten().map(|at| &self.rows[*at]);
        found.extend(equal.filter(|noted| noted.row.kind == coming.kind));
        found.retain(|noted| noted.is_outstanding);
        found.sort_by_key(|noted| noted.id);
        found.dedup_by_key(|noted| noted.id);
        found
    }

    /// The refusals of this row by where it stands, the newest first.
    fn refused(&self, coming: &ArrivingRow<'_>) -> Vec<&KnownRejection> {
        let at = |index: &HashMap<(String, u32), Vec<usize>>, name: String, line: u32| -> Vec<&KnownRejection> {
            let all = index.get(&(name, line)).into_iter().flatten().rev().map(|at| &self.rows[*at]);
            all.filter(|noted| noted.row.kind == coming.kind).collect()
        };
        let Some(first) = coming.first else {
            let mut here = at(&self.by_place, stem(coming.file), coming.line);
            // Another day's sheet of that name has another row there.
            here.retain(|noted| noted.row.sheet.as_deref() == coming.sheet && is_part(noted, coming.cells));
            return here;
        };
        let mut named = at(&self.by_file, stem(coming.file), first);
        if named.len() > 1 {
            // Two sheets of a workbook may have the row.
            let of_sheet = |noted: &&KnownRejection| noted.row.sheet.as_deref() == coming.sheet;
            if named.iter().any(of_sheet) {
                named.retain(of_sheet);
            }
        }
        if named.is_empty() {
            // The file has been given another name.
            named = at(&self.by_place, stem(&first_name(coming.file)), first);
            named.retain(|noted| is_part(noted, coming.cells));
        }
        if named.is_empty() {
            let all = self.rows.iter().rev().filter(|noted| noted.row.kind == coming.kind && noted.row.line == first);
            named = all.filter(|noted| is_part(noted, coming.cells)).collect();
        }
        named
    }
}

/// Whether all that was right about a refused row stands in these cells.
fn is_part(noted: &KnownRejection, cells: &[String]) -> bool {
    let of_row = noted.row.cells.iter().enumerate();
    let right = of_row.filter(|(at, _)| !noted.row.wrong.contains(at)).map(|(_, cell)| cell.trim());
    let mut right = right.filter(|cell| !cell.is_empty()).peekable();
    let mut left: Vec<&str> = cells.iter().map(|cell| cell.trim()).collect();
    right.peek().is_some()
        && right.all(|cell| {
            let found = left.iter().position(|other| *other == cell);
            found.map(|at| left.swap_remove(at)).is_some()
        })
}

/// What stands in cells, in their order.
fn filled(cells: &[String]) -> Vec<String> {
    cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
}

/// A name without its ending and without what copying adds to it.
fn stem(file: &str) -> String {
    let plain = plain(file);
    match plain.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem.to_owned(),
        _ => plain,
    }
}

/// What stands between the name of a file and the number of the batch in that of its rejected rows.
pub const MARK: &str = "-rejects-";

/// The name of the file that rejected rows are of, from that of the file they stand in.
pub fn first_name(file: &str) -> String {
    let plain = plain(file);
    let (stem, ending) = plain.rsplit_once('.').unwrap_or((&plain, ""));
    let mut stem = stem;
    while let Some((before, numbers)) = stem.rsplit_once(MARK)
        && !before.is_empty()
        && numbers.chars().all(|char| char.is_ascii_digit() || char == '-')
    {
        stem = before;
    }
    if ending.is_empty() { stem.to_owned() } else { format!("{stem}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::first_name;

    #[test]
    fn rejected_rows_of_rejected_rows_have_one_plain_name() {
        for name in [
            "出货.csv",
            "出货-rejects-1.csv",
            "出货-rejects-1-2.csv",
            "出货-rejects-1-rejects-12.csv",
            "出货-rejects-3 (2).csv",
        ] {
            assert_eq!(first_name(name), "出货.csv", "{name}");
        }
        assert_eq!(first_name("出货-rejects-一.csv"), "出货-rejects-一.csv");
    }
}
