//! What happens to a household by itself if nobody does anything, and the one act that prevents it.

use super::state::{Holder, State, followup_until, idle_until};
use crate::policy::{Act, Ownership, Prospect, Turn};
use chrono::NaiveDate;

/// What has happened by the end of `as_of` and lasts until somebody acts, and what is still to come; each the soonest first.
pub fn prospects(state: &State, rules: &Ownership, as_of: NaiveDate) -> (Vec<Prospect>, Vec<Prospect>) {
    let clauses = &rules.clauses;
    let mut prospects = Vec::new();
    match &state.holder {
        Holder::Company(_) => {}
        Holder::Nobody => prospects.extend(state.live_claims(as_of).map(|claim| Prospect {
            until: claim.deadline,
            turn: Turn::Lapses,
            clause: claim.hold.clause.clone(),
            staff: claim.staff.clone(),
            act: Act::Preheat,
            row: Some(claim.row),
        })),
        Holder::Owner(_) if state.client => {}
        Holder::Owner(owner) => {
            let due = |until, turn, clause: &crate::policy::Clause, act, row| Prospect {
                until,
                turn,
                clause: clause.clone(),
                staff: owner.staff.clone(),
                act,
                row: Some(row),
            };
            prospects.extend(owner.referral_due.map(|referral| {
                due(referral.until, Turn::OpensReferral, &clauses.open_referral, Act::Preheat, referral.row)
            }));
            prospects.extend(owner.visit_due.map(|visit| {
                due(visit.until, Turn::OpensUnvisited, &clauses.open_unvisited, Act::HomeVisit, visit.row)
            }));
            prospects.push(match state.attended {
                true => due(idle_until(owner, rules), Turn::Idle, &clauses.idle, Act::Touch, owner.last_touch.row),
                false => due(
                    followup_until(owner, rules),
                    Turn::NotFollowedUp,
                    &clauses.not_followed_up,
                    Act::FollowUp,
                    owner.last_followup.row,
                ),
            });
        }
    }
    prospects.sort_by_key(|prospect| prospect.until);
    prospects.into_iter().partition(|prospect| prospect.until < as_of)
}
