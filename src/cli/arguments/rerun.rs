//! A report made once more, as its stamp says.

use crate::cli::arguments::args::{Cli, Command};
use crate::cli::arguments::tree;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::env::Env;
use crate::cli::context::fault::ReadableError;
use crate::cli::context::workspace::Workspace;
use crate::domain::Message;
use crate::journal::JournalPoint;
use crate::policy::Policy;
use crate::report::Stamp;
use crate::texts::Texts;
use anyhow::Result;
use clap::FromArgMatches;
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

/// Gives out the report of the stamp once more, into memory; `perform` does what a command says.
///
/// # Errors
/// The stamp asks for nothing that is a report, or the report cannot be made.
pub fn again(
    stamp: &Stamp,
    workspace: &Workspace,
    made_again: (JournalPoint, Policy),
    perform: fn(Command, &mut CommandContext) -> Result<CommandOutcome>,
    context: &CommandContext,
) -> Result<Vec<u8>> {
    let refused = || ReadableError::new(Message::new("cli-verify-request").with("request", stamp.request.join(" ")));
    let (as_of, format) = (stamp.as_of.to_string(), stamp.format.as_str());
    let common = ["--as-of", &as_of, "--format", format, "--lang", &stamp.lang, "-q"];
    let words = ["huifang"].into_iter().chain(stamp.request.iter().map(String::as_str)).chain(common);
    let words: Vec<&str> = words.chain(stamp.reveal.then_some("--reveal")).collect();
    let texts = Texts::new(stamp.language());
    let matches = tree::localised(&texts, context.env.now.date(), tree::width(&context.env))
        .try_get_matches_from(words)
        .map_err(|_| refused())?;
    let cli = Cli::from_arg_matches(&matches).map_err(|_| refused())?;
    // A stamp is a file that anybody may have written: it can ask for nothing but a report.
    let command = cli.command.filter(Command::is_stamped).ok_or_else(refused)?;
    let result = CapturedOutput::default();
    let env = Env {
        args: Vec::new(),
        vars: context.env.vars.clone(),
        locale: None,
        folder: context.env.folder.clone(),
        program: None,
        now: context.env.now,
        stdin: Box::new(io::empty()),
        stdin_is_terminal: false,
        stdout: Box::new(result.clone()),
        stdout_is_terminal: false,
        width: None,
        height: None,
        stderr: Box::new(io::sink()),
        stderr_is_terminal: false,
    };
    let mut other = CommandContext::new(env, texts, cli.global);
    other.global.workspace = Some(workspace.root().to_owned());
    (other.global.output, other.global.known_at, other.global.color) = (None, None, None);
    other.request.clone_from(&stamp.request);
    other.made_again = Some(made_again);
    perform(command, &mut other)?;
    drop(other);
    Ok(result.0.take())
}

/// Standard output kept in memory.
#[derive(Clone, Default)]
struct CapturedOutput(Rc<RefCell<Vec<u8>>>);

impl Write for CapturedOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
