//! `verify`: makes a report again from the journal as it stood and by the policy it was made under, and says whether it is
//! the same.

mod book_differences;
mod differences;
mod stamped;

use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::fault::ReadableError;
use crate::cli::context::workspace::{Workspace, read_policy};
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::domain::Message;
use crate::journal::{Journal, JournalError, JournalPoint};
use crate::policy::Policy;
use crate::report::{DifferenceCause, Records, Stamp, Verified, verified_listing};
use anyhow::Result;
use stamped::StampedReport;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct VerifyArgs {
    #[arg(value_name = "FILE")]
    report: PathBuf,
}

/// Gives out the report of that stamp once more, at that point and by that policy.
pub type RerunReport = fn(&Stamp, &Workspace, (JournalPoint, Policy), &CommandContext) -> Result<Vec<u8>>;

/// Says whether the report is the same, or where it differs.
pub fn verify(args: &VerifyArgs, again: RerunReport, context: &mut CommandContext) -> Result<CommandOutcome> {
    let stamped = StampedReport::read(&context.path(&args.report))?;
    let workspace = context.workspace()?;
    let journal = context.journal(&workspace)?;
    let (point, journal) = point_of(&stamped.stamp, journal)?;
    let policy = policy_of(&stamped.stamp, &workspace, &journal)?;
    drop(journal);
    let again = again(&stamped.stamp, &workspace, (point, policy), context)?;
    let differences = stamped.differences(&again)?;
    let is_other_version = stamped.stamp.version != env!("CARGO_PKG_VERSION");
    let verified = Verified {
        same: differences.is_empty(),
        why: (!differences.is_empty()).then_some(match is_other_version && !stamped.is_changed() {
            true => DifferenceCause::Version,
            false => DifferenceCause::Changed,
        }),
        stamp: stamped.stamp,
        differences,
    };
    let file = args.report.display().to_string();
    let listing = |medium, context: &CommandContext| verified_listing(&verified, &file, medium, &context.texts);
    present(context, &Answer::listing(|_| Records::one(&verified), listing))?;
    Ok(if verified.same { CommandOutcome::Done } else { CommandOutcome::Differs })
}

/// The point of the journal at which its rows were those of the stamp.
fn point_of(stamp: &Stamp, mut journal: Journal) -> Result<(JournalPoint, Journal)> {
    let other =
        || ReadableError::new(Message::new("cli-verify-journal")).remedy(Message::new("cli-verify-journal-remedy"));
    let points = match journal.points_after(stamp.batch) {
        Err(JournalError::NoBatch { .. }) => return Err(other().into()),
        points => points?,
    };
    for point in points {
        journal.stand_at(point)?;
        if journal.digest()?.starts_with(&stamp.journal) {
            return Ok((point, journal));
        }
    }
    Err(other().into())
}

/// The policy of the stamp: the house's as it is, or as it was kept.
fn policy_of(stamp: &Stamp, workspace: &Workspace, journal: &Journal) -> Result<Policy> {
    if let Ok(policy) = workspace.policy()
        && policy.digest().starts_with(&stamp.policy)
    {
        return Ok(policy);
    }
    match journal.kept_policy(&stamp.policy)? {
        Some(text) => read_policy(&workspace.policy_file(), text),
        None => Err(ReadableError::new(Message::new("cli-verify-policy").with("policy", stamp.policy.as_str()))
            .remedy(Message::new("cli-verify-policy-remedy"))
            .into()),
    }
}
