//! The file being taken in beside the live ones of its name: what has to be known of it to compare it.

use super::key::Key;
use crate::domain::{Kind, Seq};
use std::collections::BTreeMap;

/// The file being taken in, as far as it has to be compared.
#[derive(Default)]
pub(super) struct Again {
    /// Its name without the marks of a copy.
    pub name: String,
    /// The earlier versions of each kind of ledger in it; those without one are not noted.
    pub earlier: BTreeMap<Kind, Vec<Version>>,
    pub rows: Vec<Met>,
    /// Rows that were held back: they are in the file and not yet in the import.
    pub texts: Vec<String>,
}

/// The sheets of one file and its later versions.
pub(super) type Version = Vec<u32>;

/// A row of it.
pub(super) struct Met {
    pub kind: Kind,
    pub key: Key,
    pub line: u32,
    pub place: Place,
}

/// Where a row of it is.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// New in the journal.
    Row(Seq),
    /// Held back.
    Text(usize),
    /// The journal has an equal one.
    Known,
}

impl Again {
    pub fn of(name: String) -> Again {
        Again { name, ..Again::default() }
    }

    /// Notes a row of a sheet of that kind: new at that place in the journal, or known there.
    pub fn meet(&mut self, kind: Kind, key: Key, line: u32, new: Option<Seq>) {
        if self.earlier.contains_key(&kind) {
            let place = new.map_or(Place::Known, Place::Row);
            self.rows.push(Met { kind, key, line, place });
        }
    }
}
