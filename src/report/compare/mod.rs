//! Two assessments side by side: whose households, which tasks, violations and sums differ, and by which rows.
//!
//! The two may be of the books then and now under one policy (`changes`), or of the same books under two (`policy what-if`).

mod listing;
mod owners;
mod rows_behind;
mod side;
mod sums;
mod tasks;
mod violations;

pub use listing::comparison_listing;
pub use owners::{OwnerChange, OwnerState};
pub use rows_behind::{MovedRow, RowsBehind};
pub use side::ComparedSide;
pub use sums::SumChange;
pub use tasks::{TaskChange, TaskState};
pub use violations::{ViolationChange, ViolationState};

use rows_behind::ChangedRows;
use serde::Serialize;

/// What is asked beside what differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompareOptions {
    /// The rows that came and went and did it; sums month by month, as they are reported.
    Rows,
    /// Nothing: the books are the same. Sums over all months.
    Nothing,
    /// Nothing: it is known which rows came and went. Sums month by month.
    Months,
}

/// Everything that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Households whose owner differs, by household.
    pub owners: Vec<OwnerChange>,
    /// Tasks of the day's call list that come, go or change, in its order.
    pub tasks: Vec<TaskChange>,
    /// Violations that come, go or change, in the order of their report.
    pub violations: Vec<ViolationChange>,
    /// Sums of people, then of departments.
    pub sums: Vec<SumChange>,
}

/// What differs between the one and the other.
pub fn compare(before: ComparedSide<'_>, after: ComparedSide<'_>, asked: CompareOptions) -> Comparison {
    let moved = (asked == CompareOptions::Rows).then(|| ChangedRows::between(before, after));
    let moved = moved.as_ref();
    let violations = violations::changes(before, after, moved);
    let sums = sums::changes(before, after, &violations, asked != CompareOptions::Nothing, moved);
    Comparison {
        owners: owners::changes(before, after, moved),
        tasks: tasks::changes(before, after, moved),
        violations,
        sums,
    }
}
