//! Laws of comparing: what is shown is exactly what differs, and what changed it is among what came and went.

use super::books::{books, covered, day, dice};
use super::{POLICY, on_day, rows};
use chrono::{Days, NaiveDate};
use huifang::domain::{Books, Phone, Source, StaffId};
use huifang::policy::{Assessment, OwnershipChange, Policy, ReportDates, Task, assess};
use huifang::report::{CompareOptions, ComparedSide, Comparison, compare};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The day from which the other policy holds claims a day longer.
const LATER: u64 = 60;

static LONGER: LazyLock<Policy> = LazyLock::new(|| {
    let later = format!("days = [{{ value = 2 }}, {{ from = {}, value = 3 }}]", day(LATER));
    Policy::parse(&Policy::preset_text("meeting-sales").unwrap().replacen("days = 2", &later, 1)).unwrap()
});

fn owners(assessment: &Assessment) -> BTreeMap<Phone, Option<StaffId>> {
    assessment.households.iter().map(|household| (household.key.clone(), household.owner.clone())).collect()
}

fn ids(assessment: &Assessment) -> BTreeSet<String> {
    assessment.violations.iter().map(|violation| violation.id.clone()).collect()
}

/// What a call list asks of each task: until when, how urgently, of whom.
fn asked_of(assessment: &Assessment) -> BTreeMap<&str, (NaiveDate, &str, [Option<StaffId>; 2])> {
    let tasks = assessment.tasks.iter();
    let people = |task: &Task| [task.assignee.clone(), task.with.clone()];
    tasks.map(|task| (task.id.as_str(), (task.due, task.urgency.id(), people(task)))).collect()
}

fn came_and_went(comparison: &Comparison) -> [BTreeSet<String>; 2] {
    ["came", "went"].map(|change| {
        let of = comparison.violations.iter().filter(|violation| violation.change == change);
        of.map(|violation| violation.id.clone()).collect()
    })
}

/// The same books with the rows after the first `count` of a second batch.
fn split(mut books: Books, count: usize) -> (Books, Books) {
    books.sources.push(Source { batch: 2, file: "later.csv".to_owned(), sheet: None });
    for entry in books.entries.iter_mut().skip(count) {
        entry.source = 1;
    }
    let mut before = books.clone();
    before.entries.truncate(count);
    (before, books)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_if_shows_exactly_the_households_that_differ(dice in dice(6, 120, 70)) {
        let books = covered(books(rows(&dice, 0, true)));
        let reading = ReportDates { as_of: day(110), on: day(111) };
        let (then, now) = (on_day(&books, 110), assess(&books, &LONGER, reading));
        let before = ComparedSide { assessment: &then, books: &books, policy: &POLICY };
        let after = ComparedSide { assessment: &now, policy: &LONGER, ..before };
        let shown = compare(before, after, CompareOptions::Nothing);
        let (was, is) = (owners(&then), owners(&now));
        let differ: Vec<&Phone> = was.keys().filter(|key| was[*key] != is[*key]).collect();
        prop_assert_eq!(shown.owners.iter().map(|change| &change.household).collect::<Vec<_>>(), differ);
        let (was, is) = (asked_of(&then), asked_of(&now));
        let differ = was.keys().chain(is.keys()).filter(|id| was.get(*id) != is.get(*id)).copied();
        let told = shown.tasks.iter().map(|change| change.id.as_str());
        prop_assert_eq!(told.collect::<BTreeSet<_>>(), differ.collect::<BTreeSet<_>>());
        let (was, is) = (ids(&then), ids(&now));
        let [came, went] = came_and_went(&shown);
        prop_assert_eq!(came, is.difference(&was).cloned().collect::<BTreeSet<_>>());
        prop_assert_eq!(went, was.difference(&is).cloned().collect::<BTreeSet<_>>());
        // Claims before the day are held to two days, claims from it on to three.
        for (assessment, later) in [(&then, 2), (&now, 3)] {
            let decisions = assessment.households.iter().flat_map(|household| &household.history);
            for decision in decisions.filter(|decision| &**decision.grounds.clause() == "resource-6") {
                if let OwnershipChange::Claimed { deadline, .. } = &decision.change {
                    let days = if decision.date < day(LATER) { 2 } else { later };
                    prop_assert_eq!(*deadline, decision.date + Days::new(days));
                }
            }
        }
    }

    #[test]
    fn what_changed_is_what_differs_and_has_its_rows(dice in dice(6, 100, 60), cut in any::<prop::sample::Index>()) {
        let whole = books(rows(&dice, 0, true));
        let roster = whole.entries.len() - dice.len();
        let (less, more) = split(whole, roster + cut.index(dice.len()));
        let (then, now) = (on_day(&less, 90), on_day(&more, 90));
        let before = ComparedSide { assessment: &then, books: &less, policy: &POLICY };
        let changed = compare(before, ComparedSide { assessment: &now, books: &more, ..before }, CompareOptions::Rows);
        let back = compare(ComparedSide { assessment: &now, books: &more, ..before }, before, CompareOptions::Rows);
        let [came, went] = came_and_went(&changed);
        let without: BTreeSet<String> = ids(&then).difference(&went).cloned().collect();
        prop_assert_eq!(without.union(&came).cloned().collect::<BTreeSet<_>>(), ids(&now));
        prop_assert_eq!(changed.owners.len(), back.owners.len());
        prop_assert_eq!(changed.sums.len(), back.sums.len());
        let behind = changed.owners.iter().map(|change| &change.behind);
        let behind = behind.chain(changed.tasks.iter().map(|change| &change.behind));
        let behind = behind.chain(changed.violations.iter().map(|change| &change.behind));
        for behind in behind.chain(changed.sums.iter().map(|change| &change.behind)) {
            let behind = behind.as_ref().unwrap();
            prop_assert_eq!(behind.rows.is_empty(), behind.why == "elsewhere", "{:?}", behind);
            prop_assert!(behind.rows.iter().all(|row| (row.batch, row.change) == (2, "came")), "{:?}", behind);
        }
        let same = compare(before, before, CompareOptions::Rows);
        prop_assert!(same.owners.is_empty() && same.tasks.is_empty() && same.violations.is_empty() && same.sums.is_empty());
    }
}
