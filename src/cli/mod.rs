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
use context::choice::formats_of;
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
    let mut context = CommandContext::new(env, texts, cli.global);
    context.interrupt = interrupt;
    context.is_paged = cli.command.as_ref().is_some_and(Command::reads_the_books);
    context.leaves_no_trace = cli.command.as_ref().is_some_and(Command::is_dry_run);
    request.taken.iter().for_each(|taken| context.note(taken));
    context.request = request.words;
    let outcome = match cli.command {
        Some(command) => perform(command, &mut context),
        None => alone(&mut context),
    };
    context.close(outcome)
}

/// No command: how things stand.
fn alone(context: &mut CommandContext) -> Result<CommandOutcome> {
    context.format()?;
    context.refuse_far(context.global.as_of)?;
    home::home(context)
}

/// Commands that write to the books do so today.
fn refuse_to_write_then(command: &Command, context: &CommandContext) -> Result<()> {
    if context.global.known_at.is_some() && !command.reads_the_books() {
        return Err(ReadableError::usage(Message::new("cli-usage-known-here"))
            .remedy(Message::new("cli-usage-known-here-remedy"))
            .into());
    }
    Ok(())
}

/// Hands each command to its family.
fn perform(command: Command, context: &mut CommandContext) -> Result<CommandOutcome> {
    // Known before anything is done: a format that is not there shall not leave half a command.
    context.formats = formats_of(context.request.first().map_or("", String::as_str));
    if !matches!(command, Command::Completions(_) | Command::Help(_)) {
        context.format()?;
    }
    context.refuse_far(context.global.as_of)?;
    refuse_to_write_then(&command, context)?;
    match command {
        Command::Init(args) => init::init(&args, context),
        Command::Demo(args) => demo::demo(&args, context),
        Command::Nightly => nightly::nightly(context),
        Command::Import(args) => import::import(&args, context),
        Command::Batches => history::batches(context),
        Command::Revert(args) => taking::revert(&args, context),
        Command::Restore(args) => taking::restore(&args, context),
        Command::Status => status::status(context),
        Command::Check(args) => check::check(&args, context),
        Command::Due(args) => reports::show_due(&args, context),
        Command::Explain(args) => explain::explain(&args, context),
        Command::Owners(args) => reports::show_owners(&args, context),
        Command::Expiring(args) => expiring::show_expiring(&args, context),
        Command::Disputes => disputes::show_disputes(context),
        Command::Violations(args) => reports::show_violations(&args, context),
        Command::Fines(args) => reports::show_fines(&args, context),
        Command::Changes(args) => changes::changes(&args, context),
        Command::Policy(args) => policy::policy(&args, context),
        Command::Verify(args) => verify::verify(&args, made_again, context),
        Command::Finding(args) => finding::finding(&args, context),
        Command::Templates(args) => templates::templates(&args, context),
        Command::Help(args) => help::help(&args, commands(context), context),
        Command::Completions(args) => completions::completions(&args, commands(context), context),
    }
}

/// The commands in the language of who asks.
fn commands(context: &CommandContext) -> clap::Command {
    tree::localised(&context.texts, context.env.now.date(), tree::width(&context.env))
}

/// A report of before, as its stamp says.
fn made_again(
    stamp: &Stamp,
    workspace: &Workspace,
    stood: (JournalPoint, Policy),
    context: &CommandContext,
) -> Result<Vec<u8>> {
    arguments::rerun::again(stamp, workspace, stood, perform, context)
}
