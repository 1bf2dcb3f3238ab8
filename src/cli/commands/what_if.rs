//! `policy what-if`: what another policy would have made of the same books.

use crate::cli::books::read::Read;
use crate::cli::context::desk::{Desk, Outcome};
use crate::cli::context::workspace::{policy_text, read_policy};
use crate::cli::output::present::present;
use crate::domain::Message;
use crate::policy::assess;
use crate::render;
use crate::report::{Asked, Side, Speaker, compare, comparison_listing};
use anyhow::Result;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct WhatIfArgs {
    #[arg(value_name = "FILE")]
    other: PathBuf,
}

/// Shows what differs: before is the house's policy, after the other one.
pub fn what_if(args: &WhatIfArgs, desk: &mut Desk) -> Result<Outcome> {
    let file = desk.path(&args.other);
    let other = read_policy(&file, policy_text(&file)?)?;
    let read = Read::of(desk, None)?;
    let assessment = assess(&read.books, &other, read.assessment.reading);
    let before = Side { assessment: &read.assessment, books: &read.books, policy: &read.policy };
    let after = Side { assessment: &assessment, policy: &other, ..before };
    let comparison = compare(before, after, Asked::Nothing);
    let title = Message::new("report-what-if-title").show("file", args.other.display()).show("as_of", desk.as_of());
    let json = |_: &Desk| Ok(render::json_object(&comparison)?);
    present(desk, json, |medium, desk| {
        let speaker = Speaker { policy: &other, ..read.speaker(desk) };
        comparison_listing(&comparison, &title, medium, &speaker)
    })?;
    Ok(Outcome::Done)
}
