//! Which rows happen, in what order, to whom, and who is behind them.

use crate::domain::{Books, Entry, Fact, Phone, Seq, StaffId};
use crate::policy::books::identity::{HouseholdIx, People, PersonIx, ResolvedReferrer, referrer};
use crate::policy::books::roster::Roster;
use crate::policy::rules::sets::DisjointSets;
use chrono::{NaiveDate, NaiveTime};
use std::collections::{HashMap, HashSet};

/// Where an event stands among all (办事先后): date-time, process order, journal order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventOrder {
    pub date: NaiveDate,
    time: NaiveTime,
    rank: u8,
    seq: Seq,
}

impl EventOrder {
    /// Where a departure stands whose day after is `date`: before anything else that day.
    pub fn departure(date: NaiveDate, seq: Seq) -> Self {
        EventOrder { date, time: NaiveTime::MIN, rank: 0, seq }
    }

    /// Where a row of a customer ledger stands; other rows and those without a day stand nowhere.
    pub fn of(entry: &Entry) -> Option<Self> {
        let rank = entry.record.fact.kind().ledger().turn?;
        let at = entry.record.at?;
        Some(EventOrder { date: at.date, time: at.sort_time(), rank, seq: entry.seq })
    }

    /// The row's place in the journal; of a departure the roster's row.
    pub fn seq(self) -> Seq {
        self.seq
    }
}

/// Who is behind a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor<'a> {
    /// The row names nobody.
    Nobody,
    Employed(&'a StaffId),
    /// The row names someone who is not employed that day: it counts as a row with nobody in it.
    NotEmployed,
}

impl<'a> Actor<'a> {
    /// The employed person behind it.
    pub fn staff(self) -> Option<&'a StaffId> {
        match self {
            Actor::Employed(staff) => Some(staff),
            Actor::Nobody | Actor::NotEmployed => None,
        }
    }
}

/// A row of a customer ledger dated up to `as_of`.
#[derive(Clone, Copy)]
pub struct Event<'a> {
    pub order: EventOrder,
    pub entry: &'a Entry,
    /// The number the row gives first.
    pub phone: &'a Phone,
    pub person: PersonIx,
    pub household: HouseholdIx,
    pub actor: Actor<'a>,
}

impl<'a> Event<'a> {
    /// The day of the row.
    pub fn date(&self) -> NaiveDate {
        self.order.date
    }

    /// What the row says.
    pub fn fact(&self) -> &'a Fact {
        &self.entry.record.fact
    }

    /// The row's place in the journal.
    pub fn seq(&self) -> Seq {
        self.entry.seq
    }
}

/// Households that depend on each other, and all that happened to them in order. What a cluster's verdicts are depends
/// on its own events and on what is common to all, and on nothing else.
pub struct Cluster<'a> {
    pub events: Vec<Event<'a>>,
}

/// Of each name that a referral goes by, who bears it since which event.
pub type NameBearers<'a> = HashMap<&'a str, Vec<(EventOrder, PersonIx)>>;

/// All events up to `as_of`, in clusters, and the bearers of names that referrals go by.
pub fn clusters<'a>(
    books: &'a Books,
    people: &People,
    roster: &Roster,
    as_of: NaiveDate,
) -> (Vec<Cluster<'a>>, NameBearers<'a>) {
    let events = events(books, people, roster, as_of);
    let bearers = bearers(&events);
    let mut sets = DisjointSets::new(people.household_count());
    for event in &events {
        match referrer(event.entry) {
            Some(ResolvedReferrer::Phone(phone)) => {
                sets.join(event.household, people.person(people.person_of(phone)).household);
            }
            Some(ResolvedReferrer::Name(name)) => {
                for (_, bearer) in bearers.get(name).into_iter().flatten() {
                    sets.join(event.household, people.person(*bearer).household);
                }
            }
            None => {}
        }
    }
    let (number, count) = sets.numbered();
    let mut clusters: Vec<Cluster> = (0..count).map(|_| Cluster { events: Vec::new() }).collect();
    for event in events {
        clusters[number[event.household]].events.push(event);
    }
    clusters.retain(|cluster| !cluster.events.is_empty());
    (clusters, bearers)
}

fn events<'a>(books: &'a Books, people: &People, roster: &Roster, as_of: NaiveDate) -> Vec<Event<'a>> {
    let mut events: Vec<Event> = books
        .entries
        .iter()
        .zip(people.of_entries())
        .filter_map(|(entry, person)| {
            let record = &entry.record;
            let order = EventOrder::of(entry).filter(|order| order.date <= as_of)?;
            let phone = &record.contact.as_ref()?.phone;
            let person = (*person)?;
            let actor = match record.fact.staff() {
                None => Actor::Nobody,
                Some(staff) if roster.employed(staff, order.date) => Actor::Employed(staff),
                Some(_) => Actor::NotEmployed,
            };
            Some(Event { order, entry, phone, person, household: people.person(person).household, actor })
        })
        .collect();
    events.sort_unstable_by_key(|event| event.order);
    events
}

fn bearers<'a>(events: &[Event<'a>]) -> NameBearers<'a> {
    let sought: HashSet<&str> = events
        .iter()
        .filter_map(|event| match referrer(event.entry) {
            Some(ResolvedReferrer::Name(name)) => Some(name),
            _ => None,
        })
        .collect();
    let mut bearers: NameBearers = HashMap::new();
    for event in events {
        let name = event.entry.record.contact.as_ref().and_then(|contact| contact.customer.as_deref());
        if let Some(name) = name.filter(|name| sought.contains(name)) {
            bearers.entry(name).or_default().push((event.order, event.person));
        }
    }
    bearers
}
