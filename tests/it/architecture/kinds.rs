//! A new ledger is not passed over in silence: where kinds of ledgers are told apart one by one, none is left to `_`.

use super::{is_mark, modules};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// What tells kinds of ledgers apart.
const KINDS: [&str; 2] = ["Fact", "Kind"];

/// The patterns of the arms of a `match`, each as its tokens.
fn patterns(arms: TokenStream) -> Vec<Vec<TokenTree>> {
    let tokens: Vec<TokenTree> = arms.into_iter().collect();
    let mut patterns = Vec::new();
    let mut at = 0;
    while let Some(arrow) = (at..tokens.len()).find(|ix| is_arrow(&tokens, *ix)) {
        patterns.push(tokens[at..arrow].to_vec());
        let braces = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace);
        at = match braces(tokens.get(arrow + 2)) {
            true => arrow + 3,
            false => (arrow..tokens.len()).find(|ix| is_mark(tokens.get(*ix), ',')).unwrap_or(tokens.len()),
        };
        at += usize::from(is_mark(tokens.get(at), ','));
    }
    patterns
}

fn is_arrow(tokens: &[TokenTree], at: usize) -> bool {
    is_mark(tokens.get(at), '=') && is_mark(tokens.get(at + 1), '>')
}

/// Whether a pattern names a kind.
fn names_kind(pattern: &[TokenTree]) -> bool {
    pattern.windows(2).any(|pair| match pair {
        [TokenTree::Ident(word), mark] => KINDS.iter().any(|kind| word == kind) && is_mark(Some(mark), ':'),
        _ => false,
    })
}

/// Whether a pattern takes whatever is left and does not look at it.
fn takes_the_rest(pattern: &[TokenTree]) -> bool {
    matches!(pattern, [TokenTree::Ident(word)] if word == "_")
}

/// The matches that tell kinds apart and leave others to `_`, each as its kinds' patterns.
fn silent(stream: TokenStream, found: &mut Vec<String>) {
    let mut is_matched = false;
    for token in stream {
        match token {
            TokenTree::Ident(word) if word == "match" => is_matched = true,
            TokenTree::Group(group) => {
                let inside = group.stream();
                // In `match f(x) {` what is matched has brackets of its own.
                let is_body = is_matched && group.delimiter() == Delimiter::Brace;
                is_matched &= !is_body;
                if is_body {
                    let patterns = patterns(inside.clone());
                    if patterns.iter().any(|of| names_kind(of)) && patterns.iter().any(|of| takes_the_rest(of)) {
                        let kinds = patterns.into_iter().filter(|of| names_kind(of));
                        found.extend(kinds.map(|of| TokenStream::from_iter(of).to_string()));
                    }
                }
                silent(inside, found);
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

#[test]
fn no_kind_of_ledger_is_passed_over_in_silence() {
    let mut found = Vec::new();
    for (file, code) in modules().into_values().flatten() {
        let mut of_file = Vec::new();
        silent(code.parse().unwrap(), &mut of_file);
        found.extend(of_file.into_iter().map(|pattern| format!("{}: {pattern}", file.display())));
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_rest_left_to_nothing_is_found_where_kinds_are_told_apart() {
    let of = |code: &str| {
        let mut found = Vec::new();
        silent(code.parse().unwrap(), &mut found);
        found
    };
    assert_eq!(of("match x.fact(y) { Fact::Sale(a) if b => { 1 } Fact::Stop(_) => 2, _ => 3 }").len(), 2);
    assert_eq!(of("fn f() { g(match kind { Kind::Sale => 1, _ => 0 }) }").len(), 1);
    assert!(of("match x { Fact::Sale(_) => 1, Fact::Stop(_) => 2 }").is_empty());
    assert!(of("match x { Some(1) => Fact::Sale(a), _ => Fact::Stop(b) }").is_empty());
    assert!(of("match x { Fact::Sale(_) => 1, other => f(other) }").is_empty());
}
