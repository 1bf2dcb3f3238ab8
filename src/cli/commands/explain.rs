//! `explain`: why a household is whose it is, how a violation was come to, or why something is on the call list.

use crate::cli::books::about::phones_of_name;
use crate::cli::books::locate::{Asked, Subject, is_found, locate};
use crate::cli::books::read::Read;
use crate::cli::context::desk::{Desk, Outcome};
use crate::cli::output::present::narrate;
use crate::policy::kinship;
use crate::render;
use crate::report::{
    Narrative, Speaker, explain_household, explain_task, explain_violation, household_page, task_page, violation_page,
};
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
    if let Asked::Phone(phone) = &asked {
        // As reports write it, so that the page can be made again from its closing line.
        desk.request.iter_mut().filter(|word| **word == args.who).for_each(|word| *word = phone.to_string());
    }
    let read = read_for(&asked, desk)?;
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
        Subject::Task(task) => {
            let explain = |speaker: &Speaker<'_>| explain_task(task, &read.assessment, &read.books, speaker);
            give(desk, &read, explain, task_page)
        }
    }
}

/// As much of the books as the answer depends on; all of them where nobody is found, to see who is near.
fn read_for(asked: &Asked, desk: &mut Desk) -> Result<Read> {
    let phones = match asked {
        Asked::Violation(_) | Asked::Task(_) | Asked::Masked(_) => return Read::of(desk, None),
        Asked::Phone(phone) => vec![phone.clone()],
        Asked::Name(name) => phones_of_name(desk, name)?,
    };
    let part = Read::about(desk, &phones)?;
    if is_found(asked, &part) { Ok(part) } else { Read::of(desk, None) }
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
