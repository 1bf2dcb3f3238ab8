//! The sorting laws hold for any rows in any order: text by bytes, nothing before everything, field after field.

use super::books::*;
use huifang::domain::Lang;
use huifang::policy::{Assessment, Certainty, Task, Urgency, Violation};
use huifang::report::*;
use proptest::prelude::*;
use serde_json::Value;
use std::cmp::Ordering;

fn few<T: Clone + std::fmt::Debug + 'static>(values: &[T]) -> impl Strategy<Value = T> + use<T> {
    proptest::sample::select(values.to_vec())
}

fn a_day() -> impl Strategy<Value = String> {
    (1..4).prop_map(|of| format!("2026-03-0{of}"))
}

fn a_phone() -> impl Strategy<Value = &'static str> {
    few(&["13800000001", "13800000002", "0211234567"])
}

prop_compose! {
    fn a_task()(
        number in "[a-c]",
        obligation in few(&["preheat", "form-2d", "visit-3d"]),
        assignee in few(&[None, Some("A"), Some("B"), Some("a")]),
        due in a_day(),
        whose in a_phone(),
        household in a_phone(),
        trigger in a_day(),
    ) -> Task {
        Task { household: phone(household), trigger: day(&trigger),
            ..task(&number, obligation, assignee, &due, Urgency::Due, whose) }
    }
}

prop_compose! {
    fn a_violation()(
        number in "[a-c]",
        date in a_day(),
        offence in few(&["poach", "late-form"]),
        staff in few(&[None, Some("A"), Some("B"), Some("a")]),
        phone in proptest::option::of(a_phone()),
        household in proptest::option::of(a_phone()),
    ) -> Violation {
        Violation { phone: phone.map(super::books::phone), household: household.map(super::books::phone),
            ..violation(&number, &date, offence, staff, Certainty::Recorded) }
    }
}

/// How two rows lie by those fields of their JSON.
fn by(fields: &[&str], a: &Value, b: &Value) -> Ordering {
    let field = |row: &Value, name: &str| row[name].as_str().map(|text| text.as_bytes().to_vec());
    fields.iter().map(|name| field(a, name).cmp(&field(b, name))).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

fn is_sorted<R: serde::Serialize>(rows: &[R], fields: &[&str]) -> bool {
    let rows: Vec<Value> = rows.iter().map(|row| serde_json::to_value(row).unwrap()).collect();
    rows.is_sorted_by(|a, b| by(fields, a, b).is_le())
}

proptest! {
    #[test]
    fn the_call_list_lies_by_day_household_task_phone_trigger_and_assignee(
        tasks in proptest::collection::vec(a_task(), 0..12),
    ) {
        let rows = due(&Assessment { tasks: tasks.clone(), ..assessment() }, &books(), None);
        prop_assert_eq!(rows.len(), tasks.len());
        prop_assert!(is_sorted(&rows, &["due", "household", "task", "phone", "trigger", "assignee", "id"]));
    }

    #[test]
    fn violations_lie_by_day_offence_person_and_customer(violations in proptest::collection::vec(a_violation(), 0..12)) {
        let mut stage = Stage::new(Lang::Zh);
        stage.assessment.violations = violations.clone();
        let rows = stage.violations(ViolationsOf::default());
        prop_assert_eq!(rows.len(), violations.len());
        prop_assert!(is_sorted(&rows, &["date", "offence", "staff", "phone", "household", "id"]));
        let evidence: Vec<_> = rows.iter().flat_map(|row| &row.evidence).collect();
        prop_assert_eq!(evidence.len(), rows.len());
        prop_assert!(is_sorted(&stage.fines(FinesBy::Staff), &["staff"]));
    }

    #[test]
    fn the_order_the_rules_concluded_in_does_not_show(
        tasks in proptest::collection::vec(a_task(), 0..8).prop_flat_map(|tasks| (Just(tasks.clone()), Just(tasks).prop_shuffle())),
    ) {
        let listed = |tasks: Vec<Task>| due(&Assessment { tasks, ..assessment() }, &books(), None);
        prop_assert_eq!(listed(tasks.0), listed(tasks.1));
    }
}
