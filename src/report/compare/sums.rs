//! Sums that differ between two judgements.

use super::rows_behind::{ChangedRows, ComparisonSubject, RowsBehind};
use super::violations::ViolationChange;
use super::{ComparedSide, MovedRow};
use crate::domain::StaffId;
use crate::report::{Money, Month, sums};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A sum that differs: what the violations that count come to for somebody, or for a department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SumChange {
    /// `staff` or `department`.
    pub of: &'static str,
    /// None: of all months.
    pub month: Option<Month>,
    /// None: of the department.
    pub staff: Option<StaffId>,
    /// The name on the roster; none of a department, or of nobody.
    pub name: Option<String>,
    /// The department; none: nobody knows.
    pub department: Option<String>,
    /// Yuan on the first side.
    pub before: Money,
    /// Yuan on the second side.
    pub after: Money,
    /// None where the two are counted in different units.
    pub difference: Option<Money>,
    /// What `before` counts.
    pub unit_before: &'static str,
    /// What `after` counts.
    pub unit: &'static str,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    /// The rows that made the difference; none unless asked for.
    pub behind: Option<RowsBehind>,
}

/// Whose a sum is, and of which month. People come before departments.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct SumKey {
    is_department: bool,
    month: Option<Month>,
    staff: Option<StaffId>,
    department: Option<String>,
}

pub fn changes(
    before: ComparedSide<'_>,
    after: ComparedSide<'_>,
    violations: &[ViolationChange],
    by_month: bool,
    moved: Option<&ChangedRows<'_>>,
) -> Vec<SumChange> {
    let (was, is) = (of_side(before, by_month), of_side(after, by_month));
    let units = [before, after].map(|side| sums::unit(&side.policy.sanctions.mode));
    let keys: BTreeSet<&SumKey> = was.keys().chain(is.keys()).collect();
    let change = |key: &SumKey| {
        let sum = |sums: &BTreeMap<SumKey, Money>| sums.get(key).copied().unwrap_or(Money::ZERO);
        let (then, now) = (sum(&was), sum(&is));
        (then != now || (units[0] != units[1] && now != Money::ZERO)).then(|| SumChange {
            of: if key.is_department { "department" } else { "staff" },
            month: key.month,
            staff: key.staff.clone(),
            name: key.staff.as_ref().and_then(|staff| name(staff, after).or_else(|| name(staff, before))),
            department: match &key.staff {
                Some(staff) => department(staff, after).or_else(|| department(staff, before)),
                None => key.department.clone(),
            },
            before: then,
            after: now,
            difference: (units[0] == units[1]).then(|| now - then),
            unit_before: units[0],
            unit: units[1],
            behind: moved.map(|moved| behind(key, violations, [before, after], moved)),
        })
    };
    keys.into_iter().filter_map(change).collect()
}

fn of_side(side: ComparedSide<'_>, by_month: bool) -> BTreeMap<SumKey, Money> {
    let mut sums: BTreeMap<SumKey, Money> = BTreeMap::new();
    for violation in side.assessment.violations.iter().filter(|violation| violation.status.counts()) {
        let Some(staff) = &violation.staff else { continue };
        let worth = violation.cost.yuan().map_or(Money::ZERO, |yuan| sums::worth(&side.policy.sanctions.mode, yuan));
        let month = by_month.then(|| Month::of(violation.date));
        let department = department(staff, side);
        for key in [
            SumKey { is_department: false, month, staff: Some(staff.clone()), department: None },
            SumKey { is_department: true, month, staff: None, department },
        ] {
            *sums.entry(key).or_insert(Money::ZERO) += worth;
        }
    }
    sums
}

fn department(staff: &StaffId, side: ComparedSide<'_>) -> Option<String> {
    side.assessment.roster.get(staff)?.department.clone()
}

fn name(staff: &StaffId, side: ComparedSide<'_>) -> Option<String> {
    side.assessment.roster.get(staff).map(|row| row.name.clone())
}

/// What changed the violations summed; where none did, the roster's rows of whoever is summed.
fn behind(
    key: &SumKey,
    violations: &[ViolationChange],
    sides: [ComparedSide<'_>; 2],
    moved: &ChangedRows<'_>,
) -> RowsBehind {
    let is_of = |staff: &StaffId| match &key.staff {
        Some(of) => of == staff,
        None => sides.iter().any(|side| department(staff, *side) == key.department),
    };
    let staff_of = |change: &ViolationChange| {
        let states = [&change.before, &change.after].into_iter().flatten();
        states.filter_map(|state| state.staff.clone()).any(|staff| is_of(&staff))
    };
    let summed =
        violations.iter().filter(|change| staff_of(change) && key.month.is_none_or(|month| month.holds(change.date)));
    let rows: BTreeSet<MovedRow> =
        summed.filter_map(|change| change.behind.as_ref()).flat_map(|behind| behind.rows.iter().cloned()).collect();
    if !rows.is_empty() {
        return RowsBehind { why: "violations", rows: rows.into_iter().collect() };
    }
    let everybody: BTreeSet<&StaffId> = sides.iter().flat_map(|side| side.assessment.roster.keys()).collect();
    let staff = everybody.into_iter().filter(|staff| is_of(staff)).collect();
    moved.behind(&ComparisonSubject { staff, ..ComparisonSubject::default() })
}
