//! `--known-at`: the books as they were known then, whatever has been imported, taken out or replaced since.

use super::args::Command;
use super::desk::Desk;
use super::fault::Said;
use crate::domain::Message;
use crate::journal::{Journal, Known};
use anyhow::Result;

/// Commands that write to the books do so today.
pub fn refuse_to_write_then(command: &Command, desk: &Desk) -> Result<()> {
    if desk.global.known_at.is_some() && !command.reads_the_books() {
        return Err(Said::usage(Message::new("cli-usage-known-here"))
            .remedy(Message::new("cli-usage-known-here-remedy"))
            .into());
    }
    Ok(())
}

/// Puts the journal where it is to be read, and says what the answer leaves out of sight.
pub fn stand(journal: &mut Journal, known: Known, desk: &mut Desk) -> Result<()> {
    let point = journal.point(known)?;
    if let Known::Batch(batch) = known
        && let Some(at) = journal.batches()?.iter().find(|of| of.id == batch).and_then(|of| of.reverted)
    {
        desk.note(&Message::new("cli-known-reverted").show("batch", batch).show("at", at.format("%Y-%m-%d %H:%M")));
    }
    journal.stand_at(point)?;
    Ok(())
}
