//! What counts at a point, and what was known then: the only place that says so.

use super::JournalError;
use super::point::JournalPoint;
use super::store::{Refusal, Remarks, RowRemark, Seen, Settled, Store, StoredBatch, StoredSheet};
use crate::domain::{Kind, Seq, StatedCoverage};
use chrono::NaiveDateTime;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// When something was taken out, and the newest batch then.
pub type TakenOut = (NaiveDateTime, u64);

/// What is out of a batch.
#[derive(Debug, Clone, Default)]
pub struct OutOfBatch {
    /// All of it.
    pub whole: Option<TakenOut>,
    /// Single files, by name.
    pub files: BTreeMap<String, TakenOut>,
}

/// The history of a journal as it counts at a point.
pub struct Counting {
    point: JournalPoint,
    /// The batches known, by number.
    pub batches: Vec<StoredBatch>,
    /// Every sheet, also of later batches, by number.
    pub sheets: Vec<StoredSheet>,
    remarks: Remarks,
    /// The last word about each batch and each file of one, where it is that it is out.
    out: HashMap<u64, OutOfBatch>,
    known: HashSet<u64>,
    standing: HashSet<u32>,
    live: HashSet<u32>,
}

impl Counting {
    /// As it counts there.
    pub fn at(point: JournalPoint, store: &dyn Store) -> Result<Counting, JournalError> {
        let mut batches = store.batches()?;
        batches.retain(|batch| batch.id <= point.batch());
        let (sheets, remarks) = (store.sheets()?, store.remarks()?);
        let mut out: HashMap<u64, OutOfBatch> = HashMap::new();
        for word in remarks.taken.iter().filter(|word| point.knows(word.after, word.at)) {
            let of = out.entry(word.batch).or_default();
            let taken = word.is_out.then_some((word.at, word.after));
            match (&word.file, taken) {
                (None, taken) => of.whole = taken,
                (Some(file), Some(taken)) => drop(of.files.insert(file.clone(), taken)),
                (Some(file), None) => drop(of.files.remove(file)),
            }
        }
        let known = batches.iter().map(|batch| batch.id).collect();
        let (standing, live) = (HashSet::new(), HashSet::new());
        let mut counting = Counting { point, batches, sheets, remarks, out, known, standing, live };
        counting.standing = counting.standing_sheets();
        counting.live = counting.live_sheets();
        Ok(counting)
    }

    /// The sheets that were not taken out, whether or not a later file replaced them.
    fn standing_sheets(&self) -> HashSet<u32> {
        let stands = |sheet: &&StoredSheet| self.counts(sheet.batch, Some(&sheet.origin.file));
        self.sheets.iter().filter(stands).map(|sheet| sheet.id).collect()
    }

    /// Those of them that no file that counts has replaced.
    fn live_sheets(&self) -> HashSet<u32> {
        let replaced = self.remarks.replaced.iter().filter(|of| self.counts(of.batch, of.file.as_deref()));
        let replaced: HashSet<u32> = replaced.map(|of| of.sheet).collect();
        self.standing.difference(&replaced).copied().collect()
    }

    /// Whether the batch counts, and the file that came with it, if one is named.
    fn counts(&self, batch: u64, file: Option<&str>) -> bool {
        let is_out = |of: &OutOfBatch| of.whole.is_some() || file.is_some_and(|file| of.files.contains_key(file));
        self.known.contains(&batch) && !self.out.get(&batch).is_some_and(is_out)
    }

    /// The same of what may have come with no batch.
    pub fn counts_if_any(&self, batch: Option<u64>, file: Option<&str>) -> bool {
        batch.is_none_or(|batch| self.counts(batch, file))
    }

    /// What is out of the batch.
    pub fn out_of(&self, batch: u64) -> OutOfBatch {
        self.out.get(&batch).cloned().unwrap_or_default()
    }

    /// Whether the sheet counts.
    pub fn is_live(&self, sheet: u32) -> bool {
        self.live.contains(&sheet)
    }

    /// The sheets that count.
    pub fn live(&self) -> &HashSet<u32> {
        &self.live
    }

    /// The newest batch known.
    pub fn last_batch(&self) -> Option<u64> {
        self.batches.last().map(|batch| batch.id)
    }

    /// How far ledgers are said to be complete, in the order it was said: of the files that came in with it, so it goes with the
    /// last of them that holds the ledger.
    pub fn stated(&self) -> Vec<StatedCoverage> {
        let held: HashSet<(u64, Kind)> = self.sheets.iter().map(|sheet| (sheet.batch, sheet.kind)).collect();
        let standing = self.sheets.iter().filter(|sheet| self.standing.contains(&sheet.id));
        let standing: HashSet<(u64, Kind)> = standing.map(|sheet| (sheet.batch, sheet.kind)).collect();
        let all = self.remarks.stated.iter().filter(|said| {
            let of = (said.batch, said.stated.kind);
            self.counts(said.batch, None) && (!held.contains(&of) || standing.contains(&of))
        });
        all.map(|said| said.stated.clone()).collect()
    }

    /// The rows whose place another one has taken.
    pub fn completed(&self) -> HashSet<Seq> {
        self.rows_of(&self.remarks.completed)
    }

    /// The rows that stay though a later version has them no longer.
    pub fn staying(&self) -> HashSet<Seq> {
        self.rows_of(&self.remarks.stays)
    }

    fn rows_of(&self, remarks: &[RowRemark]) -> HashSet<Seq> {
        remarks.iter().filter(|of| self.counts(of.batch, Some(&of.file))).map(|of| of.seq).collect()
    }

    /// What was dealt with; that counts from its moment on, as what was taken out does.
    pub fn seen(&self) -> impl Iterator<Item = &Seen> {
        self.remarks.seen.iter().filter(|seen| self.point.knows(seen.after, seen.at))
    }

    /// The refusals, unless the file they were of is out.
    pub fn refused(&self) -> impl Iterator<Item = &Refusal> {
        let counts = |of: &&Refusal| self.counts_if_any(of.batch, of.file.as_deref());
        self.remarks.refused.iter().filter(|of| self.point.knows(of.after, of.at)).filter(counts)
    }

    /// What settled them, unless the file that did is out.
    pub fn settled(&self) -> impl Iterator<Item = &Settled> {
        let counts = |of: &&Settled| self.counts_if_any(of.batch, of.file.as_deref());
        self.remarks.settled.iter().filter(|of| self.point.knows(of.after, of.at)).filter(counts)
    }

    /// The numbers of the refusals that are settled.
    pub fn settled_refusals(&self) -> HashSet<u64> {
        self.settled().map(|settled| settled.refusal).collect()
    }

    /// When something beside the rows was done while that batch was the newest, whether or not it is known here.
    pub fn moments_after(&self, batch: u64) -> BTreeSet<NaiveDateTime> {
        let Remarks { taken, seen, settled, refused, .. } = &self.remarks;
        let all = taken.iter().map(|of| (of.after, of.at)).chain(seen.iter().map(|of| (of.after, of.at)));
        let all = all.chain(settled.iter().map(|of| (of.after, of.at)));
        let all = all.chain(refused.iter().map(|of| (of.after, of.at)));
        all.filter(|(after, _)| *after == batch).map(|(_, at)| at).collect()
    }
}
