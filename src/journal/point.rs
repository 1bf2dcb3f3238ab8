//! Points in the journal's history.

use chrono::{NaiveDateTime, Timelike};

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
    /// Now: everything is known.
    pub(super) const TODAY: JournalPoint = JournalPoint { batch: u64::MAX, until: None };

    /// Right after that batch, or later, up to that moment.
    pub(super) const fn of(batch: u64, until: Option<NaiveDateTime>) -> JournalPoint {
        JournalPoint { batch, until }
    }

    /// The newest batch known (批次).
    pub fn batch(self) -> u64 {
        self.batch
    }

    /// Whether it is known what was done at that moment, when that batch was the newest.
    pub(super) fn knows(self, after: u64, at: NaiveDateTime) -> bool {
        after < self.batch || (after == self.batch && self.until.is_some_and(|until| at <= until))
    }
}

/// The moment as the journal keeps it, to the second.
pub(super) fn to_second(at: NaiveDateTime) -> NaiveDateTime {
    at.with_nanosecond(0).unwrap_or(at)
}
