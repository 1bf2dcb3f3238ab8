use super::dossier::{Call, Dossier, Purchase};
use super::judge::{Closing, judge};
use crate::domain::{Kind, Seq, StaffId, month_end, month_start, months_after};
use crate::policy::books::events::Event;
use crate::policy::books::identity::PersonIx;
use crate::policy::ownership::{Claim, Deadline, Holder, HouseholdState};
use crate::policy::rules::terms::{days_after, days_before};
use crate::policy::{By, Clause, Dated, Obligation, Policy, ReportDates, Trigger};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A household and the people in it, as the obligations see them.
pub struct HouseholdScene<'s, 'a> {
    pub policy: &'s Policy,
    pub reading: ReportDates,
    pub state: &'s HouseholdState<'a>,
    pub dossiers: &'s BTreeMap<PersonIx, Dossier<'a>>,
    /// Supervision calls to the household, in order.
    pub supervisions: &'s [(NaiveDate, Seq)],
    /// Every row about them, of one person after the other, each person's in order.
    pub events: &'s [Event<'a>],
}

/// One thing due: of whom, about whom, from when to when, and how it stands.
pub struct Instance<'s, 'a> {
    pub obligation: &'s Obligation,
    pub clause: Clause,
    pub person: PersonIx,
    pub trigger: NaiveDate,
    pub start: NaiveDate,
    pub deadline: NaiveDate,
    /// The first day it is listed.
    pub listed_from: NaiveDate,
    pub doer: Doer<'a>,
    /// The expert of the purchase behind it.
    pub expert: Option<&'a StaffId>,
    /// Who made the sale, where only they answer for it.
    pub sellers: Option<&'s BTreeSet<&'a StaffId>>,
    /// What tells it from others of its obligation for good: phone and day as written.
    pub anchor: String,
    /// The rows that started it.
    pub rows: Vec<Seq>,
    pub closing: Closing,
}

/// Who has to do it.
#[derive(Clone, Copy)]
pub enum Doer<'a> {
    Claimant(&'a StaffId),
    /// Whoever owns the household.
    Owner,
    /// The manager of the owner's department.
    Manager,
    /// The expert named, if one is.
    Expert(Option<&'a StaffId>),
}

impl<'a> Doer<'a> {
    /// Who the policy says has to do it, where that expert is named.
    fn of(by: By, expert: Option<&'a StaffId>) -> Self {
        match by {
            By::Owner => Doer::Owner,
            By::Manager => Doer::Manager,
            By::Expert => Doer::Expert(expert),
        }
    }
}

/// Everything due about a household that can be listed for the day asked for or be missed by `as_of`.
pub fn instances<'s, 'a>(scene: &HouseholdScene<'s, 'a>) -> Vec<Instance<'s, 'a>> {
    let mut found = Vec::new();
    for obligation in &scene.policy.obligations {
        match obligation.trigger {
            Trigger::Claim => scene.claims(obligation, &mut found),
            Trigger::Attendance => scene.attendance(obligation, &mut found),
            _ => {}
        }
    }
    for (person, dossier) in scene.dossiers {
        for obligation in &scene.policy.obligations {
            let about = PersonObligation { scene, obligation, person: *person, dossier };
            match obligation.trigger {
                Trigger::Claim | Trigger::Attendance => {}
                Trigger::MeetingPurchase => {
                    let meetings = dossier.purchases.iter().filter(|(_, purchase)| purchase.at_meeting);
                    found.extend(meetings.filter_map(|(day, purchase)| about.after_purchase(*day, purchase)));
                }
                Trigger::FirstPurchase => {
                    let first = dossier.purchases.iter().next();
                    found.extend(first.and_then(|(day, purchase)| about.after_purchase(*day, purchase)));
                }
                Trigger::Month => about.months(&mut found),
                Trigger::ProblemCall => {
                    found.extend(
                        dossier.made_calls().filter(|call| call.problem).filter_map(|call| about.after_call(call)),
                    );
                }
                Trigger::VisitCall => {
                    let asking = dossier.made_calls().filter(|call| call.needs_visit);
                    found.extend(asking.filter_map(|call| about.after_call(call)));
                }
            }
        }
    }
    found
}

impl<'s, 'a> HouseholdScene<'s, 'a> {
    /// Claims without owner, and a referral its owner has not preheated; they stand until the state changes.
    fn claims(&self, obligation: &'s Obligation, found: &mut Vec<Instance<'s, 'a>>) {
        match &self.state.holder {
            Holder::Company(_) => {}
            Holder::Nobody => found.extend(self.state.claims.iter().map(|claim| self.preheat(obligation, claim))),
            Holder::Owner(owner) => {
                found.extend(owner.referral_due.map(|due| self.until(obligation, due, due.trigger, Closing::Open)));
            }
        }
    }

    fn preheat(&self, obligation: &'s Obligation, claim: &Claim<'a>) -> Instance<'s, 'a> {
        let due = Deadline {
            until: claim.deadline,
            trigger: claim.at,
            person: claim.person,
            phone: claim.phone,
            row: claim.row,
        };
        Instance {
            clause: claim.hold.clause.clone(),
            doer: Doer::Claimant(claim.staff),
            anchor: format!("{}|{}|{}", claim.phone, claim.at, claim.staff),
            ..self.until(obligation, due, claim.at, Closing::Open)
        }
    }

    /// The visit after a meeting, and what belongs to it; it stands until the state changes.
    fn attendance(&self, obligation: &'s Obligation, found: &mut Vec<Instance<'s, 'a>>) {
        let Holder::Owner(owner) = &self.state.holder else { return };
        let Some(due) = owner.visit_due else { return };
        let closing = match obligation.evidence.ledger {
            Kind::Supervision => judge(due.trigger, due.until, self.supervisions.iter().copied()),
            _ => Closing::Open,
        };
        let before = obligation.listed_before.as_ref().map(|days| *days.at(due.trigger));
        let listed_from = before.map_or(due.trigger, |days| days_before(due.until, days));
        found.push(self.until(obligation, due, listed_from, closing));
    }

    fn until(
        &self,
        obligation: &'s Obligation,
        due: Deadline<'a>,
        listed_from: NaiveDate,
        closing: Closing,
    ) -> Instance<'s, 'a> {
        Instance {
            obligation,
            clause: obligation.clause.clone(),
            person: due.person,
            trigger: due.trigger,
            start: due.trigger,
            deadline: due.until,
            listed_from,
            doer: Doer::of(obligation.by, None),
            expert: None,
            sellers: None,
            anchor: format!("{}|{}", due.phone, due.trigger),
            rows: vec![due.row],
            closing,
        }
    }
}

/// One obligation about one person.
struct PersonObligation<'x, 's, 'a> {
    scene: &'x HouseholdScene<'s, 'a>,
    obligation: &'s Obligation,
    person: PersonIx,
    dossier: &'s Dossier<'a>,
}

impl<'s, 'a> PersonObligation<'_, 's, 'a> {
    fn after_purchase(&self, day: NaiveDate, purchase: &'s Purchase<'a>) -> Option<Instance<'s, 'a>> {
        let (start, deadline) = self.window(day)?;
        let doer = Doer::of(self.obligation.by, purchase.expert);
        Some(Instance {
            expert: purchase.expert,
            sellers: self.obligation.seller_answers.then_some(&purchase.sellers),
            ..self.instance(doer, (day, &purchase.rows), start, deadline, anchor(purchase, day))
        })
    }

    /// Months already over by `as_of` can be missed; the month of the day asked for can be listed.
    fn months(&self, found: &mut Vec<Instance<'s, 'a>>) {
        let Some((first_day, first)) = self.dossier.purchases.iter().next() else { return };
        let ReportDates { as_of, on } = self.scene.reading;
        let starts = (1..).map(|nth| months_after(month_start(*first_day), nth));
        for start in starts.take_while(|start| *start <= as_of.max(on)) {
            let end = month_end(start);
            if end < as_of || (start <= on && on <= end) {
                found.push(self.month(first, start, end));
            }
        }
    }

    fn month(&self, first: &'s Purchase<'a>, start: NaiveDate, end: NaiveDate) -> Instance<'s, 'a> {
        let latest_named = || {
            let mut latest = self.dossier.purchases.range(..=end.min(self.scene.reading.as_of)).rev();
            latest.find_map(|(_, purchase)| Some((purchase.expert?, &purchase.rows)))
        };
        // Where no purchase names an expert it is asked of nobody, and due all the same.
        let (expert, rows) = match self.obligation.by {
            By::Owner | By::Manager => None,
            By::Expert => latest_named(),
        }
        .map_or((None, &first.rows), |(expert, rows)| (Some(expert), rows));
        let doer = Doer::of(self.obligation.by, expert);
        self.instance(doer, (start, rows), start, end, anchor(first, start))
    }

    fn after_call(&self, call: &Call<'a>) -> Option<Instance<'s, 'a>> {
        let day = call.at.date;
        let (start, deadline) = self.window(day)?;
        let doer = Doer::of(self.obligation.by, Some(call.expert));
        let anchor = format!("{}|{}|{}", call.phone, call.at, call.expert);
        let mut instance = self.instance(doer, (day, &[call.row]), start, deadline, anchor);
        if self.obligation.evidence.dated == Dated::Relayed {
            let told = call.relayed.filter(|day| *day <= self.scene.reading.as_of);
            instance.closing = judge(start, deadline, told.map(|day| (day, call.row)).into_iter());
        }
        Some(instance)
    }

    fn window(&self, trigger: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let window = self.obligation.window.as_ref()?;
        Some((days_after(trigger, *window.from.at(trigger)), days_after(trigger, *window.to.at(trigger))))
    }

    fn instance(
        &self,
        doer: Doer<'a>,
        (trigger, rows): (NaiveDate, &[Seq]),
        start: NaiveDate,
        deadline: NaiveDate,
        anchor: String,
    ) -> Instance<'s, 'a> {
        let before = self.obligation.listed_before.as_ref().map(|days| *days.at(trigger));
        Instance {
            obligation: self.obligation,
            clause: self.obligation.clause.clone(),
            person: self.person,
            trigger,
            start,
            deadline,
            listed_from: before.map_or(start, |days| days_before(deadline, days)),
            doer,
            expert: None,
            sellers: None,
            anchor,
            rows: rows.to_vec(),
            closing: self.closing(trigger, rows, start, deadline),
        }
    }

    fn closing(&self, trigger: NaiveDate, rows: &[Seq], start: NaiveDate, deadline: NaiveDate) -> Closing {
        // What is due in a month is not carried past it.
        let last = if self.obligation.trigger == Trigger::Month { deadline } else { NaiveDate::MAX };
        let evidence = &self.obligation.evidence;
        match evidence.ledger {
            Kind::Visit => {
                let visits = self.dossier.visits_for(evidence, trigger, self.scene.reading.as_of);
                judge(start, deadline, visits.map(|(on, visit)| (on, visit.row)).filter(|(on, _)| *on <= last))
            }
            Kind::ExpertCall => {
                // The call that starts something does not do it.
                let others = self.dossier.calls.iter().filter(|call| !rows.contains(&call.row));
                let calls = others.filter(|call| call.lacks().next().is_none());
                judge(start, deadline, calls.map(|call| (call.at.date, call.row)).filter(|(on, _)| *on <= last))
            }
            _ => Closing::Open,
        }
    }
}

/// What names a purchase for good, whatever is learnt later.
fn anchor(purchase: &Purchase, day: NaiveDate) -> String {
    purchase.phone.map_or_else(|| day.to_string(), |phone| format!("{phone}|{day}"))
}
