//! What equal rows are found by.

/// The first half of the digest of a row's kind and content: equal rows have equal keys.
pub type RowKey = [u8; 16];
