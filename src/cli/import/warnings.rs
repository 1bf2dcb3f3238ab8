//! What is odd about rows that were taken, as it is said: by sheet, rows of which the same is said together.

use super::sink::Warning;
use crate::domain::{Arg, Message};

/// So much is said of a sheet; `check` lists all.
const SHOWN: usize = 20;

/// What is said of them, in the order of the sheets.
pub fn said(warnings: &[Warning]) -> Vec<Message> {
    let mut messages = Vec::new();
    for sheet in warnings.chunk_by(|one, other| one.place == other.place) {
        let mut lines: Vec<(&str, Vec<u32>)> = Vec::new();
        for Warning { line, said, .. } in sheet {
            match lines.iter_mut().find(|(of, _)| of == said) {
                Some((_, rows)) => rows.push(*line),
                None => lines.push((said, vec![*line])),
            }
        }
        for (said, rows) in lines.iter().take(SHOWN) {
            let rows: Vec<Arg> = rows.iter().map(|row| row.to_string().into()).collect();
            let message = Message::new("cli-import-warning").with("file", sheet[0].place.as_str());
            messages.push(message.with("row", Arg::List(rows)).with("warnings", *said));
        }
        if lines.len() > SHOWN {
            let more = Message::new("cli-import-warning-more").with("file", sheet[0].place.as_str());
            messages.push(more.with("count", lines.len() - SHOWN));
        }
    }
    messages
}
