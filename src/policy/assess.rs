//! From books to an assessment: clusters of households one by one, then what is counted per person of staff.

use super::judging::{Judging, SharedInputs};
use super::violations::{apply_findings, late_papers, no_handover, settle};
use super::{Assessment, ClusterVerdict, Ended, Observation, Policy, ReportDates, Task};
use crate::domain::Books;
use crate::policy::books::identity::People;
use crate::policy::books::roster::Roster;
use crate::policy::verdict::observations::{finding_astray, in_books};
use std::collections::BTreeMap;

/// What the policy makes of the books on a day.
///
/// Clusters of households are judged one by one from their own events and what is common to all; what is counted per
/// person of staff (ladders, papers, leavers) comes after.
pub fn assess(books: &Books, policy: &Policy, reading: ReportDates) -> Assessment {
    let shared = SharedInputs::of(books, policy, reading);
    let verdicts = shared.judge_all(Judging::OnTheDay).verdicts;
    let SharedInputs { roster, people, .. } = shared;
    concluded(verdicts, books, policy, reading, roster, &people)
}

/// What the policy makes of each cluster of households on a day, to be kept: each says until when it stands.
pub fn judge_clusters(books: &Books, policy: &Policy, reading: ReportDates) -> Vec<ClusterVerdict> {
    SharedInputs::of(books, policy, reading).judge_all(Judging::ToBeKept).verdicts
}

/// What verdicts add up to that were kept, of all clusters of the books and all standing on the day: the same as [`assess`]
/// makes of the books.
pub fn conclude(verdicts: Vec<ClusterVerdict>, books: &Books, policy: &Policy, reading: ReportDates) -> Assessment {
    concluded(verdicts, books, policy, reading, Roster::of(books).with_roles(&policy.roles), &People::of(books))
}

fn concluded(
    verdicts: Vec<ClusterVerdict>,
    books: &Books,
    policy: &Policy,
    reading: ReportDates,
    roster: Roster,
    people: &People,
) -> Assessment {
    let (mut households, mut tasks, mut drafts) = (Vec::new(), Vec::new(), Vec::new());
    let (mut left_behind, mut observations) = (Vec::new(), Vec::new());
    for verdict in verdicts {
        households.extend(verdict.households);
        tasks.extend(verdict.tasks);
        drafts.extend(verdict.drafts);
        left_behind.extend(verdict.left_behind);
        observations.extend(verdict.observations);
    }
    drafts.extend(late_papers(books, &roster, &policy.papers, reading.as_of));
    drafts.extend(no_handover(left_behind, &roster, policy));
    let turned = apply_findings(drafts, books, reading.as_of);
    observations.extend(turned.astray.iter().map(|(row, id)| finding_astray(*row, id)));
    observations.sort_by(|a, b| (a.message.key, &a.rows).cmp(&(b.message.key, &b.rows)));
    households.sort_by(|a, b| a.key.cmp(&b.key));
    tasks.sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
    Assessment {
        reading,
        households,
        tasks,
        violations: settle(turned.drafts, people, &roster, policy),
        observations,
        roster: roster.on(reading.as_of).map(|row| (row.staff_id.clone(), row)).collect(),
        staffing: roster,
    }
}

/// Everything that is or was due by its number (回访单号), and from when on it is over. What a change of hands has settled is
/// not among it.
pub fn ends(books: &Books, policy: &Policy, reading: ReportDates) -> BTreeMap<String, Option<Ended>> {
    SharedInputs::of(books, policy, reading).judge_all(Judging::Ends).ends
}

/// What the rules find odd in the books, whatever they conclude from them: rows of people not employed, phones with
/// several names, links that were not applied. Only `check` asks for it, so [`assess`] does not take the time.
pub fn observe(books: &Books, reading: ReportDates) -> Vec<Observation> {
    in_books(books, &People::of(books), &Roster::of(books), reading)
}

/// The call list's order; what is missing stands before every value.
fn sort_key(task: &Task) -> impl Ord {
    let Task { due, household, task: obligation, phone, trigger, assignee, subject, department, id, .. } = task;
    (due, household, obligation, phone, trigger, assignee, subject, department, id)
}
