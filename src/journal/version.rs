//! The file being taken in beside the live ones of its name: what has to be known of it to compare it.

use super::key::RowKey;
use crate::domain::{Kind, Seq};
use std::collections::BTreeMap;

/// The file being taken in, as far as it has to be compared.
#[derive(Default)]
pub(super) struct IncomingFile {
    /// Its name without the marks of a copy.
    pub name: String,
    /// The earlier versions of each kind of ledger in it; those without one are not noted.
    pub earlier: BTreeMap<Kind, Vec<Version>>,
    pub rows: Vec<IncomingRow>,
    /// Rows that were held back: they are in the file and not yet in the import.
    pub texts: Vec<String>,
}

/// The sheets of one file and its later versions.
pub(super) type Version = Vec<u32>;

/// A row of it.
pub(super) struct IncomingRow {
    pub kind: Kind,
    pub key: RowKey,
    pub line: u32,
    pub place: RowPlace,
}

/// Where a row of it is.
#[derive(Clone, Copy)]
pub(super) enum RowPlace {
    /// New in the journal.
    Row(Seq),
    /// Held back.
    Text(usize),
    /// The journal has an equal one.
    Known,
}

impl IncomingFile {
    pub fn of(name: String) -> IncomingFile {
        IncomingFile { name, ..IncomingFile::default() }
    }

    /// Notes a row of a sheet of that kind: new at that place in the journal, or known there.
    pub fn meet(&mut self, kind: Kind, key: RowKey, line: u32, new: Option<Seq>) {
        if self.earlier.contains_key(&kind) {
            let place = new.map_or(RowPlace::Known, RowPlace::Row);
            self.rows.push(IncomingRow { kind, key, line, place });
        }
    }
}
