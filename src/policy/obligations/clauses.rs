//! The clause of what was agreed on while something else was done: that of the task the row says it answers (回访单号).

use super::instance::Instance;
use super::list::{number, number_of};
use super::scene::HouseholdScene;
use super::standing::stood;
use crate::policy::rules::rows::PersonRows;
use crate::policy::rules::trigger::{Starting, TriggerScene};
use crate::policy::{Clause, ReportDates, Same};
use std::collections::HashMap;

/// What is known of a task by its number.
enum ClauseOrigin<'a> {
    /// The clause it stands under.
    Own(Option<Clause>),
    /// It stands under that of another.
    Of(&'a str),
}

/// Gives what answers a task of the household the clause of that task; where there is none of that number, none.
pub fn inherit_clauses<'a>(found: &mut [Instance<'_, 'a>], scene: &HouseholdScene<'_, 'a>) {
    if found.iter().all(|instance| instance.answers.is_none()) {
        return;
    }
    let mut origins: HashMap<String, ClauseOrigin<'a>> = of_states(scene);
    origins.extend(found.iter().map(|instance| {
        let own = || ClauseOrigin::Own(instance.clause.clone());
        (number(instance), instance.answers.map_or_else(own, ClauseOrigin::Of))
    }));
    for instance in found.iter_mut().filter(|instance| instance.answers.is_some()) {
        instance.clause = instance.answers.and_then(|answered| clause_of(answered, &origins));
    }
}

/// Follows what answers what; rows that name each other's tasks in a circle stand under no clause.
fn clause_of(number: &str, origins: &HashMap<String, ClauseOrigin<'_>>) -> Option<Clause> {
    let mut number = number;
    for _ in 0..=origins.len() {
        match origins.get(number)? {
            ClauseOrigin::Own(clause) => return clause.clone(),
            ClauseOrigin::Of(other) => number = other,
        }
    }
    None
}

/// What the household's state ever asked for: a visit that closed it may bear its number after it stands no more.
fn of_states<'a>(scene: &HouseholdScene<'_, 'a>) -> HashMap<String, ClauseOrigin<'a>> {
    let (rows, standing) = (PersonRows::default(), stood(scene));
    let ReportDates { as_of, on } = scene.reading;
    let of_state = scene.policy.everything_due().filter(|obligation| obligation.trigger.terms().of_state.is_some());
    let numbered = of_state.flat_map(|obligation| {
        let is_each_row = obligation.evidence.same == Same::Row;
        let starts =
            obligation.trigger.starts(&TriggerScene { rows: &rows, standing: &standing, as_of, on, is_each_row });
        starts.into_iter().map(|start| {
            let clause = start.clause.or_else(|| obligation.clause.clone());
            (number_of(obligation, &start.anchor), ClauseOrigin::Own(clause))
        })
    });
    numbered.collect()
}
