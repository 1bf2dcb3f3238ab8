//! Explanations: whoever has read only one can say whose the household is and why.

#![allow(clippy::unwrap_used, clippy::panic)]

mod asked;
mod example;
mod laws;
mod shown;
mod stage;
