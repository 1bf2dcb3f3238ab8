use super::state::{Claim, Deadline, Holder, Opening, State};
use crate::domain::{Channel, StaffId};
use crate::policy::events::Event;
use crate::policy::terms::days_after;
use crate::policy::{Change, Clause, Grounds, Ownership};

/// A signup (报名): S registers the household through a channel; R, credited, is the referrer's owner where the referral
/// is clear, else S.
pub fn signup<'a>(
    state: &mut State<'a>,
    event: &Event<'a>,
    channel: Channel,
    referrers_owner: Option<&'a StaffId>,
    rules: &Ownership,
) {
    let day = event.date();
    let registrar = event.actor.staff();
    let credited = referrers_owner.or(registrar);
    let claim = credited.map(|staff| {
        let hold = rules.hold(channel, referrers_owner.is_some()).clone();
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
        (Holder::Company(_), _) => state.suspect_on_company(rules, event),
        (Holder::Owner(_), None) => {}
        (Holder::Owner(owner), Some(claim)) if owner.staff == claim.staff => {}
        (Holder::Owner(owner), Some(_)) if state.client => {
            if let Some(staff) = registrar.filter(|staff| *staff != owner.staff) {
                state.suspect(&rules.suspicions.claim_on_client, staff, event);
            }
        }
        (Holder::Owner(_), Some(claim)) => match taken_by(state, event, rules) {
            Some(clause) => {
                state.lose_owner(day, Grounds::new(clause, event.seq()));
                add(state, claim);
            }
            None if state.claim_of(claim.staff).is_none() => challenge(state, claim),
            None => {}
        },
        (Holder::Nobody, None) if state.claims.is_empty() => {
            state.give_to_company(Vec::new(), day, Grounds::new(rules.clauses.unassigned.clone(), event.seq()));
        }
        (Holder::Nobody, None) => {}
        (Holder::Nobody, Some(claim)) => {
            void_yielding(state, &claim, channel);
            if referrers_owner.is_some() && state.claims.is_empty() {
                give_to_referrers_owner(state, claim, rules);
            } else {
                claim_or_renew(state, claim);
            }
        }
    }
}

/// The clause by which a signup takes a household from its owner, if one does.
fn taken_by(state: &State, event: &Event, rules: &Ownership) -> Option<Clause> {
    match state.opening(event.date()) {
        Some(Opening::Unvisited) => Some(rules.clauses.open_unvisited.clone()),
        Some(Opening::Referral) => Some(rules.clauses.open_referral.clone()),
        None => state.idle(rules, event.date()).then(|| rules.clauses.idle.clone()),
    }
}

/// Others' lapsed claims that yield to the new signup's channel are void.
fn void_yielding<'a>(state: &mut State<'a>, new: &Claim<'a>, channel: Channel) {
    let goes = |claim: &Claim| claim.staff != new.staff && !claim.live(new.at) && claim.hold.yields_to(channel);
    let (gone, kept): (Vec<_>, Vec<_>) = std::mem::take(&mut state.claims).into_iter().partition(goes);
    state.claims = kept;
    for claim in gone {
        let grounds = Grounds::new(claim.hold.clause.clone(), new.row).and([claim.row]);
        state.record(new.at, Change::Voided { staff: vec![claim.staff.clone()] }, grounds);
    }
}

/// A clear referral of a household nobody claims: the referrer's specialist owns it and must preheat it in time.
fn give_to_referrers_owner<'a>(state: &mut State<'a>, claim: Claim<'a>, rules: &Ownership) {
    state.set_owner(claim.staff, claim.at, Grounds::new(rules.clauses.clear_referral.clone(), claim.row));
    if let Holder::Owner(owner) = &mut state.holder {
        let until = days_after(claim.at, *claim.hold.days.at(claim.at));
        owner.referral_due =
            Some(Deadline { until, trigger: claim.at, person: claim.person, phone: claim.phone, row: claim.row });
    }
}

fn claim_or_renew<'a>(state: &mut State<'a>, claim: Claim<'a>) {
    let Some(own) = state.claims.iter_mut().find(|own| own.staff == claim.staff) else {
        return add(state, claim);
    };
    if own.live(claim.at) {
        return;
    }
    let change = Change::Claimed { staff: claim.staff.clone(), deadline: claim.deadline, renewed: true };
    let grounds = Grounds::new(claim.hold.clause.clone(), claim.row).and([own.row]);
    let date = claim.at;
    *own = claim;
    state.record(date, change, grounds);
}

fn add<'a>(state: &mut State<'a>, claim: Claim<'a>) {
    let change = Change::Claimed { staff: claim.staff.clone(), deadline: claim.deadline, renewed: false };
    state.record(claim.at, change, Grounds::new(claim.hold.clause.clone(), claim.row));
    state.claims.push(claim);
}

fn challenge<'a>(state: &mut State<'a>, claim: Claim<'a>) {
    let change = Change::Challenged { staff: claim.staff.clone(), deadline: claim.deadline };
    state.record(claim.at, change, Grounds::new(claim.hold.clause.clone(), claim.row));
    state.claims.push(claim);
}
