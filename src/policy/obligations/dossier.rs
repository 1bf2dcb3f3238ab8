use super::stops::Stops;
use crate::domain::{Contact, Fact, Method, Moment, Phone, Seq, StaffId};
use crate::policy::events::{Actor, Event};
use crate::policy::ownership::{State, reached};
use crate::policy::{Dated, Evidence};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What the rows up to `as_of` say of one person, arranged for the obligations.
pub struct Dossier<'a> {
    /// By day: rows of one person on one day are one purchase.
    pub purchases: BTreeMap<NaiveDate, Purchase<'a>>,
    /// Visits that reached somebody, in order.
    pub visits: Vec<Visit>,
    /// Expert calls, attempts too, in order.
    pub calls: Vec<Call<'a>>,
    pub stops: Stops,
    /// The number to dial: the latest given.
    pub call: Option<&'a Phone>,
    /// The latest name given.
    pub customer: Option<&'a str>,
}

/// A day on which a person bought (购买).
#[derive(Default)]
pub struct Purchase<'a> {
    pub at_meeting: bool,
    /// The last one named that day.
    pub expert: Option<&'a StaffId>,
    pub sellers: BTreeSet<&'a StaffId>,
    pub rows: Vec<Seq>,
    /// The smallest phone it was bought under: it names the purchase for good.
    pub phone: Option<&'a Phone>,
}

/// A visit that reached somebody.
pub struct Visit {
    pub date: NaiveDate,
    pub submitted: NaiveDate,
    pub row: Seq,
    pub home: bool,
    pub accompanied: bool,
    pub signed: bool,
    /// Whether its staff owned the household at the end of its day.
    pub owners: bool,
}

/// An expert's call.
pub struct Call<'a> {
    pub at: Moment,
    pub phone: &'a Phone,
    pub expert: &'a StaffId,
    pub row: Seq,
    pub reached: bool,
    pub problem: bool,
    pub needs_visit: bool,
    pub relayed: Option<NaiveDate>,
}

impl<'a> Dossier<'a> {
    /// From a person's events, in order, and the household they belong to.
    pub fn of(events: &[Event<'a>], state: &State) -> Self {
        let mut dossier = Dossier {
            purchases: BTreeMap::new(),
            visits: Vec::new(),
            calls: Vec::new(),
            stops: Stops::of(events),
            call: None,
            customer: None,
        };
        for event in events {
            let Some(contact) = &event.entry.record.contact else { continue };
            dossier.call = Some(&contact.phone);
            dossier.customer = contact.customer.as_deref().or(dossier.customer);
            dossier.take(event, contact, state);
        }
        dossier
    }

    /// The visits that can be evidence, each with the date that counts. A form not handed in by `as_of` is none yet.
    pub fn visits_for<'d>(
        &'d self,
        evidence: &'d Evidence,
        trigger: NaiveDate,
        as_of: NaiveDate,
    ) -> impl Iterator<Item = (NaiveDate, &'d Visit)> {
        let fits = move |visit: &&Visit| {
            visit.date >= trigger
                && (!evidence.owners || visit.owners)
                && (!evidence.home || visit.home)
                && (!evidence.accompanied || visit.accompanied)
        };
        let dated = move |visit: &'d Visit| match evidence.dated {
            Dated::Submitted => (visit.submitted, visit),
            Dated::At | Dated::Relayed => (visit.date, visit),
        };
        self.visits.iter().filter(fits).map(dated).filter(move |(on, _)| *on <= as_of)
    }

    fn take(&mut self, event: &Event<'a>, contact: &'a Contact, state: &State) {
        match (event.fact(), event.actor) {
            (Fact::Sale(sale), actor) => {
                let purchase = self.purchases.entry(event.date()).or_default();
                purchase.at_meeting |= sale.at_meeting();
                purchase.expert = sale.expert.as_ref().or(purchase.expert);
                purchase.sellers.extend(actor.staff());
                purchase.rows.push(event.seq());
                let smallest = purchase.phone.is_none_or(|phone| contact.phone < *phone);
                purchase.phone = if smallest { Some(&contact.phone) } else { purchase.phone };
            }
            (Fact::Visit(visit), Actor::Employed(staff)) if reached(visit.result) => self.visits.push(Visit {
                date: event.date(),
                submitted: visit.submitted.unwrap_or(event.date()),
                row: event.seq(),
                home: visit.method == Some(Method::Home),
                accompanied: visit.accompanied_by.is_some(),
                signed: visit.signed,
                owners: state.owner_at_end(event.date()) == Some(staff),
            }),
            (Fact::ExpertCall(call), Actor::Employed(expert)) => self.calls.push(Call {
                at: event.entry.record.at.unwrap_or(Moment::day(event.date())),
                phone: &contact.phone,
                expert,
                row: event.seq(),
                reached: reached(call.result),
                problem: call.problem,
                needs_visit: call.needs_visit,
                relayed: call.relayed,
            }),
            _ => {}
        }
    }
}
