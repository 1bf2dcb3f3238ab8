//! What a policy says, value by value: the one list from which it is shown, compared and checked. A new kind of
//! parameter is added here and nowhere else.

mod collect;
mod costs;
pub(in crate::policy) mod difference;
mod due;
mod entry;
pub(in crate::policy) mod fired;
mod owning;

use super::{ClauseText, Policy};
use crate::domain::Message;
use collect::EntryCollector;
pub use entry::{Entry, EntryPart, Slot, Value};
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
    pub fn entries(&self) -> Vec<Entry> {
        let mut all = EntryCollector::default();
        all.house(self);
        all.ownership(&self.ownership, self);
        all.due(self);
        all.costs(self);
        self.clauses.iter().for_each(|clause| all.clause(clause));
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
        let of_ledgers = |entry: &Entry| match &entry.part {
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
        let missed = self.obligations.iter().flat_map(|due| [&due.missed, &due.unsigned]).flatten();
        missed.chain(self.papers.offences()).chain(self.ownership.suspicions.offences()).any(|offence| offence == id)
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
