//! Follow-up (回访) for companies that sell at meetings: ledgers in, call lists, owners and fines out.
//!
//! ```text
//! main            exit code
//! cli             clap, anyhow, files, clock, terminal, locks: one file per command family
//! render          reports → table, csv, xlsx, json, html: one trait, a file a format; returns bytes
//! report          assessment → plain rows: due, owners, violations, fines, explanations, disputes
//! templates       blank ledgers as workbooks, in the columns and words of ingest
//! texts           messages → words, one set of files per language
//! policy · ingest · journal      siblings that do not know each other
//! files           files as the program makes them: read by their owner only, with names a disk takes
//! domain          people, phones, dates, money, ledger rows, provenance; no I/O
//! ```
//!
//! Imports point down only; `tests/it/architecture.rs` holds the table. `docs/how-it-decides.md` says what the engine makes of the
//! books.

#![warn(missing_docs)]

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
