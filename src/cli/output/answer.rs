//! What a command hands over to be given out: its rows for programs, and the same to be read. Which format it becomes, what
//! stamp it bears and how much of it is shown is none of its business.

use crate::cli::context::command::CommandContext;
use crate::render::ReportLayout;
use crate::report::{Listing, Medium, Narrative, Records};

type Told<'a, T> = Box<dyn Fn(&CommandContext) -> T + 'a>;
type SheetTold<'a> = Box<dyn Fn(Medium, &CommandContext) -> Listing + 'a>;

/// A report that can be told in every format; each time anew, for phones are masked as the whole of it needs.
pub struct Answer<'a> {
    pub(super) records: Told<'a, serde_json::Result<Records>>,
    pub(super) page: Told<'a, ReportLayout>,
    pub(super) sheet: Option<SheetTold<'a>>,
}

impl<'a> Answer<'a> {
    /// Rows in columns.
    pub fn listing(
        records: impl Fn(&CommandContext) -> serde_json::Result<Records> + 'a,
        listing: impl Fn(Medium, &CommandContext) -> Listing + Clone + 'a,
    ) -> Self {
        let sheet = listing.clone();
        Answer {
            records: Box::new(records),
            page: Box::new(move |context| ReportLayout::Listing(listing(Medium::Page, context))),
            sheet: Some(Box::new(sheet)),
        }
    }

    /// Paragraphs.
    pub fn narrative(
        records: impl Fn(&CommandContext) -> serde_json::Result<Records> + 'a,
        narrative: impl Fn(&CommandContext) -> Narrative + 'a,
    ) -> Self {
        let page = move |context: &CommandContext| ReportLayout::Narrative(narrative(context));
        Answer { records: Box::new(records), page: Box::new(page), sheet: None }
    }

    /// The same paragraphs in rows, for a spreadsheet.
    pub fn with_sheet(self, sheet: impl Fn(Medium, &CommandContext) -> Listing + 'a) -> Self {
        Answer { sheet: Some(Box::new(sheet)), ..self }
    }
}
