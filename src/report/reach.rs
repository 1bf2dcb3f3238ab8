//! Up to when the ledgers reach, as reports say it.

use super::Presenter;
use crate::domain::{Books, Kind, Message, StaffId};
use crate::policy::{Coverage, Roster};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// A ledger that lags behind what it is asked about: whose, which, and the last day it reaches.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LedgerLag {
    /// The department; none: the ledger is kept for all.
    pub department: Option<String>,
    /// The ledger.
    pub ledger: Kind,
    /// The last day it reaches; none: it was never kept.
    pub until: Option<NaiveDate>,
}

/// Whose ledgers reach how far by the as-of day.
pub(super) struct LedgerReach<'a> {
    roster: &'a Roster,
    coverage: Coverage<'a>,
}

impl<'a> LedgerReach<'a> {
    pub fn of(books: &'a Books, roster: &'a Roster, as_of: NaiveDate) -> Self {
        let coverage = Coverage::of(books, roster, as_of);
        LedgerReach { roster, coverage }
    }

    /// The last day the ledger is complete for that department.
    pub fn until(&self, ledger: Kind, department: Option<&str>) -> Option<NaiveDate> {
        self.coverage.until(ledger, department)
    }

    /// The last day it is complete for the department that person is of on that day.
    pub fn of_staff(&self, ledger: Kind, staff: &StaffId, day: NaiveDate) -> Option<NaiveDate> {
        self.until(ledger, self.department(staff, day))
    }

    /// The department that person is of on that day.
    pub fn department(&self, staff: &StaffId, day: NaiveDate) -> Option<&'a str> {
        self.roster.department(staff, day)
    }

    /// Those of these ledgers that lag the day asked about by more than a day.
    pub fn lags(&self, ledgers: BTreeSet<(Option<String>, Kind)>, asked: NaiveDate) -> Vec<LedgerLag> {
        let lags = ledgers.into_iter().map(|(department, ledger)| {
            let until = self.until(ledger, department.as_deref());
            LedgerLag { department, ledger, until }
        });
        lags.filter(|lag| lag.until.is_none_or(|until| (asked - until).num_days() > 1)).collect()
    }
}

/// Which ledgers lag, and since when: a line for each department.
pub(super) fn said_lags(lags: &[LedgerLag], presenter: &Presenter<'_>) -> Vec<Message> {
    lags.chunk_by(|a, b| a.department == b.department).map(|lags| said_lag(lags, presenter)).collect()
}

fn said_lag(lags: &[LedgerLag], presenter: &Presenter<'_>) -> Message {
    let ledger = |lag: &LedgerLag| {
        let ledger = presenter.word("kind", lag.ledger.id());
        match lag.until {
            Some(day) => Message::new("report-lag-until").with("ledger", ledger).show("day", day),
            None => Message::new("report-lag-never").with("ledger", ledger),
        }
    };
    let department = lags.first().and_then(|lag| lag.department.clone());
    let department = department.unwrap_or_else(|| presenter.texts.get("report-no-department"));
    Message::new("report-lag")
        .with("department", department)
        .with("ledgers", lags.iter().map(ledger).collect::<Vec<_>>())
}

/// `逾期（台账只录到 11-24）`: what a ledger shows that does not reach the day it is asked about.
pub(super) fn short_of(
    status: String,
    reaches: Option<NaiveDate>,
    asked: NaiveDate,
    presenter: &Presenter<'_>,
) -> String {
    let message = match reaches {
        None => Message::new("report-short-never"),
        Some(day) => {
            let form = if day.year() == asked.year() { "%m-%d" } else { "%Y-%m-%d" };
            Message::new("report-short").show("day", day.format(form))
        }
    };
    presenter.say(&message.with("status", status))
}
