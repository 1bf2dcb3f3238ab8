//! Who owns a household: the times, the holds, the clauses behind each change, what is suspected.

use super::collect::EntryCollector;
use super::entry::{EntryPart, Slot, Value};
use crate::domain::{Channel, Message};
use crate::policy::{Clause, Hold, Ownership, OwnershipClauses, Policy, Suspicions};
use std::sync::Arc;

impl EntryCollector {
    pub fn ownership(&mut self, rules: &Ownership, policy: &Policy) {
        let Ownership { idle_months, followup_months, visit_months, holds, clauses, suspicions } = rules;
        for (what, months, clause) in [
            (Message::new("policy-entry-idle-months"), idle_months, &clauses.idle),
            (Message::new("policy-entry-followup-months"), followup_months, &clauses.not_followed_up),
            (Message::new("policy-entry-visit-months"), visit_months, &clauses.open_unvisited),
        ] {
            self.timed(Some(clause), &EntryPart::Ownership, &what, months, |months| Value::Months(*months));
        }
        for (what, clause) in clauses.roles() {
            self.put(Some(clause), &EntryPart::Ownership, what, Value::Text(clause.to_string()));
        }
        for (what, offence) in suspicions.roles() {
            let clause = policy.offence(offence).map(|offence| &offence.clause);
            self.put(clause, &EntryPart::Ownership, what, Value::Text(offence.to_string()));
        }
        holds.iter().for_each(|hold| self.hold(hold));
    }

    fn hold(&mut self, hold: &Hold) {
        let Hold { channels: _, clear: _, days, protected, yields_not_to, yields_to_preheat, clause } = hold;
        let (part, of) = (&EntryPart::Hold(hold.slots()), Some(clause));
        self.put(of, part, Message::new("policy-entry-clause"), Value::Text(clause.to_string()));
        self.timed(of, part, &Message::new("policy-entry-hold-days"), days, |days| Value::Days(*days));
        self.if_so(of, part, Message::new("policy-entry-hold-unprotected"), !protected);
        let others: Vec<_> = yields_not_to.iter().map(|channel| channel.id()).collect();
        let others = (!others.is_empty()).then_some(Value::Words("channel", others));
        self.if_any(of, part, Message::new("policy-entry-hold-yields-not-to"), others);
        self.if_so(of, part, Message::new("policy-entry-hold-yields-to-preheat"), *yields_to_preheat);
    }
}

impl Hold {
    /// The ways of registering it is the hold of, sorted.
    pub fn slots(&self) -> Vec<Slot> {
        let sides = |channel| match (channel, self.clear) {
            (Channel::Referral, None) => vec![Some(true), Some(false)],
            (Channel::Referral, clear) => vec![clear],
            _ => vec![None],
        };
        let of = |channel: Channel| sides(channel).into_iter().map(move |clear| Slot { channel, clear });
        let mut slots: Vec<Slot> = self.channels.iter().copied().flat_map(of).collect();
        slots.sort_unstable();
        slots
    }
}

impl OwnershipClauses {
    /// What is decided, and by which clause.
    pub fn roles(&self) -> [(Message, &Clause); 11] {
        [
            (Message::new("policy-entry-sole-claim"), &self.sole_claim),
            (Message::new("policy-entry-several-claims"), &self.several_claims),
            (Message::new("policy-entry-several-persons"), &self.several_persons),
            (Message::new("policy-entry-contest"), &self.contest),
            (Message::new("policy-entry-clear-referral"), &self.clear_referral),
            (Message::new("policy-entry-unassigned"), &self.unassigned),
            (Message::new("policy-entry-departure"), &self.departure),
            (Message::new("policy-entry-open-unvisited"), &self.open_unvisited),
            (Message::new("policy-entry-open-referral"), &self.open_referral),
            (Message::new("policy-entry-idle"), &self.idle),
            (Message::new("policy-entry-not-followed-up"), &self.not_followed_up),
        ]
    }
}

impl Suspicions {
    /// What is suspected, and as which offence.
    pub fn roles(&self) -> [(Message, &Arc<str>); 5] {
        [
            (Message::new("policy-entry-claim-on-client"), &self.claim_on_client),
            (Message::new("policy-entry-sale-by-non-owner"), &self.sale_by_non_owner),
            (Message::new("policy-entry-occupy-company"), &self.occupy_company),
            (Message::new("policy-entry-accept-resigned"), &self.accept_resigned),
            (Message::new("policy-entry-no-handover"), &self.no_handover),
        ]
    }

    /// The offences.
    pub fn offences(&self) -> impl Iterator<Item = &Arc<str>> {
        self.roles().into_iter().map(|(_, offence)| offence)
    }
}
