//! Text as it is stored and as it is meant: encodings, spellings.

pub(in crate::ingest) mod encoding;
pub(in crate::ingest) mod fold;
