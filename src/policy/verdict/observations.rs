//! What `check` lists: things in the books that somebody should look at, though the rules know what to do.

use crate::domain::{Books, Entry, Message, Phone, Seq};
use crate::policy::books::identity::People;
use crate::policy::books::roster::Roster;
use crate::policy::{Observation, ReportDates};
use std::collections::{BTreeMap, BTreeSet};

/// What can be seen without the verdicts: rows of people not employed, phones with several names, links not applied.
pub fn in_books(books: &Books, people: &People, roster: &Roster, reading: ReportDates) -> Vec<Observation> {
    let mut found = Vec::new();
    let mut names: BTreeMap<&Phone, (BTreeSet<&str>, Vec<Seq>)> = BTreeMap::new();
    for entry in books.entries.iter().filter(|entry| entry.record.at.is_some_and(|at| at.date <= reading.as_of)) {
        found.extend(not_employed(entry, roster));
        if let Some(contact) = &entry.record.contact
            && let Some(name) = &contact.customer
        {
            // Two people on one number are one person, whichever of a row's numbers it is.
            for phone in std::iter::once(&contact.phone).chain(&contact.others) {
                let (of_phone, rows) = names.entry(phone).or_default();
                if of_phone.insert(name) {
                    rows.push(entry.seq);
                }
            }
        }
    }
    for (phone, (of_phone, rows)) in names.into_iter().filter(|(_, (of_phone, _))| of_phone.len() > 1) {
        let of_phone: Vec<&str> = of_phone.into_iter().collect();
        let message = Message::new("policy-check-several-names").with("phone", phone.clone()).with("names", of_phone);
        found.push(Observation { message, rows });
    }
    for link in &people.refused {
        let [one, other] = link.persons.map(|person| people.phone(person).clone());
        let message = Message::new("policy-check-link-refused").with("one", one).with("other", other);
        found.push(Observation { message, rows: vec![link.row] });
    }
    found
}

fn not_employed(entry: &Entry, roster: &Roster) -> Option<Observation> {
    let date = entry.record.at?.date;
    let fact = &entry.record.fact;
    let staff = fact.staff().filter(|staff| fact.kind().is_customer() && !roster.employed(staff, date))?;
    let message = Message::new("policy-check-not-employed").show("staff", staff).show("day", date);
    Some(Observation { message, rows: vec![entry.seq] })
}

/// An assignment to someone who was barred from the household.
pub fn barred_assigned(row: Seq) -> Observation {
    Observation { message: Message::new("policy-check-barred-assigned"), rows: vec![row] }
}

/// A finding on a violation that is not there.
pub fn finding_astray(row: Seq, id: &str) -> Observation {
    Observation { message: Message::new("policy-check-finding-astray").with("id", id), rows: vec![row] }
}
