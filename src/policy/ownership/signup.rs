//! What a registration does to ownership.

use super::attempts::FailedAttempt;
use super::referral::Referral;
use super::state::{Claim, Deadline, Holder, HouseholdState, Openness};
use crate::domain::{Channel, Seq};
use crate::policy::books::events::Event;
use crate::policy::rules::terms::days_after;
use crate::policy::{Clause, Grounds, NoEffectReason, Ownership, OwnershipChange, Policy};

/// A signup (报名): S registers the household through a channel; R, credited, is the referrer's owner where the referral
/// is clear, else S.
pub fn signup<'a>(
    state: &mut HouseholdState<'a>,
    event: &Event<'a>,
    channel: Channel,
    referral: Referral<'a>,
    policy: &Policy,
) {
    let rules = &policy.ownership;
    let day = event.date();
    let registrar = event.actor.staff();
    let credited = referral.owner().or(registrar);
    let claim = credited.map(|staff| {
        let hold = rules.hold(channel, referral.owner().is_some()).clone();
        let deadline = hold.deadline(day);
        Claim {
            staff,
            at: day,
            deadline,
            hold,
            person: event.person,
            phone: event.phone,
            preheated: None,
            invited: false,
            row: event.seq(),
        }
    });
    match (&state.holder, claim) {
        (Holder::Company(_), _) => state.act_on_company(event, policy),
        (Holder::Owner(owner), None) => {
            let row = owner.row;
            state.pass(event, NoEffectReason::NobodyNamed, None, [row]);
        }
        (Holder::Owner(owner), Some(claim)) if owner.staff == claim.staff => {
            let row = owner.row;
            state.pass(event, NoEffectReason::OwnerAlready, None, [row]);
        }
        (Holder::Owner(owner), Some(_)) if state.client => {
            let of_anothers = registrar.filter(|staff| *staff != owner.staff);
            state.pass_client(event, policy);
            if let Some(staff) = of_anothers {
                state.suspect(&rules.suspicions.claim_on_client, staff, event);
            }
        }
        (Holder::Owner(_), Some(claim)) => {
            pass_unclear(state, event, referral, rules);
            match taken_by(state, event, rules) {
                Some(clause) => {
                    let grounds = Grounds::new(clause, event.seq()).and(state.let_lie_since(day));
                    state.lose_owner(day, grounds);
                    add(state, claim);
                }
                None => challenge(state, claim, event, policy),
            }
        }
        (Holder::Nobody, None) if state.claims.is_empty() => {
            state.give_to_company(Vec::new(), day, Grounds::new(rules.clauses.unassigned.clone(), event.seq()));
        }
        (Holder::Nobody, None) => {
            let claims: Vec<Seq> = state.claims.iter().map(|claim| claim.row).collect();
            state.pass(event, NoEffectReason::NobodyNamed, Some(&rules.clauses.unassigned), claims);
        }
        (Holder::Nobody, Some(claim)) => {
            void_yielding(state, &claim, channel, event);
            let clear = referral.owner().is_some();
            pass_unclear(state, event, referral, rules);
            if clear && state.claims.is_empty() {
                give_to_referrers_owner(state, claim, rules);
            } else {
                if clear {
                    let claims: Vec<Seq> = state.claims.iter().map(|claim| claim.row).collect();
                    state.pass(
                        event,
                        NoEffectReason::ReferralBesideClaims,
                        Some(&rules.clauses.clear_referral),
                        claims,
                    );
                }
                claim_or_renew(state, claim, event);
            }
        }
    }
}

/// Notes why a referral was not clear, where that made a difference.
fn pass_unclear<'a>(state: &mut HouseholdState<'a>, event: &Event<'a>, referral: Referral<'a>, rules: &Ownership) {
    if let Referral::Unclear(why) = referral {
        state.pass(event, NoEffectReason::ReferralUnclear(why), Some(&rules.clauses.clear_referral), []);
    }
}

/// The clause by which a signup takes a household from its owner, if one does.
fn taken_by(state: &HouseholdState, event: &Event, rules: &Ownership) -> Option<Clause> {
    match state.opening(event.date()) {
        Some(Openness::Unvisited) => Some(rules.clauses.open_unvisited.clone()),
        Some(Openness::Referral) => Some(rules.clauses.open_referral.clone()),
        None => state.idle(rules, event.date()).then(|| rules.clauses.idle.clone()),
    }
}

/// Others' lapsed claims that yield to the new signup's channel are void; the rest of the others' stay beside it.
fn void_yielding<'a>(state: &mut HouseholdState<'a>, new: &Claim<'a>, channel: Channel, event: &Event<'a>) {
    let goes = |claim: &Claim| claim.staff != new.staff && !claim.live(new.at) && claim.hold.yields_to(channel);
    let (gone, kept): (Vec<_>, Vec<_>) = std::mem::take(&mut state.claims).into_iter().partition(goes);
    for rival in kept.iter().filter(|claim| claim.staff != new.staff) {
        if rival.live(new.at) {
            state.pass_live_rival(rival, event);
        } else {
            let why = NoEffectReason::NotYieldingTo { rival: rival.staff.clone(), channel };
            state.pass(event, why, Some(&rival.hold.clause), [rival.row]);
        }
    }
    state.claims = kept;
    for claim in gone {
        let grounds = Grounds::new(claim.hold.clause.clone(), new.row).and([claim.row]);
        state.record(new.at, OwnershipChange::Voided { staff: vec![claim.staff.clone()] }, grounds);
    }
}

/// A clear referral of a household nobody claims: the referrer's specialist owns it and must preheat it in time.
fn give_to_referrers_owner<'a>(state: &mut HouseholdState<'a>, claim: Claim<'a>, rules: &Ownership) {
    state.set_owner(claim.staff, claim.at, Grounds::new(rules.clauses.clear_referral.clone(), claim.row));
    // A client needs no warming up.
    if let (Holder::Owner(owner), false) = (&mut state.holder, state.client) {
        let until = days_after(claim.at, *claim.hold.days.at(claim.at));
        owner.referral_due = Some(Deadline { until, trigger: claim.at, phone: claim.phone, row: claim.row });
    }
}

fn claim_or_renew<'a>(state: &mut HouseholdState<'a>, claim: Claim<'a>, event: &Event<'a>) {
    let Some(own) = state.claims.iter_mut().find(|own| own.staff == claim.staff) else {
        return add(state, claim);
    };
    if own.live(claim.at) {
        let (why, clause, row) = (NoEffectReason::ClaimLive { until: own.deadline }, own.hold.clause.clone(), own.row);
        return state.pass(event, why, Some(&clause), [row]);
    }
    let change = OwnershipChange::Claimed { staff: claim.staff.clone(), deadline: claim.deadline, renewed: true };
    let grounds = Grounds::new(claim.hold.clause.clone(), claim.row).and([own.row]);
    let date = claim.at;
    *own = claim;
    state.record(date, change, grounds);
}

fn add<'a>(state: &mut HouseholdState<'a>, claim: Claim<'a>) {
    let change = OwnershipChange::Claimed { staff: claim.staff.clone(), deadline: claim.deadline, renewed: false };
    state.record(claim.at, change, Grounds::new(claim.hold.clause.clone(), claim.row));
    state.claims.push(claim);
}

/// A claim beside an owner, who is safe from it for now; each specialist has one.
fn challenge<'a>(state: &mut HouseholdState<'a>, claim: Claim<'a>, event: &Event<'a>, policy: &Policy) {
    let staff = claim.staff;
    match state.claim_of(staff).map(|before| (before.at, before.hold.clause.clone(), before.row)) {
        Some((since, clause, row)) => {
            state.pass(event, NoEffectReason::ChallengedAlready { since }, Some(&clause), [row]);
        }
        None => add_challenger(state, claim),
    }
    state.pass_kept(FailedAttempt::Signup, staff, event, policy);
}

fn add_challenger<'a>(state: &mut HouseholdState<'a>, claim: Claim<'a>) {
    let change = OwnershipChange::Challenged { staff: claim.staff.clone(), deadline: claim.deadline };
    state.record(claim.at, change, Grounds::new(claim.hold.clause.clone(), claim.row));
    state.claims.push(claim);
}
