//! `batches` and `revert`: what was taken in, and taking it out again.

use super::desk::{Desk, Outcome};
use super::fault::Said;
use super::present::{Column, headings, present};
use crate::domain::Message;
use crate::journal::Batch;
use crate::render;
use crate::report::{Cell, Form, Group, Listing, Medium, Space, Tone};
use anyhow::Result;
use serde::Serialize;

#[derive(clap::Args)]
pub struct RevertArgs {
    #[arg(value_name = "BATCH", value_parser = number)]
    batch: u64,
}

fn number(text: &str) -> Result<u64, Said> {
    text.parse().map_err(|_| Said::new(Message::new("cli-usage-number")))
}

#[derive(Serialize)]
struct BatchRow {
    batch: u64,
    at: String,
    files: Vec<String>,
    added: u64,
    live: u64,
    reverted: Option<String>,
    command: String,
}

impl From<Batch> for BatchRow {
    fn from(batch: Batch) -> Self {
        let time = |at: chrono::NaiveDateTime| at.format("%Y-%m-%d %H:%M:%S").to_string();
        BatchRow {
            batch: batch.id,
            at: time(batch.at),
            files: batch.files,
            added: batch.added,
            live: batch.live,
            reverted: batch.reverted.map(time),
            command: batch.command,
        }
    }
}

const COLUMNS: &[Column] = &[
    ("batch", Form::Number, Space::Whole),
    ("at", Form::Code, Space::Whole),
    ("files", Form::Text, Space::Breaks),
    ("added", Form::Number, Space::Whole),
    ("live", Form::Number, Space::Whole),
    ("reverted", Form::Code, Space::Whole),
    ("command", Form::Text, Space::Below),
];

/// Lists every batch, the oldest first.
pub fn batches(desk: &mut Desk) -> Result<Outcome> {
    let workspace = desk.workspace()?;
    let rows: Vec<BatchRow> = desk.journal(&workspace)?.batches()?.into_iter().map(BatchRow::from).collect();
    present(desk, || Ok(render::json(&rows)?), |medium, desk| listing(&rows, medium, desk))?;
    Ok(Outcome::Done)
}

fn listing(rows: &[BatchRow], medium: Medium, desk: &Desk) -> Listing {
    let summary = match rows.len() {
        0 => Message::new("cli-batches-none"),
        count => Message::new("cli-batches-count").with("count", count),
    };
    let row = |row: &BatchRow| {
        let tone = if row.reverted.is_some() { Tone::Quiet } else { Tone::Plain };
        let cells = vec![
            row.batch.to_string().into(),
            row.at.clone().into(),
            row.files.join(" ").into(),
            row.added.to_string().into(),
            row.live.to_string().into(),
            Cell::maybe(row.reverted.as_ref()),
            row.command.clone().into(),
        ];
        cells.into_iter().map(|cell: Cell| cell.toned(tone)).collect()
    };
    Listing {
        title: desk.texts.get("cli-batches-title"),
        summary: vec![desk.texts.say(&summary)],
        headings: headings(COLUMNS, medium, &desk.texts),
        groups: vec![Group { title: None, rows: rows.iter().map(row).collect() }],
        notes: Vec::new(),
    }
}

#[derive(Serialize)]
struct RevertedRow {
    batch: u64,
    out: u64,
    back: u64,
}

/// Takes a batch out.
pub fn revert(args: &RevertArgs, desk: &mut Desk) -> Result<Outcome> {
    let workspace = desk.workspace()?;
    let mut journal = desk.journal(&workspace)?;
    let reverted = journal.revert(args.batch, desk.env.now)?;
    let row = RevertedRow { batch: args.batch, out: reverted.out, back: reverted.back };
    let is_last = journal.batches()?.last().is_none_or(|last| last.id == args.batch);
    present(desk, || Ok(render::json_object(&row)?), |medium, desk| told(&row, is_last, medium, desk))?;
    Ok(Outcome::Done)
}

fn told(row: &RevertedRow, is_last: bool, medium: Medium, desk: &Desk) -> Listing {
    const COLUMNS: &[Column] = &[
        ("batch", Form::Number, Space::Whole),
        ("out", Form::Number, Space::Whole),
        ("back", Form::Number, Space::Whole),
    ];
    let title = Message::new("cli-revert-done").show("batch", row.batch).with("out", row.out);
    let back = (row.back > 0).then(|| Message::new("cli-revert-back").with("back", row.back));
    let again = (!is_last).then(|| Message::new("cli-revert-again"));
    let rows = match medium {
        Medium::Page => Vec::new(),
        Medium::Sheet => vec![[row.batch, row.out, row.back].map(|count| count.to_string().into()).to_vec()],
    };
    Listing {
        title: desk.texts.say(&title),
        summary: back.into_iter().chain(again).map(|message| desk.texts.say(&message)).collect(),
        headings: headings(COLUMNS, medium, &desk.texts),
        groups: vec![Group { title: None, rows }],
        notes: Vec::new(),
    }
}
