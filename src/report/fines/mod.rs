//! `fines`: what a month's violations come to, by person or by department.

mod listing;

pub use listing::fines_listing;

use super::{Money, Month, sums};
use crate::domain::StaffId;
use crate::policy::{Assessment, Certainty, Cost, Sanctions, Violation};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What the clauses make of somebody's month (处理汇总表); of a department, the sums of its people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FineRow {
    /// The month.
    pub month: Month,
    /// Whose; none for a department.
    pub staff: Option<StaffId>,
    /// The name on the roster; none: not on it, or a department's sum.
    pub name: Option<String>,
    /// The department; none: nobody knows.
    pub department: Option<String>,
    /// Recorded and upheld violations.
    pub count: usize,
    /// Their amounts, in the unit of the house.
    pub total: Money,
    /// What clauses point to, each once.
    pub actions: BTreeSet<&'static str>,
    /// Those among `count` whose amount depends on a wage nobody gave.
    pub unknown: usize,
    /// How many nobody has confirmed.
    pub suspected: usize,
    /// How many are not decided because a ledger does not reach their deadline.
    pub pending: usize,
    /// The share of the month's wage that the total is measured against, in yuan; none without a wage, for
    /// departments, and where the house gives points.
    pub ceiling: Option<Money>,
    /// Whether the total is above it; of a department: of somebody in it.
    pub over_ceiling: bool,
    /// How many and how much of each offence.
    pub by_offence: BTreeMap<Arc<str>, Tally>,
    /// What `total` counts.
    pub unit: &'static str,
    /// The day the month was settled on; none: it is open.
    pub closed: Option<NaiveDate>,
    /// What settled months turned out to differ by, carried by this one.
    pub adjustments: Vec<Adjustment>,
}

/// A difference from what was settled; no month is settled yet, so there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Adjustment {}

/// How often, and what it comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// How many.
    pub count: usize,
    /// Their sum.
    pub total: Money,
}

/// Whose sums are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FinesBy {
    /// One sum a member of staff.
    Staff,
    /// One sum a department.
    Department,
}

/// The sums of a month: everyone with a violation dated in it that is not waived. Violations of nobody enter none.
pub fn fines(assessment: &Assessment, sanctions: &Sanctions, month: Month, by: FinesBy) -> Vec<FineRow> {
    let mut people: BTreeMap<&StaffId, Vec<&Violation>> = BTreeMap::new();
    for violation in &assessment.violations {
        if let Some(staff) = violation.staff.as_ref().filter(|_| month.holds(violation.date))
            && violation.status != Certainty::Waived
        {
            people.entry(staff).or_default().push(violation);
        }
    }
    let people = people.into_iter().map(|(staff, theirs)| of_person(assessment, sanctions, month, staff, &theirs));
    match by {
        FinesBy::Staff => people.collect(),
        FinesBy::Department => {
            let mut departments: BTreeMap<Option<String>, FineRow> = BTreeMap::new();
            for person in people {
                let empty = || FineRow { department: person.department.clone(), ..nothing(month, sanctions) };
                departments.entry(person.department.clone()).or_insert_with(empty).take_in(&person);
            }
            departments.into_values().collect()
        }
    }
}

fn nothing(month: Month, sanctions: &Sanctions) -> FineRow {
    FineRow {
        month,
        staff: None,
        name: None,
        department: None,
        count: 0,
        total: Money::ZERO,
        actions: BTreeSet::new(),
        unknown: 0,
        suspected: 0,
        pending: 0,
        ceiling: None,
        over_ceiling: false,
        by_offence: BTreeMap::new(),
        unit: sums::unit(&sanctions.mode),
        closed: None,
        adjustments: Vec::new(),
    }
}

fn of_person(
    assessment: &Assessment,
    sanctions: &Sanctions,
    month: Month,
    staff: &StaffId,
    violations: &[&Violation],
) -> FineRow {
    let on_roster = assessment.roster.get(staff);
    let wage = assessment.staffing.month_wage(staff, month).filter(|_| sums::is_money(&sanctions.mode));
    let exact = wage.map(|wage| wage * sanctions.ceiling_percent / Decimal::ONE_HUNDRED);
    let mut row = FineRow {
        staff: Some(staff.clone()),
        name: on_roster.map(|row| row.name.clone()),
        department: assessment
            .staffing
            .department(staff, month.last())
            .map(str::to_owned)
            .or_else(|| on_roster.and_then(|row| row.department.clone())),
        ceiling: exact.map(Money::rounded),
        ..nothing(month, sanctions)
    };
    for violation in violations {
        match violation.status {
            Certainty::Suspected => row.suspected += 1,
            Certainty::Pending => row.pending += 1,
            Certainty::Waived => {}
            Certainty::Recorded | Certainty::Upheld => row.enter(violation, sanctions),
        }
    }
    // What is shown is summed, and measured against the exact share.
    row.over_ceiling = exact.is_some_and(|exact| row.total.shown() > exact);
    row
}

impl FineRow {
    fn enter(&mut self, violation: &Violation, sanctions: &Sanctions) {
        let worth = violation.cost.yuan().map_or(Money::ZERO, |yuan| sums::worth(&sanctions.mode, yuan));
        self.count += 1;
        self.total += worth;
        self.unknown += usize::from(violation.cost == Cost::WageUnknown);
        self.actions.extend(violation.action.map(|action| action.id()));
        self.tally(&violation.offence).add(Tally { count: 1, total: worth });
    }

    fn take_in(&mut self, person: &FineRow) {
        self.count += person.count;
        self.total += person.total;
        self.unknown += person.unknown;
        self.suspected += person.suspected;
        self.pending += person.pending;
        self.over_ceiling |= person.over_ceiling;
        self.actions.extend(&person.actions);
        for (offence, tally) in &person.by_offence {
            self.tally(offence).add(*tally);
        }
    }

    fn tally(&mut self, offence: &Arc<str>) -> &mut Tally {
        self.by_offence.entry(offence.clone()).or_insert(Tally { count: 0, total: Money::ZERO })
    }
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.count += other.count;
        self.total += other.total;
    }
}
