//! What was due and was not done, was done late, or never as it has to be done.

use crate::domain::Message;
use crate::policy::books::coverage::Coverage;
use crate::policy::books::identity::People;
use crate::policy::books::roster::Roster;
use crate::policy::obligations::{Answerable, Closing, HouseholdScene, Instance, answers, considered, in_time};
use crate::policy::rules::rows::PersonRow;
use crate::policy::verdict::draft::DraftViolation;
use crate::policy::{Certainty, Condition, Inquiry, ViolationBasis};
use chrono::NaiveDate;
use std::sync::Arc;

/// What a thing due and over by `as_of` has come to: missed, done late, or done, but never as it has to be done.
pub fn missed(
    instance: &Instance,
    scene: &HouseholdScene,
    people: &People,
    roster: &Roster,
    coverage: &Coverage,
) -> Vec<DraftViolation> {
    let obligation = instance.obligation;
    // Missed is only what could be known in time.
    let is_over = instance.deadline < scene.reading.as_of && instance.known <= instance.start;
    if !is_over || obligation.offences().next().is_none() {
        return Vec::new();
    }
    let stopped = scene
        .dossiers
        .get(&instance.person)
        .is_none_or(|dossier| dossier.stops.touch(instance.start, instance.deadline));
    let answers = answers(instance, scene, roster).filter(|_| !stopped);
    let Some(Answerable { staff, owned_from }) = answers else { return Vec::new() };
    let department = roster.department(staff, instance.deadline);
    let until = coverage.until(obligation.evidence.query.ledger, department);
    let covered = until.is_some_and(|until| instance.deadline <= until);
    let inquiry = |also: &[Condition]| Inquiry {
        obligation: obligation.id.clone(),
        trigger: instance.trigger,
        rows: instance.rows.clone(),
        start: instance.start,
        deadline: instance.deadline,
        owned_from,
        ledger: obligation.evidence.query.ledger,
        department: department.map(str::to_owned),
        covered_until: until,
        considered: considered(instance, scene, also),
    };
    let draft = |offence: &Arc<str>, also: &[Condition], detail: Message| DraftViolation {
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
        basis: ViolationBasis::Due(Box::new(inquiry(also))),
        finding: None,
        rulings: Vec::new(),
    };
    let window = |message: Message| message.with("window", period(instance.start, instance.deadline));
    let mut drafts = Vec::new();
    if let Some(offence) = &obligation.missed {
        match instance.closing {
            Closing::Open => drafts.push(draft(offence, &[], window(Message::new("policy-detail-missed")))),
            Closing::Late { row, on } => {
                let mut late = draft(offence, &[], window(Message::new("policy-detail-late")).show("on", on));
                late.rows.push(row);
                drafts.push(late);
            }
            Closing::OnTime { .. } => {}
        }
    }
    if let Some(lacking) = &obligation.lacking {
        let done: Vec<&PersonRow> = in_time(instance, scene).collect();
        let fits = |row: &&PersonRow| lacking.conditions.iter().all(|it| it.holds(row.record(), scene.reading.as_of));
        if !done.is_empty() && !done.iter().any(fits) {
            let detail = window(Message::new("policy-detail-unsigned")).with("count", done.len());
            let mut never_so = draft(&lacking.offence, &lacking.conditions, detail);
            never_so.rows.extend(done.into_iter().map(PersonRow::seq));
            drafts.push(never_so);
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
