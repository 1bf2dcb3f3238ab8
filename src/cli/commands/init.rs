//! `init`: a new workspace.

use crate::cli::commands::starters::{Starter, Starters, first_steps};
use crate::cli::commands::templates::{FOLDER, TemplateSet};
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::dates::in_force;
use crate::cli::context::fault::ReadableError;
use crate::cli::context::in_force::InForce;
use crate::cli::context::settings::Settings;
use crate::cli::context::shell::quoted;
use crate::cli::context::workspace::{Workspace, folder_name};
use crate::cli::context::written::write_whole;
use crate::domain::Message;
use crate::files;
use crate::policy::Policy;
use anyhow::Result;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct InitArgs {
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    #[arg(long, value_name = "NAME", default_value = "meeting-sales", hide_default_value = true)]
    preset: String,
    #[arg(long, value_name = "BEGIN", value_parser = in_force)]
    in_force_from: Option<InForce>,
}

/// Makes the folder, if need be, and what belongs into it.
pub fn init(args: &InitArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    let root = context.path(&args.dir);
    let preset = Policy::preset_called(&args.preset).unwrap_or_default();
    let Some(policy) = Policy::preset_written(preset, context.texts.lang()) else {
        let known: Vec<_> = Policy::PRESETS.iter().map(|(name, _)| *name).collect();
        let message = Message::new("cli-init-preset").with("preset", args.preset.as_str()).with("known", known);
        return Err(ReadableError::usage(message).into());
    };
    if Workspace::is_one(&root) {
        let message = Message::new("cli-init-exists").show("folder", args.dir.display());
        return Err(ReadableError::new(message).remedy(Message::new("cli-init-exists-remedy")).into());
    }
    // Nobody answers for what lies before the house began.
    let begins = args.in_force_from.unwrap_or(InForce::From(context.as_of()));
    let policy = &begins.written_into(&policy);
    let templates = TemplateSet::new(&Policy::parse(policy)?, Vec::new(), context.as_of(), &context.texts)?;
    let blank = root.join(FOLDER);
    templates.refuse_what_is_there(&blank)?;
    files::create_folder(&root).map_err(|error| ReadableError::io(&root, &error))?;
    let name = folder_name(&root);
    let settings = Settings::written(preset, &name, &context.texts);
    Workspace::create(&root, &settings, policy, context.patience())?;
    templates.write(&blank)?;
    let starters = Starters {
        program: context.env.program.clone().unwrap_or_else(|| "huifang".into()),
        workspace: std::path::absolute(&root).unwrap_or(root.clone()),
    };
    let first = first_steps(&starters, &name, &context.texts);
    let read_first = first.name.clone();
    starters.files(&context.texts).into_iter().chain([first]).try_for_each(|starter| put(&root, &starter))?;
    let done = Message::new("cli-init-done").with("folder", quoted(&args.dir)).with("preset", preset);
    let begins = match begins {
        InForce::From(day) => Message::new("cli-init-begins").show("from", day),
        InForce::Always => Message::new("cli-init-always"),
    };
    let done = done.with("begins", begins);
    let done =
        done.with("first", read_first).with("scheduled", starters.scheduled(&name)).with("cron", starters.cron());
    let text = format!("{}\n", context.texts.say(&done));
    context.show(text.as_bytes())?;
    Ok(CommandOutcome::Done)
}

/// Puts a starter into the workspace, unless somebody has a file of that name there.
fn put(root: &Path, starter: &Starter) -> Result<()> {
    let path = root.join(&starter.name);
    if path.exists() {
        return Ok(());
    }
    write_whole(&path, starter.text.as_bytes())?;
    if starter.is_program {
        files::make_runnable(&path).map_err(|error| ReadableError::io(&path, &error))?;
    }
    Ok(())
}
