//! `ARCHITECTURE.md`, `CONTRIBUTING.md` and the glossary beside the sources they tell of.

use super::{modules, plain, root, sources};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// The text of a document, and the paths it names between back quotes, from `src` or from the root on. Folders of a workspace
/// are no sources.
fn paths_of(document: &str) -> (String, BTreeSet<String>) {
    let text = fs::read_to_string(root().with_file_name(document)).unwrap();
    let prose: String = text.split("```").step_by(2).collect();
    let quoted = prose.split('`').skip(1).step_by(2).map(str::trim);
    let paths = quoted.filter(|word| {
        let is_name = |c: char| c.is_ascii_alphanumeric() || "_:/.{},-".contains(c);
        !word.starts_with(['-', '/'])
            && word.chars().all(is_name)
            && (word.contains("::") || word.contains('/'))
            && !["inbox/", "rejects/.new"].contains(word)
    });
    let all =
        paths.flat_map(spread).map(|path| path.trim_start_matches("src/").trim_end_matches('/').to_owned()).collect();
    (text, all)
}

/// `a/{b,c}/d` is `a/b/d` and `a/c/d`.
fn spread(path: &str) -> Vec<String> {
    match path.split_once('{').and_then(|(start, rest)| Some((start, rest.split_once('}')?))) {
        None => vec![path.to_owned()],
        Some((start, (each, end))) => {
            each.split(',').flat_map(|one| spread(&format!("{start}{}{end}", one.trim()))).collect()
        }
    }
}

/// The first part of a path for which there is nothing, if there is one.
fn missing(path: &str) -> Option<String> {
    if path.contains('/') {
        let there = root().join(path).exists() || root().with_file_name(path).exists();
        return (!there).then(|| path.to_owned());
    }
    let parts: Vec<&str> = path.split("::").collect();
    let mut place = root();
    let mut left = parts.as_slice();
    while let [part, rest @ ..] = left {
        let inside = place.join(part);
        if !inside.is_dir() && !inside.with_extension("rs").is_file() {
            break;
        }
        (place, left) = (inside, rest);
    }
    // What is left are names in the module's files; a path that begins with a type may stand anywhere.
    let is_lost = place == root() && parts[0].starts_with(|c: char| c.is_lowercase());
    let mut files = Vec::new();
    if place.is_dir() {
        sources(&place, &mut files);
    }
    files.extend(Some(place.with_extension("rs")).filter(|file| file.is_file()));
    let mut words = BTreeSet::new();
    for file in files {
        gather(fs::read_to_string(file).unwrap().parse().unwrap(), &mut words);
    }
    left.iter().find(|part| is_lost || !words.contains(**part)).map(|part| (*part).to_owned())
}

fn gather(stream: TokenStream, words: &mut BTreeSet<String>) {
    for token in stream {
        match token {
            TokenTree::Group(group) => gather(group.stream(), words),
            TokenTree::Ident(word) => drop(words.insert(plain(&word))),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

#[test]
fn every_path_the_documents_name_exists() {
    for document in ["ARCHITECTURE.md", "docs/glossary.md"] {
        let (_, paths) = paths_of(document);
        assert!(paths.len() > 40, "{document}: {paths:?}");
        let lost: Vec<(&String, String)> = paths.iter().filter_map(|path| Some((path, missing(path)?))).collect();
        assert_eq!(lost, [], "{document}");
    }
    let made_up = [
        "policy::nowhere",
        "policy/nowhere.rs",
        "nowhere::at_all",
        "policy::books::roster::Nobody",
        "State::nothing_at_all",
    ];
    assert!(made_up.iter().all(|path| missing(path).is_some()));
}

#[test]
fn the_document_names_every_module_and_folder() {
    let (text, paths) = paths_of("ARCHITECTURE.md");
    let named: BTreeSet<String> = paths.iter().map(|path| path.replace("::", "/")).collect();
    let layers = text.split("```").nth(1).unwrap();
    let words: BTreeSet<&str> =
        layers.lines().flat_map(|line| line.split("  ").next().unwrap_or_default().split(" · ")).collect();
    let unnamed: Vec<String> =
        modules().into_keys().filter(|module| module != "lib" && !words.contains(module.as_str())).collect();
    assert_eq!(unnamed, Vec::<String>::new());
    let mut folders = vec![root()];
    let mut unnamed = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        folders.extend(entries.iter().filter(|entry| entry.is_dir()).cloned());
        let inside = folder.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
        let holds_more_than_tests = entries.iter().any(|entry| entry.file_stem().is_some_and(|stem| stem != "tests"));
        let is_named = named.iter().any(|path| *path == inside || path.starts_with(&format!("{inside}/")));
        let is_test = inside.split('/').any(|part| part == "tests");
        if inside.contains('/') && !is_test && holds_more_than_tests && !is_named {
            unnamed.push(inside);
        }
    }
    assert_eq!(unnamed, Vec::<String>::new());
}
