//! Preheats, invitations and home visits.

use super::meeting::contested;
use super::state::{Holder, Opening, State};
use crate::domain::StaffId;
use crate::policy::events::Event;
use crate::policy::{Change, Clause, Grounds, Ownership};

/// A preheat (预热) by S.
pub fn preheat<'a>(state: &mut State<'a>, staff: &'a StaffId, event: &Event<'a>, rules: &Ownership) {
    let day = event.date();
    match &mut state.holder {
        Holder::Company(_) => state.suspect_on_company(rules, event),
        Holder::Owner(owner) if owner.staff == staff => {
            owner.touch(day);
            owner.referral_due = None;
        }
        Holder::Owner(_) if state.client => {}
        Holder::Owner(_) => preheat_of_anothers(state, staff, event, rules),
        Holder::Nobody => {
            if let Some(clause) = preheat_wins(state, staff, event, rules) {
                let grounds = Grounds::new(clause, event.seq()).and(state.claims.iter().map(|claim| claim.row));
                state.set_owner(staff, day, grounds);
            }
        }
    }
}

fn preheat_of_anothers<'a>(state: &mut State<'a>, staff: &'a StaffId, event: &Event<'a>, rules: &Ownership) {
    let day = event.date();
    let challenger = state.claim_of(staff).map(|claim| claim.row);
    let clauses = &rules.clauses;
    let clause = match (state.opening(day), challenger) {
        (Some(Opening::Unvisited), _) => Some(&clauses.open_unvisited),
        (Some(Opening::Referral), Some(_)) => Some(&clauses.open_referral),
        (_, Some(_)) if state.idle(rules, day) => Some(&clauses.idle),
        _ => None,
    };
    if let Some(clause) = clause {
        state.set_owner(staff, day, Grounds::new(clause.clone(), event.seq()).and(challenger));
    } else if let Some(claim) = state.claims.iter_mut().find(|claim| claim.staff == staff && claim.preheated.is_none())
    {
        claim.preheated = Some(day);
        let grounds = Grounds::new(clauses.not_followed_up.clone(), event.seq()).and(challenger);
        state.record(day, Change::ChallengerPreheated { staff: staff.clone() }, grounds);
    }
}

/// The clause by which a preheat of a household without owner wins it, if it does.
fn preheat_wins(state: &State, staff: &StaffId, event: &Event, rules: &Ownership) -> Option<Clause> {
    let clauses = &rules.clauses;
    let several_persons = || state.claims.iter().any(|claim| claim.person != state.claims[0].person);
    match (state.claim_of(staff), state.claims.len()) {
        (Some(_), 1) => Some(clauses.sole_claim.clone()),
        (Some(_), _) if several_persons() => Some(clauses.several_persons.clone()),
        (Some(_), _) => Some(clauses.several_claims.clone()),
        (None, _) => state.all_yield_to_preheat(event.date()).then(|| clauses.sole_claim.clone()),
    }
}

/// An invitation (邀约) by S.
pub fn invite<'a>(state: &mut State<'a>, staff: &'a StaffId, event: &Event<'a>, rules: &Ownership) {
    let day = event.date();
    match &mut state.holder {
        Holder::Company(_) => state.suspect_on_company(rules, event),
        Holder::Owner(owner) if owner.staff == staff => {
            owner.touch(day);
            if !std::mem::replace(&mut owner.invited, true) {
                owner.follow_up(day);
            }
        }
        Holder::Owner(_) => {}
        Holder::Nobody => invite_of_nobodys(state, staff, event, rules),
    }
}

fn invite_of_nobodys<'a>(state: &mut State<'a>, staff: &'a StaffId, event: &Event<'a>, rules: &Ownership) {
    let day = event.date();
    let contest = state.live_claims(day).count() >= 2;
    let Some(claim) = state.claims.iter_mut().find(|claim| claim.staff == staff && claim.live(day)) else { return };
    if !contest {
        return;
    }
    if !std::mem::replace(&mut claim.invited, true) {
        let grounds = Grounds::new(rules.clauses.contest.clone(), event.seq()).and([claim.row]);
        state.record(day, Change::Invited { staff: staff.clone() }, grounds);
    }
    if state.live_claims(day).filter(|claim| claim.invited).count() >= 2 {
        contested(state, event, rules);
    }
}

/// A home visit (上门) by S that reached somebody: it keeps the household of its owner, also when it comes late.
pub fn home_visit<'a>(state: &mut State<'a>, staff: &'a StaffId, event: &Event<'a>, rules: &Ownership) {
    if let Holder::Owner(owner) = &mut state.holder
        && owner.staff == staff
    {
        owner.follow_up(event.date());
        let due = owner.visit_due.take();
        let grounds = Grounds::new(rules.clauses.open_unvisited.clone(), event.seq()).and(due.map(|due| due.row));
        state.record(event.date(), Change::Visited, grounds);
    }
}
