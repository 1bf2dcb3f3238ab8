//! What a household's state asks for as it stands, for the triggers.

use crate::policy::HouseholdNeed;
use crate::policy::ownership::{Claim, Deadline, Holder, HouseholdState};
use crate::policy::rules::trigger::Standing;

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
