//! Words of closed lists, typed as they are shown: `--status 疑似`, `--by 专员`, `--format 网页`.

use crate::domain::Lang;
use crate::texts::Texts;
use clap::{Arg, Command};
use std::ffi::OsString;

/// The families of texts that name such words, by their ids.
const LISTS: [&str; 2] = ["report-status", "cli-word"];

/// The arguments with every such word put as its id, which is what the program, its log and its stamps know.
pub fn understood(args: &[OsString], root: &Command) -> Vec<OsString> {
    let texts = Lang::ALL.map(Texts::new);
    let mut path = vec![root];
    let mut waiting: Option<&Arg> = None;
    let mut said = Vec::with_capacity(args.len());
    let mut is_over = false;
    for (at, typed) in args.iter().enumerate() {
        let Some(text) = typed.to_str().filter(|_| at > 0 && !is_over) else {
            said.push(typed.clone());
            continue;
        };
        if let Some(arg) = waiting.take() {
            said.push(id_of(text, arg, &texts).into());
            continue;
        }
        let Some(option) = text.strip_prefix("--") else {
            path.extend(path.last().and_then(|command| command.find_subcommand(text)));
            said.push(typed.clone());
            continue;
        };
        is_over = option.is_empty();
        let (name, value) = option.split_once('=').map_or((option, None), |(name, value)| (name, Some(value)));
        let named = |arg: &&Arg| arg.get_long() == Some(name) && arg.get_action().takes_values();
        let arg = path.iter().rev().find_map(|command| command.get_arguments().find(named));
        match (arg, value) {
            (Some(arg), Some(value)) => said.push(format!("--{name}={}", id_of(value, arg, &texts)).into()),
            (arg, _) => {
                waiting = arg;
                said.push(typed.clone());
            }
        }
    }
    said
}

/// The id of that word among an argument's values; what is no such word stays, to be refused or read elsewhere.
fn id_of(typed: &str, arg: &Arg, texts: &[Texts]) -> String {
    let ids: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if ids.iter().any(|id| id == typed) {
        return typed.to_owned();
    }
    named(typed, ids.iter().map(String::as_str), &LISTS, texts).unwrap_or(typed).to_owned()
}

/// The id whose word somebody means; where the same stands before the brackets of two words, what is in them decides.
fn named<'i>(
    typed: &str,
    ids: impl Iterator<Item = &'i str> + Clone,
    lists: &[&str],
    texts: &[Texts],
) -> Option<&'i str> {
    let means = |is_same: fn(&str, &str) -> bool, id: &str| {
        texts.iter().any(|texts| of_list(id, lists, texts).is_some_and(|word| is_same(typed, &word)))
    };
    let whole = ids.clone().find(|id| means(is_whole, id));
    whole.or_else(|| ids.clone().find(|id| means(is_same, id)))
}

/// The id of that list that is called so in either language.
pub fn id_named<'i>(typed: &str, ids: impl Iterator<Item = &'i str> + Clone, list: &str) -> Option<&'i str> {
    named(typed, ids, &[list], &Lang::ALL.map(Texts::new))
}

/// The word shown for such an id; the id where there is none.
pub fn shown(id: &str, texts: &Texts) -> String {
    of_list(id, &LISTS, texts).unwrap_or_else(|| id.to_owned())
}

fn of_list(id: &str, lists: &[&str], texts: &Texts) -> Option<String> {
    lists.iter().find_map(|list| texts.find(&format!("{list}-{id}")))
}

/// Whether somebody means that word: spaces, capitals and the width of brackets do not matter.
fn is_whole(typed: &str, word: &str) -> bool {
    plain(typed) == plain(word)
}

/// The same, and what stands in brackets does not matter.
fn is_same(typed: &str, word: &str) -> bool {
    let bare = |text: &str| plain(text).split('(').next().map(str::to_owned);
    bare(typed) == bare(word)
}

fn plain(text: &str) -> String {
    let narrow = |c| {
        if c == '（' {
            '('
        } else if c == '）' {
            ')'
        } else {
            c
        }
    };
    text.chars().filter(|c| !c.is_whitespace()).map(narrow).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::arguments::args::Cli;
    use clap::CommandFactory;

    fn read(line: &str) -> String {
        let args: Vec<OsString> = line.split('|').map(OsString::from).collect();
        let said = understood(&args, &Cli::command());
        said.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn what_is_shown_is_understood_where_it_is_typed() {
        for (typed, id) in [
            ("huifang|violations|--status|疑似", "huifang|violations|--status|suspected"),
            ("huifang|violations|--status=疑似（待查）", "huifang|violations|--status=suspected"),
            ("huifang|owners|--status|视为放弃(可跟踪)", "huifang|owners|--status|open"),
            ("huifang|owners|--status|Waiting for preheat", "huifang|owners|--status|held"),
            ("huifang|due|--by|专员|--format|表格", "huifang|due|--by|staff|--format|table"),
            ("huifang|--format|网页|disputes", "huifang|--format|html|disputes"),
            ("huifang|fines|--by|部门|--lang|英文", "huifang|fines|--by|department|--lang|en"),
        ] {
            assert_eq!(read(typed), id);
        }
        // What is nobody's word, or no argument's value, stays.
        for line in [
            "huifang|owners|--status|没有",
            "huifang|explain|疑似",
            "huifang|due|--staff|专员",
            "huifang|owners|--|--status|疑似",
        ] {
            assert_eq!(read(line), line);
        }
    }

    fn values(command: &Command, found: &mut Vec<String>) {
        let of_shells = |arg: &&Arg| arg.get_id() != "shell";
        let ids = command.get_arguments().filter(of_shells).flat_map(Arg::get_possible_values);
        found.extend(
            ids.filter(|value| value.get_name() != "true" && value.get_name() != "false")
                .map(|value| value.get_name().to_owned()),
        );
        command.get_subcommands().for_each(|inner| values(inner, found));
    }

    #[test]
    fn every_value_that_can_be_chosen_has_its_word() {
        let mut ids = Vec::new();
        values(&Cli::command(), &mut ids);
        assert!(ids.len() > 15);
        for texts in Lang::ALL.map(Texts::new) {
            for id in &ids {
                assert!(LISTS.iter().any(|list| texts.find(&format!("{list}-{id}")).is_some()), "{id}");
            }
        }
    }
}
