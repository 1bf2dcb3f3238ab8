//! The house's own figures: what a changed policy file changes, and from which day on.
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use huifang::domain::{Books, Entry};
use huifang::policy::{Assessment, Cost, Policy, Reading, assess};
use serde_json::{Value, json};

fn policy(changes: &[(&str, &str)]) -> Policy {
    let mut text = Policy::preset_text("meeting-sales").unwrap().to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    Policy::parse(&text).unwrap()
}

fn books(rows: &[Value]) -> Books {
    let entry = |(ix, row): (usize, &Value)| Entry {
        seq: ix as u64 + 1,
        source: 0,
        line: ix as u32 + 2,
        record: serde_json::from_value(row.clone()).unwrap(),
    };
    Books { entries: rows.iter().enumerate().map(entry).collect(), ..Books::default() }
}

fn on(books: &Books, policy: &Policy, day: &str) -> Assessment {
    let as_of: NaiveDate = day.parse().unwrap();
    assess(books, policy, Reading { as_of, on: as_of.succ_opt().unwrap() })
}

fn signup(at: &str, phone: &str) -> Value {
    json!({"at": at, "contact": {"phone": phone}, "fact": {"signup": {"channel": "flyer", "staff": "A"}}})
}

fn forged(at: &str) -> Value {
    json!({"at": at, "fact": {"finding": {"staff": "A", "offence": "forged-form"}}})
}

#[test]
fn a_hold_is_the_one_in_force_on_the_day_of_the_claim() {
    let longer = policy(&[("days = 2", "days = [{ value = 2 }, { from = 2026-03-02, value = 3 }]")]);
    let books = books(&[signup("2026-03-01", "13800000001"), signup("2026-03-02", "13800000002")]);
    let deadlines: Vec<String> =
        on(&books, &longer, "2026-03-03").households.iter().map(|h| h.claims[0].deadline.to_string()).collect();
    assert_eq!(deadlines, ["2026-03-03", "2026-03-05"]);
}

#[test]
fn a_cost_is_the_one_in_force_on_the_violations_day() {
    let dearer = policy(&[(
        "amount = 200\nfirst_only = true\nfrom_second = \"asked-to-leave\"",
        "amount = [{ value = 200 }, { from = 2026-03-10, value = \"250.50\" }]",
    )]);
    let books = books(&[forged("2026-03-09"), forged("2026-03-10")]);
    let costs: Vec<Cost> = on(&books, &dearer, "2026-03-31").violations.iter().map(|v| v.cost).collect();
    assert_eq!(costs, [Cost::Yuan(200.into()), Cost::Yuan("250.50".parse().unwrap())]);
}

#[test]
fn nothing_dated_before_the_policy_is_in_force_is_a_violation() {
    let young = policy(&[("# in_force_from = 2026-01-01", "in_force_from = 2026-03-10")]);
    let books = books(&[forged("2026-03-09"), forged("2026-03-10")]);
    let found: Vec<_> =
        on(&books, &young, "2026-03-31").violations.iter().map(|v| (v.date.to_string(), v.occurrence)).collect();
    assert_eq!(found, [("2026-03-10".to_owned(), Some(1))]);
}

#[test]
fn coverage_stated_beside_the_rows_makes_what_is_missing_a_violation() {
    use huifang::domain::{Kind, Stated};
    let sold = json!({"at": "2026-03-02", "contact": {"phone": "13800000001"}, "fact": {"sale": {"staff": "A"}}});
    let mut books = books(&[signup("2026-03-01", "13800000001"), sold]);
    let statuses = |books: &Books| -> Vec<(String, &str)> {
        let assessment = on(books, &policy(&[]), "2026-03-06");
        assessment.violations.iter().map(|v| (v.offence.to_string(), v.status.id())).collect()
    };
    let pair = |status| [("late-form".to_owned(), status), ("missed-visit".to_owned(), status)];
    assert_eq!(statuses(&books), pair("pending"));
    books.stated =
        vec![Stated {
            kind: Kind::Visit, department: Some("二部".to_owned()), through: "2026-03-05".parse().unwrap()
        }];
    assert_eq!(statuses(&books), pair("pending"));
    books.stated[0].department = None;
    assert_eq!(statuses(&books), pair("recorded"));
    books.stated[0].through = "2026-03-04".parse().unwrap();
    assert_eq!(statuses(&books), [("late-form".to_owned(), "recorded"), ("missed-visit".to_owned(), "pending")]);
}
