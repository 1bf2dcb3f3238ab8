use crate::domain::Message;
use crate::policy::books::coverage::Coverage;
use crate::policy::books::identity::People;
use crate::policy::books::roster::Roster;
use crate::policy::obligations::{Answerable, Closing, HouseholdScene, Instance, answers, considered};
use crate::policy::verdict::draft::DraftViolation;
use crate::policy::{Certainty, Inquiry, ViolationBasis};
use chrono::NaiveDate;
use std::sync::Arc;

/// What a thing due and over by `as_of` has come to: missed, done late, or done without the customer's signature.
pub fn missed<'a>(
    instance: &Instance<'_, 'a>,
    scene: &HouseholdScene<'_, 'a>,
    people: &People,
    roster: &Roster,
    coverage: &Coverage,
) -> Vec<DraftViolation> {
    let obligation = instance.obligation;
    if scene.reading.as_of <= instance.deadline || (obligation.missed.is_none() && obligation.unsigned.is_none()) {
        return Vec::new();
    }
    let stopped = scene
        .dossiers
        .get(&instance.person)
        .is_none_or(|dossier| dossier.stops.touch(instance.start, instance.deadline));
    let answers = answers(instance, scene, roster).filter(|_| !stopped);
    let Some(Answerable { staff, owned_from }) = answers else { return Vec::new() };
    let department = roster.department(staff, instance.deadline);
    let until = coverage.until(obligation.evidence.ledger, department);
    let covered = until.is_some_and(|until| instance.deadline <= until);
    let inquiry = |signed: bool| Inquiry {
        obligation: obligation.id.clone(),
        trigger: instance.trigger,
        rows: instance.rows.clone(),
        start: instance.start,
        deadline: instance.deadline,
        owned_from,
        ledger: obligation.evidence.ledger,
        department: department.map(str::to_owned),
        covered_until: until,
        considered: considered(instance, scene, signed),
    };
    let draft = |offence: &Arc<str>, signed: bool, detail: Message| DraftViolation {
        key: format!("{}|{}", obligation.id, instance.anchor),
        date: instance.deadline,
        offence: offence.clone(),
        certainty: if covered { Certainty::Recorded } else { Certainty::Pending },
        staff: Some(staff.clone()),
        person: Some(people.phone(instance.person).clone()),
        rows: instance.rows.clone(),
        detail: match covered {
            true => detail,
            false => Message::new("policy-detail-pending").with("detail", detail).with(
                "until",
                until.map_or_else(
                    || Message::new("policy-detail-never-covered"),
                    |day| Message::new("policy-detail-covered").show("day", day),
                ),
            ),
        },
        basis: ViolationBasis::Due(Box::new(inquiry(signed))),
        finding: None,
        rulings: Vec::new(),
    };
    let window = |message: Message| message.with("window", period(instance.start, instance.deadline));
    let mut drafts = Vec::new();
    if let Some(offence) = &obligation.missed {
        match instance.closing {
            Closing::Open => drafts.push(draft(offence, false, window(Message::new("policy-detail-missed")))),
            Closing::Late { row, on } => {
                let mut late = draft(offence, false, window(Message::new("policy-detail-late")).show("on", on));
                late.rows.push(row);
                drafts.push(late);
            }
            Closing::OnTime { .. } => {}
        }
    }
    if let Some(offence) = &obligation.unsigned {
        let visits = visits_in_window(instance, scene);
        if !visits.is_empty() && visits.iter().all(|(_, signed)| !signed) {
            let mut unsigned =
                draft(offence, true, window(Message::new("policy-detail-unsigned")).with("count", visits.len()));
            unsigned.rows.extend(visits.iter().map(|(row, _)| row));
            drafts.push(unsigned);
        }
    }
    drafts
}

/// The days between which something is done, in words.
pub fn period(start: NaiveDate, deadline: NaiveDate) -> Message {
    match start == deadline {
        true => Message::new("policy-window-day").show("day", deadline),
        false => Message::new("policy-window").show("start", start).show("deadline", deadline),
    }
}

/// The visits that were evidence in the window, and whether the customer signed.
fn visits_in_window(instance: &Instance, scene: &HouseholdScene) -> Vec<(crate::domain::Seq, bool)> {
    let Some(dossier) = scene.dossiers.get(&instance.person) else { return Vec::new() };
    let visits = dossier.visits_for(&instance.obligation.evidence, instance.trigger, scene.reading.as_of);
    visits
        .filter(|(on, _)| instance.start <= *on && *on <= instance.deadline)
        .map(|(_, visit)| (visit.row, visit.signed))
        .collect()
}
