use super::draft::DraftViolation;
use crate::domain::{Fact, Kind, Message, Moment, Phone, Seq, StaffId};
use crate::policy::books::events::Cluster;
use crate::policy::books::identity::{HouseholdIx, People};
use crate::policy::books::roster::Roster;
use crate::policy::ownership::{ClusterOutcome, HouseholdState};
use crate::policy::{Certainty, HolderThen, OwnershipChange, Policy, ViolationBasis};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a household's events leave for a person's finding.
pub fn suspected<'a>(state: &HouseholdState<'a>, roster: &Roster) -> impl Iterator<Item = DraftViolation<'a>> {
    state.suspicions.iter().map(|suspicion| {
        let event = &suspicion.event;
        let at = event.entry.record.at.unwrap_or(Moment::day(event.date()));
        let kind = event.fact().kind();
        DraftViolation {
            key: format!("{}|{}|{at}|{kind}", suspicion.staff, event.phone),
            date: event.date(),
            offence: suspicion.offence.clone(),
            certainty: Certainty::Suspected,
            staff: Some(suspicion.staff),
            person: Some(event.person),
            rows: vec![event.seq()],
            detail: Message::new("policy-detail-suspected")
                .with("at", at.said())
                .with("act", act(kind))
                .with("whose", whose(&suspicion.whose, roster)),
            basis: ViolationBasis::Act { whose: suspicion.whose.clone() },
            finding: None,
            rulings: Vec::new(),
        }
    })
}

/// What was done.
fn act(kind: Kind) -> Message {
    Message::new(match kind {
        Kind::Signup => "policy-act-signup",
        Kind::Preheat => "policy-act-preheat",
        Kind::Invite => "policy-act-invite",
        Kind::Attendance => "policy-act-attendance",
        Kind::Sale => "policy-act-sale",
        _ => "policy-act-other",
    })
}

/// Whose the household was then.
fn whose(whose: &HolderThen, roster: &Roster) -> Message {
    match whose {
        HolderThen::Owner(owner) => {
            let owner = roster.name(owner).map_or_else(|| owner.to_string(), |name| format!("{owner} {name}"));
            Message::new("policy-whose-owner").with("owner", owner)
        }
        HolderThen::Company => Message::new("policy-whose-company"),
        HolderThen::Claimed => Message::new("policy-whose-claimed"),
    }
}

/// By leaver and last day, the households that were not handed over by then: of each the row that made the leaver its owner.
pub type NotHandedOver<'a> = BTreeMap<(&'a StaffId, NaiveDate), Vec<(HouseholdIx, Seq)>>;

/// Adds what a cluster's leavers left behind without a handover row.
pub fn left_behind<'a>(cluster: &Cluster<'a>, ran: &ClusterOutcome<'a>, found: &mut NotHandedOver<'a>) {
    for (staff, last_day, household) in &ran.left_behind {
        let handed_over = cluster.events.iter().any(|event| {
            event.household == *household
                && event.date() <= *last_day
                && event.actor.staff() == Some(*staff)
                && matches!(event.fact(), Fact::Handover(_))
        });
        if !handed_over {
            let owned_by = ran.states.get(household).and_then(|state| {
                let owned = |change: &OwnershipChange| matches!(change, OwnershipChange::Owned { staff: owner, .. } if owner == *staff);
                state
                    .history
                    .iter()
                    .rev()
                    .find(|decision| decision.date <= *last_day && owned(&decision.change))
                    .map(|decision| decision.grounds.cause())
            });
            found.entry((staff, *last_day)).or_default().extend(owned_by.map(|row| (*household, row)));
        }
    }
}

/// One suspicion per leaver who handed over less than everything.
pub fn no_handover<'a>(
    found: NotHandedOver<'a>,
    people: &'a People,
    roster: &'a Roster,
    policy: &'a Policy,
) -> impl Iterator<Item = DraftViolation<'a>> {
    found.into_iter().filter_map(move |((staff, last_day), mut households)| {
        households.sort_unstable();
        let (_, roster_row) = roster.last_days(staff).into_iter().find(|(last, _)| *last == last_day)?;
        let keys: Vec<Phone> = households.iter().map(|(household, _)| people.key(*household).clone()).collect();
        let mut rows = vec![roster_row];
        rows.extend(households.iter().map(|(_, row)| row));
        Some(draft(staff, last_day, policy, rows, keys))
    })
}

fn draft<'a>(
    staff: &'a StaffId,
    last_day: NaiveDate,
    policy: &Policy,
    rows: Vec<Seq>,
    keys: Vec<Phone>,
) -> DraftViolation<'a> {
    DraftViolation {
        key: format!("{staff}|{last_day}"),
        date: last_day,
        offence: policy.ownership.suspicions.no_handover.clone(),
        certainty: Certainty::Suspected,
        staff: Some(staff),
        person: None,
        rows,
        detail: Message::new("policy-detail-no-handover").with("count", keys.len()).with("households", keys.clone()),
        basis: ViolationBasis::LeftBehind { households: keys },
        finding: None,
        rulings: Vec::new(),
    }
}
