//! `help`: that of a command, for those who ask for it in this way.

use crate::cli::context::choice;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::fault::ReadableError;
use crate::domain::Message;
use anyhow::Result;
use clap::Command;

#[derive(clap::Args)]
pub struct HelpArgs {
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

/// Shows the page of a command; `commands` is the tree of them all.
pub fn help(args: &HelpArgs, mut commands: Command, context: &mut CommandContext) -> Result<CommandOutcome> {
    commands.build();
    let mut asked = &mut commands;
    for name in &args.command {
        let Some(inner) = asked.find_subcommand_mut(name) else {
            let said = ReadableError::usage(Message::new("cli-usage-command").with("command", name.as_str()));
            return Err(said.remedy(Message::new("cli-usage-help").with("command", "huifang")).into());
        };
        asked = inner;
    }
    let text = asked.render_help();
    let colored =
        choice::colored(context.global.color.unwrap_or_default(), &context.env, context.env.stdout_is_terminal);
    let text = if colored { text.ansi().to_string() } else { text.to_string() };
    context.show(text.as_bytes())?;
    Ok(CommandOutcome::Done)
}
