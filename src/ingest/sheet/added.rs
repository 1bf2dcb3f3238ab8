//! The two columns that a file of rejected rows has more than the one its rows are of.

use crate::domain::{Kind, Message};
use crate::ingest::sheet::labels;
use crate::ingest::text::fold;

/// What the two added columns begin with, in both languages; a table that has them is a file of rejected rows.
const ADDED: [&str; 4] = ["退回行号", "退回原因", "rejectedrow", "rejectedwhy"];

/// Whether the heading is one that a file of rejected rows has added.
pub(in crate::ingest) fn is_added(heading: &str) -> bool {
    let folded = fold::word(heading);
    ADDED.iter().any(|start| folded.starts_with(start))
}

/// The kind that an added heading names by its id.
pub(in crate::ingest) fn kind_in(heading: &str) -> Option<Kind> {
    let folded = fold::word(heading);
    folded.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').find_map(Kind::from_id)
}

/// The two added headings of a table: the row number, and the reason with the kind of ledger, so that the corrected file
/// needs no name that tells it.
pub(in crate::ingest) fn added_headings(kind: Kind) -> [Message; 2] {
    [Message::new("ingest-rejects-row"), Message::new("ingest-rejects-why").with("kind", labels::kind(kind))]
}
