//! What can be asked. The words for it are in `texts/*/help.ftl`: `help-<command>` and `help-<command>-<argument>`.

use super::choice::{Color, Format, Language};
use super::dates::day;
use super::dates::known;
use super::{changes, check, finding, policy, verify};
use super::{completions, demo, expiring, explain, help, import, init, reports, taking, templates};
use crate::journal::Known;
use chrono::NaiveDate;
use clap::{ArgAction, Args, Parser, Subcommand};
use std::path::PathBuf;

#[derive(Parser)]
#[command(name = "huifang", bin_name = "huifang", version)]
#[command(disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Args)]
pub struct Global {
    #[arg(short = 'C', long, global = true, value_name = "DIR")]
    pub workspace: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub as_of: Option<NaiveDate>,
    #[arg(long, global = true, value_name = "KNOWN", value_parser = known)]
    pub known_at: Option<Known>,
    #[arg(long, global = true)]
    pub stamp: bool,
    #[arg(long, global = true, value_name = "FORMAT")]
    pub format: Option<Format>,
    #[arg(short, long, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(short = 'n', long, global = true, value_name = "COUNT")]
    pub limit: Option<usize>,
    #[arg(long, global = true)]
    pub no_pager: bool,
    #[arg(long, global = true)]
    pub reveal: bool,
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<Language>,
    #[arg(long, global = true, value_name = "WHEN")]
    pub color: Option<Color>,
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    #[arg(short, long, global = true)]
    pub verbose: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    pub help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    pub version: Option<bool>,
}

#[derive(Subcommand)]
pub enum Command {
    Init(init::InitArgs),
    Demo(demo::DemoArgs),
    Nightly,
    Import(import::ImportArgs),
    Batches,
    Revert(taking::TakingArgs),
    Restore(taking::TakingArgs),
    Status,
    Check(check::CheckArgs),
    Due(reports::DueArgs),
    Explain(explain::ExplainArgs),
    Owners(reports::OwnersArgs),
    Expiring(expiring::ExpiringArgs),
    Disputes,
    Violations(reports::ViolationsArgs),
    Fines(reports::FinesArgs),
    Changes(changes::ChangesArgs),
    Policy(policy::PolicyArgs),
    Verify(verify::VerifyArgs),
    Finding(finding::FindingArgs),
    Templates(templates::TemplatesArgs),
    Completions(completions::CompletionsArgs),
    Help(help::HelpArgs),
}

/// The formats the result of the command called so can be written in.
pub fn formats_of(called: &str) -> &'static [Format] {
    match called {
        "explain" => &[Format::Table, Format::Json, Format::Html],
        "disputes" => &[Format::Table, Format::Csv, Format::Json, Format::Html],
        _ => &[Format::Table, Format::Csv, Format::Json],
    }
}

impl Command {
    /// The formats its result can be written in.
    pub fn formats(&self) -> &'static [Format] {
        match self {
            Command::Explain(_) => formats_of("explain"),
            Command::Disputes => formats_of("disputes"),
            _ => formats_of(""),
        }
    }

    /// Whether it only reads the books, so that it can read them as they were known at another time.
    pub fn reads_the_books(&self) -> bool {
        match self {
            Command::Init(_)
            | Command::Demo(_)
            | Command::Nightly
            | Command::Import(_)
            | Command::Revert(_)
            | Command::Restore(_)
            | Command::Verify(_)
            | Command::Finding(_)
            | Command::Templates(_)
            | Command::Completions(_)
            | Command::Help(_) => false,
            Command::Check(args) => args.seen.is_empty(),
            Command::Batches
            | Command::Status
            | Command::Due(_)
            | Command::Explain(_)
            | Command::Owners(_)
            | Command::Expiring(_)
            | Command::Disputes
            | Command::Violations(_)
            | Command::Fines(_)
            | Command::Changes(_)
            | Command::Policy(_) => true,
        }
    }
}

impl Command {
    /// Whether it only says what it would do.
    pub fn is_dry_run(&self) -> bool {
        match self {
            Command::Import(args) => args.dry_run,
            Command::Revert(args) | Command::Restore(args) => args.dry_run,
            Command::Finding(args) => args.is_dry_run(),
            _ => false,
        }
    }

    /// Whether it gives out a report with a stamp, which can be made again.
    pub fn is_stamped(&self) -> bool {
        self.reads_the_books() && !matches!(self, Command::Batches | Command::Status)
    }
}
