//! Moments as the journal writes them.

use chrono::NaiveDateTime;

const TIME: &str = "%Y-%m-%d %H:%M:%S";

/// A moment as the journal writes it.
pub(super) fn stamp(at: NaiveDateTime) -> String {
    at.format(TIME).to_string()
}

/// The journal writes its own times; one that does not read is shown as the beginning of time.
pub(super) fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, TIME).unwrap_or_default()
}
