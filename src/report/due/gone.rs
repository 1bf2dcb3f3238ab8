//! What left the call list since the day before.

use crate::domain::StaffId;
use crate::policy::{Assessment, Obligation, Policy, Task};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

/// How many tasks were on the list of the day before and are on this one no more, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TasksGone {
    /// Done, or asked for no longer.
    pub closed: usize,
    /// Open, but overdue for longer than the list carries it.
    pub aged: usize,
    /// Open at the end of its month.
    pub over: usize,
}

/// What left the list since the day before: `before` was listed a day earlier for a day earlier, `open` is the list of the day
/// before by what is known now.
pub fn left(before: &[Task], open: &[Task], now: &Assessment, policy: &Policy, staff: Option<&StaffId>) -> TasksGone {
    let listed: BTreeSet<&str> = now.tasks.iter().map(|task| task.id.as_str()).collect();
    let theirs = before.iter().filter(|task| staff.is_none() || task.assignee.as_ref() == staff);
    let gone: Vec<&Task> = theirs.filter(|task| !listed.contains(task.id.as_str())).collect();
    let is_over = |task: &Task| last_listed(task, policy) < now.reading.on;
    let open: BTreeSet<&str> = open.iter().map(|task| task.id.as_str()).collect();
    let mut left = TasksGone::default();
    for task in gone {
        match is_over(task) && open.contains(task.id.as_str()) {
            true if is_monthly(task, policy) => left.over += 1,
            true => left.aged += 1,
            false => left.closed += 1,
        }
    }
    left
}

fn is_monthly(task: &Task, policy: &Policy) -> bool {
    policy.obligation(&task.task).is_some_and(Obligation::is_of_period)
}

/// The last day it is listed for, done or not.
fn last_listed(task: &Task, policy: &Policy) -> NaiveDate {
    let days = if is_monthly(task, policy) { 0 } else { policy.calls.overdue_days };
    task.due.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
}
