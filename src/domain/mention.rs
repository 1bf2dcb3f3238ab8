//! What a row can be found by, and what else it shows beside its own columns.

use super::{Contact, Fact, FieldValue, Kind, Phone, Record, StaffId, narrow};
use chrono::NaiveDate;
use std::fmt;

/// A word by which the rows that name somebody or something are found again without reading all of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mention {
    /// Every number a row gives, whoever's it is.
    Phone(Phone),
    /// The customer's name, as [`name_key`] makes names written differently alike.
    Name(String),
    /// The household number of a signup.
    Household(String),
    /// A signup that this specialist reported later than its day.
    ReportedLate(StaffId),
    /// Rows of that kind; kept for rosters, wages and findings, which bear on everybody.
    Kind(Kind),
}

impl fmt::Display for Mention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mention::Phone(phone) => write!(f, "phone {phone}"),
            Mention::Name(name) => write!(f, "name {name}"),
            Mention::Household(number) => write!(f, "household {number}"),
            Mention::ReportedLate(staff) => write!(f, "late {staff}"),
            Mention::Kind(kind) => write!(f, "kind {}", kind.id()),
        }
    }
}

/// What names written with other spaces, widths or cases have in common.
pub fn name_key(name: &str) -> String {
    name.chars().map(narrow).filter(|char| !char.is_whitespace()).flat_map(char::to_lowercase).collect()
}

impl Contact {
    /// Every number it gives: the first, and those beside it.
    pub fn phones(&self) -> impl Iterator<Item = &Phone> {
        std::iter::once(&self.phone).chain(&self.others)
    }
}

impl Record {
    /// The numbers it gives of somebody beside the customer: a referrer's, a relative's.
    pub fn others_phones(&self) -> &[Phone] {
        let related = self.fact.kind().ledger().related.and_then(|field| self.fact.value(field));
        if let Some(FieldValue::Phones(phones)) = related { phones } else { &[] }
    }

    /// The days on which something had happened, its own among them; not those that are planned.
    pub fn days_past(&self) -> impl Iterator<Item = NaiveDate> {
        let columns = self.fact.kind().columns().iter();
        let past = columns.filter(|column| column.kept && column.holds.has_day() && !column.field.may_lie_ahead());
        past.filter_map(|column| self.value(column.field)?.day())
    }

    /// The days that show the ledger of its staff kept: its own, and a later one on which something of it was done.
    pub fn shows_kept_until(&self) -> impl Iterator<Item = NaiveDate> {
        let at = self.at.map(|at| at.date);
        let later = self.fact.kind().ledger().kept_until.iter().filter_map(|field| self.fact.value(*field)?.day());
        at.into_iter().chain(later.filter(move |later| at.is_some_and(|at| *later > at)))
    }

    /// The words the record can be found by: its numbers, names, household number, staff.
    pub fn mentions(&self) -> Vec<Mention> {
        let contact = self.contact.as_ref();
        let phones = contact.into_iter().flat_map(Contact::phones).chain(self.others_phones());
        let mut mentions: Vec<Mention> = phones.cloned().map(Mention::Phone).collect();
        mentions.extend(contact.and_then(|contact| contact.customer.as_deref()).map(name_key).map(Mention::Name));
        if let Fact::Signup(signup) = &self.fact {
            mentions.extend(signup.household.clone().map(Mention::Household));
            let is_late = signup.reported > self.at.map(|at| at.date);
            mentions.extend(signup.staff.clone().filter(|_| is_late).map(Mention::ReportedLate));
        }
        let kind = self.fact.kind();
        mentions.extend(kind.ledger().bears_on_all.then_some(Mention::Kind(kind)));
        mentions.sort_unstable();
        mentions.dedup();
        mentions
    }
}
