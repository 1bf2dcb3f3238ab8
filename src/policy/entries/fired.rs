//! What of a policy the books never met.

use crate::domain::{Books, Fact, Record};
use crate::policy::rules::parameter::Parameters;
use crate::policy::rules::trigger::Starting;
use crate::policy::{
    Assessment, Decision, EntryPart, Hold, HouseholdNeed, OwnershipChange, OwnershipClauses, Policy, PolicyEntry,
    Trigger, Value,
};
use std::sync::Arc;

/// What of a policy the books never met up to the day they were read at: holds nobody claimed under, things due whose
/// trigger never came, decisions never taken, offences that never occurred.
///
/// The first entry of a hold, an obligation or an offence stands for it.
pub fn never_fired(policy: &Policy, books: &Books, assessment: &Assessment) -> Vec<PolicyEntry> {
    let met = Met { policy, books, assessment };
    let mut found: Vec<PolicyEntry> = Vec::new();
    for entry in policy.entries() {
        let is_first = found.last().is_none_or(|last| last.part != entry.part) || entry.part == EntryPart::Ownership;
        if is_first && met.fires(&entry) == Some(false) {
            found.push(entry);
        }
    }
    found
}

struct Met<'m> {
    policy: &'m Policy,
    books: &'m Books,
    assessment: &'m Assessment,
}

impl Met<'_> {
    /// Whether the books met it; none: it is nothing that fires.
    fn fires(&self, entry: &PolicyEntry) -> Option<bool> {
        match (&entry.part, &entry.value) {
            (EntryPart::Hold(slots), _) => {
                let hold = self.policy.ownership.holds.iter().find(|hold| hold.slots() == *slots)?;
                Some(self.decisions().any(|decision| self.claims_under(hold, decision)))
            }
            (EntryPart::Obligation(id, _), _) => Some(self.started(&self.policy.obligation(id)?.trigger)),
            (EntryPart::Offence(id, _), _) => Some(self.occurred(id)),
            (EntryPart::Ownership, Value::Text(clause)) => {
                OwnershipClauses::WORDS.contains(&entry.what.key).then(|| self.decides(clause))
            }
            _ => None,
        }
    }

    fn decisions(&self) -> impl Iterator<Item = &Decision> {
        self.assessment.households.iter().flat_map(|household| &household.history)
    }

    /// Whether a decision records a claim under that hold: several may share a clause, so the signup's channel counts too.
    fn claims_under(&self, hold: &Hold, decision: &Decision) -> bool {
        let claims = matches!(decision.change, OwnershipChange::Claimed { .. } | OwnershipChange::Challenged { .. });
        let through = |seq| match self.books.entry(seq).map(|entry| &entry.record.fact) {
            Some(Fact::Signup(signup)) => hold.channels.contains(&signup.channel),
            _ => false,
        };
        claims && *decision.grounds.clause() == hold.clause && through(decision.grounds.cause())
    }

    /// Whether a clause ever settled whose a household is.
    fn decides(&self, clause: &str) -> bool {
        let settles = |change: &OwnershipChange| {
            matches!(
                change,
                OwnershipChange::Owned { .. } | OwnershipChange::Lost { .. } | OwnershipChange::ToCompany { .. }
            )
        };
        self.decisions().any(|decision| settles(&decision.change) && &**decision.grounds.clause() == clause)
    }

    fn occurred(&self, offence: &Arc<str>) -> bool {
        self.assessment.violations.iter().any(|violation| violation.offence == *offence)
    }

    fn started(&self, trigger: &Trigger) -> bool {
        match trigger.terms().of_state {
            Some(HouseholdNeed::Claim) => self.changed(|change| matches!(change, OwnershipChange::Claimed { .. })),
            Some(HouseholdNeed::VisitDue) => self.changed(|change| matches!(change, OwnershipChange::VisitDue { .. })),
            None => self.has(|record| trigger.meets(record, self.assessment.reading.as_of)),
        }
    }

    fn changed(&self, is: impl Fn(&OwnershipChange) -> bool) -> bool {
        self.decisions().any(|decision| is(&decision.change))
    }

    /// Whether a row dated up to the day is such a one.
    fn has(&self, is: impl Fn(&Record) -> bool) -> bool {
        let as_of = self.assessment.reading.as_of;
        let dated = |record: &Record| record.at.is_some_and(|at| at.date <= as_of);
        self.books.entries.iter().any(|entry| dated(&entry.record) && is(&entry.record))
    }
}
