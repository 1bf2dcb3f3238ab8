//! The house's own figures: what a changed policy file changes, and from which day on.
#![allow(clippy::unwrap_used)]

use crate::small_books::books;
use chrono::NaiveDate;
use huifang::domain::Books;
use huifang::policy::{Assessment, Cost, Policy, ReportDates, assess};
use serde_json::{Value, json};

fn policy(changes: &[(&str, &str)]) -> Policy {
    let mut text = Policy::preset_text("meeting-sales").unwrap().to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    Policy::parse(&text).unwrap()
}

fn on(books: &Books, policy: &Policy, day: &str) -> Assessment {
    let as_of: NaiveDate = day.parse().unwrap();
    assess(books, policy, ReportDates { as_of, on: as_of.succ_opt().unwrap() })
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

/// A row of A's about that customer.
fn row(at: &str, phone: &str, fact: &Value) -> Value {
    json!({"at": at, "contact": {"phone": phone}, "fact": fact})
}

/// Two customers of A's, preheated on two days; what follows is dated by the day of each.
fn two_of_as(days: [&str; 2], then: impl Fn(&str, &str) -> Vec<Value>) -> Books {
    let of = |(day, phone): (&str, &str)| {
        let mut rows = vec![signup(day, phone), row(day, phone, &json!({"preheat": {"staff": "A"}}))];
        rows.extend(then(day, phone));
        rows
    };
    let rows: Vec<Value> = days.into_iter().zip(["13800000001", "13800000002"]).flat_map(of).collect();
    books(&rows)
}

const DAYS: [&str; 2] = ["2026-03-01", "2026-03-02"];

/// The preset with a figure that is greater by one from the second day on.
fn greater_from_the_second_day(from: &str, figure: u32) -> Policy {
    let timed = format!("[{{ value = {figure} }}, {{ from = 2026-03-02, value = {} }}]", figure + 1);
    let to = from.replace(&figure.to_string(), &timed);
    policy(&[(from, &to)])
}

#[test]
fn a_window_is_the_one_in_force_on_the_day_of_its_trigger() {
    let longer = greater_from_the_second_day("window = { from = 0, to = 2 }", 2);
    let sold = |day: &str, phone: &str| vec![row(day, phone, &json!({"sale": {"staff": "A"}}))];
    let tasks = on(&two_of_as(DAYS, sold), &longer, "2026-03-02").tasks;
    let due: Vec<String> =
        tasks.iter().filter(|task| &*task.task == "form-2d").map(|task| task.due.to_string()).collect();
    assert_eq!(due, ["2026-03-03", "2026-03-05"]);
}

#[test]
fn a_list_is_as_early_as_was_in_force_on_the_day_of_the_trigger() {
    let earlier = greater_from_the_second_day("listed_before = 7", 7);
    let came = |day: &str, phone: &str| vec![row(day, phone, &json!({"attendance": {"staff": "A"}}))];
    let books = two_of_as(DAYS, came);
    let listed = |day| {
        let tasks = on(&books, &earlier, day).tasks;
        tasks.iter().filter(|task| &*task.task == "party-visit").map(|task| task.due.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(listed("2026-03-23"), [""; 0]);
    assert_eq!(listed("2026-03-24"), ["2026-04-01", "2026-04-02"]);
}

#[test]
fn months_are_those_in_force_on_the_day_they_begin() {
    let protected = |policy: &Policy, books: &Books| -> Vec<String> {
        let households = on(books, policy, "2026-03-10").households;
        households.iter().map(|household| household.protected_until.unwrap().to_string()).collect()
    };
    let longer = |figure| greater_from_the_second_day(figure, 1);
    let came = |day: &str, phone: &str| vec![row(day, phone, &json!({"attendance": {"staff": "A"}}))];
    let visited = |day: &str, phone: &str| {
        let visit = json!({"visit": {"staff": "A", "method": "home"}});
        [came(day, phone), vec![row(day, phone, &visit)]].concat()
    };
    let until = ["2026-04-01", "2026-05-02"];
    assert_eq!(protected(&longer("followup_months = 1"), &two_of_as(DAYS, |_, _| Vec::new())), until);
    assert_eq!(protected(&longer("visit_months = 1"), &two_of_as(DAYS, came)), until);
    assert_eq!(protected(&longer("idle_months = 1"), &two_of_as(DAYS, visited)), until);
}

#[test]
fn a_sales_list_has_the_days_in_force_on_the_day_of_the_sale() {
    let longer = greater_from_the_second_day("sales_list_days = 1", 1);
    let sold = |day: &str, phone: &str| {
        let two_days_later = if day == DAYS[0] { "2026-03-03" } else { "2026-03-04" };
        vec![row(day, phone, &json!({"sale": {"staff": "A", "handed_in": two_days_later}}))]
    };
    let late: Vec<String> = on(&two_of_as(DAYS, sold), &longer, "2026-03-04")
        .violations
        .iter()
        .filter(|violation| &*violation.offence == "late-sales-list")
        .map(|violation| violation.date.to_string())
        .collect();
    assert_eq!(late, ["2026-03-02"]);
}

#[test]
fn a_new_customer_is_reported_within_the_days_in_force_on_the_day_of_the_signup() {
    let reported = |day: &str, phone: &str| {
        let next = if day == DAYS[0] { "2026-03-02" } else { "2026-03-03" };
        vec![row(day, phone, &json!({"signup": {"channel": "flyer", "staff": "A", "reported": next}}))]
    };
    let books = two_of_as(DAYS, reported);
    let late_in = |books: &Books, policy: &Policy| -> Vec<(String, &str)> {
        let violations = on(books, policy, "2026-03-04").violations;
        let late = violations.into_iter().filter(|violation| &*violation.offence == "late-report");
        late.map(|violation| (violation.date.to_string(), violation.detail.key)).collect()
    };
    let late = |policy: &Policy| late_in(&books, policy);
    let same_day = "policy-detail-late-report";
    assert_eq!(late(&policy(&[])), [("2026-03-01".to_owned(), same_day), ("2026-03-02".to_owned(), same_day)]);
    assert_eq!(late(&greater_from_the_second_day("report_days = 0", 0)), [("2026-03-01".to_owned(), same_day)]);
    // A house whose file knows nothing of it reports the same day, and its stamps hold.
    let silent = policy(&[("report_days = 0\n", "")]);
    assert_eq!((late(&silent), silent.digest()), (late(&policy(&[])), policy(&[]).digest()));
    let later = policy(&[("report_days = 0", "report_days = 1")]);
    assert!(late(&later).is_empty());
    let two_days = json!({"signup": {"channel": "flyer", "staff": "A", "reported": "2026-03-03"}});
    let two_days = self::books(&[row("2026-03-01", "13800000001", &two_days)]);
    assert_eq!(late_in(&two_days, &later), [("2026-03-02".to_owned(), "policy-detail-late-report-by")]);
    assert_ne!(later.digest(), silent.digest());
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
    use huifang::domain::{Kind, StatedCoverage};
    let sold = json!({"at": "2026-03-02", "contact": {"phone": "13800000001"}, "fact": {"sale": {"staff": "A"}}});
    let mut books = books(&[signup("2026-03-01", "13800000001"), sold]);
    let statuses = |books: &Books| -> Vec<(String, &str)> {
        let assessment = on(books, &policy(&[]), "2026-03-06");
        assessment.violations.iter().map(|v| (v.offence.to_string(), v.status.id())).collect()
    };
    let pair = |status| [("late-form".to_owned(), status), ("missed-visit".to_owned(), status)];
    assert_eq!(statuses(&books), pair("pending"));
    books.stated = vec![StatedCoverage {
        kind: Kind::Visit,
        department: Some("二部".to_owned()),
        through: "2026-03-05".parse().unwrap(),
    }];
    assert_eq!(statuses(&books), pair("pending"));
    books.stated[0].department = None;
    assert_eq!(statuses(&books), pair("recorded"));
    books.stated[0].through = "2026-03-04".parse().unwrap();
    assert_eq!(statuses(&books), [("late-form".to_owned(), "recorded"), ("missed-visit".to_owned(), "pending")]);
}
