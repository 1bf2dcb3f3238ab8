//! From something due to a line of the call list.

use super::answers::answers;
use super::doer::Doer;
use super::instance::Instance;
use super::judge::Closing;
use super::scene::HouseholdScene;
use crate::domain::StaffId;
use crate::policy::books::coverage::Coverage;
use crate::policy::books::identity::People;
use crate::policy::books::roster::Roster;
use crate::policy::rules::terms::days_after;
use crate::policy::verdict::ident::short_id;
use crate::policy::{CausingRows, Obligation, Task, Urgency};
use chrono::NaiveDate;
use std::cmp::Ordering;

/// The line of the call list for something due, if it is listed on the day asked for.
pub fn task(
    instance: &Instance,
    scene: &HouseholdScene,
    people: &People,
    roster: &Roster,
    coverage: &Coverage,
) -> Option<Task> {
    let on = scene.reading.on;
    let dossier = scene.dossiers.get(&instance.person)?;
    let last = match instance.obligation.is_of_period() {
        true => instance.deadline,
        false => days_after(instance.deadline, scene.policy.calls.overdue_days),
    };
    let is_over = instance.end.is_some_and(|end| end.on <= on);
    let listed = instance.listed_from <= on && on <= last && instance.closing == Closing::Open && !is_over;
    if !listed || dossier.stops.touch(on, on) {
        return None;
    }
    let employed = |staff: &&StaffId| roster.employed(staff, scene.reading.as_of);
    let assignee = match instance.doer {
        Doer::Claimant(staff) => Some(staff),
        Doer::Owner => scene.state.owner(),
        Doer::OwnerElse(staff) => scene.state.owner().or(Some(staff)),
        Doer::Expert(expert) => expert,
        Doer::Manager => {
            let department = scene.state.owner().map(|owner| roster.department(owner, scene.reading.as_of));
            department.and_then(|department| roster.manager(department, scene.reading.as_of))
        }
    };
    let assignee = assignee.filter(employed);
    let as_of = scene.reading.as_of;
    let department = match assignee {
        Some(staff) => roster.department(staff, as_of),
        None => started_by(instance, scene).and_then(|(staff, day)| roster.department(staff, day)),
    };
    let household = people.person(instance.person).household;
    let id = number(instance);
    let (first, rest) = instance.rows.split_first()?;
    let covered_until = covered_until(instance, scene, assignee, roster, coverage);
    Some(Task {
        id,
        covered: as_of <= instance.deadline || covered_until.is_some_and(|day| instance.deadline <= day),
        covered_until,
        task: instance.obligation.id.clone(),
        clause: instance.clause.clone(),
        behind: CausingRows::new(*first).and(rest.iter().copied()),
        urgency: match instance.deadline.cmp(&on) {
            Ordering::Less => Urgency::Overdue,
            Ordering::Equal => Urgency::Due,
            Ordering::Greater => Urgency::Upcoming,
        },
        due: instance.deadline,
        window_start: instance.start,
        assignee: assignee.cloned(),
        with: instance.expert.filter(employed).cloned(),
        phone: people.phone(instance.person).clone(),
        customer: dossier.customer.map(str::to_owned),
        household: people.key(household).clone(),
        trigger: instance.trigger,
        call: dossier.call.unwrap_or(people.phone(instance.person)).clone(),
        subject: instance.obligation.subject(),
        department: department.map(str::to_owned),
    })
}

/// Its number (回访单号), the same for ever.
pub fn number(instance: &Instance) -> String {
    number_of(instance.obligation, &instance.anchor)
}

/// The number of something of that obligation, by what tells it from others.
pub fn number_of(obligation: &Obligation, anchor: &str) -> String {
    short_id("T", &[&obligation.id, anchor])
}

/// How far the evidence's ledger reaches where whoever answers works; where nobody answers, where the one it is asked of
/// works; where it is asked of nobody, anywhere.
fn covered_until(
    instance: &Instance,
    scene: &HouseholdScene,
    assignee: Option<&StaffId>,
    roster: &Roster,
    coverage: &Coverage,
) -> Option<NaiveDate> {
    let ledger = instance.obligation.evidence.query.ledger;
    match (answers(instance, scene, roster), assignee) {
        (Some(answers), _) => coverage.until(ledger, roster.department(answers.staff, instance.deadline)),
        (None, Some(assignee)) => coverage.until(ledger, roster.department(assignee, scene.reading.as_of)),
        (None, None) => coverage.until_anywhere(ledger),
    }
}

/// Whose the last of the rows that started it is, of those employed on its day, and that day.
fn started_by<'a>(instance: &Instance<'_, 'a>, scene: &HouseholdScene<'_, 'a>) -> Option<(&'a StaffId, NaiveDate)> {
    let events = scene.events.iter().rev().filter(|event| instance.rows.contains(&event.seq()));
    events.filter_map(|event| Some((event.actor.staff()?, event.date()))).next()
}
