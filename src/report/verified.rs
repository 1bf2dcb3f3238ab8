//! What came of making a report once more (核验).

use super::field::{PlainColumns, PlainField};
use super::{Cell, Listing, Medium, Stamp};
use crate::domain::Message;
use crate::texts::Texts;
use serde::Serialize;

/// Whether a report is what is derived now, and where it is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// Whether nothing differs.
    pub same: bool,
    /// None: nothing differs.
    pub why: Option<DifferenceCause>,
    /// What the report says it was made of.
    pub stamp: Stamp,
    /// Where it says something else.
    pub differences: Vec<ReportDifference>,
}

/// Why a report is not what is derived now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DifferenceCause {
    /// The file is not as it was given out.
    Changed,
    /// Another version made it, which may judge otherwise.
    Version,
}

/// A place where the report says something else than what is derived now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportDifference {
    /// Counted from 1: rows of JSON, lines of a page, rows of a sheet with its headings.
    pub row: usize,
    /// The field of the row; none: the whole of it.
    pub field: Option<String>,
    /// None: the report has nothing there.
    pub report: Option<String>,
    /// None: nothing is derived there.
    pub derived: Option<String>,
}

/// More differences than these are counted only.
const SHOWN: usize = 30;

const FIELDS: &[PlainField<ReportDifference>] = &[
    PlainField::number("place", |row, _| Cell::count(row.row)),
    PlainField::word("field", |row, _| Cell::maybe(row.field.as_ref())),
    PlainField::text("report", |row, _| Cell::maybe(row.report.as_ref())),
    PlainField::text("derived", |row, _| Cell::maybe(row.derived.as_ref())),
];

/// What came of it in words; `file` is the report's.
pub fn verified_listing(verified: &Verified, file: &str, medium: Medium, texts: &Texts) -> Listing {
    let stamp = &verified.stamp;
    let count = verified.differences.len();
    let title = match verified.why {
        None => Message::new("cli-verify-same"),
        Some(_) => Message::new("cli-verify-differs").with("count", count),
    };
    let why = verified.why.map(|why| match why {
        DifferenceCause::Version => Message::new("cli-verify-version").with("version", stamp.version.as_str()),
        DifferenceCause::Changed => Message::new("cli-verify-changed"),
    });
    let shown = if medium.is_page() { SHOWN.min(count) } else { count };
    let more = (count > shown).then(|| Message::new("cli-verify-more").with("count", count - shown));
    let columns = PlainColumns::of(FIELDS, medium);
    Listing {
        title: texts.say(&title.with("file", file)),
        summary: std::iter::once(stamp.closing(texts)).chain(why.iter().map(|why| texts.say(why))).collect(),
        headings: columns.headings(texts),
        groups: columns.whole(&verified.differences[..shown], texts),
        notes: more.iter().map(|more| texts.say(more)).collect(),
    }
}
