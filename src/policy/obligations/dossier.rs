use super::stops::Stops;
use crate::domain::{Contact, Fact, Method, Moment, Outcome, Phone, Seq, StaffId};
use crate::policy::books::events::{Actor, Event};
use crate::policy::ownership::{HouseholdState, reached};
use crate::policy::{Dated, Evidence, EvidenceLack};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What the rows up to `as_of` say of one person, arranged for the obligations.
pub struct Dossier<'a> {
    /// By day: rows of one person on one day are one purchase.
    pub purchases: BTreeMap<NaiveDate, Purchase<'a>>,
    /// Visits in order, also attempts and those of people not employed.
    pub visits: Vec<Visit<'a>>,
    /// Expert calls in order, also attempts and those of people not employed.
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

/// A visit, or an attempt at one.
pub struct Visit<'a> {
    pub date: NaiveDate,
    pub submitted: NaiveDate,
    pub row: Seq,
    /// None: not employed that day.
    pub staff: Option<&'a StaffId>,
    pub method: Option<Method>,
    pub result: Option<Outcome>,
    pub accompanied: bool,
    pub signed: bool,
    /// Who owned the household at the end of its day.
    pub owner: Option<&'a StaffId>,
}

/// An expert's call, or an attempt at one.
pub struct Call<'a> {
    pub at: Moment,
    pub phone: &'a Phone,
    pub expert: &'a StaffId,
    pub row: Seq,
    pub employed: bool,
    pub result: Option<Outcome>,
    pub problem: bool,
    pub needs_visit: bool,
    pub relayed: Option<NaiveDate>,
}

impl<'a> Dossier<'a> {
    /// From a person's events, in order, and the household they belong to.
    pub fn of(events: &[Event<'a>], state: &HouseholdState<'a>) -> Self {
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
    ) -> impl Iterator<Item = (NaiveDate, &'d Visit<'a>)> {
        let fits = move |visit: &&Visit| visit.lacks(evidence, trigger, as_of).next().is_none();
        self.visits.iter().filter(fits).map(|visit| (visit.counts_on(evidence), visit))
    }

    /// The expert calls of people employed, attempts too.
    pub fn made_calls(&self) -> impl Iterator<Item = &Call<'a>> {
        self.calls.iter().filter(|call| call.employed)
    }

    fn take(&mut self, event: &Event<'a>, contact: &'a Contact, state: &HouseholdState<'a>) {
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
            (Fact::Visit(visit), actor) => self.visits.push(Visit {
                date: event.date(),
                submitted: visit.submitted.unwrap_or(event.date()),
                row: event.seq(),
                staff: actor.staff(),
                method: visit.method,
                result: visit.result,
                accompanied: visit.accompanied_by.is_some(),
                signed: visit.signed,
                owner: state.owner_at_end(event.date()),
            }),
            (Fact::ExpertCall(call), actor) => self.calls.push(Call {
                at: event.entry.record.at.unwrap_or(Moment::day(event.date())),
                phone: &contact.phone,
                expert: &call.expert,
                row: event.seq(),
                employed: actor != Actor::NotEmployed,
                result: call.result,
                problem: call.problem,
                needs_visit: call.needs_visit,
                relayed: call.relayed,
            }),
            _ => {}
        }
    }
}

impl Visit<'_> {
    /// Its date that counts for that evidence.
    pub fn counts_on(&self, evidence: &Evidence) -> NaiveDate {
        match evidence.dated {
            Dated::Submitted => self.submitted,
            Dated::At | Dated::Relayed => self.date,
        }
    }

    /// What it lacks to be that evidence for something started on that day, whatever the window; nothing: it is.
    pub fn lacks(
        &self,
        evidence: &Evidence,
        trigger: NaiveDate,
        as_of: NaiveDate,
    ) -> impl Iterator<Item = EvidenceLack> {
        let of_owner = self.staff.is_none() || self.staff == self.owner;
        [
            (self.date < trigger).then_some(EvidenceLack::TooEarly),
            self.staff.is_none().then_some(EvidenceLack::NotEmployed),
            (evidence.owners && !of_owner).then(|| EvidenceLack::NotOwners { owner: self.owner.cloned() }),
            (evidence.home && self.method != Some(Method::Home))
                .then_some(EvidenceLack::NotAtHome { method: self.method }),
            not_reached(self.result),
            (evidence.accompanied && !self.accompanied).then_some(EvidenceLack::Unaccompanied),
            (self.counts_on(evidence) > as_of).then_some(EvidenceLack::NotHandedIn),
        ]
        .into_iter()
        .flatten()
    }
}

impl Call<'_> {
    /// What it lacks to be an expert call at all, whatever the window.
    pub fn lacks(&self) -> impl Iterator<Item = EvidenceLack> {
        [(!self.employed).then_some(EvidenceLack::NotEmployed), not_reached(self.result)].into_iter().flatten()
    }
}

fn not_reached(result: Option<Outcome>) -> Option<EvidenceLack> {
    result.filter(|_| !reached(result)).map(|outcome| EvidenceLack::NotReached { outcome })
}
