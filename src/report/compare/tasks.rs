//! Things due that differ between two judgements.

use super::rows_behind::{ChangedRows, ComparisonSubject, RowsBehind};
use super::side::{ComparedSide, change};
use crate::domain::{Phone, StaffId};
use crate::policy::{Clause, Task, Urgency};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A task that is on one call list only, or on both and due otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaskChange {
    /// `came`, `went` or `changed`.
    pub change: &'static str,
    /// Its id, the same for ever.
    pub id: String,
    /// The obligation's id in the policy.
    pub task: Arc<str>,
    /// The clause that decided it; none where none did.
    pub clause: Option<Clause>,
    /// The deadline.
    pub due: NaiveDate,
    /// Who has to do it; none: nobody employed on the day.
    pub assignee: Option<StaffId>,
    /// The person's number.
    pub phone: Phone,
    /// The household's number: the smallest of its members'.
    pub household: Phone,
    /// The day that started it; of what is due in a period, its first day.
    pub trigger: NaiveDate,
    /// None: it was not listed.
    pub before: Option<TaskState>,
    /// How it stands on the second side; none: no longer listed.
    pub after: Option<TaskState>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    /// The rows that made the difference; none unless asked for.
    pub behind: Option<RowsBehind>,
}

/// What a call list asks of a task: until when, how urgently, of whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaskState {
    /// `overdue`, `due` or `upcoming`.
    pub status: Urgency,
    /// The deadline.
    pub due: NaiveDate,
    /// Who has to do it; none: nobody employed on the day.
    pub assignee: Option<StaffId>,
    /// The expert to take along.
    pub with: Option<StaffId>,
}

impl From<&Task> for TaskState {
    fn from(task: &Task) -> Self {
        TaskState { status: task.urgency, due: task.due, assignee: task.assignee.clone(), with: task.with.clone() }
    }
}

pub fn changes(before: ComparedSide<'_>, after: ComparedSide<'_>, moved: Option<&ChangedRows<'_>>) -> Vec<TaskChange> {
    let (then, now) = (by_id(before), by_id(after));
    let ids: BTreeSet<&str> = then.keys().chain(now.keys()).copied().collect();
    let change = |id: &str| {
        let (was, is) = (then.get(id).copied(), now.get(id).copied());
        let [before, after] = [was, is].map(|task| task.map(TaskState::from));
        let task = is.or(was).filter(|_| before != after)?;
        Some(TaskChange {
            change: change(was.is_some(), is.is_some()),
            id: task.id.clone(),
            task: task.task.clone(),
            clause: task.clause.clone(),
            due: task.due,
            assignee: task.assignee.clone(),
            phone: task.phone.clone(),
            household: task.household.clone(),
            trigger: task.trigger,
            before,
            after,
            behind: moved.map(|moved| moved.behind(&about([was, is], moved))),
        })
    };
    let mut changes: Vec<TaskChange> = ids.into_iter().filter_map(change).collect();
    changes.sort_by(|a, b| order(a).cmp(&order(b)));
    changes
}

fn by_id<'a>(side: ComparedSide<'a>) -> BTreeMap<&'a str, &'a Task> {
    side.assessment.tasks.iter().map(|task| (task.id.as_str(), task)).collect()
}

fn order(change: &TaskChange) -> impl Ord + '_ {
    (change.due, &change.household, &*change.task, &change.phone, change.trigger, &change.id)
}

/// The rows it follows from on either side, the phones of its household, and whose task it was and is.
fn about<'a>(sides: [Option<&'a Task>; 2], moved: &'a ChangedRows<'_>) -> ComparisonSubject<'a> {
    let both = || sides.into_iter().flatten();
    ComparisonSubject {
        grounds: both().flat_map(|task| task.behind.rows().iter().copied()).collect(),
        phones: both().flat_map(|task| moved.members(&task.phone)).collect(),
        staff: both().flat_map(|task| task.assignee.iter().chain(&task.with)).collect(),
        ledger: None,
    }
}
