//! Until which day a verdict stands if no row comes: the days on which the same rows may say something else.

use crate::domain::{Books, Field, Record};
use crate::policy::obligations::Instance;
use crate::policy::rules::terms::{days_after, days_before};
use crate::policy::{Household, Policy};
use chrono::NaiveDate;

/// The next day, after the one that is read at, on which something may turn.
#[derive(Debug, Clone, Copy)]
pub struct NextTurn {
    as_of: NaiveDate,
    turn: NaiveDate,
}

impl NextTurn {
    /// What turns for everybody: rows of a later day that come into view, which also move how far ledgers reach, and what the
    /// roster says of later days.
    pub fn of_all(books: &Books, as_of: NaiveDate) -> NextTurn {
        let mut next = NextTurn { as_of, turn: NaiveDate::MAX };
        books.entries.iter().for_each(|entry| next.row(&entry.record));
        next
    }

    /// The last day before it.
    pub fn stands_until(self) -> NaiveDate {
        days_before(self.turn, 1)
    }

    fn at(&mut self, day: NaiveDate) {
        if self.as_of < day && day < self.turn {
            self.turn = day;
        }
    }

    /// The day before, that day and the day after: a list is of the day after the one that is read at, and some things end with a
    /// day while others begin with it.
    fn around(&mut self, day: NaiveDate) {
        [days_before(day, 1), day, days_after(day, 1)].into_iter().for_each(|day| self.at(day));
    }

    /// Every day a row tells of; who leaves is gone the day after, who is to be left alone until a day is called on the day
    /// before it for the next.
    fn row(&mut self, record: &Record) {
        record.at.into_iter().for_each(|at| self.at(at.date));
        record.fact.days(&mut |field, day| match field {
            Field::Left => self.at(days_after(day, 1)),
            Field::Resumed => [days_before(day, 1), day].into_iter().for_each(|day| self.at(day)),
            _ => self.at(day),
        });
    }

    /// Something starts by itself, such as a client's new month.
    pub fn start(&mut self, day: NaiveDate) {
        self.around(day);
    }

    /// Something due comes on the list, is due, is over, and leaves the list.
    pub fn due(&mut self, instance: &Instance<'_, '_>, policy: &Policy) {
        self.around(instance.listed_from);
        self.around(instance.deadline);
        self.around(days_after(instance.deadline, policy.calls.overdue_days));
    }

    /// A household's claims lapse, and what happens to it by itself does.
    pub fn household(&mut self, household: &Household) {
        household.claims.iter().for_each(|claim| self.around(claim.deadline));
        household.prospects.iter().for_each(|prospect| self.around(prospect.until));
        household.protected_until.into_iter().for_each(|until| self.around(until));
    }
}
