//! Who has to do something, today and on a day.

use super::scene::HouseholdScene;
use crate::domain::StaffId;
use chrono::NaiveDate;

/// Who has to do it.
#[derive(Clone, Copy)]
pub enum Doer<'a> {
    /// Who made the claim.
    Claimant(&'a StaffId),
    /// Whoever owns the household.
    Owner,
    /// Whoever owns the household, that person as long as nobody does.
    OwnerElse(&'a StaffId),
    /// The manager of the owner's department.
    Manager,
    /// The expert named, if one is.
    Expert(Option<&'a StaffId>),
}

impl<'a> Doer<'a> {
    /// Whoever it was at the end of that day.
    pub fn at_end_of<'s>(self, day: NaiveDate, scene: &HouseholdScene<'s, 'a>) -> Option<&'s StaffId>
    where
        'a: 's,
    {
        match self {
            Doer::Claimant(staff) => Some(staff),
            Doer::Owner => scene.state.owner_at_end(day),
            Doer::OwnerElse(staff) => scene.state.owner_at_end(day).or(Some(staff)),
            Doer::Expert(expert) => expert,
            Doer::Manager => {
                let owner = scene.state.owner_at_end(day)?;
                scene.roster.manager(scene.roster.department(owner, day), day)
            }
        }
    }
}
