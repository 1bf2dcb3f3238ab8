//! Violations that differ between two judgements.

use super::rows_behind::{ChangedRows, ComparisonSubject, RowsBehind};
use super::side::{ComparedSide, change};
use crate::domain::{Phone, StaffId};
use crate::policy::{Certainty, Clause, Policy, Violation, ViolationBasis};
use crate::report::{Money, sums};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A violation that comes, goes, or is taken otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ViolationChange {
    /// `came`, `went` or `changed`.
    pub change: &'static str,
    /// Its id, the same for ever.
    pub id: String,
    /// The day of the breach.
    pub date: NaiveDate,
    /// The offence's id in the policy.
    pub offence: Arc<str>,
    /// Who answers; none: nobody is named.
    pub staff: Option<StaffId>,
    /// The customer; none: it concerns no one person.
    pub phone: Option<Phone>,
    /// The customer's household; none: likewise.
    pub household: Option<Phone>,
    /// None: there was none.
    pub before: Option<ViolationState>,
    /// How it stands on the second side; none: it is gone.
    pub after: Option<ViolationState>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    /// The rows that made the difference; none unless asked for.
    pub behind: Option<RowsBehind>,
}

/// What is made of a violation on one of the two sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ViolationState {
    /// The offence's id in the policy.
    pub offence: Arc<str>,
    /// The clause that decided it; none where none did.
    pub clause: Clause,
    /// How certain it is, as an id.
    pub status: Certainty,
    /// Who answers; none: nobody is named.
    pub staff: Option<StaffId>,
    /// In the unit of that side's policy.
    pub amount: Option<Money>,
    /// What the clause points to; none: nothing.
    pub action: Option<&'static str>,
    /// The how-manieth of a ladder it is, counted from 1; none: it is on none.
    pub occurrence: Option<u32>,
    /// `yuan` or `points`.
    pub unit: &'static str,
}

impl ViolationState {
    fn of(violation: &Violation, policy: &Policy) -> Self {
        let mode = &policy.sanctions.mode;
        ViolationState {
            offence: violation.offence.clone(),
            clause: violation.grounds.clause().clone(),
            status: violation.status,
            staff: violation.staff.clone(),
            amount: violation.cost.yuan().map(|yuan| sums::worth(mode, yuan)),
            action: violation.action.map(|action| action.id()),
            occurrence: violation.occurrence,
            unit: sums::unit(mode),
        }
    }
}

pub fn changes(
    before: ComparedSide<'_>,
    after: ComparedSide<'_>,
    moved: Option<&ChangedRows<'_>>,
) -> Vec<ViolationChange> {
    let (then, now) = (by_id(before), by_id(after));
    let ids: BTreeSet<&str> = then.keys().chain(now.keys()).copied().collect();
    let change = |id: &str| {
        let (was, is) = (then.get(id).copied(), now.get(id).copied());
        let states = [
            was.map(|violation| ViolationState::of(violation, before.policy)),
            is.map(|violation| ViolationState::of(violation, after.policy)),
        ];
        let [before_state, after_state] = states;
        let shown = is.or(was).filter(|_| before_state != after_state)?;
        Some(ViolationChange {
            change: change(was.is_some(), is.is_some()),
            id: shown.id.clone(),
            date: shown.date,
            offence: shown.offence.clone(),
            staff: shown.staff.clone(),
            phone: shown.phone.clone(),
            household: shown.household.clone(),
            before: before_state,
            after: after_state,
            behind: moved.map(|moved| moved.behind(&about([was, is], moved))),
        })
    };
    let mut changes: Vec<ViolationChange> = ids.into_iter().filter_map(change).collect();
    changes.sort_by(|a, b| order(a).cmp(&order(b)));
    changes
}

fn by_id<'a>(side: ComparedSide<'a>) -> BTreeMap<&'a str, &'a Violation> {
    side.assessment.violations.iter().map(|violation| (violation.id.as_str(), violation)).collect()
}

fn order(change: &ViolationChange) -> impl Ord + '_ {
    (change.date, &*change.offence, &change.staff, &change.phone, &change.household, &change.id)
}

/// The rows it follows from on either side, the phones of its household, whose it is, and the ledger it waited for.
fn about<'a>(sides: [Option<&'a Violation>; 2], moved: &'a ChangedRows<'_>) -> ComparisonSubject<'a> {
    let both = || sides.into_iter().flatten();
    let waited_for = both().find_map(|violation| match &violation.basis {
        ViolationBasis::Due(inquiry) => Some((inquiry.ledger, inquiry.department.as_deref(), inquiry.deadline)),
        _ => None,
    });
    ComparisonSubject {
        grounds: both().flat_map(|violation| violation.grounds.rows().iter().copied()).collect(),
        phones: both()
            .filter_map(|violation| violation.phone.as_ref())
            .flat_map(|phone| moved.members(phone))
            .collect(),
        staff: both().filter_map(|violation| violation.staff.as_ref()).collect(),
        // A ledger that reaches further makes something pending recorded; it makes nothing come or go.
        ledger: waited_for.filter(|_| sides.iter().all(Option::is_some)),
    }
}
