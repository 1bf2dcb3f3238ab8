//! Every test of the program from outside, in one program: one link, one place to add to.

mod agreed;
mod architecture;
#[path = "../../examples/meeting_sales/branch/mod.rs"]
mod branch;
mod call_sheets;
mod cases;
mod clerk;
mod cli_again;
mod cli_check;
mod cli_clocks;
mod cli_company;
mod cli_files;
mod cli_finding;
mod cli_first_day;
mod cli_frame;
mod cli_history;
mod cli_import;
mod cli_killed;
mod cli_nightly;
mod cli_policy;
mod cli_rejects;
mod cli_rights;
mod cli_roster;
mod cli_taking;
mod cli_tasks;
#[cfg(unix)]
mod cli_terminal;
mod cli_words;
mod demo;
mod example;
mod explain;
mod faults;
mod formats;
mod fuzzed;
mod golden;
mod help_examples;
mod ingest;
mod ingest_damaged;
mod laws;
mod lists;
mod page_width;
mod policy_terms;
mod policy_triggers;
mod readme;
mod reasons;
mod report;
mod report_commands;
mod rewritten;
mod robust;
mod small_books;
mod templates;
#[cfg(unix)]
mod terminal;
mod week;
mod workbooks;
