//! Spells of employment, and what is in force on a day, at their borders.

use super::*;
use crate::domain::{Entry, Fact, Record, Wage};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A roster row of A: hired, last day (`-`: its sheet has no such column), department, from.
fn row(hired: &str, left: &str, department: &str, from: &str) -> StaffRow {
    StaffRow {
        hired: hired.parse().ok(),
        left: left.parse().ok(),
        tells_left: left != "-",
        department: (!department.is_empty()).then(|| department.to_owned()),
        from: from.parse().ok(),
        ..StaffRow::named("A", "甲")
    }
}

fn roster(facts: impl IntoIterator<Item = Fact>) -> Roster {
    let record = |fact| Record { at: None, contact: None, fact };
    let entry = |(seq, fact)| Entry { seq, source: 0, line: 2, record: record(fact) };
    Roster::of(&Books { entries: (1..).zip(facts).map(entry).collect(), ..Books::default() })
}

fn of(rows: &[StaffRow]) -> Roster {
    roster(rows.iter().cloned().map(Fact::Staff))
}

fn id() -> StaffId {
    StaffId::new("A")
}

fn employed(rows: &[StaffRow], days: &[&str]) -> Vec<bool> {
    days.iter().map(|text| of(rows).employed(&id(), day(text))).collect()
}

fn last_days(rows: &[StaffRow]) -> Vec<(String, Seq)> {
    of(rows).last_days(&id()).into_iter().map(|(last, row)| (last.to_string(), row)).collect()
}

#[test]
fn rows_of_different_first_days_are_different_spells() {
    let rows = [row("2025-01-01", "2026-03-31", "", ""), row("2026-08-01", "", "", "")];
    let days = ["2024-12-31", "2025-01-01", "2026-03-31", "2026-04-01", "2026-07-31", "2026-08-01"];
    assert_eq!(employed(&rows, &days), [false, true, true, false, false, true]);
    assert_eq!(last_days(&rows), [("2026-03-31".to_owned(), 1)]);
    assert_eq!(of(&rows).absence(&id(), day("2026-05-01")), Some(1));
}

#[test]
fn who_begins_anew_on_the_day_after_does_not_leave() {
    let rows = |hired| [row("2025-01-01", "2026-03-31", "", ""), row(hired, "2026-12-31", "", "")];
    assert_eq!(last_days(&rows("2026-04-01")), [("2026-12-31".to_owned(), 2)]);
    assert_eq!(last_days(&rows("2026-04-02")), [("2026-03-31".to_owned(), 1), ("2026-12-31".to_owned(), 2)]);
}

#[test]
fn a_later_row_gives_the_last_day_anew_only_if_its_sheet_asks_for_it() {
    let first = row("2025-01-01", "2026-03-31", "", "");
    let then = |left, from| last_days(&[first.clone(), row("2025-01-01", left, "", from)]);
    assert_eq!(then("-", ""), [("2026-03-31".to_owned(), 1)]);
    assert_eq!(then("", ""), []);
    assert_eq!(then("2026-04-30", ""), [("2026-04-30".to_owned(), 2)]);
    assert_eq!(then("", "2026-02-01"), [("2026-03-31".to_owned(), 1)]);
}

#[test]
fn a_row_without_a_first_day_is_of_the_spell_before_it() {
    let rows = [row("2025-01-01", "2026-03-31", "", ""), row("2026-08-01", "", "", ""), row("", "2026-09-30", "", "")];
    assert_eq!(last_days(&rows), [("2026-03-31".to_owned(), 1), ("2026-09-30".to_owned(), 3)]);
    assert_eq!(employed(&rows, &["2026-09-30", "2026-10-01"]), [true, false]);
    assert_eq!(employed(&[row("", "", "", "")], &["1999-01-01"]), [true]);
}

#[test]
fn what_holds_from_a_day_leaves_earlier_days_as_they_were() {
    let rows = [row("", "", "一部", ""), row("", "", "三部", "2026-09-01"), row("", "", "二部", "2026-06-01")];
    let department = |text: &str| of(&rows).department(&id(), day(text)).map(str::to_owned);
    let days = ["2020-01-01", "2026-05-31", "2026-06-01", "2026-08-31", "2026-09-01"];
    assert_eq!(days.map(|day| department(day).unwrap()), ["一部", "一部", "二部", "二部", "三部"]);
}

#[test]
fn a_blank_says_nothing_new_and_before_everything_the_first_row_speaks() {
    let rows = [row("", "", "二部", "2026-09-01"), row("", "", "一部", "2026-06-01"), row("", "", "", "2026-10-01")];
    let department = |text: &str| of(&rows).department(&id(), day(text)).map(str::to_owned);
    assert_eq!(
        ["2026-01-01", "2026-06-01", "2026-12-01"].map(|day| department(day).unwrap()),
        ["一部", "一部", "二部"]
    );
}

#[test]
fn a_word_that_is_no_role_is_one_only_where_the_house_says_so() {
    let manager = StaffRow { role: Some(Role::Manager), ..row("", "", "一部", "") };
    let later = StaffRow { position: Some("店 长".to_owned()), ..row("", "", "", "2026-06-01") };
    let roster = of(&[manager, later]);
    let managers =
        |roster: &Roster| ["2026-05-31", "2026-06-01"].map(|on| roster.manager(Some("一部"), day(on)).is_some());
    assert_eq!(managers(&roster), [true, false]);
    assert_eq!(roster.on(day("2026-06-01")).next().unwrap().position.as_deref(), Some("店 长"));
    let house = BTreeMap::from([("店长".to_owned(), Role::Manager)]);
    assert_eq!(managers(&roster.with_roles(&house)), [true, true]);
}

#[test]
fn wages_go_by_the_month_and_then_by_the_roster() {
    let wage = |month: &str, payable: &str, base: &str| {
        Fact::Wage(Wage {
            staff: id(),
            month: month.parse().unwrap(),
            payable: payable.parse().ok(),
            base: base.parse().ok(),
        })
    };
    let at = |from, sum: &str| Fact::Staff(StaffRow { monthly_wage: sum.parse().ok(), ..row("", "", "", from) });
    let roster = roster([
        at("", "3000"),
        at("2026-02-15", "4000"),
        wage("2026-03", "5000", ""),
        wage("2026-03", "", "4500"),
        wage("2026-03", "5100", ""),
        wage("2026-04", "", "4600"),
    ]);
    let priced = |on: &str| roster.wage(&id(), day(on)).unwrap().to_string();
    assert_eq!(
        ["2026-01-31", "2026-02-14", "2026-02-15", "2026-03-01", "2026-04-30", "2026-05-01"].map(priced),
        ["3000", "3000", "4000", "4500", "4600", "4000"]
    );
    let measured = |month: &str| roster.month_wage(&id(), month.parse().unwrap()).unwrap().to_string();
    assert_eq!(["2026-01", "2026-02", "2026-03", "2026-04"].map(measured), ["3000", "4000", "5100", "4600"]);
}
