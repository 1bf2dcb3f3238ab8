//! Rows that were refused (退回), and what became of them: each is outstanding until its corrected row has come in, a newer
//! refusal of the same row stands for it, or somebody has dealt with it.

use super::counting::Counting;
use super::point::to_second;
use super::store::{Refusal, Rejected, Remark, Seen, Settled, Store, StoredSheet, Transaction, Wait};
use super::{Journal, JournalError};
use chrono::NaiveDateTime;
use std::collections::{BTreeSet, HashMap};

/// A row refused before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownRejection {
    /// The number of its refusal.
    pub id: u64,
    /// What was refused.
    pub row: Rejected,
    /// Whether nothing has settled it.
    pub is_outstanding: bool,
    /// Who has dealt with it, and when.
    pub by: Option<(String, NaiveDateTime)>,
}

/// What an import has to say of refused rows.
#[derive(Default)]
pub(super) struct RejectionLog {
    /// With the file that was being taken in.
    pub rejected: Vec<(Rejected, String)>,
    pub settled: Vec<(u64, Settlement)>,
}

/// What settles a refused row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settlement {
    /// Its corrected row, which stands in that sheet (see [`Import::latest`](super::Import::latest)).
    In(u32),
    /// Its refusal in that file, by which it is known from now on.
    Again(String),
}

impl RejectionLog {
    pub fn is_empty(&self) -> bool {
        self.rejected.is_empty() && self.settled.is_empty()
    }

    /// Writes them; those of a batch are known with it, and go with it.
    pub fn write(
        &self,
        store: &dyn Store,
        sheets: &[StoredSheet],
        at: NaiveDateTime,
        batch: Option<u64>,
    ) -> Result<(), JournalError> {
        if self.is_empty() {
            return Ok(());
        }
        // What comes with a batch comes after the one before it.
        let after = match batch {
            Some(batch) => batch.saturating_sub(1),
            None => newest(store)?,
        };
        let last = store.remarks()?.refused.last().map_or(0, |last| last.id);
        for (id, (row, file)) in (last + 1..).zip(&self.rejected) {
            let refusal = Refusal { id, at, after, row: row.clone(), batch, file: Some(file.clone()) };
            store.remark(&Remark::Refused(refusal))?;
        }
        for (refusal, by) in &self.settled {
            let (batch, file) = match by {
                Settlement::In(sheet) => {
                    let of = sheets.iter().find(|of| of.id == *sheet);
                    let of = of.ok_or_else(|| JournalError::unreadable(store.place()))?;
                    (Some(of.batch), of.origin.file.clone())
                }
                Settlement::Again(file) => (batch, file.clone()),
            };
            let settled = Settled { refusal: *refusal, at, after, batch, file: Some(file), by: None };
            store.remark(&Remark::Settled(settled))?;
        }
        Ok(())
    }
}

impl Journal {
    /// Every row that was refused and whose refusal counts, the oldest first.
    pub fn rejected(&self) -> Result<Vec<KnownRejection>, JournalError> {
        Ok(noted(&self.counting()?))
    }

    /// The rows that were refused and are outstanding, by file, sheet and row; one that was refused twice as it is, once.
    pub fn outstanding(&self) -> Result<Vec<KnownRejection>, JournalError> {
        let mut rows: Vec<KnownRejection> = self.rejected()?.into_iter().filter(|noted| noted.is_outstanding).collect();
        let place = |noted: &KnownRejection| (noted.row.file.clone(), noted.row.sheet.clone(), noted.row.line);
        rows.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.row.cells.cmp(&b.row.cells)).then(a.id.cmp(&b.id)));
        rows.dedup_by(|a, b| place(a) == place(b) && a.row.cells == b.row.cells);
        Ok(rows)
    }

    /// The names of all files that refused rows were ever written to.
    pub fn files_of_rejected(&self) -> Result<BTreeSet<String>, JournalError> {
        let refused = self.store().remarks()?.refused;
        Ok(refused.into_iter().map(|refusal| refusal.row.written).filter(|file| !file.is_empty()).collect())
    }

    /// What somebody has dealt with of what the books were said to need a look at: which, who and when, the oldest first.
    pub fn seen(&self) -> Result<Vec<(String, String, NaiveDateTime)>, JournalError> {
        let counting = self.counting()?;
        let mut seen: Vec<_> = counting.seen().map(|seen| (seen.item.clone(), seen.by.clone(), seen.at)).collect();
        seen.sort_by(|(item, _, at), (other, _, then)| (at, item).cmp(&(then, other)));
        Ok(seen)
    }

    /// Records that somebody has dealt with these, and with these refused rows.
    pub fn see(&mut self, items: &[String], rejected: &[u64], by: &str, at: NaiveDateTime) -> Result<(), JournalError> {
        self.stand_today();
        let transaction = Transaction::writing(self.store(), Wait::Patiently)?;
        let (at, after, by) = (to_second(at), newest(transaction.store())?, by.to_owned());
        for item in items {
            transaction.remark(&Remark::Seen(Seen { item: item.clone(), at, after, by: by.clone() }))?;
        }
        for refusal in rejected {
            let settled = Settled { refusal: *refusal, at, after, batch: None, file: None, by: Some(by.clone()) };
            transaction.remark(&Remark::Settled(settled))?;
        }
        transaction.commit()
    }
}

/// The newest batch; 0: none was made yet.
fn newest(store: &dyn Store) -> Result<u64, JournalError> {
    Ok(store.batches()?.last().map_or(0, |last| last.id))
}

/// The refusals that count, by number, with what became of each.
pub(super) fn noted(counting: &Counting) -> Vec<KnownRejection> {
    let settled = counting.settled_refusals();
    // Of several people the last to deal with it.
    let mut dealt: HashMap<u64, (&str, NaiveDateTime)> = HashMap::new();
    for by in counting.settled() {
        if let Some(name) = &by.by
            && dealt.get(&by.refusal).is_none_or(|(_, at)| *at < by.at)
        {
            dealt.insert(by.refusal, (name, by.at));
        }
    }
    let noted = |refusal: &Refusal| KnownRejection {
        id: refusal.id,
        row: refusal.row.clone(),
        is_outstanding: !settled.contains(&refusal.id),
        by: dealt.get(&refusal.id).map(|(name, at)| ((*name).to_owned(), *at)),
    };
    counting.refused().map(noted).collect()
}
