//! Explanations of books made of dice: what is told names what was recorded.

use super::stage::{Stage, text};
use crate::laws::books::{books, covered, day, dice, record};
use huifang::domain::{Books, Lang};
use huifang::policy::{HouseholdStatus, OwnershipChange, ReportDates};
use huifang::report::{Narrative, OwnersOf, RowRef, owners_history};
use proptest::prelude::*;

fn stage(books: Books, as_of: u64) -> Stage {
    Stage::new(books, ReportDates { as_of: day(as_of), on: day(as_of + 1) })
}

fn thrown() -> impl Strategy<Value = Books> {
    (dice(6, 120, 60), any::<bool>()).prop_map(|(dice, whole)| {
        let books = books(dice.iter().enumerate().map(|(ix, dice)| record(dice, 0, ix as u32, true)));
        if whole { covered(books) } else { books }
    })
}

/// The page without its line breaks: a wide one breaks only what is longer than it.
fn flat(told: &Narrative) -> String {
    text(told, u16::MAX).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the rows of a line `rows: … row 3, 7 (batch 1)` hold that one.
fn names_row(page: &str, row: &RowRef) -> bool {
    let number = row.row.to_string();
    page.split("books.csv row ").skip(1).any(|rest| {
        let rows = rest.split(" (batch").next().unwrap_or_default();
        rows.split(", ").any(|named| named == number)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_decision_is_told_with_its_clause_and_rows(books in thrown()) {
        let stage = stage(books, 110);
        for household in &stage.assessment.households {
            let explained = stage.explained(household, Lang::En);
            let page = flat(&stage.page(household, Lang::En));
            let told: Vec<_> = explained.timeline.iter().flat_map(|event| &event.changes).collect();
            prop_assert_eq!(told.len(), household.history.len());
            for (told, decision) in told.iter().zip(&household.history) {
                prop_assert_eq!(&told.clause, decision.grounds.clause());
                let rows: Vec<u64> = told.rows.iter().map(|row| row.seq).collect();
                prop_assert_eq!(&rows[..], decision.grounds.rows());
                prop_assert!(!told.rows.is_empty());
                prop_assert!(page.contains(&format!("{} [{}]", told.text, told.clause)), "{}\n{}", told.text, page);
                for row in &told.rows {
                    prop_assert!(names_row(&page, row), "row {} of {}\n{}", row.row, told.text, page);
                }
            }
            let passed = explained.timeline.iter().map(|event| event.passed.len()).sum::<usize>();
            prop_assert_eq!(passed, household.passed.len());
        }
    }

    #[test]
    fn every_violation_is_told_with_its_clause_and_rows(books in thrown()) {
        let stage = stage(books, 110);
        for violation in &stage.assessment.violations {
            let (explained, page) = stage.violation(&violation.id, Lang::En);
            let page = flat(&page);
            prop_assert!(page.contains(&format!("[{}]", violation.grounds.clause())), "{}", page);
            let rows: Vec<u64> = explained.rows.iter().flat_map(|told| &told.rows).map(|row| row.seq).collect();
            prop_assert_eq!(&rows[..], violation.grounds.rows());
            for row in explained.rows.iter().flat_map(|told| &told.rows) {
                prop_assert!(names_row(&page, row), "{}", page);
            }
            text(&stage.violation(&violation.id, Lang::Zh).1, 60);
        }
    }

    #[test]
    fn both_languages_tell_the_same_things(books in thrown()) {
        let stage = stage(books, 110);
        for household in &stage.assessment.households {
            let (zh, en) = (stage.page(household, Lang::Zh), stage.page(household, Lang::En));
            let shape = |told: &Narrative| {
                told.sections.iter().map(|section| section.paragraphs.len()).collect::<Vec<_>>()
            };
            prop_assert_eq!((zh.lead.len(), shape(&zh)), (en.lead.len(), shape(&en)));
            text(&zh, 60);
        }
    }

    #[test]
    fn the_last_interval_is_how_it_stands_and_none_overlap(books in thrown()) {
        let stage = stage(books, 110);
        for household in &stage.assessment.households {
            let all = owners_history(&stage.assessment, &stage.books, OwnersOf::default());
            let rows: Vec<_> = all.into_iter().filter(|row| row.household == household.key).collect();
            for pair in rows.windows(2) {
                prop_assert!(pair[0].to.is_some_and(|to| to <= pair[1].from));
                prop_assert!(pair[0].ended_by.is_some() && !pair[0].ended_rows.is_empty());
            }
            let last = rows.last().filter(|row| row.to.is_none());
            let status = match household.status {
                HouseholdStatus::Owned | HouseholdStatus::Open => Some("owned"),
                HouseholdStatus::Company => Some("company"),
                HouseholdStatus::Held | HouseholdStatus::Contested | HouseholdStatus::Lapsed => Some("none"),
                HouseholdStatus::Free => None,
            };
            prop_assert_eq!(last.map(|row| row.status.id()), status, "{:?}", household.history);
            prop_assert_eq!(last.and_then(|row| row.staff.clone()), household.owner.clone());
            if matches!(status, Some("owned" | "company")) {
                prop_assert_eq!(last.map(|row| row.from), household.since);
                prop_assert_eq!(last.map(|row| row.clause.clone()), household.clause.clone());
            }
            let owned = household.history.iter().filter(|one| matches!(one.change, OwnershipChange::Owned { .. })).count();
            prop_assert_eq!(rows.iter().filter(|row| row.status.id() == "owned").count(), owned);
        }
    }
}
