//! `due`: who has to do what about whom until when, for a day.

mod gone;
mod line;
mod listing;

pub use gone::{TasksGone, left};
pub use listing::{CallList, DueBy, due_listing};

use super::names::on_row;
use super::reach::{LedgerLag, LedgerReach};
use crate::domain::{Books, Kind, Phone, Seq, StaffId};
use crate::policy::{Assessment, Clause, Policy, Roster, Task, Urgency};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// One line of the call list (明日应办清单).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueRow {
    /// Its id, the same for ever.
    pub id: String,
    /// The obligation's id in the policy.
    pub task: Arc<str>,
    /// The clause that asks for it; none: none does.
    pub clause: Option<Clause>,
    /// `overdue`, `due` or `upcoming`.
    pub status: Urgency,
    /// The deadline.
    pub due: NaiveDate,
    /// The first day on which it counts as done.
    pub window_start: NaiveDate,
    /// Who has to do it; none: nobody employed on the day.
    pub assignee: Option<StaffId>,
    /// The expert who goes along; none: nobody does.
    pub with: Option<StaffId>,
    /// The person's number.
    pub phone: Phone,
    /// The name as last written; none: never given.
    pub customer: Option<String>,
    /// The household's number: the smallest of its members'.
    pub household: Phone,
    /// The day that started it; of what is due in a period, its first day.
    pub trigger: NaiveDate,
    /// The number to dial: the latest given for that person.
    pub call: Phone,
    /// Whether the ledger that would hold the evidence reaches the deadline; true up to it.
    pub covered: bool,
    /// `person` or `household`.
    pub subject: &'static str,
    /// The assignee's department, else that of the row that started it; none: neither has one.
    pub department: Option<String>,
    /// The role that has to do it, where no person has; here a person always has.
    pub role: Option<&'static str>,
    /// How many rows of evidence are still wanted.
    pub needed: Option<u32>,
    /// The name and the number on the row it came from.
    pub trigger_customer: Option<String>,
    /// The number in the row that started it, where it is another than the one shown; else none.
    pub trigger_phone: Option<Phone>,
    /// The row that started it.
    #[serde(skip)]
    pub(super) cause: Seq,
    /// Where it is not covered: the last day its ledger reaches.
    #[serde(skip)]
    pub(super) reaches: Option<NaiveDate>,
}

/// One row of evidence closes every task of this house.
const NEEDED: u32 = 1;

impl DueRow {
    fn of(task: &Task, books: &Books) -> Self {
        let (customer, phone) = on_row(books, task.behind.cause()).unzip();
        DueRow {
            id: task.id.clone(),
            task: task.task.clone(),
            clause: task.clause.clone(),
            status: task.urgency,
            due: task.due,
            window_start: task.window_start,
            assignee: task.assignee.clone(),
            with: task.with.clone(),
            phone: task.phone.clone(),
            customer: task.customer.clone(),
            household: task.household.clone(),
            trigger: task.trigger,
            call: task.call.clone(),
            covered: task.covered,
            subject: task.subject.id(),
            department: task.department.clone(),
            role: None,
            needed: Some(NEEDED),
            trigger_customer: customer.flatten().map(str::to_owned),
            trigger_phone: phone.cloned(),
            cause: task.behind.cause(),
            reaches: task.covered_until,
        }
    }

    /// The number to be dialled for this very task: that of the row it came from.
    pub(super) fn dial(&self) -> &Phone {
        self.trigger_phone.as_ref().unwrap_or(&self.call)
    }

    /// The name on the row it came from, else the person's.
    pub(super) fn whom(&self) -> Option<&str> {
        self.trigger_customer.as_deref().or(self.customer.as_deref())
    }
}

/// What is due on the day the books were read for, of everybody or of one assignee.
pub fn due(assessment: &Assessment, books: &Books, staff: Option<&StaffId>) -> Vec<DueRow> {
    let wanted = |task: &&Task| staff.is_none() || task.assignee.as_ref() == staff;
    let mut rows: Vec<DueRow> = assessment.tasks.iter().filter(wanted).map(|task| DueRow::of(task, books)).collect();
    rows.sort_by(|a, b| order(a).cmp(&order(b)));
    rows
}

fn order(row: &DueRow) -> impl Ord + '_ {
    let DueRow { due, household, task, phone, trigger, assignee, subject, department, id, .. } = row;
    (due, household, &**task, phone, trigger, assignee, subject, department, id)
}

/// The ledgers asked for by these tasks that lag the day of the list by more than a day. Of a list further ahead than
/// tomorrow: that lag tomorrow, for no ledger can reach beyond today.
pub fn lags(rows: &[DueRow], assessment: &Assessment, books: &Books, policy: &Policy) -> Vec<LedgerLag> {
    let roster = Roster::of(books);
    let reach = LedgerReach::of(books, &roster, assessment.reading.as_of);
    let asked = assessment.reading.on.min(assessment.reading.as_of.succ_opt().unwrap_or(NaiveDate::MAX));
    let begun = rows.iter().filter(|row| row.window_start <= asked);
    let ledger = |row: &DueRow| Some((row.department.clone(), policy.obligation(&row.task)?.evidence.query.ledger));
    let ledgers: BTreeSet<(Option<String>, Kind)> = begun.filter_map(ledger).collect();
    reach.lags(ledgers, asked)
}
