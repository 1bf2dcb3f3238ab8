//! Assignments by the company, and departures.

use super::state::{Holder, HouseholdState};
use crate::domain::{Seq, StaffId};
use crate::policy::books::events::Event;
use crate::policy::{Grounds, Ownership, OwnershipChange};
use chrono::NaiveDate;

/// The clause of an assignment nothing but the company's decision is behind.
const ASSIGNMENT: &str = "assignment";

/// The company gives the household to S (分配), whatever it was before.
pub fn assignment<'a>(state: &mut HouseholdState<'a>, staff: &'a StaffId, event: &Event<'a>) {
    let clause = match &state.holder {
        Holder::Company(company) => {
            if company.barred.contains(&staff) {
                state.barred_assigned.push(event.seq());
            }
            company.clause.clone()
        }
        Holder::Owner(_) | Holder::Nobody => ASSIGNMENT.into(),
    };
    state.claims.clear();
    state.set_owner(staff, event.date(), Grounds::new(clause, event.seq()));
}

/// S has left (离职): their claims are removed, what they owned goes to the company. Whether they owned it.
pub fn departure<'a>(
    state: &mut HouseholdState<'a>,
    staff: &'a StaffId,
    roster_row: Seq,
    date: NaiveDate,
    rules: &Ownership,
) -> bool {
    let grounds = Grounds::new(rules.clauses.departure.clone(), roster_row);
    if state.owner() == Some(staff) {
        state.give_to_company(Vec::new(), date, grounds);
        return true;
    }
    if state.claim_of(staff).is_some() {
        state.claims.retain(|claim| claim.staff != staff);
        state.record(date, OwnershipChange::Voided { staff: vec![staff.clone()] }, grounds);
    }
    false
}
