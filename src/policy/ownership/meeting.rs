//! Attendances and sales.

use super::state::{Claim, Deadline, Holder, Opening, State, followup_until};
use crate::domain::{StaffId, months_after};
use crate::policy::events::Event;
use crate::policy::{Change, Clause, Grounds, Ownership};

/// An attendance (到会), brought by S or by nobody.
pub fn attendance<'a>(state: &mut State<'a>, event: &Event<'a>, rules: &Ownership) {
    let day = event.date();
    let was_attended = std::mem::replace(&mut state.attended, true);
    if !was_attended {
        let grounds = Grounds::new(rules.clauses.open_unvisited.clone(), event.seq());
        state.record(day, Change::Attended, grounds);
    }
    match (&mut state.holder, event.actor.staff()) {
        (Holder::Company(_), _) => state.suspect_on_company(rules, event),
        (_, None) => {}
        (Holder::Owner(owner), Some(staff)) if owner.staff == staff => owner.follow_up(day),
        (Holder::Owner(_), Some(_)) if state.client => {}
        (Holder::Owner(_), Some(staff)) => {
            if let Some(clause) = brought_away(state, staff, event, rules, was_attended) {
                let claim = state.claim_of(staff).map(|claim| claim.row);
                state.set_owner(staff, day, Grounds::new(clause, event.seq()).and(claim));
            }
        }
        (Holder::Nobody, Some(staff)) => {
            bring(state, staff, event, rules);
        }
    }
    if let (Holder::Owner(owner), false) = (&mut state.holder, state.client) {
        let until = months_after(day, *rules.visit_months.at(day));
        owner.visit_due =
            Some(Deadline { until, trigger: day, person: event.person, phone: event.phone, row: event.seq() });
        let grounds = Grounds::new(rules.clauses.open_unvisited.clone(), event.seq());
        state.record(day, Change::VisitDue { until }, grounds);
    }
}

/// The clause by which bringing another's household wins it, if it does.
fn brought_away(
    state: &State,
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
fn opened_to(state: &State, challenger: Option<&Claim>, event: &Event, rules: &Ownership) -> Option<Clause> {
    match (state.opening(event.date()), challenger) {
        (Some(Opening::Unvisited), _) => Some(rules.clauses.open_unvisited.clone()),
        (Some(Opening::Referral), Some(_)) => Some(rules.clauses.open_referral.clone()),
        _ => None,
    }
}

/// S brings, or sells to, a household without owner. Whether that changes anything.
fn bring<'a>(state: &mut State<'a>, staff: &'a StaffId, event: &Event<'a>, rules: &Ownership) -> bool {
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
    }
    wins
}

/// Several live claims, none preheated, and the customer invited all the same: the company's, the claimants barred.
pub fn contested<'a>(state: &mut State<'a>, event: &Event<'a>, rules: &Ownership) {
    let (barred, rows): (Vec<_>, Vec<_>) =
        state.live_claims(event.date()).map(|claim| (claim.staff, claim.row)).unzip();
    let grounds = Grounds::new(rules.clauses.contest.clone(), event.seq()).and(rows);
    state.give_to_company(barred, event.date(), grounds);
}

/// A sale (出货) by S, decided on the state before it; afterwards the household is a client.
pub fn sale<'a>(state: &mut State<'a>, event: &Event<'a>, rules: &Ownership) {
    let day = event.date();
    match (&mut state.holder, event.actor.staff()) {
        (Holder::Company(_), _) => state.suspect_on_company(rules, event),
        (_, None) => {}
        (Holder::Owner(owner), Some(staff)) if owner.staff == staff => owner.follow_up(day),
        (Holder::Owner(_), Some(staff)) => {
            let claim = state.claim_of(staff);
            let row = claim.map(|claim| claim.row);
            match opened_to(state, claim, event, rules) {
                Some(clause) => state.set_owner(staff, day, Grounds::new(clause, event.seq()).and(row)),
                None => state.suspect(&rules.suspicions.sale_by_non_owner, staff, event),
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
        state.record(day, Change::Bought, grounds);
    }
}
