mod listing;

pub use listing::{DueBy, due_listing};

use crate::domain::{Phone, StaffId};
use crate::policy::{Assessment, Clause, Task};
use chrono::NaiveDate;
use serde::Serialize;
use std::sync::Arc;

/// One line of the call list (明日应办清单).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueRow {
    pub id: String,
    pub task: Arc<str>,
    pub clause: Clause,
    pub status: &'static str,
    pub due: NaiveDate,
    pub window_start: NaiveDate,
    pub assignee: Option<StaffId>,
    pub with: Option<StaffId>,
    pub phone: Phone,
    pub customer: Option<String>,
    pub household: Phone,
    pub trigger: NaiveDate,
    pub call: Phone,
    /// Whether the ledger that would hold the evidence reaches the deadline; true before that is over.
    pub covered: bool,
}

impl From<&Task> for DueRow {
    fn from(task: &Task) -> Self {
        DueRow {
            id: task.id.clone(),
            task: task.task.clone(),
            clause: task.grounds.clause().clone(),
            status: task.urgency.id(),
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
        }
    }
}

/// What is due on the day the books were read for, of everybody or of one assignee.
pub fn due(assessment: &Assessment, staff: Option<&StaffId>) -> Vec<DueRow> {
    let wanted = |task: &&Task| staff.is_none() || task.assignee.as_ref() == staff;
    let mut rows: Vec<DueRow> = assessment.tasks.iter().filter(wanted).map(DueRow::from).collect();
    rows.sort_by(|a, b| order(a).cmp(&order(b)));
    rows
}

fn order(row: &DueRow) -> impl Ord + '_ {
    (row.due, &row.household, &*row.task, &row.phone, row.trigger, &row.assignee, &row.id)
}
