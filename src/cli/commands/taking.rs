//! `revert` and `restore`: takes a batch out, or one file of it, and brings it back; shows first what that changes.

use crate::cli::books::evaluator::Evaluator;
use crate::cli::books::rejected::put_away;
use crate::cli::books::waiting::WaitingFile;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::fault::ReadableError;
use crate::cli::context::workspace::Workspace;
use crate::cli::output::answer::Answer;
use crate::cli::output::present::{Column, headings, present};
use crate::domain::{Books, Kind, Message};
use crate::journal::{BatchChange, BatchOrFile, Journal, JournalError, LedgerRowsMoved};
use crate::policy::Policy;
use crate::report::{
    Cell, CompareOptions, ComparedSide, Comparison, Form, Group, Listing, Medium, Presenter, Records, Space, compare,
    comparison_listing,
};
use anyhow::Result;
use serde::Serialize;

#[derive(clap::Args)]
pub struct TakingArgs {
    #[arg(value_name = "BATCH", value_parser = number)]
    batch: u64,
    #[arg(long, value_name = "FILE")]
    file: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    yes: bool,
}

fn number(text: &str) -> Result<u64, ReadableError> {
    text.parse().map_err(|_| ReadableError::new(Message::new("cli-usage-number")))
}

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TakingDirection {
    Out,
    Back,
}

impl TakingDirection {
    const fn command(self) -> &'static str {
        match self {
            TakingDirection::Out => "revert",
            TakingDirection::Back => "restore",
        }
    }
}

/// What is done, or would be.
#[derive(Serialize)]
struct TakingShown {
    batch: u64,
    file: Option<String>,
    dry_run: bool,
    /// Whether it is done.
    done: bool,
    /// Rows that count no longer.
    out: u64,
    /// Rows that count again.
    back: u64,
    ledgers: Vec<TakingLedgerRow>,
    /// The files that have to come in again, where they lie now.
    again: Vec<WaitingFile>,
    changes: Comparison,
}

#[derive(Serialize)]
struct TakingLedgerRow {
    ledger: Kind,
    out: u64,
    back: u64,
}

impl From<LedgerRowsMoved> for TakingLedgerRow {
    fn from(moved: LedgerRowsMoved) -> Self {
        TakingLedgerRow { ledger: moved.ledger, out: moved.out, back: moved.back }
    }
}

/// `revert`: takes it out.
pub fn revert(args: &TakingArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    take(TakingDirection::Out, args, context)
}

/// `restore`: brings it back.
pub fn restore(args: &TakingArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    take(TakingDirection::Back, args, context)
}

fn take(way: TakingDirection, args: &TakingArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    let workspace = context.workspace()?;
    let policy = context.policy(&workspace)?;
    let mut journal = context.journal(&workspace)?;
    let books = journal.books()?;
    let which = BatchOrFile { batch: args.batch, file: args.file.clone() };
    let taking = begin(way, &which, &mut journal, context)?;
    refuse_twice(&taking, &which, context)?;
    let before = taking.before.clone();
    let shown = shown(args, &taking, (&books, &taking.books()?), &policy, &workspace, context);
    if args.dry_run {
        drop(taking);
        return show(&shown, way, &policy, &books, context);
    }
    if args.yes {
        taking.commit()?;
        put_away(&workspace, &journal, context)?;
        return done(shown, way, &policy, &books, context);
    }
    // Nobody else shall wait for the journal while somebody thinks.
    drop(taking);
    show(&shown, way, &policy, &books, context)?;
    if !context.can_ask() {
        return Err(unasked(way, args, context).into());
    }
    if !context.ask(&worded(way, "ask", &shown))? {
        context.note(&Message::new("cli-taking-not-done"));
        return Ok(CommandOutcome::Done);
    }
    let taking = begin(way, &which, &mut journal, context)?;
    if taking.before != before {
        return Err(ReadableError::new(Message::new("cli-taking-moved"))
            .remedy(Message::new("cli-taking-moved-remedy"))
            .into());
    }
    taking.commit()?;
    put_away(&workspace, &journal, context)?;
    context.note(&worded(way, "done", &shown));
    context.remark = Some(worded(way, "done", &shown));
    Ok(CommandOutcome::Done)
}

fn begin<'j>(
    way: TakingDirection,
    which: &BatchOrFile,
    journal: &'j mut Journal,
    context: &CommandContext,
) -> Result<BatchChange<'j>, JournalError> {
    match way {
        TakingDirection::Out => journal.revert(which, context.env.now),
        TakingDirection::Back => journal.restore(which, context.env.now),
    }
}

/// Rows that came in with another file since must not count twice.
fn refuse_twice(taking: &BatchChange<'_>, which: &BatchOrFile, context: &CommandContext) -> Result<()> {
    let Some(first) = taking.twice.first() else { return Ok(()) };
    let line = |twice: &crate::journal::ReimportedRows| {
        let line = Message::new("cli-restore-twice-line").show("batch", twice.batch).with("file", twice.file.as_str());
        line.with("rows", twice.rows)
    };
    let (batch, file) = (first.batch.to_string(), first.file.as_str());
    let command = context.call(&["revert", &batch, "--file", file]);
    let said = ReadableError::new(Message::new("cli-restore-twice").show("batch", which.batch));
    let remedy = Message::new("cli-restore-twice-remedy").with("command", command);
    Err(ReadableError { more: taking.twice.iter().map(line).collect(), ..said.remedy(remedy) }.into())
}

/// Where nobody can be asked: what to type.
fn unasked(way: TakingDirection, args: &TakingArgs, context: &CommandContext) -> ReadableError {
    let batch = args.batch.to_string();
    let mut words = vec![way.command(), &batch];
    words.extend(args.file.iter().flat_map(|file| ["--file", file]));
    words.push("--yes");
    ReadableError::new(Message::new("cli-taking-unasked"))
        .remedy(Message::new("cli-taking-unasked-remedy").with("command", context.call(&words)))
}

fn shown(
    args: &TakingArgs,
    taking: &BatchChange<'_>,
    (books, after): (&Books, &Books),
    policy: &Policy,
    workspace: &Workspace,
    context: &CommandContext,
) -> TakingShown {
    let evaluator = Evaluator::of(context, policy);
    let (was, will) = (evaluator.assess(books), evaluator.assess(after));
    let side = |assessment, books| ComparedSide { assessment, books, policy };
    TakingShown {
        batch: args.batch,
        file: args.file.clone(),
        dry_run: args.dry_run,
        done: false,
        out: taking.out(),
        back: taking.back(),
        ledgers: taking.moved.iter().copied().map(TakingLedgerRow::from).collect(),
        again: taking.again.iter().map(|again| WaitingFile::of(again, workspace, context)).collect(),
        changes: compare(side(&was, books), side(&will, after), CompareOptions::Months),
    }
}

fn done(
    shown: TakingShown,
    way: TakingDirection,
    policy: &Policy,
    books: &Books,
    context: &mut CommandContext,
) -> Result<CommandOutcome> {
    let shown = TakingShown { done: true, ..shown };
    context.remark = Some(worded(way, "done", &shown));
    show(&shown, way, policy, books, context)
}

fn show(
    shown: &TakingShown,
    way: TakingDirection,
    policy: &Policy,
    books: &Books,
    context: &mut CommandContext,
) -> Result<CommandOutcome> {
    let roster = Evaluator::of(context, policy).assess(books).roster;
    let listing = |medium, context: &CommandContext| {
        let reveal = context.global.reveal;
        let presenter = Presenter { texts: &context.texts, policy, roster: &roster, reveal, masks: &context.masks };
        match medium {
            Medium::Page => page(shown, way, &presenter, context),
            Medium::Sheet => sheet(shown, way, &presenter),
        }
    };
    present(context, &Answer::listing(|_| Records::one(shown), listing))?;
    Ok(CommandOutcome::Done)
}

/// What is said of it: whether it would be done, is asked for or is done.
fn worded(way: TakingDirection, how: &str, shown: &TakingShown) -> Message {
    let key = match (way, how) {
        (TakingDirection::Out, "ask") => "cli-revert-ask",
        (TakingDirection::Out, "done") => "cli-revert-done",
        (TakingDirection::Out, _) => "cli-revert-would",
        (TakingDirection::Back, "ask") => "cli-restore-ask",
        (TakingDirection::Back, "done") => "cli-restore-done",
        (TakingDirection::Back, _) => "cli-restore-would",
    };
    let batch = |key| Message { key, args: Vec::new() }.show("batch", shown.batch);
    let what = match &shown.file {
        Some(file) => batch("cli-taking-file").with("file", file.as_str()),
        None => batch("cli-taking-batch"),
    };
    let message = Message { key, args: Vec::new() }.with("what", what).show("batch", shown.batch);
    if how == "ask" {
        message
    } else {
        message.with("rows", if way == TakingDirection::Out { shown.out } else { shown.back })
    }
}

/// The rows by ledger, then what the reports say otherwise.
fn page(shown: &TakingShown, way: TakingDirection, presenter: &Presenter<'_>, context: &CommandContext) -> Listing {
    let title = worded(way, if shown.done { "done" } else { "would" }, shown);
    let listing = comparison_listing(&shown.changes, &title, Medium::Page, presenter);
    let rows = |key, count: fn(&TakingLedgerRow) -> u64| {
        let row = |row: &TakingLedgerRow| {
            let of = Message::new("cli-taking-ledger").with("ledger", presenter.word("kind", row.ledger.id()));
            of.with("rows", count(row))
        };
        let rows: Vec<Message> = shown.ledgers.iter().filter(|row| count(row) > 0).map(row).collect();
        (!rows.is_empty()).then(|| presenter.say(&Message { key, args: Vec::new() }.with("ledgers", rows)))
    };
    let Comparison { owners, tasks, violations, sums } = &shown.changes;
    let is_same = owners.is_empty() && tasks.is_empty() && violations.is_empty() && sums.is_empty();
    let changes = if is_same { vec![presenter.say(&Message::new("cli-taking-same"))] } else { listing.summary };
    let of_ledgers = [rows("cli-taking-out", |row| row.out), rows("cli-taking-back", |row| row.back)];
    let again = shown.again.iter().map(|lying| lying.line(context));
    let again: Vec<String> = match shown.again.is_empty() {
        true => Vec::new(),
        false => std::iter::once(presenter.say(&Message::new("cli-revert-again"))).chain(again).collect(),
    };
    Listing { summary: of_ledgers.into_iter().flatten().chain(changes).collect(), notes: again, ..listing }
}

const COLUMNS: &[Column] = &[
    ("batch", Form::Number, Space::Whole),
    ("file", Form::Text, Space::Breaks),
    ("ledger", Form::Text, Space::Whole),
    ("out", Form::Number, Space::Whole),
    ("back", Form::Number, Space::Whole),
];

/// The rows by ledger.
fn sheet(shown: &TakingShown, way: TakingDirection, presenter: &Presenter<'_>) -> Listing {
    let row = |row: &TakingLedgerRow| -> Vec<Cell> {
        let counts = [row.out, row.back].map(|count| count.to_string().into());
        let of = [shown.batch.to_string().into(), Cell::maybe(shown.file.as_ref()), row.ledger.id().to_owned().into()];
        of.into_iter().chain(counts).collect()
    };
    Listing {
        title: presenter.say(&worded(way, "would", shown)),
        summary: Vec::new(),
        headings: headings(COLUMNS, Medium::Sheet, presenter.texts),
        groups: vec![Group { title: None, rows: shown.ledgers.iter().map(row).collect() }],
        notes: Vec::new(),
    }
}
