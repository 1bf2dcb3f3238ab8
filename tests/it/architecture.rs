//! Who may import whom. A single crate lets cycles in, so this table keeps them out.
#![allow(clippy::unwrap_used)]

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

mod document;
mod kinds;
mod names;
mod rooms;

/// Of each top module the modules it may name.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("policy", &["domain"]),
    ("files", &[]),
    ("ingest", &["domain", "files"]),
    ("journal", &["domain", "files"]),
    ("texts", &["domain"]),
    ("templates", &["domain", "files", "ingest", "texts", "report"]),
    ("report", &["domain", "policy", "texts"]),
    ("render", &["domain", "policy", "texts", "report"]),
    ("cli", &["domain", "files", "policy", "ingest", "journal", "texts", "templates", "report", "render"]),
    ("main", &["cli"]),
    // Nothing is named at the root: what stands there would be a way around this table.
    ("lib", &[]),
];

/// What reads clock, terminal, environment, files or a database, and the modules, or folders of one, that may name it.
const MAY_TOUCH: &[(&str, &[&str])] = &[
    ("rusqlite", &["journal/sqlite"]),
    ("std::env", &["cli"]),
    ("std::process", &["cli", "main"]),
    ("chrono::Local", &["cli"]),
    ("chrono::Utc", &["cli"]),
    ("SystemTime", &["cli"]),
    ("anyhow", &["cli"]),
    ("clap", &["cli"]),
    ("is_terminal", &["cli"]),
    ("IsTerminal", &["cli"]),
    ("stdin", &["cli"]),
    ("stdout", &["cli"]),
    ("stderr", &["cli"]),
    ("calamine", &["ingest"]),
    ("std::fs", &["cli", "files", "ingest", "journal"]),
    ("comfy_table", &["render"]),
    ("fluent_bundle", &["texts"]),
];

/// What a source names: things of this crate by their place in it, and all other paths as they are written.
#[derive(Debug, Default, PartialEq)]
struct Names {
    here: BTreeSet<String>,
    elsewhere: BTreeSet<String>,
}

impl Names {
    /// Of a source whose module stands there in the crate; what is compiled for tests only is not read.
    fn of(code: &str, home: &[&str]) -> Names {
        let mut names = Names::default();
        let home: Vec<String> = home.iter().map(|part| (*part).to_owned()).collect();
        names.read(code.parse().unwrap(), &home, &[]);
        names
    }

    /// `under` is the beginning of a `use` tree before its braces.
    fn read(&mut self, stream: TokenStream, home: &[String], under: &[String]) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                TokenTree::Punct(mark) if mark.as_char() == '#' && is_for_tests(tokens.get(at)) => {
                    at += tokens[at..].iter().position(is_end).map_or(tokens.len(), |end| end + 1);
                }
                TokenTree::Group(group) => self.read(group.stream(), home, under),
                TokenTree::Ident(word) => {
                    if let (true, Some(TokenTree::Ident(name)), Some(TokenTree::Group(inner))) =
                        (word == "mod", tokens.get(at), tokens.get(at + 1))
                    {
                        self.read(inner.stream(), &[home, &[name.to_string()]].concat(), &[]);
                        at += 2;
                        continue;
                    }
                    let mut path = [under, &[plain(word)]].concat();
                    let mut is_whole = true;
                    while is_mark(tokens.get(at), ':') && is_mark(tokens.get(at + 1), ':') {
                        match tokens.get(at + 2) {
                            Some(TokenTree::Ident(word)) => path.push(plain(word)),
                            Some(TokenTree::Punct(mark)) if mark.as_char() == '*' => path.push("*".to_owned()),
                            Some(TokenTree::Group(inner)) if inner.delimiter() == Delimiter::Brace => {
                                self.read(inner.stream(), home, &path);
                                is_whole = false;
                            }
                            _ => break,
                        }
                        at += 3;
                    }
                    let is_renamed = matches!(tokens.get(at), Some(TokenTree::Ident(word)) if word == "as");
                    if is_renamed && !is_mark(tokens.get(at + 2), ':') {
                        // The other name is no path.
                        at += 2;
                    }
                    if is_whole {
                        self.add(path, home, is_renamed);
                    }
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {
                    // `use a::{*}`
                    if !under.is_empty() && is_mark(Some(token), '*') {
                        self.add([under, &["*".to_owned()]].concat(), home, false);
                    }
                }
            }
        }
    }

    fn add(&mut self, mut path: Vec<String>, home: &[String], is_renamed: bool) {
        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        let climbs = path.iter().take_while(|part| *part == "super").count();
        let (base, rest): (&[String], &[String]) = match path[0].as_str() {
            "crate" | "huifang" => (&[], &path[1..]),
            "super" => (&home[..home.len().saturating_sub(climbs)], &path[climbs..]),
            "self" => (home, &path[1..]),
            _ => {
                self.elsewhere.insert(path.join("::"));
                return;
            }
        };
        // Else it is a `pub(crate)` or the like, which names nothing.
        if !rest.is_empty() {
            self.here.insert([base, rest].concat().join("::"));
        } else if is_renamed {
            self.here.insert([base, &["*".to_owned()]].concat().join("::"));
        }
    }
}

fn plain(word: &proc_macro2::Ident) -> String {
    let word = word.to_string();
    word.strip_prefix("r#").map_or_else(|| word.clone(), str::to_owned)
}

fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

/// Whether what follows a `#` is `[cfg(test)]`.
fn is_for_tests(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Group(group)) if group.stream().to_string().replace(' ', "") == "cfg(test)")
}

/// Whether an item ends there.
fn is_end(token: &TokenTree) -> bool {
    is_mark(Some(token), ';') || matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// Whether a path holds those parts in a row.
fn holds(path: &str, parts: &str) -> bool {
    format!("::{path}::").contains(&format!("::{parts}::"))
}

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

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The sources of each top module, without their tests.
fn modules() -> BTreeMap<String, Vec<(PathBuf, String)>> {
    let mut files = Vec::new();
    sources(&root(), &mut files);
    let mut modules: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for file in files {
        let inside = file.strip_prefix(root()).unwrap().to_owned();
        let is_test =
            inside.file_stem().is_some_and(|stem| stem == "tests") || inside.iter().any(|part| part == "tests");
        if !is_test {
            let text = fs::read_to_string(&file).unwrap();
            let module = inside.with_extension("").iter().next().unwrap().to_str().unwrap().to_owned();
            modules.entry(module).or_default().push((inside, text));
        }
    }
    modules
}

/// What a file of the sources names.
fn names(file: &Path, code: &str) -> Names {
    let bare = file.with_extension("");
    let mut home: Vec<&str> = bare.iter().map(|part| part.to_str().unwrap()).collect();
    if matches!(home.last(), Some(&"mod" | &"main" | &"lib")) {
        home.pop();
    }
    Names::of(code, &home)
}

/// What a module of that name may not name among what it does, with the reason.
fn wrong<'a>(module: &str, allowed: &[&str], names: &'a Names) -> Vec<(&'a str, &'static str)> {
    let known = |top: &str| MAY_USE.iter().any(|(module, _)| *module == top);
    let judged = |path: &'a String| match path.split("::").next().unwrap_or_default() {
        top if top == module || allowed.contains(&top) => None,
        top if known(top) => Some((path.as_str(), "is above it or beside it")),
        _ => Some((path.as_str(), "is no module")),
    };
    names.here.iter().filter_map(judged).collect()
}

#[test]
fn imports_point_down_only() {
    let modules = modules();
    let known: BTreeSet<&str> = MAY_USE.iter().map(|(module, _)| *module).collect();
    assert_eq!(modules.keys().map(String::as_str).collect::<BTreeSet<_>>(), known);
    let mut found = Vec::new();
    for (module, allowed) in MAY_USE {
        for (file, code) in &modules[*module] {
            let names = names(file, code);
            let wrong = wrong(module, allowed, &names);
            found.extend(wrong.into_iter().map(|(path, why)| format!("{}: {path} {why}", file.display())));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_outside_world_is_touched_at_the_edges_only() {
    let mut found = Vec::new();
    for (module, files) in modules() {
        for (file, code) in &files {
            let names = names(file, code);
            let may = |allowed: &[&str]| allowed.iter().any(|of| module == *of || file.starts_with(of));
            for (word, allowed) in MAY_TOUCH.iter().filter(|(_, allowed)| !may(allowed)) {
                let touching = names.elsewhere.iter().find(|path| holds(path, word));
                found.extend(touching.map(|path| format!("{}: {path}, which only {allowed:?} may", file.display())));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

/// A listing is made where its rows are, so that every format and every reader gets the same.
#[test]
fn no_listing_is_made_by_the_command_line() {
    let makes = |(file, code): &(PathBuf, String)| {
        let names = names(file, code);
        ["Cell", "CellValue", "Group", "Heading"].iter().any(|part| names.here.contains(&format!("report::{part}")))
    };
    let modules = modules();
    let making: Vec<&PathBuf> = modules["cli"].iter().filter(|file| makes(file)).map(|(file, _)| file).collect();
    assert_eq!(making, Vec::<&PathBuf>::new());
    assert!(modules["report"].iter().any(makes));
}

/// Days, policy and books are put together in one place, so that a command cannot put them together otherwise.
#[test]
fn one_file_of_the_command_line_asks_the_rules() {
    let asks = |(file, code): &(PathBuf, String)| {
        let names = names(file, code);
        ["policy::assess", "policy::ends", "policy::observe"].iter().any(|rule| names.here.contains(*rule))
    };
    let asking: Vec<PathBuf> =
        modules()["cli"].iter().filter(|file| asks(file)).map(|(file, _)| file.clone()).collect();
    assert_eq!(asking, [Path::new("cli/books/evaluator.rs")]);
}

fn here(code: &str, home: &[&str]) -> Vec<String> {
    Names::of(code, home).here.into_iter().collect()
}

#[test]
fn a_use_tree_is_read_to_its_leaves() {
    let code = "use crate::{policy::{a, b::{self, C as D}}, journal::c, texts::*}; pub use crate::report;";
    let all = ["journal::c", "policy::a", "policy::b", "policy::b::C", "report", "texts::*"];
    assert_eq!(here(code, &["cli"]), all);
    let outside =
        Names::of("use std::{fs::{self, File}, env, path::Path as Place}; use {clap::Arg, anyhow};", &["cli"]);
    let all = ["anyhow", "clap::Arg", "std::env", "std::fs", "std::fs::File", "std::path::Path"];
    let read: Vec<&String> = outside.elsewhere.iter().filter(|path| *path != "use").collect();
    assert_eq!(read, all.iter().collect::<Vec<_>>());
}

#[test]
fn a_path_in_code_counts_as_an_import() {
    let code = "pub(crate) fn f(x: &crate::policy::Row<'_>) -> [u8; 2] { g!(huifang::journal::h::<u8>(x)); ::std::fs::read(r#type) }
        macro_rules! m { () => { $crate::texts::say() } }";
    assert_eq!(here(code, &["report"]), ["journal::h", "policy::Row", "texts::say"]);
    assert!(Names::of(code, &["report"]).elsewhere.iter().any(|path| holds(path, "std::fs")));
}

#[test]
fn what_is_said_is_no_import() {
    let code =
        "//! crate::policy\n/// See `crate::policy`.\nconst A: &str = \"crate::policy::b\"; /* crate::policy::c */";
    assert_eq!(here(code, &["report"]), Vec::<String>::new());
}

#[test]
fn super_is_followed_over_the_borders_of_modules() {
    let home = &["report", "due", "line"];
    assert_eq!(here("use super::gone;", home), ["report::due::gone"]);
    assert_eq!(
        here("use super::super::{money, super::policy::{Act, self}};", home),
        ["policy", "policy::Act", "report::money"]
    );
    // A module written inside another stands one deeper.
    assert_eq!(
        here("mod inner { use super::super::gone; } use self::inner::x;", home),
        ["report::due::gone", "report::due::line::inner::x"]
    );
    assert_eq!(here("super::super::super::journal::open()", home), ["journal::open"]);
}

#[test]
fn the_whole_crate_under_another_name_is_no_way_around() {
    for code in ["use crate as root;", "use crate::*;", "use crate::{*};", "use super::super::super as root;"] {
        assert_eq!(here(code, &["report", "due", "line"]), ["*"], "{code}");
    }
    assert_eq!(wrong("report", &["domain"], &Names::of("use crate::*;", &["report"])), [("*", "is no module")]);
    let names = Names::of("use crate::{domain::Kind, report::x, journal, Shortcut};", &["report"]);
    let expected = [("Shortcut", "is no module"), ("journal", "is above it or beside it")];
    assert_eq!(wrong("report", &["domain"], &names), expected);
}

#[test]
fn what_is_for_tests_only_may_import_what_it_likes() {
    let code =
        "#[cfg(test)] use crate::journal::{A, B}; #[cfg(test)] mod tests { use crate::cli; } use crate::domain::C;
        #[cfg(test)] fn f(x: [u8; 2]) { crate::ingest::g() } #[cfg(not(test))] use crate::files;";
    assert_eq!(here(code, &["policy"]), ["domain::C", "files"]);
}

#[test]
fn every_file_begins_with_what_it_is_for() {
    let mut files = Vec::new();
    sources(&root(), &mut files);
    files.retain(|file| !fs::read_to_string(file).unwrap().starts_with("//! "));
    assert_eq!(files, Vec::<PathBuf>::new());
}

#[test]
fn no_file_holds_more_than_four_hundred_lines() {
    for (file, code) in modules().into_values().flatten() {
        let lines = code.split("#[cfg(test)]").next().unwrap_or_default().lines().count();
        assert!(lines <= 400, "{} has {lines} lines", file.display());
    }
}
