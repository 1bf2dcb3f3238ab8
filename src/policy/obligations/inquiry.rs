//! What was found when something had been missed.

use super::closing::earliest;
use super::evidence::{candidates, counts_on, lacks, query, unfit};
use super::instance::Instance;
use super::judge::Closing;
use super::scene::HouseholdScene;
use crate::domain::Seq;
use crate::policy::rules::rows::PersonRow;
use crate::policy::rules::terms::{days_after, days_before};
use crate::policy::{Condition, ConsideredEvidence, EvidenceLack, Same};
use chrono::NaiveDate;

/// How many days before and after the window a row is near enough to be asked about.
const NEAR: u32 = 31;

/// The rows near the window of something due that might have been evidence, each with what it lacks to be one; `also`: what
/// is asked for beside it.
pub fn considered(instance: &Instance, scene: &HouseholdScene, also: &[Condition]) -> Vec<ConsideredEvidence> {
    let as_of = scene.reading.as_of;
    candidates(instance, scene)
        .filter(|row| instance.obligation.evidence.same == Same::Row || is_near(instance, row))
        .map(|row| {
            let mut lacks: Vec<EvidenceLack> = lacks(instance, row, scene).collect();
            // What has no date that counts yet stands by its own.
            let counts_on = counts_on(instance, row, as_of);
            if let Some(on) = counts_on {
                outside(instance, on, &mut lacks);
            }
            let also = also.iter().filter(|condition| !condition.holds(row.record(), as_of));
            lacks.extend(also.map(|condition| unfit(condition, row, as_of)));
            ConsideredEvidence { date: counts_on.unwrap_or(row.date), row: row.seq(), lacks }
        })
        .collect()
}

fn outside(instance: &Instance, on: NaiveDate, lacks: &mut Vec<EvidenceLack>) {
    if on < earliest(instance) && !lacks.contains(&EvidenceLack::TooEarly) {
        lacks.insert(0, EvidenceLack::TooEarly);
    }
    if instance.deadline < on {
        lacks.insert(0, EvidenceLack::TooLate);
    }
}

/// Whether one of a row's days is near the window: its own, that which counts, or that on which its form was handed in.
fn is_near(instance: &Instance, row: &PersonRow) -> bool {
    let near = |day: NaiveDate| days_before(instance.start, NEAR) <= day && day <= days_after(instance.deadline, NEAR);
    let counts_on = query(instance, row).day_of(row.record());
    closed_late(instance, row.seq()) || [Some(row.date), counts_on, row.handed_in()].into_iter().flatten().any(near)
}

/// Whether that row closed it too late, which is told however late it was.
fn closed_late(instance: &Instance, row: Seq) -> bool {
    matches!(instance.closing, Closing::Late { row: closing, .. } if closing == row)
}
