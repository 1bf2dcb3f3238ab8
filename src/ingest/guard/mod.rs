//! What a file is by its content, and what stands between damaged or hostile files and their readers.

pub(in crate::ingest) mod archive;
pub(in crate::ingest) mod biff;
pub(in crate::ingest) mod compound;
pub(in crate::ingest) mod locked;
pub(in crate::ingest) mod markup;
pub(in crate::ingest) mod opendocument;
pub(in crate::ingest) mod paper;
pub(in crate::ingest) mod shield;
pub(in crate::ingest) mod sniff;
pub(in crate::ingest) mod stored;
pub(in crate::ingest) mod watch;
