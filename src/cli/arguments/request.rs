//! What was asked for, as it can be typed again: the command and its own options, without those of every command.

use crate::cli::arguments::args::Cli;
use crate::cli::context::dates::{self, Interpretation};
use crate::domain::Message;
use clap::{Arg, ArgMatches, CommandFactory, parser::ValueSource};

/// A request: what was asked for, and what of it was understood by the day it was asked on.
#[derive(Debug, Default)]
pub struct Request {
    pub words: Vec<String>,
    /// To be said: as which day a word was taken.
    pub taken: Vec<Message>,
}

/// The request in those arguments.
pub fn of(matches: &ArgMatches) -> Request {
    let mut request = Request::default();
    let (mut command, mut matches) = (&Cli::command(), matches);
    command.get_arguments().filter(|arg| arg.is_global_set()).for_each(|arg| drop(request.values(arg, matches)));
    while let Some((name, inner)) = matches.subcommand()
        && let Some(of) = command.find_subcommand(name)
    {
        request.words.push(name.to_owned());
        (command, matches) = (of, inner);
        command.get_arguments().for_each(|arg| request.push(arg, matches));
    }
    // It says which rows there are, so it belongs to the request.
    if let Ok(Some(limit)) = matches.try_get_one::<usize>("limit") {
        request.words.extend(["-n".to_owned(), limit.to_string()]);
    }
    request
}

impl Request {
    fn push(&mut self, arg: &Arg, matches: &ArgMatches) {
        let values = self.values(arg, matches);
        match arg.get_long().filter(|_| !arg.is_positional()) {
            None => self.words.extend(values),
            Some(long) if !arg.get_action().takes_values() => {
                if is_typed(arg, matches) {
                    self.words.push(format!("--{long}"));
                }
            }
            Some(long) => values.into_iter().for_each(|value| self.words.extend([format!("--{long}"), value])),
        }
    }

    /// The values of an argument; one that was understood by the day it was asked on is told and given as that day, so that
    /// the request means the same at any other.
    fn values(&mut self, arg: &Arg, matches: &ArgMatches) -> Vec<String> {
        let id = arg.get_id().as_str();
        if !is_typed(arg, matches) || !arg.get_action().takes_values() {
            return Vec::new();
        }
        let typed = matches.get_raw(id).into_iter().flatten().map(|value| value.to_string_lossy().into_owned());
        let long = arg.get_long().map(|long| format!("--{long}")).unwrap_or_default();
        let mut value = |(typed, taken): (String, Option<Interpretation>)| match taken {
            None => typed,
            Some(Interpretation { typed, meant }) => {
                let message = Message::new("cli-day-taken").with("arg", long.as_str()).with("value", typed);
                self.taken.push(message.with("meant", meant.as_str()));
                meant
            }
        };
        typed.zip(dates::taken(id, matches)).map(&mut value).collect()
    }
}

fn is_typed(arg: &Arg, matches: &ArgMatches) -> bool {
    matches.value_source(arg.get_id().as_str()) == Some(ValueSource::CommandLine)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Vec<String> {
        request(line).words
    }

    fn request(line: &str) -> Request {
        let today = "2026-11-27".parse().unwrap();
        of(&dates::read_at(Cli::command(), today).try_get_matches_from(line.split(' ')).unwrap())
    }

    #[test]
    fn only_what_is_the_commands_own_is_kept_however_it_was_typed() {
        let due = ["due", "--on", "2026-03-02", "--by", "task"];
        assert_eq!(asked("huifang -C shop due --on=2026-03-02 --as-of 2026-03-01 --by task --reveal"), due);
        assert_eq!(asked("huifang fines --format json"), ["fines"]);
        assert_eq!(asked("huifang policy what-if other.toml -q"), ["policy", "what-if", "other.toml"]);
        assert_eq!(asked("huifang import --dry-run a b"), ["import", "a", "b", "--dry-run"]);
    }
    #[test]
    fn a_word_for_a_day_stands_in_the_request_as_that_day_and_is_told() {
        let Request { words, taken } =
            request("huifang violations --from 周一 --to 2026/11/26 --as-of 昨天 --known-at 11-25");
        assert_eq!(words, ["violations", "--from", "2026-11-23", "--to", "2026/11/26"]);
        let texts = crate::texts::Texts::new(crate::domain::Lang::En);
        let told: Vec<String> = taken.iter().map(|taken| texts.say(taken)).collect();
        assert_eq!(
            told,
            [
                "`--as-of 昨天` is taken as 2026-11-26",
                "`--known-at 11-25` is taken as 2026-11-25",
                "`--from 周一` is taken as 2026-11-23"
            ]
        );
        assert_eq!(request("huifang fines --month 上月").words, ["fines", "--month", "2026-10"]);
    }
}
