//! The documents say what the program does: every `console` block of the READMEs is run, in order, in a folder of its own.
//!
//! `$ huifang …` lines are run, what follows is what is printed; a line `…` stands for any lines. Commands of other
//! programs are not run here, but the two that a newcomer starts with must be the ones that continuous integration runs.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use assert_cmd::Command;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::fs;
use std::path::Path;

/// A command and what it prints.
struct Example {
    command: String,
    printed: Vec<String>,
}

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

fn examples(document: &str) -> Vec<Example> {
    let mut inside = false;
    let mut found: Vec<Example> = Vec::new();
    for event in Parser::new(document) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => inside = &*info == "console",
            Event::End(TagEnd::CodeBlock) => inside = false,
            Event::Text(text) if inside => {
                for line in text.lines() {
                    match line.strip_prefix("$ ") {
                        Some(command) => found.push(Example { command: command.to_owned(), printed: Vec::new() }),
                        None => {
                            found.last_mut().expect("a block begins with `$`").printed.push(line.trim_end().to_owned())
                        }
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether the lines printed are the ones expected, where `…` stands for any lines.
fn same(expected: &[String], printed: &[&str]) -> bool {
    match (expected.split_first(), printed.split_first()) {
        (None, rest) => rest.is_none(),
        (Some((line, rest)), _) if line == "…" => (0..=printed.len()).any(|skip| same(rest, &printed[skip..])),
        (Some((line, rest)), Some((first, others))) => line == first.trim_end() && same(rest, others),
        (Some(_), None) => false,
    }
}

fn hold(file: &str, lang: &str) {
    let folder = tempfile::tempdir().unwrap();
    let mut run = 0;
    for example in examples(&read(file)) {
        let words = shlex::split(&example.command).unwrap();
        if words[0] != "huifang" {
            continue;
        }
        let output = Command::cargo_bin("huifang")
            .unwrap()
            .args(&words[1..])
            .current_dir(folder.path())
            .env("HUIFANG_LANG", lang)
            .env_remove("COLUMNS")
            .env_remove("HUIFANG_WORKSPACE")
            .output()
            .unwrap();
        let printed = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        let lines: Vec<&str> = printed.trim_end().lines().collect();
        let expected = example.printed.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
        assert!(same(&example.printed[..expected], &lines), "{file}: `{}` prints\n{printed}", example.command);
        run += 1;
    }
    assert!(run > 3, "{file} shows only {run} commands");
}

#[test]
fn the_english_readme_is_true() {
    hold("README.md", "en");
}

#[test]
fn the_chinese_readme_is_true() {
    hold("README.zh-CN.md", "zh");
}

#[test]
fn the_two_commands_of_the_readmes_are_those_continuous_integration_runs() {
    let checks = read(".ci/run");
    for file in ["README.md", "README.zh-CN.md"] {
        for command in ["cargo run --release -- demo", "cargo test"] {
            assert!(examples(&read(file)).iter().any(|example| example.command == command), "{file}: {command}");
            assert!(checks.contains(&format!("step {command}")), "{command}");
        }
    }
}

/// The first block of plain text in a document.
fn picture(document: &str) -> String {
    let (_, rest) = document.split_once("```text\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_layers_are_drawn_once() {
    let library = read("src/lib.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("//!"))
        .map(str::trim_start)
        .fold(String::new(), |text, line| text + line + "\n");
    assert_eq!(picture(&library), picture(&read("ARCHITECTURE.md")));
}

/// Every document that another one links to, or that the code refers to, is there, and so is the section named.
#[test]
fn what_is_referred_to_is_there() {
    let sections: Vec<String> = read("docs/how-it-decides.md")
        .lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| line.trim_start_matches('#').trim().to_owned())
        .collect();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut found = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
                continue;
            }
            let text = fs::read_to_string(&entry).unwrap_or_default();
            for rest in text.split("docs/how-it-decides.md, ").skip(1) {
                let section = rest.split([')', ';', ':']).next().unwrap();
                assert!(sections.iter().any(|known| known == section), "{}: {section}", entry.display());
                found += 1;
            }
        }
    }
    assert!(found > 10, "{found}");
    for document in ["README.md", "README.zh-CN.md"] {
        for link in read(document).split("](").skip(1).filter_map(|rest| rest.split(')').next().map(str::to_owned)) {
            let is_file = !link.contains("://") && !link.starts_with('#');
            assert!(!is_file || Path::new(env!("CARGO_MANIFEST_DIR")).join(&link).exists(), "{document}: {link}");
        }
    }
}
