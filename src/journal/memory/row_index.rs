//! What rows are found by.

use super::MemoryStore;
use crate::domain::Seq;
use crate::journal::error::JournalError;
use crate::journal::key::RowKey;
use crate::journal::store::{IndexPart, Reach, RowIndex};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

impl RowIndex for MemoryStore {
    fn is_any_known(&self) -> Result<bool, JournalError> {
        Ok(!self.kept().known.is_empty())
    }

    fn known(&self, key: &RowKey, before: u32) -> Result<Vec<(u32, Seq)>, JournalError> {
        let kept = self.kept();
        let known = kept.known.range((*key, 0, 0)..(*key, before, 0));
        Ok(known.map(|(_, sheet, seq)| (*sheet, *seq)).collect())
    }

    fn span(&self, sheet: u32) -> Result<Option<(Seq, Seq)>, JournalError> {
        Ok(self.kept().spans.get(&sheet).copied())
    }

    fn sheet_digests(&self) -> Result<BTreeMap<u32, [u8; 32]>, JournalError> {
        Ok(self.kept().digests.clone())
    }

    fn mentioning(&self, word: &str) -> Result<Vec<Seq>, JournalError> {
        let kept = self.kept();
        let from = kept.words.range((word.to_owned(), 0)..);
        Ok(from.take_while(|(of, _)| of == word).map(|(_, seq)| *seq).collect())
    }

    fn ledgers(&self) -> Result<Vec<String>, JournalError> {
        let ledgers: BTreeSet<String> = self.kept().reaches.iter().map(|reach| reach.ledger.clone()).collect();
        Ok(ledgers.into_iter().collect())
    }

    fn reaching(
        &self,
        ledger: &str,
        until: NaiveDate,
        take: &mut dyn FnMut(Reach) -> ControlFlow<()>,
    ) -> Result<(), JournalError> {
        let kept = self.kept();
        let mut reaches: Vec<&Reach> =
            kept.reaches.iter().filter(|reach| reach.ledger == ledger && reach.day <= until).collect();
        reaches.sort_by_key(|reach| Reverse((reach.day, reach.at, reach.sheet)));
        let _ = reaches.into_iter().cloned().try_for_each(take);
        Ok(())
    }

    fn add_to_index(&self, part: &IndexPart<'_>) -> Result<(), JournalError> {
        let mut kept = self.keep();
        kept.known.extend(part.known);
        kept.digests.extend(part.digests.iter().copied());
        for (sheet, (first, last)) in part.spans {
            kept.spans.entry(*sheet).or_insert((*first, *last)).1 = *last;
        }
        kept.words.extend(part.words.iter().cloned());
        for reach in part.reaches {
            let same =
                |of: &Reach| (&of.ledger, of.day, of.at, of.sheet) == (&reach.ledger, reach.day, reach.at, reach.sheet);
            if !kept.reaches.iter().any(same) {
                kept.reaches.push(reach.clone());
            }
        }
        Ok(())
    }
}
