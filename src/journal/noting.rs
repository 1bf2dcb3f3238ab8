//! What an import is told beside its rows: refused rows, copies of sheets, files that are held, and that nothing was new.

use super::point::to_second;
use super::rejected::{KnownRejection, Settlement, noted};
use super::store::{HeldFile, Rejected, Savepoint};
use super::{Import, JournalError};

impl Import<'_> {
    /// Notes a row of the sheet that was refused: a sheet is a copy only with those.
    pub fn refused(&mut self, cells: &[String]) {
        let mut hasher = blake3::Hasher::new();
        for cell in cells {
            hasher.update(&(cell.len() as u64).to_le_bytes()).update(cell.as_bytes());
        }
        let mut key = [0; 16];
        hasher.finalize_xof().fill(&mut key);
        self.sheets.row(key);
    }

    /// The sheets of the file, all of whose rows are read, that are copies, each with what it is one of.
    pub fn copies(&self) -> Vec<(String, String)> {
        self.sheets.copies()
    }

    /// Notes that the file is held, with nothing of it taken in.
    pub fn hold(&mut self, held: HeldFile) {
        self.notes.held.push(HeldFile { at: to_second(held.at), ..held });
    }

    /// Notes that a file of that path or content is held no longer.
    pub fn release(&mut self, path: &str, hash: [u8; 32]) -> Result<(), JournalError> {
        if self.store().held()?.iter().any(|held| held.path == path || held.hash == hash) {
            self.notes.released.push((path.to_owned(), hash));
        }
        Ok(())
    }

    /// Notes a row that was refused of a file.
    pub fn reject(&mut self, row: Rejected, of: &str) {
        self.notes.refusals.rejected.push((row, of.to_owned()));
    }

    /// Notes what has settled a row refused before.
    pub fn settle(&mut self, id: u64, by: Settlement) {
        self.notes.refusals.settled.push((id, by));
    }

    /// The sheet in which the row last taken in stands: its own, or the one of before that holds an equal one.
    pub fn latest(&self) -> u32 {
        self.latest
    }

    /// Every row refused before whose refusal counts, the oldest first.
    pub fn rejected(&self) -> Result<Vec<KnownRejection>, JournalError> {
        Ok(noted(&self.counting()?))
    }

    /// Ends an import that brought nothing new: it never was, but it is kept in which sheets its rows stood already, and
    /// what was noted beside it.
    pub fn leave(self) -> Result<(), JournalError> {
        let Import { transaction, leaning, notes, at, stored_sheets, .. } = self;
        if leaning.is_empty() && notes.is_empty() {
            return Ok(());
        }
        transaction.back_to(Savepoint::Import)?;
        leaning.write(None, transaction.store())?;
        notes.write(transaction.store(), &stored_sheets, at, None)?;
        transaction.commit()
    }
}
