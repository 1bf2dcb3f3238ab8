use super::dossier::Dossier;
use super::instances::{HouseholdScene, Instance};
use super::judge::Closing;
use crate::domain::{Kind, Seq};
use crate::policy::rules::terms::{days_after, days_before};
use crate::policy::{ConsideredEvidence, Dated, EvidenceLack};
use chrono::NaiveDate;

/// How many days before and after the window a row is near enough to be asked about.
const NEAR: u32 = 31;

/// The person's rows near the window of something due that might have been evidence, each with what it lacks to be one;
/// `signed`: the customer's signature is asked for too.
pub fn considered(instance: &Instance, scene: &HouseholdScene, signed: bool) -> Vec<ConsideredEvidence> {
    let Some(dossier) = scene.dossiers.get(&instance.person) else { return Vec::new() };
    match instance.obligation.evidence.ledger {
        Kind::Visit => visits(instance, dossier, scene.reading.as_of, signed),
        Kind::ExpertCall if instance.obligation.evidence.dated == Dated::Relayed => {
            relays(instance, dossier, scene.reading.as_of)
        }
        Kind::ExpertCall => calls(instance, dossier),
        _ => Vec::new(),
    }
}

fn visits(instance: &Instance, dossier: &Dossier, as_of: NaiveDate, signed: bool) -> Vec<ConsideredEvidence> {
    let evidence = &instance.obligation.evidence;
    let near = |row, day| is_near(instance, row, day);
    let visits = dossier.visits.iter().filter(|visit| near(visit.row, visit.date) || near(visit.row, visit.submitted));
    visits
        .map(|visit| {
            let mut lacks: Vec<EvidenceLack> = visit.lacks(evidence, instance.trigger, as_of).collect();
            let counts_on = visit.counts_on(evidence);
            // A form not handed in yet has no date that counts.
            let date = if counts_on <= as_of { counts_on } else { visit.date };
            if counts_on <= as_of {
                outside(instance, date, &mut lacks);
            }
            lacks.extend((signed && !visit.signed).then_some(EvidenceLack::Unsigned));
            ConsideredEvidence { date, row: visit.row, lacks }
        })
        .collect()
}

fn calls(instance: &Instance, dossier: &Dossier) -> Vec<ConsideredEvidence> {
    let others = dossier.calls.iter().filter(|call| !instance.rows.contains(&call.row));
    let near = others.filter(|call| is_near(instance, call.row, call.at.date));
    near.map(|call| {
        let mut lacks = call.lacks().collect();
        outside(instance, call.at.date, &mut lacks);
        ConsideredEvidence { date: call.at.date, row: call.row, lacks }
    })
    .collect()
}

/// Whether a problem was passed on stands in the row of the call that found it, and in no other.
fn relays(instance: &Instance, dossier: &Dossier, as_of: NaiveDate) -> Vec<ConsideredEvidence> {
    let found_it = dossier.calls.iter().filter(|call| instance.rows.contains(&call.row));
    found_it
        .map(|call| match call.relayed.filter(|told| *told <= as_of) {
            Some(told) => {
                let mut lacks = Vec::new();
                outside(instance, told, &mut lacks);
                ConsideredEvidence { date: told, row: call.row, lacks }
            }
            None => ConsideredEvidence { date: call.at.date, row: call.row, lacks: vec![EvidenceLack::NotRelayed] },
        })
        .collect()
}

fn outside(instance: &Instance, on: NaiveDate, lacks: &mut Vec<EvidenceLack>) {
    if on < instance.start && !lacks.contains(&EvidenceLack::TooEarly) {
        lacks.insert(0, EvidenceLack::TooEarly);
    }
    if instance.deadline < on {
        lacks.insert(0, EvidenceLack::TooLate);
    }
}

/// Whether a day is near the window; the row that closed it too late always is.
fn is_near(instance: &Instance, row: Seq, day: NaiveDate) -> bool {
    let closed_by = matches!(instance.closing, Closing::Late { row: closing, .. } if closing == row);
    closed_by || (days_before(instance.start, NEAR) <= day && day <= days_after(instance.deadline, NEAR))
}
