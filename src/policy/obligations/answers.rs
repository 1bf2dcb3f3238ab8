//! Who answers for something due.

use super::doer::Doer;
use super::instance::Instance;
use super::scene::HouseholdScene;
use crate::domain::StaffId;
use crate::policy::books::roster::Roster;
use chrono::NaiveDate;

/// Who answers for something due, and from which day they had to own the household for it.
pub struct Answerable<'a> {
    pub staff: &'a StaffId,
    pub owned_from: Option<NaiveDate>,
}

/// Who answers for it: the specialist who owned the household all the time, or the expert still employed at its end.
pub fn answers<'a>(
    instance: &Instance<'_, 'a>,
    scene: &HouseholdScene<'_, 'a>,
    roster: &Roster,
) -> Option<Answerable<'a>> {
    match instance.doer {
        Doer::Owner => {
            // Of a period from the day before it.
            let first = match instance.obligation.is_of_period() {
                true => instance.trigger.pred_opt()?,
                false => instance.trigger,
            };
            let owner = scene.state.owner_throughout(first, instance.deadline)?;
            let sold = instance.sellers.as_ref().is_none_or(|sellers| sellers.contains(&owner));
            sold.then_some(Answerable { staff: owner, owned_from: Some(first) })
        }
        Doer::Expert(expert) => {
            let staff = expert.filter(|expert| roster.employed(expert, instance.deadline))?;
            Some(Answerable { staff, owned_from: None })
        }
        Doer::Claimant(_) | Doer::OwnerElse(_) | Doer::Manager => None,
    }
}
