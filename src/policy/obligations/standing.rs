//! What a household's state asks for as it stands, for the triggers.

use super::scene::HouseholdScene;
use crate::policy::ownership::{Claim, Deadline, Holder, HouseholdState};
use crate::policy::rules::trigger::Standing;
use crate::policy::{Decision, HouseholdNeed, OwnershipChange};

/// Claims without owner, or a referral its owner has not preheated; and the visit after a meeting.
pub fn standing<'a>(state: &HouseholdState<'a>) -> Vec<Standing<'a>> {
    match &state.holder {
        Holder::Company(_) => Vec::new(),
        Holder::Nobody => state.claims.iter().map(of_claim).collect(),
        Holder::Owner(owner) => {
            let referral = owner.referral_due.map(|due| of_deadline(HouseholdNeed::Claim, due));
            let visit = owner.visit_due.map(|due| of_deadline(HouseholdNeed::VisitDue, due));
            referral.into_iter().chain(visit).collect()
        }
    }
}

/// What a household's state ever asked for, by what is recorded of it.
pub fn stood<'s>(scene: &'s HouseholdScene<'_, '_>) -> Vec<Standing<'s>> {
    scene.state.history.iter().filter_map(|decision| asked_by(decision, scene)).collect()
}

fn asked_by<'s>(decision: &'s Decision, scene: &'s HouseholdScene<'_, '_>) -> Option<Standing<'s>> {
    let row = decision.grounds.cause();
    let (need, until, claimant) = match &decision.change {
        OwnershipChange::Claimed { staff, deadline, .. } | OwnershipChange::Challenged { staff, deadline } => {
            (HouseholdNeed::Claim, *deadline, Some(staff))
        }
        // What a referral asks of its owner is known by the signup.
        OwnershipChange::Owned { .. } => (HouseholdNeed::Claim, decision.date, None),
        OwnershipChange::VisitDue { until } => (HouseholdNeed::VisitDue, *until, None),
        OwnershipChange::Voided { .. }
        | OwnershipChange::ChallengerPreheated { .. }
        | OwnershipChange::Invited { .. }
        | OwnershipChange::Lost { .. }
        | OwnershipChange::ToCompany { .. }
        | OwnershipChange::Visited
        | OwnershipChange::Attended
        | OwnershipChange::Bought => return None,
    };
    let phone = scene.events.iter().find(|event| event.seq() == row)?.phone;
    let clause = claimant.map(|_| decision.grounds.clause().clone());
    Some(Standing { need, day: decision.date, until, phone, row, claimant, clause })
}

fn of_claim<'a>(claim: &Claim<'a>) -> Standing<'a> {
    Standing {
        need: HouseholdNeed::Claim,
        day: claim.at,
        until: claim.deadline,
        phone: claim.phone,
        row: claim.row,
        claimant: Some(claim.staff),
        clause: Some(claim.hold.clause.clone()),
    }
}

fn of_deadline(need: HouseholdNeed, due: Deadline<'_>) -> Standing<'_> {
    let Deadline { until, trigger, phone, row, .. } = due;
    Standing { need, day: trigger, until, phone, row, claimant: None, clause: None }
}
