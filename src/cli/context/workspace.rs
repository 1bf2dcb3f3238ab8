//! A workspace: the folder with a house's settings, its policy and its journal.

use crate::cli::context::fault::{FaultyFile, ReadableError};
use crate::cli::context::settings::{self, Settings};
use crate::cli::context::written::write_whole;
use crate::domain::Message;
use crate::files;
use crate::ingest::is_litter;
use crate::journal::{Journal, LockPatience};
use crate::policy::Policy;
use anyhow::Result;
use chrono::NaiveDateTime;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A folder that is a workspace.
#[derive(Debug, Clone)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace in that very folder.
    pub fn at(folder: &Path) -> Result<Workspace> {
        if !folder.is_dir() {
            return Err(ReadableError::new(Message::new("cli-workspace-no-folder").show("folder", folder.display()))
                .remedy(Message::new("cli-workspace-remedy"))
                .into());
        }
        if !Workspace::is_one(folder) {
            return Err(ReadableError::new(Message::new("cli-workspace-none-at").show("folder", folder.display()))
                .remedy(Message::new("cli-workspace-remedy"))
                .into());
        }
        Workspace::checked(folder)
    }

    /// The workspace that folder lies in: itself or its nearest parent that is one.
    pub fn around(folder: &Path) -> Result<Workspace> {
        match folder.ancestors().find(|ancestor| Workspace::is_one(ancestor)) {
            Some(root) => Workspace::checked(root),
            None => Err(ReadableError::new(Message::new("cli-workspace-none").show("folder", folder.display()))
                .remedy(Message::new("cli-workspace-remedy"))
                .into()),
        }
    }

    /// Makes one in a folder that exists; the settings are written last, so that half of one is none.
    pub fn create(root: &Path, settings: &str, policy: &str, patience: LockPatience) -> Result<Workspace> {
        let workspace = Workspace { root: root.to_owned() };
        for folder in [workspace.inbox(), workspace.reports()] {
            files::create_folder(&folder).map_err(|error| ReadableError::io(&folder, &error))?;
        }
        write_whole(&workspace.policy_file(), policy.as_bytes())?;
        Journal::create(&workspace.journal_file(), patience)?;
        write_whole(&root.join(settings::FILE), settings.as_bytes())?;
        Ok(workspace)
    }

    /// Whether that folder is a workspace.
    pub fn is_one(folder: &Path) -> bool {
        folder.join(settings::FILE).is_file()
    }

    fn checked(root: &Path) -> Result<Workspace> {
        let workspace = Workspace { root: root.to_owned() };
        workspace.settings()?;
        Ok(workspace)
    }

    /// What `huifang.toml` lays down.
    pub fn settings(&self) -> Result<Settings> {
        Ok(Settings::read(&self.root)?)
    }

    /// What the house is called: as its settings say, else as its folder.
    pub fn name(&self) -> Result<String> {
        let name = self.settings()?.name.filter(|name| !name.trim().is_empty());
        Ok(name.unwrap_or_else(|| folder_name(&self.root)))
    }

    /// The workspace's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The house's policy.
    pub fn policy_file(&self) -> PathBuf {
        self.root.join("policy.toml")
    }

    fn preset(&self) -> String {
        self.settings().map(|settings| settings.preset).unwrap_or_default()
    }

    /// The house's policy, read and checked.
    pub fn policy(&self) -> Result<Policy> {
        let file = self.policy_file();
        let text = policy_text(&file).map_err(|said| match said.remedy {
            Some(_) if file.exists() => said,
            _ => said.remedy(Message::new("cli-policy-missing-remedy").with("preset", self.preset())),
        })?;
        read_policy(&file, text)
    }

    /// The text of the policy file, if it still says what that policy does.
    pub fn policy_text_of(&self, policy: &Policy) -> Option<String> {
        let text = policy_text(&self.policy_file()).ok()?;
        Policy::parse(&text).ok().filter(|read| read.digest() == policy.digest())?;
        Some(text)
    }

    /// The journal (台账库).
    pub fn journal_file(&self) -> PathBuf {
        self.root.join("huifang.db")
    }

    /// Where the day's ledgers are put.
    pub fn inbox(&self) -> PathBuf {
        self.root.join("inbox")
    }

    /// The files in the inbox, as seen from it, sorted, and links, which somebody has to be told of; not what programs leave
    /// behind. A house without an inbox has none.
    ///
    /// # Errors
    /// It cannot be looked into: that must not pass for an empty one.
    pub fn waiting(&self) -> Result<Vec<String>> {
        let inbox = self.inbox();
        match std::fs::read_dir(&inbox) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(ReadableError::place(&inbox, &error).into()),
            Ok(_) => {}
        }
        let mut waiting = Vec::new();
        let entries = walkdir::WalkDir::new(&inbox).sort_by_file_name().into_iter();
        for entry in entries.filter_entry(|entry| entry.depth() == 0 || !is_litter(entry.path())) {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(&inbox).to_owned();
                ReadableError::place(&path, &error.into())
            })?;
            if !entry.file_type().is_dir() {
                waiting.push(entry.path().strip_prefix(&inbox).unwrap_or(entry.path()).display().to_string());
            }
        }
        Ok(waiting)
    }

    /// Where the reports of each day go.
    pub fn reports(&self) -> PathBuf {
        self.root.join("reports")
    }

    /// Where imported files of the inbox go.
    pub fn archive(&self) -> PathBuf {
        self.root.join("archive")
    }

    /// Where rejected rows go (退回清单).
    pub fn rejects(&self) -> PathBuf {
        self.root.join("rejects")
    }

    /// Held while the night's work is done.
    pub fn lock_file(&self) -> PathBuf {
        self.root.join("huifang.lock")
    }

    /// Notes in `huifang.log` who asked for what, `--reveal` included, and how it ended. Who may only read gets their answer
    /// all the same.
    pub fn log(&self, now: NaiveDateTime, who: &str, asked: &str, outcome: &str) {
        let line = format!("{}\t{who}\t{asked}\t{outcome}\n", now.format("%Y-%m-%d %H:%M:%S"));
        let file = files::append(&self.root.join("huifang.log"));
        let _ = file.and_then(|mut file| file.write_all(line.as_bytes()));
    }
}

/// The name of a folder, also where it was named as `.`.
pub fn folder_name(folder: &Path) -> String {
    let whole = folder.canonicalize().or_else(|_| std::path::absolute(folder)).unwrap_or_else(|_| folder.to_owned());
    whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The text of a policy file, without the mark that editors put before it.
pub fn policy_text(path: &Path) -> Result<String, ReadableError> {
    let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::InvalidData => {
            ReadableError::new(Message::new("cli-policy-encoding").show("file", path.display()))
                .remedy(Message::new("cli-policy-encoding-remedy"))
        }
        _ => ReadableError::io(path, &error),
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// A policy from the text of its file; every fault of it is shown where it stands.
pub fn read_policy(file: &Path, text: String) -> Result<Policy> {
    Policy::parse(&text).map_err(|error| {
        let message = Message::new("cli-policy").show("file", file.display()).with("count", error.faults.len());
        let faulty = FaultyFile { file: file.display().to_string(), text, faults: error.faults };
        ReadableError { faulty: Some(Box::new(faulty)), ..ReadableError::new(message) }
            .remedy(Message::new("cli-policy-remedy"))
            .into()
    })
}
