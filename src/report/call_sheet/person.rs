//! The rows of one person, for what is told of them at the door.

use crate::domain::{Books, Entry, Phone};
use crate::policy::{Assessment, Household};
use std::collections::{BTreeSet, HashMap};

/// Finds the rows of a person in those of their household.
pub struct PersonRowsFinder<'a> {
    books: &'a Books,
    households: HashMap<&'a Phone, &'a Household>,
}

impl<'a> PersonRowsFinder<'a> {
    pub fn of(assessment: &'a Assessment, books: &'a Books) -> Self {
        let households = assessment.households.iter().map(|household| (&household.key, household)).collect();
        PersonRowsFinder { books, households }
    }

    /// The numbers of the household, sorted.
    pub fn members(&self, household: &Phone) -> &'a [Phone] {
        self.households.get(household).map_or(&[], |household| &household.members)
    }

    /// The rows about that person, in the order of events: those that give one of their numbers.
    pub fn rows(&self, household: &Phone, person: &Phone) -> Vec<&'a Entry> {
        let events = self.households.get(household).map_or(&[][..], |household| &household.events);
        let all: Vec<&Entry> = events.iter().filter_map(|row| self.books.entry(*row)).collect();
        let mut numbers: BTreeSet<&Phone> = BTreeSet::from([person]);
        loop {
            let known = numbers.len();
            for contact in all.iter().filter_map(|entry| entry.record.contact.as_ref()) {
                if contact.phones().any(|phone| numbers.contains(phone)) {
                    numbers.extend(contact.phones());
                }
            }
            if numbers.len() == known {
                break;
            }
        }
        let is_theirs = |entry: &&Entry| {
            entry.record.contact.as_ref().is_some_and(|contact| contact.phones().any(|phone| numbers.contains(phone)))
        };
        all.into_iter().filter(is_theirs).collect()
    }
}
