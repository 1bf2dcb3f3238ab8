//! The folders inside the great modules, and that no two files import each other, however many lie between them.

use super::{Names, modules};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};

/// Of each folder, or file that stands beside folders, what of its own module it may name; what is above a folder in the
/// drawing is not in its list.
const MAY_USE: &[(&str, &[&str])] = &[
    ("cli::context", &[]),
    ("cli::output", &["context"]),
    ("cli::books", &["context", "output"]),
    ("cli::commands", &["books", "context", "output"]),
    ("cli::arguments", &["commands", "context"]),
    ("ingest::answer", &[]),
    ("ingest::book", &[]),
    ("ingest::settings", &[]),
    ("ingest::system", &[]),
    ("ingest::text", &[]),
    ("ingest::files", &["system"]),
    ("ingest::cell", &["text"]),
    ("ingest::values", &["cell", "text"]),
    ("ingest::guard", &["book", "system", "text"]),
    ("ingest::format", &["answer", "book", "cell", "guard", "system", "text", "values"]),
    ("ingest::sheet", &["cell", "settings", "text", "values"]),
    ("ingest::row", &["answer", "cell", "settings", "sheet", "text", "values"]),
    ("ingest::rejected", &["answer", "sheet", "system"]),
    ("ingest::single", &["cell", "row", "sheet", "text", "values"]),
    ("ingest::plain_book", &["book", "cell", "format", "guard"]),
    ("ingest::pipeline", &["answer", "book", "cell", "format", "guard", "row", "settings", "sheet", "text", "values"]),
    ("policy::table", &[]),
    ("policy::rules", &["table"]),
    ("policy::file", &["rules", "table"]),
    ("policy::books", &["rules"]),
    ("policy::verdict", &["books", "rules"]),
    ("policy::entries", &["rules", "verdict"]),
    ("policy::dependence", &["books", "rules", "verdict"]),
    ("policy::ownership", &["books", "rules", "verdict"]),
    ("policy::obligations", &["books", "ownership", "rules", "verdict"]),
    ("policy::violations", &["books", "obligations", "ownership", "rules", "verdict"]),
    ("policy::turns", &["books", "obligations", "rules", "verdict"]),
    ("policy::judging", &["books", "obligations", "ownership", "rules", "turns", "verdict", "violations"]),
    ("policy::assess", &["books", "judging", "obligations", "rules", "verdict", "violations"]),
];

/// The sources by the path of their module.
struct Sources {
    known: BTreeSet<String>,
    /// What each names of the crate, without what it gives on.
    named: BTreeMap<String, BTreeSet<String>>,
    /// What each gives on: the name, and where it is from.
    given_on: BTreeMap<(String, String), String>,
    /// Modules of which it gives on everything.
    whole: BTreeMap<String, Vec<String>>,
    /// The names each defines.
    defined: BTreeMap<String, BTreeSet<String>>,
}

impl Sources {
    fn read() -> Sources {
        let mut files: Vec<(Vec<String>, TokenStream)> = Vec::new();
        for (file, code) in modules().into_values().flatten() {
            let mut home: Vec<String> =
                file.with_extension("").iter().map(|part| part.to_str().unwrap().to_owned()).collect();
            if matches!(home.last().map(String::as_str), Some("mod" | "main" | "lib")) {
                home.pop();
            }
            if !home.is_empty() {
                files.push((home, code.parse().unwrap()));
            }
        }
        let known: BTreeSet<String> = files.iter().map(|(home, _)| home.join("::")).collect();
        let mut all = Sources {
            known,
            named: BTreeMap::new(),
            given_on: BTreeMap::new(),
            whole: BTreeMap::new(),
            defined: BTreeMap::new(),
        };
        for (home, code) in files {
            let module = home.join("::");
            let within = |names: Names| -> BTreeSet<String> {
                // A path may begin with a module below this one.
                let below = names.elsewhere.iter().filter(|path| path.contains("::"));
                let below = below.map(|path| format!("{module}::{path}"));
                let below = below.filter(|path| starts(&all.known, path).is_some_and(|found| found != module));
                // `pub(in crate::ingest)` names what it lies in, and imports nothing.
                let lies_in = |path: &String| module == *path || module.starts_with(&format!("{path}::"));
                names.here.iter().cloned().chain(below).filter(|path| !lies_in(path)).collect()
            };
            let given = within(read(given_on(code.clone()), &home));
            let named = within(read(code.clone(), &home));
            all.named.insert(module.clone(), named.difference(&given).cloned().collect());
            for path in given {
                match path.rsplit_once("::") {
                    Some((from, "*")) => all.whole.entry(module.clone()).or_default().push(from.to_owned()),
                    Some((_, name)) => drop(all.given_on.insert((module.clone(), name.to_owned()), path)),
                    None => {}
                }
            }
            let mut names = BTreeSet::new();
            define(code, &mut names);
            all.defined.insert(module, names);
        }
        all
    }

    /// The module that a path leads to in the end, through everything that is given on.
    fn leads_to(&self, path: &str, steps: usize) -> Option<String> {
        let module = starts(&self.known, path)?.to_owned();
        let name = path[module.len()..].trim_start_matches("::").split("::").next().unwrap_or_default();
        if steps == 0 || name.is_empty() {
            return Some(module);
        }
        if let Some(from) = self.given_on.get(&(module.clone(), name.to_owned())) {
            return self.leads_to(from, steps - 1);
        }
        let defines = |module: &String| self.defined.get(module).is_some_and(|names| names.contains(name));
        let through = |from: &String| self.leads_to(&format!("{from}::{name}"), steps - 1).filter(defines);
        Some(self.whole.get(&module).into_iter().flatten().find_map(through).unwrap_or(module))
    }

    /// Which other files each file imports.
    fn imports(&self) -> BTreeMap<String, BTreeSet<String>> {
        let of = |(module, named): (&String, &BTreeSet<String>)| {
            let all = named.iter().filter_map(|path| self.leads_to(path, 8)).filter(|other| other != module);
            (module.clone(), all.collect())
        };
        self.named.iter().map(of).collect()
    }
}

fn read(code: TokenStream, home: &[String]) -> Names {
    Names::of(&code.to_string(), &home.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The longest beginning of a path that is a module.
fn starts<'p>(known: &BTreeSet<String>, path: &'p str) -> Option<&'p str> {
    let ends = path.match_indices("::").map(|(at, _)| at).chain([path.len()]);
    ends.map(|end| &path[..end]).filter(|start| known.contains(*start)).last()
}

/// Only what stands behind `pub use`.
fn given_on(code: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = code.into_iter().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is = |at: usize, word: &str| matches!(tokens.get(at), Some(TokenTree::Ident(found)) if found == word);
        let is_bounded =
            matches!(tokens.get(at + 1), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
        let next = at + 1 + usize::from(is_bounded);
        if is(at, "pub") && is(next, "use") {
            let ends = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';');
            let end = tokens[next..].iter().position(ends).map_or(tokens.len(), |end| next + end + 1);
            found.extend(tokens[next..end].iter().cloned());
            at = end;
        } else {
            at += 1;
        }
    }
    found.into_iter().collect()
}

/// The names of a file's items, those that a macro makes included.
fn define(code: TokenStream, names: &mut BTreeSet<String>) {
    const ITEMS: [&str; 8] = ["struct", "enum", "fn", "trait", "type", "const", "static", "macro_rules"];
    let tokens: Vec<TokenTree> = code.into_iter().collect();
    for pair in tokens.windows(2) {
        match pair {
            [TokenTree::Ident(item), TokenTree::Ident(name)] if ITEMS.iter().any(|known| item == known) => {
                names.insert(name.to_string());
            }
            [TokenTree::Ident(name), TokenTree::Group(group)] if group.delimiter() == Delimiter::Brace => {
                names.insert(name.to_string());
            }
            _ => {}
        }
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            define(group.stream(), names);
        }
    }
}

/// What is left when everything that imports nothing more of the rest, or is imported by nothing more of it, has gone.
fn circles(mut imports: BTreeMap<String, BTreeSet<String>>) -> BTreeMap<String, BTreeSet<String>> {
    loop {
        let imported: BTreeSet<&String> = imports.values().flatten().collect();
        let is_free = |file: &String, others: &BTreeSet<String>| others.is_empty() || !imported.contains(file);
        let free: BTreeSet<String> =
            imports.iter().filter(|(file, others)| is_free(file, others)).map(|(file, _)| file.clone()).collect();
        if free.is_empty() {
            return imports;
        }
        imports.retain(|file, _| !free.contains(file));
        imports.values_mut().for_each(|others| others.retain(|other| !free.contains(other)));
    }
}

#[test]
fn no_file_is_imported_by_what_it_imports() {
    assert_eq!(circles(Sources::read().imports()), BTreeMap::new());
    let made = |of: &[(&str, &[&str])]| -> BTreeMap<String, BTreeSet<String>> {
        of.iter().map(|(file, others)| ((*file).to_owned(), others.iter().map(|o| (*o).to_owned()).collect())).collect()
    };
    assert!(circles(made(&[("a", &["b"]), ("b", &["c"]), ("c", &[])])).is_empty());
    assert_eq!(circles(made(&[("a", &["b"]), ("b", &["c"]), ("c", &["b"])])).len(), 2);
}

#[test]
fn folders_name_only_what_is_below_them() {
    let room = |path: &str| path.split("::").take(2).map(str::to_owned).collect::<Vec<_>>().join("::");
    let known: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut wrong = BTreeSet::new();
    let mut rooms = BTreeSet::new();
    for (file, others) in Sources::read().imports() {
        let (of, top) = (room(&file), file.split("::").next().unwrap_or_default().to_owned());
        if !["cli", "ingest", "policy"].contains(&top.as_str()) || of == top {
            continue;
        }
        let allowed = known.get(of.as_str()).copied();
        for other in others.iter().filter(|other| other.starts_with(&format!("{top}::")) && room(other) != of) {
            let name = room(other)[top.len() + 2..].to_owned();
            if !allowed.is_some_and(|allowed| allowed.contains(&name.as_str())) {
                wrong.insert(format!("{file} names {other}"));
            }
        }
        rooms.insert(of);
    }
    assert_eq!(wrong, BTreeSet::new());
    assert_eq!(rooms, known.keys().map(|room| (*room).to_owned()).collect());
}

#[test]
fn what_is_given_on_is_followed_to_where_it_is_made() {
    let sources = Sources::read();
    let leads = |path: &str| sources.leads_to(path, 8).unwrap();
    assert_eq!(leads("policy::By"), "policy::rules::words");
    assert_eq!(leads("journal::Import"), "journal::import");
    assert_eq!(leads("domain::Kind"), "domain::ledger::registry");
    assert_eq!(leads("policy::rules::words::By"), "policy::rules::words");
}
