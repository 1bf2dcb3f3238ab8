//! Where rows come from.

/// A file that rows come from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Its name, without its folder.
    pub file: String,
    /// Where it lay.
    pub path: String,
    /// The digest of its bytes (BLAKE3).
    pub hash: [u8; 32],
}
