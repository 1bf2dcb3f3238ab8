//! From the last state of a household to what is shown of it.

use super::prospects::prospects;
use super::state::{Claim, Holder, HouseholdState, followup_until, idle_until};
use crate::policy::books::identity::{HouseholdIx, People};
use crate::policy::{ClaimView, Household, HouseholdStatus, Ownership};
use chrono::NaiveDate;

/// What is shown of a household at the end of `as_of` (docs/how-it-decides.md, Open).
pub fn standing(
    ix: HouseholdIx,
    state: HouseholdState,
    people: &People,
    rules: &Ownership,
    as_of: NaiveDate,
) -> Household {
    let first_claim = state.claims.first().map(|claim| (claim.at, claim.hold.clause.clone()));
    let (status, since_clause, protected_until) = match &state.holder {
        Holder::Company(company) => (HouseholdStatus::Company, Some((company.since, company.clause.clone())), None),
        Holder::Owner(owner) => {
            let since_clause = Some((owner.since, owner.clause.clone()));
            let due = owner.referral_due.or(owner.visit_due).map(|due| due.until);
            let until = match (state.client, due) {
                (true, _) => None,
                (false, Some(until)) => Some(until),
                (false, None) if state.attended => Some(idle_until(owner, rules)),
                (false, None) => Some(followup_until(owner, rules)),
            };
            match state.opening(as_of) {
                Some(_) => (HouseholdStatus::Open, since_clause, None),
                None => (HouseholdStatus::Owned, since_clause, until),
            }
        }
        Holder::Nobody => {
            let live = state.live_claims(as_of).count();
            let (status, until) = match (state.claims.as_slice(), live) {
                ([], _) => (HouseholdStatus::Free, None),
                (_, 0) => (HouseholdStatus::Lapsed, None),
                ([only], _) => (HouseholdStatus::Held, Some(only.deadline)),
                _ => (HouseholdStatus::Contested, None),
            };
            (status, first_claim, until)
        }
    };
    let (since, clause) = since_clause.unzip();
    let (turned, prospects) = prospects(&state, rules, as_of);
    let members = people.household(ix).phones.clone();
    Household {
        key: members[0].clone(),
        members,
        status,
        owner: state.owner().cloned(),
        since,
        clause,
        claims: state.claims.iter().map(view).collect(),
        protected_until,
        attended: state.attended,
        client: state.client,
        events: state.events,
        history: state.history,
        passed: state.passed,
        turned,
        prospects,
    }
}

fn view(claim: &Claim) -> ClaimView {
    ClaimView { staff: claim.staff.clone(), at: claim.at, deadline: claim.deadline, preheated: claim.preheated }
}
