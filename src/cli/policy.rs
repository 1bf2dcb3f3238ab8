//! `policy`: the house's rules themselves.

use super::desk::{Desk, Outcome};
use super::what_if;
use anyhow::Result;
use clap::Subcommand;

#[derive(clap::Args)]
#[command(subcommand_required = true, arg_required_else_help = true, disable_help_subcommand = true)]
pub struct PolicyArgs {
    #[command(subcommand)]
    command: PolicyCommand,
}

#[derive(Subcommand)]
enum PolicyCommand {
    WhatIf(what_if::WhatIfArgs),
}

/// Hands each of its commands to its file.
pub fn policy(args: &PolicyArgs, desk: &mut Desk) -> Result<Outcome> {
    match &args.command {
        PolicyCommand::WhatIf(args) => what_if::what_if(args, desk),
    }
}
