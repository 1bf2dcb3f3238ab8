//! `expiring`: whose protection ends soon, and the one act that keeps it.

use crate::cli::books::read::JudgedBooks;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::report::{Ending, ExpiringOf, expiring, expiring_listing};
use anyhow::Result;

#[derive(clap::Args)]
pub struct ExpiringArgs {
    #[arg(long, value_name = "DAYS", default_value_t = 7, hide_default_value = true)]
    days: u32,
    #[arg(long, conflicts_with = "days")]
    past: bool,
    #[arg(long, value_name = "STAFF")]
    staff: Option<String>,
}

/// `expiring`: households whose protection ends soon, the soonest first.
pub fn show_expiring(args: &ExpiringArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    let read = JudgedBooks::of(context, None)?;
    let staff = read.staff(args.staff.as_deref())?;
    let of =
        ExpiringOf { when: if args.past { Ending::Past } else { Ending::Within(args.days) }, staff: staff.as_ref() };
    let rows = expiring(&read.assessment, &read.books, of);
    let as_of = context.as_of();
    read.give(context, &rows, |medium, presenter| expiring_listing(&rows, as_of, of, medium, presenter))
}
