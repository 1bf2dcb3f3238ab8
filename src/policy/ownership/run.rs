use super::state::{Holder, State};
use super::{company, contact, meeting, signup};
use crate::domain::{Fact, Method, Outcome, StaffId};
use crate::policy::Ownership;
use crate::policy::events::{Actor, Bearers, Cluster, Event, Order};
use crate::policy::identity::{HouseholdIx, People, PersonIx, Referrer, referrer};
use crate::policy::roster::Roster;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What became of a cluster's households.
pub struct Ran<'a> {
    pub states: BTreeMap<HouseholdIx, State<'a>>,
    /// Tracked and client households that leavers still owned.
    pub left_behind: Vec<(&'a StaffId, HouseholdIx)>,
}

/// Runs a cluster's events, and the departures of the staff in them, through the households' states.
pub fn run<'a>(
    cluster: &Cluster<'a>,
    people: &People,
    roster: &Roster<'a>,
    bearers: &Bearers<'a>,
    rules: &Ownership,
    as_of: NaiveDate,
) -> Ran<'a> {
    let mut states: BTreeMap<HouseholdIx, State> =
        cluster.events.iter().map(|event| (event.household, State::new())).collect();
    let mut left_behind = Vec::new();
    let mut departures = departures(cluster, roster, as_of).into_iter().peekable();
    let mut depart = |until: Option<Order>, states: &mut BTreeMap<HouseholdIx, State<'a>>| {
        while let Some((order, staff)) = departures.next_if(|(order, _)| until.is_none_or(|until| *order < until)) {
            for (household, state) in states.iter_mut() {
                if company::departure(state, staff, order.seq(), order.date, rules) && (state.attended || state.client)
                {
                    left_behind.push((staff, *household));
                }
            }
        }
    };
    for event in &cluster.events {
        depart(Some(event.order), &mut states);
        let referrers_owner = referrers_owner(event, people, bearers, &states);
        if let Some(state) = states.get_mut(&event.household) {
            apply(state, event, referrers_owner, rules);
        }
    }
    depart(None, &mut states);
    Ran { states, left_behind }
}

/// The departures up to `as_of` of everybody whose rows stand in the cluster, in order.
fn departures<'a>(cluster: &Cluster<'a>, roster: &Roster<'a>, as_of: NaiveDate) -> BTreeSet<(Order, &'a StaffId)> {
    let staff: BTreeSet<&StaffId> = cluster.events.iter().filter_map(|event| event.actor.staff()).collect();
    staff
        .into_iter()
        .filter_map(|staff| {
            let (seq, row) = roster.entry(staff)?;
            let day_after = row.left?.succ_opt().filter(|day| *day <= as_of)?;
            Some((Order::departure(day_after, seq), &row.staff_id))
        })
        .collect()
}

fn apply<'a>(state: &mut State<'a>, event: &Event<'a>, referrers_owner: Option<&'a StaffId>, rules: &Ownership) {
    match (event.fact(), event.actor) {
        (Fact::Attendance(_), _) => meeting::attendance(state, event, rules),
        (Fact::Sale(_), _) => meeting::sale(state, event, rules),
        (_, Actor::NotEmployed) => {}
        (Fact::Signup(row), _) => signup::signup(state, event, row.channel, referrers_owner, rules),
        (Fact::Preheat(_), Actor::Employed(staff)) => contact::preheat(state, staff, event, rules),
        (Fact::Invite(_), Actor::Employed(staff)) => contact::invite(state, staff, event, rules),
        (Fact::Visit(visit), Actor::Employed(staff)) if visit.method == Some(Method::Home) && reached(visit.result) => {
            contact::home_visit(state, staff, event, rules);
        }
        (Fact::Assignment(_), Actor::Employed(staff)) => company::assignment(state, staff, event),
        _ => {}
    }
}

/// Whether a visit or call reached somebody; otherwise it is an attempt.
pub fn reached(result: Option<Outcome>) -> bool {
    result.is_none_or(|result| result == Outcome::Reached)
}

/// The owner of the referrer's household, where that makes a referral clear (rulebook §3.1).
fn referrers_owner<'a>(
    event: &Event<'a>,
    people: &People,
    bearers: &Bearers<'a>,
    states: &BTreeMap<HouseholdIx, State<'a>>,
) -> Option<&'a StaffId> {
    let person = match referrer(event.entry)? {
        Referrer::Phone(phone) => people.person_of(phone),
        Referrer::Name(name) => only_bearer(bearers.get(name)?, event.order)?,
    };
    let household = people.person(person).household;
    let state = states.get(&household).filter(|state| household != event.household && state.client)?;
    match &state.holder {
        Holder::Owner(owner) => Some(owner.staff),
        Holder::Nobody | Holder::Company(_) => None,
    }
}

/// The one person who bears a name in the rows sorting before `order`.
fn only_bearer(bearers: &[(Order, PersonIx)], order: Order) -> Option<PersonIx> {
    let mut before = bearers.iter().take_while(|(at, _)| *at < order).map(|(_, person)| *person);
    let first = before.next()?;
    before.all(|person| person == first).then_some(first)
}
