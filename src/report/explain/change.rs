use super::teller::Teller;
use crate::domain::{Entry, Fact, Kind, Message, Seq, StaffId};
use crate::policy::{Change, Decision};

/// The id of a change, as JSON names it.
pub(super) const fn id(change: &Change) -> &'static str {
    match change {
        Change::Claimed { .. } => "claimed",
        Change::Challenged { .. } => "challenged",
        Change::Voided { .. } => "voided",
        Change::ChallengerPreheated { .. } => "challenger-preheated",
        Change::Invited { .. } => "invited",
        Change::Owned { .. } => "owned",
        Change::Lost { .. } => "lost",
        Change::ToCompany { .. } => "to-company",
        Change::VisitDue { .. } => "visit-due",
        Change::Visited => "visited",
        Change::Attended => "attended",
        Change::Bought => "bought",
    }
}

/// Whom a change is about.
pub(super) fn staff(change: &Change) -> Option<&StaffId> {
    match change {
        Change::Claimed { staff, .. }
        | Change::Challenged { staff, .. }
        | Change::ChallengerPreheated { staff }
        | Change::Invited { staff }
        | Change::Owned { staff, .. }
        | Change::Lost { staff } => Some(staff),
        Change::Voided { staff } => staff.first(),
        Change::ToCompany { before, .. } => before.as_ref(),
        Change::VisitDue { .. } | Change::Visited | Change::Attended | Change::Bought => None,
    }
}

impl Teller<'_> {
    /// What a decision changed, in a sentence that says why as far as the clause lets it; `cause` is the row that did it.
    pub fn change(&self, decision: &Decision, cause: Option<&Entry>) -> Message {
        let who = |key, staff: &StaffId| Message::new(key).with("staff", self.speaker.staff(staff));
        match &decision.change {
            Change::Claimed { staff, deadline, renewed } => {
                let key = match (self.is_unprotected(decision, cause), renewed) {
                    (true, _) => "explain-change-claimed-unprotected",
                    (false, true) => "explain-change-renewed",
                    (false, false) => "explain-change-claimed",
                };
                who(key, staff).show("deadline", deadline)
            }
            Change::Challenged { staff, .. } => who("explain-change-challenged", staff),
            Change::Voided { staff } => {
                let key = match cause.is_some_and(|cause| cause.record.fact.kind() == Kind::Staff) {
                    true => "explain-change-voided-left",
                    false => "explain-change-voided",
                };
                Message::new(key).with("staff", self.people(staff))
            }
            Change::ChallengerPreheated { staff } => who("explain-change-challenger-preheated", staff),
            Change::Invited { staff } => who("explain-change-invited", staff),
            Change::Owned { staff, before } => self.owned(decision, staff, before.as_ref(), cause),
            Change::Lost { staff } => who(self.lost(decision), staff),
            Change::ToCompany { before, barred } => self.to_company(decision, before.as_ref(), barred),
            Change::VisitDue { until } => Message::new("explain-change-visit-due").show("until", until),
            Change::Visited => match decision.grounds.rows().len() {
                // Beside the visit stands the attendance that asked for it.
                2.. => Message::new("explain-change-visited"),
                _ => Message::new("explain-change-visited-again"),
            },
            Change::Attended => Message::new("explain-change-attended"),
            Change::Bought => Message::new("explain-change-bought"),
        }
    }

    /// Whether a claim is of a kind that is never held for anybody.
    fn is_unprotected(&self, decision: &Decision, cause: Option<&Entry>) -> bool {
        let Some(Fact::Signup(signup)) = cause.map(|cause| &cause.record.fact) else { return false };
        let of = |hold: &&std::sync::Arc<crate::policy::Hold>| {
            hold.clause == *decision.grounds.clause() && hold.channels.contains(&signup.channel)
        };
        self.speaker.policy.ownership.holds.iter().find(of).is_some_and(|hold| !hold.protected)
    }

    fn owned(&self, decision: &Decision, staff: &StaffId, before: Option<&StaffId>, cause: Option<&Entry>) -> Message {
        let clauses = &self.speaker.policy.ownership.clauses;
        let clause = decision.grounds.clause();
        let kind = cause.map(|cause| cause.record.fact.kind());
        let key = if kind == Some(Kind::Assignment) {
            match before {
                Some(before) if before == staff => "explain-owned-assigned-again",
                Some(_) => "explain-owned-assigned",
                // Only what was the company's is assigned by the clause that made it so.
                None if self.speaker.policy.clause(clause).is_some() => "explain-owned-assigned-company",
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
        let act = self.speaker.word("act", kind.map_or("none", Kind::id));
        Message { key, args: Vec::new() }
            .with("staff", self.speaker.staff(staff))
            .with("before", self.speaker.staff_or_nobody(before))
            .with("act", act)
    }

    /// Whether a signup of that person is among the rows, beside the row that did it.
    fn has_own_claim(&self, decision: &Decision, staff: &StaffId, cause: Option<Seq>) -> bool {
        let others = decision.grounds.rows().iter().filter(|row| Some(**row) != cause);
        others.filter_map(|row| self.entry(*row)).any(|entry| match &entry.record.fact {
            // A clear referral credits the referrer's owner, whoever wrote the row.
            Fact::Signup(signup) => signup.staff.as_ref() == Some(staff) || !signup.referrer_phone.is_empty(),
            _ => false,
        })
    }

    fn lost(&self, decision: &Decision) -> &'static str {
        let clauses = &self.speaker.policy.ownership.clauses;
        match decision.grounds.clause() {
            clause if *clause == clauses.open_unvisited => "explain-lost-unvisited",
            clause if *clause == clauses.open_referral => "explain-lost-referral",
            _ => "explain-lost-idle",
        }
    }

    fn to_company(&self, decision: &Decision, before: Option<&StaffId>, barred: &[StaffId]) -> Message {
        let clauses = &self.speaker.policy.ownership.clauses;
        match decision.grounds.clause() {
            clause if *clause == clauses.contest => {
                Message::new("explain-company-contest").with("barred", self.people(barred))
            }
            clause if *clause == clauses.departure => {
                Message::new("explain-company-departure").with("before", self.speaker.staff_or_nobody(before))
            }
            _ => Message::new("explain-company-unassigned"),
        }
    }
}
