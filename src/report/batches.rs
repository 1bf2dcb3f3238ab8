//! What was taken in, batch by batch, and what became of it (批次).

use super::field::{PlainColumns, PlainField};
use super::{Cell, Listing, Medium, Timestamp, Tone};
use crate::domain::Message;
use crate::texts::Texts;
use serde::Serialize;

/// A batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BatchRow {
    /// Its number.
    pub batch: u64,
    /// When it was imported.
    pub at: Timestamp,
    /// The names of its files.
    pub files: Vec<String>,
    /// How many rows were new with it.
    pub added: u64,
    /// How many of them count now.
    pub live: u64,
    /// When it was taken out as a whole; none: it was not, or is back.
    pub reverted: Option<Timestamp>,
    /// What became of it.
    pub state: BatchState,
    /// The files taken out on their own.
    pub out: Vec<String>,
    /// What was asked for.
    pub command: String,
}

/// What became of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BatchState {
    /// It counts.
    Live,
    /// It is taken out.
    Reverted,
    /// Files of it are taken out.
    InPart,
    /// Later files have taken its rows' place.
    Replaced,
}

impl BatchState {
    /// All of them.
    pub const ALL: [BatchState; 4] = [BatchState::Live, BatchState::Reverted, BatchState::InPart, BatchState::Replaced];

    /// The id, as JSON and sheets have it.
    pub const fn id(self) -> &'static str {
        match self {
            BatchState::Live => "live",
            BatchState::Reverted => "reverted",
            BatchState::InPart => "in-part",
            BatchState::Replaced => "replaced",
        }
    }
}

const BATCH: PlainField<BatchRow> = PlainField::number("batch", |row, _| shown(row, Cell::count(row.batch)));
const AT: PlainField<BatchRow> = PlainField::code("at", |row, _| shown(row, row.at.into()));
const FILES: PlainField<BatchRow> = PlainField::text("files", |row, _| shown(row, row.files.join(" ").into()));
const ADDED: PlainField<BatchRow> = PlainField::summed("added", |row, _| shown(row, Cell::count(row.added)));
const LIVE: PlainField<BatchRow> = PlainField::summed("live", |row, _| shown(row, Cell::count(row.live)));
const REVERTED: PlainField<BatchRow> = PlainField::code("reverted", |row, _| shown(row, Cell::maybe(row.reverted)));
const COMMAND: PlainField<BatchRow> = PlainField::text("command", |row, _| shown(row, (&row.command).into())).below();

const PAGE: &[PlainField<BatchRow>] = &[
    BATCH,
    AT,
    FILES,
    ADDED,
    LIVE,
    PlainField::text("state", |row, texts| shown(row, Cell::word(texts.say(&said(row))))),
    REVERTED,
    COMMAND,
];
const SHEET: &[PlainField<BatchRow>] = &[
    BATCH,
    AT,
    FILES,
    ADDED,
    LIVE,
    PlainField::text("state", |row, _| shown(row, Cell::word(row.state.id()))),
    REVERTED,
    COMMAND,
];

/// Of a batch of which nothing counts any more nothing is in the way.
fn shown(row: &BatchRow, cell: Cell) -> Cell {
    cell.toned(if row.live == 0 { Tone::Quiet } else { Tone::Plain })
}

fn said(row: &BatchRow) -> Message {
    match row.state {
        BatchState::Live => Message::new("cli-batch-live"),
        BatchState::Reverted => Message::new("cli-batch-reverted"),
        BatchState::InPart => Message::new("cli-batch-in-part").with("files", row.out.clone()),
        BatchState::Replaced => Message::new("cli-batch-replaced"),
    }
}

/// Every batch, the oldest first, in words.
pub fn batches_listing(rows: &[BatchRow], medium: Medium, texts: &Texts) -> Listing {
    let columns = PlainColumns::worded(medium, PAGE, SHEET);
    let summary = match rows.len() {
        0 => Message::new("cli-batches-none"),
        count => Message::new("cli-batches-count").with("count", count),
    };
    Listing {
        title: texts.get("cli-batches-title"),
        summary: vec![texts.say(&summary)],
        headings: columns.headings(texts),
        groups: columns.whole(rows, texts),
        notes: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_get_the_ids_of_states() {
        for state in BatchState::ALL {
            assert_eq!(serde_json::to_string(&state).unwrap(), format!("\"{}\"", state.id()));
        }
    }
}
