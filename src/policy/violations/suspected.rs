//! What only people can decide: acts on somebody else's household, and what leavers left behind.

use crate::domain::{Fact, Kind, Message, Moment, Phone, Seq, StaffId};
use crate::policy::books::events::Cluster;
use crate::policy::books::identity::People;
use crate::policy::books::roster::Roster;
use crate::policy::ownership::{ClusterOutcome, HouseholdState};
use crate::policy::verdict::cluster::LeftBehind;
use crate::policy::verdict::draft::DraftViolation;
use crate::policy::{Certainty, HolderThen, OwnershipChange, Policy, ViolationBasis};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a household's events leave for a person's finding.
pub fn suspected(state: &HouseholdState<'_>, roster: &Roster) -> impl Iterator<Item = DraftViolation> {
    state.suspicions.iter().map(|suspicion| {
        let event = &suspicion.event;
        let at = event.entry.record.at.unwrap_or(Moment::day(event.date()));
        let kind = event.fact().kind();
        DraftViolation {
            key: format!("{}|{}|{at}|{kind}", suspicion.staff, event.phone),
            date: event.date(),
            offence: suspicion.offence.clone(),
            certainty: Certainty::Suspected,
            staff: Some(suspicion.staff.clone()),
            person: Some(event.phone.clone()),
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
    const ACTS: [(Kind, &str); 5] = [
        (Kind::Signup, "policy-act-signup"),
        (Kind::Preheat, "policy-act-preheat"),
        (Kind::Invite, "policy-act-invite"),
        (Kind::Attendance, "policy-act-attendance"),
        (Kind::Sale, "policy-act-sale"),
    ];
    let known = ACTS.iter().find(|(of, _)| *of == kind);
    Message { key: known.map_or("policy-act-other", |(_, key)| key), args: Vec::new() }
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

/// What a cluster's leavers left behind without a handover row.
pub fn left_behind(cluster: &Cluster<'_>, ran: &ClusterOutcome<'_>, people: &People) -> Vec<LeftBehind> {
    let mut found: BTreeMap<(&StaffId, NaiveDate), Vec<(Phone, Seq)>> = BTreeMap::new();
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
            let of = found.entry((staff, *last_day)).or_default();
            of.extend(owned_by.map(|row| (people.key(*household).clone(), row)));
        }
    }
    let left = |((staff, last_day), households): ((&StaffId, NaiveDate), _)| LeftBehind {
        staff: staff.clone(),
        last_day,
        households,
    };
    found.into_iter().map(left).collect()
}

/// One suspicion per leaver who handed over less than everything, of all clusters together.
pub fn no_handover(
    found: impl IntoIterator<Item = LeftBehind>,
    roster: &Roster,
    policy: &Policy,
) -> Vec<DraftViolation> {
    let mut of_leaver: BTreeMap<(StaffId, NaiveDate), Vec<(Phone, Seq)>> = BTreeMap::new();
    for LeftBehind { staff, last_day, households } in found {
        of_leaver.entry((staff, last_day)).or_default().extend(households);
    }
    let suspicion = |((staff, last_day), mut households): ((StaffId, NaiveDate), Vec<(Phone, Seq)>)| {
        households.sort_unstable();
        let (_, roster_row) = roster.last_days(&staff).into_iter().find(|(last, _)| *last == last_day)?;
        let mut rows = vec![roster_row];
        rows.extend(households.iter().map(|(_, row)| row));
        let keys = households.into_iter().map(|(household, _)| household).collect();
        Some(draft(staff, last_day, policy, rows, keys))
    };
    of_leaver.into_iter().filter_map(suspicion).collect()
}

fn draft(staff: StaffId, last_day: NaiveDate, policy: &Policy, rows: Vec<Seq>, keys: Vec<Phone>) -> DraftViolation {
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
