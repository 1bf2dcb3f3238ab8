//! One value as it is written.

use super::reading::Reading;
use super::unknown::unknown;
use crate::domain::{ClosedList, Message};
use chrono::NaiveDate;
use std::ops::Range;
use toml_spanner::{Item, TableStyle, Value};

/// A value as it is written in a file, of whatever type.
#[derive(Clone, Copy)]
pub struct WrittenValue<'r> {
    pub(super) reading: &'r Reading<'r>,
    pub(super) item: &'r Item<'r>,
}

impl<'r> WrittenValue<'r> {
    /// The bytes it is written in; of a table under a heading only the heading.
    pub fn span(&self) -> Range<usize> {
        let span = self.item.span();
        let is_header = self.item.as_table().is_some_and(|table| table.style() == TableStyle::Header);
        match is_header {
            true => span.extract_header_span(self.reading.text.as_bytes()).range(),
            false => span.range(),
        }
    }

    /// Notes that it cannot be used, and why.
    pub fn fault(&self, message: Message) {
        self.reading.fault(self.span(), message);
    }

    /// Notes what is wrong with a part of it.
    pub fn fault_at(&self, span: Range<usize>, message: Message) {
        self.reading.fault(span, message);
    }

    /// Notes that it is of another type than what is `wanted` (`policy-wanted-…`).
    pub fn is_not(&self, wanted: Message) {
        self.fault(Message::new("policy-fault-type").with("wanted", wanted).with("found", found(self.item)));
    }

    /// Its text.
    pub fn text(&self) -> Option<&'r str> {
        self.item.as_str().or_else(|| self.none(Message::new("policy-wanted-text")))
    }

    /// A whole number, zero or more.
    pub fn count(&self) -> Option<u32> {
        let number = self.item.as_i128().and_then(|number| u32::try_from(number).ok());
        number.or_else(|| self.none(Message::new("policy-wanted-count")))
    }

    /// True or false.
    pub fn flag(&self) -> Option<bool> {
        self.item.as_bool().or_else(|| self.none(Message::new("policy-wanted-boolean")))
    }

    /// A calendar date; one with a time is its day.
    pub fn day(&self) -> Option<NaiveDate> {
        let Some(moment) = self.item.as_datetime() else {
            return self.none(Message::new("policy-wanted-date"));
        };
        let day = moment
            .date()
            .and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()));
        if day.is_none() {
            self.fault(Message::new("policy-fault-date"));
        }
        day
    }

    /// A word of a closed list, by its id.
    pub fn word<T: ClosedList>(&self) -> Option<T> {
        let id = self.text()?;
        let word = T::from_id(id);
        if word.is_none() {
            let known: Vec<&str> = T::all().iter().map(|word| word.list_id()).collect();
            let (plain, near) = ("policy-fault-unknown-word", "policy-fault-unknown-word-near");
            self.fault(unknown([plain, near], "word", id, &known));
        }
        word
    }

    /// The values of a list.
    pub fn list(&self) -> Option<Vec<WrittenValue<'r>>> {
        self.as_list().or_else(|| self.none(Message::new("policy-wanted-list")))
    }

    /// The values, where it is a list.
    pub fn as_list(&self) -> Option<Vec<WrittenValue<'r>>> {
        let list = self.item.as_array()?;
        Some(list.iter().map(|item| WrittenValue { reading: self.reading, item }).collect())
    }

    /// Whether it is a table.
    pub fn is_table(&self) -> bool {
        self.item.as_table().is_some()
    }

    /// The whole number it is, without a fault if it is none.
    pub fn as_integer(&self) -> Option<i64> {
        self.item.as_i64()
    }

    /// The value of one of its keys, where it is a table that has it, for what is only looked up.
    pub fn of_key(&self, key: &str) -> Option<WrittenValue<'r>> {
        let item = self.item.as_table()?.get(key)?;
        Some(WrittenValue { reading: self.reading, item })
    }

    /// The text it is, without a fault if it is none.
    pub fn as_text(&self) -> Option<&'r str> {
        self.item.as_str()
    }

    /// Of the file's list of tables of that name the first entry with that `id`, for what refers to it.
    pub fn listed(&self, list: &str, id: &str) -> Listed<'r> {
        let reading = self.reading;
        let Some(entries) = reading.root.get(list).and_then(Item::as_array) else {
            return Listed::NoList;
        };
        let entries = entries.iter().map(|item| WrittenValue { reading, item });
        let of_id = |entry: &WrittenValue<'_>| entry.of_key("id").and_then(|of| of.as_text()) == Some(id);
        entries.into_iter().find(of_id).map_or(Listed::Nowhere, Listed::Entry)
    }

    fn none<T>(&self, wanted: Message) -> Option<T> {
        self.is_not(wanted);
        None
    }
}

/// What a list of tables says of an id.
pub enum Listed<'r> {
    /// There is no such list, which is a fault of its own.
    NoList,
    /// No entry has that id.
    Nowhere,
    /// The first entry with it.
    Entry(WrittenValue<'r>),
}

/// What a value is, in words.
fn found(item: &Item<'_>) -> Message {
    match item.value() {
        Value::String(_) => Message::new("policy-found-text"),
        Value::Integer(_) => Message::new("policy-found-integer"),
        Value::Float(_) => Message::new("policy-found-decimal"),
        Value::Boolean(_) => Message::new("policy-found-boolean"),
        Value::DateTime(_) => Message::new("policy-found-date"),
        Value::Array(_) => Message::new("policy-found-list"),
        Value::Table(_) => Message::new("policy-found-table"),
    }
}
