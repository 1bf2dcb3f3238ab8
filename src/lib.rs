//! Follow-up (回访) for companies that sell at meetings: ledgers in, call lists, owners and fines out.
//!
//! ```text
//! main            exit code
//! cli             clap, anyhow, files, clock, terminal: one file per command family
//! render          rows → table, csv, json; returns bytes
//! report          assessment → plain rows: due, owners, violations, fines
//! files           files of the program's own: private, with names a disk takes
//! templates       blank ledgers as workbooks, in the reader's own columns and words
//! texts           messages → words, one file per language
//! policy · ingest · journal      siblings that do not know each other
//! domain          people, phones, dates, money, events, provenance; no I/O
//! ```
//!
//! Imports point down only; `tests/it/architecture.rs` holds the table.

pub mod cli;
pub mod domain;
pub mod files;
pub mod ingest;
pub mod journal;
pub mod policy;
pub mod render;
pub mod report;
pub mod templates;
pub mod texts;
