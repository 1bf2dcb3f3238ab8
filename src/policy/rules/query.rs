//! Queries: which rows of a ledger are meant (查询).

use crate::domain::{Column, ColumnType, Field, FieldValue, Kind, Record, WordList, narrow};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Which rows of a ledger are meant: those of which every condition holds, by the date that counts.
///
/// Fields, words and dates are those of the ledger's columns, looked up when the policy is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// The ledger (台账).
    pub ledger: Kind,
    /// What a row must say, all of it, in the order of the fields' ids.
    pub conditions: Vec<Condition>,
    /// The dates of which the first that is not blank counts; at least one.
    pub dated: Vec<QueryField>,
}

/// What a row must say in one of its fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// The field.
    pub field: QueryField,
    /// What must stand there.
    pub wanted: Wanted,
}

/// A column of a query's ledger, looked up when the policy is read.
#[derive(Debug, Clone, Copy)]
pub struct QueryField {
    /// The ledger it is a column of.
    pub ledger: Kind,
    /// The column.
    pub column: &'static Column,
}

/// What must stand in a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Wanted {
    /// One of these.
    OneOf(Vec<Choice>),
    /// A number in these bounds, each of them included; a blank is in none.
    Within {
        /// The smallest there may be; none: no bound.
        at_least: Option<Decimal>,
        /// The largest there may be; none: no bound.
        at_most: Option<Decimal>,
    },
}

/// One of the things that may stand in a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    /// Anything, but not a blank (`"*"`).
    Filled,
    /// A blank (`""`).
    Blank,
    /// Yes or no; a blank is no.
    YesNo(bool),
    /// That number.
    Number(Decimal),
    /// That day.
    Day(NaiveDate),
    /// That word of the field's list.
    Word(&'static str),
    /// That text, number of staff or phone, by [`text_key`].
    Text(String),
}

impl QueryField {
    /// Its id in files.
    pub const fn id(self) -> &'static str {
        self.column.id()
    }

    /// The column of that id, if rows of the ledger keep one.
    pub fn of(ledger: Kind, id: &str) -> Option<Self> {
        let column = ledger.ledger().column_of(id).filter(|column| column.kept)?;
        Some(QueryField { ledger, column })
    }

    /// Whether it holds days.
    pub fn is_day(self) -> bool {
        self.column.holds.has_day()
    }

    /// Whether a blank there is read as something (no, a meeting, another way), so that no row is ever blank in it.
    pub fn is_never_blank(self) -> bool {
        matches!(
            self.column.holds,
            ColumnType::YesNo(_) | ColumnType::Word(WordList::Place) | ColumnType::Word(WordList::Channel)
        )
    }

    /// The day a row says there; none: none.
    pub fn day(self, record: &Record) -> Option<NaiveDate> {
        record.value(self.column.field)?.day()
    }

    /// What a row says there as it stands on that day; none: nothing. A day after it is not known yet, unless the field is
    /// for days to come.
    fn read(self, record: &Record, as_of: NaiveDate) -> Option<FieldValue<'_>> {
        let value = record.value(self.column.field)?;
        let looks_ahead = matches!(self.column.field, Field::Expires | Field::NextAt);
        (looks_ahead || value.day().is_none_or(|day| day <= as_of)).then_some(value)
    }
}

impl PartialEq for QueryField {
    fn eq(&self, other: &Self) -> bool {
        (self.ledger, self.id()) == (other.ledger, other.id())
    }
}

impl Serialize for QueryField {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.id().serialize(serializer)
    }
}

/// As a policy writes it, with the dates always said.
impl Serialize for Query {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("ledger", &self.ledger)?;
        if !self.conditions.is_empty() {
            map.serialize_entry("where", &AsWhere(&self.conditions))?;
        }
        map.serialize_entry("dated", &self.dated)?;
        map.end()
    }
}

/// Conditions as a policy writes them: each field with what must stand there.
pub struct AsWhere<'c>(pub &'c [Condition]);

impl Serialize for AsWhere<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|condition| (condition.field.id(), &condition.wanted)))
    }
}

impl Serialize for Wanted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Wanted::OneOf(choices) => match choices.as_slice() {
                [choice] => choice.serialize(serializer),
                choices => serializer.collect_seq(choices),
            },
            Wanted::Within { at_least, at_most } => {
                let bounds = [("at_least", at_least), ("at_most", at_most)];
                serializer.collect_map(bounds.into_iter().filter_map(|(key, bound)| Some((key, bound.as_ref()?))))
            }
        }
    }
}

impl Serialize for Choice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Choice::Filled => "*".serialize(serializer),
            Choice::Blank => "".serialize(serializer),
            Choice::YesNo(yes) => yes.serialize(serializer),
            Choice::Number(number) => Serialize::serialize(number, serializer),
            Choice::Day(day) => day.serialize(serializer),
            Choice::Word(id) => id.serialize(serializer),
            Choice::Text(text) => text.serialize(serializer),
        }
    }
}

impl Query {
    /// The day a row counts for, by the date that counts; none: that is blank. It may lie ahead.
    pub fn day_of(&self, record: &Record) -> Option<NaiveDate> {
        self.dated.iter().find_map(|field| field.day(record))
    }

    /// The conditions that a row of the ledger does not fulfil as it stands on that day.
    pub fn unfulfilled<'q>(&'q self, record: &'q Record, as_of: NaiveDate) -> impl Iterator<Item = &'q Condition> {
        self.conditions.iter().filter(move |condition| !condition.holds(record, as_of))
    }

    /// The day a row of the ledger counts for, if it is picked as it stands on that day.
    pub fn picks(&self, record: &Record, as_of: NaiveDate) -> Option<NaiveDate> {
        self.unfulfilled(record, as_of).next().is_none().then(|| self.day_of(record))?
    }

    /// Whether it asks for something in that field.
    pub fn asks(&self, field: &str) -> bool {
        self.conditions.iter().any(|condition| condition.field.id() == field)
    }

    /// Whether the row's own day is the one that counts.
    pub fn is_dated_at(&self) -> bool {
        self.dated.first().is_some_and(|field| field.id() == "at")
    }
}

impl Condition {
    /// Whether it holds of a row of its ledger as that stands on that day.
    pub fn holds(&self, record: &Record, as_of: NaiveDate) -> bool {
        let value = self.field.read(record, as_of);
        match &self.wanted {
            Wanted::OneOf(choices) => choices.iter().any(|choice| choice.is(value)),
            Wanted::Within { at_least, at_most } => value.and_then(number).is_some_and(|number| {
                at_least.is_none_or(|least| least <= number) && at_most.is_none_or(|most| number <= most)
            }),
        }
    }

    /// What a row says there, as an id or as written; none: nothing.
    pub fn found(&self, record: &Record, as_of: NaiveDate) -> Option<String> {
        Some(match self.field.read(record, as_of)? {
            FieldValue::Text(text) => text.to_owned(),
            FieldValue::Word(id) => id.to_owned(),
            FieldValue::YesNo(yes) => yes.to_string(),
            FieldValue::Day(day) => day.to_string(),
            FieldValue::Moment(moment) => moment.to_string(),
            FieldValue::Month(month) => month.to_string(),
            FieldValue::Number(number) | FieldValue::Money(number) => number.to_string(),
            FieldValue::Phones(phones) => phones.first()?.to_string(),
            FieldValue::Staff(staff) => staff.to_string(),
        })
    }
}

fn number(value: FieldValue<'_>) -> Option<Decimal> {
    match value {
        FieldValue::Number(number) | FieldValue::Money(number) => Some(number),
        _ => None,
    }
}

impl Choice {
    fn is(&self, value: Option<FieldValue<'_>>) -> bool {
        match (self, value) {
            (Choice::Filled, value) => value.is_some(),
            (Choice::Blank, value) => value.is_none(),
            (Choice::YesNo(wanted), Some(FieldValue::YesNo(yes))) => *wanted == yes,
            (Choice::Number(wanted), Some(value)) => number(value) == Some(*wanted),
            (Choice::Day(wanted), Some(value)) => value.day() == Some(*wanted),
            (Choice::Word(wanted), Some(FieldValue::Word(id))) => *wanted == id,
            (Choice::Text(wanted), Some(FieldValue::Text(text))) => *wanted == text_key(text),
            (Choice::Text(wanted), Some(FieldValue::Staff(staff))) => *wanted == text_key(staff.as_str()),
            (Choice::Text(wanted), Some(FieldValue::Month(month))) => *wanted == month.to_string(),
            (Choice::Text(wanted), Some(FieldValue::Phones(phones))) => {
                phones.iter().any(|phone| *wanted == text_key(phone.as_str()))
            }
            _ => false,
        }
    }
}

/// A text as texts are compared: trimmed, half width, in simplified characters.
pub fn text_key(text: &str) -> String {
    fast2s::convert(&text.trim().chars().map(narrow).collect::<String>())
}
