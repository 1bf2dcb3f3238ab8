//! The names that stand beside numbers.

use crate::domain::{Books, Phone, Seq};
use crate::policy::Household;

/// The phones of a household, sorted, with the names that stand beside them in the order they came up.
pub(super) fn names(household: &Household, books: &Books) -> Vec<(Phone, Vec<String>)> {
    let mut phones: Vec<(Phone, Vec<String>)> =
        household.members.iter().map(|phone| (phone.clone(), Vec::new())).collect();
    phones.sort();
    for contact in household.events.iter().filter_map(|row| books.entry(*row)?.record.contact.as_ref()) {
        let Some(name) = &contact.customer else { continue };
        for (phone, names) in &mut phones {
            if (contact.phone == *phone || contact.others.contains(phone)) && !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    phones
}

/// The name beside a number, and the number, on the row: of whom the row is told.
pub(super) fn on_row(books: &Books, row: Seq) -> Option<(Option<&str>, &Phone)> {
    let contact = books.entry(row)?.record.contact.as_ref()?;
    Some((contact.customer.as_deref(), &contact.phone))
}

/// The name on the latest of these rows that gives one for that person; where none gives that very number, on the
/// latest that gives any.
pub(super) fn named<'b>(books: &'b Books, rows: &[Seq], phone: &Phone) -> Option<&'b str> {
    let contacts = || rows.iter().rev().filter_map(|row| books.entry(*row)?.record.contact.as_ref());
    let of_phone = contacts().filter(|contact| contact.phone == *phone || contact.others.contains(phone));
    of_phone.chain(contacts()).find_map(|contact| contact.customer.as_deref())
}

/// What a household's customer is called: the name last written for the first phone that has one.
pub fn customer(household: &Household, books: &Books) -> Option<String> {
    names(household, books).into_iter().find_map(|(_, mut names)| names.pop())
}
