//! Every key made anywhere: those written out, and those put together from a list and an id of it.

use super::*;
use crate::domain::{Channel, Kind, Method, Outcome, Place, Role, StopReason, Verdict};
use crate::policy::{Action, By, Certainty, EvidenceBy, HouseholdStatus, Per, Same};

type Ids = Vec<&'static str>;

fn with(ids: &[&'static str], more: &[&'static str]) -> Ids {
    ids.iter().chain(more).copied().collect()
}

/// The ids of every list whose words are found by `report-LIST-ID`, or by the beginning of a key.
#[allow(clippy::too_many_lines, reason = "one list a line")]
fn lists() -> BTreeMap<&'static str, Ids> {
    let kinds: Ids = Kind::ALL.iter().map(|kind| kind.id()).collect();
    let roles: Ids = Role::ALL.iter().map(|role| role.id()).collect();
    let methods: Ids = Method::ALL.iter().map(|method| method.id()).collect();
    let verdicts: Ids = Verdict::ALL.iter().map(|verdict| verdict.id()).collect();
    let channels: Ids = Channel::ALL.iter().map(|channel| channel.id()).collect();
    let standings: Ids = HouseholdStatus::ALL.iter().map(|standing| standing.id()).collect();
    let certainties: Ids = Certainty::ALL.iter().map(|certainty| certainty.id()).collect();
    let yes_or_no = vec!["yes", "no"];
    BTreeMap::from([
        ("report-act-", vec!["signup", "preheat", "invite", "attendance", "sale", "visit", "assignment", "none"]),
        ("report-action-", Action::ALL.iter().map(|action| action.id()).collect()),
        ("report-agreed-", vec!["agreed-visit", "agreed-call"]),
        ("report-answer-", yes_or_no.clone()),
        ("report-behind-", vec!["coverage", "stated", "household", "staff", "violations", "elsewhere"]),
        ("report-by-", By::ALL.iter().map(|by| by.id()).collect()),
        ("report-certainty-", certainties.clone()),
        ("report-change-", vec!["came", "went", "changed"]),
        ("report-channel-", with(&channels, &["referral-clear", "referral-unclear"])),
        ("report-compare-", vec!["unknown", "all-months"]),
        ("report-decided-", vec!["decided", "in-part", "by-people"]),
        ("report-dispute-", vec!["told", "contested", "company", "link", "suspicion"]),
        ("report-doing-", vec!["signup", "preheat", "attendance", "sale", "invite", "visit", "none"]),
        ("report-evidence-by-", EvidenceBy::ALL.iter().map(|by| by.id()).collect()),
        ("report-hands-", vec!["owned", "company", "none"]),
        ("call-sheet-page-", vec!["preheat", "visit", "expert_call", "supervision", "to-complete", "others"]),
        ("report-keep-", vec!["preheat", "home-visit", "touch", "follow-up"]),
        ("report-kind-", kinds.clone()),
        ("report-live-", yes_or_no),
        ("report-method-", with(&methods, &["none"])),
        ("report-mode-", vec!["amounts", "points", "proposals"]),
        ("report-outcome-", Outcome::ALL.iter().map(|outcome| outcome.id()).collect()),
        ("report-per-", Per::ALL.iter().map(|per| per.id()).collect()),
        ("report-place-", Place::ALL.iter().map(|place| place.id()).collect()),
        ("report-policy-", vec!["fired", "never-fired", "untested"]),
        ("report-role-", roles.clone()),
        ("report-same-", Same::ALL.iter().map(|same| same.id()).collect()),
        ("report-section-", vec!["owner", "task", "violation", "sum"]),
        ("report-standing-", vec!["prospect", "tracked", "client"]),
        (
            "report-status-",
            [&standings, &certainties[..], &["overdue", "due", "upcoming", "owned-past", "expiring"]].concat(),
        ),
        ("report-stop-", StopReason::ALL.iter().map(|reason| reason.id()).collect()),
        ("report-subject-", vec!["household", "person", "staff"]),
        ("report-sum-", vec!["yuan", "points", "yuan-proposed"]),
        ("report-turn-", vec!["lapses", "opens-unvisited", "opens-referral", "idle", "not-followed-up"]),
        ("report-unit-", vec!["yuan", "points", "yuan-proposed"]),
        ("report-verdict-", with(&verdicts, &["own"])),
        ("cli-verdict-", verdicts),
        ("templates-about-", kinds),
        ("templates-role-", roles),
    ])
}

/// The beginnings of keys that other tests hold: columns below, the help in `cli::help`, the words about columns in
/// `templates`, and what `check` lists here.
const HELD: [&str; 4] = ["report-field-", "help-value-", "templates-", "cli-check-of-"];

/// What looks like a key and is none: ids, and what keys are told apart by.
const NO_KEYS: [&str; 5] = ["first-purchase", "help-global", "report-kind", "report-status", "cli-word"];

/// The program without its tests and its comments, file by file.
fn code() -> Vec<(PathBuf, String)> {
    let is_test = |file: &Path| file.iter().any(|part| part == "tests" || part == "tests.rs");
    let bare = |source: &str| -> String {
        let before_tests = source.split("#[cfg(test)]").next().unwrap_or_default();
        before_tests
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .map(|line| format!("{line}\n"))
            .collect()
    };
    let files = sources().into_iter().filter(|(file, _)| !is_test(file));
    files.map(|(file, source)| (file, bare(&source))).collect()
}

/// What stands between `start` and the next quotation mark, everywhere.
fn behind<'c>(code: &'c str, start: &str) -> Vec<&'c str> {
    code.split(start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_key_written_out_has_a_text() {
    let texts = texts_of(Lang::Zh);
    let firsts: BTreeSet<&str> = texts.keys().filter_map(|key| key.split('-').next()).collect();
    let is_name =
        |word: &&str| word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_');
    let is_like_a_key = |word: &&str| {
        word.split_once('-').is_some_and(|(first, rest)| firsts.contains(first) && !rest.is_empty())
            && !word.ends_with('-')
    };
    let mut lost = Vec::new();
    for (file, code) in code() {
        let words = code.split('"').skip(1).filter(is_name).filter(is_like_a_key);
        let unknown = words.filter(|word| !texts.contains_key(*word) && !NO_KEYS.contains(word));
        lost.extend(unknown.map(|key| format!("{key}, in {}", file.display())));
    }
    assert_eq!(lost, Vec::<String>::new());
}

#[test]
fn every_list_that_makes_keys_is_known_here_and_has_all_its_words() {
    let lists = lists();
    let mut lost = Vec::new();
    for (file, code) in code() {
        let code = code.replace("Field::word(", "");
        let named = behind(&code, "word(\"").into_iter().map(|list| format!("report-{list}-"));
        let made = behind(&code, "format!(\"").into_iter().filter_map(|key| Some(key.split_once('{')?.0.to_owned()));
        let is_start = |key: &String| key.ends_with('-') && key.matches('-').count() > 1 && !key.starts_with('-');
        let unknown = |key: &String| !lists.contains_key(key.as_str()) && !HELD.contains(&key.as_str());
        lost.extend(
            named.chain(made).filter(is_start).filter(unknown).map(|key| format!("{key}, in {}", file.display())),
        );
    }
    assert_eq!(lost, Vec::<String>::new());
    for lang in Lang::ALL {
        let texts = texts_of(lang);
        let keys = lists.iter().flat_map(|(start, ids)| ids.iter().map(move |id| format!("{start}{id}")));
        let lost: Vec<String> = keys.filter(|key| !texts.contains_key(key)).collect();
        assert_eq!(lost, Vec::<String>::new(), "{lang:?}");
    }
}

#[test]
fn every_column_has_a_heading() {
    let texts = texts_of(Lang::Zh);
    let mut count = 0;
    for (file, code) in code() {
        // Listings are made there only.
        if !file.iter().any(|part| part == "report") {
            continue;
        }
        let code: String = code.split_whitespace().collect();
        let fields = ["text", "word", "code", "number"].map(|made| format!("Field::{made}(\""));
        let mut ids: Vec<&str> = fields.iter().flat_map(|field| behind(&code, field)).collect();
        ids.extend(behind(&code, ".headed(\""));
        // `("id", Form::Text, Space::Whole)`; what stands behind the last of them is no column.
        let mut columns: Vec<&str> = code.split("\",Form::").filter_map(|before| before.rsplit('"').next()).collect();
        columns.pop();
        ids.extend(columns);
        count += ids.len();
        let lost: Vec<&str> = ids.into_iter().filter(|id| !texts.contains_key(&format!("report-field-{id}"))).collect();
        assert_eq!(lost, Vec::<&str>::new(), "in {}", file.display());
    }
    assert!(count > 150, "{count} columns");
}

#[test]
fn what_check_lists_has_a_name() {
    let texts = texts_of(Lang::Zh);
    let observed = texts.keys().filter_map(|key| key.strip_prefix("policy-check-"));
    for code in observed.chain(["blank", "equal", "rejected", "twins", "warning"]) {
        assert!(texts.contains_key(&format!("cli-check-of-{code}")), "{code}");
    }
}
