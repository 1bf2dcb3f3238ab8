//! `init`: a new workspace.

use super::desk::{Desk, Outcome};
use super::fault::Said;
use super::templates::Set;
use super::workspace::Workspace;
use crate::domain::Message;
use crate::policy::Policy;
use anyhow::Result;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct InitArgs {
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    #[arg(long, value_name = "NAME", default_value = "meeting-sales", hide_default_value = true)]
    preset: String,
}

/// Where the blank ledgers go, in the workspace.
const TEMPLATES: &str = "templates";

/// Makes the folder, if need be, and what belongs into it.
pub fn init(args: &InitArgs, desk: &mut Desk) -> Result<Outcome> {
    let root = desk.path(&args.dir);
    let Some(policy) = Policy::preset_text(&args.preset) else {
        let known: Vec<_> = Policy::PRESETS.iter().map(|(name, _)| *name).collect();
        let message = Message::new("cli-init-preset").with("preset", args.preset.as_str()).with("known", known);
        return Err(Said::usage(message).into());
    };
    if Workspace::is_one(&root) {
        let message = Message::new("cli-init-exists").show("folder", args.dir.display());
        return Err(Said::new(message).remedy(Message::new("cli-init-exists-remedy")).into());
    }
    let templates = Set::new(&Policy::parse(policy)?, Vec::new(), desk.as_of(), &desk.texts)?;
    let blank = root.join(TEMPLATES);
    templates.refuse_what_is_there(&blank)?;
    std::fs::create_dir_all(&root).map_err(|error| Said::io(&root, &error))?;
    Workspace::create(&root, &args.preset, policy, desk.patience())?;
    templates.write(&blank)?;
    let done = Message::new("cli-init-done").show("folder", args.dir.display()).with("preset", args.preset.as_str());
    let text = format!("{}\n", desk.texts.say(&done));
    desk.show(text.as_bytes())?;
    Ok(Outcome::Done)
}
