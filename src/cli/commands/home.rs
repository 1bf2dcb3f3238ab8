//! `huifang` alone: how things stand, and what to do next.

use crate::cli::books::read::JudgedBooks;
use crate::cli::commands::import::commands;
use crate::cli::commands::status::{LedgerStatus, ledgers};
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::shell::quoted;
use crate::cli::context::workspace::Workspace;
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::domain::{Kind, Message};
use crate::journal::HeldFile;
use crate::policy::Policy;
use crate::render::{self, Format};
use crate::report::{Listing, Records, due};
use crate::texts::Texts;
use anyhow::Result;
use chrono::{Days, NaiveDate};
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How things stand in a workspace.
#[derive(Serialize)]
struct WorkspaceState {
    name: String,
    workspace: String,
    as_of: NaiveDate,
    /// None: nothing counts in the journal yet.
    last_batch: Option<LastNight>,
    /// The files that wait in the inbox, those that are held left out.
    inbox: Vec<String>,
    /// The files that are held until somebody says what becomes of them.
    held: Vec<String>,
    /// Of the first of them the commands that settle it.
    settle: Vec<HeldChoice>,
    /// The files of rejected rows that wait to be corrected.
    rejects: Vec<String>,
    /// How many rows that is.
    rejected: usize,
    /// Ledgers that obligations are judged by and that end more than a day before the as-of day.
    behind: Vec<LedgerStatus>,
    /// Whether any of these ledgers has come in at all.
    judged: bool,
    tomorrow: Option<TomorrowCounts>,
    /// The command to go on with.
    next: String,
}

/// What settles a file that is held: it takes the earlier one's place, or stands beside it.
#[derive(Serialize)]
struct HeldChoice {
    replace: String,
    add: String,
}

#[derive(Serialize)]
struct LastNight {
    batch: u64,
    at: String,
    added: u64,
}

/// The call list of the next day, in numbers.
#[derive(Serialize)]
struct TomorrowCounts {
    day: NaiveDate,
    overdue: usize,
    due: usize,
    upcoming: usize,
}

/// A night's ledgers come in a day late.
const USUAL: Days = Days::new(1);
/// So many names are told, the others counted.
const TOLD: usize = 3;

/// Says how things stand here, or how to begin.
pub fn home(context: &mut CommandContext) -> Result<CommandOutcome> {
    match context.workspace_if_any()? {
        Some(workspace) => standing(&workspace, context),
        None => {
            let below = below(context).map(|folder| {
                Message::new("cli-home-below")
                    .with("folder", folder.as_str())
                    .with("command", quoted(Path::new(&folder)))
            });
            let none = context.texts.say(&Message::new("cli-home-none"));
            let text = below.map(|below| context.texts.say(&below)).into_iter().chain([none]);
            let text = text.map(|text| format!("{text}\n")).collect::<String>();
            let said = if context.format()? == Format::Json {
                render::json_object(&None::<WorkspaceState>)?
            } else {
                text.into()
            };
            context.show(&said)?;
            Ok(CommandOutcome::Done)
        }
    }
}

/// A workspace in a folder of this one, by its name; the first of several.
fn below(context: &CommandContext) -> Option<String> {
    let folders = std::fs::read_dir(context.path(Path::new("."))).ok()?.flatten().map(|entry| entry.path());
    folders.filter(|folder| Workspace::is_one(folder)).map(|folder| name(&folder.to_string_lossy())).min()
}

fn standing(workspace: &Workspace, context: &mut CommandContext) -> Result<CommandOutcome> {
    let journal = context.journal(workspace)?;
    let outstanding = journal.outstanding()?;
    let rejects: BTreeSet<&str> = outstanding.iter().map(|noted| noted.row.written.as_str()).collect();
    let held = journal.held()?;
    let last = journal.batches()?.into_iter().rfind(|batch| batch.reverted.is_none());
    let mut standing = WorkspaceState {
        name: workspace.name()?,
        workspace: workspace.root().display().to_string(),
        as_of: context.as_of(),
        last_batch: last.map(|batch| LastNight {
            batch: batch.id,
            at: batch.at.format("%Y-%m-%d %H:%M").to_string(),
            added: batch.added,
        }),
        inbox: not_held(workspace, &held)?,
        held: held.iter().map(|held| name(&held.path)).collect(),
        settle: held.iter().take(TOLD).map(|held| settle(held, context)).collect(),
        rejects: rejects.into_iter().map(str::to_owned).collect(),
        rejected: outstanding.len(),
        behind: Vec::new(),
        judged: false,
        tomorrow: None,
        next: String::new(),
    };
    if standing.last_batch.is_some() {
        let read = JudgedBooks::of(context, None)?;
        let judged = judged(ledgers(&read.books, context.as_of()), &read.policy);
        standing.judged = !judged.is_empty();
        standing.behind = behind(judged, context.as_of());
        let rows = due(&read.assessment, &read.books, None);
        let of = |status: &str| rows.iter().filter(|row| row.status == status).count();
        standing.tomorrow = Some(TomorrowCounts {
            day: read.assessment.reading.on,
            overdue: of("overdue"),
            due: of("due"),
            upcoming: of("upcoming"),
        });
        // It says where to look; what is looked at has its stamp.
        context.stamp = None;
    }
    let next = next(&standing);
    standing.next = call(next.1, context);
    let lines = lines(&standing, next.0, context);
    present(context, &Answer::listing(|_| Records::one(&standing), |_, _| lines.clone()))?;
    Ok(CommandOutcome::Done)
}

/// What waits in the inbox for the next night; what is held would only be held again.
fn not_held(workspace: &Workspace, held: &[HeldFile]) -> Result<Vec<String>> {
    let place = |path: PathBuf| path.canonicalize().unwrap_or(path);
    let held: BTreeSet<PathBuf> = held.iter().map(|held| place(PathBuf::from(&held.path))).collect();
    let mut waiting = workspace.waiting()?;
    waiting.retain(|file| !held.contains(&place(workspace.inbox().join(file))));
    Ok(waiting)
}

fn settle(held: &HeldFile, context: &CommandContext) -> HeldChoice {
    let (replace, add) = commands(Path::new(&held.path), context);
    HeldChoice { replace, add }
}

/// A file's name without its folders.
fn name(path: &str) -> String {
    Path::new(path).file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}

/// The ledgers that somebody is judged by and that reach some day.
fn judged(ledgers: Vec<LedgerStatus>, policy: &Policy) -> Vec<LedgerStatus> {
    let kinds: BTreeSet<Kind> = policy.obligations.iter().map(|obligation| obligation.evidence.query.ledger).collect();
    ledgers.into_iter().filter(|row| kinds.contains(&row.ledger) && row.covered.is_some()).collect()
}

/// Those of them that are not kept up.
fn behind(judged: Vec<LedgerStatus>, as_of: NaiveDate) -> Vec<LedgerStatus> {
    let usual = as_of.checked_sub_days(USUAL).unwrap_or(as_of);
    judged.into_iter().filter(|row| row.covered.is_some_and(|day| day < usual)).collect()
}

/// What comes next: why, and the command.
fn next(standing: &WorkspaceState) -> (&'static str, &'static str) {
    match (&standing.last_batch, standing.inbox.is_empty()) {
        (_, false) => ("cli-home-next-inbox", "nightly"),
        (_, true) if !standing.held.is_empty() => ("cli-home-next-held", "status"),
        (_, true) if standing.rejected > 0 => ("cli-home-next-rejects", "status"),
        (None, true) => ("cli-home-next-begin", "nightly"),
        (Some(_), true) if !standing.behind.is_empty() => ("cli-home-next-behind", "status"),
        (Some(_), true) => ("cli-home-next-due", "due"),
    }
}

/// A command as it can be typed after this one.
fn call(command: &str, context: &CommandContext) -> String {
    match &context.global.workspace {
        Some(folder) => format!("huifang -C {} {command}", quoted(folder)),
        None => format!("huifang {command}"),
    }
}

/// Some ten lines.
fn lines(standing: &WorkspaceState, why: &'static str, context: &CommandContext) -> Listing {
    let texts = &context.texts;
    let last = match &standing.last_batch {
        None => Message::new("cli-home-empty"),
        Some(last) => Message::new("cli-home-last")
            .show("batch", last.batch)
            .with("at", last.at.as_str())
            .with("added", last.added),
    };
    let counted = |none: &'static str, some: &'static str, names: &[String]| match names.len() {
        0 => Message { key: none, args: Vec::new() },
        count => Message { key: some, args: Vec::new() }.with("count", count).with("files", told(names, texts)),
    };
    let behind: Vec<String> = standing.behind.iter().map(|row| reach(row, texts)).collect();
    let behind = (!behind.is_empty()).then(|| Message::new("cli-home-behind").with("ledgers", told(&behind, texts)));
    let kept = standing.tomorrow.as_ref().map(|_| match (behind, standing.judged) {
        (Some(behind), _) => behind,
        (None, true) => Message::new("cli-home-kept"),
        (None, false) => Message::new("cli-home-unkept"),
    });
    let tomorrow = standing.tomorrow.as_ref().map(|tomorrow| {
        Message::new("cli-home-tomorrow")
            .show("day", tomorrow.day)
            .with("overdue", tomorrow.overdue)
            .with("due", tomorrow.due)
            .with("upcoming", tomorrow.upcoming)
    });
    let held = (!standing.held.is_empty()).then(|| {
        let held = Message::new("cli-home-held").with("count", standing.held.len());
        held.with("files", told(&standing.held, texts))
    });
    let settle = standing.settle.iter().flat_map(|settle| {
        let settle =
            Message::new("cli-held-settle").with("replace", settle.replace.as_str()).with("add", settle.add.as_str());
        texts.say(&settle).lines().map(str::to_owned).collect::<Vec<_>>()
    });
    let why = Message { key: why, args: Vec::new() }.with("command", standing.next.as_str());
    let all = Message::new("cli-home-all").with("command", call("--help", context));
    let rejects =
        counted("cli-home-rejects-none", "cli-home-rejects", &standing.rejects).with("rows", standing.rejected);
    let say = |line: &Message| texts.say(line);
    let before = [
        Some(Message::new("cli-home-folder").with("folder", standing.workspace.as_str())),
        Some(last),
        Some(counted("cli-home-inbox-none", "cli-home-inbox", &standing.inbox)),
        held,
    ];
    let after = [Some(rejects), kept, tomorrow, Some(why), Some(all)];
    let summary = before.iter().flatten().map(say).chain(settle).chain(after.iter().flatten().map(say)).collect();
    let title = Message::new("cli-home-title").with("name", standing.name.as_str()).show("as_of", standing.as_of);
    Listing { title: texts.say(&title), summary, headings: Vec::new(), groups: Vec::new(), notes: Vec::new() }
}

/// A ledger of a department with its last day.
fn reach(row: &LedgerStatus, texts: &Texts) -> String {
    let ledger = texts.word("kind", row.ledger.id());
    let message = match &row.department {
        Some(department) => Message::new("cli-home-reach-of").with("department", department.as_str()),
        None => Message::new("cli-home-reach"),
    };
    texts.say(&message.with("ledger", ledger).with("day", row.covered.map(|day| day.to_string()).unwrap_or_default()))
}

/// The first names, and how many there are beside them.
fn told(names: &[String], texts: &Texts) -> String {
    let first: Vec<String> = names.iter().take(TOLD).cloned().collect();
    let first = Message::new("cli-home-names").with("names", first);
    match names.len().saturating_sub(TOLD) {
        0 => texts.say(&first),
        more => texts.say(&Message::new("cli-home-more").with("names", texts.say(&first)).with("count", more)),
    }
}
