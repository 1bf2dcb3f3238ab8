//! The commands, a file or a folder for each family.

mod call_sheets;
pub(in crate::cli) mod changes;
pub(in crate::cli) mod check;
pub(in crate::cli) mod completions;
pub(in crate::cli) mod demo;
pub(in crate::cli) mod disputes;
pub(in crate::cli) mod expiring;
pub(in crate::cli) mod explain;
pub(in crate::cli) mod finding;
pub(in crate::cli) mod help;
pub(in crate::cli) mod history;
pub(in crate::cli) mod home;
pub(in crate::cli) mod import;
pub(in crate::cli) mod init;
pub(in crate::cli) mod nightly;
pub(in crate::cli) mod policy;
pub(in crate::cli) mod reports;
pub(in crate::cli) mod starters;
pub(in crate::cli) mod status;
pub(in crate::cli) mod strays;
pub(in crate::cli) mod taking;
pub(in crate::cli) mod templates;
pub(in crate::cli) mod twins;
pub(in crate::cli) mod verify;
pub(in crate::cli) mod what_if;
