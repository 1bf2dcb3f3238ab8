//! A cluster of households taken through its events, in their order.

use super::attempts::reached;
use super::referral::Referral;
use super::state::HouseholdState;
use super::{company, contact, meeting, signup};
use crate::domain::{Fact, StaffId};
use crate::policy::books::events::{Actor, Cluster, Event, EventOrder, NameBearers};
use crate::policy::books::identity::{HouseholdIx, People};
use crate::policy::books::roster::Roster;
use crate::policy::{NoEffectReason, Policy};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What became of a cluster's households.
pub struct ClusterOutcome<'a> {
    pub states: BTreeMap<HouseholdIx, HouseholdState<'a>>,
    /// Tracked and client households that leavers still owned, with their last day.
    pub left_behind: Vec<(&'a StaffId, NaiveDate, HouseholdIx)>,
}

/// Runs a cluster's events, and the departures of the staff in them, through the households' states.
pub fn run<'a>(
    cluster: &Cluster<'a>,
    people: &People,
    roster: &Roster,
    bearers: &NameBearers<'a>,
    policy: &Policy,
    as_of: NaiveDate,
) -> ClusterOutcome<'a> {
    let mut states: BTreeMap<HouseholdIx, HouseholdState> =
        cluster.events.iter().map(|event| (event.household, HouseholdState::new())).collect();
    let mut left_behind = Vec::new();
    let mut departures = departures(cluster, roster, as_of).into_iter().peekable();
    let mut depart = |until: Option<EventOrder>, states: &mut BTreeMap<HouseholdIx, HouseholdState<'a>>| {
        while let Some((order, last_day, staff)) =
            departures.next_if(|(order, ..)| until.is_none_or(|until| *order < until))
        {
            for (household, state) in states.iter_mut() {
                if company::departure(state, staff, order.seq(), order.date, &policy.ownership)
                    && (state.attended || state.client)
                {
                    left_behind.push((staff, last_day, *household));
                }
            }
        }
    };
    for event in &cluster.events {
        depart(Some(event.order), &mut states);
        let referral = Referral::of(event, people, bearers, &states);
        if let Some(state) = states.get_mut(&event.household) {
            state.events.push(event.seq());
            if event.actor == Actor::NotEmployed {
                let row = event.fact().staff().and_then(|staff| roster.absence(staff, event.date()));
                state.pass(event, NoEffectReason::NotEmployed, None, row);
            }
            apply(state, event, referral, policy);
        }
    }
    depart(None, &mut states);
    ClusterOutcome { states, left_behind }
}

/// The departures up to `as_of` of everybody whose rows stand in the cluster, in order.
fn departures<'a>(cluster: &Cluster<'a>, roster: &Roster, as_of: NaiveDate) -> BTreeSet<Departure<'a>> {
    let staff: BTreeSet<&'a StaffId> = cluster.events.iter().filter_map(|event| event.actor.staff()).collect();
    let of = |staff: &'a StaffId| {
        roster.last_days(staff).into_iter().filter_map(move |(last_day, row)| {
            let day_after = last_day.succ_opt().filter(|day| *day <= as_of)?;
            Some((EventOrder::departure(day_after, row), last_day, staff))
        })
    };
    staff.into_iter().flat_map(of).collect()
}

/// When it takes place, the last day before it, and whose it is.
type Departure<'a> = (EventOrder, NaiveDate, &'a StaffId);

fn apply<'a>(state: &mut HouseholdState<'a>, event: &Event<'a>, referral: Referral<'a>, policy: &Policy) {
    match (event.fact(), event.actor) {
        (Fact::Attendance(_), _) => meeting::attendance(state, event, policy),
        (Fact::Sale(_), _) => meeting::sale(state, event, policy),
        (_, Actor::NotEmployed) => {}
        (Fact::Preheat(row), Actor::Employed(_)) if !reached(row.result) => contact::unreached(state, event, row),
        (Fact::Signup(row), _) => signup::signup(state, event, row.channel, referral, policy),
        (Fact::Preheat(_), Actor::Employed(staff)) => contact::preheat(state, staff, event, policy),
        (Fact::Invite(_), Actor::Employed(staff)) => contact::invite(state, staff, event, policy),
        (Fact::Visit(visit), Actor::Employed(staff)) => contact::visit(state, staff, event, visit, policy),
        (Fact::Assignment(_), Actor::Employed(staff)) => company::assignment(state, staff, event),
        _ => {}
    }
}
