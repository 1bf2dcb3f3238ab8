//! Up to when the ledgers reach, as reports say it.

use super::Speaker;
use crate::domain::{Books, Kind, Message, StaffId};
use crate::policy::{Coverage, Roster};
use chrono::{Datelike, NaiveDate};

/// Whose ledgers reach how far by the as-of day.
pub(super) struct Reach<'a> {
    roster: &'a Roster,
    coverage: Coverage<'a>,
}

impl<'a> Reach<'a> {
    pub fn of(books: &'a Books, roster: &'a Roster, as_of: NaiveDate) -> Self {
        let coverage = Coverage::of(books, roster, as_of);
        Reach { roster, coverage }
    }

    /// The last day the ledger is complete for that department.
    pub fn until(&self, ledger: Kind, department: Option<&str>) -> Option<NaiveDate> {
        self.coverage.until(ledger, department)
    }

    /// The last day it is complete for the department that person is of on that day.
    pub fn of_staff(&self, ledger: Kind, staff: &StaffId, day: NaiveDate) -> Option<NaiveDate> {
        self.until(ledger, self.roster.department(staff, day))
    }
}

/// `逾期（台账只录到 11-24）`: what a ledger shows that does not reach the day it is asked about.
pub(super) fn short_of(status: String, reaches: Option<NaiveDate>, asked: NaiveDate, speaker: &Speaker<'_>) -> String {
    let message = match reaches {
        None => Message::new("report-short-never"),
        Some(day) => {
            let form = if day.year() == asked.year() { "%m-%d" } else { "%Y-%m-%d" };
            Message::new("report-short").show("day", day.format(form))
        }
    };
    speaker.say(&message.with("status", status))
}
