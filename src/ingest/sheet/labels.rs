//! How messages call kinds, fields and words: both languages' names go in, each text takes its own.

use crate::domain::{Arg, Field, Kind, Message, WordList};
use crate::ingest::values::vocabulary;

/// A kind of ledger.
pub fn kind(kind: Kind) -> Message {
    Message::new("ingest-word").with("zh", kind.ledger().chinese).with("id", kind.id())
}

/// A field of a kind.
pub fn field(kind: Kind, field: Field) -> Message {
    Message::new("ingest-word").with("zh", kind.ledger().heading(field)).with("id", field.id())
}

/// A word of a closed list.
pub fn word(chinese: &str, id: &str) -> Message {
    Message::new("ingest-word").with("zh", chinese).with("id", id)
}

/// The words of a closed list.
pub fn words(list: WordList) -> Arg {
    Arg::List(vocabulary::spelled(list).into_iter().map(|(id, chinese)| word(chinese, id).into()).collect())
}

/// A cell's content inside a sentence: one line, and no page of text.
pub fn cell(text: &str) -> String {
    const SHOWN: usize = 40;
    let flat: String = text.trim().chars().map(|c| if c.is_whitespace() { ' ' } else { c }).take(SHOWN + 1).collect();
    match flat.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &flat[..at]),
        None => flat,
    }
}
