//! `disputes`: what a manager has to settle, each with its evidence.

use crate::cli::books::read::Read;
use crate::cli::context::choice::Format;
use crate::cli::context::desk::{Desk, Outcome};
use crate::cli::output::present::narrate;
use crate::policy::kinship;
use crate::render;
use crate::report::{Speaker, disputes, disputes_listing, disputes_page};
use anyhow::Result;

/// Shows it: as a page of text or HTML, or one to a row.
pub fn show_disputes(desk: &mut Desk) -> Result<Outcome> {
    let read = Read::of(desk, None)?;
    let kinship = kinship(&read.books);
    let rows = |speaker: &Speaker<'_>| disputes(&read.assessment, &read.books, &kinship, speaker);
    let as_of = desk.as_of();
    if matches!(desk.format()?, Format::Json | Format::Csv) {
        return read.tell(desk, rows, |_, speaker| disputes_listing(&rows(speaker), as_of, speaker));
    }
    let page = |desk: &Desk| {
        let speaker = read.speaker(desk);
        disputes_page(&rows(&speaker), as_of, &speaker)
    };
    narrate(desk, |desk| Ok(render::json(&rows(&read.speaker(desk)))?), page)?;
    Ok(Outcome::Done)
}
