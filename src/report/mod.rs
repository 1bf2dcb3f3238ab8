//! Assessment → plain rows: what a program gets as JSON, and the same laid out for people.
//!
//! Each report is a row type whose fields stand in the order of the JSON, a function that makes the rows sorted, and a
//! function that lays them out as a [`Listing`] which every renderer of tables takes.

mod batches;
mod call_sheet;
mod cell;
mod check;
mod compare;
mod disputes;
mod due;
mod entered;
mod expiring;
mod explain;
mod field;
mod fines;
mod home;
mod imported;
mod listing;
mod moment;
mod money;
mod names;
mod narrative;
mod night;
mod owners;
mod policy;
mod presenter;
mod reach;
mod records;
mod stamp;
mod status;
mod sums;
mod taking;
mod verified;
mod violations;

pub use crate::domain::{Month, NotAMonth};
pub use batches::{BatchRow, BatchState, batches_listing};
pub use call_sheet::{
    CallSheet, CallSheetLine, CallSheetPage, CallSheetTask, SupervisorRow, WrittenCallSheet, call_sheets,
    supervisor_rows, written_listing,
};
pub use cell::{Cell, CellValue, Tone};
pub use check::{CheckRow, check_kind, check_listing, seen_listing};
pub use compare::{
    CompareOptions, ComparedSide, Comparison, MovedRow, OwnerChange, OwnerState, RowsBehind, SumChange, TaskChange,
    TaskState, ViolationChange, ViolationState, compare, comparison_listing,
};
pub use disputes::{DisputeRow, disputes, disputes_listing, disputes_page};
pub use due::{CallList, DueBy, DueRow, TasksGone, due, due_listing, lags, left};
pub use entered::{EnteredFinding, entered_listing};
pub use expiring::{Ending, ExpiringOf, ExpiringRow, expiring, expiring_listing};
pub use explain::{
    ChangeRow, ConsideredRow, EventRow, ExplainedSentence, FindingRow, HouseholdExplained, InquiryRow, LackRow,
    LinkRow, MemberRow, NamedClause, NextRow, PassedRow, PricingRow, RowRef, TaskExplained, Verdict,
    ViolationExplained, explain_household, explain_task, explain_violation, household_page, task_page, violation_page,
};
pub use field::Medium;
pub use fines::{FineRow, FinesBy, Tally, fines, fines_listing};
pub use home::{HeldChoice, LastNight, NextStep, ToTheMinute, TomorrowCounts, WorkspaceState, home_listing};
pub use imported::{ImportSums, ImportedSheet, imported_listing};
pub use listing::{Form, Group, Heading, Listing, Space};
pub use moment::Timestamp;
pub use money::Money;
pub use names::customer;
pub use narrative::{Mark, Narrative, Paragraph, Section};
pub use night::{NightSummary, night_listing};
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
pub use status::{HeldFileRow, LastBatch, LedgerStatus, OutstandingRows, WorkspaceStatus, status_listing};
pub use taking::{TakingDirection, TakingLedgerRow, TakingShown, TakingStep, WaitingFile, taking_listing};
pub use verified::{DifferenceCause, ReportDifference, Verified, verified_listing};
pub use violations::{EvidenceRow, RulingRow, ViolationRow, ViolationsOf, evidence, violations, violations_listing};
