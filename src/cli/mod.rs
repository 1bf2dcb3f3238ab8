//! The command line: what is asked, where, in which language; files, clock and terminal. One file per family of commands.

mod arguments;
mod books;
mod commands;
mod context;
mod output;

use arguments::{request, tree, usage};
use commands::{
    changes, check, completions, demo, disputes, expiring, explain, finding, help, history, home, import, init,
    nightly, policy, reports, status, taking, templates, verify,
};
pub use context::env::Env;
use context::{language, words};

use crate::cli::arguments::args::{Cli, Command};
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::fault::ReadableError;
use crate::cli::context::interrupt::Interrupt;
use crate::cli::context::workspace::Workspace;
use crate::domain::Message;
use crate::journal::JournalPoint;
use crate::policy::Policy;
use crate::report::Stamp;
use crate::texts::Texts;
use anyhow::Result;
use clap::FromArgMatches;
use std::process::ExitCode;

/// The program, from its arguments to its exit code: 0 done, 1 it could not be done, 2 wrong usage, 3 done but rows were rejected.
pub fn run(env: Env) -> ExitCode {
    let texts = Texts::new(language::lang(&env));
    let commands = tree::localised(&texts, env.now.date(), tree::width(&env));
    let parsed = {
        let typed = words::understood(&env.args, &commands);
        commands.try_get_matches_from(typed)
    };
    let parsed = parsed.and_then(|matches| Ok((Cli::from_arg_matches(&matches)?, request::of(&matches))));
    let (cli, request) = match parsed {
        Ok(parsed) => parsed,
        Err(stop) => return usage::answer(stop, env, &texts),
    };
    let interrupt = Interrupt::listen(texts.get("cli-interrupted"));
    let mut desk = CommandContext::new(env, texts, cli.global);
    desk.interrupt = interrupt;
    desk.is_paged = cli.command.as_ref().is_some_and(Command::reads_the_books);
    desk.leaves_no_trace = cli.command.as_ref().is_some_and(Command::is_dry_run);
    request.taken.iter().for_each(|taken| desk.note(taken));
    desk.request = request.words;
    let outcome = match cli.command {
        Some(command) => perform(command, &mut desk),
        None => alone(&mut desk),
    };
    desk.close(outcome)
}

/// No command: how things stand.
fn alone(desk: &mut CommandContext) -> Result<CommandOutcome> {
    desk.format()?;
    desk.refuse_far(desk.global.as_of)?;
    home::home(desk)
}

/// Commands that write to the books do so today.
fn refuse_to_write_then(command: &Command, desk: &CommandContext) -> Result<()> {
    if desk.global.known_at.is_some() && !command.reads_the_books() {
        return Err(ReadableError::usage(Message::new("cli-usage-known-here"))
            .remedy(Message::new("cli-usage-known-here-remedy"))
            .into());
    }
    Ok(())
}

/// Hands each command to its family.
fn perform(command: Command, desk: &mut CommandContext) -> Result<CommandOutcome> {
    // Known before anything is done: a format that is not there shall not leave half a command.
    desk.formats = command.formats();
    if !matches!(command, Command::Completions(_) | Command::Help(_)) {
        desk.format()?;
    }
    desk.refuse_far(desk.global.as_of)?;
    refuse_to_write_then(&command, desk)?;
    match command {
        Command::Init(args) => init::init(&args, desk),
        Command::Demo(args) => demo::demo(&args, desk),
        Command::Nightly => nightly::nightly(desk),
        Command::Import(args) => import::import(&args, desk),
        Command::Batches => history::batches(desk),
        Command::Revert(args) => taking::revert(&args, desk),
        Command::Restore(args) => taking::restore(&args, desk),
        Command::Status => status::status(desk),
        Command::Check(args) => check::check(&args, desk),
        Command::Due(args) => reports::show_due(&args, desk),
        Command::Explain(args) => explain::explain(&args, desk),
        Command::Owners(args) => reports::show_owners(&args, desk),
        Command::Expiring(args) => expiring::show_expiring(&args, desk),
        Command::Disputes => disputes::show_disputes(desk),
        Command::Violations(args) => reports::show_violations(&args, desk),
        Command::Fines(args) => reports::show_fines(&args, desk),
        Command::Changes(args) => changes::changes(&args, desk),
        Command::Policy(args) => policy::policy(&args, desk),
        Command::Verify(args) => verify::verify(&args, made_again, desk),
        Command::Finding(args) => finding::finding(&args, desk),
        Command::Templates(args) => templates::templates(&args, desk),
        Command::Help(args) => help::help(&args, commands(desk), desk),
        Command::Completions(args) => completions::completions(&args, commands(desk), desk),
    }
}

/// The commands in the language of who asks.
fn commands(desk: &CommandContext) -> clap::Command {
    tree::localised(&desk.texts, desk.env.now.date(), tree::width(&desk.env))
}

/// A report of before, as its stamp says.
fn made_again(
    stamp: &Stamp,
    workspace: &Workspace,
    stood: (JournalPoint, Policy),
    desk: &CommandContext,
) -> Result<Vec<u8>> {
    arguments::rerun::again(stamp, workspace, stood, perform, desk)
}
