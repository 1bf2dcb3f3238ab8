//! Whether a referral is clear (docs/how-it-decides.md, Referrals).

use super::state::{Holder, HouseholdState};
use crate::domain::{Channel, Signup, StaffId};
use crate::policy::ReferralUnclear;
use crate::policy::books::events::{Event, EventOrder, NameBearers};
use crate::policy::books::identity::{HouseholdIx, People, PersonIx, ResolvedReferrer, referrer};
use std::collections::BTreeMap;

/// How a signup came by its household.
pub enum Referral<'a> {
    /// Through another channel.
    No,
    /// The referrer is a client of that specialist.
    Clear(&'a StaffId),
    Unclear(ReferralUnclear),
}

impl<'a> Referral<'a> {
    /// Of that signup, as all households stand after the events that sort before it.
    pub fn of(
        event: &Event<'a>,
        people: &People,
        bearers: &NameBearers<'a>,
        states: &BTreeMap<HouseholdIx, HouseholdState<'a>>,
    ) -> Self {
        match event.fact().row::<Signup>().is_some_and(|signup| signup.channel == Channel::Referral) {
            true => referrers_owner(event, people, bearers, states).map_or_else(Referral::Unclear, Referral::Clear),
            false => Referral::No,
        }
    }

    /// The referrer's specialist, where it is clear.
    pub fn owner(&self) -> Option<&'a StaffId> {
        match self {
            Referral::Clear(owner) => Some(owner),
            Referral::No | Referral::Unclear(_) => None,
        }
    }
}

fn referrers_owner<'a>(
    event: &Event<'a>,
    people: &People,
    bearers: &NameBearers<'a>,
    states: &BTreeMap<HouseholdIx, HouseholdState<'a>>,
) -> Result<&'a StaffId, ReferralUnclear> {
    let person = match referrer(event.entry).ok_or(ReferralUnclear::Unnamed)? {
        ResolvedReferrer::Phone(phone) => people.person_of(phone),
        ResolvedReferrer::Name(name) => only_bearer(name, bearers, event.order)?,
    };
    let household = people.person(person).household;
    if household == event.household {
        return Err(ReferralUnclear::SameHousehold);
    }
    let key = || people.key(household).clone();
    let Some(state) = states.get(&household).filter(|state| state.client) else {
        return Err(ReferralUnclear::NoClient { household: key() });
    };
    match &state.holder {
        Holder::Owner(owner) => Ok(owner.staff),
        Holder::Nobody | Holder::Company(_) => Err(ReferralUnclear::NoOwner { household: key() }),
    }
}

/// The one person who bears a name in the rows sorting before `order`.
fn only_bearer(name: &str, bearers: &NameBearers, order: EventOrder) -> Result<PersonIx, ReferralUnclear> {
    let all = bearers.get(name).into_iter().flatten();
    let mut before = all.take_while(|(at, _)| *at < order).map(|(_, person)| *person);
    let first = before.next().ok_or_else(|| ReferralUnclear::UnknownName { name: name.to_owned() })?;
    match before.all(|person| person == first) {
        true => Ok(first),
        false => Err(ReferralUnclear::SeveralOfName { name: name.to_owned() }),
    }
}
