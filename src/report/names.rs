use crate::domain::{Books, Phone};
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

/// What a household's customer is called: the name last written for the first phone that has one.
pub fn customer(household: &Household, books: &Books) -> Option<String> {
    names(household, books).into_iter().find_map(|(_, mut names)| names.pop())
}
