//! Assessment → plain rows: what a program gets as JSON, and the same laid out for people.
//!
//! Each report is a row type whose fields stand in the order of the JSON, a function that makes the rows sorted, and a
//! function that lays them out as a [`Listing`] which every renderer of tables takes.

mod cell;
mod compare;
mod disputes;
mod due;
mod expiring;
mod explain;
mod field;
mod fines;
mod listing;
mod money;
mod names;
mod narrative;
mod owners;
mod policy;
mod presenter;
mod reach;
mod records;
mod stamp;
mod sums;
mod violations;

pub use crate::domain::{Month, NotAMonth};
pub use cell::{Cell, CellValue};
pub use compare::{
    CompareOptions, ComparedSide, Comparison, MovedRow, OwnerChange, OwnerState, RowsBehind, SumChange, TaskChange,
    TaskState, ViolationChange, ViolationState, compare, comparison_listing,
};
pub use disputes::{DisputeRow, disputes, disputes_listing, disputes_page};
pub use due::{CallList, DueBy, DueRow, TasksGone, due, due_listing, lags, left};
pub use expiring::{Ending, ExpiringOf, ExpiringRow, expiring, expiring_listing};
pub use explain::{
    ChangeRow, ConsideredRow, EventRow, ExplainedSentence, FindingRow, HouseholdExplained, InquiryRow, LackRow,
    LinkRow, MemberRow, NamedClause, NextRow, PassedRow, PricingRow, RowRef, TaskExplained, Verdict,
    ViolationExplained, explain_household, explain_task, explain_violation, household_page, task_page, violation_page,
};
pub use field::Medium;
pub use fines::{FineRow, FinesBy, Tally, fines, fines_listing};
pub use listing::{Form, Group, Heading, Listing, Space, Tone};
pub use money::Money;
pub use names::customer;
pub use narrative::{Mark, Narrative, Paragraph, Section};
pub use owners::{
    ClaimRow, IntervalRow, OwnerRow, OwnersList, OwnersOf, history_listing, owners, owners_history, owners_list,
    owners_listing,
};
pub use policy::{
    ClauseRow, DifferenceRow, PolicyCheck, PolicyList, policy_check, policy_check_listing, policy_diff,
    policy_diff_listing, policy_list, policy_list_listing, policy_show, policy_show_listing,
};
pub use presenter::Presenter;
pub use reach::LedgerLag;
pub use records::Records;
pub use stamp::Stamp;
pub use violations::{EvidenceRow, RulingRow, ViolationRow, ViolationsOf, evidence, violations, violations_listing};
