//! What was judged of a cluster of households can be written down, and says as long as it stands what is judged from scratch.

use super::books::{books, covered, day, dice, phone};
use super::{POLICY, on_day, rows};
use huifang::domain::Books;
use huifang::policy::{ClusterVerdict, ReportDates, conclude, judge_clusters};
use proptest::prelude::*;

/// So many days after it was judged a verdict is looked at again.
const DAYS: u64 = 50;

fn reading(as_of: u64) -> ReportDates {
    ReportDates { as_of: day(as_of), on: day(as_of + 1) }
}

fn judged(books: &Books, as_of: u64) -> Vec<ClusterVerdict> {
    judge_clusters(books, &POLICY, reading(as_of))
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
fn holds(books: &Books, first: u64) -> Result<usize, TestCaseError> {
    let of_first = judged(books, first);
    let kept = kept(&of_first);
    prop_assert_eq!(&kept, &of_first);
    let mut used_again = 0;
    for later in first..first + DAYS {
        let standing: Vec<&ClusterVerdict> = kept.iter().filter(|verdict| day(later) <= verdict.stands_until).collect();
        let mut used = 0;
        let of_scratch = judged(books, later);
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
        let (whole, concluded) = (on_day(books, later), conclude(verdicts, books, &POLICY, reading(later)));
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
    ) {
        let books = books(rows(&dice, 0, true));
        holds(&if is_covered { covered(books) } else { books }, first)?;
    }
}

/// A quiet book: nothing is dated later than the day, and what was begun runs on.
#[test]
fn in_a_quiet_book_most_verdicts_are_used_again() {
    let dice: Vec<_> = (0..24usize)
        .map(|ix| super::books::Dice { day: 20 + ix as u64, phone: ix, staff: ix, kind: (ix % 30) as u8, luck: 0 })
        .collect();
    let books = books(rows(&dice, 0, false));
    let used = holds(&books, 62).unwrap();
    assert!(used > 100, "{used}");
    assert!(judged(&books, 62).iter().any(|verdict| verdict.key() == Some(&phone(0, 0))));
}
