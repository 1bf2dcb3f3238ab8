//! What contradicts itself between the tables of a policy file is refused, all of it at once.

use super::*;

const PRESET: &str = include_str!("../../presets/meeting-sales.toml");

/// The faults of the preset with one piece of it replaced: line and key.
fn faults(from: &str, to: &str) -> Vec<(usize, usize, &'static str)> {
    assert!(PRESET.contains(from), "{from}");
    let faults = Policy::parse(&PRESET.replacen(from, to, 1)).unwrap_err().faults;
    faults.iter().map(|fault| (fault.line, fault.column, fault.message.key)).collect()
}

fn line_of(text: &str) -> usize {
    PRESET[..PRESET.find(text).unwrap()].matches('\n').count() + 1
}

#[test]
fn every_preset_is_sound() {
    for (name, text) in Policy::PRESETS {
        assert_eq!(Policy::parse(text).unwrap().preset, name);
    }
}

#[test]
fn what_cannot_be_used_is_refused_where_it_stands() {
    for (from, to, line, column, key) in [
        ("idle_months = 1", "idle_months = 1\nidle = 1", line_of("idle_months") + 1, 1, "policy-fault-unknown-key"),
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
        ("id = \"relay\"", "id = \"agreed-call\"", line_of("id = \"relay\""), 6, "policy-fault-of-every-house"),
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
    let header = line_of("id = \"supervise-call\"") - 1;
    assert_eq!(faults("evidence = { ledger = \"supervision\" }", ""), [(header, 1, "policy-fault-no-evidence")]);
    assert_eq!(faults("window = { from = 0, to = 2 }", "")[0].2, "policy-fault-no-window");
}

#[test]
fn the_slips_that_people_make_have_words_of_their_own() {
    for (from, to, key) in [
        ("days = 2", "days = \"2\"", "policy-fault-type"),
        ("days = 2", "days = -2", "policy-fault-type"),
        ("days = 2", "days = 2\ndays = 3", "policy-syntax-key-twice"),
        ("days = 2", "days = 2天", "policy-syntax-unquoted"),
        ("days = 2", "days =", "policy-syntax-no-value"),
        ("days = 2", "days", "policy-syntax-no-value"),
        ("days = 2", "天数 = 2", "policy-syntax-key"),
        ("days = 2", "days = []", "policy-fault-from-none"),
        ("days = 2", "days = [{ from = 2027-01-01, value = 2 }]", "policy-fault-from-first"),
        ("days = 2", "days = [{ value = 2 }, { value = 3 }]", "policy-fault-from-later"),
        ("days = 2", "days = [{ value = 2 }, { form = 2027-01-01, value = 3 }]", "policy-fault-unknown-key-near"),
        ("yields_to_preheat = true", "yields_to_preheat = \"yes\"", "policy-fault-type"),
        ("[\"scattered\"]", "[\"scatered\"]", "policy-fault-unknown-word-near"),
        ("[\"scattered\"]", "[\"scattered\"", "policy-syntax-comma"),
        ("[\"scattered\"]", "[\"scattered]", "policy-syntax-open-quote"),
        ("amount = 50", "amount = 12.5", "policy-fault-sum"),
        ("amount = 50", "amount = { min = 20 }", "policy-fault-amount"),
        ("on = { state = \"claim\" }", "", "policy-fault-missing-key"),
        ("zh = \"预热\", ", "", "policy-fault-no-chinese"),
        (", en = \"preheat\"", "", "policy-fault-no-english"),
        ("statement.zh = \"公司免费", "statement.zh = \"\"\n# \"", "policy-fault-blank-words"),
        ("statement.zh = \"公司免费", "# \"", "policy-fault-no-chinese"),
        ("statement.zh = \"公司免费", "statement.cn = \"", "policy-fault-unknown-key"),
        ("# in_force_from = 2026-01-01", "in_force_from = 2026-02-30", "policy-syntax-date"),
        ("# in_force_from = 2026-01-01", "in_force_from = 10:00:00", "policy-fault-date"),
        ("# in_force_from = 2026-01-01", "in_force_from = \"2026-01-01\"", "policy-fault-type"),
        ("[calls]\n", "[call]\n", "policy-fault-unknown-key-near"),
        ("wage_month_days = 30", "wage_month_days = 0", "policy-fault-up-to"),
    ] {
        let found = faults(from, to);
        assert!(found.iter().any(|(_, _, of)| *of == key), "{to}: {found:?}");
    }
}

#[test]
fn what_no_report_could_make_sense_of_is_refused() {
    for (from, to, key) in [
        ("ceiling_percent = 20", "ceiling_percent = 0", "policy-fault-up-to"),
        ("ceiling_percent = 20", "ceiling_percent = { min = 10, max = 20 }", "policy-fault-up-to"),
        ("ceiling_percent = 20", "ceiling_percent = 20\nminimum_wage = 0", "policy-fault-above-zero"),
        ("wage_month_days = 30", "wage_month_days = 32", "policy-fault-up-to"),
        ("mode = \"amounts\"", "mode = \"points\"\nrate = 0", "policy-fault-above-zero"),
        ("amount = 50", "amount = -50", "policy-fault-negative"),
        ("amount = { min = 20", "amount = { min = -20", "policy-fault-negative"),
        ("missed = \"late-form\"", "missed = \"transfer-sale\"", "policy-fault-per-box"),
        ("sales_list = \"late-sales-list\"", "sales_list = \"transfer-sale\"", "policy-fault-paper-per"),
        (
            "channels = [\"scattered\"]",
            "channels = [\"scattered\"]\nreferrer = \"clear\"",
            "policy-fault-referrer-unread",
        ),
        ("channels = [\"scattered\"]", "channels = []", "policy-fault-hold-of-nothing"),
        ("title = { zh = \"预热\"", "title = { zh = \" \"", "policy-fault-blank-words"),
        ("id = \"preheat\"", "id = \"\"", "policy-fault-blank"),
        ("evidence = { ledger = \"supervision\" }", "evidence = { ledger = \"sale\" }", "policy-fault-evidence-ledger"),
    ] {
        let found = faults(from, to);
        assert!(found.iter().any(|(_, _, of)| *of == key), "{to}: {found:?}");
    }
}

#[test]
fn only_values_of_one_day_can_contradict_each_other() {
    let window = |from: &str, to: &str| {
        let later = format!(
            "window = {{ from = [{{ value = 0 }}, {{ from = 2027-01-01, value = {from} }}], to = [{{ value = 2 }}, {{ from = 2027-01-01, value = {to} }}] }}"
        );
        Policy::parse(&PRESET.replacen("window = { from = 0, to = 2 }", &later, 1)).is_ok()
    };
    assert!(window("3", "4"));
    assert!(!window("5", "4"));
}

#[test]
fn no_fault_hides_another() {
    let mut text = PRESET.to_owned();
    for (from, to) in [
        ("idle_months = 1", "idle_month = 1"),
        ("sole_claim = \"resource-6\"", "sole_claim = \"resource-66\""),
        ("days = 3", "days = -3"),
        ("[\"scattered\"]", "[\"scatered\"]"),
        ("evidence = { ledger = \"supervision\" }\n", ""),
        ("window = { from = 0, to = 2 }", "window = { from = 3, to = 2 }"),
        ("[sanctions]", "[sanction]"),
        ("amount = { min = 20", "amount = { min = 200"),
        ("missed = \"late-form\"", "missed = \"late\""),
    ] {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let faults = Policy::parse(&text).unwrap_err().faults;
    let keys: Vec<&str> = faults.iter().map(|fault| fault.message.key).collect();
    assert_eq!(
        keys,
        [
            "policy-fault-missing-key", // sanctions
            "policy-fault-missing-key", // idle_months
            "policy-fault-unknown-key-near",
            "policy-fault-unknown-clause",
            "policy-fault-type",
            "policy-fault-unknown-word-near",
            "policy-fault-no-evidence",
            "policy-fault-window-upside-down",
            "policy-fault-unknown-offence",
            "policy-fault-unknown-key-near",
            "policy-fault-range-upside-down",
        ]
    );
}

#[test]
fn what_is_no_toml_has_a_fault_for_each_line() {
    let faults = Policy::parse("preset = x\ntitle = \"会\n[[hold]]\ndays 2\n").unwrap_err().faults;
    let lines: Vec<usize> = faults.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [1, 2, 4]);
    assert!(Policy::parse("").unwrap_err().faults.iter().all(|fault| fault.message.key == "policy-fault-missing-key"));
}
