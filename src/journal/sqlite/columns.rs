//! What stands in columns: moments, days, kinds of ledgers, lists.

use crate::domain::Kind;
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Row;
use rusqlite::types::Type;
use serde::de::DeserializeOwned;

const TIME: &str = "%Y-%m-%d %H:%M:%S";

/// A moment as it is written, to the second.
pub fn stamp(at: NaiveDateTime) -> String {
    at.format(TIME).to_string()
}

/// A moment that was written; one that does not read is shown as the beginning of time.
pub fn time(row: &Row, column: usize) -> rusqlite::Result<NaiveDateTime> {
    Ok(NaiveDateTime::parse_from_str(row.get_ref(column)?.as_str()?, TIME).unwrap_or_default())
}

/// A day that was written.
pub fn day(row: &Row, column: usize) -> rusqlite::Result<NaiveDate> {
    let unreadable =
        |error: chrono::ParseError| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error));
    row.get_ref(column)?.as_str()?.parse().map_err(unreadable)
}

/// A kind of ledger by its id.
pub fn kind(row: &Row, column: usize) -> rusqlite::Result<Kind> {
    Kind::from_id(row.get_ref(column)?.as_str()?).ok_or(rusqlite::Error::InvalidQuery)
}

/// A list that was written as JSON; one that does not read is empty.
pub fn listed<T: DeserializeOwned>(row: &Row, column: usize) -> rusqlite::Result<Vec<T>> {
    Ok(serde_json::from_str(row.get_ref(column)?.as_str()?).unwrap_or_default())
}
