//! One of two judgements that are compared.

use crate::domain::Books;
use crate::policy::{Assessment, Policy};

/// One of the two: what was concluded, from which books, by which policy.
#[derive(Clone, Copy)]
pub struct ComparedSide<'a> {
    /// What was concluded.
    pub assessment: &'a Assessment,
    /// The rows it was concluded from.
    pub books: &'a Books,
    /// The rules it was concluded by.
    pub policy: &'a Policy,
}

/// Whether something came, went, or is there in both and differs.
pub const fn change(before: bool, after: bool) -> &'static str {
    match (before, after) {
        (false, _) => "came",
        (true, false) => "went",
        (true, true) => "changed",
    }
}
