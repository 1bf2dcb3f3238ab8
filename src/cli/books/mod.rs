//! The books as commands read them: whole, about some, with what lies where.

pub(in crate::cli) mod about;
pub(in crate::cli) mod evaluator;
pub(in crate::cli) mod locate;
pub(in crate::cli) mod read;
pub(in crate::cli) mod rejected;
pub(in crate::cli) mod waiting;
