//! What was known when: the journal as it stood right after a batch, or at a moment.

use super::time::stamp;
use super::time::time;
use super::{Journal, JournalError};
use crate::domain::Books;
use chrono::NaiveDateTime;
use rusqlite::params;

/// When the journal is asked about, by its own clock, which is not that of the ledgers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownAt {
    /// Right after that batch was made.
    Batch(u64),
    /// At that moment (local time, to the second).
    Moment(NaiveDateTime),
}

/// A point in the journal's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JournalPoint {
    /// The newest batch known.
    batch: u64,
    /// Up to when it is known what was taken out and brought back before the next batch; none: nothing is.
    until: Option<NaiveDateTime>,
}

impl JournalPoint {
    /// The newest batch known (批次).
    pub fn batch(self) -> u64 {
        self.batch
    }
}

impl Journal {
    /// The point somebody means.
    ///
    /// # Errors
    /// [`JournalError::NoBatch`]; [`JournalError::BeforeFirst`] for a moment at which nothing had been imported.
    pub fn point(&self, known: KnownAt) -> Result<JournalPoint, JournalError> {
        let last = || self.number("SELECT max(id) FROM main.batch", &[]);
        match known {
            KnownAt::Batch(batch) => match last()? {
                Some(last) if (1..=last).contains(&batch) => Ok(JournalPoint { batch, until: None }),
                last => Err(JournalError::NoBatch { batch, last }),
            },
            KnownAt::Moment(at) => match self.number("SELECT max(id) FROM main.batch WHERE at <= ?1", &[&stamp(at)])? {
                Some(batch) => Ok(JournalPoint { batch, until: Some(at) }),
                None => {
                    let first = "SELECT min(at) FROM main.batch";
                    let first: Option<String> =
                        self.connection.query_row(first, [], |row| row.get(0)).map_err(|error| self.error(error))?;
                    Err(JournalError::BeforeFirst { at, first: first.map(|first| time(&first)) })
                }
            },
        }
    }

    /// Every point between that batch and the next: right after it, and after what was then taken out, brought back or dealt
    /// with, one by one. None:
    /// the point before everything.
    pub fn points_after(&self, batch: Option<u64>) -> Result<Vec<JournalPoint>, JournalError> {
        let Some(batch) = batch else { return Ok(vec![JournalPoint { batch: 0, until: None }]) };
        let first = self.point(KnownAt::Batch(batch))?;
        let read = || -> rusqlite::Result<Vec<JournalPoint>> {
            let at = "SELECT at FROM main.taken WHERE after = ?1 UNION SELECT at FROM main.seen WHERE after = ?1
                      UNION SELECT at FROM main.settled WHERE after = ?1
                      UNION SELECT at FROM main.rejected WHERE after = ?1 ORDER BY at";
            let mut taken_out = self.connection.prepare(at)?;
            let points = taken_out
                .query_map([batch], |row| Ok(JournalPoint { batch, until: Some(time(&row.get::<_, String>(0)?)) }))?;
            points.collect()
        };
        let later = read().map_err(|error| self.error(error))?;
        Ok(std::iter::once(first).chain(later).collect())
    }

    /// From now on everything asked is answered as it would have been at that point. What is written is written today.
    pub fn stand_at(&mut self, point: JournalPoint) -> Result<(), JournalError> {
        // Nothing was taken out before the year 0.
        let until = point.until.map(stamp).unwrap_or_default();
        self.stand(point.batch, &until)
    }

    /// From now on everything asked is answered as it is today.
    pub(super) fn stand_today(&mut self) -> Result<(), JournalError> {
        self.stand(i64::MAX as u64, "9")
    }

    fn stand(&self, batch: u64, until: &str) -> Result<(), JournalError> {
        let put = "UPDATE temp.point SET batch = ?1, until = ?2";
        self.connection.execute(put, params![batch, until]).map(drop).map_err(|error| self.error(error))
    }

    /// Everything that counted then.
    ///
    /// # Errors
    /// As [`Journal::point`] and [`Journal::books`].
    pub fn books_at(&mut self, known: KnownAt) -> Result<Books, JournalError> {
        let point = self.point(known)?;
        self.stand_at(point)?;
        let books = self.books();
        self.stand_today()?;
        books
    }

    /// The newest batch at the point the journal stands at; none: nothing was imported yet.
    pub fn last_batch(&self) -> Result<Option<u64>, JournalError> {
        self.number("SELECT max(id) FROM batch", &[])
    }

    fn number(&self, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Option<u64>, JournalError> {
        self.connection.query_row(sql, values, |row| row.get(0)).map_err(|error| self.error(error))
    }
}
