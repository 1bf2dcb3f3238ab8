use super::visible;
use crate::report::{Mark, Narrative, Paragraph, Tone};
use askama::Template;

/// The narrative as one page of HTML in UTF-8 that needs nothing beside it: to be opened, mailed or printed.
///
/// # Errors
/// A page that cannot be written.
pub fn html(told: &Narrative) -> Result<Vec<u8>, askama::Error> {
    Ok(Document { told }.render()?.into_bytes())
}

#[derive(Template)]
#[template(path = "narrative.html")]
struct Document<'a> {
    told: &'a Narrative,
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
