//! What a row says, part by part, for whoever tells it: keys of texts and values, no words yet.

use crate::domain::{Phone, StaffId};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// A part of what a row says: the key of a text and what its places are filled with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowPart<'a> {
    /// The key of the text.
    pub key: &'static str,
    /// Each place of the text by its name, with its value.
    pub places: Vec<(&'static str, PartValue<'a>)>,
}

/// What a place is filled with. Numbers and names are shown as whoever tells it shows them to whoever asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartValue<'a> {
    /// A member of staff; none: it is not said who.
    Staff(Option<&'a StaffId>),
    /// Somebody by name and number, as far as the row gives them.
    Named(Option<&'a str>, Option<&'a Phone>),
    /// Text as written.
    Text(&'a str),
    /// A word of a list by its id; the list as the texts call it.
    Word(&'static str, &'static str),
    /// An offence of the policy by its id.
    Offence(&'a str),
    /// A day.
    Day(NaiveDate),
    /// A count.
    Count(u32),
    /// A sum, a number or a month, as it is written.
    Figure(String),
}

impl<'a> RowPart<'a> {
    /// A part without places.
    pub const fn new(key: &'static str) -> Self {
        RowPart { key, places: Vec::new() }
    }

    /// A part that says who of the staff did it.
    pub fn by(key: &'static str, staff: &'a StaffId) -> Self {
        RowPart::new(key).place("staff", PartValue::Staff(Some(staff)))
    }

    /// A text as written; none: it is blank.
    pub fn text(key: &'static str, text: &'a Option<String>) -> Option<Self> {
        text.as_deref().map(|text| RowPart::new(key).place("text", PartValue::Text(text)))
    }

    /// A day; none: it is blank.
    pub fn day(key: &'static str, day: Option<NaiveDate>) -> Option<Self> {
        day.map(|day| RowPart::new(key).place("day", PartValue::Day(day)))
    }

    /// A sum in yuan; none: it is blank.
    pub fn sum(key: &'static str, sum: Option<Decimal>) -> Option<Self> {
        sum.map(|sum| RowPart::new(key).place("amount", PartValue::Figure(sum.to_string())))
    }

    /// The day of a paper and who wrote it; none: the day is blank.
    pub fn paper(key: &'static str, day: Option<NaiveDate>, by: Option<&'a StaffId>) -> Option<Self> {
        RowPart::day(key, day).map(|part| part.place("by", PartValue::Staff(by)))
    }

    /// The part with one more place filled.
    #[must_use]
    pub fn place(mut self, name: &'static str, value: PartValue<'a>) -> Self {
        self.places.push((name, value));
        self
    }
}

/// The parts that are said.
pub fn said<'a, const N: usize>(parts: [Option<RowPart<'a>>; N]) -> Vec<RowPart<'a>> {
    parts.into_iter().flatten().collect()
}
