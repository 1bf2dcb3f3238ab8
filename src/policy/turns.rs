//! Until which day a verdict stands if no row comes: the days on which the same rows may say something else.

use crate::domain::{Books, Fact, Record, month_start, months_after};
use crate::policy::books::events::Cluster;
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

    fn row(&mut self, record: &Record) {
        self.at(record.at.map_or(NaiveDate::MIN, |at| at.date));
        let days = match &record.fact {
            Fact::Staff(row) => [row.hired, row.from, row.left.map(|last| days_after(last, 1))],
            Fact::Signup(row) => [row.reported, row.entered, None],
            Fact::Preheat(row) => [row.reported, None, None],
            Fact::Sale(row) => [row.handed_in, row.entered, row.to_expert],
            Fact::Visit(row) => [row.submitted, row.next_at, None],
            Fact::ExpertCall(row) => [row.relayed, row.solved, row.next_at],
            Fact::Stop(row) => [row.resumed, row.resumed.map(|day| days_before(day, 1)), None],
            Fact::Complaint(row) => [row.resolved, row.followed_up, None],
            Fact::Service(row) => [row.expires, None, None],
            Fact::Wage(_)
            | Fact::Invite(_)
            | Fact::Attendance(_)
            | Fact::Return(_)
            | Fact::Supervision(_)
            | Fact::Assignment(_)
            | Fact::Handover(_)
            | Fact::Household(_)
            | Fact::Finding(_) => [None; 3],
        };
        days.into_iter().flatten().for_each(|day| self.at(day));
    }

    /// A client has a new month.
    pub fn months(&mut self, cluster: &Cluster<'_>) {
        if cluster.events.iter().any(|event| matches!(event.fact(), Fact::Sale(_))) {
            let next = months_after(month_start(self.as_of), 1);
            self.around(next);
            self.around(months_after(next, 1));
        }
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
