//! `completions`: what a shell needs to complete commands and options.

use crate::cli::context::command::{CommandContext, CommandOutcome};
use anyhow::Result;
use clap::Command;
use clap_complete::Shell;

#[derive(clap::Args)]
pub struct CompletionsArgs {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Writes the shell's script.
/// `commands` is the tree of them all.
pub fn completions(
    args: &CompletionsArgs,
    mut commands: Command,
    context: &mut CommandContext,
) -> Result<CommandOutcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut commands, "huifang", &mut script);
    context.show(&script)?;
    Ok(CommandOutcome::Done)
}
