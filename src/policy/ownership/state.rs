//! What can be true of a household, and the few ways in which it changes.

use crate::domain::{Phone, Seq, StaffId, months_after};
use crate::policy::books::events::Event;
use crate::policy::books::identity::PersonIx;
use crate::policy::{
    Clause, Decision, Grounds, Hold, HolderThen, NoEffect, NoEffectReason, Ownership, OwnershipChange, Policy,
};
use chrono::NaiveDate;
use std::collections::HashSet;
use std::sync::Arc;

/// A household between two events.
pub struct HouseholdState<'a> {
    /// In the order in which they were made; beside an owner they are challengers' claims.
    pub claims: Vec<Claim<'a>>,
    pub holder: Holder<'a>,
    pub attended: bool,
    pub client: bool,
    /// Every row about it so far.
    pub events: Vec<Seq>,
    /// Every change so far.
    pub history: Vec<Decision>,
    /// What changed nothing so far, and why.
    pub passed: Vec<NoEffect>,
    /// From which day on who owned it; several on one day: the last counts.
    pub owners: Vec<(NaiveDate, Option<&'a StaffId>)>,
    pub suspicions: Vec<Suspicion<'a>>,
    /// Assignments to someone who was barred.
    pub barred_assigned: Vec<Seq>,
    suspected: HashSet<(Arc<str>, &'a StaffId)>,
}

/// Whose it is.
pub enum Holder<'a> {
    Nobody,
    Owner(Owner<'a>),
    Company(Company<'a>),
}

/// 归属: the specialist it belongs to.
pub struct Owner<'a> {
    pub staff: &'a StaffId,
    pub since: NaiveDate,
    pub clause: Clause,
    /// The row that made them the owner.
    pub row: Seq,
    pub last_touch: OwnerAct,
    pub last_followup: OwnerAct,
    /// Whether the owner has invited since becoming it.
    pub invited: bool,
    /// A home visit due after a meeting.
    pub visit_due: Option<Deadline<'a>>,
    /// A preheat due after a clear referral.
    pub referral_due: Option<Deadline<'a>>,
}

/// Something the owner did: when, and the row.
#[derive(Clone, Copy)]
pub struct OwnerAct {
    pub day: NaiveDate,
    pub row: Seq,
}

/// 公司: it waits for an assignment.
pub struct Company<'a> {
    pub since: NaiveDate,
    pub clause: Clause,
    /// The row that made it the company's.
    pub row: Seq,
    /// Who quarrelled about it and is not to get it.
    pub barred: Vec<&'a StaffId>,
}

/// Something the owner must do by a day.
#[derive(Clone, Copy)]
pub struct Deadline<'a> {
    pub until: NaiveDate,
    /// The day that started it.
    pub trigger: NaiveDate,
    /// The number that the row which started it gives.
    pub phone: &'a Phone,
    /// The row that started it.
    pub row: Seq,
}

/// 报名: one specialist's registration.
#[derive(Clone)]
pub struct Claim<'a> {
    pub staff: &'a StaffId,
    pub at: NaiveDate,
    pub deadline: NaiveDate,
    pub hold: Arc<Hold>,
    pub person: PersonIx,
    /// The number it was made under.
    pub phone: &'a Phone,
    /// The first preheat, of a challenger.
    pub preheated: Option<NaiveDate>,
    pub invited: bool,
    pub row: Seq,
}

impl Claim<'_> {
    /// Whether it is live; otherwise it has lapsed.
    pub fn live(&self, day: NaiveDate) -> bool {
        self.hold.protected && day <= self.deadline
    }

    /// Whether it has lapsed and yields to a preheat without signup.
    pub fn yields_to_preheat(&self, day: NaiveDate) -> bool {
        !self.live(day) && self.hold.yields_to_preheat
    }
}

/// An act that needs a person's finding.
pub struct Suspicion<'a> {
    pub offence: Arc<str>,
    pub staff: &'a StaffId,
    pub event: Event<'a>,
    /// Whose the household was.
    pub whose: HolderThen,
}

/// How a household with an owner is open to others (docs/how-it-decides.md, Open).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Openness {
    /// The visit after the meeting was not made.
    Unvisited,
    /// The referral was not preheated.
    Referral,
}

impl<'a> HouseholdState<'a> {
    pub fn new() -> Self {
        HouseholdState {
            claims: Vec::new(),
            holder: Holder::Nobody,
            attended: false,
            client: false,
            events: Vec::new(),
            history: Vec::new(),
            passed: Vec::new(),
            owners: Vec::new(),
            suspicions: Vec::new(),
            barred_assigned: Vec::new(),
            suspected: HashSet::new(),
        }
    }

    /// The specialist who owns it.
    pub fn owner(&self) -> Option<&'a StaffId> {
        match &self.holder {
            Holder::Owner(owner) => Some(owner.staff),
            Holder::Nobody | Holder::Company(_) => None,
        }
    }

    /// The owner at the end of that day; none: nobody.
    pub fn owner_at_end(&self, day: NaiveDate) -> Option<&'a StaffId> {
        self.owners.iter().rev().find(|(from, _)| *from <= day).and_then(|(_, owner)| *owner)
    }

    /// The one specialist who owned it at the end of every day from `first` to `last`.
    pub fn owner_throughout(&self, first: NaiveDate, last: NaiveDate) -> Option<&'a StaffId> {
        let owner = self.owner_at_end(first)?;
        let changes = self.owners.iter().map(|(day, _)| *day).filter(|day| first < *day && *day <= last);
        changes.into_iter().all(|day| self.owner_at_end(day) == Some(owner)).then_some(owner)
    }

    /// Attended, and bought nothing (跟踪).
    pub fn tracked(&self) -> bool {
        self.attended && !self.client
    }

    /// That specialist's claim.
    pub fn claim_of(&self, staff: &StaffId) -> Option<&Claim<'a>> {
        self.claims.iter().find(|claim| claim.staff == staff)
    }

    /// The claims live on that day.
    pub fn live_claims(&self, day: NaiveDate) -> impl Iterator<Item = &Claim<'a>> {
        self.claims.iter().filter(move |claim| claim.live(day))
    }

    /// Whether all claims, if any, have lapsed and yield to a preheat without signup.
    pub fn all_yield_to_preheat(&self, day: NaiveDate) -> bool {
        self.claims.iter().all(|claim| claim.yields_to_preheat(day))
    }

    /// Whether and how it is open on that day.
    pub fn opening(&self, day: NaiveDate) -> Option<Openness> {
        let Holder::Owner(owner) = &self.holder else { return None };
        let past = |due: Option<Deadline>| due.is_some_and(|due| day > due.until);
        match self.client {
            false if past(owner.visit_due) => Some(Openness::Unvisited),
            false if past(owner.referral_due) => Some(Openness::Referral),
            _ => None,
        }
    }

    /// Whether it is tracked and its owner has not touched it for the time laid down (supplement-1).
    pub fn idle(&self, rules: &Ownership, day: NaiveDate) -> bool {
        match &self.holder {
            Holder::Owner(owner) => self.tracked() && day > idle_until(owner, rules),
            Holder::Nobody | Holder::Company(_) => false,
        }
    }

    /// Records a change with its grounds.
    pub fn record(&mut self, date: NaiveDate, change: OwnershipChange, grounds: Grounds) {
        self.history.push(Decision { date, change, grounds });
    }

    /// The row from which it is counted how long the owner has let it lie, on a day on which that loses it.
    pub fn let_lie_since(&self, day: NaiveDate) -> Option<Seq> {
        let Holder::Owner(owner) = &self.holder else { return None };
        match self.opening(day) {
            Some(Openness::Unvisited) => owner.visit_due.map(|due| due.row),
            Some(Openness::Referral) => owner.referral_due.map(|due| due.row),
            None if self.attended => Some(owner.last_touch.row),
            None => Some(owner.last_followup.row),
        }
    }

    /// Makes `staff` the owner: only their own claim is removed, all that was due is cleared.
    pub fn set_owner(&mut self, staff: &'a StaffId, date: NaiveDate, grounds: Grounds) {
        self.claims.retain(|claim| claim.staff != staff);
        let before = self.owner();
        if before != Some(staff) {
            self.suspected.clear();
        }
        self.owners.push((date, Some(staff)));
        let deed = OwnerAct { day: date, row: grounds.cause() };
        self.holder = Holder::Owner(Owner {
            staff,
            since: date,
            clause: grounds.clause().clone(),
            row: deed.row,
            last_touch: deed,
            last_followup: deed,
            invited: false,
            visit_due: None,
            referral_due: None,
        });
        self.record(date, OwnershipChange::Owned { staff: staff.clone(), before: before.cloned() }, grounds);
    }

    /// Gives it to the company: all claims are void.
    pub fn give_to_company(&mut self, barred: Vec<&'a StaffId>, date: NaiveDate, grounds: Grounds) {
        let before = self.owner().cloned();
        self.claims.clear();
        self.suspected.clear();
        self.owners.push((date, None));
        let change = OwnershipChange::ToCompany { before, barred: barred.iter().copied().cloned().collect() };
        self.holder =
            Holder::Company(Company { since: date, clause: grounds.clause().clone(), row: grounds.cause(), barred });
        self.record(date, change, grounds);
    }

    /// The owner loses it to a claim that is yet to be preheated: all claims are void, it is nobody's.
    pub fn lose_owner(&mut self, date: NaiveDate, grounds: Grounds) {
        if let Some(before) = self.owner() {
            self.claims.clear();
            self.suspected.clear();
            self.owners.push((date, None));
            self.holder = Holder::Nobody;
            self.record(date, OwnershipChange::Lost { staff: before.clone() }, grounds);
        }
    }

    /// Notes an act for a person's finding, once a spell (docs/how-it-decides.md, Suspicions).
    pub fn suspect(&mut self, offence: &Arc<str>, staff: &'a StaffId, event: &Event<'a>) {
        if self.suspected.insert((offence.clone(), staff)) {
            let whose = match &self.holder {
                Holder::Owner(owner) => HolderThen::Owner(owner.staff.clone()),
                Holder::Company(_) => HolderThen::Company,
                Holder::Nobody => HolderThen::Claimed,
            };
            self.suspicions.push(Suspicion { offence: offence.clone(), staff, event: *event, whose });
        }
    }

    /// Notes an act on a household that is the company's: it changes nothing, and whose it is is to be found out.
    pub fn act_on_company(&mut self, event: &Event<'a>, policy: &Policy) {
        let Holder::Company(company) = &self.holder else { return };
        let rules = &policy.ownership;
        let offence = match company.clause == rules.clauses.departure {
            true => &rules.suspicions.accept_resigned,
            false => &rules.suspicions.occupy_company,
        };
        let (clause, row) = (company.clause.clone(), company.row);
        self.pass(event, NoEffectReason::AtCompany, Some(&clause), [row]);
        if let Some(staff) = event.actor.staff() {
            self.suspect(offence, staff, event);
        }
    }
}

/// The last day an untouched tracked household is safe from others' claims.
pub fn idle_until(owner: &Owner, rules: &Ownership) -> NaiveDate {
    months_after(owner.last_touch.day, *rules.idle_months.at(owner.last_touch.day))
}

/// The last day a prospect that was not followed up is safe from being brought by others.
pub fn followup_until(owner: &Owner, rules: &Ownership) -> NaiveDate {
    months_after(owner.last_followup.day, *rules.followup_months.at(owner.last_followup.day))
}

impl Owner<'_> {
    /// 跟进: the owner did something that keeps a tracked household.
    pub fn touch(&mut self, event: &Event) {
        self.last_touch = OwnerAct { day: event.date(), row: event.seq() };
    }

    /// The owner did something that also keeps a prospect.
    pub fn follow_up(&mut self, event: &Event) {
        self.touch(event);
        self.last_followup = self.last_touch;
    }
}
