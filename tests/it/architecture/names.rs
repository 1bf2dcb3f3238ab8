//! A word stands for one thing: no two types of the program have the same name, but for what is read and what is checked.

use super::{root, sources};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeMap;
use std::fs;

/// The types declared in a file outside its tests.
fn declared(stream: TokenStream, found: &mut Vec<String>) {
    let mut before: Option<String> = None;
    let mut is_for_tests = false;
    for token in stream {
        match token {
            TokenTree::Ident(word) => {
                let word = word.to_string();
                if matches!(before.as_deref(), Some("struct" | "enum" | "trait")) {
                    found.push(word.clone());
                }
                before = Some(word);
            }
            TokenTree::Group(group) => {
                let inside = group.stream();
                if before.is_none() && inside.to_string().replace(' ', "") == "cfg(test)" {
                    is_for_tests = true;
                } else if group.delimiter() == proc_macro2::Delimiter::Brace && !std::mem::take(&mut is_for_tests) {
                    declared(inside, found);
                }
                before = None;
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => before = None,
        }
    }
}

#[test]
fn no_two_types_have_the_same_name() {
    let mut files = Vec::new();
    sources(&root(), &mut files);
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files {
        let place = file.strip_prefix(root()).unwrap().with_extension("").display().to_string();
        if place.split('/').any(|part| part == "tests") {
            continue;
        }
        let mut found = Vec::new();
        declared(fs::read_to_string(&file).unwrap().parse().unwrap(), &mut found);
        found.into_iter().for_each(|name| places.entry(name).or_default().push(place.clone()));
    }
    assert!(places.len() > 300, "{} types", places.len());
    // What a policy file says and what is made of it are called alike: one is read, the other checked.
    let is_pair = |of: &[String]| matches!(of, [read, checked] if read.starts_with("policy/file/") && checked.starts_with("policy/rules/"));
    let alike: Vec<(String, Vec<String>)> = places.into_iter().filter(|(_, of)| of.len() > 1 && !is_pair(of)).collect();
    assert_eq!(alike, []);
}

#[test]
fn types_are_found_wherever_they_are_declared() {
    let source = "pub struct A; impl A { fn f() { enum B { C } } } #[cfg(test)] mod tests { struct D; } trait E {}";
    let mut found = Vec::new();
    declared(source.parse().unwrap(), &mut found);
    assert_eq!(found, ["A", "B", "E"]);
}
