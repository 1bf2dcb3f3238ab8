//! From a file to typed rows.

pub(in crate::ingest) mod read;
pub(in crate::ingest) mod table;
