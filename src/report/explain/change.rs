//! What was decided about a household, in sentences.

use super::page_writer::Teller;
use crate::domain::{Entry, Fact, Kind, Message, Seq, Signup, StaffId};
use crate::policy::{Decision, OwnershipChange};

/// The id of a change, as JSON names it.
pub(super) const fn id(change: &OwnershipChange) -> &'static str {
    match change {
        OwnershipChange::Claimed { .. } => "claimed",
        OwnershipChange::Challenged { .. } => "challenged",
        OwnershipChange::Voided { .. } => "voided",
        OwnershipChange::ChallengerPreheated { .. } => "challenger-preheated",
        OwnershipChange::Invited { .. } => "invited",
        OwnershipChange::Owned { .. } => "owned",
        OwnershipChange::Lost { .. } => "lost",
        OwnershipChange::ToCompany { .. } => "to-company",
        OwnershipChange::VisitDue { .. } => "visit-due",
        OwnershipChange::Visited => "visited",
        OwnershipChange::Attended => "attended",
        OwnershipChange::Bought => "bought",
    }
}

/// Whom a change is about.
pub(super) fn staff(change: &OwnershipChange) -> Option<&StaffId> {
    match change {
        OwnershipChange::Claimed { staff, .. }
        | OwnershipChange::Challenged { staff, .. }
        | OwnershipChange::ChallengerPreheated { staff }
        | OwnershipChange::Invited { staff }
        | OwnershipChange::Owned { staff, .. }
        | OwnershipChange::Lost { staff } => Some(staff),
        OwnershipChange::Voided { staff } => staff.first(),
        OwnershipChange::ToCompany { before, .. } => before.as_ref(),
        OwnershipChange::VisitDue { .. }
        | OwnershipChange::Visited
        | OwnershipChange::Attended
        | OwnershipChange::Bought => None,
    }
}

impl Teller<'_> {
    /// What a decision changed, in a sentence that says why as far as the clause lets it; `cause` is the row that did it.
    pub fn change(&self, decision: &Decision, cause: Option<&Entry>) -> Message {
        let who = |key, staff: &StaffId| Message::new(key).with("staff", self.presenter.staff(staff));
        match &decision.change {
            OwnershipChange::Claimed { staff, deadline, renewed } => {
                let key = match (self.is_unprotected(decision, cause), renewed) {
                    (true, _) => "explain-change-claimed-unprotected",
                    (false, true) => "explain-change-renewed",
                    (false, false) => "explain-change-claimed",
                };
                who(key, staff).show("deadline", deadline)
            }
            OwnershipChange::Challenged { staff, .. } => who("explain-change-challenged", staff),
            OwnershipChange::Voided { staff } => {
                let key = match cause.is_some_and(|cause| cause.record.fact.kind() == Kind::Staff) {
                    true => "explain-change-voided-left",
                    false => "explain-change-voided",
                };
                Message::new(key).with("staff", self.people(staff))
            }
            OwnershipChange::ChallengerPreheated { staff } => who("explain-change-challenger-preheated", staff),
            OwnershipChange::Invited { staff } => who("explain-change-invited", staff),
            OwnershipChange::Owned { staff, before } => self.owned(decision, staff, before.as_ref(), cause),
            OwnershipChange::Lost { staff } => who(self.lost(decision), staff),
            OwnershipChange::ToCompany { before, barred } => self.to_company(decision, before.as_ref(), barred),
            OwnershipChange::VisitDue { until } => Message::new("explain-change-visit-due").show("until", until),
            OwnershipChange::Visited => match decision.grounds.rows().len() {
                // Beside the visit stands the attendance that asked for it.
                2.. => Message::new("explain-change-visited"),
                _ => Message::new("explain-change-visited-again"),
            },
            OwnershipChange::Attended => Message::new("explain-change-attended"),
            OwnershipChange::Bought => Message::new("explain-change-bought"),
        }
    }

    /// Whether a claim is of a kind that is never held for anybody.
    fn is_unprotected(&self, decision: &Decision, cause: Option<&Entry>) -> bool {
        let Some(Fact::Signup(signup)) = cause.map(|cause| &cause.record.fact) else { return false };
        let of = |hold: &&std::sync::Arc<crate::policy::Hold>| {
            hold.clause == *decision.grounds.clause() && hold.channels.contains(&signup.channel)
        };
        self.presenter.policy.ownership.holds.iter().find(of).is_some_and(|hold| !hold.protected)
    }

    fn owned(&self, decision: &Decision, staff: &StaffId, before: Option<&StaffId>, cause: Option<&Entry>) -> Message {
        let clauses = &self.presenter.policy.ownership.clauses;
        let clause = decision.grounds.clause();
        let kind = cause.map(|cause| cause.record.fact.kind());
        let key = if kind == Some(Kind::Assignment) {
            match before {
                Some(before) if before == staff => "explain-owned-assigned-again",
                Some(_) => "explain-owned-assigned",
                // Only what was the company's is assigned by the clause that made it so.
                None if self.presenter.policy.clause(clause).is_some() => "explain-owned-assigned-company",
                None => "explain-owned-assigned-nobody",
            }
        } else if *clause == clauses.clear_referral && kind == Some(Kind::Signup) {
            "explain-owned-referral"
        } else if *clause == clauses.several_persons {
            "explain-owned-several-persons"
        } else if *clause == clauses.several_claims {
            "explain-owned-several-claims"
        } else if before.is_none() && *clause == clauses.sole_claim {
            match self.has_own_claim(decision, staff, cause.map(|cause| cause.seq)) {
                true => "explain-owned-sole",
                false => "explain-owned-unclaimed",
            }
        } else if *clause == clauses.open_unvisited {
            "explain-owned-unvisited"
        } else if *clause == clauses.open_referral {
            "explain-owned-open-referral"
        } else if *clause == clauses.idle {
            "explain-owned-idle"
        } else if *clause == clauses.not_followed_up {
            "explain-owned-not-followed-up"
        } else {
            "explain-owned"
        };
        let act = self.presenter.word("act", kind.map_or("none", Kind::id));
        Message { key, args: Vec::new() }
            .with("staff", self.presenter.staff(staff))
            .with("before", self.presenter.staff_or_nobody(before))
            .with("act", act)
    }

    /// Whether a signup of that person is among the rows, beside the row that did it.
    fn has_own_claim(&self, decision: &Decision, staff: &StaffId, cause: Option<Seq>) -> bool {
        let others = decision.grounds.rows().iter().filter(|row| Some(**row) != cause);
        let mut signups = others.filter_map(|row| self.entry(*row)?.record.fact.row::<Signup>());
        // A clear referral credits the referrer's owner, whoever wrote the row.
        signups.any(|signup| signup.staff.as_ref() == Some(staff) || !signup.referrer_phone.is_empty())
    }

    fn lost(&self, decision: &Decision) -> &'static str {
        let clauses = &self.presenter.policy.ownership.clauses;
        match decision.grounds.clause() {
            clause if *clause == clauses.open_unvisited => "explain-lost-unvisited",
            clause if *clause == clauses.open_referral => "explain-lost-referral",
            _ => "explain-lost-idle",
        }
    }

    fn to_company(&self, decision: &Decision, before: Option<&StaffId>, barred: &[StaffId]) -> Message {
        let clauses = &self.presenter.policy.ownership.clauses;
        match decision.grounds.clause() {
            clause if *clause == clauses.contest => {
                Message::new("explain-company-contest").with("barred", self.people(barred))
            }
            clause if *clause == clauses.departure => {
                Message::new("explain-company-departure").with("before", self.presenter.staff_or_nobody(before))
            }
            _ => Message::new("explain-company-unassigned"),
        }
    }
}
