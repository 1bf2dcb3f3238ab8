//! Owners that differ between two judgements.

use super::rows_behind::{ChangedRows, ComparisonSubject, RowsBehind};
use super::side::ComparedSide;
use crate::domain::{Phone, StaffId};
use crate::policy::{Clause, Household, HouseholdStatus};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// A household whose owner differs. Phones that were joined or parted since make a household meet several: each pair that
/// has a phone in common is compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnerChange {
    /// Its key after, or before if it is no longer there.
    pub household: Phone,
    /// None: it was not known.
    pub before: Option<OwnerState>,
    /// How it stands on the second side; none: it is gone.
    pub after: Option<OwnerState>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    /// The rows that made the difference; none unless asked for.
    pub behind: Option<RowsBehind>,
}

/// Whose a household is on one of the two sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnerState {
    /// The household's number: the smallest of its members'.
    pub household: Phone,
    /// Every number of the household, sorted.
    pub members: Vec<Phone>,
    /// The household's status.
    pub status: HouseholdStatus,
    /// Who owns it; none: nobody.
    pub owner: Option<StaffId>,
    /// The first day it has stood so; none where nothing has been decided.
    pub since: Option<NaiveDate>,
    /// The clause that decided it; none where none did.
    pub clause: Option<Clause>,
}

impl From<&Household> for OwnerState {
    fn from(household: &Household) -> Self {
        OwnerState {
            household: household.key.clone(),
            members: household.members.clone(),
            status: household.status,
            owner: household.owner.clone(),
            since: household.since,
            clause: household.clause.clone(),
        }
    }
}

pub fn changes(before: ComparedSide<'_>, after: ComparedSide<'_>, moved: Option<&ChangedRows<'_>>) -> Vec<OwnerChange> {
    let (before, after) = (&before.assessment.households, &after.assessment.households);
    let of_phone: HashMap<&Phone, usize> = before
        .iter()
        .enumerate()
        .flat_map(|(at, household)| household.members.iter().map(move |phone| (phone, at)))
        .collect();
    let mut met: BTreeSet<usize> = BTreeSet::new();
    let mut pairs: Vec<(Option<&Household>, Option<&Household>)> = Vec::new();
    for now in after {
        let then: BTreeSet<usize> = now.members.iter().filter_map(|phone| of_phone.get(phone).copied()).collect();
        if then.is_empty() {
            pairs.push((None, Some(now)));
        }
        pairs.extend(then.iter().map(|at| (before.get(*at), Some(now))));
        met.extend(then);
    }
    let gone = before.iter().enumerate().filter(|(at, _)| !met.contains(at));
    pairs.extend(gone.map(|(_, household)| (Some(household), None)));
    let owner = |side: Option<&Household>| side.and_then(|household| household.owner.clone());
    let mut changes: Vec<OwnerChange> = pairs
        .into_iter()
        .filter(|(then, now)| owner(*then) != owner(*now))
        .filter_map(|(then, now)| {
            Some(OwnerChange {
                household: now.or(then)?.key.clone(),
                before: then.map(OwnerState::from),
                after: now.map(OwnerState::from),
                behind: moved.map(|moved| moved.behind(&about(then, now))),
            })
        })
        .collect();
    changes.sort_by(|a, b| order(a).cmp(&order(b)));
    changes
}

fn order(change: &OwnerChange) -> impl Ord + '_ {
    (&change.household, change.before.as_ref().map(|state| &state.household))
}

/// Every row that ever decided about it, its phones, and whose it was and is.
fn about<'a>(then: Option<&'a Household>, now: Option<&'a Household>) -> ComparisonSubject<'a> {
    let sides = || then.into_iter().chain(now);
    ComparisonSubject {
        grounds: sides()
            .flat_map(|household| &household.history)
            .flat_map(|decision| decision.grounds.rows().iter().copied())
            .collect(),
        phones: sides().flat_map(|household| &household.members).collect(),
        staff: sides().filter_map(|household| household.owner.as_ref()).collect(),
        ledger: None,
    }
}
