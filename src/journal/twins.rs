//! Which rows differ in a field or two.

use super::content::{Fields, TASK};
use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

/// For each old row the new one that is equal but for a field, else but for two; each new one is a twin once. The number of
/// the task is no part of a row.
pub fn twins(old: &[&Fields], new: &[&Fields]) -> Vec<Option<usize>> {
    let mut found = vec![None; old.len()];
    let mut taken = vec![false; new.len()];
    let names = varying(old, new);
    // All rows that are equal but for these fields are found at once, whatever their number.
    let ones = names.iter().map(|name| [*name, *name]);
    let twos = names.iter().enumerate().flat_map(|(at, one)| names[at + 1..].iter().map(move |other| [*one, *other]));
    for without in ones.chain(twos) {
        if found.iter().all(Option::is_some) || taken.iter().all(|taken| *taken) {
            break;
        }
        let rest = |fields: &Fields| {
            let mut hasher = DefaultHasher::new();
            for name in names.iter().filter(|name| !without.contains(name)) {
                fields.get(*name).hash(&mut hasher);
            }
            hasher.finish()
        };
        let mut by_rest: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, fields) in new.iter().enumerate().rev().filter(|(at, _)| !taken[*at]) {
            by_rest.entry(rest(fields)).or_default().push(at);
        }
        for (at, fields) in old.iter().enumerate() {
            if found[at].is_none()
                && let Some(twin) = by_rest.get_mut(&rest(fields)).and_then(Vec::pop)
            {
                (found[at], taken[twin]) = (Some(twin), true);
            }
        }
    }
    found
}

/// The fields in which any of the rows differ.
fn varying<'a>(old: &[&'a Fields], new: &[&'a Fields]) -> Vec<&'a str> {
    let all = || old.iter().chain(new);
    let names: BTreeSet<&str> = all().flat_map(|fields| fields.keys()).map(String::as_str).collect();
    let differs = |name: &&str| {
        let mut values = all().map(|fields| fields.get(*name));
        let first = values.next();
        values.any(|value| Some(value) != first)
    };
    names.into_iter().filter(|name| *name != TASK).filter(differs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> Fields {
        let field = |(at, value): (usize, &str)| (format!("f{at}"), value.to_owned());
        text.split(' ').enumerate().filter(|(_, value)| *value != "-").map(field).collect()
    }

    fn found(old: &[&str], new: &[&str]) -> Vec<Option<usize>> {
        let (old, new): (Vec<Fields>, Vec<Fields>) =
            (old.iter().map(|row_| row(row_)).collect(), new.iter().map(|row_| row(row_)).collect());
        twins(&old.iter().collect::<Vec<_>>(), &new.iter().collect::<Vec<_>>())
    }

    #[test]
    fn two_fields_make_a_twin_and_three_do_not() {
        assert_eq!(found(&["a b c d"], &["a b c x"]), [Some(0)]);
        assert_eq!(found(&["a b c d"], &["a b y x"]), [Some(0)]);
        assert_eq!(found(&["a b c d"], &["a z y x"]), [None]);
        // A blank differs from what was written there.
        assert_eq!(found(&["a b c -"], &["a b c d"]), [Some(0)]);
    }

    #[test]
    fn the_nearer_row_is_the_twin_and_only_once() {
        assert_eq!(found(&["a b c d"], &["a b y x", "a b c x"]), [Some(1)]);
        assert_eq!(found(&["a b c d", "a b c e"], &["a b c x"]), [Some(0), None]);
        assert_eq!(found(&["a b c d", "a q c d"], &["a q c x", "a b c x"]), [Some(1), Some(0)]);
    }
}
