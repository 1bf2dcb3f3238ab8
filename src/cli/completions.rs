//! `completions`: what a shell needs to complete commands and options.

use super::desk::{Desk, Outcome};
use super::help::localised;
use anyhow::Result;
use clap_complete::Shell;

#[derive(clap::Args)]
pub struct CompletionsArgs {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Writes the shell's script.
pub fn completions(args: &CompletionsArgs, desk: &mut Desk) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(
        args.shell,
        &mut localised(&desk.texts, desk.env.now.date(), super::help::width(&desk.env)),
        "huifang",
        &mut script,
    );
    desk.show(&script)?;
    Ok(Outcome::Done)
}
