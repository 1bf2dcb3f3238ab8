//! What a policy says, value by value: the one list from which it is shown, compared and checked, made of the declarations
//! of its parameters.

mod collect;
pub(in crate::policy) mod difference;
mod due;
mod entry;
pub(in crate::policy) mod fired;
mod slots;

use super::{ClauseText, Obligation, Ownership, Policy, Value};
use crate::domain::Message;
use crate::policy::rules::parameter::{BelongsTo, Parameters};
use collect::EntryCollector;
pub use entry::{EntryPart, PolicyEntry, Slot};
use std::sync::Arc;

/// Who decides a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecidedBy {
    /// The program, from the ledgers.
    Whole,
    /// The program in part; the rest needs people.
    InPart,
    /// People only.
    ByPeople,
}

impl DecidedBy {
    /// The id used in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            DecidedBy::Whole => "decided",
            DecidedBy::InPart => "in-part",
            DecidedBy::ByPeople => "by-people",
        }
    }
}

impl Policy {
    /// Everything it says, in the order of the file.
    pub fn entries(&self) -> Vec<PolicyEntry> {
        let mut all = EntryCollector::of(self);
        let Ownership { holds, clauses, suspicions, .. } = &self.ownership;
        all.table(&EntryPart::House, self);
        all.table(&EntryPart::Ownership, &self.ownership);
        all.table(&EntryPart::Ownership, clauses);
        all.table(&EntryPart::Ownership, suspicions);
        holds.iter().for_each(|hold| all.listed(&EntryPart::Hold(hold.slots()), &**hold));
        all.table(&EntryPart::Calls, &self.calls);
        self.obligations.iter().for_each(|obligation| all.obligation(obligation));
        all.table(&EntryPart::Sanctions, &self.sanctions);
        all.table(&EntryPart::Papers, &self.papers);
        for offence in &self.offences {
            all.listed(&EntryPart::Offence(offence.id.clone(), offence.title.clone()), offence);
        }
        for clause in &self.clauses {
            all.table(&EntryPart::Clause(clause.id.clone(), clause.title.clone()), clause);
        }
        let headings = self.headings.iter();
        headings.for_each(|(field, words)| {
            let part = EntryPart::Heading(field.clone());
            all.put(None, &part, Message::new("policy-entry-heading"), Value::Text(words.join(" ")));
        });
        for (word, role) in &self.roles {
            let value = Value::Words("role", vec![role.id()]);
            all.put(None, &EntryPart::Role(word.clone()), Message::new("policy-entry-role"), value);
        }
        all.entries
    }

    /// Who decides a clause: the program where one of its values works on the ledgers, else people only.
    pub fn decided(&self, clause: &ClauseText) -> DecidedBy {
        let of_ledgers = |entry: &PolicyEntry| match &entry.part {
            EntryPart::Hold(_) | EntryPart::Obligation(..) | EntryPart::Ownership | EntryPart::Papers => true,
            EntryPart::Offence(id, _) => self.arises(id),
            EntryPart::House
            | EntryPart::Calls
            | EntryPart::Sanctions
            | EntryPart::Clause(..)
            | EntryPart::Heading(_)
            | EntryPart::Role(_) => false,
        };
        let works = self.entries().iter().any(|entry| entry.clause.as_ref() == Some(&clause.id) && of_ledgers(entry));
        match (works, &clause.undecidable) {
            (true, None) => DecidedBy::Whole,
            (true, Some(_)) => DecidedBy::InPart,
            (false, _) => DecidedBy::ByPeople,
        }
    }

    /// Whether an offence follows from the ledgers, or is suspected after them, rather than only found by people.
    fn arises(&self, id: &Arc<str>) -> bool {
        let mut missed = self.obligations.iter().flat_map(Obligation::offences);
        let mut others = self.papers.told().into_iter().chain(self.ownership.suspicions.told());
        missed.any(|offence| offence == id) || others.any(|told| told.behind == BelongsTo::Offence(id.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preset() -> Policy {
        Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap()
    }

    #[test]
    fn every_clause_says_what_it_demands_and_who_decides_it() {
        let policy = preset();
        for clause in &policy.clauses {
            let statement = clause.statement.as_ref().unwrap();
            // Figures are parameters: words that repeated them would be wrong as soon as a house changes one.
            for words in [&statement.zh, &statement.en] {
                assert!(!words.contains(|char: char| char.is_ascii_digit()), "{}: {words}", clause.id);
            }
            if policy.decided(clause) != DecidedBy::Whole {
                assert!(clause.undecidable.is_some(), "{} gives no reason", clause.id);
            } else {
                assert!(clause.interpretation.is_some(), "{} is decided as if its words were figures", clause.id);
            }
        }
    }

    #[test]
    fn who_decides_follows_from_what_works_on_the_ledgers() {
        let policy = preset();
        let of = |id: &str| policy.decided(policy.clause(id).unwrap());
        assert_eq!(of("resource-6"), DecidedBy::Whole);
        assert_eq!(of("aftersales-2"), DecidedBy::InPart);
        assert_eq!(of("supplement-6"), DecidedBy::InPart);
        assert_eq!(of("supplement-7"), DecidedBy::ByPeople);
        assert_eq!(of("aftersales-9"), DecidedBy::ByPeople);
    }

    #[test]
    fn a_value_that_changes_is_an_entry_for_each_day_it_does() {
        let text = Policy::preset_text("meeting-sales").unwrap();
        let changed =
            text.replacen("idle_months = 1", "idle_months = [{ value = 1 }, { from = 2027-01-01, value = 2 }]", 1);
        let entries = Policy::parse(&changed).unwrap().entries();
        let idle = entries.iter().filter(|entry| entry.what.key == "policy-entry-idle-months");
        let steps: Vec<_> = idle.map(|entry| (entry.from.map(|day| day.to_string()), entry.value.clone())).collect();
        assert_eq!(steps, [(None, Value::Months(1)), (Some("2027-01-01".to_owned()), Value::Months(2))]);
        assert_eq!(entries.len(), preset().entries().len() + 1);
    }

    #[test]
    fn no_two_values_are_of_the_same() {
        let entries = preset().entries();
        let mut keys: Vec<_> = entries.iter().map(|entry| (entry.part.id(), entry.what.key)).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), entries.len());
    }
}
