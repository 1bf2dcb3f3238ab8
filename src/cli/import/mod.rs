//! `import`: ledgers into the journal, all of it or nothing.

mod findings;
mod nearest;
mod outcome;
mod rejects;
mod sink;
mod taken;
mod taking;

pub use outcome::{FileRow, Imported};
pub use taking::{Order, take_in};

use super::args::day;
use super::desk::{Desk, Outcome};
use super::fault::Said;
use super::present::present;
use crate::domain::{Kind, Message};
use crate::render;
use anyhow::Result;
use chrono::NaiveDate;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct ImportArgs {
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: Option<Kind>,
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(2000..2100))]
    year: Option<i32>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    through: Option<NaiveDate>,
    #[arg(long, value_name = "NAME", requires = "through")]
    department: Option<String>,
    #[arg(long)]
    replace: bool,
    #[arg(long)]
    strict: bool,
    #[arg(long)]
    dry_run: bool,
}

/// Takes files in and says what became of each sheet.
pub fn import(args: &ImportArgs, desk: &mut Desk) -> Result<Outcome> {
    let workspace = desk.workspace()?;
    let order = Order {
        paths: args.paths.clone(),
        kind: args.kind,
        year: args.year,
        through: args.through,
        department: args.department.clone(),
        replace: args.replace,
        strict: args.strict,
        dry_run: args.dry_run,
    };
    let imported = take_in(&order, &workspace, desk)?;
    let outcome = if imported.is_refused() { Outcome::Rejected } else { Outcome::Done };
    present(
        desk,
        || Ok(render::json_object(&imported)?),
        |medium, desk| outcome::listing(&imported, medium, &desk.texts),
    )?;
    if imported.is_nothing() {
        return Err(Said::new(Message::new("cli-import-nothing-read")).into());
    }
    Ok(outcome)
}

/// A kind by its id or its Chinese name.
fn kind(text: &str) -> Result<Kind, Said> {
    let known = Kind::ALL.map(Kind::id).to_vec();
    let message = || Message::new("cli-usage-kind").with("kind", text).with("known", known);
    Kind::from_id(text).ok_or_else(|| Said::new(message()))
}
