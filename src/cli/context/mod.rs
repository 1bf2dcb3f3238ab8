//! What every command works at: its options, the workspace with its settings, streams, the clock, errors.

pub(in crate::cli) mod ask;
pub(in crate::cli) mod choice;
pub(in crate::cli) mod command;
pub(in crate::cli) mod dates;
pub(in crate::cli) mod env;
pub(in crate::cli) mod fault;
pub(in crate::cli) mod in_force;
pub(in crate::cli) mod interrupt;
pub(in crate::cli) mod known;
pub(in crate::cli) mod language;
pub(in crate::cli) mod options;
pub(in crate::cli) mod pager;
pub(in crate::cli) mod place;
pub(in crate::cli) mod progress;
pub(in crate::cli) mod settings;
pub(in crate::cli) mod shell;
pub(in crate::cli) mod words;
pub(in crate::cli) mod workspace;
pub(in crate::cli) mod written;
