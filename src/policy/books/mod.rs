//! What is made of the books before anything is judged: people, order, staff, coverage.

pub(in crate::policy) mod coverage;
pub(in crate::policy) mod events;
pub(in crate::policy) mod identity;
pub(in crate::policy) mod kinship;
pub(in crate::policy) mod roster;
