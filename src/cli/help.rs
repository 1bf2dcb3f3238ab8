//! The command tree in the user's language: every word of the help comes from `texts/*/help.ftl`.

use super::args::Cli;
use super::desk::{Desk, Outcome};
use super::fault::Said;
use super::{choice, dates};
use crate::domain::Message;
use crate::texts::Texts;
use anyhow::Result;
use chrono::NaiveDate;
use clap::{Arg, Command, CommandFactory};

/// The commands with their help in that language, reading days at that one.
pub fn localised(texts: &Texts, today: NaiveDate) -> Command {
    let command = dates::read_at(Cli::command(), today).max_term_width(110);
    localise(command, "help", "huifang", texts)
}

fn localise(command: Command, key: &str, called: &str, texts: &Texts) -> Command {
    let find = |key: &str| texts.find(key).unwrap_or_default();
    let is_root = key == "help";
    let command = command
        .about(find(if is_root { "help-about" } else { key }))
        .mut_args(|arg| worded(arg, key, texts))
        .mut_subcommands(|inner| {
            let key = format!("{key}-{}", inner.get_name());
            let called = format!("{called} {}", inner.get_name());
            localise(inner, &key, &called, texts)
        })
        .subcommand_help_heading(find("help-heading-commands"))
        .help_template(format!("{{about}}\n\n{}{{usage}}\n\n{{all-args}}{{after-help}}\n", find("help-usage")));
    let command = match texts.find(&format!("{key}-more")) {
        Some(more) => command.after_help(more),
        None => command,
    };
    let usage = usage(&command, called, texts);
    command.override_usage(usage)
}

/// The argument with its help, its value's name and its heading; clap's own remarks are English and left out.
fn worded(arg: Arg, command: &str, texts: &Texts) -> Arg {
    let key = key_of(&arg, command);
    let find = |key: &str| texts.find(key).unwrap_or_default();
    let heading = match (arg.is_positional(), arg.is_global_set() || command == "help") {
        (true, _) => "help-heading-arguments",
        (false, false) => "help-heading-options",
        (false, true) => "help-heading-global",
    };
    let help = find(&key);
    let arg = arg.help_heading(find(heading));
    if !arg.get_action().takes_values() {
        return arg.help(help);
    }
    let choices: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let help = if choices.is_empty() { help } else { format!("{help} [{}]", choices.join(", ")) };
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

#[derive(clap::Args)]
pub struct HelpArgs {
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

/// `help`: that of a command, for those who ask for it in this way.
pub fn help(args: &HelpArgs, desk: &mut Desk) -> Result<Outcome> {
    let mut command = localised(&desk.texts, desk.env.now.date());
    command.build();
    let mut asked = &mut command;
    for name in &args.command {
        let Some(inner) = asked.find_subcommand_mut(name) else {
            let said = Said::usage(Message::new("cli-usage-command").with("command", name.as_str()));
            return Err(said.remedy(Message::new("cli-usage-help").with("command", "huifang")).into());
        };
        asked = inner;
    }
    let text = asked.render_help();
    let colored = choice::colored(desk.global.color.unwrap_or_default(), &desk.env, desk.env.stdout_is_terminal);
    let text = if colored { text.ansi().to_string() } else { text.to_string() };
    desk.show(text.as_bytes())?;
    Ok(Outcome::Done)
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
            let of_frame = |key: &str| key.starts_with("help-heading-") || key.starts_with("help-usage");
            let other = texts.filter(|key| key.starts_with("help-") && !of_frame(key) && !known.contains_key(*key));
            assert_eq!(other.collect::<Vec<_>>(), Vec::<&str>::new(), "{lang:?}");
        }
    }

    #[test]
    fn the_tree_is_sound() {
        for lang in Lang::ALL {
            localised(&Texts::new(lang), NaiveDate::MIN).debug_assert();
        }
    }
}
