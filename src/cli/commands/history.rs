//! `batches`: what was taken in, and what became of it.

use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::journal::Batch;
use crate::report::{BatchRow, BatchState, Records, Timestamp, batches_listing};
use anyhow::Result;

impl From<Batch> for BatchRow {
    fn from(batch: Batch) -> Self {
        BatchRow {
            batch: batch.id,
            at: Timestamp(batch.at),
            state: state(&batch),
            files: batch.files,
            added: batch.added,
            live: batch.live,
            reverted: batch.reverted.map(Timestamp),
            out: batch.out,
            command: batch.command,
        }
    }
}

/// What became of it.
fn state(batch: &Batch) -> BatchState {
    match batch {
        Batch { reverted: Some(_), .. } => BatchState::Reverted,
        Batch { out, .. } if !out.is_empty() => BatchState::InPart,
        Batch { added: 1.., live: 0, .. } => BatchState::Replaced,
        _ => BatchState::Live,
    }
}

/// Lists every batch, the oldest first.
pub fn batches(context: &mut CommandContext) -> Result<CommandOutcome> {
    let workspace = context.workspace()?;
    let rows: Vec<BatchRow> = context.journal(&workspace)?.batches()?.into_iter().map(BatchRow::from).collect();
    let listing = |medium, context: &CommandContext| batches_listing(&rows, medium, &context.texts);
    present(context, &Answer::listing(|_| Records::rows(&rows), listing))?;
    Ok(CommandOutcome::Done)
}
