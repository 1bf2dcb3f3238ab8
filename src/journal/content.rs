//! What two rows are compared by: their content, without the number of the task they answer (回访单号).

use super::key::RowKey;
use crate::domain::Record;
use serde_json::Value;
use std::collections::BTreeMap;

/// A row's content, field by field as the journal writes it; what is blank is not there.
pub type Fields = BTreeMap<String, String>;

/// The field that the number of a task stands in.
pub const TASK: &str = "task";

/// A row as it is written, and what it is found by.
pub struct RowContent {
    pub text: String,
    /// Of all of it.
    pub whole: RowKey,
    /// Of what makes it the same row: one visit on the lists of two days is one.
    pub key: RowKey,
}

impl RowContent {
    pub fn of(record: &Record) -> RowContent {
        let kind = record.fact.kind().id();
        let text = json(record);
        let whole = digest(kind, &text);
        RowContent { text, whole, key: compared(record).unwrap_or(whole) }
    }
}

/// What a row is found by, where it is not compared by all it says.
pub fn compared(record: &Record) -> Option<RowKey> {
    let plain = Record { fact: record.fact.compared()?, ..record.clone() };
    Some(digest(plain.fact.kind().id(), &json(&plain)))
}

fn digest(kind: &str, record: &str) -> RowKey {
    let mut hasher = blake3::Hasher::new();
    hasher.update(kind.as_bytes()).update(b"\n").update(record.as_bytes());
    let mut key = [0; 16];
    hasher.finalize_xof().fill(&mut key);
    key
}

/// These types have no map with keys that are no text, and so always have a text.
pub fn json<T: serde::Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A row by all it is compared by, as a text: equal rows have equal texts.
pub fn content_of(record: &Record) -> String {
    match record.fact.compared() {
        Some(fact) => json(&Record { fact, ..record.clone() }),
        None => json(record),
    }
}

/// The fields of a row; none where its own text could not be read again, which cannot be.
pub fn fields_of(record: &Record) -> Fields {
    fields(&json(record)).unwrap_or_default()
}

/// The fields of a row from its text.
pub fn fields(text: &str) -> serde_json::Result<Fields> {
    let mut fields = Fields::new();
    if let Value::Object(record) = serde_json::from_str(text)? {
        for (name, value) in record {
            match (name.as_str(), value) {
                ("contact", Value::Object(contact)) => put(&mut fields, contact),
                ("fact", Value::Object(fact)) => {
                    fact.into_iter().filter_map(|(_, fact)| object(fact)).for_each(|fact| put(&mut fields, fact));
                }
                (_, value) => drop(fields.insert(name, plain(value))),
            }
        }
    }
    Ok(fields)
}

fn object(value: Value) -> Option<serde_json::Map<String, Value>> {
    if let Value::Object(map) = value { Some(map) } else { None }
}

fn put(fields: &mut Fields, values: serde_json::Map<String, Value>) {
    fields.extend(values.into_iter().map(|(name, value)| (name, plain(value))));
}

/// A value as one text.
fn plain(value: Value) -> String {
    match value {
        Value::String(text) => text,
        Value::Array(items) => items.into_iter().map(plain).collect::<Vec<_>>().join("、"),
        other => other.to_string(),
    }
}
