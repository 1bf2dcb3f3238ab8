//! Laws of the rules that hold for all books, not only for the worked cases.
#![allow(clippy::unwrap_used)]

mod again;
pub mod books;
mod compare;
mod journal;
mod known;
mod older;
mod part;
mod reasons;
mod staff;
mod stands;
mod stores;

use books::{books, covered, day, dice, phone, record};
use huifang::domain::{Books, Phone, Record};
use huifang::policy::{Assessment, Household, Policy, ReportDates, Task, Violation, assess, observe};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static POLICY: LazyLock<Policy> =
    LazyLock::new(|| Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap());

fn on_day(books: &Books, as_of: u64) -> Assessment {
    assess(books, &POLICY, ReportDates { as_of: day(as_of), on: day(as_of + 1) })
}

/// Everything that is concluded, without the places of the rows behind it.
type Concluded = (Vec<String>, Vec<String>, Vec<String>);

fn household(household: &Household) -> String {
    let Household {
        key,
        members,
        status,
        owner,
        since,
        clause,
        claims,
        protected_until,
        attended,
        client,
        history,
        ..
    } = household;
    let history: Vec<_> =
        history.iter().map(|decision| (decision.date, &decision.change, decision.grounds.clause())).collect();
    format!(
        "{key} {members:?} {status:?} {owner:?} {since:?} {clause:?} {claims:?} {protected_until:?} {attended} {client} {history:?}"
    )
}

fn task(task: &Task) -> String {
    let mut text = format!("{task:?}");
    text.truncate(text.find("rows: [").unwrap());
    format!(
        "{text} {} {} {:?} {:?} {} {} {}",
        task.due, task.id, task.assignee, task.with, task.phone, task.household, task.call
    )
}

fn violation(v: &Violation) -> String {
    format!("{} {:?}", charge(v), v.detail)
}

/// What is held against whom at what cost, without the words about what came too late or not at all.
fn charge(v: &Violation) -> String {
    format!(
        "{} {} {} {} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        v.id,
        v.date,
        v.offence,
        v.grounds.clause(),
        v.status,
        v.staff,
        v.phone,
        v.household,
        v.cost,
        v.action,
        v.occurrence
    )
}

fn concluded(assessment: &Assessment) -> Concluded {
    (
        assessment.households.iter().map(household).collect(),
        assessment.tasks.iter().map(task).collect(),
        assessment.violations.iter().map(violation).collect(),
    )
}

/// What is concluded about households with phones of one book; what is counted per person of staff left out.
fn about(assessment: &Assessment, book: u8) -> Concluded {
    let prefix = phone(book, 0).as_str()[..7].to_owned();
    let of = |phone: &Phone| phone.as_str().starts_with(&prefix);
    let on_ladders = |v: &&Violation| POLICY.offence(&v.offence).is_some_and(|offence| offence.has_ladder());
    let violations = assessment.violations.iter().filter(|v| v.phone.as_ref().is_some_and(of) && !on_ladders(v));
    (
        assessment.households.iter().filter(|h| of(&h.key)).map(household).collect(),
        assessment.tasks.iter().filter(|t| of(&t.phone)).map(task).collect(),
        violations.map(violation).collect(),
    )
}

/// Rows of the throws, no two at the same time.
fn rows(dice: &[books::Dice], book: u8, links: bool) -> Vec<Record> {
    dice.iter().enumerate().map(|(ix, dice)| record(dice, book, ix as u32, links)).collect()
}

/// Links between established clients are refused one by one, in journal order; the law of order leaves them out.
fn no_link_refused(books: &Books, as_of: u64) -> bool {
    let reading = ReportDates { as_of: day(as_of), on: day(as_of + 1) };
    observe(books, reading).iter().all(|seen| seen.message.key != "policy-check-link-refused")
}

/// On a ladder violations of one day are counted in journal order, whatever their times; the law of order leaves them out.
fn no_tie_on_a_ladder(assessment: &Assessment) -> bool {
    let counted = assessment.violations.iter().filter(|violation| violation.occurrence.is_some());
    let steps: Vec<_> = counted.map(|violation| (&violation.staff, &violation.offence, violation.date)).collect();
    steps.iter().collect::<BTreeSet<_>>().len() == steps.len()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn the_order_of_rows_with_different_times_changes_nothing(
        (dice, order) in dice(6, 120, 60).prop_flat_map(|dice| {
            let order: Vec<usize> = (0..dice.len()).collect();
            (Just(dice), Just(order).prop_shuffle())
        }),
    ) {
        let rows = rows(&dice, 0, true);
        let shuffled = books(order.iter().map(|ix| rows[*ix].clone()));
        let straight = books(rows);
        prop_assume!(no_link_refused(&straight, 110) && no_link_refused(&shuffled, 110));
        let judged = on_day(&straight, 110);
        prop_assume!(no_tie_on_a_ladder(&judged));
        prop_assert_eq!(concluded(&judged), concluded(&on_day(&shuffled, 110)));
    }

    #[test]
    fn a_households_verdict_does_not_depend_on_others(one in dice(5, 120, 40), other in dice(5, 120, 40)) {
        let (mine, theirs) = (rows(&one, 1, true), rows(&other, 2, true));
        // Household numbers are common to all books, so of the second they are taken away.
        let theirs = theirs.into_iter().map(|mut record| {
            if let huifang::domain::Fact::Signup(signup) = &mut record.fact {
                signup.household = None;
            }
            record
        });
        let alone = on_day(&covered(books(mine.clone())), 110);
        let among = on_day(&covered(books(mine.into_iter().chain(theirs))), 110);
        prop_assert_eq!(about(&alone, 1), about(&among, 1));
    }

    #[test]
    fn rows_dated_after_the_day_change_nothing(before in dice(6, 70, 50), after in dice(6, 40, 30)) {
        let earlier = rows(&before, 0, false);
        let later = after.iter().enumerate().map(|(ix, dice)| {
            let dice = books::Dice { day: dice.day + 71, ..dice.clone() };
            record(&dice, 0, ix as u32, false)
        });
        let alone = on_day(&books(earlier.clone()), 70);
        let among = on_day(&books(earlier.into_iter().chain(later)), 70);
        prop_assert_eq!(concluded(&alone), concluded(&among));
    }

    #[test]
    fn nothing_is_concluded_without_a_clause_and_a_row_of_the_books(dice in dice(6, 120, 60)) {
        let books = books(rows(&dice, 0, true));
        let assessment = on_day(&books, 110);
        let decisions = assessment.households.iter().flat_map(|household| household.history.iter().map(|d| &d.grounds));
        let tasks = assessment.tasks.iter().map(|task| (task.clause.as_ref(), task.behind.rows()));
        let violations = assessment.violations.iter().map(|violation| &violation.grounds);
        let concluded = decisions.chain(violations).map(|grounds| (Some(grounds.clause()), grounds.rows()));
        for task in &assessment.tasks {
            prop_assert_eq!(task.clause.is_none(), task.task.starts_with("agreed-"));
        }
        for (clause, rows) in concluded.chain(tasks) {
            prop_assert!(clause.is_none_or(|id| &**id == "assignment" || POLICY.clause(id).is_some()));
            prop_assert!(!rows.is_empty());
            for row in rows {
                prop_assert!(books.entry(*row).is_some());
            }
        }
    }

    #[test]
    fn a_violation_keeps_its_id_whatever_phones_are_learnt_later(dice in dice(6, 100, 60)) {
        let known = rows(&dice, 0, true);
        // Later than the day, everybody turns out to have another number, before or after all others in order.
        let learnt = dice.iter().enumerate().map(|(ix, dice)| {
            let later = books::Dice { kind: 0, day: 120, ..dice.clone() };
            let mut record = record(&later, 0, ix as u32, false);
            let contact = record.contact.as_mut().unwrap();
            let first = ["130", "199"][dice.phone % 2];
            contact.others = vec![Phone::normalised(&format!("{first}{:08}", dice.phone))];
            record
        });
        let before = on_day(&books(known.clone()), 90);
        let after = on_day(&books(known.into_iter().chain(learnt)), 90);
        let said = |assessment: &Assessment| {
            let violations = assessment.violations.iter();
            violations.map(|v| (v.id.clone(), v.date, v.offence.clone(), v.staff.clone())).collect::<std::collections::BTreeSet<_>>()
        };
        prop_assert_eq!(said(&before), said(&after));
    }

    #[test]
    fn a_violation_keeps_its_id_as_the_days_go_by(dice in dice(6, 100, 50)) {
        let books = books(rows(&dice, 0, true));
        let ids = |as_of| on_day(&books, as_of).violations.into_iter().map(|v| v.id).collect::<std::collections::BTreeSet<_>>();
        let later = ids(130);
        // Forms handed in and problems told later than the day may still close what looks open on it, never before.
        prop_assert!(ids(100).is_subset(&later));
    }
}
