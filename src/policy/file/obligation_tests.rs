//! Obligations as they are written: what cannot be answered is refused where it stands, and what the older form said is
//! read, and rewritten, as what it meant.
#![allow(clippy::unwrap_used)]

use crate::policy::Policy;

const PRESET: &str = include_str!("../presets/meeting-sales.toml");

/// The preset as it was written before there were queries.
const OLDER: &str = include_str!("../../../tests/golden/policy-older.toml");

/// The faults of the preset with one piece of it replaced: column and key.
fn faults(from: &str, to: &str) -> Vec<(usize, &'static str)> {
    assert!(PRESET.contains(from), "{from}");
    let error = Policy::parse(&PRESET.replacen(from, to, 1)).unwrap_err();
    error.faults.iter().map(|fault| (fault.column, fault.message.key)).collect()
}

const MEETING: &str = r#"on = { ledger = "sale", where = { place = "meeting" } }"#;
const FORM: &str = r#"evidence = { ledger = "visit", dated = ["submitted", "at"], by = "doer" }"#;

#[test]
fn a_query_that_nothing_can_answer_is_refused() {
    for (on, column, key) in [
        (r#"on = { ledger = "sales" }"#, 17, "policy-fault-unknown-word-near"),
        (r#"on = { ledger = "wage" }"#, 17, "policy-fault-query-ledger"),
        (r#"on = { ledger = "sale", where = { method = "home" } }"#, 44, "policy-fault-query-field"),
        (r#"on = { ledger = "sale", where = { place = "bus" } }"#, 43, "policy-fault-query-word"),
        (r#"on = { ledger = "sale", where = { place = "" } }"#, 43, "policy-fault-query-never-blank"),
        (r#"on = { ledger = "sale", where = { place = ["meeting", 3] } }"#, 55, "policy-fault-type"),
        (
            r#"on = { ledger = "sale", where = { boxes = { at_least = 3, at_most = 2 } } }"#,
            43,
            "policy-fault-query-upside-down",
        ),
        (r#"on = { ledger = "sale", where = { product = { at_least = 3 } } }"#, 45, "policy-fault-query-no-number"),
        (r#"on = { ledger = "sale", where = {} }"#, 33, "policy-fault-query-nothing"),
        (r#"on = { ledger = "sale", dated = "product" }"#, 33, "policy-fault-query-no-date"),
        (r#"on = { ledger = "expert_call", where = { problem = "yes" } }"#, 52, "policy-fault-type"),
        (r#"on = { where = { place = "meeting" } }"#, 6, "policy-fault-trigger"),
        (r#"on = "sale""#, 6, "policy-fault-type"),
        (r#"on = { state = "sale" }"#, 16, "policy-fault-unknown-word"),
        (r#"on = { every = "month", of = { ledger = "sale" }, until = "boxes" }"#, 59, "policy-fault-query-no-date"),
        (r#"on = { ledger = "sale", repeat = { until = "at" } }"#, 34, "policy-fault-repeat"),
        (r#"on = { ledger = "sale", repeat = { days = 0 } }"#, 34, "policy-fault-repeat"),
        (r#"on = { ledger = "sale", repeat = { days = 1, months = 1 } }"#, 34, "policy-fault-repeat"),
    ] {
        let found = faults(MEETING, on);
        assert!(found.contains(&(column, key)), "{on}: {found:?}");
    }
}

#[test]
fn evidence_that_its_trigger_cannot_have_is_refused() {
    for (evidence, key) in [
        (r#"evidence = { ledger = "stop", by = "doer" }"#, "policy-fault-evidence-of-nobody"),
        (r#"evidence = { ledger = "visit", same = "row", dated = "submitted" }"#, "policy-fault-same-row"),
        (r#"evidence = { ledger = "sale", same = "row" }"#, "policy-fault-same-row-dated"),
        (r#"evidence = { ledger = "visit", method = "home" }"#, "policy-fault-unknown-key"),
    ] {
        let found = faults(FORM, evidence);
        assert!(found.iter().any(|(_, of)| *of == key), "{evidence}: {found:?}");
    }
    let sound = PRESET.replacen(FORM, r#"evidence = { ledger = "sale", same = "row", dated = "handed_in" }"#, 1);
    assert!(Policy::parse(&sound).is_ok());
}

#[test]
fn the_older_form_says_what_the_preset_does() {
    assert_eq!(Policy::parse(OLDER).unwrap().digest(), Policy::parse(PRESET).unwrap().digest());
}

#[test]
fn the_older_form_is_rewritten_as_the_preset_is_written() {
    let upgraded = Policy::upgraded(OLDER).unwrap().unwrap();
    let read = Policy::parse(&upgraded.text).unwrap();
    assert_eq!(read.digest(), Policy::parse(OLDER).unwrap().digest());
    assert_eq!(upgraded.obligations.len(), read.obligations.len());
    assert_eq!(Policy::upgraded(&upgraded.text).unwrap(), None);
    assert_eq!(Policy::upgraded(PRESET).unwrap(), None);
    // Whatever is no obligation stays to the letter, and so does the order of the keys.
    let others = |text: &str| {
        let lines = text.lines().filter(|line| {
            !["trigger", "on =", "evidence", "with", "unsigned", "lacking"].iter().any(|key| line.starts_with(key))
        });
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(others(&upgraded.text), others(OLDER));
}

#[test]
fn remarks_and_spaces_stay_where_they_are() {
    let older = r#"id = "form-2d" # the paper
title = { zh = "两日内交回访表", en = "form within two days" }
clause = "aftersales-2"
  trigger   =  "meeting-purchase"   # why
window = { from = 0, to = 2 }
by = "owner"
with_expert = false # alone
unsigned = 'unsigned-form' # so
[obligation.evidence]
# whose
ledger = "visit"
by = "owner" # theirs
method = "home"
# and the expert
accompanied = true
dated = "submitted"
"#;
    let today = r#"id = "form-2d" # the paper
title = { zh = "两日内交回访表", en = "form within two days" }
clause = "aftersales-2"
  on   =  { ledger = "sale", where = { place = "meeting" } }   # why
window = { from = 0, to = 2 }
by = "owner"
 # alone
lacking = { where = { signed = true }, offence = 'unsigned-form' } # so
[obligation.evidence]
# whose
ledger = "visit"
by = "doer" # theirs
where = { method = "home", accompanied_by = "*" }
# and the expert

dated = ["submitted", "at"]
"#;
    for ending in ["\n", "\r\n"] {
        let whole = |obligation: &str| {
            let (before, rest) = PRESET.split_once("[[obligation]]").unwrap();
            let (_, after) = rest.split_once("[sanctions]").unwrap();
            format!("{before}[[obligation]]\n{obligation}[sanctions]{after}").replace('\n', ending)
        };
        let upgraded = Policy::upgraded(&whole(older)).unwrap().unwrap();
        assert_eq!(upgraded.text, whole(today));
        assert_eq!(upgraded.obligations, ["form-2d"]);
        let digest = |text: &str| Policy::parse(text).unwrap().digest();
        assert_eq!(digest(&upgraded.text), digest(&whole(older)));
    }
}
