//! Who may import whom. A single crate lets cycles in, so this table keeps them out.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Of each top module the modules it may name.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("policy", &["domain"]),
    ("files", &[]),
    ("ingest", &["domain", "files"]),
    ("journal", &["domain", "files"]),
    ("texts", &["domain"]),
    ("templates", &["domain", "ingest", "texts"]),
    ("report", &["domain", "policy", "texts"]),
    ("render", &["domain", "policy", "texts", "report"]),
    ("cli", &["domain", "files", "policy", "ingest", "journal", "texts", "templates", "report", "render"]),
];

/// Words that read clock, terminal, environment, files or a database, and the modules that may.
const MAY_TOUCH: &[(&str, &[&str])] = &[
    ("rusqlite", &["journal"]),
    ("std::env", &["cli"]),
    ("Local::now", &["cli"]),
    ("SystemTime", &["cli"]),
    ("anyhow", &["cli"]),
    ("is_terminal", &["cli"]),
    ("calamine", &["ingest"]),
    ("std::fs", &["cli", "files", "ingest", "journal"]),
    ("comfy_table", &["render"]),
    ("fluent", &["texts"]),
];

fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The sources of each top module, without their tests.
fn modules() -> BTreeMap<String, Vec<(PathBuf, String)>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut modules: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for file in files {
        let inside = file.strip_prefix(&root).unwrap().to_owned();
        let is_test =
            inside.file_stem().is_some_and(|stem| stem == "tests") || inside.iter().any(|part| part == "tests");
        if inside.iter().count() > 1 && !is_test {
            let text = fs::read_to_string(&file).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            let module = inside.iter().next().unwrap().to_str().unwrap().to_owned();
            modules.entry(module).or_default().push((inside, code));
        }
    }
    modules
}

#[test]
fn imports_point_down_only() {
    let modules = modules();
    let known: Vec<&str> = MAY_USE.iter().map(|(module, _)| *module).collect();
    assert_eq!(modules.keys().map(String::as_str).collect::<Vec<_>>(), {
        let mut sorted = known.clone();
        sorted.sort_unstable();
        sorted
    });
    for (module, allowed) in MAY_USE {
        for (file, code) in &modules[*module] {
            for other in known.iter().filter(|other| *other != module && !allowed.contains(*other)) {
                assert!(!code.contains(&format!("crate::{other}")), "{} names {other}", file.display());
            }
        }
    }
}

#[test]
fn the_outside_world_is_touched_at_the_edges_only() {
    for (module, files) in modules() {
        for (word, allowed) in MAY_TOUCH.iter().filter(|(_, allowed)| !allowed.contains(&module.as_str())) {
            for (file, code) in &files {
                assert!(!code.contains(word), "{} touches {word}, which only {allowed:?} may", file.display());
            }
        }
    }
}

#[test]
fn no_file_holds_more_than_four_hundred_lines() {
    for (file, code) in modules().into_values().flatten() {
        let lines = code.lines().count();
        assert!(lines <= 400, "{} has {lines} lines", file.display());
    }
}
