//! A policy file, from text to the checked [`Policy`]: what is written, and what is wrong with it.

mod answerable;
mod check;
mod error;
mod plain;
mod raw;
mod read;
mod slip;
mod written;

pub use error::{PolicyError, PolicyFault};
pub use plain::read_plain;
