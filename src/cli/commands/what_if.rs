//! `policy what-if`: what another policy would have made of the same books.

use crate::cli::books::read::JudgedBooks;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::workspace::{policy_text, read_policy};
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::domain::Message;
use crate::report::{CompareOptions, ComparedSide, Presenter, Records, compare, comparison_listing};
use anyhow::Result;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct WhatIfArgs {
    #[arg(value_name = "FILE")]
    other: PathBuf,
}

/// Shows what differs: before is the house's policy, after the other one.
pub fn what_if(args: &WhatIfArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    let file = context.path(&args.other);
    let other = read_policy(&file, policy_text(&file)?)?;
    let read = JudgedBooks::of(context, None)?;
    let assessment = read.evaluator(&other).assess(&read.books);
    let before = ComparedSide { assessment: &read.assessment, books: &read.books, policy: &read.policy };
    let after = ComparedSide { assessment: &assessment, policy: &other, ..before };
    let comparison = compare(before, after, CompareOptions::Nothing);
    let title = Message::new("report-what-if-title").show("file", args.other.display()).show("as_of", context.as_of());
    let listing = |medium, context: &CommandContext| {
        let presenter = Presenter { policy: &other, ..read.presenter(context) };
        comparison_listing(&comparison, &title, medium, &presenter)
    };
    present(context, &Answer::listing(|_| Records::one(&comparison), listing))?;
    Ok(CommandOutcome::Done)
}
