//! `templates`: blank ledgers to be filled in, with the house's own staff and offences.

use super::desk::{Desk, Outcome};
use super::fault::Said;
use crate::domain::{Kind, Message, StaffRow};
use crate::files;
use crate::policy::Policy;
use crate::templates::{House, Offered, Template, is_untouched, template};
use crate::texts::Texts;
use anyhow::Result;
use chrono::NaiveDate;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The preset whose offences are offered where there is no workspace.
const PRESET: &str = "meeting-sales";

#[derive(clap::Args)]
pub struct TemplatesArgs {
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

/// Writes a template for every kind of ledger.
pub fn templates(args: &TemplatesArgs, desk: &mut Desk) -> Result<Outcome> {
    let (policy, staff) = match desk.workspace_if_any()? {
        Some(workspace) => (workspace.policy()?, desk.journal(&workspace)?.roster()?),
        None => (Policy::parse(Policy::preset_text(PRESET).unwrap_or_default())?, Vec::new()),
    };
    let is_without_staff = staff.is_empty();
    let set = Set::new(&policy, staff, desk.as_of(), &desk.texts)?;
    set.write(&desk.path(&args.dir))?;
    let done = Message::new("cli-templates-done").show("folder", args.dir.display()).with("count", set.count());
    let text = format!("{}\n", desk.texts.say(&done));
    desk.show(text.as_bytes())?;
    if is_without_staff {
        desk.note(&Message::new("cli-templates-no-staff"));
    }
    Ok(Outcome::Done)
}

/// The templates of a house, before they are files.
pub struct Set {
    templates: Vec<Template>,
}

impl Set {
    /// Makes them in the words of that language.
    pub fn new(policy: &Policy, staff: Vec<StaffRow>, day: NaiveDate, texts: &Texts) -> Result<Set> {
        let offered = policy
            .offences
            .iter()
            .map(|offence| Offered { id: offence.id.to_string(), title: offence.title.say(texts.lang()).to_owned() });
        let house = House { staff, offences: offered.collect(), day: Some(day) };
        let made = Kind::ALL.into_iter().map(|kind| template(kind, &house, texts)).collect::<Result<_, _>>();
        Ok(Set { templates: made.map_err(Said::new)? })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.templates.len()
    }

    /// Writes all of them, or none if one would take the place of a file that somebody has worked in.
    pub fn write(&self, folder: &Path) -> Result<()> {
        self.refuse_what_is_there(folder)?;
        files::create_folder(folder).map_err(|error| Said::io(folder, &error))?;
        for Template { file, bytes } in &self.templates {
            let path = folder.join(file);
            files::create(&path).and_then(|mut file| file.write_all(bytes)).map_err(|error| Said::io(&path, &error))?;
        }
        Ok(())
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
                Err(error) => return Err(Said::io(&path, &error).into()),
            }
        }
        if kept.is_empty() {
            return Ok(());
        }
        let message = Message::new("cli-templates-kept").show("folder", folder.display()).with("files", kept);
        Err(Said::new(message).remedy(Message::new("cli-templates-kept-remedy")).into())
    }
}
