//! A policy of the older form and what it is rewritten as judge every book alike.

use super::books::{books, covered, day, dice};
use super::rows;
use huifang::policy::{Policy, ReportDates, assess};
use proptest::prelude::*;
use std::sync::LazyLock;

/// The preset as it was written before there were queries.
const OLDER: &str = include_str!("../../golden/policy-older.toml");

/// What a house may have written otherwise, each with what it replaces.
const CHANGES: [(&str, &str); 6] = [
    ("", ""),
    ("trigger = \"first-purchase\"\nwindow = { from = 0", "trigger = \"meeting-purchase\"\nwindow = { from = 0"),
    (
        "by = \"owner\"\nanswers = \"seller\"\nevidence = { ledger = \"visit\", by = \"owner\", dated",
        "by = \"expert\"\nevidence = { ledger = \"visit\", by = \"owner\", dated",
    ),
    (
        "evidence = { ledger = \"visit\", by = \"owner\" }",
        "evidence = { ledger = \"visit\", method = \"phone\", dated = \"at\" }",
    ),
    ("evidence = { ledger = \"expert_call\", dated = \"relayed\" }", "evidence = { ledger = \"expert_call\" }"),
    ("trigger = \"problem-call\"", "trigger = \"visit-call\""),
];

/// Each of these houses' policies, and what it is rewritten as.
static POLICIES: LazyLock<Vec<[Policy; 2]>> = LazyLock::new(|| {
    let both = |(from, to): &(&str, &str)| {
        assert!(OLDER.contains(from), "{from}");
        let older = OLDER.replacen(from, to, 1);
        let upgraded = Policy::upgraded(&older).unwrap().unwrap().text;
        [older, upgraded].map(|text| Policy::parse(&text).unwrap())
    };
    CHANGES.iter().map(both).collect()
});

proptest! {
    #[test]
    fn both_judge_alike(throws in dice(6, 120, 60), as_of in 20..200u64, which in 0..CHANGES.len()) {
        let books = covered(books(rows(&throws, 0, true)));
        let reading = ReportDates { as_of: day(as_of), on: day(as_of + 1) };
        let [older, upgraded] = POLICIES[which].each_ref().map(|policy| assess(&books, policy, reading));
        prop_assert_eq!(format!("{older:?}"), format!("{upgraded:?}"));
    }
}
