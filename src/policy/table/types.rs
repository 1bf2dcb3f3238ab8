//! How values of plain types are read.

use super::written::WrittenValue;
use crate::domain::ClosedList;
use chrono::NaiveDate;

/// A type that a value of a file can be read as.
pub trait ReadValue: Sized {
    /// Reads it. None: it is no such value, which has been noted as a fault.
    fn read_value(written: &WrittenValue<'_>) -> Option<Self>;

    /// What it is where its key is not written. None: it has to be.
    fn absent() -> Option<Self> {
        None
    }
}

/// A whole number, zero or more.
impl ReadValue for u32 {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        written.count()
    }
}

impl ReadValue for bool {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        written.flag()
    }
}

impl ReadValue for String {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        written.text().map(str::to_owned)
    }
}

impl ReadValue for NaiveDate {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        written.day()
    }
}

/// What need not be written.
impl<T: ReadValue> ReadValue for Option<T> {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        T::read_value(written).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// All of a list; one entry that cannot be read is enough for none.
impl<T: ReadValue> ReadValue for Vec<T> {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        let entries: Vec<Option<T>> = written.list()?.iter().map(T::read_value).collect();
        entries.into_iter().collect()
    }
}

/// A word of a closed list, by its id.
impl<T: ClosedList> ReadValue for T {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        written.word()
    }
}
