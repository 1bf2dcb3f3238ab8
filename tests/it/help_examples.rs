//! The examples under each command's help: every one runs as it stands, in the demo's workspace, as somebody would type it.
#![allow(clippy::unwrap_used)]

use crate::clerk::{Clerk, Said};
use std::fs;
use std::path::Path;

type Run = fn(&Clerk, &str, &[&str]) -> Said;

/// What one reads, a line an entry, below that heading of a page of help.
fn below<'p>(page: &'p str, heading: &str) -> Vec<&'p str> {
    let lines = page.lines().skip_while(|line| *line != heading).skip(1);
    lines.take_while(|line| line.starts_with("  ")).map(str::trim).collect()
}

/// The commands a page of help lists.
fn listed(page: &str) -> Vec<String> {
    let entries = page.lines().filter_map(|line| line.strip_prefix("  ")?.split_once("  "));
    let is_command = |name: &&str| {
        name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    };
    // `help` tells of the others and has no page of its own.
    entries.map(|(name, _)| name).filter(is_command).filter(|name| *name != "help").map(str::to_owned).collect()
}

/// Every command that does something, those of a command after it, with its page.
fn pages(clerk: &Clerk, run: Run, of: &[String], all: &mut Vec<(String, String)>) {
    let args: Vec<&str> = of.iter().map(String::as_str).chain(["--help"]).collect();
    let said = run(clerk, ".", &args);
    assert_eq!(said.code, 0, "{args:?}: {said:?}");
    let commands = listed(&said.stdout);
    if commands.is_empty() {
        all.push((of.join(" "), said.stdout));
    }
    for command in commands {
        pages(clerk, run, &[of, &[command]].concat(), all);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// What the examples of one language name.
struct Names {
    heading: &'static str,
    ledger: &'static str,
    folder: &'static str,
    report: &'static str,
    policy: &'static str,
}

/// The demo's workspace, with a second batch, and with the files in it that the examples name.
fn workspace(run: Run, names: &Names) -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(run(&clerk, ".", &["demo", "w"]).code, 0);
    let signup = "at,customer,phone,channel,staff\n2026-10-30,程桂芳,13810005678,flyer,1001\n";
    clerk.write("w/second.csv", signup.replace("5678", "5677"));
    assert_eq!(run(&clerk, "w", &["import", "second.csv"]).code, 0);
    clerk.write(&format!("w/{}", names.ledger), signup);
    clerk.write(&format!("w/{}/signup.csv", names.folder), signup.replace("5678", "5679"));
    let policy = fs::read_to_string(clerk.path("w/policy.toml")).unwrap();
    clerk.write(&format!("w/{}", names.policy), policy);
    assert_eq!(run(&clerk, "w", &["due", "-o", names.report]).code, 0);
    clerk
}

fn all_run(run: Run, names: &Names) {
    let clerk = workspace(run, names);
    let mut all = Vec::new();
    pages(&clerk, run, &[], &mut all);
    assert!(all.len() > 20, "{all:?}");
    for (at, (command, page)) in all.iter().enumerate() {
        let examples = below(page, names.heading);
        assert!((1..=3).contains(&examples.len()), "{command}: {page}");
        for (nth, example) in examples.into_iter().enumerate() {
            assert!(example.starts_with(&format!("huifang {command}")), "`{example}` is none of {command}");
            // Each by itself, for some change what the next would meet.
            let own = format!("{at}-{nth}");
            copy(&clerk.path("w"), &clerk.path(&own));
            if command == "restore" {
                assert_eq!(run(&clerk, &own, &["revert", "2", "--yes"]).code, 0);
            }
            let words = shlex::split(example).unwrap();
            let words: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
            let said = run(&clerk, &own, &words);
            assert_eq!(said.code, 0, "{example}: {said:?}");
            assert!(!said.stdout.is_empty() || words.contains(&"-o"), "{example}: {said:?}");
            fs::remove_dir_all(clerk.path(&own)).unwrap();
        }
    }
}

#[test]
fn every_command_has_examples_that_run_in_chinese() {
    all_run(
        Clerk::zh_in,
        &Names {
            heading: "例如：",
            ledger: "11月2日.csv",
            folder: "台账",
            report: "应办清单.csv",
            policy: "新制度.toml",
        },
    );
}

#[test]
fn every_command_has_examples_that_run_in_english() {
    all_run(
        Clerk::en_in,
        &Names {
            heading: "Examples:",
            ledger: "2026-11-02.csv",
            folder: "ledgers",
            report: "due.csv",
            policy: "other.toml",
        },
    );
}
