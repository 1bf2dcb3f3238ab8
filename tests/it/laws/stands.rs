//! What was judged of a cluster of households can be written down, and says as long as it stands what is judged from scratch.

use super::books::{books, covered, day, dice, phone};
use super::rows;
use huifang::domain::{Books, Fact};
use huifang::policy::{ClusterVerdict, Policy, ReportDates, assess, conclude, ends, judge_clusters};
use proptest::prelude::*;
use std::sync::LazyLock;

/// The preset, and a house that visits again and again after each purchase.
static POLICIES: LazyLock<[Policy; 2]> = LazyLock::new(|| {
    let preset = Policy::preset_text("meeting-sales").unwrap();
    let once = "on = { ledger = \"sale\", first = true }\nwindow = { from = 4, to = 15 }";
    assert!(preset.contains(once));
    let again = preset.replacen(once, "on = { ledger = \"sale\", repeat = { days = 17 } }", 1);
    [preset, &again].map(|text| Policy::parse(text).unwrap())
});

/// So many days after it was judged a verdict is looked at again.
const DAYS: u64 = 50;

fn reading(as_of: u64) -> ReportDates {
    ReportDates { as_of: day(as_of), on: day(as_of + 1) }
}

fn judged(books: &Books, policy: &Policy, as_of: u64) -> Vec<ClusterVerdict> {
    judge_clusters(books, policy, reading(as_of))
}

/// Written down and read back.
fn kept(verdicts: &[ClusterVerdict]) -> Vec<ClusterVerdict> {
    serde_json::from_str(&serde_json::to_string(verdicts).unwrap()).unwrap()
}

/// What it says, whatever day it stands until.
fn said(verdict: &ClusterVerdict) -> ClusterVerdict {
    ClusterVerdict { stands_until: day(0), ..verdict.clone() }
}

/// Judges on a day and looks at that again on the days after; how many verdicts were used once more on a later day.
fn holds(books: &Books, policy: &Policy, first: u64) -> Result<usize, TestCaseError> {
    let of_first = judged(books, policy, first);
    let kept = kept(&of_first);
    prop_assert_eq!(&kept, &of_first);
    let mut used_again = 0;
    for later in first..first + DAYS {
        let standing: Vec<&ClusterVerdict> = kept.iter().filter(|verdict| day(later) <= verdict.stands_until).collect();
        let mut used = 0;
        let of_scratch = judged(books, policy, later);
        let mut verdicts = Vec::new();
        for fresh in of_scratch {
            match standing.iter().find(|verdict| verdict.key() == fresh.key()) {
                Some(standing) => {
                    prop_assert_eq!(said(standing), said(&fresh), "kept on day {}, used on day {}", first, later);
                    used += 1;
                    verdicts.push((*standing).clone());
                }
                None => verdicts.push(fresh),
            }
        }
        // None that stands is of households that are no cluster any more.
        prop_assert_eq!(used, standing.len());
        used_again += if later > first { used } else { 0 };
        let (whole, concluded) =
            (assess(books, policy, reading(later)), conclude(verdicts, books, policy, reading(later)));
        prop_assert_eq!(whole.households, concluded.households);
        prop_assert_eq!(whole.tasks, concluded.tasks);
        prop_assert_eq!(whole.violations, concluded.violations);
        prop_assert_eq!(whole.observations, concluded.observations);
        prop_assert_eq!(whole.roster, concluded.roster);
    }
    Ok(used_again)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_verdict_that_was_kept_says_what_is_judged_from_scratch(
        dice in dice(5, 90, 40),
        first in 0..130u64,
        is_covered in any::<bool>(),
        is_other in any::<bool>(),
    ) {
        let books = books(rows(&dice, 0, true));
        let policy = &POLICIES[usize::from(is_other)];
        let books = answering(books, policy);
        holds(&if is_covered { covered(books) } else { books }, policy, first)?;
    }
}

/// Visits and calls that say which tasks they answer: each one of all there ever were, of the same household or not.
fn answering(mut books: Books, policy: &Policy) -> Books {
    let tasks: Vec<String> = ends(&books, policy, reading(200)).into_keys().collect();
    for (ix, entry) in books.entries.iter_mut().enumerate().filter(|_| !tasks.is_empty()) {
        let answered = || Some(tasks[ix * 7 % tasks.len()].clone());
        match &mut entry.record.fact {
            Fact::Visit(visit) => visit.task = answered(),
            Fact::ExpertCall(call) => call.task = answered(),
            _ => {}
        }
    }
    books
}

/// Who names a day for the next contact is heard of again on that day, under the clause of what the row answers.
#[test]
fn what_was_agreed_on_stands_as_long_as_it_says() {
    let dice: Vec<_> = (0..24usize)
        .map(|ix| {
            let kind = if ix < 8 { 23 } else { 28 };
            super::books::Dice { day: 20 + ix as u64, phone: ix % 8, staff: ix % 2, kind, luck: 24 << 12 }
        })
        .collect();
    let books = answering(books(rows(&dice, 0, false)), &POLICIES[0]);
    let agreed = |as_of| {
        let tasks = judged(&books, &POLICIES[0], as_of).into_iter().flat_map(|verdict| verdict.tasks);
        tasks.filter(|task| &*task.task == "agreed-visit").map(|task| task.clause).collect::<Vec<_>>()
    };
    assert!((40..80).any(|day| agreed(day).iter().any(Option::is_some)));
    assert!((40..80).any(|day| agreed(day).iter().any(Option::is_none)));
    for first in (30..60).step_by(3) {
        holds(&books, &POLICIES[0], first).unwrap();
    }
}

/// A quiet book: nothing is dated later than the day, and what was begun runs on.
#[test]
fn in_a_quiet_book_most_verdicts_are_used_again() {
    let dice: Vec<_> = (0..24usize)
        .map(|ix| super::books::Dice { day: 20 + ix as u64, phone: ix, staff: ix, kind: (ix % 30) as u8, luck: 0 })
        .collect();
    let books = books(rows(&dice, 0, false));
    let used = holds(&books, &POLICIES[0], 62).unwrap();
    assert!(used > 100, "{used}");
    assert!(judged(&books, &POLICIES[0], 62).iter().any(|verdict| verdict.key() == Some(&phone(0, 0))));
}
