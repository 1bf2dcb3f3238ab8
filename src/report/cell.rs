//! One value of a listing, by what it is: each format writes it in its own way.

use super::{Money, Month};
use crate::domain::{Moment, StaffId};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// What stands in a column of a row, and how much it asks for attention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The value, unwritten.
    pub value: CellValue,
    /// Its colour, where there is any.
    pub tone: Tone,
}

/// A value by its type. What a house decides on, words of its language and masks of its phones, is settled when the
/// listing is made; how days, counts and sums are written is the format's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellValue {
    /// Nothing: it is not known, or does not apply.
    Blank,
    /// What people wrote, and sentences.
    Text(String),
    /// A word of a closed list, a clause, an obligation: in the language of whoever reads.
    Word(String),
    /// What something is called by: staff number, violation, task.
    Id(String),
    /// Phones as they are shown: masked, unless they are to be dialled or were asked for in full.
    Phone(String),
    /// A calendar day.
    Day(NaiveDate),
    /// A calendar month.
    Month(Month),
    /// A day with its time, in the house's own time zone.
    Moment(Moment),
    /// How many.
    Count(i64),
    /// Yuan or points, to two decimals.
    Money(Money),
    /// A sum as somebody typed it, with as many decimals.
    Number(Decimal),
}

/// How much a cell asks for attention, where colour is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As everything else.
    Plain,
    /// It can be left for later.
    Quiet,
    /// It wants looking at.
    Warning,
    /// It is late or over.
    Alarm,
}

impl CellValue {
    /// Whether there is nothing to show: blank, or words without a letter.
    pub fn is_empty(&self) -> bool {
        match self {
            CellValue::Blank => true,
            CellValue::Text(text) | CellValue::Word(text) | CellValue::Id(text) | CellValue::Phone(text) => {
                text.is_empty()
            }
            _ => false,
        }
    }
}

impl Cell {
    /// The same value asking for attention.
    #[must_use]
    pub fn toned(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// No value.
    pub const fn blank() -> Self {
        Cell { value: CellValue::Blank, tone: Tone::Plain }
    }

    /// A value that may be missing.
    pub fn maybe(value: Option<impl Into<Cell>>) -> Self {
        value.map_or_else(Cell::blank, Into::into)
    }

    /// A word of a closed list, said.
    pub fn word(word: impl Into<String>) -> Self {
        CellValue::Word(word.into()).into()
    }

    /// What something is called by.
    pub fn id(id: impl ToString) -> Self {
        CellValue::Id(id.to_string()).into()
    }

    /// A phone, or several, as they are to be shown.
    pub fn phone(shown: impl Into<String>) -> Self {
        CellValue::Phone(shown.into()).into()
    }

    /// How many; more than fits is as much as fits.
    pub fn count(count: impl TryInto<i64>) -> Self {
        CellValue::Count(count.try_into().unwrap_or(i64::MAX)).into()
    }
}

impl From<CellValue> for Cell {
    fn from(value: CellValue) -> Self {
        Cell { value, tone: Tone::Plain }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        CellValue::Text(text).into()
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&StaffId> for Cell {
    fn from(id: &StaffId) -> Self {
        Cell::id(id)
    }
}

impl From<NaiveDate> for Cell {
    fn from(day: NaiveDate) -> Self {
        CellValue::Day(day).into()
    }
}

impl From<Month> for Cell {
    fn from(month: Month) -> Self {
        CellValue::Month(month).into()
    }
}

impl From<Moment> for Cell {
    fn from(at: Moment) -> Self {
        CellValue::Moment(at).into()
    }
}

impl From<Money> for Cell {
    fn from(sum: Money) -> Self {
        CellValue::Money(sum).into()
    }
}

impl From<Decimal> for Cell {
    fn from(number: Decimal) -> Self {
        CellValue::Number(number).into()
    }
}
