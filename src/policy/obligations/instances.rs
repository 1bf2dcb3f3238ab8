//! From what a policy lays down and what started to what is due: of whom, from when to when, and how it stands.

use super::clauses::inherit_clauses;
use super::closing::closing;
use super::doer::Doer;
use super::dossier::Dossier;
use super::instance::Instance;
use super::judge::Closing;
use super::scene::HouseholdScene;
use super::standing::standing;
use crate::policy::books::identity::PersonIx;
use crate::policy::rules::days::days_before;
use crate::policy::rules::rows::{PersonRow, PersonRows, expert_of};
use crate::policy::rules::trigger::{Standing, Start, Starting, TriggerScene};
use crate::policy::{By, Obligation, ReportDates, Same};
use chrono::NaiveDate;

/// Everything due about a household that can be listed for the day asked for or be missed by `as_of`.
pub fn instances<'s, 'a>(scene: &HouseholdScene<'s, 'a>) -> Vec<Instance<'s, 'a>> {
    let mut found = Vec::new();
    let (of_state, of_person): (Vec<&Obligation>, Vec<&Obligation>) =
        scene.policy.everything_due().partition(|obligation| obligation.trigger.terms().of_state.is_some());
    let nothing = PersonRows::default();
    let asked = standing(scene.state);
    for obligation in of_state.iter().filter(|_| !asked.is_empty()) {
        let starts = obligation.trigger.starts(&scene.trigger_scene(obligation, &nothing, &asked));
        found.extend(starts.into_iter().filter_map(|start| {
            let person = scene.people.person_of(start.phone?);
            Some(scene.instance(obligation, person, &nothing, start))
        }));
    }
    for (person, dossier) in scene.dossiers {
        for obligation in &of_person {
            let starts = obligation.trigger.starts(&scene.trigger_scene(obligation, &dossier.rows, &[]));
            found.extend(starts.into_iter().map(|start| scene.instance(obligation, *person, &dossier.rows, start)));
        }
    }
    inherit_clauses(&mut found, scene);
    found
}

/// The next days on which something of the household's people starts though no row comes.
pub fn next_starts(scene: &HouseholdScene) -> Vec<NaiveDate> {
    let of_person = scene.policy.everything_due().filter(|obligation| obligation.trigger.terms().of_state.is_none());
    let next = |obligation: &Obligation| {
        let of = |dossier: &Dossier| obligation.trigger.next_day(&scene.trigger_scene(obligation, &dossier.rows, &[]));
        scene.dossiers.values().filter_map(of).collect::<Vec<_>>()
    };
    of_person.flat_map(next).collect()
}

impl<'s, 'a> HouseholdScene<'s, 'a> {
    fn trigger_scene<'t>(
        &self,
        obligation: &Obligation,
        rows: &'t PersonRows<'a>,
        standing: &'t [Standing<'a>],
    ) -> TriggerScene<'t, 'a> {
        let ReportDates { as_of, on } = self.reading;
        TriggerScene { rows, standing, as_of, on, is_each_row: obligation.evidence.same == Same::Row }
    }

    fn instance(
        &self,
        obligation: &'s Obligation,
        person: PersonIx,
        rows: &PersonRows<'a>,
        start: Start<'a>,
    ) -> Instance<'s, 'a> {
        let window = obligation.window.as_ref().map(|window| window.days(start.day));
        let (first, deadline) = start.days.or(window).unwrap_or((start.day, start.day));
        let before = obligation.listed_before.as_ref().map(|days| *days.at(start.day));
        let purchase = rows.purchase(start.known);
        let mut instance = Instance {
            obligation,
            clause: start.clause.or_else(|| obligation.clause.clone()),
            person,
            trigger: start.day,
            start: first,
            deadline,
            listed_from: before.map_or(first, |days| days_before(deadline, days)),
            doer: match (start.claimant, obligation.by) {
                (Some(claimant), _) => Doer::Claimant(claimant),
                (None, By::Owner) => start.stand_in.map_or(Doer::Owner, Doer::OwnerElse),
                (None, By::Manager) => Doer::Manager,
                (None, By::Expert) => Doer::Expert(start.caller),
            },
            expert: obligation.with_expert.then(|| purchase.iter().rev().find_map(expert_of)).flatten(),
            sellers: obligation.seller_answers.then(|| purchase.iter().filter_map(|row| row.staff).collect()),
            anchor: start.anchor,
            rows: start.rows,
            known: start.known,
            answers: start.answers,
            end: start.end,
            closing: Closing::Open,
        };
        if obligation.by == By::Expert && start.caller.is_none() {
            self.ask_expert(&mut instance, rows);
        }
        instance.closing = closing(&instance, self);
        instance
    }

    /// Asks the expert of the latest purchase by the deadline that names one; where none does, nobody, and it is due all the
    /// same. Of a period that purchase is what it rests on.
    fn ask_expert(&self, instance: &mut Instance<'s, 'a>, rows: &PersonRows<'a>) {
        let Some(named) = rows.named_expert(instance.deadline.min(self.reading.as_of)) else { return };
        instance.doer = Doer::Expert(Some(named.expert));
        if instance.obligation.is_of_period() {
            instance.rows = named.purchase.iter().map(PersonRow::seq).collect();
        }
    }
}
