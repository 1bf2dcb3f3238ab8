//! Explanations: whoever has read only one can say whose the household is and why.

#![allow(clippy::unwrap_used, clippy::panic)]
#[path = "../laws/books.rs"]
#[allow(dead_code)]
mod books;
#[path = "../clerk/mod.rs"]
mod clerk;

mod asked;
mod example;
mod golden;
mod laws;
mod shown;
mod stage;
