//! `nightly`: the night's whole job. Run twice it does nothing twice: what is in the journal is not taken in again, and the
//! reports are the same.

mod archive;
mod intake;
mod lock;
mod papers;

use crate::cli::books::read::JudgedBooks;
use crate::cli::commands::call_sheets::write_call_sheets;
use crate::cli::commands::check::found;
use crate::cli::commands::import::{FileRow, ImportRequest, Imported, in_log, take_in};
use crate::cli::commands::templates;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::place::{file_name, place};
use crate::cli::context::workspace::Workspace;
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::domain::Message;
use crate::ingest::list_files;
use crate::report::{Listing, NightSummary, Records, due, night_listing};
use anyhow::Result;
use archive::archive;
use chrono::NaiveDate;
use lock::Lock;
use papers::{DailyPaper, papers};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Serialize)]
struct NightRun {
    as_of: NaiveDate,
    /// None: the inbox was empty.
    imported: Option<Imported>,
    /// Where the files of the inbox lie now.
    archived: Vec<String>,
    /// The reports written.
    reports: Vec<String>,
    /// The call sheets for the next day.
    call_sheets: Vec<String>,
    /// Things `check` lists.
    to_check: usize,
    /// How many of each kind.
    #[serde(skip)]
    of_kinds: BTreeMap<String, usize>,
}

/// A night's work that is done.
pub struct NightOutcome {
    night: NightRun,
    papers: [DailyPaper; 4],
    /// The books as they stand now, and what the policy makes of them.
    pub read: JudgedBooks,
}

impl NightOutcome {
    /// How many files were taken in, with how many new rows.
    pub fn taken_in(&self) -> (usize, u64) {
        self.night.imported.as_ref().map_or((0, 0), |imported| (imported.files.len(), imported.added()))
    }
}

/// Does the night's work and sums up.
pub fn nightly(context: &mut CommandContext) -> Result<CommandOutcome> {
    let NightOutcome { night, papers, .. } = work(context)?;
    let listing = |_, context: &CommandContext| summary(&night, &papers, context);
    present(context, &Answer::listing(|_| Records::one(&night), listing))?;
    let is_refused = night.imported.as_ref().is_some_and(Imported::is_refused);
    Ok(if is_refused { CommandOutcome::Rejected } else { CommandOutcome::Done })
}

/// Takes the inbox in, puts away what was taken, reads the books once, writes the day's reports.
pub fn work(context: &mut CommandContext) -> Result<NightOutcome> {
    let workspace = context.workspace()?;
    let _lock = Lock::take(&workspace, context.env.now)?;
    let imported = take_inbox(&workspace, context)?;
    if imported.as_ref().is_some_and(Imported::changes_staff) {
        templates::renew(&workspace, context)?;
    }
    let archived = match &imported {
        Some(imported) => archive(imported, &workspace, context),
        None => Vec::new(),
    };
    let as_of = context.as_of();
    let folder = workspace.reports().join(as_of.to_string());
    let intake = intake::note(imported.as_ref(), &folder, context)?;
    let read = JudgedBooks::of(context, None)?;
    read.give_out(context);
    let papers = papers(&read, context);
    // The summary has no stamp of its own: it says what was done, the papers what follows from it.
    context.working(&Message::new("cli-progress-writing"));
    let mut reports = match context.stamp.take() {
        Some(stamp) => papers::write(&papers, &folder, &stamp, context)?,
        None => Vec::new(),
    };
    reports.push(intake.display().to_string());
    let call_sheets = call_sheets(&read, &folder, context)?;
    context.remark = Some(remark(imported.as_ref(), archived.len()));
    let found = found(&read, context)?;
    let to_check = found.len();
    let mut of_kinds = BTreeMap::new();
    found.iter().for_each(|found| *of_kinds.entry(found.code().to_owned()).or_default() += 1);
    Ok(NightOutcome {
        night: NightRun { as_of, imported, archived, reports, call_sheets, to_check, of_kinds },
        papers,
        read,
    })
}

/// Writes the call sheets of the next day beside the reports; where they are, the supervisor's left out.
fn call_sheets(read: &JudgedBooks, folder: &Path, context: &mut CommandContext) -> Result<Vec<String>> {
    let rows = due(&read.assessment, &read.books, None);
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let folder = folder.join(context.texts.get("cli-nightly-call-sheets-folder"));
    let written = write_call_sheets(read, &rows, false, &folder, context)?;
    let own = written.iter().filter(|sheet| sheet.lines > 0);
    Ok(own.map(|sheet| folder.join(&sheet.file).display().to_string()).collect())
}

/// Imports what lies in the inbox, if anything does.
fn take_inbox(workspace: &Workspace, context: &mut CommandContext) -> Result<Option<Imported>> {
    if workspace.waiting()?.is_empty() {
        return Ok(None);
    }
    let inbox = workspace.inbox();
    if let Err(nothing) = list_files(std::slice::from_ref(&inbox)) {
        context.warn(&nothing);
        return Ok(None);
    }
    let same_name = workspace.settings()?.nightly.same_name;
    take_in(&ImportRequest { paths: vec![inbox], same_name, ..ImportRequest::default() }, workspace, context).map(Some)
}

/// What the log says of a night: how many of what.
fn remark(imported: Option<&Imported>, archived: usize) -> Message {
    let Some(imported) = imported else { return Message::new("cli-nightly-inbox-empty") };
    let batch = imported.batch.map(|batch| Message::new("cli-taking-batch").show("batch", batch));
    let log = Message::new("cli-nightly-log")
        .with("batch", batch.unwrap_or(Message::new("cli-import-nothing-new")))
        .with("files", imported.files.len())
        .with("added", imported.added())
        .with("duplicate", imported.duplicate())
        .with("rejected", imported.rejected())
        .with("left", imported.files.len() - archived)
        .with("held", imported.held());
    in_log(log, &imported.roster)
}

/// What the sheets of a file were taken for, and what came of them.
fn taken_for<'a>(file: &'a FileRow, context: &'a CommandContext) -> impl Iterator<Item = String> + 'a {
    let name = file_name(&file.place);
    file.sheets.iter().filter_map(move |sheet| {
        let ledger = context.texts.word("kind", sheet.kind?.id());
        let line = Message::new("cli-nightly-file").with("file", place(&name, sheet.sheet.as_deref()));
        let line = line.with("ledger", ledger).with("added", sheet.added).with("known", sheet.duplicate);
        Some(context.texts.say(&line.with("rejected", sheet.rejected).with("skipped", sheet.skipped)))
    })
}

/// What fits on one screen: what came in, and of each report its first lines.
fn summary(night: &NightRun, papers: &[DailyPaper], context: &CommandContext) -> Listing {
    let texts = &context.texts;
    let import = match &night.imported {
        None => Message::new("cli-nightly-inbox-empty"),
        Some(imported) => {
            let of = |key| Message { key, args: Vec::new() }.with("files", imported.files.len());
            let done = match imported.batch {
                Some(batch) => of("cli-nightly-batch").show("batch", batch).with("added", imported.added()),
                None => of("cli-nightly-nothing-new"),
            };
            done.with("rejected", imported.rejected()).with("left", imported.files.len() - night.archived.len())
        }
    };
    let sheets = night.imported.iter().flat_map(|imported| &imported.files).flat_map(|file| taken_for(file, context));
    let folder = night.reports.first().and_then(|path| std::path::Path::new(path).parent());
    let summary = NightSummary {
        as_of: night.as_of,
        import: texts.say(&import),
        sheets: sheets.collect(),
        held: night.imported.as_ref().map_or(0, Imported::held),
        papers: papers.iter().map(|paper| &paper.page).collect(),
        call_sheets: night.call_sheets.len(),
        to_check: &night.of_kinds,
        folder: folder.map(|folder| folder.display().to_string()),
    };
    night_listing(&summary, texts)
}
