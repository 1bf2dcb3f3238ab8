//! `policy`: the house's rules to be read, checked and compared.

use crate::cli::books::evaluator::{Evaluated, Evaluator};
use crate::cli::commands::what_if;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::fault::ReadableError;
use crate::cli::context::workspace::{Workspace, policy_text, read_policy};
use crate::cli::context::written::write_whole;
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::domain::Message;
use crate::policy::{Policy, PolicyEntry, UpgradedPolicy, never_fired};
use crate::report::{
    Records, policy_check, policy_check_listing, policy_diff, policy_diff_listing, policy_list, policy_list_listing,
    policy_show, policy_show_listing,
};
use anyhow::Result;
use clap::Subcommand;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
#[command(subcommand_required = true, arg_required_else_help = true, disable_help_subcommand = true)]
pub struct PolicyArgs {
    #[command(subcommand)]
    command: PolicyCommand,
}

#[derive(Subcommand)]
enum PolicyCommand {
    List {
        #[arg(long, value_name = "POLICY")]
        of: Option<String>,
    },
    Show {
        // `售后服务制度 6` is two words to a shell.
        #[arg(value_name = "CLAUSE")]
        clause: Vec<String>,
        #[arg(long, value_name = "POLICY")]
        of: Option<String>,
    },
    Check {
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    Diff {
        #[arg(value_name = "POLICY")]
        a: String,
        #[arg(value_name = "POLICY")]
        b: String,
    },
    WhatIf(what_if::WhatIfArgs),
    Upgrade {
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
}

/// Does what is asked of the house's rules.
pub fn policy(args: &PolicyArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    match &args.command {
        PolicyCommand::List { of } => list(of.as_deref(), context)?,
        PolicyCommand::Show { clause, of } => show(clause, of.as_deref(), context)?,
        PolicyCommand::Check { file } => check(file.as_deref(), context)?,
        PolicyCommand::Diff { a, b } => diff(a, b, context)?,
        PolicyCommand::Upgrade { file } => upgrade(file.as_deref(), context)?,
        PolicyCommand::WhatIf(args) => return what_if::what_if(args, context),
    }
    Ok(CommandOutcome::Done)
}

/// A policy and the name it was asked for by.
type NamedPolicy = (String, Policy);

/// A preset's, or that of a file.
fn named(name: &str, context: &CommandContext) -> Result<NamedPolicy> {
    let policy = match Policy::preset_called(name).and_then(Policy::preset_text) {
        Some(text) => Policy::parse(text)?,
        None => {
            let file = context.path(Path::new(name));
            let text = policy_text(&file).map_err(|said| {
                let known: Vec<_> = Policy::PRESETS.iter().map(|(name, _)| *name).collect();
                if file.exists() {
                    said
                } else {
                    said.remedy(Message::new("cli-policy-named-remedy").with("known", known))
                }
            })?;
            read_policy(Path::new(name), text)?
        }
    };
    Ok((name.to_owned(), policy))
}

/// The workspace's own.
fn own(workspace: &Workspace) -> Result<NamedPolicy> {
    Ok((workspace.policy_file().display().to_string(), workspace.policy()?))
}

/// The one asked for, else the workspace's.
fn asked(of: Option<&str>, context: &mut CommandContext) -> Result<NamedPolicy> {
    match of {
        Some(name) => named(name, context),
        None => own(&context.workspace()?),
    }
}

fn list(of: Option<&str>, context: &mut CommandContext) -> Result<()> {
    let found = match of {
        Some(name) => Some(named(name, context)?),
        None => context.workspace_if_any()?.map(|workspace| own(&workspace)).transpose()?,
    };
    let list = policy_list(found.as_ref().map(|(name, policy)| (name.as_str(), policy)));
    let listing = |medium, context: &CommandContext| policy_list_listing(&list, medium, &context.texts);
    present(context, &Answer::listing(|_| Records::one(&list), listing))
}

fn show(clause: &[String], of: Option<&str>, context: &mut CommandContext) -> Result<()> {
    let (name, policy) = asked(of, context)?;
    let unknown = |asked: &str| {
        let message = Message::new("cli-policy-no-clause").with("file", name.as_str()).with("clause", asked);
        ReadableError::usage(message).remedy(Message::new("cli-policy-no-clause-remedy"))
    };
    let clause = (!clause.is_empty()).then(|| clause.join(" "));
    let clause = clause.as_deref().map(|asked| policy.clause_named(asked).ok_or_else(|| unknown(asked))).transpose()?;
    let rows = policy_show(&policy, clause.map(|clause| &*clause.id));
    let listing = |medium, context: &CommandContext| policy_show_listing(&rows, &name, &policy, medium, &context.texts);
    present(context, &Answer::listing(|_| Records::rows(&rows), listing))
}

fn check(file: Option<&Path>, context: &mut CommandContext) -> Result<()> {
    let (workspace, (name, policy)) = match file {
        Some(file) => {
            let text = policy_text(&context.path(file))?;
            (context.workspace_if_any()?, (file.display().to_string(), read_policy(file, text)?))
        }
        None => {
            let workspace = context.workspace()?;
            (Some(workspace.clone()), own(&workspace)?)
        }
    };
    let never_fired = workspace.map(|workspace| unmet(&workspace, &policy, context)).transpose()?;
    let check = policy_check(&name, &policy, context.as_of(), never_fired);
    let listing = |medium, context: &CommandContext| policy_check_listing(&check, &policy, medium, &context.texts);
    present(context, &Answer::listing(|_| Records::one(&check), listing))
}

/// What of the policy the workspace's books never met.
fn unmet(workspace: &Workspace, policy: &Policy, context: &mut CommandContext) -> Result<Vec<PolicyEntry>> {
    let journal = context.journal(workspace)?;
    let Evaluated { known, assessment } = Evaluator::of(context, policy).whole(&journal)?;
    Ok(never_fired(policy, &known.books, &assessment))
}

fn diff(a: &str, b: &str, context: &mut CommandContext) -> Result<()> {
    let (one, other) = (named(a, context)?.1, named(b, context)?.1);
    let rows = policy_diff(&one, &other);
    let listing = |medium, context: &CommandContext| policy_diff_listing(&rows, [a, b], medium, &context.texts);
    present(context, &Answer::listing(|_| Records::rows(&rows), listing))
}

/// Puts a policy file into the form of today and says what was written anew; what it says stays the same.
fn upgrade(file: Option<&Path>, context: &mut CommandContext) -> Result<()> {
    let path = match file {
        Some(file) => context.path(file),
        None => context.workspace()?.policy_file(),
    };
    let name = file.unwrap_or(&path).display().to_string();
    let text = policy_text(&path)?;
    // Its faults are drawn as everywhere.
    read_policy(Path::new(&name), text.clone())?;
    let message = match Policy::upgraded(&text)? {
        None => Message::new("cli-policy-upgraded-already").with("file", name),
        Some(UpgradedPolicy { text, obligations }) => {
            write_whole(&path, text.as_bytes())?;
            let message = Message::new("cli-policy-upgraded").with("file", name).with("count", obligations.len());
            message.with("obligations", obligations)
        }
    };
    let text = format!("{}\n", context.texts.say(&message));
    context.show(text.as_bytes())
}
