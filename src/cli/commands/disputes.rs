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
pub fn show_disputes(context: &mut CommandContext) -> Result<CommandOutcome> {
    let read = JudgedBooks::of(context, None)?;
    let kinship = kinship(&read.books);
    let rows = |presenter: &Presenter<'_>| disputes(&read.assessment, &read.books, &kinship, presenter);
    let as_of = context.as_of();
    if matches!(context.format()?, Format::Json | Format::Csv) {
        return read.tell(context, rows, |_, presenter| disputes_listing(&rows(presenter), as_of, presenter));
    }
    let page = |context: &CommandContext| {
        let presenter = read.presenter(context);
        disputes_page(&rows(&presenter), as_of, &presenter)
    };
    narrate(context, |context| Ok(render::json(&rows(&read.presenter(context)))?), page)?;
    Ok(CommandOutcome::Done)
}
