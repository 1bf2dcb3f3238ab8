//! Where the tables of a sheet are, of which ledger, and what their columns are.

pub(in crate::ingest) mod added;
pub(in crate::ingest) mod columns;
pub(in crate::ingest) mod detect;
pub(in crate::ingest) mod headings;
pub(in crate::ingest) mod labels;
pub(in crate::ingest) mod layout;
pub(in crate::ingest) mod personnel;
