//! `disputes`: what a manager has to settle, each with its evidence.

use crate::cli::books::read::JudgedBooks;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::policy::kinship;
use crate::report::{Presenter, Records, disputes, disputes_listing, disputes_page};
use anyhow::Result;

/// Shows it: as a page of text or HTML, or one to a row.
pub fn show_disputes(context: &mut CommandContext) -> Result<CommandOutcome> {
    let read = JudgedBooks::of(context, None)?;
    let kinship = kinship(&read.books);
    let rows = |presenter: &Presenter<'_>| disputes(&read.assessment, &read.books, &kinship, presenter);
    let as_of = context.as_of();
    let page = |context: &CommandContext| {
        let presenter = read.presenter(context);
        disputes_page(&rows(&presenter), as_of, &presenter)
    };
    let sheet = |medium, context: &CommandContext| {
        let presenter = read.presenter(context);
        disputes_listing(&rows(&presenter), as_of, medium, &presenter)
    };
    let records = |context: &CommandContext| Records::rows(&rows(&read.presenter(context)));
    present(context, &Answer::narrative(records, page).with_sheet(sheet))?;
    Ok(CommandOutcome::Done)
}
