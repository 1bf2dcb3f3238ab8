//! What is odd about rows that were taken, as it is said on the screen.

use super::outcome::RowReason;
use crate::domain::{Arg, Message};

/// So much is said of a sheet; `check` lists all.
const SHOWN: usize = 20;

/// What is said of the rows of a sheet.
pub fn said(place: &str, odd: &[RowReason]) -> Vec<Message> {
    let line = |reason: &RowReason| {
        let rows: Vec<Arg> = reason.rows.iter().map(|row| row.to_string().into()).collect();
        let message = Message::new("cli-import-warning").with("file", place);
        message.with("row", Arg::List(rows)).with("warnings", reason.why.as_str())
    };
    let more = (odd.len() > SHOWN)
        .then(|| Message::new("cli-import-warning-more").with("file", place).with("count", odd.len() - SHOWN));
    odd.iter().take(SHOWN).map(line).chain(more).collect()
}
