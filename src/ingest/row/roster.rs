//! Who is who among the staff: numbers, names, and names that several bear.

use crate::domain::{Arg, Message, StaffId, StaffRow};
use crate::ingest::sheet::labels;
use crate::ingest::text::fold;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The numbers and names of the staff (花名册), as far as they are known.
#[derive(Debug, Clone, Default)]
pub struct StaffFinder {
    names: BTreeMap<StaffId, String>,
    exact: FxHashMap<String, StaffId>,
    /// Folded numbers; one written in two cases belongs to nobody for certain.
    numbers: HashMap<String, BTreeSet<StaffId>>,
    bearers: HashMap<String, BTreeSet<StaffId>>,
}

impl StaffFinder {
    /// Takes a row of the roster in; a later row of a number replaces the earlier.
    pub fn add(&mut self, row: &StaffRow) {
        if let Some(before) = self.names.insert(row.staff_id.clone(), row.name.clone())
            && let Some(bearers) = self.bearers.get_mut(&*key(&before))
        {
            bearers.remove(&row.staff_id);
        }
        self.exact.insert(row.staff_id.as_str().to_owned(), row.staff_id.clone());
        self.numbers.entry(key(row.staff_id.as_str()).into_owned()).or_default().insert(row.staff_id.clone());
        self.bearers.entry(key(&row.name).into_owned()).or_default().insert(row.staff_id.clone());
    }

    /// Whether nobody is on it.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The member of staff of exactly that number.
    pub fn numbered(&self, written: &str) -> Option<StaffId> {
        self.exact.get(written).cloned()
    }

    /// The member of staff that was written down, by number or else by name.
    ///
    /// # Errors
    /// A name that two bear, or one that nobody bears: what to write instead, to be put under the column's name.
    pub fn resolve(&self, written: &str) -> Result<StaffId, Message> {
        if let Some(id) = self.numbered(written) {
            return Ok(id);
        }
        let folded = key(written);
        for known in [&self.numbers, &self.bearers] {
            match known.get(&*folded) {
                Some(ids) if ids.len() == 1 => {
                    if let Some(id) = ids.first() {
                        return Ok(id.clone());
                    }
                }
                Some(ids) if ids.len() > 1 => {
                    let numbers = Arg::List(ids.iter().map(|id| id.as_str().into()).collect());
                    let text = labels::cell(written);
                    return Err(Message::new("ingest-staff-ambiguous").with("staff", text).with("numbers", numbers));
                }
                _ => {}
            }
        }
        Err(self.unknown(written, &folded))
    }

    fn unknown(&self, written: &str, folded: &str) -> Message {
        let message = |key| Message::new(key).with("staff", labels::cell(written));
        if self.names.is_empty() {
            return message("ingest-staff-no-roster");
        }
        if folded.chars().count() > LONGEST_NAME {
            return message("ingest-staff-unknown");
        }
        let mut near: Vec<(f64, &StaffId, &String)> = self
            .names
            .iter()
            .map(|(id, name)| {
                let like = |other: &str| strsim::normalized_damerau_levenshtein(folded, &key(other));
                (like(name).max(like(id.as_str())), id, name)
            })
            .filter(|(like, ..)| *like >= 0.5)
            .collect();
        near.sort_by(|(a, id, _), (b, other, _)| b.total_cmp(a).then(id.cmp(other)));
        if near.is_empty() {
            return message("ingest-staff-unknown");
        }
        let nearest = near.into_iter().take(3).map(|(_, id, name)| {
            Message::new("ingest-staff-named").with("name", name.as_str()).with("number", id.as_str()).into()
        });
        message("ingest-staff-near").with("near", Arg::List(nearest.collect()))
    }
}

/// Nobody's name or number is longer; a page of text in the wrong column is near to none.
const LONGEST_NAME: usize = 40;

/// Numbers and names are the same in any width and case, and with any spaces inside (`张 三`).
fn key(text: &str) -> Cow<'_, str> {
    // Chinese names are what nearly every cell holds, and they are their own key.
    if text.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c) || c.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(fold::value(text).chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roster(rows: &[(&str, &str)]) -> StaffFinder {
        let mut roster = StaffFinder::default();
        for (number, name) in rows {
            roster.add(&row(number, name));
        }
        roster
    }

    fn said(roster: &StaffFinder, written: &str) -> Result<String, &'static str> {
        roster.resolve(written).map(|id| id.to_string()).map_err(|message| message.key)
    }

    #[test]
    fn people_are_named_by_number_or_name_in_any_width() {
        let roster = roster(&[("A01", "张三"), ("A02", "王小明")]);
        for written in ["A01", "ａ０１", "张三", "张 三", "a01"] {
            assert_eq!(said(&roster, written), Ok("A01".into()), "{written}");
        }
    }

    #[test]
    fn a_name_two_bear_asks_for_the_number() {
        let mut roster = roster(&[("A01", "张三"), ("A02", "张三")]);
        let message = roster.resolve("张三").unwrap_err();
        assert_eq!(message.key, "ingest-staff-ambiguous");
        assert_eq!(message.args[1].1, Arg::from(vec!["A01", "A02"]));
        // A later row of the number gives another name: one bearer is left.
        roster.add(&row("A02", "李四"));
        assert_eq!(said(&roster, "张三"), Ok("A01".into()));
        assert_eq!(said(&roster, "李四"), Ok("A02".into()));
    }

    fn row(number: &str, name: &str) -> StaffRow {
        StaffRow::named(number, name)
    }

    #[test]
    fn a_number_counts_before_a_name() {
        let roster = roster(&[("甲", "乙"), ("乙", "丙")]);
        assert_eq!(said(&roster, "乙"), Ok("乙".into()));
    }

    #[test]
    fn strangers_are_refused_with_the_nearest_names() {
        assert_eq!(said(&StaffFinder::default(), "张三"), Err("ingest-staff-no-roster"));
        let roster = roster(&[("A01", "王小明"), ("A02", "李四")]);
        assert_eq!(said(&roster, "欧阳锋"), Err("ingest-staff-unknown"));
        let near = roster.resolve("王晓明").unwrap_err();
        let named = Message::new("ingest-staff-named").with("name", "王小明").with("number", "A01");
        assert_eq!(near, Message::new("ingest-staff-near").with("staff", "王晓明").with("near", vec![named]));
    }
}
