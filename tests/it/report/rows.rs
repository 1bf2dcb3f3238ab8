//! What is listed and what is not, in boundary pairs.

use super::books::*;
use huifang::domain::Lang;
use huifang::policy::{Assessment, Certainty, Cost, HouseholdStatus, Mode, Violation};
use huifang::report::*;
use rust_decimal::Decimal;

fn ids<R>(rows: &[R], id: impl Fn(&R) -> &str) -> String {
    rows.iter().map(id).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_call_list_of_one_person_has_their_tasks_only() {
    let of = |staff: Option<&str>| ids(&due(&assessment(), &books(), staff.map(id).as_ref()), |row| &row.id).to_owned();
    assert_eq!(of(None), "T1 T4 T2 T3");
    assert_eq!(of(Some("A")), "T4 T3");
    assert_eq!(of(Some("E")), "");
}

#[test]
fn households_are_chosen_by_status_and_by_whoever_owns_or_claims_them() {
    let of = |status, staff: Option<&str>| {
        let staff = staff.map(id);
        ids(&owners(&assessment(), &books(), OwnersOf { status, past: false, staff: staff.as_ref() }), |row| {
            row.household.as_str()
        })
        .to_owned()
    };
    assert_eq!(of(None, None), "02112345678 13800000001 13800000003");
    assert_eq!(of(Some(HouseholdStatus::Company), None), "13800000001");
    assert_eq!(of(None, Some("A")), "13800000003");
    assert_eq!(of(None, Some("B")), "13800000003");
    assert_eq!(of(Some(HouseholdStatus::Free), Some("B")), "");
}

#[test]
fn violations_are_chosen_by_day_status_and_person() {
    let stage = Stage::new(Lang::Zh);
    let of = |of: ViolationsOf<'_>| ids(&stage.violations(of), |row| &row.id).to_owned();
    let from = |text: &str| ViolationsOf { from: Some(day(text)), ..ViolationsOf::default() };
    let to = |text: &str| ViolationsOf { to: Some(day(text)), ..ViolationsOf::default() };
    assert_eq!(of(from("2026-03-31")), "V1 V8");
    assert_eq!(of(from("2026-04-01")), "V8");
    assert_eq!(of(to("2026-03-01")), "V4");
    assert_eq!(of(to("2026-02-28")), "");
    assert_eq!(of(ViolationsOf { status: Some(Certainty::Upheld), ..ViolationsOf::default() }), "V2 V1");
    assert_eq!(of(ViolationsOf { staff: Some(&id("B")), ..ViolationsOf::default() }), "V3 V2");
}

/// One person's month with one upheld violation of that cost.
fn month_of(wage: Option<&str>, cost: Cost) -> FineRow {
    let row = staff("A", "甲", huifang::domain::Role::Specialist, None, wage);
    let assessment = Assessment {
        staffing: staffing(std::slice::from_ref(&row)),
        roster: [(id("A"), row)].into(),
        violations: vec![Violation { cost, ..violation("1", "2026-03-15", "poach", Some("A"), Certainty::Upheld) }],
        ..assessment()
    };
    fines(&assessment, &policy().sanctions, "2026-03".parse().unwrap(), FinesBy::Staff).remove(0)
}

#[test]
fn a_total_at_the_ceiling_is_not_over_it() {
    let at = |total: &str| month_of(Some("1000.03"), Cost::Yuan(total.parse().unwrap()));
    // A fifth of the wage is 200.006, shown as 200.01.
    assert_eq!(at("200.01").ceiling.unwrap().to_string(), "200.01");
    assert!(!at("200.00").over_ceiling);
    assert!(at("200.01").over_ceiling);
}

#[test]
fn without_a_wage_there_is_no_ceiling_and_nothing_is_over_it() {
    let month = month_of(None, Cost::WageUnknown);
    assert_eq!((month.ceiling, month.over_ceiling), (None, false));
    assert_eq!((month.count, month.unknown, month.total), (1, 1, Money::ZERO));
}

#[test]
fn only_months_of_people_with_something_not_waived_are_listed() {
    let stage = Stage::new(Lang::Zh);
    let of = |month: &str| {
        let rows = fines(&stage.assessment, &stage.policy.sanctions, month.parse().unwrap(), FinesBy::Staff);
        rows.iter().map(|row| row.staff.as_ref().unwrap().to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(of("2026-03"), "A B E");
    assert_eq!(of("2026-04"), "A");
    assert_eq!(of("2026-02"), "");
}

#[test]
fn a_department_is_the_sum_of_its_people() {
    let mut stage = Stage::new(Lang::Zh);
    stage.assessment.roster.get_mut(&id("B")).unwrap().department = Some("一部".to_owned());
    stage.assessment.staffing = staffing(&stage.assessment.roster.values().cloned().collect::<Vec<_>>());
    let rows = stage.fines(FinesBy::Department);
    let [alone, first] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!((alone.department.as_deref(), alone.suspected), (None, 1));
    assert_eq!((first.department.as_deref(), first.staff.as_ref(), first.ceiling), (Some("一部"), None, None));
    assert_eq!((first.count, first.unknown, first.pending, first.over_ceiling), (3, 1, 1, true));
    assert_eq!(first.by_offence["poach"].count, 2);
    assert_eq!(first.total.to_string(), "870.01");
}

#[test]
fn points_are_no_money_to_measure_against_a_wage() {
    let mut stage = Stage::new(Lang::Zh);
    stage.policy.sanctions.mode = Mode::Points { rate: Decimal::new(1, 1) };
    let row = stage.fines(FinesBy::Staff).remove(0);
    assert_eq!(
        (row.total.to_string().as_str(), row.ceiling, row.over_ceiling, row.unit),
        ("87.00", None, false, "points")
    );
    let title = |stage: &Stage| stage.listings(Medium::Page)[3].1.headings[3].title.clone();
    assert_eq!(title(&stage), "积分");
    stage.policy.sanctions.mode = Mode::Proposals;
    assert_eq!(title(&stage), "建议金额");
    assert_eq!(stage.fines(FinesBy::Staff)[0].ceiling.unwrap().to_string(), "870.00");
}
