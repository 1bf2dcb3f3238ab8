//! `verify`: makes a report again from the journal as it stood and by the policy it was made under, and says whether it is
//! the same.

mod differences;
mod stamped;

use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::fault::ReadableError;
use crate::cli::context::workspace::{Workspace, read_policy};
use crate::cli::output::answer::Answer;
use crate::cli::output::present::{Column, headings, present};
use crate::domain::Message;
use crate::journal::{Journal, JournalError, JournalPoint};
use crate::policy::Policy;
use crate::report::{Cell, Form, Group, Listing, Medium, Records, Space, Stamp};
use crate::texts::Texts;
use anyhow::Result;
use differences::ReportDifference;
use serde::Serialize;
use stamped::StampedReport;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct VerifyArgs {
    #[arg(value_name = "FILE")]
    report: PathBuf,
}

/// What came of it.
#[derive(Serialize)]
struct Verified {
    same: bool,
    /// `changed`: the file is not as it was given out. `version`: another version made it, which may judge otherwise.
    why: Option<&'static str>,
    stamp: Stamp,
    differences: Vec<ReportDifference>,
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
            true => "version",
            false => "changed",
        }),
        stamp: stamped.stamp,
        differences,
    };
    let listing = |medium, context: &CommandContext| listing(&verified, args, medium, &context.texts);
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

/// More differences than these are counted only.
const SHOWN: usize = 30;

const COLUMNS: &[Column] = &[
    ("place", Form::Number, Space::Whole),
    ("field", Form::Text, Space::Whole),
    ("report", Form::Text, Space::Breaks),
    ("derived", Form::Text, Space::Breaks),
];

fn listing(verified: &Verified, args: &VerifyArgs, medium: Medium, texts: &Texts) -> Listing {
    let stamp = &verified.stamp;
    let title = match verified.why {
        None => Message::new("cli-verify-same"),
        Some(_) => Message::new("cli-verify-differs").with("count", verified.differences.len()),
    };
    let why = verified.why.map(|why| match why {
        "version" => Message::new("cli-verify-version").with("version", stamp.version.as_str()),
        _ => Message::new("cli-verify-changed"),
    });
    let shown = if medium == Medium::Page { SHOWN } else { usize::MAX };
    let more = verified.differences.len().saturating_sub(shown);
    let more = (more > 0).then(|| Message::new("cli-verify-more").with("count", more));
    let row = |difference: &ReportDifference| -> Vec<Cell> {
        vec![
            difference.row.to_string().into(),
            Cell::maybe(difference.field.as_ref()),
            Cell::maybe(difference.report.as_ref()),
            Cell::maybe(difference.derived.as_ref()),
        ]
    };
    Listing {
        title: texts.say(&title.show("file", args.report.display())),
        summary: std::iter::once(stamp.closing(texts)).chain(why.iter().map(|why| texts.say(why))).collect(),
        headings: headings(COLUMNS, medium, texts),
        groups: vec![Group { title: None, rows: verified.differences.iter().take(shown).map(row).collect() }],
        notes: more.iter().map(|more| texts.say(more)).collect(),
    }
}
