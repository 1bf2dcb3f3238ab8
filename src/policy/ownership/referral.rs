//! Whether a referral is clear (docs/how-it-decides.md, Referrals).

use super::state::{Holder, State};
use crate::domain::{Channel, Fact, StaffId};
use crate::policy::Unclear;
use crate::policy::books::events::{Bearers, Event, Order};
use crate::policy::books::identity::{HouseholdIx, People, PersonIx, Referrer, referrer};
use std::collections::BTreeMap;

/// How a signup came by its household.
pub enum Referral<'a> {
    /// Through another channel.
    No,
    /// The referrer is a client of that specialist.
    Clear(&'a StaffId),
    Unclear(Unclear),
}

impl<'a> Referral<'a> {
    /// Of that signup, as all households stand after the events that sort before it.
    pub fn of(
        event: &Event<'a>,
        people: &People,
        bearers: &Bearers<'a>,
        states: &BTreeMap<HouseholdIx, State<'a>>,
    ) -> Self {
        match event.fact() {
            Fact::Signup(signup) if signup.channel == Channel::Referral => {
                referrers_owner(event, people, bearers, states).map_or_else(Referral::Unclear, Referral::Clear)
            }
            _ => Referral::No,
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
    bearers: &Bearers<'a>,
    states: &BTreeMap<HouseholdIx, State<'a>>,
) -> Result<&'a StaffId, Unclear> {
    let person = match referrer(event.entry).ok_or(Unclear::Unnamed)? {
        Referrer::Phone(phone) => people.person_of(phone),
        Referrer::Name(name) => only_bearer(name, bearers, event.order)?,
    };
    let household = people.person(person).household;
    if household == event.household {
        return Err(Unclear::SameHousehold);
    }
    let key = || people.key(household).clone();
    let Some(state) = states.get(&household).filter(|state| state.client) else {
        return Err(Unclear::NoClient { household: key() });
    };
    match &state.holder {
        Holder::Owner(owner) => Ok(owner.staff),
        Holder::Nobody | Holder::Company(_) => Err(Unclear::NoOwner { household: key() }),
    }
}

/// The one person who bears a name in the rows sorting before `order`.
fn only_bearer(name: &str, bearers: &Bearers, order: Order) -> Result<PersonIx, Unclear> {
    let all = bearers.get(name).into_iter().flatten();
    let mut before = all.take_while(|(at, _)| *at < order).map(|(_, person)| *person);
    let first = before.next().ok_or_else(|| Unclear::UnknownName { name: name.to_owned() })?;
    match before.all(|person| person == first) {
        true => Ok(first),
        false => Err(Unclear::SeveralOfName { name: name.to_owned() }),
    }
}
