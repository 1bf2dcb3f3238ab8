//! The texts themselves: both languages whole, every text used, words that mislead avoided.

use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

mod keys;

/// The texts of one language by key, comments and blank lines left out.
fn texts_of(lang: Lang) -> BTreeMap<String, String> {
    let source: String = FILES.iter().filter(|(of, _)| *of == lang).map(|(_, source)| format!("{source}\n")).collect();
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut current = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        if let Some((key, rest)) = line.split_once('=').filter(|_| !line.starts_with([' ', '}'])) {
            current = key.trim().to_owned();
            assert!(texts.insert(current.clone(), rest.to_owned()).is_none(), "{current} stands twice");
        } else {
            texts.get_mut(&current).unwrap().push_str(line);
        }
    }
    texts
}

fn places(text: &str) -> BTreeSet<&str> {
    let name = |rest: &'_ str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    text.split('$').skip(1).map(|rest| &rest[..name(rest)]).collect()
}

fn rust_files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The program's own text, file by file.
fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files.into_iter().map(|file| (file.clone(), fs::read_to_string(&file).unwrap())).collect()
}

#[test]
fn both_files_are_sound_fluent() {
    for (lang, source) in FILES {
        if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
            panic!("{lang:?}: {errors:?}");
        }
    }
}

#[test]
fn neither_language_misses_a_text_or_a_place() {
    let (zh, en) = (texts_of(Lang::Zh), texts_of(Lang::En));
    let keys = |texts: &BTreeMap<String, String>| texts.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(keys(&zh), keys(&en));
    // A Chinese reader needs no id beside a word, but an English one the word that stands in the ledger.
    for (key, text) in zh.iter().filter(|(key, _)| *key != "ingest-word") {
        assert_eq!(places(text), places(&en[key]), "the places of {key}");
    }
}

/// Whether a key made at run time may end so: in ids that stand in the sources.
fn is_made_of(rest: &str, words: &BTreeSet<&str>) -> bool {
    words.contains(rest)
        || rest.match_indices('-').any(|(at, _)| words.contains(&rest[..at]) && is_made_of(&rest[at + 1..], words))
}

#[test]
fn every_text_is_said_somewhere() {
    let texts = texts_of(Lang::Zh);
    let sources = sources();
    let mut words: BTreeSet<&str> = sources.iter().flat_map(|(_, source)| source.split('"')).collect();
    for list in ["policy-check-", "cli-check-"] {
        words.extend(words.clone().iter().filter_map(|word| word.strip_prefix(list)));
    }
    // `format!("report-{list}-{id}")` begins a key made at run time.
    let starts: BTreeSet<&str> = words
        .iter()
        .filter_map(|word| word.split_once('{'))
        .map(|(start, _)| start)
        .filter(|start| start.ends_with('-'))
        .collect();
    let is_made =
        |key: &str| starts.iter().any(|start| key.strip_prefix(start).is_some_and(|rest| is_made_of(rest, &words)));
    let in_another = |key: &str| texts.values().any(|text| text.contains(&format!("{{ {key} ")));
    let is_said = |key: &str| words.contains(key) || is_made(key) || in_another(key);
    // The help's keys are those of commands and arguments, and words those of values; `cli::help` and `cli::words` hold them.
    let is_held = |key: &str| key.starts_with("help-") || key.starts_with("cli-word-");
    let never: Vec<&String> = texts.keys().filter(|key| !is_held(key) && !is_said(key)).collect();
    assert!(never.is_empty(), "nothing says {never:?}");
}

#[test]
fn a_message_inside_a_list_speaks_the_language_of_the_whole() {
    let words = vec!["甲", "乙"];
    assert_eq!(Texts::new(Lang::Zh).arg(&words.clone().into(), &Phone::masked), "甲、乙");
    assert_eq!(Texts::new(Lang::En).arg(&words.into(), &Phone::masked), "甲, 乙");
}

/// Whether somebody who reads Chinese takes it for a part of their text.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '，' | '。' | '：' | '；' | '（' | '）' | '“' | '”' | '、' | '…')
}

/// What stands in a Chinese text as in a foreign one: half-width marks beside Chinese characters, and back quotes.
fn foreign_marks(text: &str) -> Vec<String> {
    // What a place is filled with ends in anything, so a mark beside it counts as one beside Chinese.
    let filled = |c: char| is_chinese(c) || matches!(c, '{' | '}');
    let chars: Vec<char> = text.chars().filter(|c| *c != ' ').collect();
    let beside = |at: usize| {
        let (before, after) = (at.checked_sub(1).and_then(|at| chars.get(at)), chars.get(at + 1));
        let any = [before, after].into_iter().flatten().any(|c| is_chinese(*c));
        any || [before, after].into_iter().all(|c| c.is_some_and(|c| filled(*c)))
    };
    let is_foreign =
        |at: usize, c: char| c == '`' || matches!(c, ',' | ':' | ';' | '(' | ')' | '?' | '!') && beside(at);
    let found = chars.iter().enumerate().filter(|(at, c)| is_foreign(*at, **c));
    found.map(|(at, _)| chars[at.saturating_sub(4)..(at + 5).min(chars.len())].iter().collect()).collect()
}

#[test]
fn chinese_is_written_with_its_own_marks() {
    let found: Vec<(String, Vec<String>)> = texts_of(Lang::Zh)
        .into_iter()
        // What is written in a policy file is shown as it is written there.
        .map(|(key, text)| (key, text.replace("{\"{\"}", "").replace("{\"}\"}", "")))
        .map(|(key, text)| (key, foreign_marks(&text)))
        .filter(|(key, marks)| !marks.is_empty() && key != "policy-fault-no-window" && key != "policy-fault-from-later")
        .collect();
    assert_eq!(found, []);
    for (name, preset) in crate::policy::Policy::PRESETS {
        let words = preset
            .lines()
            .filter(|line| !line.trim_start().starts_with('#'))
            .flat_map(|line| line.split('"').skip(1).step_by(2));
        let found: Vec<String> = words.flat_map(foreign_marks).collect();
        assert_eq!(found, Vec::<String>::new(), "{name}");
    }
}

/// Words that mislead in an office, in each language, with what stands in their place.
const MISLEADING: [(Lang, &[(&str, &str)]); 2] = [
    (
        Lang::Zh,
        &[
            ("截止日", "数据截至：a 截止日 is a deadline"),
            ("收件夹", "收件箱"),
            ("流水", "台账库：流水 is turnover"),
            ("今日应办", "当日应办"),
            ("制度指向", "按制度属"),
            ("制度金额", "按制度应处金额"),
            ("否则：", "逾期后"),
            ("可以取得", "可以接手"),
            ("此行", "这一行"),
            ("无人办理", "不算数"),
            ("外壳", "命令行"),
            ("读不懂", "无法识别"),
            ("算例", "测试实例"),
            ("正式登记", "登记"),
            ("）前", "最迟：前 leaves the day out"),
            ("y/N)", "（y/N）"),
            ("``", "“”"),
        ],
    ),
    (
        Lang::En,
        &[
            ("takings-out", "reverts"),
            ("taken out", "reverted"),
            ("come to (", "arose"),
            ("whose a ", "who owns a"),
            ("kinship", "family tie"),
            ("quarrel", "contest"),
            ("the house's ", "the company's"),
            ("laid down", "set"),
            (" is no date", "is not a date"),
            ("``", "`"),
        ],
    ),
];

#[test]
fn no_text_uses_a_word_that_misleads() {
    for (lang, words) in MISLEADING {
        for (key, text) in texts_of(lang) {
            for (word, instead) in words {
                assert!(!text.contains(word), "{key} says `{word}` ({instead}): {text}");
            }
        }
    }
}
