//! Whether an obligation can be answered from the books: who can be asked, which rows can close it. Whatever else a policy
//! asks for would never be found, and people would be fined for that.

use super::raw;
use crate::domain::{Field, Kind, Message};
use crate::policy::{By, Choice, Evidence, EvidenceBy, HouseholdNeed, Same, Starting, TriggerTerms, Wanted};
use std::ops::Range;

/// Everything that obligation says which could be answered for nobody, each with its place.
pub fn unanswerable(raw: &raw::Obligation) -> Vec<(Range<usize>, Message)> {
    let trigger = raw.trigger.get_ref();
    let ledgers: Vec<&str> = trigger.said().queries.iter().map(|query| query.ledger.id()).collect();
    let terms = trigger.terms();
    let name = terms.of_state.map_or_else(|| ledgers.join(" "), |need| need.id().to_owned());
    let mut found = FoundFaults { terms, name, faults: Vec::new() };
    found.terms(raw);
    found.evidence(raw);
    found.breach(raw);
    found.faults
}

struct FoundFaults {
    terms: TriggerTerms,
    /// What starts it: ledgers or a state, by their ids.
    name: String,
    faults: Vec<(Range<usize>, Message)>,
}

impl FoundFaults {
    fn put(&mut self, at: Range<usize>, message: Message) {
        self.faults.push((at, message.with("trigger", self.name.as_str())));
    }

    fn terms(&mut self, raw: &raw::Obligation) {
        let by = *raw.by.get_ref();
        let can = match self.terms.of_state {
            Some(HouseholdNeed::Claim) => &[By::Owner][..],
            Some(HouseholdNeed::VisitDue) => &[By::Owner, By::Manager],
            None => By::ALL,
        };
        if !can.contains(&by) {
            let known = can.iter().map(|by| by.id()).collect::<Vec<_>>();
            self.put(raw.by.span(), Message::new("policy-fault-by").with("by", by.id()).with("known", known));
        }
        let is_listed_ahead = self.terms.of_state != Some(HouseholdNeed::Claim);
        let is_purchase = self.terms.is_purchase;
        for (key, at, is_read) in [
            ("window", raw.window.as_ref().map(|it| it.span()), self.terms.has_window()),
            ("listed_before", raw.listed_before.as_ref().map(|it| it.span()), is_listed_ahead),
            ("answers", raw.answers.as_ref().map(|it| it.span()), is_purchase),
            ("with", raw.with.as_ref().map(|it| it.span()), is_purchase),
        ] {
            if let Some(at) = at.filter(|_| !is_read) {
                self.put(at, Message::new("policy-fault-unread").with("key", key));
            }
        }
        if let Some(answers) = raw.answers.as_ref().filter(|_| is_purchase && by != By::Owner) {
            self.put(answers.span(), Message::new("policy-fault-answers-not-owner").with("by", by.id()));
        }
        if let Some(with) = raw.with.as_ref().filter(|_| is_purchase && by == By::Expert) {
            self.put(with.span(), Message::new("policy-fault-with-expert-alone"));
        }
    }

    fn evidence(&mut self, raw: &raw::Obligation) {
        let evidence = raw.evidence.get_ref();
        let ledger = evidence.query.ledger;
        let message = match self.terms.of_state {
            Some(need) => of_state(need, evidence, *raw.by.get_ref()),
            None => self.of_rows(raw, evidence),
        };
        if let Some(message) = message {
            self.put(raw.evidence.span(), message.with("ledger", ledger.id()));
        }
    }

    /// What keeps rows from being evidence of what other rows started.
    fn of_rows(&self, raw: &raw::Obligation, evidence: &Evidence) -> Option<Message> {
        let ledger = evidence.query.ledger;
        let has_staff = ledger.columns().iter().any(|column| matches!(column.field, Field::Staff | Field::Expert));
        if evidence.by != EvidenceBy::Anyone && !has_staff {
            return Some(Message::new("policy-fault-evidence-of-nobody").with("by", evidence.by.id()));
        }
        let started = raw.trigger.get_ref().said();
        let is_own = !self.terms.is_period && started.queries.iter().all(|query| query.ledger == ledger);
        match evidence.same {
            Same::Person => None,
            Same::Row if !is_own => Some(Message::new("policy-fault-same-row")),
            Same::Row if evidence.query.is_dated_at() => Some(Message::new("policy-fault-same-row-dated")),
            Same::Row => None,
        }
    }

    /// What missing it is, where somebody could answer for that.
    fn breach(&mut self, raw: &raw::Obligation) {
        let places = [
            ("missed", raw.missed.as_ref().map(|it| it.span())),
            ("lacking", raw.lacking.as_ref().map(|it| it.span())),
        ];
        for (key, at) in places {
            let Some(at) = at else { continue };
            if self.terms.of_state.is_some() {
                self.put(at, Message::new("policy-fault-breach-of-state").with("key", key));
            } else if *raw.by.get_ref() == By::Manager {
                self.put(at, Message::new("policy-fault-breach-of-nobody").with("key", key));
            }
        }
    }
}

/// What keeps rows from closing what a state of the household asks for: the state ends by acts that ownership knows, and
/// nothing else of their rows is looked at.
fn of_state(need: HouseholdNeed, evidence: &Evidence, by: By) -> Option<Message> {
    let ledger = evidence.query.ledger;
    let is_plain = evidence.query.is_dated_at() && evidence.same == Same::Person;
    let is_owners = evidence.by == EvidenceBy::Owner || (evidence.by == EvidenceBy::Doer && by == By::Owner);
    let conditions = evidence.query.conditions.as_slice();
    let (is_known, wanted) = match (need, ledger) {
        (HouseholdNeed::Claim, Kind::Preheat) => {
            (is_owners && conditions.is_empty(), r#"evidence = { ledger = "preheat", by = "doer" }"#)
        }
        (HouseholdNeed::VisitDue, Kind::Visit) => {
            let at_home = conditions.iter().all(|it| it.wanted == Wanted::OneOf(vec![Choice::Word("home")]));
            let form = r#"evidence = { ledger = "visit", where = { method = "home" }, by = "owner" }"#;
            (is_owners && conditions.len() == 1 && at_home, form)
        }
        (HouseholdNeed::VisitDue, Kind::Supervision) => {
            let is_anyones = evidence.by == EvidenceBy::Anyone;
            (is_anyones && conditions.is_empty(), r#"evidence = { ledger = "supervision" }"#)
        }
        (HouseholdNeed::Claim, _) => return Some(no_ledger(&[Kind::Preheat])),
        (HouseholdNeed::VisitDue, _) => return Some(no_ledger(&[Kind::Visit, Kind::Supervision])),
    };
    (!is_known || !is_plain).then(|| Message::new("policy-fault-evidence-of-state").with("wanted", wanted))
}

fn no_ledger(known: &[Kind]) -> Message {
    let known: Vec<&str> = known.iter().map(|ledger| ledger.id()).collect();
    Message::new("policy-fault-evidence-ledger").with("known", known)
}

#[cfg(test)]
mod tests;
