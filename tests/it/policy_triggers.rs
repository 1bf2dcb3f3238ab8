//! What starts something due, in a house's own words: the days each trigger comes to, at its borders.
#![allow(clippy::unwrap_used)]

use crate::small_books::books;
use chrono::NaiveDate;
use huifang::domain::{Books, Kind, StatedCoverage};
use huifang::policy::{Policy, ReportDates, ViolationBasis, assess};
use serde_json::{Value, json};

/// The preset in which the visit of the fifteenth day starts as said.
fn house(on: &str) -> Policy {
    let preset = Policy::preset_text("meeting-sales").unwrap();
    let usual = "on = { ledger = \"sale\", first = true }\nwindow = { from = 4, to = 15 }";
    assert!(preset.contains(usual));
    Policy::parse(&preset.replacen(usual, on, 1)).unwrap()
}

fn row(at: &str, fact: Value) -> Value {
    json!({"at": at, "contact": {"phone": "13800000001"}, "fact": fact})
}

fn sale(at: &str) -> Value {
    row(at, json!({"sale": {"staff": "A", "handed_in": "2026-04-05"}}))
}

fn visit(at: &str) -> Value {
    row(at, json!({"visit": {"staff": "A", "method": "home"}}))
}

/// Books in which the ledger of visits is complete.
fn covered(rows: &[Value]) -> Books {
    let stated = StatedCoverage { kind: Kind::Visit, department: None, through: "2026-12-31".parse().unwrap() };
    Books { stated: vec![stated], ..books(rows) }
}

/// Of that visit the last days it was missed by, and that of the one that is listed.
fn found(policy: &Policy, rows: &[Value], as_of: &str) -> (Vec<String>, Vec<String>) {
    let as_of: NaiveDate = as_of.parse().unwrap();
    let assessment = assess(&covered(rows), policy, ReportDates { as_of, on: as_of.succ_opt().unwrap() });
    let missed = assessment.violations.iter().filter(
        |violation| matches!(&violation.basis, ViolationBasis::Due(inquiry) if &*inquiry.obligation == "visit-15d"),
    );
    let listed = assessment.tasks.iter().filter(|task| &*task.task == "visit-15d");
    (missed.map(|violation| violation.date.to_string()).collect(), listed.map(|task| task.due.to_string()).collect())
}

const MONTHLY: &str = "on = { ledger = \"sale\", repeat = { months = 1 } }";

#[test]
fn a_repeated_visit_is_due_in_each_span_after_the_row() {
    let rows = [sale("2026-01-31")];
    // Months are added to the day itself and end with a short month.
    let of = |as_of| found(&house(MONTHLY), &rows, as_of);
    // The list is that of the next day, on which the second span begins.
    assert_eq!(of("2026-02-27"), (vec![], vec!["2026-02-28".to_owned()]));
    assert_eq!(of("2026-02-28"), (vec![], vec!["2026-02-28".to_owned(), "2026-03-31".to_owned()]));
    assert_eq!(of("2026-03-31").0, ["2026-02-28"]);
    assert_eq!(of("2026-04-01").0, ["2026-02-28", "2026-03-31"]);
}

#[test]
fn a_visit_closes_the_span_it_lies_in_and_no_other() {
    let of = |visited| found(&house(MONTHLY), &[sale("2026-01-31"), visit(visited)], "2026-04-30").0;
    // The day of the sale lies before the first span, the last day of a span in it.
    assert_eq!(of("2026-01-31"), ["2026-02-28", "2026-03-31"]);
    assert_eq!(of("2026-02-01"), ["2026-03-31"]);
    assert_eq!(of("2026-02-28"), ["2026-03-31"]);
    assert_eq!(of("2026-03-01"), ["2026-02-28"]);
}

#[test]
fn a_later_row_begins_anew() {
    let of = |again| found(&house(MONTHLY), &[sale("2026-01-31"), sale(again)], "2026-05-31").0;
    assert_eq!(of("2026-02-28"), ["2026-02-28", "2026-03-28", "2026-04-28", "2026-05-28"]);
    // A span that has begun goes on.
    assert_eq!(of("2026-03-01"), ["2026-02-28", "2026-03-31", "2026-04-01", "2026-05-01"]);
}

#[test]
fn no_span_ends_after_the_day_the_row_names() {
    let days = |until: &str| {
        let on = "on = { ledger = \"sale\", repeat = { days = 30, until = \"handed_in\" } }";
        let sale = row("2026-02-01", json!({"sale": {"staff": "A", "handed_in": until}}));
        found(&house(on), &[sale], "2026-06-30").0
    };
    assert_eq!(days("2026-04-02"), ["2026-03-03", "2026-04-02"]);
    assert_eq!(days("2026-04-01"), ["2026-03-03"]);
}
