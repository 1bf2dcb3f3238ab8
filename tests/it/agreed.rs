//! The next contact agreed with a customer (约定回访, 约定电话): what every house has to do on the day a row names, at its borders.
#![allow(clippy::unwrap_used)]

use crate::small_books::books;
use chrono::NaiveDate;
use huifang::policy::{Assessment, Ended, Policy, ReportDates, Task, Urgency, assess, ends};
use serde_json::{Value, json};

fn house() -> Policy {
    Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap()
}

fn row(at: &str, fact: Value) -> Value {
    json!({"at": at, "contact": {"phone": "13800000001"}, "fact": fact})
}

/// A visit; `more`: what it says beside staff and day.
fn visit(at: &str, staff: &str, more: Value) -> Value {
    let mut fact = json!({"staff": staff});
    fact.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    row(at, json!({"visit": fact}))
}

fn call(at: &str, expert: &str, more: Value) -> Value {
    let mut fact = json!({"expert": expert});
    fact.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    row(at, json!({"expert_call": fact}))
}

fn agrees(next: &str) -> Value {
    json!({"next_at": next})
}

fn attempt() -> Value {
    json!({"result": "no_answer"})
}

fn assigned(at: &str, staff: &str) -> Value {
    row(at, json!({"assignment": {"staff": staff}}))
}

/// The day's list, read on the day before it.
fn reading(on: &str) -> ReportDates {
    let on: NaiveDate = on.parse().unwrap();
    ReportDates { as_of: on.pred_opt().unwrap(), on }
}

fn assessed(rows: &[Value], on: &str) -> Assessment {
    assess(&books(rows), &house(), reading(on))
}

/// What was agreed on and is listed for that day.
fn listed(rows: &[Value], on: &str) -> Vec<Task> {
    assessed(rows, on).tasks.into_iter().filter(|task| task.task.starts_with("agreed-")).collect()
}

/// Their days.
fn days(rows: &[Value], on: &str) -> Vec<String> {
    listed(rows, on).iter().map(|task| task.due.to_string()).collect()
}

/// How the only one of these rows stands at the end of that day.
fn end(rows: &[Value], as_of: &str) -> Option<Ended> {
    let as_of = as_of.parse().unwrap();
    let all = ends(&books(rows), &house(), ReportDates { as_of, on: as_of });
    let task = listed(&rows[..1], "2026-03-20").remove(0).id;
    all[&task]
}

#[test]
fn only_a_day_after_the_rows_own_is_agreed_on() {
    let of = |next| days(&[visit("2026-03-10", "A", agrees(next))], "2026-03-11");
    assert_eq!(of("2026-03-09"), [""; 0]);
    assert_eq!(of("2026-03-10"), [""; 0]);
    assert_eq!(of("2026-03-11"), ["2026-03-11"]);
}

#[test]
fn it_is_listed_from_its_day_for_thirty_days_after_it() {
    let rows = [visit("2026-03-10", "A", agrees("2026-03-20"))];
    let of = |on| listed(&rows, on).iter().map(|task| task.urgency).collect::<Vec<_>>();
    assert_eq!(of("2026-03-19"), []);
    assert_eq!(of("2026-03-20"), [Urgency::Due]);
    assert_eq!(of("2026-03-21"), [Urgency::Overdue]);
    assert_eq!(of("2026-04-19"), [Urgency::Overdue]);
    assert_eq!(of("2026-04-20"), []);
    let task = listed(&rows, "2026-03-20").remove(0);
    let days = [task.trigger, task.window_start, task.due].map(|day| day.to_string());
    assert_eq!((&*task.task, days), ("agreed-visit", ["2026-03-20"; 3].map(str::to_owned)));
    // However late, nobody missed anything.
    assert!(assessed(&rows, "2026-08-01").violations.is_empty());
}

#[test]
fn an_attempt_agrees_as_well_as_a_visit() {
    let rows = [visit("2026-03-10", "A", json!({"next_at": "2026-03-20", "result": "no_answer"}))];
    assert_eq!(days(&rows, "2026-03-20"), ["2026-03-20"]);
}

#[test]
fn whoever_reaches_the_customer_from_its_day_on_closes_it() {
    let agreed = visit("2026-03-10", "A", agrees("2026-03-20"));
    let of = |row: Value| days(&[agreed.clone(), row], "2026-03-22");
    // A call of the day before is no visit of the ledger, so it neither closes nor ends it.
    assert_eq!(of(call("2026-03-19", "E", json!({}))), ["2026-03-20"]);
    assert_eq!(of(call("2026-03-20", "E", json!({}))), [""; 0]);
    assert_eq!(of(visit("2026-03-20", "B", json!({}))), [""; 0]);
    assert_eq!(of(visit("2026-03-21", "B", json!({"result": "reached"}))), [""; 0]);
    assert_eq!(of(visit("2026-03-20", "A", attempt())), ["2026-03-20"]);
    assert_eq!(of(call("2026-03-20", "E", attempt())), ["2026-03-20"]);
    // Of another customer it is another visit.
    let mut other = visit("2026-03-20", "A", json!({}));
    other["contact"]["phone"] = json!("13900000009");
    assert_eq!(of(other), ["2026-03-20"]);
}

#[test]
fn the_next_row_of_the_ledger_ends_it_if_somebody_was_reached_or_another_day_is_named() {
    let agreed = visit("2026-03-10", "A", agrees("2026-03-20"));
    let of = |row: Value| days(&[agreed.clone(), row], "2026-03-22");
    assert_eq!(of(visit("2026-03-12", "B", json!({}))), [""; 0]);
    assert_eq!(of(visit("2026-03-12", "B", attempt())), ["2026-03-20"]);
    let again = |at, next| visit(at, "A", json!({"next_at": next, "result": "no_answer"}));
    assert_eq!(of(again("2026-03-12", "2026-03-21")), ["2026-03-21"]);
    assert_eq!(of(again("2026-03-21", "2026-03-22")), ["2026-03-22"]);
    // A row of the same day comes not after it, and one of another ledger is no next one.
    assert_eq!(of(again("2026-03-10", "2026-03-21")), ["2026-03-20", "2026-03-21"]);
    assert_eq!(of(call("2026-03-12", "E", json!({}))), ["2026-03-20"]);
    // Ended on the day after the list it is on that list still.
    let ended = [agreed, again("2026-03-21", "2026-04-01")];
    assert_eq!(days(&ended, "2026-03-21"), ["2026-03-20"]);
}

#[test]
fn what_ended_it_is_said() {
    let agreed = visit("2026-03-10", "A", agrees("2026-03-20"));
    let of = |row: Value| end(&[agreed.clone(), row], "2026-03-25");
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert_eq!(of(visit("2026-03-20", "B", attempt())), None);
    assert_eq!(of(visit("2026-03-19", "B", json!({}))), Some(Ended::Superseded { row: 2, on: day("2026-03-19") }));
    assert_eq!(of(visit("2026-03-20", "B", json!({}))), Some(Ended::By { row: 2, on: day("2026-03-20") }));
    let later = visit("2026-03-21", "A", json!({"next_at": "2026-03-30", "result": "no_answer"}));
    assert_eq!(of(later.clone()), Some(Ended::Superseded { row: 2, on: day("2026-03-21") }));
    // A call after that closes what was agreed on later, no longer this.
    let rows = [agreed, later, call("2026-03-22", "E", json!({}))];
    assert_eq!(end(&rows, "2026-03-25"), Some(Ended::Superseded { row: 2, on: day("2026-03-21") }));
}

#[test]
fn rows_that_name_the_same_day_are_one() {
    let first = visit("2026-03-10", "A", agrees("2026-03-20"));
    let again = visit("2026-03-12", "B", agrees("2026-03-20"));
    let rows = [first.clone(), again.clone()];
    let (one, both) = (listed(&rows[..1], "2026-03-20"), listed(&rows, "2026-03-20"));
    assert_eq!(both.len(), 1);
    assert_eq!(one[0].id, both[0].id);
    assert_eq!(both[0].behind.rows(), [1, 2]);
    // Who agreed on it last has to do it.
    let whose = |tasks: &[Task]| tasks[0].assignee.as_ref().map(ToString::to_string);
    assert_eq!((whose(&one).as_deref(), whose(&both).as_deref()), (Some("A"), Some("B")));
    // Another day in between changes nothing.
    let between = visit("2026-03-11", "A", agrees("2026-03-21"));
    assert_eq!(days(&[first, between, again], "2026-03-21"), ["2026-03-20"]);
}

#[test]
fn the_owner_does_it_and_without_one_whoever_agreed_on_it() {
    let whose = |rows: &[Value]| listed(rows, "2026-03-20")[0].assignee.as_ref().map(ToString::to_string);
    let (seen, called) =
        (visit("2026-03-10", "A", agrees("2026-03-20")), call("2026-03-10", "E", agrees("2026-03-20")));
    assert_eq!(whose(std::slice::from_ref(&seen)).as_deref(), Some("A"));
    assert_eq!(whose(std::slice::from_ref(&called)).as_deref(), Some("E"));
    assert_eq!(listed(std::slice::from_ref(&called), "2026-03-20")[0].task.as_ref(), "agreed-call");
    // The owner of the day the books are read at.
    assert_eq!(whose(&[assigned("2026-03-19", "B"), seen.clone()]).as_deref(), Some("B"));
    assert_eq!(whose(&[assigned("2026-03-20", "B"), seen]).as_deref(), Some("A"));
    assert_eq!(whose(&[assigned("2026-03-01", "B"), called]).as_deref(), Some("B"));
}

/// Somebody on the roster up to that day.
fn employed_until(staff: &str, left: &str) -> Value {
    json!({"at": null, "contact": null, "fact": {"staff": {"staff_id": staff, "name": staff, "left": left}}})
}

#[test]
fn who_has_left_is_not_asked_and_what_they_wrote_down_after_it_agrees_nothing() {
    let rows = |left| [employed_until("A", left), visit("2026-03-10", "A", agrees("2026-03-20"))];
    assert_eq!(listed(&rows("2026-03-19"), "2026-03-20")[0].assignee.as_ref().map(|id| id.as_str()), Some("A"));
    assert_eq!(listed(&rows("2026-03-18"), "2026-03-20")[0].assignee, None);
    assert_eq!(days(&rows("2026-03-10"), "2026-03-20"), ["2026-03-20"]);
    assert_eq!(days(&rows("2026-03-09"), "2026-03-20"), [""; 0]);
}

#[test]
fn who_is_to_be_left_alone_is_not_asked_for() {
    let of = |resumed| {
        let stop = row("2026-03-15", json!({"stop": {"reason": "refuses", "resumed": resumed}}));
        days(&[visit("2026-03-10", "A", agrees("2026-03-20")), stop], "2026-03-20")
    };
    assert_eq!(of("2026-03-21"), [""; 0]);
    assert_eq!(of("2026-03-20"), ["2026-03-20"]);
}

/// The clause of the only thing agreed on, by rows whose last names a task in `task`.
fn clause(rows: &[Value], task: &str) -> Option<String> {
    let mut rows = rows.to_vec();
    rows.push(visit("2026-03-10", "A", json!({"next_at": "2026-03-20", "method": "home", "task": task})));
    let listed = listed(&rows, "2026-03-20");
    listed[0].clause.as_ref().map(ToString::to_string)
}

/// The number of that task on the list of that day.
fn number(rows: &[Value], on: &str, task: &str) -> String {
    assessed(rows, on).tasks.iter().find(|listed| &*listed.task == task).unwrap().id.clone()
}

#[test]
fn it_stands_under_the_clause_of_the_task_the_row_answers() {
    let rows = [assigned("2026-02-01", "A"), row("2026-02-02", json!({"sale": {"staff": "A"}}))];
    let monthly = number(&rows, "2026-03-30", "monthly-form");
    let form = number(&rows, "2026-02-03", "form-2d");
    assert_eq!(clause(&rows, &monthly).as_deref(), Some("aftersales-4"));
    // The first alone counts, also where nothing has that number.
    assert_eq!(clause(&rows, &format!("{form}、{monthly}")).as_deref(), Some("aftersales-2"));
    assert_eq!(clause(&rows, &format!("T-AAAAAAAAAA、{monthly}")), None);
    assert_eq!(clause(&rows, ""), None);
}

#[test]
fn what_answers_something_agreed_on_stands_under_the_same_clause() {
    let mut rows = vec![assigned("2026-02-01", "A"), row("2026-02-02", json!({"sale": {"staff": "A"}}))];
    let monthly = number(&rows, "2026-03-30", "monthly-form");
    rows.push(visit("2026-03-01", "A", json!({"next_at": "2026-03-09", "task": monthly, "result": "no_answer"})));
    let agreed = number(&rows, "2026-03-09", "agreed-visit");
    assert_eq!(clause(&rows, &agreed).as_deref(), Some("aftersales-4"));
    // On the last day of the month, too, when the list is of the next.
    rows.push(visit("2026-03-10", "A", json!({"next_at": "2026-04-01", "task": agreed, "result": "no_answer"})));
    assert_eq!(listed(&rows, "2026-04-01")[0].clause.as_deref(), Some("aftersales-4"));
}

#[test]
fn a_task_of_a_state_that_stands_no_more_is_known_by_its_number() {
    let rows = [assigned("2026-03-01", "A"), row("2026-03-02", json!({"attendance": {"staff": "A"}}))];
    let visit = number(&rows, "2026-03-30", "party-visit");
    assert_eq!(clause(&rows, &visit).as_deref(), Some("resource-8"));
    let signup = [row("2026-03-08", json!({"signup": {"staff": "A", "channel": "flyer"}}))];
    let preheat = number(&signup, "2026-03-09", "preheat");
    let preheated = row("2026-03-09", json!({"preheat": {"staff": "A"}}));
    let [signup] = signup;
    assert_eq!(clause(&[signup, preheated], &preheat).as_deref(), Some("resource-6"));
}

#[test]
fn tasks_that_name_each_other_in_a_circle_stand_under_no_clause() {
    let rows = [visit("2026-03-10", "A", agrees("2026-03-20"))];
    let own = number(&rows, "2026-03-20", "agreed-visit");
    assert_eq!(clause(&[], &own), None);
}

#[test]
fn it_is_no_part_of_the_policy() {
    let policy = house();
    assert!(policy.obligation("agreed-visit").is_some() && policy.obligation("agreed-call").is_some());
    assert!(!serde_json::to_string(&policy).unwrap().contains("agreed-"));
    assert!(policy.entries().iter().all(|entry| !entry.part.id().contains("agreed-")));
}
