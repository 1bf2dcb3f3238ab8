use super::draft::Draft;
use crate::domain::{Message, StaffId};
use crate::policy::coverage::Coverage;
use crate::policy::obligations::{Closing, Doer, Instance, Scene};
use crate::policy::roster::Roster;
use crate::policy::{Certainty, Trigger};
use std::sync::Arc;

/// What a thing due and over by `as_of` has come to: missed, done late, or done without the customer's signature.
pub fn missed<'a>(
    instance: &Instance<'_, 'a>,
    scene: &Scene<'_, 'a>,
    roster: &Roster,
    coverage: &Coverage,
) -> Vec<Draft<'a>> {
    let obligation = instance.obligation;
    if scene.reading.as_of <= instance.deadline || (obligation.missed.is_none() && obligation.unsigned.is_none()) {
        return Vec::new();
    }
    let stopped = scene
        .dossiers
        .get(&instance.person)
        .is_none_or(|dossier| dossier.stops.touch(instance.start, instance.deadline));
    let Some(staff) = answers(instance, scene, roster).filter(|_| !stopped) else { return Vec::new() };
    let until = coverage.until(obligation.evidence.ledger, roster.department(staff));
    let covered = until.is_some_and(|until| instance.deadline <= until);
    let draft = |offence: &Arc<str>, detail: Message| Draft {
        key: format!("{}|{}", obligation.id, instance.anchor),
        date: instance.deadline,
        offence: offence.clone(),
        certainty: if covered { Certainty::Recorded } else { Certainty::Pending },
        staff: Some(staff),
        person: Some(instance.person),
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
        basis: crate::policy::Basis::Found,
        finding: None,
        rulings: Vec::new(),
    };
    let window = |message: Message| message.show("start", instance.start).show("deadline", instance.deadline);
    let mut drafts = Vec::new();
    if let Some(offence) = &obligation.missed {
        match instance.closing {
            Closing::Open => drafts.push(draft(offence, window(Message::new("policy-detail-missed")))),
            Closing::Late { row, on } => {
                let mut late = draft(offence, window(Message::new("policy-detail-late")).show("on", on));
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
                draft(offence, window(Message::new("policy-detail-unsigned")).with("count", visits.len()));
            unsigned.rows.extend(visits.iter().map(|(row, _)| row));
            drafts.push(unsigned);
        }
    }
    drafts
}

/// The visits that were evidence in the window, and whether the customer signed.
fn visits_in_window(instance: &Instance, scene: &Scene) -> Vec<(crate::domain::Seq, bool)> {
    let Some(dossier) = scene.dossiers.get(&instance.person) else { return Vec::new() };
    let visits = dossier.visits_for(&instance.obligation.evidence, instance.trigger, scene.reading.as_of);
    visits
        .filter(|(on, _)| instance.start <= *on && *on <= instance.deadline)
        .map(|(_, visit)| (visit.row, visit.signed))
        .collect()
}

/// Who answers for it: the specialist who owned the household all the time, or the expert still employed at its end.
fn answers<'a>(instance: &Instance<'_, 'a>, scene: &Scene<'_, 'a>, roster: &Roster) -> Option<&'a StaffId> {
    match instance.doer {
        Doer::Owner => {
            let first = match instance.obligation.trigger {
                Trigger::Month => instance.trigger.pred_opt()?,
                _ => instance.trigger,
            };
            let owner = scene.state.owner_throughout(first, instance.deadline)?;
            instance.sellers.is_none_or(|sellers| sellers.contains(owner)).then_some(owner)
        }
        Doer::Expert(expert) => expert.filter(|expert| roster.employed(expert, instance.deadline)),
        Doer::Claimant(_) | Doer::Manager => None,
    }
}
