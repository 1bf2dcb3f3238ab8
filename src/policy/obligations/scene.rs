//! A household as the obligations see it.

use super::dossier::Dossier;
use crate::policy::books::events::Event;
use crate::policy::books::identity::{People, PersonIx};
use crate::policy::books::roster::Roster;
use crate::policy::ownership::HouseholdState;
use crate::policy::{Policy, ReportDates};
use std::collections::BTreeMap;

/// A household and the people in it, as the obligations see them.
pub struct HouseholdScene<'s, 'a> {
    /// The rules.
    pub policy: &'s Policy,
    /// The days the books are read at and the list is for.
    pub reading: ReportDates,
    /// The staff.
    pub roster: &'s Roster,
    /// Who is which person.
    pub people: &'s People,
    /// Whose the household is and was.
    pub state: &'s HouseholdState<'a>,
    /// What the rows say of each of its people.
    pub dossiers: &'s BTreeMap<PersonIx, Dossier<'a>>,
    /// Every row about them, of one person after the other, each person's in order.
    pub events: &'s [Event<'a>],
}
