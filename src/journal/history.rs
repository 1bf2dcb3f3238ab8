//! The batches there were.

use super::store::RowRange;
use super::{Journal, JournalError};
use chrono::NaiveDateTime;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

/// An import of before (批次).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its number, counted from 1.
    pub id: u64,
    /// When it was made, local time.
    pub at: NaiveDateTime,
    /// What was asked for.
    pub command: String,
    /// The names of its files, sorted.
    pub files: Vec<String>,
    /// The rows it added.
    pub added: u64,
    /// Those of them that count today.
    pub live: u64,
    /// When all of it was taken out.
    pub reverted: Option<NaiveDateTime>,
    /// The files of it that were taken out on their own, sorted.
    pub out: Vec<String>,
}

impl Journal {
    /// Every batch, the oldest first.
    pub fn batches(&self) -> Result<Vec<Batch>, JournalError> {
        let counting = self.counting()?;
        let rows = self.store().rows_by_sheet()?;
        let mut live = rows.clone();
        for seq in counting.completed() {
            self.store().rows(RowRange::One(seq), &mut |row| {
                live.entry(row.sheet).and_modify(|live| *live -= 1);
                Ok(ControlFlow::Continue(()))
            })?;
        }
        let mut of_batch: BTreeMap<u64, (BTreeSet<&str>, u64, u64)> = BTreeMap::new();
        for sheet in &counting.sheets {
            let of = of_batch.entry(sheet.batch).or_default();
            of.0.insert(&sheet.origin.file);
            of.1 += rows.get(&sheet.id).unwrap_or(&0);
            of.2 += live.get(&sheet.id).filter(|_| counting.is_live(sheet.id)).unwrap_or(&0);
        }
        let batch = |batch: &super::store::StoredBatch| {
            let (files, added, live) = of_batch.remove(&batch.id).unwrap_or_default();
            let out = counting.out_of(batch.id);
            Batch {
                id: batch.id,
                at: batch.at,
                command: batch.command.clone(),
                files: files.into_iter().map(str::to_owned).collect(),
                added,
                live,
                reverted: out.whole.map(|(at, _)| at),
                out: out.files.into_keys().collect(),
            }
        };
        Ok(counting.batches.iter().map(batch).collect())
    }
}
