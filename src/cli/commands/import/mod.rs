//! `import`: ledgers into the journal, all of it or nothing.

mod ended_tasks;
mod file;
mod findings;
mod grouped;
mod held;
mod intake;
mod nearest;
mod outcome;
mod rejections;
mod rejects;
mod request;
mod roster_changes;
mod taken;
mod taking;
mod warnings;

pub use findings::{decided, violations_of};
pub use held::{column_of, commands, word};
pub use outcome::{FileRow, Imported, RowReason, SheetRow, listing};
pub use request::{ImportRequest, settings};
pub use roster_changes::{in_log, told as changed};
pub use taking::take_in;

use crate::cli::commands::templates;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::dates::day;
use crate::cli::context::fault::ReadableError;
use crate::cli::context::settings::SameName;
use crate::cli::context::words::id_named;
use crate::cli::context::workspace::Workspace;
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::domain::{Kind, Message};
use crate::ingest;
use crate::render::Format;
use crate::report::Records;
use anyhow::Result;
use chrono::NaiveDate;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct ImportArgs {
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: Option<Kind>,
    #[arg(long, value_name = "YEAR", value_parser = year)]
    year: Option<i32>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    through: Option<NaiveDate>,
    #[arg(long, value_name = "NAME", requires = "through")]
    department: Option<String>,
    #[arg(long, conflicts_with = "add")]
    replace: bool,
    #[arg(long)]
    add: bool,
    #[arg(long)]
    strict: bool,
    #[arg(long)]
    pub dry_run: bool,
}

/// Takes files in and says what became of each sheet.
pub fn import(args: &ImportArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    let workspace = context.workspace()?;
    let order = ImportRequest {
        paths: args.paths.clone(),
        kind: args.kind,
        year: args.year,
        through: args.through,
        department: args.department.clone(),
        replace: args.replace,
        same_name: if args.add { SameName::Add } else { SameName::Ask },
        strict: args.strict,
        dry_run: args.dry_run,
        asks: context.can_ask() && !args.dry_run,
    };
    let mut imported = take_in(&order, &workspace, context)?;
    if order.asks {
        ask(&order, &workspace, &mut imported, context)?;
    }
    if imported.changes_staff() {
        templates::renew(&workspace, context)?;
    }
    let is_nothing = imported.is_nothing();
    // Whoever reads it has been told each file's reason already; a program has not.
    if !is_nothing || context.format()? == Format::Json {
        let listing = |medium, context: &CommandContext| outcome::listing(&imported, medium, &context.texts);
        present(context, &Answer::listing(|_| Records::one(&imported), listing))?;
    }
    match is_nothing {
        true => Err(ReadableError::new(Message::new("cli-import-nothing-read")).into()),
        false if imported.is_refused() => Ok(CommandOutcome::Rejected),
        false => Ok(CommandOutcome::Done),
    }
}

/// Asks what becomes of each file that is held; what is answered is done as if it had been asked for in the first place.
fn ask(
    order: &ImportRequest,
    workspace: &Workspace,
    imported: &mut Imported,
    context: &mut CommandContext,
) -> Result<()> {
    for at in 0..imported.files.len() {
        if imported.files[at].held.is_none() {
            continue;
        }
        let file = imported.files[at].path.clone();
        let again = ImportRequest { paths: vec![PathBuf::from(&file)], ..order.clone() };
        let again = match context.ask_for(&Message::new("cli-held-ask").with("file", file))?.as_str() {
            "r" | "ｒ" | "replace" | "以新表为准" => ImportRequest { replace: true, ..again },
            "a" | "ａ" | "add" | "两张都算" => ImportRequest { same_name: SameName::Add, ..again },
            _ => continue,
        };
        let settled = take_in(&again, workspace, context)?;
        imported.batch = settled.batch.or(imported.batch);
        imported.rejects = settled.rejects.or(imported.rejects.take());
        for (row, settled) in imported.files[at..].iter_mut().zip(settled.files) {
            *row = settled;
        }
    }
    Ok(())
}

/// A kind by its id or by the name of its ledger.
fn kind(text: &str) -> Result<Kind, ReadableError> {
    let named = || {
        let id = id_named(text, Kind::ALL.iter().map(|kind| kind.id()), "report-kind")?;
        Kind::from_id(id)
    };
    let known = || Kind::ALL.map(ingest::kind_named).to_vec();
    let message = || Message::new("cli-usage-kind").with("kind", text).with("known", known());
    Kind::from_id(text).or_else(named).ok_or_else(|| ReadableError::new(message()))
}

/// A year that ledgers can be of.
fn year(text: &str) -> Result<i32, ReadableError> {
    let year = text.parse().ok().filter(|year| (2000..2100).contains(year));
    year.ok_or_else(|| ReadableError::new(Message::new("cli-usage-year")))
}
