//! The reports as they leave the program: rows for programs, pages and sheets for people, in both languages.

#![allow(clippy::unwrap_used, clippy::panic)]
pub mod books;
mod golden;
mod order;
mod rows;
mod shown;
