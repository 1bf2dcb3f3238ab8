//! What was known when: the journal as it stood right after a batch, or at a moment.

use super::point::{JournalPoint, KnownAt, to_second};
use super::{Journal, JournalError};
use crate::domain::Books;

impl Journal {
    /// The point of the journal's history that a moment stands for.
    ///
    /// # Errors
    /// [`JournalError::NoBatch`]; [`JournalError::BeforeFirst`] for a moment at which nothing had been imported.
    pub fn point(&self, known: KnownAt) -> Result<JournalPoint, JournalError> {
        let batches = self.store().batches()?;
        match known {
            KnownAt::Batch(batch) => match batches.last().map(|last| last.id) {
                Some(last) if (1..=last).contains(&batch) => Ok(JournalPoint::of(batch, None)),
                last => Err(JournalError::NoBatch { batch, last }),
            },
            KnownAt::Moment(at) => {
                let until = to_second(at);
                match batches.iter().rfind(|batch| batch.at <= until) {
                    Some(batch) => Ok(JournalPoint::of(batch.id, Some(until))),
                    None => Err(JournalError::BeforeFirst { at, first: batches.iter().map(|batch| batch.at).min() }),
                }
            }
        }
    }

    /// Every point between that batch and the next: right after it, and after what was then taken out, brought back or dealt
    /// with, one by one. None:
    /// the point before everything.
    pub fn points_after(&self, batch: Option<u64>) -> Result<Vec<JournalPoint>, JournalError> {
        let Some(batch) = batch else { return Ok(vec![JournalPoint::of(0, None)]) };
        let first = self.point(KnownAt::Batch(batch))?;
        let later = self.counting()?.moments_after(batch);
        let later = later.into_iter().map(|at| JournalPoint::of(batch, Some(at)));
        Ok(std::iter::once(first).chain(later).collect())
    }

    /// From now on everything asked is answered as it would have been at that point. What is written is written today.
    pub fn stand_at(&mut self, point: JournalPoint) -> Result<(), JournalError> {
        self.point = point;
        Ok(())
    }

    /// From now on everything asked is answered as it is today.
    pub(super) fn stand_today(&mut self) {
        self.point = JournalPoint::TODAY;
    }

    /// The rows that counted at that point.
    ///
    /// # Errors
    /// As [`Journal::point`] and [`Journal::books`].
    pub fn books_at(&mut self, known: KnownAt) -> Result<Books, JournalError> {
        let point = self.point(known)?;
        self.stand_at(point)?;
        let books = self.books();
        self.stand_today();
        books
    }

    /// The newest batch at the point the journal stands at; none: nothing was imported yet.
    pub fn last_batch(&self) -> Result<Option<u64>, JournalError> {
        let batches = self.store().batches()?;
        Ok(batches.iter().map(|batch| batch.id).rfind(|batch| *batch <= self.point.batch()))
    }
}
