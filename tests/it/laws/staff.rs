//! Laws of people's histories: what becomes of somebody later leaves their earlier months alone.

use super::books::{Dice, books, covered, day, dice};
use super::{POLICY, charge, on_day, rows};
use chrono::NaiveDate;
use huifang::domain::{Books, Entry, Fact, Month, Record, Role, StaffId, StaffRow, Wage};
use huifang::policy::Assessment;
use huifang::report::{FinesBy, fines};
use proptest::prelude::*;

/// Something that happens to somebody, so many days after a month has begun.
#[derive(Debug, Clone)]
struct Turn {
    whom: usize,
    what: What,
    after: u64,
}

#[derive(Debug, Clone, Copy)]
enum What {
    Transferred,
    Raised,
    Promoted,
    Back,
    Paid,
}

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let what = prop::sample::select(vec![What::Transferred, What::Raised, What::Promoted, What::Back, What::Paid]);
    let turn = (0..5usize, what, 0..40u64).prop_map(|(whom, what, after)| Turn { whom, what, after });
    prop::collection::vec(turn, 1..5)
}

/// The first days of February, March and April, counted from the first day of the books.
const MONTHS: [u64; 3] = [31, 59, 90];

impl Turn {
    /// The row that a roster or a wage sheet gives for it.
    fn row(&self, month: u64) -> Record {
        let id = ["A", "B", "C", "D", "E"][self.whom];
        let from = day(month + self.after);
        let row = StaffRow { from: Some(from), tells_left: false, ..StaffRow::named(id, id) };
        let fact = match self.what {
            What::Transferred => Fact::Staff(StaffRow { department: Some("三部".to_owned()), ..row }),
            What::Raised => Fact::Staff(StaffRow { monthly_wage: Some(5000.into()), ..row }),
            What::Promoted => Fact::Staff(StaffRow { role: Some(Role::Manager), ..row }),
            What::Back => Fact::Staff(StaffRow { hired: Some(from), ..row }),
            What::Paid => Fact::Wage(Wage {
                staff: StaffId::new(id),
                month: Month::of(from),
                payable: Some(800.into()),
                base: Some(6000.into()),
            }),
        };
        Record { at: None, contact: None, fact }
    }
}

/// The books, and the same with what became of people from that month on at their end.
fn with_and_without(dice: &[Dice], turns: &[Turn], month: u64) -> [Books; 2] {
    let without = covered(books(rows(dice, 0, true)));
    let mut with = without.clone();
    for turn in turns {
        let seq = with.entries.len() as u64 + 1;
        with.entries.push(Entry { seq, source: 0, line: seq as u32 + 1, record: turn.row(month) });
    }
    [without, with]
}

/// Violations, sums and ownership of all months before that day. A visit long after the last day for it is told beside the
/// violation, whoever of the staff made it: that those words follow a later return is no change of the month.
fn before(assessment: &Assessment, until: NaiveDate) -> (Vec<String>, Vec<String>, Vec<String>) {
    let violations = assessment.violations.iter().filter(|violation| violation.date < until).map(charge);
    let months = [day(0), day(31), day(59)].map(Month::of).into_iter().filter(|month| month.first_day() < until);
    let sums = months.flat_map(|month| {
        let by = [FinesBy::Staff, FinesBy::Department];
        by.map(|by| format!("{:?}", fines(assessment, &POLICY.sanctions, month, by)))
    });
    let decisions = assessment.households.iter().flat_map(|household| {
        let made = household.history.iter().filter(|decision| decision.date < until);
        made.map(|made| format!("{} {} {:?} {}", household.key, made.date, made.change, made.grounds.clause()))
    });
    (violations.collect(), sums.collect(), decisions.collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn nobodys_earlier_month_changes_when_they_are_transferred_paid_more_or_come_back(
        dice in dice(6, 120, 70),
        turns in turns(),
        month in prop::sample::select(MONTHS.to_vec()),
    ) {
        let [without, with] = with_and_without(&dice, &turns, month).map(|books| on_day(&books, 125));
        prop_assert_eq!(before(&without, day(month)), before(&with, day(month)));
    }
}

#[test]
fn what_becomes_of_somebody_does_change_the_months_after_it() {
    let throw = |kind, day, staff, luck| Dice { kind, day, phone: 0, staff, luck };
    // A takes a resource that somebody left behind (half a month's wages) in each of three months.
    let dice = [throw(39, 20, 0, 3), throw(39, 50, 0, 3), throw(39, 80, 0, 3)];
    let raised = Turn { whom: 0, what: What::Raised, after: 0 };
    let moved = Turn { what: What::Transferred, ..raised.clone() };
    let [_, with] = with_and_without(&dice, &[raised, moved], 59);
    let assessment = on_day(&with, 110);
    let sums = [day(0), day(31), day(59)].map(|first| {
        let row = fines(&assessment, &POLICY.sanctions, Month::of(first), FinesBy::Staff).remove(0);
        (row.total.to_string(), row.department.unwrap(), row.ceiling.unwrap().to_string())
    });
    let sum =
        |total: &str, department: &str, ceiling: &str| (total.to_owned(), department.to_owned(), ceiling.to_owned());
    assert_eq!(
        sums,
        [sum("1500.00", "一部", "600.00"), sum("1500.00", "一部", "600.00"), sum("2500.00", "三部", "1000.00")]
    );
}

#[test]
fn a_visit_after_somebody_came_back_is_told_beside_the_month_it_missed_and_costs_what_it_did() {
    let throw = |kind, day, luck| Dice { kind, day, phone: 5, staff: 3, luck };
    // D sells on the first day, leaves on the sixtieth, and calls after having come back.
    let dice = [throw(23, 0, 0), throw(28, 61, 1_396_212_736)];
    let back = Turn { whom: 3, what: What::Back, after: 0 };
    let [without, with] = with_and_without(&dice, &[back], 31).map(|books| on_day(&books, 125));
    assert_eq!(before(&without, day(31)), before(&with, day(31)));
    let form = |assessment: &Assessment| {
        let form = assessment.violations.iter().find(|violation| &*violation.offence == "late-form").unwrap();
        format!("{:?}", form.detail)
    };
    assert!(form(&without).contains("policy-detail-missed"));
    assert!(form(&with).contains("policy-detail-late"));
}
