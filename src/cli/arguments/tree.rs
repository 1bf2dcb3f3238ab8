//! The command tree in the user's language: every word of the help comes from `texts/*/help.ftl`.

use crate::cli::arguments::args::Cli;
use crate::cli::arguments::guide;
use crate::cli::context::dates;
use crate::cli::context::env::Env;
use crate::cli::context::words;
use crate::domain::Message;
use crate::texts::Texts;
use chrono::NaiveDate;
use clap::{Arg, Command, CommandFactory};

/// How wide pages of help are: as the terminal, but no wider than is easy to read.
pub fn width(env: &Env) -> usize {
    usize::from(env.width.unwrap_or(80)).clamp(40, 110)
}

/// The commands with their help in that language, reading days at that one.
pub fn localised(texts: &Texts, today: NaiveDate, width: usize) -> Command {
    // Pages come with their lines broken, so clap is to leave them alone.
    let command = dates::read_at(Cli::command(), today).term_width(0);
    let globals = command.get_arguments().cloned().map(|arg| worded(arg, "help", texts)).collect::<Vec<_>>();
    localise(command, "help", "huifang", &globals, texts, width)
}

fn localise(command: Command, key: &str, called: &str, globals: &[Arg], texts: &Texts, width: usize) -> Command {
    let find = |key: &str| texts.find(key).unwrap_or_default();
    let about = find(if key == "help" { "help-about" } else { key });
    let command = command
        .about(about.clone())
        .mut_args(|arg| worded(arg, key, texts))
        .mut_subcommands(|inner| {
            let key = format!("{key}-{}", inner.get_name());
            let called = format!("{called} {}", inner.get_name());
            localise(inner, &key, &called, globals, texts, width)
        })
        .help_template(format!("{}\n\n{}{{usage}}{{after-help}}\n", guide::wrapped(&about, width), find("help-usage")));
    let page = guide::page(&command, key, globals, texts, width);
    let command = command.after_help(page);
    let usage = usage(&command, called, texts);
    command.override_usage(usage)
}

/// The argument with its help, its value's name and its heading; clap's own remarks are English and left out.
fn worded(arg: Arg, command: &str, texts: &Texts) -> Arg {
    let key = key_of(&arg, command);
    let find = |key: &str| texts.find(key).unwrap_or_default();
    let help = find(&key);
    if !arg.get_action().takes_values() {
        return arg.help(help);
    }
    let choices = arg.get_possible_values();
    let choices: Vec<String> = choices.iter().map(|value| words::shown(value.get_name(), texts)).collect();
    let help = match choices.is_empty() {
        true => help,
        false => texts.say(&Message::new("help-choices").with("help", help).with("known", choices)),
    };
    let value = |name: &str| texts.find(&format!("help-value-{}", name.to_ascii_lowercase())).unwrap_or_default();
    let values: Vec<String> = arg.get_value_names().unwrap_or_default().iter().map(|name| value(name)).collect();
    arg.help(help).value_names(values).hide_possible_values(true)
}

/// The key of an argument's text; the options of every command are described once.
fn key_of(arg: &Arg, command: &str) -> String {
    let of = if arg.is_global_set() { "help-global" } else { command };
    format!("{of}-{}", arg.get_id().as_str().replace('_', "-"))
}

fn usage(command: &Command, called: &str, texts: &Texts) -> String {
    let find = |key: &str| texts.find(key).unwrap_or_default();
    let mut words = vec![called.to_owned()];
    if command.has_subcommands() {
        words.push(find("help-usage-command"));
    }
    words.extend(command.get_positionals().map(ToString::to_string));
    let required = command.get_arguments().filter(|arg| !arg.is_positional() && arg.is_required_set());
    words.extend(required.map(ToString::to_string));
    words.push(find("help-usage-options"));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::texts::FILES;
    use std::collections::BTreeMap;

    /// The keys of a command and of what is below it; behind each whether it needs a text.
    fn keys(command: &Command, key: &str, found: &mut BTreeMap<String, bool>) {
        let about = if key == "help" { "help-about" } else { key };
        found.insert(about.to_owned(), true);
        found.insert(format!("{key}-more"), false);
        found.insert(format!("{key}-examples"), false);
        found.extend(command.get_arguments().map(|arg| (key_of(arg, key), true)));
        let values = command.get_arguments().filter(|arg| arg.get_action().takes_values());
        let values = values.flat_map(|arg| arg.get_value_names().unwrap_or_default());
        found.extend(values.map(|name| (format!("help-value-{}", name.to_ascii_lowercase()), true)));
        for inner in command.get_subcommands() {
            keys(inner, &format!("{key}-{}", inner.get_name()), found);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_help_and_there_is_no_other() {
        let mut command = Cli::command();
        command.build();
        let mut known = BTreeMap::new();
        keys(&command, "help", &mut known);
        for (lang, source) in FILES {
            let texts = Texts::new(*lang);
            let missing = known.iter().filter(|(key, needed)| **needed && texts.find(key).is_none());
            assert_eq!(missing.map(|(key, _)| key).collect::<Vec<_>>(), Vec::<&String>::new(), "{lang:?}");
            let texts = source.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
            let of_frame = |key: &str| {
                ["help-heading-", "help-usage", "help-group-", "help-choices", "help-common"]
                    .iter()
                    .any(|start| key.starts_with(start))
            };
            let other = texts.filter(|key| key.starts_with("help-") && !of_frame(key) && !known.contains_key(*key));
            assert_eq!(other.collect::<Vec<_>>(), Vec::<&str>::new(), "{lang:?}");
        }
    }

    fn examples(command: &Command, key: &str, texts: &Texts, found: &mut Vec<String>) {
        let said = texts.find(&format!("{key}-examples")).unwrap_or_default();
        found.extend(said.lines().map(str::to_owned));
        for inner in command.get_subcommands() {
            examples(inner, &format!("{key}-{}", inner.get_name()), texts, found);
        }
    }

    #[test]
    fn every_example_can_be_typed() {
        for texts in Lang::ALL.map(Texts::new) {
            let commands = || localised(&texts, "2026-11-27".parse().unwrap(), 80);
            let mut found = Vec::new();
            examples(&commands(), "help", &texts, &mut found);
            assert!(found.len() > 15);
            for line in found {
                let typed: Vec<_> = shlex::split(&line).unwrap().into_iter().map(Into::into).collect();
                let read = commands().try_get_matches_from(words::understood(&typed, &commands()));
                assert!(read.is_ok(), "{line}: {read:?}");
            }
        }
    }

    #[test]
    fn pages_fit_the_line_and_offer_only_what_the_command_can_do() {
        let page = |name: &str, lang: Lang| {
            let texts = Texts::new(lang);
            let mut command = localised(&texts, "2026-11-27".parse().unwrap(), 80);
            command.build();
            let command = if name.is_empty() { &mut command } else { command.find_subcommand_mut(name).unwrap() };
            command.render_help().to_string()
        };
        for lang in Lang::ALL {
            for name in ["", "due", "import", "init", "fines", "explain", "completions"] {
                let page = page(name, lang);
                let wide = page.lines().skip(1).find(|line| textwrap::core::display_width(line) > 80);
                assert_eq!(wide, None, "{name} in {lang:?}");
            }
            assert!(!page("init", lang).contains("--known-at") && page("due", lang).contains("--known-at"));
            assert!(page("init", lang).contains("huifang --help"));
        }
        assert!(!page("fines", Lang::Zh).contains("参数:"));
    }

    #[test]
    fn the_tree_is_sound() {
        for lang in Lang::ALL {
            localised(&Texts::new(lang), NaiveDate::MIN, 80).debug_assert();
        }
    }
}
