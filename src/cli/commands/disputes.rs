//! `disputes`: what a manager has to settle, each with its evidence.

use crate::cli::books::read::JudgedBooks;
use crate::cli::context::choice::Format;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::output::present::narrate;
use crate::policy::kinship;
use crate::render;
use crate::report::{Presenter, disputes, disputes_listing, disputes_page};
use anyhow::Result;

/// Shows it: as a page of text or HTML, or one to a row.
pub fn show_disputes(desk: &mut CommandContext) -> Result<CommandOutcome> {
    let read = JudgedBooks::of(desk, None)?;
    let kinship = kinship(&read.books);
    let rows = |speaker: &Presenter<'_>| disputes(&read.assessment, &read.books, &kinship, speaker);
    let as_of = desk.as_of();
    if matches!(desk.format()?, Format::Json | Format::Csv) {
        return read.tell(desk, rows, |_, speaker| disputes_listing(&rows(speaker), as_of, speaker));
    }
    let page = |desk: &CommandContext| {
        let speaker = read.speaker(desk);
        disputes_page(&rows(&speaker), as_of, &speaker)
    };
    narrate(desk, |desk| Ok(render::json(&rows(&read.speaker(desk)))?), page)?;
    Ok(CommandOutcome::Done)
}
