//! What was asked for, as it can be typed again: the command and its own options, without those of every command.

use super::args::Cli;
use clap::{Arg, ArgMatches, CommandFactory, parser::ValueSource};

/// The words of the request.
pub fn words(matches: &ArgMatches) -> Vec<String> {
    let mut words = Vec::new();
    let (mut command, mut matches) = (&Cli::command(), matches);
    while let Some((name, inner)) = matches.subcommand()
        && let Some(of) = command.find_subcommand(name)
    {
        words.push(name.to_owned());
        (command, matches) = (of, inner);
        command.get_arguments().for_each(|arg| push(arg, matches, &mut words));
    }
    words
}

fn push(arg: &Arg, matches: &ArgMatches, words: &mut Vec<String>) {
    let id = arg.get_id().as_str();
    if matches.value_source(id) != Some(ValueSource::CommandLine) {
        return;
    }
    let values = matches.get_raw(id).into_iter().flatten().map(|value| value.to_string_lossy().into_owned());
    match arg.get_long().filter(|_| !arg.is_positional()) {
        None => words.extend(values),
        Some(long) if !arg.get_action().takes_values() => words.push(format!("--{long}")),
        Some(long) => values.for_each(|value| words.extend([format!("--{long}"), value])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Vec<String> {
        words(&Cli::command().try_get_matches_from(line.split(' ')).unwrap())
    }

    #[test]
    fn only_what_is_the_commands_own_is_kept_however_it_was_typed() {
        let due = ["due", "--on", "2026-03-02", "--by", "task"];
        assert_eq!(asked("huifang -C shop due --on=2026-03-02 --as-of 2026-03-01 --by task --reveal"), due);
        assert_eq!(asked("huifang fines --format json"), ["fines"]);
        assert_eq!(asked("huifang policy what-if other.toml -q"), ["policy", "what-if", "other.toml"]);
        assert_eq!(asked("huifang import --dry-run a b"), ["import", "a", "b", "--dry-run"]);
    }
}
