//! Attendances and sales.

use super::attempts::FailedAttempt;
use super::state::{Claim, Deadline, Holder, HouseholdState, Openness, followup_until};
use crate::domain::{StaffId, months_after};
use crate::policy::books::events::{Actor, Event};
use crate::policy::{Clause, Grounds, NoEffectReason, Ownership, OwnershipChange, Policy};

/// An attendance (到会), brought by S or by nobody.
pub fn attendance<'a>(state: &mut HouseholdState<'a>, event: &Event<'a>, policy: &Policy) {
    let day = event.date();
    let rules = &policy.ownership;
    let let_lie_since = state.let_lie_since(day);
    let was_attended = std::mem::replace(&mut state.attended, true);
    if !was_attended {
        let grounds = Grounds::new(rules.clauses.open_unvisited.clone(), event.seq());
        state.record(day, OwnershipChange::Attended, grounds);
    }
    match (&mut state.holder, event.actor) {
        (_, Actor::NotEmployed) => {}
        (Holder::Company(_), _) => state.act_on_company(event, policy),
        (Holder::Owner(owner), Actor::Nobody) => {
            let row = owner.row;
            state.pass(event, NoEffectReason::NobodyNamed, None, [row]);
        }
        (Holder::Nobody, Actor::Nobody) => state.pass(event, NoEffectReason::NobodyNamed, None, []),
        (Holder::Owner(owner), Actor::Employed(staff)) if owner.staff == staff => owner.follow_up(event),
        (Holder::Owner(_), Actor::Employed(_)) if state.client => state.pass_client(event, policy),
        (Holder::Owner(_), Actor::Employed(staff)) => {
            if let Some(clause) = brought_away(state, staff, event, rules, was_attended) {
                let claim = state.claim_of(staff).map(|claim| claim.row);
                state.set_owner(staff, day, Grounds::new(clause, event.seq()).and(claim).and(let_lie_since));
            } else {
                state.pass_kept(FailedAttempt::Bringing { first: !was_attended }, staff, event, policy);
            }
        }
        (Holder::Nobody, Actor::Employed(staff)) => {
            bring(state, staff, event, rules);
        }
    }
    if let (Holder::Owner(owner), false) = (&mut state.holder, state.client) {
        let until = months_after(day, *rules.visit_months.at(day));
        owner.visit_due = Some(Deadline { until, trigger: day, phone: event.phone, row: event.seq() });
        let grounds = Grounds::new(rules.clauses.open_unvisited.clone(), event.seq());
        state.record(day, OwnershipChange::VisitDue { until }, grounds);
    }
}

/// The clause by which bringing another's household wins it, if it does.
fn brought_away(
    state: &HouseholdState,
    staff: &StaffId,
    event: &Event,
    rules: &Ownership,
    was_attended: bool,
) -> Option<Clause> {
    let challenger = state.claim_of(staff);
    let Holder::Owner(owner) = &state.holder else { return None };
    let not_followed_up = !was_attended
        && challenger.is_some_and(|claim| claim.preheated.is_some())
        && event.date() > followup_until(owner, rules);
    opened_to(state, challenger, event, rules)
        .or_else(|| not_followed_up.then(|| rules.clauses.not_followed_up.clone()))
}

/// The clause of the opening that lets someone with that claim (or none) have the household at once.
fn opened_to(state: &HouseholdState, challenger: Option<&Claim>, event: &Event, rules: &Ownership) -> Option<Clause> {
    match (state.opening(event.date()), challenger) {
        (Some(Openness::Unvisited), _) => Some(rules.clauses.open_unvisited.clone()),
        (Some(Openness::Referral), Some(_)) => Some(rules.clauses.open_referral.clone()),
        _ => None,
    }
}

/// S brings, or sells to, a household without owner. Whether that changes whose it is.
fn bring<'a>(state: &mut HouseholdState<'a>, staff: &'a StaffId, event: &Event<'a>, rules: &Ownership) -> bool {
    let day = event.date();
    let mut live = state.live_claims(day).map(|claim| claim.staff);
    let (first, second) = (live.next(), live.next());
    drop(live);
    let own = state.claim_of(staff);
    let own_is_live = own.is_some_and(|claim| claim.live(day));
    let wins = match (first, second) {
        (Some(_), Some(_)) if own_is_live => {
            contested(state, event, rules);
            return true;
        }
        (Some(_), Some(_)) => false,
        (Some(_), None) => own_is_live,
        (None, _) => own.is_some() || state.all_yield_to_preheat(day),
    };
    if wins {
        let grounds = Grounds::new(rules.clauses.sole_claim.clone(), event.seq()).and(own.map(|claim| claim.row));
        state.set_owner(staff, day, grounds);
    } else {
        // Beside a live claim it does not matter what those lapsed yield to.
        state.pass_rivals(staff, event, first.is_some());
    }
    wins
}

/// Several live claims, none preheated, and the customer invited all the same: the company's, the claimants barred.
pub fn contested<'a>(state: &mut HouseholdState<'a>, event: &Event<'a>, rules: &Ownership) {
    let (barred, rows): (Vec<_>, Vec<_>) =
        state.live_claims(event.date()).map(|claim| (claim.staff, claim.row)).unzip();
    let grounds = Grounds::new(rules.clauses.contest.clone(), event.seq()).and(rows);
    state.give_to_company(barred, event.date(), grounds);
}

/// A sale (出货) by S, decided on the state before it; afterwards the household is a client.
pub fn sale<'a>(state: &mut HouseholdState<'a>, event: &Event<'a>, policy: &Policy) {
    let day = event.date();
    let rules = &policy.ownership;
    match (&mut state.holder, event.actor.staff()) {
        (_, None) => {}
        (Holder::Company(_), _) => state.act_on_company(event, policy),
        (Holder::Owner(owner), Some(staff)) if owner.staff == staff => owner.follow_up(event),
        (Holder::Owner(_), Some(staff)) => {
            let claim = state.claim_of(staff);
            let row = claim.map(|claim| claim.row);
            match opened_to(state, claim, event, rules) {
                Some(clause) => {
                    let grounds = Grounds::new(clause, event.seq()).and(row).and(state.let_lie_since(day));
                    state.set_owner(staff, day, grounds);
                }
                None => {
                    match state.client {
                        true => state.pass_client(event, policy),
                        false => state.pass_kept(FailedAttempt::Sale, staff, event, policy),
                    }
                    state.suspect(&rules.suspicions.sale_by_non_owner, staff, event);
                }
            }
        }
        (Holder::Nobody, Some(staff)) => {
            if !bring(state, staff, event, rules) {
                state.suspect(&rules.suspicions.sale_by_non_owner, staff, event);
            }
        }
    }
    if let Holder::Owner(owner) = &mut state.holder {
        owner.visit_due = None;
        owner.referral_due = None;
    }
    if !std::mem::replace(&mut state.client, true) {
        let grounds = Grounds::new(rules.clauses.open_unvisited.clone(), event.seq());
        state.record(day, OwnershipChange::Bought, grounds);
    }
}
