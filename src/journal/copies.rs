//! Sheets of one file whose rows all stand in another of its sheets: copies, which would double what they say.

use super::key::RowKey;
use std::collections::HashMap;

/// The rows of each sheet of the file being taken in, by what they are compared by.
#[derive(Default)]
pub(super) struct SheetKeys(Vec<(Option<String>, Vec<RowKey>)>);

impl SheetKeys {
    /// The next table; several tables of one sheet are one.
    pub fn begin(&mut self, sheet: Option<&str>) {
        if self.0.last().is_none_or(|(last, _)| last.as_deref() != sheet) {
            self.0.push((sheet.map(str::to_owned), Vec::new()));
        }
    }

    /// A row of it.
    pub fn row(&mut self, key: RowKey) {
        if let Some((_, rows)) = self.0.last_mut() {
            rows.push(key);
        }
    }

    /// Each copy and what it is one of. Of sheets with the same rows the first is none; one without rows is a copy of nothing.
    pub fn copies(&self) -> Vec<(String, String)> {
        let counted: Vec<HashMap<RowKey, usize>> = match &self.0[..] {
            [] | [_] => return Vec::new(),
            sheets => sheets.iter().map(|(_, rows)| count(rows)).collect(),
        };
        let is_copy = |one: usize, other: usize| {
            let [of, in_other] = [one, other].map(|at| self.0[at].1.len());
            let fits = 0 < of && (of < in_other || (of == in_other && other < one));
            fits && counted[one].iter().all(|(key, times)| counted[other].get(key).is_some_and(|there| times <= there))
        };
        let sheets = 0..self.0.len();
        let of = |one: usize| sheets.clone().find(|other| is_copy(one, *other));
        // What it is a copy of may be one itself: the last of them is none.
        let whole = |one: usize| std::iter::successors(of(one), |other| of(*other)).last();
        let name = |at: usize| self.0[at].0.clone().unwrap_or_default();
        sheets.clone().filter_map(|one| Some((name(one), name(whole(one)?)))).collect()
    }
}

fn count(rows: &[RowKey]) -> HashMap<RowKey, usize> {
    let mut counted = HashMap::new();
    rows.iter().for_each(|key| *counted.entry(*key).or_default() += 1);
    counted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copies(sheets: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut all = SheetKeys::default();
        for (name, rows) in sheets {
            all.begin(Some(name));
            rows.bytes().for_each(|row| all.row([row; 16]));
        }
        all.copies()
    }

    fn pair(one: &str, other: &str) -> (String, String) {
        (one.to_owned(), other.to_owned())
    }

    #[test]
    fn a_sheet_is_a_copy_if_all_its_rows_stand_in_another() {
        assert_eq!(copies(&[("一", "ab"), ("二", "abc")]), [pair("一", "二")]);
        assert_eq!(copies(&[("一", "ab"), ("二", "bc")]), []);
        assert_eq!(copies(&[("一", "ab"), ("二", "")]), []);
        assert_eq!(copies(&[("一", "aa")]), []);
    }

    #[test]
    fn of_equal_sheets_the_first_is_the_one() {
        assert_eq!(copies(&[("一", "ab"), ("二", "ba"), ("三", "ab")]), [pair("二", "一"), pair("三", "一")]);
        assert_eq!(copies(&[("一", "a"), ("二", "ab"), ("三", "abc")]), [pair("一", "三"), pair("二", "三")]);
    }

    #[test]
    fn a_row_that_stands_twice_must_stand_there_twice() {
        assert_eq!(copies(&[("一", "aab"), ("二", "abc")]), []);
        assert_eq!(copies(&[("一", "aab"), ("二", "aabc")]), [pair("一", "二")]);
    }
}
