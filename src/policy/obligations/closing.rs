//! How something due stands, by the rows that are evidence of it.

use super::evidence::{candidates, counts_on, lacks};
use super::instance::Instance;
use super::judge::{Closing, judge};
use super::scene::HouseholdScene;
use crate::policy::Same;
use crate::policy::rules::rows::PersonRow;
use crate::policy::rules::trigger::Starting;
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// How it stands.
pub fn closing(instance: &Instance, scene: &HouseholdScene) -> Closing {
    let terms = instance.obligation.trigger.terms();
    let ledger = instance.obligation.evidence.query.ledger;
    if terms.of_state.is_some_and(|need| need.ended_by() == ledger) {
        return Closing::Open;
    }
    // What is due in a period is not carried past it, nor what a later row ends past that.
    let last = if terms.is_period { instance.deadline } else { NaiveDate::MAX };
    let last = instance.end.map_or(last, |end| end.on.min(last));
    let first = earliest(instance);
    let days = evidence(instance, scene, first..=last).map(|(on, row)| (on, row.seq()));
    judge(first, instance.deadline, days)
}

/// The rows that are evidence in time, whether it is asked for more or not, each with the day it counts for.
pub fn in_time<'i, 'a>(
    instance: &'i Instance<'_, 'a>,
    scene: &'i HouseholdScene<'_, 'a>,
) -> impl Iterator<Item = &'i PersonRow<'a>> {
    evidence(instance, scene, earliest(instance)..=instance.deadline).map(|(_, row)| row)
}

/// The first day on which evidence counts: of what stands in the row that started it the row's own.
pub fn earliest(instance: &Instance) -> NaiveDate {
    match instance.obligation.evidence.same {
        Same::Person => instance.start,
        Same::Row => instance.known,
    }
}

/// The rows that are evidence on one of those days; the day is looked at first, for most rows are of others.
fn evidence<'i, 'a>(
    instance: &'i Instance<'_, 'a>,
    scene: &'i HouseholdScene<'_, 'a>,
    days: RangeInclusive<NaiveDate>,
) -> impl Iterator<Item = (NaiveDate, &'i PersonRow<'a>)> {
    let as_of = scene.reading.as_of;
    let dated = candidates(instance, scene).filter_map(move |row| Some((counts_on(instance, row, as_of)?, row)));
    let dated = dated.filter(move |(on, _)| days.contains(on));
    dated.filter(|(_, row)| lacks(instance, row, scene).next().is_none())
}
