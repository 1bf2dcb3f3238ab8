//! What a row says: typed records, or every reason why not.

pub(in crate::ingest) mod cells;
pub(in crate::ingest) mod contact;
pub(in crate::ingest) mod context;
pub(in crate::ingest) mod dates;
pub(in crate::ingest) mod entry;
pub(in crate::ingest) mod finding;
pub(in crate::ingest) mod record;
pub(in crate::ingest) mod roster;
pub(in crate::ingest) mod swapped;
pub(in crate::ingest) mod twins;
pub(in crate::ingest) mod typing;
