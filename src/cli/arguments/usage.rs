//! What clap stops at, in the user's language: help asked for, and arguments that do not fit.

use crate::cli::context::choice::{colored, early_color};
use crate::cli::context::command::complaint;
use crate::cli::context::env::Env;
use crate::cli::context::fault::ReadableError;
use crate::cli::context::words;
use crate::domain::{Arg, Message};
use crate::texts::Texts;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

/// Shows the help or says what does not fit; gives the exit code.
pub fn answer(stop: clap::Error, mut env: Env, texts: &Texts) -> ExitCode {
    let (is_help, code) = match stop.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => (true, 0),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => (true, 2),
        _ => (false, 2),
    };
    let text = if is_help {
        let is_terminal = if code == 0 { env.stdout_is_terminal } else { env.stderr_is_terminal };
        let help = stop.render();
        if colored(early_color(&env), &env, is_terminal) { help.ansi().to_string() } else { help.to_string() }
    } else {
        let hint = Message::new("cli-usage-help").with("command", command_of(&stop));
        format!("{}\n", complaint(texts, &ReadableError::usage(fault(&stop, texts)).remedy(hint)))
    };
    let stream = if code == 0 { &mut env.stdout } else { &mut env.stderr };
    // A closed channel leaves nobody to tell.
    let _ = stream.write_all(text.as_bytes());
    ExitCode::from(code)
}

/// What does not fit.
fn fault(stop: &clap::Error, texts: &Texts) -> Message {
    let arg = || text_of(stop, ContextKind::InvalidArg);
    let value = || text_of(stop, ContextKind::InvalidValue);
    match stop.kind() {
        ErrorKind::InvalidValue if value().is_empty() => Message::new("cli-usage-no-value").with("arg", arg()),
        ErrorKind::InvalidValue => {
            Message::new("cli-usage-value").with("value", value()).with("arg", arg()).with("known", known(stop, texts))
        }
        ErrorKind::UnknownArgument => match stop.get(ContextKind::SuggestedArg) {
            Some(near) => Message::new("cli-usage-argument-near").with("arg", arg()).show("near", near),
            None => Message::new("cli-usage-argument").with("arg", arg()),
        },
        ErrorKind::InvalidSubcommand => {
            let command = text_of(stop, ContextKind::InvalidSubcommand);
            match list_of(stop, ContextKind::SuggestedSubcommand) {
                Arg::List(near) if !near.is_empty() => {
                    Message::new("cli-usage-command-near").with("command", command).with("near", Arg::List(near))
                }
                _ => Message::new("cli-usage-command").with("command", command),
            }
        }
        ErrorKind::ValueValidation => {
            let why = match stop.source().and_then(|inner| inner.downcast_ref::<ReadableError>()) {
                Some(said) => said.message.clone(),
                // What is not read here is read by clap: counts, of which it speaks English only.
                None => Message::new("cli-usage-count").with("value", value()),
            };
            Message::new("cli-usage-invalid").with("arg", arg()).with("why", why)
        }
        ErrorKind::TooManyValues => Message::new("cli-usage-too-many").with("arg", arg()).with("value", value()),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            Message::new("cli-usage-no-value").with("arg", arg())
        }
        ErrorKind::ArgumentConflict => match list_of(stop, ContextKind::PriorArg) {
            Arg::List(others) if others == [Arg::Text(arg())] => Message::new("cli-usage-twice").with("arg", arg()),
            others => Message::new("cli-usage-conflict").with("arg", arg()).with("others", others),
        },
        ErrorKind::MissingRequiredArgument => {
            Message::new("cli-usage-missing").with("args", list_of(stop, ContextKind::InvalidArg))
        }
        ErrorKind::MissingSubcommand => Message::new("cli-usage-no-command"),
        ErrorKind::InvalidUtf8 => Message::new("cli-usage-utf8"),
        _ => Message::new("cli-unexpected").show("what", stop.render()),
    }
}

/// The values that are possible, as they are shown.
fn known(stop: &clap::Error, texts: &Texts) -> Arg {
    match stop.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(ids)) => ids.iter().map(|id| words::shown(id, texts)).collect::<Vec<_>>().into(),
        _ => Arg::List(Vec::new()),
    }
}

/// `huifang import` for what was wrong inside `import`.
fn command_of(stop: &clap::Error) -> String {
    let usage = text_of(stop, ContextKind::Usage);
    let words = usage.split_whitespace().skip_while(|word| *word != "huifang");
    let words: Vec<_> = words.take_while(|word| word.bytes().all(|byte| byte.is_ascii_lowercase())).collect();
    if words.is_empty() { "huifang".to_owned() } else { words.join(" ") }
}

fn text_of(stop: &clap::Error, kind: ContextKind) -> String {
    stop.get(kind).map(ToString::to_string).unwrap_or_default()
}

fn list_of(stop: &clap::Error, kind: ContextKind) -> Arg {
    match stop.get(kind) {
        Some(ContextValue::Strings(items)) => items.clone().into(),
        Some(ContextValue::String(item)) => vec![item.clone()].into(),
        _ => Arg::List(Vec::new()),
    }
}
