pub(in crate::ingest) mod pages;
pub(in crate::ingest) mod rejects;
pub(in crate::ingest) mod unwritten;
