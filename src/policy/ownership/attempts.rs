//! Why something done did not change whose a household is: noted at the place and in the moment it did not.

use super::state::{Claim, Holder, HouseholdState, Owner, followup_until, idle_until};
use crate::domain::{Outcome, Seq, StaffId};
use crate::policy::books::events::Event;
use crate::policy::{Clause, NoEffect, NoEffectReason, Policy};
use chrono::NaiveDate;

/// What somebody tried on another's household.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FailedAttempt {
    Signup,
    Preheat,
    /// `first`: it had not been to a meeting before.
    Bringing {
        first: bool,
    },
    Sale,
}

/// A day after which an act would have taken the household, the clause that says so, and the row that set the day.
#[derive(Clone, Copy)]
struct LapseDay<'p> {
    until: NaiveDate,
    clause: &'p Clause,
    row: Seq,
}

impl<'a> HouseholdState<'a> {
    /// Notes that something done had no effect, or not the one its doer will have hoped for.
    pub fn pass(
        &mut self,
        event: &Event<'a>,
        why: NoEffectReason,
        clause: Option<&Clause>,
        behind: impl IntoIterator<Item = Seq>,
    ) {
        let mut behind: Vec<Seq> = behind.into_iter().collect();
        behind.sort_unstable();
        behind.dedup();
        self.passed.push(NoEffect {
            date: event.date(),
            row: event.seq(),
            staff: event.fact().staff().cloned(),
            why,
            clause: clause.cloned(),
            behind,
        });
    }

    /// Notes why an owner who is safe by nothing but having bought and sold keeps a client.
    pub fn pass_client(&mut self, event: &Event<'a>, policy: &Policy) {
        let Holder::Owner(Owner { staff, row, .. }) = self.holder else { return };
        let clause = policy.offence(&policy.ownership.suspicions.claim_on_client).map(|offence| &offence.clause);
        self.pass(event, NoEffectReason::ClientOfAnother { owner: staff.clone() }, clause, [row]);
    }

    /// Notes why an owner kept a household, which is no client, when another specialist tried to have it.
    pub fn pass_kept(&mut self, tried: FailedAttempt, staff: &StaffId, event: &Event<'a>, policy: &Policy) {
        let Holder::Owner(owner) = &self.holder else { return };
        let claim = self.claim_of(staff);
        let (why, clause, row) = kept(self, owner, tried, claim, event.date(), policy);
        let behind: Vec<Seq> = [Some(owner.row), row, claim.map(|claim| claim.row)].into_iter().flatten().collect();
        // The act itself may have made the claim.
        self.pass(event, why, clause, behind.into_iter().filter(|row| *row != event.seq()));
    }

    /// Notes the claims of others that kept a household without owner from someone who has not signed it up.
    pub fn pass_rivals(&mut self, staff: &StaffId, event: &Event<'a>, live_only: bool) {
        let day = event.date();
        for rival in self.claims.clone().iter().filter(|claim| claim.staff != staff) {
            if rival.live(day) {
                self.pass_live_rival(rival, event);
            } else if !live_only && !rival.hold.yields_to_preheat {
                let why = NoEffectReason::NotYieldingToPreheat { rival: rival.staff.clone() };
                self.pass(event, why, Some(&rival.hold.clause), [rival.row]);
            }
        }
    }

    /// Notes that a rival's claim was live.
    pub fn pass_live_rival(&mut self, rival: &Claim<'a>, event: &Event<'a>) {
        let why = NoEffectReason::RivalLive { rival: rival.staff.clone(), until: rival.deadline };
        self.pass(event, why, Some(&rival.hold.clause), [rival.row]);
    }
}

/// Why the owner kept it, by which clause, and the row that set the day, if one did.
///
/// What would have helped that day stands before what would have helped later, and a day to wait for before what could
/// not have helped at all.
fn kept<'p>(
    state: &HouseholdState,
    owner: &Owner,
    tried: FailedAttempt,
    claim: Option<&Claim>,
    day: NaiveDate,
    policy: &'p Policy,
) -> (NoEffectReason, Option<&'p Clause>, Option<Seq>) {
    let rules = &policy.ownership;
    let clauses = &rules.clauses;
    let name = || owner.staff.clone();
    let no_claim = |clause, row| (NoEffectReason::NoClaim { owner: name() }, Some(clause), row);
    let never_preheated = || (NoEffectReason::NeverPreheated { owner: name() }, Some(&clauses.not_followed_up), None);
    let may = tried == FailedAttempt::Signup || claim.is_some();
    let preheated = claim.is_some_and(|claim| claim.preheated.is_some());
    let first_brought = tried == FailedAttempt::Bringing { first: true };
    let idles = state.tracked() && matches!(tried, FailedAttempt::Signup | FailedAttempt::Preheat);

    let visit = owner.visit_due.map(|due| LapseDay { until: due.until, clause: &clauses.open_unvisited, row: due.row });
    let referral =
        owner.referral_due.map(|due| LapseDay { until: due.until, clause: &clauses.open_referral, row: due.row });
    let idle =
        idles.then(|| LapseDay { until: idle_until(owner, rules), clause: &clauses.idle, row: owner.last_touch.row });
    let followup = first_brought.then(|| LapseDay {
        until: followup_until(owner, rules),
        clause: &clauses.not_followed_up,
        row: owner.last_followup.row,
    });

    let mut to_claimants = [referral, idle, followup].into_iter().flatten();
    if !may && let Some(open) = to_claimants.find(|way| way.until < day) {
        return no_claim(open.clause, Some(open.row));
    }
    if may && !preheated && followup.is_some_and(|way| way.until < day) {
        return never_preheated();
    }
    let ways = [visit, referral.filter(|_| may), idle.filter(|_| may), followup.filter(|_| preheated)];
    if let Some(soonest) = ways.into_iter().flatten().min_by_key(|way| way.until) {
        let why = NoEffectReason::OwnerProtected { owner: name(), until: Some(soonest.until) };
        return (why, Some(soonest.clause), Some(soonest.row));
    }
    let safe = |clause| (NoEffectReason::OwnerProtected { owner: name(), until: None }, clause, None);
    match tried {
        FailedAttempt::Bringing { first: false } if owner.referral_due.is_none() => {
            (NoEffectReason::AttendedBefore { owner: name() }, Some(&clauses.not_followed_up), None)
        }
        _ if !may && owner.referral_due.is_some() => {
            no_claim(&clauses.open_referral, owner.referral_due.map(|due| due.row))
        }
        FailedAttempt::Preheat if !may && state.tracked() => no_claim(&clauses.idle, None),
        FailedAttempt::Preheat | FailedAttempt::Bringing { .. } if !may => no_claim(&clauses.not_followed_up, None),
        FailedAttempt::Bringing { .. } => never_preheated(),
        FailedAttempt::Signup | FailedAttempt::Preheat => safe(Some(&clauses.not_followed_up)),
        FailedAttempt::Sale => safe(policy.offence(&rules.suspicions.sale_by_non_owner).map(|offence| &offence.clause)),
    }
}

/// Whether a visit or call reached somebody; otherwise it is an attempt.
pub fn reached(result: Option<Outcome>) -> bool {
    result.is_none_or(|result| result == Outcome::Reached)
}
