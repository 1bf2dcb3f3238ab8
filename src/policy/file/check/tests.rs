use super::*;

const PRESET: &str = include_str!("../../presets/meeting-sales.toml");

/// The faults of the preset with one piece of it replaced: line and key.
fn faults(from: &str, to: &str) -> Vec<(usize, usize, &'static str)> {
    assert!(PRESET.contains(from), "{from}");
    let faults = parse(&PRESET.replacen(from, to, 1)).unwrap_err().faults;
    faults.iter().map(|fault| (fault.line, fault.column, fault.message.key)).collect()
}

fn line_of(text: &str) -> usize {
    PRESET[..PRESET.find(text).unwrap()].matches('\n').count() + 1
}

#[test]
fn every_preset_is_sound() {
    for (name, text) in Policy::PRESETS {
        assert_eq!(parse(text).unwrap().preset, name);
    }
}

#[test]
fn what_cannot_be_used_is_refused_where_it_stands() {
    for (from, to, line, column, key) in [
        ("idle_months = 1", "idle_month = 1", line_of("idle_months"), 1, "policy-fault-form"),
        (
            "sole_claim = \"resource-6\"",
            "sole_claim = \"resource-66\"",
            line_of("sole_claim"),
            14,
            "policy-fault-unknown-clause",
        ),
        (
            "missed = \"late-form\"",
            "missed = \"late\"",
            line_of("missed = \"late-form\""),
            10,
            "policy-fault-unknown-offence",
        ),
        (
            "window = { from = 0, to = 2 }",
            "window = { from = 3, to = 2 }",
            line_of("window"),
            10,
            "policy-fault-window-upside-down",
        ),
        (
            "amount = { min = 20",
            "amount = { min = 200",
            line_of("amount = { min"),
            10,
            "policy-fault-range-upside-down",
        ),
        ("mode = \"amounts\"", "mode = \"points\"", line_of("mode = \"amounts\""), 8, "policy-fault-mode"),
        ("id = \"shield-form\"", "id = \"collude-form\"", line_of("id = \"collude-form\""), 6, "policy-fault-twice"),
    ] {
        assert_eq!(faults(from, to)[0], (line, column, key), "{to}");
    }
}

#[test]
fn every_channel_is_in_one_hold() {
    let keys = |from, to| faults(from, to).into_iter().map(|(_, _, key)| key).collect::<Vec<_>>();
    let (missing, overlapping) = ("policy-fault-no-hold", "policy-fault-overlapping-holds");
    assert_eq!(keys("[\"flyer\", \"community\", \"other\"]", "[\"flyer\", \"community\"]"), [missing]);
    assert_eq!(keys("channels = [\"scattered\"]", "channels = [\"scattered\", \"store\"]"), [overlapping]);
    assert_eq!(keys("referrer = \"unclear\"", "referrer = \"clear\""), [missing, overlapping]);
}

#[test]
fn an_obligation_needs_its_evidence_and_its_window() {
    assert_eq!(faults("evidence = { ledger = \"supervision\" }", "")[0].2, "policy-fault-form");
    assert_eq!(faults("window = { from = 0, to = 2 }", "")[0].2, "policy-fault-no-window");
}
