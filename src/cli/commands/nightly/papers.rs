//! The reports of the day, as files: for a spreadsheet, and to be read.

use crate::cli::books::read::JudgedBooks;
use crate::cli::commands::reports::call_list;
use crate::cli::context::command::CommandContext;
use crate::cli::context::env::PAPER;
use crate::cli::context::fault::ReadableError;
use crate::cli::context::written::write_whole;
use crate::cli::output::present::told_apart;
use crate::cli::output::stamping;
use crate::render::{ByteOrderMark, TablePage, csv, table};
use crate::report::{
    DueBy, FinesBy, Listing, Medium, Month, OwnersOf, Presenter, Stamp, ViolationsOf, due_listing, fines,
    fines_listing, owners_list, owners_listing, violations, violations_listing,
};
use anyhow::Result;
use std::path::Path;

/// A report of the day.
pub struct DailyPaper {
    name: &'static str,
    /// To be read.
    pub page: Listing,
    /// For a spreadsheet.
    sheet: Listing,
}

/// The reports of the day: the call list, who owns whom, the violations, the month's fines.
pub fn papers(read: &JudgedBooks, context: &mut CommandContext) -> [DailyPaper; 4] {
    let JudgedBooks { policy, books, assessment } = read;
    let reading = assessment.reading;
    let month = Month::of(reading.as_of);
    let tasks = call_list(read, None, Medium::Page);
    let households = owners_list(assessment, books, OwnersOf::default());
    let sums = fines(assessment, &policy.sanctions, month, FinesBy::Staff);
    let mut paper = |name, listing: &dyn Fn(Medium, &Presenter<'_>) -> Listing| {
        let [page, sheet] = [Medium::Page, Medium::Sheet]
            .map(|medium| told_apart(context, |context| listing(medium, &read.presenter(context))));
        DailyPaper { name, page, sheet }
    };
    [
        paper("due", &|medium, presenter| due_listing(&tasks, DueBy::Staff, medium, presenter)),
        paper("owners", &|medium, presenter| owners_listing(&households, medium, presenter)),
        paper("violations", &|medium, presenter| {
            let of = ViolationsOf::default();
            violations_listing(&violations(assessment, books, of, presenter), reading.as_of, of, medium, presenter)
        }),
        paper("fines", &|medium, presenter| {
            fines_listing(&sums, reading.as_of, month, FinesBy::Staff, medium, presenter)
        }),
    ]
}

/// Writes them into the folder, stamped, and says where they are. Each is whole or as it was before.
pub fn write(papers: &[DailyPaper], folder: &Path, stamp: &Stamp, context: &CommandContext) -> Result<Vec<String>> {
    crate::files::create_folder(folder).map_err(|error| ReadableError::place(folder, &error))?;
    let mut written = Vec::new();
    for paper in papers {
        let path = |ending: &str| folder.join(format!("{}.{ending}", paper.name));
        // Whoever asks for it by its name gets the same.
        let of =
            |format: &str| Stamp { request: vec![paper.name.to_owned()], format: format.to_owned(), ..stamp.clone() };
        let sheet = csv(&paper.sheet, ByteOrderMark::Bom)?;
        write_whole(&path("csv"), &sheet)?;
        stamping::write_beside(&path("csv"), &sheet, &of("csv"))?;
        let page = stamping::page(paper.page.clone(), Some(&of("table")), context);
        write_whole(&path("txt"), &table(&page, TablePage { width: PAPER, colour: false }))?;
        written.extend(["csv", "txt"].map(|ending| path(ending).display().to_string()));
    }
    Ok(written)
}
