//! What can be asked. The words for it are in `texts/*/help.ftl`: `help-<command>` and `help-<command>-<argument>`.

use crate::cli::commands::{changes, check, finding, policy, verify};
use crate::cli::commands::{completions, demo, expiring, explain, help, import, init, reports, taking, templates};
use crate::cli::context::options::GlobalOptions;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "huifang", bin_name = "huifang", version)]
#[command(disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub struct Cli {
    #[command(flatten)]
    pub global: GlobalOptions,
    #[command(subcommand)]
    pub command: Option<Command>,
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

impl Command {
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
