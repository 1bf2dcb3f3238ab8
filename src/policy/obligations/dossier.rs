//! What the rows say of one person, arranged for the obligations.

use super::stops::Stops;
use crate::domain::Phone;
use crate::policy::books::events::{Actor, Event};
use crate::policy::rules::rows::{PersonRow, PersonRows};

/// What the rows up to `as_of` say of one person.
pub struct Dossier<'a> {
    /// The rows, by ledger.
    pub rows: PersonRows<'a>,
    /// The days on which nothing is asked of anybody.
    pub stops: Stops,
    /// The number to dial: the latest given.
    pub call: Option<&'a Phone>,
    /// The latest name given.
    pub customer: Option<&'a str>,
}

impl<'a> Dossier<'a> {
    /// From a person's events, in order.
    pub fn of(events: &[Event<'a>]) -> Self {
        let contacts = || events.iter().rev().filter_map(|event| event.entry.record.contact.as_ref());
        Dossier {
            rows: PersonRows::of(events.iter().map(row).collect()),
            stops: Stops::of(events),
            call: contacts().map(|contact| &contact.phone).next(),
            customer: contacts().find_map(|contact| contact.customer.as_deref()),
        }
    }
}

fn row<'a>(event: &Event<'a>) -> PersonRow<'a> {
    PersonRow {
        entry: event.entry,
        date: event.date(),
        phone: event.phone,
        staff: event.actor.staff(),
        is_of_absent: event.actor == Actor::NotEmployed,
    }
}
