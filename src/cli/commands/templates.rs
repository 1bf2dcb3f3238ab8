//! `templates`: blank ledgers to be filled in, with the house's own staff and offences.

use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::fault::{ReadableError, said};
use crate::cli::context::workspace::Workspace;
use crate::cli::context::written::write_whole;
use crate::domain::{Kind, Lang, LedgerNeed, Message, StaffRow};
use crate::files;
use crate::policy::Policy;
use crate::templates::{OfferedOffence, Template, TemplateHouse, is_untouched, template};
use crate::texts::Texts;
use anyhow::Result;
use chrono::NaiveDate;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The preset whose offences are offered where there is no workspace.
const PRESET: &str = "meeting-sales";

/// Where the blank ledgers of a workspace lie.
pub const FOLDER: &str = "templates";

#[derive(clap::Args)]
pub struct TemplatesArgs {
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

/// Writes a template for every kind of ledger that the house keeps.
pub fn templates(args: &TemplatesArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    let (policy, staff) = match context.workspace_if_any()? {
        Some(workspace) => (workspace.policy()?, context.journal(&workspace)?.roster()?),
        None => (Policy::parse(Policy::preset_text(PRESET).unwrap_or_default())?, Vec::new()),
    };
    let is_without_staff = staff.is_empty();
    let set = TemplateSet::new(&policy, staff, context.as_of(), &context.texts)?;
    set.write(&context.path(&args.dir))?;
    let done = Message::new("cli-templates-done").show("folder", args.dir.display()).with("count", set.count());
    let text = format!("{}\n", context.texts.say(&done));
    context.show(text.as_bytes())?;
    if is_without_staff {
        context.note(&Message::new("cli-templates-no-staff"));
    }
    Ok(CommandOutcome::Done)
}

/// Gives the workspace's blank ledgers the staff that are on the roster now, in whichever language they lie there. What
/// somebody has worked in stays as it is; who may not write there is told, and nothing else is held up.
pub fn renew(workspace: &Workspace, context: &mut CommandContext) -> Result<()> {
    let folder = workspace.root().join(FOLDER);
    if !folder.is_dir() {
        return Ok(());
    }
    let (policy, staff) = (workspace.policy()?, context.journal(workspace)?.roster()?);
    let (mut renewed, mut kept) = (0, Vec::new());
    let name = |kind: Kind, lang| match lang {
        Lang::Zh => kind.ledger().chinese,
        Lang::En => kind.id(),
    };
    let lies_there =
        |lang: &Lang| Kind::ALL.into_iter().any(|kind| folder.join(format!("{}.xlsx", name(kind, *lang))).is_file());
    for lang in Lang::ALL.into_iter().filter(lies_there) {
        let set = TemplateSet::new(&policy, staff.clone(), context.as_of(), &Texts::new(lang))?;
        match set.renew(&folder) {
            Ok(TemplatesRenewed { count, kept: of_it }) => {
                renewed += count;
                kept.extend(of_it);
            }
            Err(error) => context.warn(&said(&error).message),
        }
    }
    if renewed > 0 && context.global.verbose {
        context.note(&Message::new("cli-templates-renewed").with("count", renewed));
    }
    if !kept.is_empty() {
        context.note(&Message::new("cli-templates-left").with("files", kept));
    }
    Ok(())
}

/// Whether a house of that policy keeps such a ledger.
fn keeps(policy: &Policy, kind: Kind) -> bool {
    kind.ledger().needed != LedgerNeed::IfAsked
        || policy.obligations.iter().any(|obligation| obligation.looks_into(kind))
}

/// What became of the blank ledgers of a folder.
pub struct TemplatesRenewed {
    /// How many were written anew.
    count: usize,
    /// Those that somebody has worked in, which stay as they are.
    kept: Vec<String>,
}

/// The templates of a house, before they are files.
pub struct TemplateSet {
    templates: Vec<Template>,
}

impl TemplateSet {
    /// Makes them in the words of that language.
    pub fn new(policy: &Policy, staff: Vec<StaffRow>, day: NaiveDate, texts: &Texts) -> Result<TemplateSet> {
        let offered = policy.offences.iter().map(|offence| OfferedOffence {
            id: offence.id.to_string(),
            title: offence.title.say(texts.lang()).to_owned(),
        });
        let house = TemplateHouse { staff, offences: offered.collect(), day: Some(day) };
        let made = Kind::ALL
            .into_iter()
            .filter(|kind| keeps(policy, *kind))
            .map(|kind| template(kind, &house, texts))
            .collect::<Result<_, _>>();
        Ok(TemplateSet { templates: made.map_err(ReadableError::new)? })
    }

    /// How many templates the house has.
    pub fn count(&self) -> usize {
        self.templates.len()
    }

    /// Writes all of them, or none if one would take the place of a file that somebody has worked in.
    pub fn write(&self, folder: &Path) -> Result<()> {
        self.refuse_what_is_there(folder)?;
        files::create_folder(folder).map_err(|error| ReadableError::io(folder, &error))?;
        for Template { file, bytes } in &self.templates {
            let path = folder.join(file);
            files::create(&path)
                .and_then(|mut file| file.write_all(bytes))
                .map_err(|error| ReadableError::io(&path, &error))?;
        }
        Ok(())
    }

    /// Writes those anew that lie in the folder with other lists and that nobody has touched.
    ///
    /// # Errors
    /// One cannot be written. Those that cannot be read are left as they are.
    pub fn renew(&self, folder: &Path) -> Result<TemplatesRenewed> {
        let mut renewed = TemplatesRenewed { count: 0, kept: Vec::new() };
        for Template { file, bytes } in &self.templates {
            let path = folder.join(file);
            match fs::read(&path) {
                Ok(there) if there == *bytes => {}
                Ok(there) if is_untouched(&there, bytes) => {
                    write_whole(&path, bytes)?;
                    renewed.count += 1;
                }
                Ok(_) => renewed.kept.push(file.clone()),
                Err(_) => {}
            }
        }
        Ok(renewed)
    }

    /// Says which files of these names somebody has worked in.
    pub fn refuse_what_is_there(&self, folder: &Path) -> Result<()> {
        let mut kept: Vec<&str> = Vec::new();
        for Template { file, bytes } in &self.templates {
            let path = folder.join(file);
            match fs::read(&path) {
                Ok(there) if is_untouched(&there, bytes) => {}
                Ok(_) => kept.push(file),
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
                Err(error) => return Err(ReadableError::io(&path, &error).into()),
            }
        }
        if kept.is_empty() {
            return Ok(());
        }
        let message = Message::new("cli-templates-kept").show("folder", folder.display()).with("files", kept);
        Err(ReadableError::new(message).remedy(Message::new("cli-templates-kept-remedy")).into())
    }
}
