use super::obligations::{Dossier, Ended, HouseholdScene, ended, instances, number, task};
use super::ownership::{HouseholdState, run, standing};
use super::violations::{
    DraftViolation, NotHandedOver, apply_findings, late_papers, left_behind, missed, no_handover, settle, suspected,
};
use super::{Assessment, Household, Observation, Policy, ReportDates, Task};
use crate::domain::{Books, Fact};
use crate::policy::books::coverage::Coverage;
use crate::policy::books::events::{Cluster, Event, NameBearers, clusters};
use crate::policy::books::identity::{People, PersonIx};
use crate::policy::books::roster::Roster;
use crate::policy::verdict::observations::{barred_assigned, finding_astray, in_books};
use std::collections::BTreeMap;

/// What the policy makes of the books on a day.
///
/// Clusters of households are judged one by one from their own events and what is common to all; what is counted per
/// person of staff (ladders, papers, leavers) comes after.
pub fn assess(books: &Books, policy: &Policy, reading: ReportDates) -> Assessment {
    let roster = Roster::of(books).with_roles(&policy.roles);
    let people = People::of(books);
    let coverage = Coverage::of(books, &roster, reading.as_of);
    let (clusters, bearers) = clusters(books, &people, &roster, reading.as_of);
    let common = SharedInputs {
        policy,
        reading,
        roster: &roster,
        people: &people,
        coverage: &coverage,
        bearers: &bearers,
        tells_ends: false,
    };
    let ClusterVerdicts { mut households, mut tasks, mut drafts, not_handed_over, mut observations, .. } =
        common.judge_all(&clusters);
    drafts.extend(late_papers(books, &roster, &policy.papers, reading.as_of));
    drafts.extend(no_handover(not_handed_over, &people, &roster, policy));
    let turned = apply_findings(drafts, books, &people, reading.as_of);
    observations.extend(turned.astray.iter().map(|(row, id)| finding_astray(*row, id)));
    observations.sort_by(|a, b| (a.message.key, &a.rows).cmp(&(b.message.key, &b.rows)));
    households.sort_by(|a, b| a.key.cmp(&b.key));
    tasks.sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
    Assessment {
        reading,
        households,
        tasks,
        violations: settle(turned.drafts, &people, &roster, policy),
        observations,
        roster: roster.on(reading.as_of).map(|row| (row.staff_id.clone(), row)).collect(),
        staffing: roster,
    }
}

/// Everything that is or was due by its number (回访单号), and from when on it is over. What a change of hands has settled is
/// not among it.
pub fn ends(books: &Books, policy: &Policy, reading: ReportDates) -> BTreeMap<String, Option<Ended>> {
    let roster = Roster::of(books).with_roles(&policy.roles);
    let people = People::of(books);
    let coverage = Coverage::of(books, &roster, reading.as_of);
    let (clusters, bearers) = clusters(books, &people, &roster, reading.as_of);
    let (roster, people, coverage) = (&roster, &people, &coverage);
    SharedInputs { policy, reading, roster, people, coverage, bearers: &bearers, tells_ends: true }
        .judge_all(&clusters)
        .ends
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

/// What is common to all clusters.
struct SharedInputs<'c, 'a> {
    policy: &'c Policy,
    reading: ReportDates,
    roster: &'c Roster,
    people: &'c People,
    coverage: &'c Coverage<'c>,
    bearers: &'c NameBearers<'a>,
    /// Whether it is asked which tasks are over.
    tells_ends: bool,
}

/// What clusters add up to, before what is counted per person of staff.
#[derive(Default)]
struct ClusterVerdicts<'a> {
    households: Vec<Household>,
    tasks: Vec<Task>,
    drafts: Vec<DraftViolation<'a>>,
    not_handed_over: NotHandedOver<'a>,
    observations: Vec<Observation>,
    ends: BTreeMap<String, Option<Ended>>,
}

impl<'a> ClusterVerdicts<'a> {
    fn add(&mut self, other: ClusterVerdicts<'a>) {
        let ClusterVerdicts { households, tasks, drafts, not_handed_over, observations, ends } = other;
        self.ends.extend(ends);
        self.households.extend(households);
        self.tasks.extend(tasks);
        self.drafts.extend(drafts);
        self.observations.extend(observations);
        for (staff, households) in not_handed_over {
            self.not_handed_over.entry(staff).or_default().extend(households);
        }
    }
}

impl<'a> SharedInputs<'_, 'a> {
    /// Judges the clusters on all cores; as none depends on another, it does not matter which core takes which.
    fn judge_all(&self, clusters: &[Cluster<'a>]) -> ClusterVerdicts<'a> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let share = clusters.len().div_ceil(cores).max(1);
        let judge_share = |share: &[Cluster<'a>]| {
            let mut verdicts = ClusterVerdicts::default();
            share.iter().for_each(|cluster| self.judge(cluster, &mut verdicts));
            verdicts
        };
        let mut all = ClusterVerdicts::default();
        std::thread::scope(|scope| {
            let mut shares = clusters.chunks(share);
            let first = shares.next().unwrap_or_default();
            let others: Vec<_> = shares.map(|share| scope.spawn(move || judge_share(share))).collect();
            all.add(judge_share(first));
            for other in others {
                match other.join() {
                    Ok(verdicts) => all.add(verdicts),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
        });
        all
    }

    fn judge(&self, cluster: &Cluster<'a>, verdicts: &mut ClusterVerdicts<'a>) {
        let ran = run(cluster, self.people, self.roster, self.bearers, self.policy, self.reading.as_of);
        left_behind(cluster, &ran, &mut verdicts.not_handed_over);
        let mut of_person: BTreeMap<PersonIx, Vec<Event<'a>>> = BTreeMap::new();
        for event in &cluster.events {
            of_person.entry(event.person).or_default().push(*event);
        }
        for (household, state) in ran.states {
            let persons = &self.people.household(household).persons;
            let events = persons.iter().filter_map(|person| Some((*person, of_person.remove(person)?))).collect();
            self.judge_household(&state, events, verdicts);
            verdicts.drafts.extend(suspected(&state, self.roster));
            verdicts.observations.extend(state.barred_assigned.iter().map(|row| barred_assigned(*row)));
            verdicts.households.push(standing(
                household,
                state,
                self.people,
                &self.policy.ownership,
                self.reading.as_of,
            ));
        }
    }

    fn judge_household(
        &self,
        state: &HouseholdState<'a>,
        events: Vec<(PersonIx, Vec<Event<'a>>)>,
        verdicts: &mut ClusterVerdicts<'a>,
    ) {
        let all: Vec<Event<'a>> = events.iter().flat_map(|(_, events)| events.iter().copied()).collect();
        let supervised = |event: &&Event| {
            matches!(event.fact(), Fact::Supervision(_)) && !event.fact().is_attempt() && event.actor.staff().is_some()
        };
        let supervisions: Vec<_> = all.iter().filter(supervised).map(|event| (event.date(), event.seq())).collect();
        let dossiers: BTreeMap<PersonIx, Dossier> =
            events.iter().map(|(person, events)| (*person, Dossier::of(events, state))).collect();
        let scene = HouseholdScene {
            policy: self.policy,
            reading: self.reading,
            state,
            dossiers: &dossiers,
            supervisions: &supervisions,
            events: &all,
        };
        for instance in instances(&scene) {
            if self.tells_ends {
                verdicts.ends.insert(number(&instance), ended(&instance));
            }
            verdicts.tasks.extend(task(&instance, &scene, self.people, self.roster, self.coverage));
            verdicts.drafts.extend(missed(&instance, &scene, self.roster, self.coverage));
        }
    }
}
