//! The supervisor's sheet (汇总): how much each person has to do on the day.

use crate::domain::StaffId;
use crate::policy::Urgency;
use crate::report::{DueRow, Presenter};
use std::collections::BTreeMap;

/// What one person has to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupervisorRow {
    /// Who; none: nobody.
    pub assignee: Option<StaffId>,
    /// Their name; none: nobody, or not on the roster.
    pub name: Option<String>,
    /// Their department; none: they have none.
    pub department: Option<String>,
    /// How many tasks are late.
    pub overdue: usize,
    /// How many are to be done that day.
    pub due: usize,
    /// How many may be done already.
    pub upcoming: usize,
}

/// By number; what is of nobody last.
pub fn supervisor_rows(rows: &[DueRow], presenter: &Presenter<'_>) -> Vec<SupervisorRow> {
    let mut of_staff: BTreeMap<(bool, Option<&StaffId>), [usize; 3]> = BTreeMap::new();
    for row in rows {
        let counts = of_staff.entry((row.assignee.is_none(), row.assignee.as_ref())).or_default();
        let place = [Urgency::Overdue, Urgency::Due, Urgency::Upcoming].iter().position(|of| *of == row.status);
        place.into_iter().for_each(|place| counts[place] += 1);
    }
    let row = |((_, assignee), [overdue, due, upcoming]): ((bool, Option<&StaffId>), [usize; 3])| SupervisorRow {
        assignee: assignee.cloned(),
        name: assignee.and_then(|id| presenter.name(id)).map(str::to_owned),
        department: assignee.and_then(|id| presenter.department(id)).map(str::to_owned),
        overdue,
        due,
        upcoming,
    };
    of_staff.into_iter().map(row).collect()
}
