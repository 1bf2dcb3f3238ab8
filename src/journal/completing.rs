//! A row of the sheet 待补登 takes the place of the row it was written from: that one, with more filled in.

use super::comparison::{ComparedRow, says_all};
use super::content::TASK;
use super::store::{Remark, RowRange};
use super::{Import, JournalError};
use crate::domain::{Kind, Mention, Record, Seq};
use std::ops::ControlFlow;

impl Import<'_> {
    /// Notes that the new row completes the one of before that it says all of and more, where there is one: the same ledger,
    /// the same customer, every filled cell unchanged but the number of the task (回访单号). The old one counts no longer.
    ///
    /// # Errors
    /// The store cannot be used or does not read.
    pub fn complete(&mut self, seq: Seq, record: &Record) -> Result<(), JournalError> {
        let Some(contact) = &record.contact else { return Ok(()) };
        let kind = record.fact.kind();
        let new = self.paper(seq)?;
        let before = self.store().mentioning(&Mention::Phone(contact.phone.clone()).to_string())?;
        for old in before.into_iter().filter(|old| *old < seq) {
            if self.counts(old, kind)? && says_all(&new, &self.without_task(old)?) {
                self.store().remark(&Remark::Completed(self.row_remark(old)))?;
                self.completed.insert(old);
                self.newly_completed.push(old);
                break;
            }
        }
        Ok(())
    }

    fn without_task(&self, seq: Seq) -> Result<ComparedRow, JournalError> {
        let mut paper = self.paper(seq)?;
        paper.fields.remove(TASK);
        Ok(paper)
    }

    /// Whether a row is one of that ledger that counts.
    fn counts(&self, seq: Seq, kind: Kind) -> Result<bool, JournalError> {
        let mut found = false;
        self.store().rows(RowRange::One(seq), &mut |row| {
            let is_of_kind = serde_json::from_str(row.text).is_ok_and(|record: Record| record.fact.kind() == kind);
            found = is_of_kind && !self.dead.contains(&row.sheet);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(found && !self.completed.contains(&seq))
    }
}
