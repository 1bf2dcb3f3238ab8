//! The command tree in the user's language: every word of the help comes from `texts/*/help.ftl`.

use super::args::Cli;
use super::choice;
use super::desk::{Desk, Outcome};
use super::fault::Said;
use crate::domain::Message;
use crate::texts::Texts;
use anyhow::Result;
use clap::{Arg, Command, CommandFactory};

/// The commands with their help in that language.
pub fn localised(texts: &Texts) -> Command {
    let command = Cli::command().max_term_width(110);
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
        .help_template(format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n", find("help-usage")));
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
    let mut command = localised(&desk.texts);
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

    fn missing(command: &Command, key: &str, texts: &Texts, found: &mut Vec<String>) {
        let about = if key == "help" { "help-about" } else { key };
        let args = command.get_arguments().map(|arg| key_of(arg, key));
        let values = command.get_arguments().filter(|arg| arg.get_action().takes_values());
        let values = values.flat_map(|arg| arg.get_value_names().unwrap_or_default());
        let values = values.map(|name| format!("help-value-{}", name.to_ascii_lowercase()));
        let keys = std::iter::once(about.to_owned()).chain(args).chain(values);
        found.extend(keys.filter(|key| texts.find(key).is_none()));
        for inner in command.get_subcommands() {
            missing(inner, &format!("{key}-{}", inner.get_name()), texts, found);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_help_in_both_languages() {
        for lang in Lang::ALL {
            let mut found = Vec::new();
            missing(&Cli::command(), "help", &Texts::new(lang), &mut found);
            assert_eq!(found, Vec::<String>::new(), "{lang:?}");
        }
    }

    #[test]
    fn the_tree_is_sound() {
        for lang in Lang::ALL {
            localised(&Texts::new(lang)).debug_assert();
        }
    }
}
