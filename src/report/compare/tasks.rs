use super::behind::{About, Behind, Moved};
use super::{Side, change};
use crate::domain::{Phone, StaffId};
use crate::policy::{Clause, Task};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A task that is on one call list only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaskChange {
    /// `came` or `went`.
    pub change: &'static str,
    pub id: String,
    pub task: Arc<str>,
    pub clause: Clause,
    pub due: NaiveDate,
    pub assignee: Option<StaffId>,
    pub phone: Phone,
    pub household: Phone,
    pub trigger: NaiveDate,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub behind: Option<Behind>,
}

pub fn changes(before: Side<'_>, after: Side<'_>, moved: Option<&Moved<'_>>) -> Vec<TaskChange> {
    let gone = only(before, after).map(|task| (task, change(true, false)));
    let new = only(after, before).map(|task| (task, change(false, true)));
    let mut changes: Vec<TaskChange> = gone
        .chain(new)
        .map(|(task, change)| TaskChange {
            change,
            id: task.id.clone(),
            task: task.task.clone(),
            clause: task.grounds.clause().clone(),
            due: task.due,
            assignee: task.assignee.clone(),
            phone: task.phone.clone(),
            household: task.household.clone(),
            trigger: task.trigger,
            behind: moved.map(|moved| moved.behind(&about(task, moved))),
        })
        .collect();
    changes.sort_by(|a, b| order(a).cmp(&order(b)));
    changes
}

fn only<'a>(one: Side<'a>, other: Side<'a>) -> impl Iterator<Item = &'a Task> {
    let known: BTreeSet<&str> = other.assessment.tasks.iter().map(|task| task.id.as_str()).collect();
    one.assessment.tasks.iter().filter(move |task| !known.contains(task.id.as_str()))
}

fn order(change: &TaskChange) -> impl Ord + '_ {
    (change.due, &change.household, &*change.task, &change.phone, change.trigger, &change.id)
}

/// The rows it follows from, the phones of its household on either side, and whose task it is.
fn about<'a>(task: &'a Task, moved: &'a Moved<'_>) -> About<'a> {
    About {
        grounds: task.grounds.rows().to_vec(),
        phones: moved.members(&task.phone).collect(),
        staff: task.assignee.iter().collect(),
        ledger: None,
    }
}
