//! Pages of HTML that need nothing beside them: answers in paragraphs, and listings.

use super::exporter::{ExportError, Exporter, Report, ReportLayout};
use super::setting::ExportSetting;
use super::visible;
use super::written::written;
use crate::report::{Cell, Form, Heading, Listing, Mark, Medium, Narrative, Paragraph, Space, Tone};
use askama::Template;
use unicode_width::UnicodeWidthStr;

/// `html`
pub(super) struct HtmlExporter;

impl Exporter for HtmlExporter {
    fn id(&self) -> &'static str {
        "html"
    }

    fn medium(&self) -> Option<Medium> {
        Some(Medium::Page)
    }

    fn export(&self, report: &mut dyn Report, on: &ExportSetting<'_>) -> Result<Vec<u8>, ExportError> {
        Ok(match report.page() {
            ReportLayout::Narrative(told) => html(&told)?,
            ReportLayout::Listing(listing) => {
                let (columns, language) = (columns(&listing), on.texts.lang().tag());
                let (title, notes) = (&listing.title, &listing.notes);
                let is_wide = is_wide(&listing, &columns);
                ListingDocument { title, language, notes, listing: &listing, columns, is_wide }.render()?.into_bytes()
            }
        })
    }
}

/// The narrative as one page of HTML in UTF-8 that needs nothing beside it: to be opened, mailed or printed.
///
/// # Errors
/// A page that cannot be written.
pub fn html(told: &Narrative) -> Result<Vec<u8>, askama::Error> {
    let Narrative { title, language, notes, .. } = told;
    Ok(NarrativeDocument { title, language, notes, told }.render()?.into_bytes())
}

#[derive(Template)]
#[template(path = "narrative.html")]
struct NarrativeDocument<'a> {
    title: &'a str,
    language: &'a str,
    notes: &'a [String],
    told: &'a Narrative,
}

/// A listing as a table with its lines above and below.
#[derive(Template)]
#[template(path = "listing.html")]
struct ListingDocument<'a> {
    title: &'a str,
    /// The language's tag (`zh-CN`).
    language: &'static str,
    notes: &'a [String],
    listing: &'a Listing,
    /// Those in which something stands, as tables on a terminal show them.
    columns: Vec<usize>,
    /// Whether it is printed on sheets that lie.
    is_wide: bool,
}

/// The columns of the listing in which something stands.
fn columns(listing: &Listing) -> Vec<usize> {
    let rows = || listing.groups.iter().flat_map(|group| &group.rows);
    let says_something = |column: &usize| rows().any(|row| !row[*column].value.is_empty());
    (0..listing.headings.len()).filter(says_something).collect()
}

/// So many half-width characters stand beside each other on an A4 sheet upright.
const UPRIGHT: usize = 110;
/// Sentences need no more of a line: they break.
const SENTENCE: usize = 24;

/// Whether it needs sheets that lie.
fn is_wide(listing: &Listing, columns: &[usize]) -> bool {
    let rows = || listing.groups.iter().flat_map(|group| &group.rows);
    let width = |column: &usize| {
        let cells = rows().map(|row| written(&row[*column].value).width()).max().unwrap_or_default();
        match listing.headings[*column].form {
            Form::Text => cells.min(SENTENCE) + 2,
            Form::Code | Form::Number => cells + 2,
        }
    };
    columns.iter().map(width).sum::<usize>() > UPRIGHT
}

/// The value, so that it cannot turn the direction of writing.
fn shown(cell: &Cell) -> String {
    visible(&written(&cell.value)).into_owned()
}

/// Whether quantities stand below it.
const fn is_number(heading: &Heading) -> bool {
    matches!(heading.form, Form::Number)
}

/// What the page's style knows a cell by: quantities stand to the right, sentences need room.
const fn kind_class(heading: &Heading) -> &'static str {
    match (heading.form, heading.space) {
        (Form::Number, _) => "number",
        (Form::Code, _) => "code",
        (Form::Text, Space::Below) => "told",
        (Form::Text, Space::Whole | Space::Breaks) => "text",
    }
}

/// What the page's style knows a cell by that asks for attention, with the space before it.
const fn tone_class(cell: &Cell) -> &'static str {
    match cell.tone {
        Tone::Alarm => " alarm",
        Tone::Warning => " warning",
        Tone::Quiet => " quiet",
        Tone::Plain => "",
    }
}

/// Paragraphs with what belongs below them, as a list.
#[derive(Template)]
#[template(path = "paragraphs.html")]
struct Paragraphs<'a> {
    all: &'a [Paragraph],
}

fn list(all: &[Paragraph]) -> Paragraphs<'_> {
    Paragraphs { all }
}

/// What the page's style knows a paragraph by.
const fn class(paragraph: &Paragraph) -> &'static str {
    match (paragraph.mark, paragraph.tone) {
        (Mark::Event, _) => "event",
        (Mark::Change, _) => "change",
        (Mark::Passed, _) => "passed",
        (Mark::Clause, _) => "clause",
        (Mark::Rows, _) => "rows",
        (Mark::Next, _) => "next",
        (Mark::None, Tone::Alarm) => "alarm",
        (Mark::None, Tone::Warning) => "warning",
        (Mark::None, Tone::Plain | Tone::Quiet) => "plain",
    }
}
