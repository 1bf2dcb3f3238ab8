//! `batches`: what was taken in, and what became of it.

use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::output::answer::Answer;
use crate::cli::output::present::{Column, headings, present};
use crate::domain::Message;
use crate::journal::Batch;
use crate::report::{Cell, Form, Group, Listing, Medium, Records, Space, Tone};
use anyhow::Result;
use serde::Serialize;

#[derive(Serialize)]
struct BatchRow {
    batch: u64,
    at: String,
    files: Vec<String>,
    added: u64,
    live: u64,
    reverted: Option<String>,
    /// `live`, `reverted`, `in-part` (files of it are taken out), `replaced` (later files have taken its rows' place).
    state: &'static str,
    /// The files taken out on their own.
    out: Vec<String>,
    command: String,
}

impl From<Batch> for BatchRow {
    fn from(batch: Batch) -> Self {
        let time = |at: chrono::NaiveDateTime| at.format("%Y-%m-%d %H:%M:%S").to_string();
        BatchRow {
            batch: batch.id,
            at: time(batch.at),
            state: state(&batch),
            files: batch.files,
            added: batch.added,
            live: batch.live,
            reverted: batch.reverted.map(time),
            out: batch.out,
            command: batch.command,
        }
    }
}

/// What became of it.
fn state(batch: &Batch) -> &'static str {
    match batch {
        Batch { reverted: Some(_), .. } => "reverted",
        Batch { out, .. } if !out.is_empty() => "in-part",
        Batch { added: 1.., live: 0, .. } => "replaced",
        _ => "live",
    }
}

const COLUMNS: &[Column] = &[
    ("batch", Form::Number, Space::Whole),
    ("at", Form::Code, Space::Whole),
    ("files", Form::Text, Space::Breaks),
    ("added", Form::Number, Space::Whole),
    ("live", Form::Number, Space::Whole),
    ("state", Form::Text, Space::Breaks),
    ("reverted", Form::Code, Space::Whole),
    ("command", Form::Text, Space::Below),
];

/// Lists every batch, the oldest first.
pub fn batches(context: &mut CommandContext) -> Result<CommandOutcome> {
    let workspace = context.workspace()?;
    let rows: Vec<BatchRow> = context.journal(&workspace)?.batches()?.into_iter().map(BatchRow::from).collect();
    let listing = |medium, context: &CommandContext| listing(&rows, medium, context);
    present(context, &Answer::listing(|_| Records::rows(&rows), listing))?;
    Ok(CommandOutcome::Done)
}

fn listing(rows: &[BatchRow], medium: Medium, context: &CommandContext) -> Listing {
    let summary = match rows.len() {
        0 => Message::new("cli-batches-none"),
        count => Message::new("cli-batches-count").with("count", count),
    };
    let row = |row: &BatchRow| {
        let tone = if row.live == 0 { Tone::Quiet } else { Tone::Plain };
        let state = match medium {
            Medium::Page => context.texts.say(&worded(row)),
            Medium::Sheet => row.state.to_owned(),
        };
        let cells = vec![
            row.batch.to_string().into(),
            row.at.clone().into(),
            row.files.join(" ").into(),
            row.added.to_string().into(),
            row.live.to_string().into(),
            state.into(),
            Cell::maybe(row.reverted.as_ref()),
            row.command.clone().into(),
        ];
        cells.into_iter().map(|cell: Cell| cell.toned(tone)).collect()
    };
    Listing {
        title: context.texts.get("cli-batches-title"),
        summary: vec![context.texts.say(&summary)],
        headings: headings(COLUMNS, medium, &context.texts),
        groups: vec![Group { title: None, rows: rows.iter().map(row).collect() }],
        notes: Vec::new(),
    }
}

fn worded(row: &BatchRow) -> Message {
    match row.state {
        "reverted" => Message::new("cli-batch-reverted"),
        "in-part" => Message::new("cli-batch-in-part").with("files", row.out.clone()),
        "replaced" => Message::new("cli-batch-replaced"),
        _ => Message::new("cli-batch-live"),
    }
}
