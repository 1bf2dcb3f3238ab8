//! Clusters of households judged one by one, on all cores.

use super::obligations::{Dossier, Ended, HouseholdScene, ended, instances, next_starts, number, task};
use super::ownership::{HouseholdState, run, standing};
use super::turns::NextTurn;
use super::violations::{left_behind, missed, suspected};
use super::{ClusterVerdict, Policy, ReportDates};
use crate::domain::Books;
use crate::policy::books::coverage::Coverage;
use crate::policy::books::events::{Cluster, Event, NameBearers, clusters};
use crate::policy::books::identity::{People, PersonIx};
use crate::policy::books::roster::Roster;
use crate::policy::verdict::observations::barred_assigned;
use std::collections::BTreeMap;

/// What is common to all clusters.
pub struct SharedInputs<'a> {
    books: &'a Books,
    policy: &'a Policy,
    reading: ReportDates,
    /// The staff.
    pub roster: Roster,
    /// Everybody in the books.
    pub people: People,
}

/// What is asked of the clusters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judging {
    /// What each is judged to be on the day.
    OnTheDay,
    /// The same, and until when it stands if no row comes.
    ToBeKept,
    /// Which tasks are over.
    Ends,
}

/// What they are judged to be, and what of it was asked for.
#[derive(Default)]
pub struct Judged {
    /// One for each cluster, in no order.
    pub verdicts: Vec<ClusterVerdict>,
    /// Tasks by their number, and what ended each; only where that was asked.
    pub ends: BTreeMap<String, Option<Ended>>,
}

impl<'a> SharedInputs<'a> {
    /// Reads them off the books.
    pub fn of(books: &'a Books, policy: &'a Policy, reading: ReportDates) -> SharedInputs<'a> {
        let (roster, people) = (Roster::of(books).with_roles(&policy.roles), People::of(books));
        SharedInputs { books, policy, reading, roster, people }
    }

    /// Judges the clusters on all cores; as none depends on another, it does not matter which core takes which.
    pub fn judge_all(&self, asked: Judging) -> Judged {
        let SharedInputs { books, policy, reading, roster, people } = self;
        let (clusters, bearers) = clusters(books, people, roster, reading.as_of);
        let coverage = Coverage::of(books, roster, reading.as_of);
        let next = (asked == Judging::ToBeKept).then(|| NextTurn::of_all(books, reading.as_of));
        let (bearers, coverage) = (&bearers, &coverage);
        let judge = ClusterJudge { policy, reading: *reading, roster, people, coverage, bearers, next, asked };
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let share = clusters.len().div_ceil(cores).max(1);
        let judge_share = |share: &[Cluster<'a>]| {
            let mut judged = Judged::default();
            share.iter().for_each(|cluster| judge.judge(cluster, &mut judged));
            judged
        };
        let mut all = Judged::default();
        let mut add = |judged: Judged| {
            all.verdicts.extend(judged.verdicts);
            all.ends.extend(judged.ends);
        };
        std::thread::scope(|scope| {
            let mut shares = clusters.chunks(share);
            let first = shares.next().unwrap_or_default();
            let others: Vec<_> = shares.map(|share| scope.spawn(|| judge_share(share))).collect();
            add(judge_share(first));
            for other in others {
                match other.join() {
                    Ok(judged) => add(judged),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
        });
        all
    }
}

/// Who judges one cluster after the other.
struct ClusterJudge<'c, 'a> {
    policy: &'c Policy,
    reading: ReportDates,
    roster: &'c Roster,
    people: &'c People,
    coverage: &'c Coverage<'c>,
    bearers: &'c NameBearers<'a>,
    /// When something turns for everybody; none: nobody asks until when verdicts stand.
    next: Option<NextTurn>,
    asked: Judging,
}

impl<'a> ClusterJudge<'_, 'a> {
    fn judge(&self, cluster: &Cluster<'a>, judged: &mut Judged) {
        let ran = run(cluster, self.people, self.roster, self.bearers, self.policy, self.reading.as_of);
        let mut verdict = ClusterVerdict {
            households: Vec::new(),
            tasks: Vec::new(),
            drafts: Vec::new(),
            left_behind: left_behind(cluster, &ran, self.people),
            observations: Vec::new(),
            stands_until: self.reading.as_of,
        };
        let mut next = self.next;
        let mut of_person: BTreeMap<PersonIx, Vec<Event<'a>>> = BTreeMap::new();
        for event in &cluster.events {
            of_person.entry(event.person).or_default().push(*event);
        }
        for (household, state) in ran.states {
            let persons = &self.people.household(household).persons;
            let events = persons.iter().filter_map(|person| Some((*person, of_person.remove(person)?))).collect();
            self.judge_household(&state, events, &mut verdict, &mut next, judged);
            verdict.drafts.extend(suspected(&state, self.roster));
            verdict.observations.extend(state.barred_assigned.iter().map(|row| barred_assigned(*row)));
            let household = standing(household, state, self.people, &self.policy.ownership, self.reading.as_of);
            next.iter_mut().for_each(|next| next.household(&household));
            verdict.households.push(household);
        }
        verdict.stands_until = next.map_or(self.reading.as_of, NextTurn::stands_until);
        judged.verdicts.push(verdict);
    }

    fn judge_household(
        &self,
        state: &HouseholdState<'a>,
        events: Vec<(PersonIx, Vec<Event<'a>>)>,
        verdict: &mut ClusterVerdict,
        next: &mut Option<NextTurn>,
        judged: &mut Judged,
    ) {
        let all: Vec<Event<'a>> = events.iter().flat_map(|(_, events)| events.iter().copied()).collect();
        let dossiers: BTreeMap<PersonIx, Dossier> =
            events.iter().map(|(person, events)| (*person, Dossier::of(events))).collect();
        let scene = HouseholdScene {
            policy: self.policy,
            reading: self.reading,
            roster: self.roster,
            people: self.people,
            state,
            dossiers: &dossiers,
            events: &all,
        };
        if let Some(next) = next {
            next_starts(&scene).into_iter().for_each(|day| next.start(day));
        }
        for instance in instances(&scene) {
            if self.asked == Judging::Ends {
                judged.ends.insert(number(&instance), ended(&instance));
            }
            next.iter_mut().for_each(|next| next.due(&instance, self.policy));
            verdict.tasks.extend(task(&instance, &scene, self.people, self.roster, self.coverage));
            verdict.drafts.extend(missed(&instance, &scene, self.people, self.roster, self.coverage));
        }
    }
}
