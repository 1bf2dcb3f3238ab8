//! The journal in memory: the plainest of the stores, for tests and for trying something out. What it holds goes with it.

mod history;
mod moments;
mod row_index;
mod rows;
mod shelf;

use super::key::RowKey;
use super::store::{
    HeldFile, KeptPolicy, ListedTask, Reach, Remarks, Savepoint, SharedFile, StoredBatch, StoredSheet, VersionOf,
};
use crate::domain::{Arg, Kind, Seq};
use std::cell::{Ref, RefCell, RefMut};
use std::collections::{BTreeMap, BTreeSet};

/// A store that is there for one who uses it at a time.
#[derive(Default)]
pub struct MemoryStore {
    kept: RefCell<MemoryContent>,
    /// What was kept before the open transaction.
    before: RefCell<Option<MemoryContent>>,
    /// What was kept at each mark of it.
    marks: RefCell<Vec<(Savepoint, MemoryContent)>>,
}

/// Everything kept.
#[derive(Default, Clone)]
struct MemoryContent {
    batches: Vec<StoredBatch>,
    sheets: Vec<StoredSheet>,
    remarks: Remarks,
    versions: Vec<VersionOf>,
    shared: Vec<SharedFile>,
    rows: BTreeMap<Seq, KeptRow>,
    known: BTreeSet<(RowKey, u32, Seq)>,
    spans: BTreeMap<u32, (Seq, Seq)>,
    digests: BTreeMap<u32, [u8; 32]>,
    words: BTreeSet<(String, Seq)>,
    reaches: Vec<Reach>,
    held: BTreeMap<String, HeldFile>,
    listed: BTreeMap<String, ListedTask>,
    policies: Vec<KeptPolicy>,
}

#[derive(Clone)]
struct KeptRow {
    sheet: u32,
    line: u32,
    kind: Kind,
    whole: RowKey,
    text: String,
    warnings: Vec<Arg>,
}

impl MemoryStore {
    fn kept(&self) -> Ref<'_, MemoryContent> {
        self.kept.borrow()
    }

    fn keep(&self) -> RefMut<'_, MemoryContent> {
        self.kept.borrow_mut()
    }
}
