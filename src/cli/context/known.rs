//! `--known-at`: the books as they were known then, whatever has been imported, taken out or replaced since.

use crate::domain::Message;
use crate::journal::{Journal, KnownAt};
use anyhow::Result;

/// Puts the journal where it is to be read; gives what has to be said about that.
pub fn stand(journal: &mut Journal, known: KnownAt) -> Result<Option<Message>> {
    let point = journal.point(known)?;
    let taken_out = match known {
        KnownAt::Batch(batch) => {
            journal.batches()?.iter().find(|of| of.id == batch).and_then(|of| of.reverted).map(|at| {
                Message::new("cli-known-reverted").show("batch", batch).show("at", at.format("%Y-%m-%d %H:%M"))
            })
        }
        KnownAt::Moment(_) => None,
    };
    journal.stand_at(point)?;
    Ok(taken_out)
}
