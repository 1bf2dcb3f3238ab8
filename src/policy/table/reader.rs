//! One table, key by key.

use super::reading::Reading;
use super::types::ReadValue;
use super::unknown::unknown;
use super::written::WrittenValue;
use crate::domain::Message;
use std::ops::Range;
use toml_spanner::Table;

/// A table while it is read. What is missing or cannot be used is noted as a fault, and the next key is read all the same.
pub struct TableReader<'r> {
    reading: &'r Reading<'r>,
    table: &'r Table<'r>,
    span: Range<usize>,
    /// The keys there can be, as far as they were asked for.
    asked: Vec<&'static str>,
    /// Whether any key can be there.
    is_open: bool,
}

impl<'r> TableReader<'r> {
    /// What that function reads of the table; whatever it does not ask for is unknown.
    pub(super) fn of<T>(
        reading: &'r Reading<'r>,
        table: &'r Table<'r>,
        span: Range<usize>,
        read: impl FnOnce(&mut TableReader<'r>) -> Option<T>,
    ) -> Option<T> {
        let mut reader = TableReader { reading, table, span, asked: Vec::new(), is_open: false };
        let value = read(&mut reader);
        reader.unknown_keys();
        value
    }

    /// The value of a key, or what its type is where the key is not written. None: it is missing or cannot be used, which
    /// has been noted.
    pub fn read<T: ReadValue>(&mut self, key: &'static str) -> Option<T> {
        self.read_by(key, T::read_value, T::absent)
    }

    /// The value of a key as the first function reads it, or what the second gives where the key is not written; where that
    /// is none, it has to be.
    pub fn read_by<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&WrittenValue<'r>) -> Option<T>,
        absent: impl FnOnce() -> Option<T>,
    ) -> Option<T> {
        match self.written(key) {
            Some(written) => read(&written),
            None => absent().or_else(|| {
                self.missing(Message::new("policy-fault-missing-key").with("key", key));
                None
            }),
        }
    }

    /// What is written of a key, if it is; the key is not thereby one that can be there.
    pub fn glance(&self, key: &str) -> Option<WrittenValue<'r>> {
        Some(WrittenValue { reading: self.reading, item: self.table.get(key)? })
    }

    /// What is written of a key, if it is.
    pub fn written(&mut self, key: &'static str) -> Option<WrittenValue<'r>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.glance(key)
    }

    /// What that function reads of the table of a key, which has to be there.
    pub fn table<T>(&mut self, key: &'static str, read: impl FnOnce(&mut TableReader<'r>) -> Option<T>) -> Option<T> {
        self.read_by(key, |written| written.table(read), || None)
    }

    /// What that function reads of each table of the list of a key, which has to be there; of one that could not be read as
    /// written nothing.
    pub fn tables<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut TableReader<'r>) -> Option<T>,
    ) -> Option<Vec<Option<T>>> {
        let each = |written: &WrittenValue<'r>| {
            Some(written.list()?.iter().map(|entry| entry.table(&mut read)).collect::<Vec<_>>())
        };
        self.read_by(key, each, || None)
    }

    /// Every key of a table whose keys are not fixed, with what is written of it.
    pub fn every_key(&mut self) -> Vec<(&'r str, WrittenValue<'r>)> {
        self.is_open = true;
        let reading = self.reading;
        self.table.iter().map(|(key, item)| (key.name, WrittenValue { reading, item })).collect()
    }

    /// The table's own place: its heading, or all of it where it stands in a line.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Notes that something is missing here.
    pub fn missing(&self, message: Message) {
        self.fault(self.span(), message);
    }

    /// Notes a fault at that place.
    pub fn fault(&self, span: Range<usize>, message: Message) {
        self.reading.fault(span, message);
    }

    /// Whether every key of the table was asked for by now.
    pub fn has_only_known_keys(&self) -> bool {
        self.table.iter().all(|(key, _)| self.is_known(key.name))
    }

    fn is_known(&self, name: &str) -> bool {
        self.is_open || self.asked.contains(&name)
    }

    fn unknown_keys(&self) {
        for (key, _) in self.table.iter().filter(|(key, _)| !self.is_known(key.name)) {
            let texts = ["policy-fault-unknown-key", "policy-fault-unknown-key-near"];
            self.fault(key.span.range(), unknown(texts, "key", key.name, &self.asked));
        }
    }
}

impl<'r> WrittenValue<'r> {
    /// What that function reads of it as a table. Keys it does not ask for are faults.
    pub fn table<T>(&self, read: impl FnOnce(&mut TableReader<'r>) -> Option<T>) -> Option<T> {
        match self.item.as_table() {
            Some(table) => TableReader::of(self.reading, table, self.span(), read),
            None => {
                self.is_not(Message::new("policy-wanted-table"));
                None
            }
        }
    }
}
