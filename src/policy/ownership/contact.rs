//! Preheats, invitations and home visits.

use super::attempts::{FailedAttempt, reached};
use super::meeting::contested;
use super::state::{Claim, Holder, HouseholdState, Openness};
use crate::domain::{Method, Preheat, Seq, StaffId, Visit};
use crate::policy::books::events::Event;
use crate::policy::{Clause, Grounds, NoEffectReason, Ownership, OwnershipChange, Policy};

/// A preheat (预热) by S.
pub fn preheat<'a>(state: &mut HouseholdState<'a>, staff: &'a StaffId, event: &Event<'a>, policy: &Policy) {
    let day = event.date();
    match &mut state.holder {
        Holder::Company(_) => state.act_on_company(event, policy),
        Holder::Owner(owner) if owner.staff == staff => {
            owner.touch(event);
            owner.referral_due = None;
        }
        Holder::Owner(_) if state.client => state.pass_client(event, policy),
        Holder::Owner(_) => preheat_of_anothers(state, staff, event, policy),
        Holder::Nobody => {
            if let Some(clause) = preheat_wins(state, staff, event, &policy.ownership) {
                let grounds = Grounds::new(clause, event.seq()).and(state.claims.iter().map(|claim| claim.row));
                state.set_owner(staff, day, grounds);
            } else {
                state.pass_rivals(staff, event, false);
            }
        }
    }
}

fn preheat_of_anothers<'a>(state: &mut HouseholdState<'a>, staff: &'a StaffId, event: &Event<'a>, policy: &Policy) {
    let day = event.date();
    let rules = &policy.ownership;
    let challenger = state.claim_of(staff).map(|claim| claim.row);
    let clauses = &rules.clauses;
    let clause = match (state.opening(day), challenger) {
        (Some(Openness::Unvisited), _) => Some(&clauses.open_unvisited),
        (Some(Openness::Referral), Some(_)) => Some(&clauses.open_referral),
        (_, Some(_)) if state.idle(rules, day) => Some(&clauses.idle),
        _ => None,
    };
    if let Some(clause) = clause {
        let grounds = Grounds::new(clause.clone(), event.seq()).and(challenger).and(state.let_lie_since(day));
        return state.set_owner(staff, day, grounds);
    }
    let unheated = |claim: &&mut Claim| claim.staff == staff && claim.preheated.is_none();
    if let Some(claim) = state.claims.iter_mut().find(unheated) {
        claim.preheated = Some(day);
        let grounds = Grounds::new(clauses.not_followed_up.clone(), event.seq()).and(challenger);
        state.record(day, OwnershipChange::ChallengerPreheated { staff: staff.clone() }, grounds);
    }
    state.pass_kept(FailedAttempt::Preheat, staff, event, policy);
}

/// The clause by which a preheat of a household without owner wins it, if it does.
fn preheat_wins(state: &HouseholdState, staff: &StaffId, event: &Event, rules: &Ownership) -> Option<Clause> {
    let clauses = &rules.clauses;
    let several_persons = || state.claims.iter().any(|claim| claim.person != state.claims[0].person);
    match (state.claim_of(staff), state.claims.len()) {
        (Some(_), 1) => Some(clauses.sole_claim.clone()),
        (Some(_), _) if several_persons() => Some(clauses.several_persons.clone()),
        (Some(_), _) => Some(clauses.several_claims.clone()),
        (None, _) => state.all_yield_to_preheat(event.date()).then(|| clauses.sole_claim.clone()),
    }
}

/// A preheat that reached nobody: an attempt, which changes nothing and is held against nobody.
pub fn unreached<'a>(state: &mut HouseholdState<'a>, event: &Event<'a>, preheat: &Preheat) {
    if let Some(outcome) = preheat.result {
        state.pass(event, NoEffectReason::NotReached { outcome }, None, []);
    }
}

/// An invitation (邀约) by S.
pub fn invite<'a>(state: &mut HouseholdState<'a>, staff: &'a StaffId, event: &Event<'a>, policy: &Policy) {
    match &mut state.holder {
        Holder::Company(_) => state.act_on_company(event, policy),
        Holder::Owner(owner) if owner.staff == staff => {
            owner.touch(event);
            if !std::mem::replace(&mut owner.invited, true) {
                owner.follow_up(event);
            }
        }
        Holder::Owner(owner) => {
            let (why, row) = (NoEffectReason::NotOwner { owner: Some(owner.staff.clone()) }, owner.row);
            state.pass(event, why, None, [row]);
        }
        Holder::Nobody => invite_of_nobodys(state, staff, event, &policy.ownership),
    }
}

fn invite_of_nobodys<'a>(state: &mut HouseholdState<'a>, staff: &'a StaffId, event: &Event<'a>, rules: &Ownership) {
    let day = event.date();
    let clause = &rules.clauses.contest;
    let live: Vec<Seq> = state.live_claims(day).map(|claim| claim.row).collect();
    let Some(claim) = state.claims.iter_mut().find(|claim| claim.staff == staff && claim.live(day)) else {
        let lapsed = state.claim_of(staff).map(|claim| claim.row);
        return state.pass(event, NoEffectReason::NoLiveClaim, Some(clause), lapsed);
    };
    if live.len() < 2 {
        return state.pass(event, NoEffectReason::NoContest, Some(clause), live);
    }
    let before = std::mem::replace(&mut claim.invited, true);
    let row = claim.row;
    if !before {
        let grounds = Grounds::new(clause.clone(), event.seq()).and([row]);
        state.record(day, OwnershipChange::Invited { staff: staff.clone() }, grounds);
    }
    if state.live_claims(day).filter(|claim| claim.invited).count() >= 2 {
        contested(state, event, rules);
    } else if before {
        state.pass(event, NoEffectReason::InvitedAlready, Some(clause), [row]);
    }
}

/// A visit (回访) by S. At home (上门), reaching somebody, it keeps the household of its owner, also when it comes late;
/// no other changes anything.
pub fn visit<'a>(
    state: &mut HouseholdState<'a>,
    staff: &'a StaffId,
    event: &Event<'a>,
    visit: &Visit,
    policy: &Policy,
) {
    let rules = &policy.ownership;
    let at_home = visit.method == Some(Method::Home);
    let counts = at_home && reached(visit.result);
    match &mut state.holder {
        Holder::Company(company) if counts => {
            let (clause, row) = (company.clause.clone(), company.row);
            state.pass(event, NoEffectReason::AtCompany, Some(&clause), [row]);
        }
        Holder::Owner(owner) if owner.staff == staff && counts => {
            owner.follow_up(event);
            let due = owner.visit_due.take();
            let grounds = Grounds::new(rules.clauses.open_unvisited.clone(), event.seq()).and(due.map(|due| due.row));
            state.record(event.date(), OwnershipChange::Visited, grounds);
        }
        // A client stays with its owner, who has nothing to win or keep by another visit.
        Holder::Owner(owner) if owner.staff == staff && state.client => {}
        Holder::Owner(owner) if owner.staff == staff => {
            let (clause, row) = match (owner.visit_due, state.attended) {
                (Some(due), _) => (&rules.clauses.open_unvisited, due.row),
                (None, true) => (&rules.clauses.idle, owner.last_touch.row),
                (None, false) => (&rules.clauses.not_followed_up, owner.last_followup.row),
            };
            if !at_home {
                state.pass(event, NoEffectReason::NotAtHome { method: visit.method }, Some(clause), [row]);
            }
            if let Some(outcome) = visit.result.filter(|_| !reached(visit.result)) {
                state.pass(event, NoEffectReason::NotReached { outcome }, Some(clause), [row]);
            }
        }
        Holder::Owner(owner) => {
            let why = NoEffectReason::NotOwner { owner: Some(owner.staff.clone()) };
            let (due, row) = (owner.visit_due, owner.row);
            let clause = due.map(|_| &rules.clauses.open_unvisited);
            state.pass(event, why, clause, due.map(|due| due.row).into_iter().chain([row]));
        }
        Holder::Nobody if counts => state.pass(event, NoEffectReason::NotOwner { owner: None }, None, []),
        Holder::Company(_) | Holder::Nobody => {}
    }
}
