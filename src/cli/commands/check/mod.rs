//! `check`: what in the books somebody should look at, until somebody has dealt with it.

mod blanks;
mod found;
mod item;

pub use found::found;

use crate::cli::books::read::JudgedBooks;
use crate::cli::books::rejected::put_away;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::fault::ReadableError;
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::domain::Message;
use crate::report::{CheckRow, Records, check_listing, seen_listing};
use anyhow::Result;
use found::{CheckItem, everything};
use std::collections::{BTreeMap, BTreeSet};

#[derive(clap::Args)]
pub struct CheckArgs {
    #[arg(long, value_name = "ID", num_args = 1.., requires = "by")]
    pub seen: Vec<String>,
    #[arg(long, value_name = "NAME", requires = "seen")]
    by: Option<String>,
    #[arg(long, conflicts_with = "seen")]
    all: bool,
}

/// Lists what the rules came across, what was odd about rows that were taken, what was rejected and is not settled, and what
/// was left blank; or records that somebody has dealt with some of it.
pub fn check(args: &CheckArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    let read = JudgedBooks::of(context, None)?;
    let as_of = context.as_of();
    let mut all = everything(&read, context)?;
    if let Some(by) = &args.by {
        return see(&args.seen, by, all, &read, context);
    }
    all.retain(|found| args.all || found.is_open());
    let rows = |context: &CommandContext| rows(&all, &read, context);
    let listing =
        |medium, context: &CommandContext| check_listing(&rows(context), as_of, args.all, medium, &context.texts);
    present(context, &Answer::listing(|context| Records::rows(&rows(context)), listing))?;
    Ok(CommandOutcome::Done)
}

/// Records who has dealt with these and when; of one that is not known nothing is recorded of any.
fn see(
    ids: &[String],
    by: &str,
    all: Vec<CheckItem>,
    read: &JudgedBooks,
    context: &mut CommandContext,
) -> Result<CommandOutcome> {
    let by = by.trim();
    if by.is_empty() {
        return Err(ReadableError::usage(Message::new("cli-check-seen-nobody")).into());
    }
    let asked: BTreeSet<String> = ids.iter().map(|id| id.trim().to_uppercase()).collect();
    let known: BTreeMap<&str, Vec<&CheckItem>> = all.iter().fold(BTreeMap::new(), |mut known, found| {
        known.entry(found.id.as_str()).or_insert_with(Vec::new).push(found);
        known
    });
    let unknown: Vec<&str> = asked.iter().map(String::as_str).filter(|id| !known.contains_key(id)).collect();
    if !unknown.is_empty() {
        let said = ReadableError::new(Message::new("cli-check-seen-unknown").with("ids", unknown));
        return Err(said.remedy(Message::new("cli-check-seen-unknown-remedy")).into());
    }
    // Whoever says so a second time changes nothing.
    let open = asked.iter().flat_map(|id| &known[id.as_str()]).filter(|found| found.is_open());
    let open: Vec<&CheckItem> = open.copied().collect();
    let items: Vec<String> =
        open.iter().filter(|found| found.rejected.is_none()).map(|found| found.id.clone()).collect();
    let rejected: Vec<u64> = open.iter().filter_map(|found| found.rejected).collect();
    let workspace = context.workspace()?;
    let mut journal = context.journal(&workspace)?;
    journal.see(&items, &rejected, by, context.env.now)?;
    put_away(&workspace, &journal, context)?;
    let done = Message::new("cli-check-seen-done").with("count", open.len()).with("by", by);
    context.remark = Some(done.clone());
    // What was read for it is no report.
    context.stamp = None;
    let seen: BTreeSet<&str> = open.iter().map(|found| found.id.as_str()).collect();
    let mut left: Vec<CheckItem> = everything(read, context)?;
    left.retain(|found| seen.contains(found.id.as_str()));
    let rows = |context: &CommandContext| rows(&left, read, context);
    let listing = |medium, context: &CommandContext| seen_listing(&rows(context), &done, medium, &context.texts);
    present(context, &Answer::listing(|context| Records::rows(&rows(context)), listing))?;
    Ok(CommandOutcome::Done)
}

/// These in words.
fn rows(all: &[CheckItem], read: &JudgedBooks, context: &CommandContext) -> Vec<CheckRow> {
    let presenter = read.presenter(context);
    all.iter().map(|found| found.row(&presenter)).collect()
}
