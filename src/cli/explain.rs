//! `explain`: why a household is whose it is, or how a violation was come to.

use super::desk::{Desk, Outcome};
use super::locate::{Asked, Subject, locate};
use super::present::narrate;
use super::reports::Read;
use crate::policy::kinship;
use crate::render;
use crate::report::{Narrative, Speaker, explain_household, explain_violation, household_page, violation_page};
use anyhow::Result;
use serde::Serialize;

#[derive(clap::Args)]
pub struct ExplainArgs {
    #[arg(value_name = "WHO")]
    who: String,
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    nth: Option<u32>,
}

/// Explains what was asked for; where a name is borne in several households, lists them to choose from.
pub fn explain(args: &ExplainArgs, desk: &mut Desk) -> Result<Outcome> {
    let asked = Asked::read(&args.who);
    let read = Read::of(desk, None)?;
    match locate(&asked, args.nth, &read, desk)? {
        Subject::Household(household) => {
            let kinship = kinship(&read.books);
            let explain =
                |speaker: &Speaker<'_>| explain_household(household, &read.assessment, &read.books, &kinship, speaker);
            give(desk, &read, explain, household_page)
        }
        Subject::Violation(violation) => {
            let explain = |speaker: &Speaker<'_>| explain_violation(violation, &read.assessment, &read.books, speaker);
            give(desk, &read, explain, violation_page)
        }
    }
}

/// Gives an explanation out.
fn give<T: Serialize>(
    desk: &mut Desk,
    read: &Read,
    explain: impl Fn(&Speaker<'_>) -> T,
    tell: impl Fn(&T, &Speaker<'_>) -> Narrative,
) -> Result<Outcome> {
    let json = |desk: &Desk| Ok(render::json_object(&explain(&read.speaker(desk)))?);
    let told = |desk: &Desk| {
        let speaker = read.speaker(desk);
        tell(&explain(&speaker), &speaker)
    };
    narrate(desk, json, told)?;
    Ok(Outcome::Done)
}
