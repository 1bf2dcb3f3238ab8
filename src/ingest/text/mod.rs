pub(in crate::ingest) mod encoding;
pub(in crate::ingest) mod fold;
