use super::answers::answers;
use super::instances::{Doer, Instance, Scene};
use super::judge::Closing;
use crate::domain::StaffId;
use crate::policy::coverage::Coverage;
use crate::policy::ident::short_id;
use crate::policy::identity::People;
use crate::policy::roster::Roster;
use crate::policy::terms::days_after;
use crate::policy::{Grounds, Task, Trigger, Urgency};
use std::cmp::Ordering;

/// The line of the call list for something due, if it is listed on the day asked for.
pub fn task(instance: &Instance, scene: &Scene, people: &People, roster: &Roster, coverage: &Coverage) -> Option<Task> {
    let on = scene.reading.on;
    let dossier = scene.dossiers.get(&instance.person)?;
    let last = match instance.obligation.trigger {
        Trigger::Month => instance.deadline,
        _ => days_after(instance.deadline, scene.policy.overdue_days),
    };
    let listed = instance.listed_from <= on && on <= last && instance.closing == Closing::Open;
    if !listed || dossier.stops.touch(on, on) {
        return None;
    }
    let employed = |staff: &&StaffId| roster.employed(staff, scene.reading.as_of);
    let assignee = match instance.doer {
        Doer::Claimant(staff) => Some(staff),
        Doer::Owner => scene.state.owner(),
        Doer::Expert(expert) => expert,
        Doer::Manager => {
            let department = scene.state.owner().map(|owner| roster.department(owner, scene.reading.as_of));
            department.and_then(|department| roster.manager(department, scene.reading.as_of))
        }
    };
    let assignee = assignee.filter(employed);
    let household = people.person(instance.person).household;
    let id = short_id("T", &[&instance.obligation.id, &instance.anchor]);
    let (first, rest) = instance.rows.split_first()?;
    Some(Task {
        id,
        task: instance.obligation.id.clone(),
        grounds: Grounds::new(instance.clause.clone(), *first).and(rest.iter().copied()),
        urgency: match instance.deadline.cmp(&on) {
            Ordering::Less => Urgency::Overdue,
            Ordering::Equal => Urgency::Due,
            Ordering::Greater => Urgency::Upcoming,
        },
        due: instance.deadline,
        window_start: instance.start,
        covered: covered(instance, scene, assignee, roster, coverage),
        assignee: assignee.cloned(),
        with: instance.expert.filter(|_| instance.obligation.with_expert).filter(employed).cloned(),
        phone: people.phone(instance.person).clone(),
        customer: dossier.customer.map(str::to_owned),
        household: people.key(household).clone(),
        trigger: instance.trigger,
        call: dossier.call.unwrap_or(people.phone(instance.person)).clone(),
    })
}

/// Whether the evidence's ledger reaches the deadline, once that is over, where whoever answers works; where nobody
/// answers, where the one it is asked of works; where it is asked of nobody, anywhere.
fn covered(
    instance: &Instance,
    scene: &Scene,
    assignee: Option<&StaffId>,
    roster: &Roster,
    coverage: &Coverage,
) -> bool {
    if scene.reading.as_of <= instance.deadline {
        return true;
    }
    let ledger = instance.obligation.evidence.ledger;
    let until = match (answers(instance, scene, roster), assignee) {
        (Some(answers), _) => coverage.until(ledger, roster.department(answers.staff, instance.deadline)),
        (None, Some(assignee)) => coverage.until(ledger, roster.department(assignee, scene.reading.as_of)),
        (None, None) => coverage.until_anywhere(ledger),
    };
    until.is_some_and(|until| instance.deadline <= until)
}
