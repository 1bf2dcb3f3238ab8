//! What happens to a household by itself if nobody does anything, and the one act that prevents it.

use super::state::{Holder, HouseholdState, followup_until, idle_until};
use crate::policy::{KeepingAct, NextChange, Ownership, Prospect};
use chrono::NaiveDate;

/// What has happened by the end of `as_of` and lasts until somebody acts, and what is still to come; each the soonest first.
pub fn prospects(state: &HouseholdState, rules: &Ownership, as_of: NaiveDate) -> (Vec<Prospect>, Vec<Prospect>) {
    let clauses = &rules.clauses;
    let mut prospects = Vec::new();
    match &state.holder {
        Holder::Company(_) => {}
        Holder::Nobody => prospects.extend(state.live_claims(as_of).map(|claim| Prospect {
            until: claim.deadline,
            turn: NextChange::Lapses,
            clause: claim.hold.clause.clone(),
            staff: claim.staff.clone(),
            act: KeepingAct::Preheat,
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
                due(
                    referral.until,
                    NextChange::OpensReferral,
                    &clauses.open_referral,
                    KeepingAct::Preheat,
                    referral.row,
                )
            }));
            prospects.extend(owner.visit_due.map(|visit| {
                due(visit.until, NextChange::OpensUnvisited, &clauses.open_unvisited, KeepingAct::HomeVisit, visit.row)
            }));
            prospects.push(match state.attended {
                true => due(
                    idle_until(owner, rules),
                    NextChange::Idle,
                    &clauses.idle,
                    KeepingAct::Touch,
                    owner.last_touch.row,
                ),
                false => due(
                    followup_until(owner, rules),
                    NextChange::NotFollowedUp,
                    &clauses.not_followed_up,
                    KeepingAct::FollowUp,
                    owner.last_followup.row,
                ),
            });
        }
    }
    prospects.sort_by_key(|prospect| prospect.until);
    prospects.into_iter().partition(|prospect| prospect.until < as_of)
}
