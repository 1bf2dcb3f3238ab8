//! `revert` and `restore`: takes a batch out, or one file of it, and brings it back; shows first what that changes.

use crate::cli::books::evaluator::Evaluator;
use crate::cli::books::rejected::put_away;
use crate::cli::books::waiting::{import_again, lying};
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::fault::ReadableError;
use crate::cli::context::workspace::Workspace;
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::domain::{Books, Message};
use crate::journal::{BatchChange, BatchOrFile, Journal, JournalError, LedgerRowsMoved};
use crate::policy::Policy;
use crate::report::{
    CompareOptions, ComparedSide, Presenter, Records, TakingDirection, TakingLedgerRow, TakingShown, TakingStep,
    compare, taking_listing,
};
use anyhow::Result;

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

const fn command(way: TakingDirection) -> &'static str {
    match way {
        TakingDirection::Out => "revert",
        TakingDirection::Back => "restore",
    }
}

impl From<LedgerRowsMoved> for TakingLedgerRow {
    fn from(moved: LedgerRowsMoved) -> Self {
        TakingLedgerRow { ledger: moved.ledger, out: moved.out, back: moved.back }
    }
}

/// `revert`: takes a batch, or a file of one, out of what counts.
pub fn revert(args: &TakingArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    take(TakingDirection::Out, args, context)
}

/// `restore`: brings back what `revert` took out.
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
    if !context.ask(&shown.said(way, TakingStep::Ask))? {
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
    context.note(&shown.said(way, TakingStep::Done));
    context.remark = Some(shown.said(way, TakingStep::Done));
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
    let mut words = vec![command(way), &batch];
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
        again: taking.again.iter().map(|again| lying(again, workspace, context)).collect(),
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
    context.remark = Some(shown.said(way, TakingStep::Done));
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
        let again: Vec<String> = shown.again.iter().map(|file| import_again(file, context)).collect();
        taking_listing(shown, way, &again, medium, &presenter)
    };
    present(context, &Answer::listing(|_| Records::one(shown), listing))?;
    Ok(CommandOutcome::Done)
}
