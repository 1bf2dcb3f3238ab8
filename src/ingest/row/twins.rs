//! Several columns of one field: whether they say the same, in whatever spelling.

use crate::domain::{ColumnType, Field, Message};
use crate::ingest::cell::RawCell;
use crate::ingest::row::typing::Typing;
use crate::ingest::sheet::labels;
use crate::ingest::text::fold;
use crate::ingest::values::{number, phone, vocabulary};

impl Typing<'_> {
    /// Notes columns of one field that say different things, under one heading or under two.
    pub fn compare_twins(&mut self) {
        let columns = self.columns;
        let others = columns.twins.iter().copied().chain(columns.moments.iter().map(|at| (Field::At, *at)));
        for (field, other) in others {
            let filled = |at: &usize| !self.says_nothing(field, self.cell_at(*at));
            let before = columns.columns_of(field).take_while(|at| *at != other).find(filled);
            let Some(one) = before.filter(|_| filled(&other)) else { continue };
            // Remarks under two headings are put together, and further numbers are alternatives.
            let is_more = field == Field::AltPhone || (field == Field::Note && self.called(one) != self.called(other));
            if is_more || self.is_same(field, self.cell_at(one), self.cell_at(other)) {
                continue;
            }
            let message = Message::new("ingest-twins").with("column", self.called(one));
            let message = message.with("other_column", self.called(other));
            let said = |at: usize| labels::cell(&self.cell_at(at).text);
            let problem = message.with("one", said(one)).with("other", said(other));
            self.problems.push(problem);
            self.wrong.extend([one, other]);
        }
    }

    fn is_same(&self, field: Field, one: &RawCell, other: &RawCell) -> bool {
        let (a, b) = (fold::value(&one.text), fold::value(&other.text));
        if a == b || fold::word(&a) == fold::word(&b) {
            return true;
        }
        match self.columns.holds(field) {
            Some(ColumnType::Moment | ColumnType::Day | ColumnType::Birthday) => self.is_same_moment(one, other),
            Some(ColumnType::Phones) => same(phone::read(&a).ok(), phone::read(&b).ok()),
            Some(ColumnType::Count | ColumnType::Number | ColumnType::Money) => {
                same(number::read(&a), number::read(&b))
            }
            Some(ColumnType::Grade) => same(vocabulary::satisfaction(&a), vocabulary::satisfaction(&b)),
            Some(ColumnType::Staff(_)) => {
                let id = |text: &str| self.context.roster.resolve(text).ok();
                same(id(&a), id(&b))
            }
            Some(ColumnType::Word(list)) => same(vocabulary::find_on(list, &a), vocabulary::find_on(list, &b)),
            Some(ColumnType::YesNo(words)) => {
                let read = |text: &str| vocabulary::yes_or(text, words.yes, words.no);
                same(read(&a), read(&b))
            }
            Some(
                ColumnType::Month
                | ColumnType::Code
                | ColumnType::Figure
                | ColumnType::Prose
                | ColumnType::Person
                | ColumnType::StaffNumber
                | ColumnType::Offence,
            )
            | None => false,
        }
    }

    /// Days that are one, where at the most one of them has a time of day, or a day and a time that make one moment.
    fn is_same_moment(&self, one: &RawCell, other: &RawCell) -> bool {
        let read = |cell: &RawCell| self.written_moment(cell, &fold::value(&cell.text)).ok();
        match (read(one), read(other)) {
            (Some(a), Some(b)) => a.date == b.date && (a.time == b.time || a.time.is_none() || b.time.is_none()),
            // What is no date is said of its own, or stands beside a day as its time.
            _ => true,
        }
    }
}

fn same<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.is_some() && one == other
}
