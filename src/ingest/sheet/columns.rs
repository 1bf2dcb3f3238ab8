//! Which column of a table holds which field, for one kind.

use crate::domain::{ColumnType, Field, Kind};
use crate::ingest::sheet::headings::HeadingMeaning;
use crate::ingest::text::fold;
use std::collections::BTreeMap;
use std::ops::Range;

/// A heading as written and every reading of it.
#[derive(Debug, Clone)]
pub struct ReadHeading {
    /// As written; it is also what a message calls the column.
    pub text: String,
    pub meanings: Vec<HeadingMeaning>,
    /// In how many kinds it is known: the fewer, the more it says.
    pub kinds: usize,
}

/// The columns of a table read as one kind of ledger.
#[derive(Debug, Clone)]
pub struct ColumnMap {
    pub kind: Kind,
    by_field: [Option<usize>; Field::ALL.len()],
    holds: [Option<ColumnType>; Field::ALL.len()],
    /// Further columns of the same field, under the same heading or another: they must not say something else.
    pub twins: Vec<(Field, usize)>,
    /// Further columns of phones (`手机` beside `家庭电话`): they hold alternative numbers.
    pub phones: Vec<usize>,
    /// Further columns of when it happened (`签到日期` beside `签到时间`): the day may stand in one, the time in the other.
    pub moments: Vec<usize>,
}

impl ColumnMap {
    /// Reads the headings of that range of columns as a ledger of that kind.
    pub fn read(kind: Kind, headings: &[ReadHeading], range: Range<usize>) -> ColumnMap {
        let by_field = [None; Field::ALL.len()];
        let mut holds = [None; Field::ALL.len()];
        for column in kind.columns() {
            holds[column.field as usize] = Some(column.holds);
        }
        let mut found = ColumnMap { kind, by_field, holds, twins: Vec::new(), phones: Vec::new(), moments: Vec::new() };
        let readings: Vec<(usize, Vec<HeadingMeaning>)> = range
            .filter_map(|at| {
                let own: Vec<HeadingMeaning> =
                    headings.get(at)?.meanings.iter().filter(|it| it.kind == kind).copied().collect();
                (!own.is_empty()).then_some((at, own))
            })
            .collect();
        let mut ranks: BTreeMap<Field, u16> = BTreeMap::new();
        for (at, own) in readings.iter().filter(|(_, own)| own.len() == 1) {
            found.place(headings, *at, own[0], &mut ranks);
        }
        // A word that can stand for two fields takes the first that no other heading has taken.
        for (at, own) in readings.iter().filter(|(_, own)| own.len() > 1) {
            if let Some(free) = own.iter().find(|it| found.of(it.field).is_none()) {
                found.place(headings, *at, *free, &mut ranks);
            }
        }
        found.phones.sort_unstable();
        found
    }

    fn place(
        &mut self,
        headings: &[ReadHeading],
        at: usize,
        meaning: HeadingMeaning,
        ranks: &mut BTreeMap<Field, u16>,
    ) {
        let HeadingMeaning { field, rank, .. } = meaning;
        let Some(before) = self.of(field) else {
            self.by_field[field as usize] = Some(at);
            ranks.insert(field, rank);
            return;
        };
        let is_same = headings[before].text.trim() == headings[at].text.trim();
        if field == Field::Phone && !is_same {
            self.phones.push(at);
            return;
        }
        let is_better = !is_same && ranks.get(&field).is_some_and(|best| rank < *best);
        if is_better {
            self.by_field[field as usize] = Some(at);
            ranks.insert(field, rank);
        }
        let other = if is_better { before } else { at };
        if field == Field::At && !is_same && occasion(&headings[before].text) == occasion(&headings[at].text) {
            self.moments.push(other);
        } else {
            self.twins.push((field, other));
        }
    }

    /// The column of a field.
    pub fn of(&self, field: Field) -> Option<usize> {
        self.by_field[field as usize]
    }

    /// Of which type the values of a field are in this kind; none: it has no such column.
    pub fn holds(&self, field: Field) -> Option<ColumnType> {
        self.holds[field as usize]
    }

    /// Every column of a field, the best first; without those of further phones.
    pub fn columns_of(&self, field: Field) -> impl Iterator<Item = usize> {
        let twins = self.twins.iter().filter(move |(twin, _)| *twin == field).map(|(_, at)| *at);
        let moments = self.moments.iter().copied().filter(move |_| field == Field::At);
        self.of(field).into_iter().chain(twins).chain(moments)
    }

    /// The fields found, with their columns.
    pub fn fields(&self) -> impl Iterator<Item = (Field, usize)> {
        Field::ALL.iter().filter_map(|field| Some((*field, self.of(*field)?)))
    }

    /// Every column that means something here.
    pub fn known(&self) -> impl Iterator<Item = usize> {
        let twins = self.twins.iter().map(|(_, at)| *at);
        let further = self.phones.iter().chain(&self.moments).copied();
        self.fields().map(|(_, at)| at).chain(twins).chain(further)
    }

    /// The required fields that have no column.
    pub fn missing(&self) -> Vec<Field> {
        let needed = self.kind.columns().iter().filter(|column| column.needed).map(|column| column.field);
        needed.filter(|field| self.of(*field).is_none()).collect()
    }

    /// How much the headings speak for this kind; what is missing is not yet taken off.
    pub fn weight(&self, headings: &[ReadHeading]) -> f64 {
        let weigh = |(field, at): (Field, usize)| {
            let kinds = headings[at].kinds;
            let factor = match field {
                field if field.is_descriptive() => 0.1,
                // `回访日期` says what the sheet is about, `日期` does not.
                Field::At if kinds <= 3 => 2.0,
                _ => 1.0,
            };
            10.0 / kinds.max(1) as f64 * factor
        };
        self.fields().map(weigh).sum()
    }
}

/// What a heading dates: `签到` of `签到日期`.
fn occasion(heading: &str) -> String {
    let word = fold::word(heading);
    let of = ["日期", "时间", "date", "time"].iter().find_map(|end| word.strip_suffix(end));
    of.unwrap_or(&word).to_owned()
}
