//! `due`, `owners`, `violations`, `fines`: what the house's rules make of its books on a day.

use crate::cli::books::evaluator::Evaluator;
use crate::cli::books::read::JudgedBooks;
use crate::cli::commands::call_sheets::write_call_sheets;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::dates::{day, month};
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::domain::StaffId;
use crate::policy::{Calls, Certainty, HouseholdStatus, Policy};
use crate::report::{
    CallList, DueBy, Ending, ExpiringOf, FinesBy, Medium, Month, OwnersOf, Presenter, Records, ViolationsOf, due,
    due_listing, expiring, fines, fines_listing, history_listing, lags, left, owners_history, owners_list,
    owners_listing, violations, violations_listing, written_listing,
};
use anyhow::Result;
use chrono::NaiveDate;
use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct DueArgs {
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<NaiveDate>,
    #[arg(long, value_name = "BY")]
    by: Option<TasksBy>,
    #[arg(long, value_name = "STAFF")]
    staff: Option<String>,
    #[arg(long)]
    all: bool,
    #[arg(long, value_name = "DIR")]
    sheets: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum TasksBy {
    Staff,
    Department,
    Task,
}

#[derive(clap::Args)]
pub struct OwnersArgs {
    #[arg(long, value_name = "STATUS", value_parser = standing())]
    status: Option<(HouseholdStatus, bool)>,
    #[arg(long, value_name = "STAFF")]
    staff: Option<String>,
    #[arg(long)]
    history: bool,
}

#[derive(clap::Args)]
pub struct ViolationsArgs {
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    to: Option<NaiveDate>,
    #[arg(long, value_name = "STATUS", value_parser = one_of(Certainty::ALL, Certainty::id))]
    status: Option<Certainty>,
    #[arg(long, value_name = "STAFF")]
    staff: Option<String>,
}

#[derive(clap::Args)]
pub struct FinesArgs {
    #[arg(long, value_name = "MONTH", value_parser = month)]
    month: Option<Month>,
    #[arg(long, value_name = "BY")]
    by: Option<SumsBy>,
}

#[derive(Clone, Copy, ValueEnum)]
enum SumsBy {
    Staff,
    Department,
}

/// A word of a closed list, by its id.
fn one_of<T: Copy + Send + Sync + 'static, const N: usize>(
    all: [T; N],
    id: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.map(id))
        .try_map(move |asked| all.into_iter().find(|one| id(*one) == asked).ok_or(asked))
}

/// A status of a household, and whether only those are meant whose protection is over.
fn standing() -> impl TypedValueParser<Value = (HouseholdStatus, bool)> {
    const PAST: &str = "owned-past";
    PossibleValuesParser::new(HouseholdStatus::ALL.map(HouseholdStatus::id).into_iter().chain([PAST])).try_map(
        |asked| {
            let past = (asked == PAST).then_some((HouseholdStatus::Owned, true));
            let of = HouseholdStatus::ALL.into_iter().find(|status| status.id() == asked).map(|status| (status, false));
            past.or(of).ok_or(asked)
        },
    )
}

/// `due`: the call list (明日应办清单).
pub fn show_due(args: &DueArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    let reading = match args.all {
        true => JudgedBooks::by(context, args.on, |policy| Policy {
            calls: Calls { overdue_days: NEVER_AGED },
            ..policy.clone()
        })?,
        false => JudgedBooks::of(context, args.on)?,
    };
    let staff = reading.staff(args.staff.as_deref())?;
    let rows = due(&reading.assessment, &reading.books, staff.as_ref());
    let by = match args.by {
        None | Some(TasksBy::Staff) => DueBy::Staff,
        Some(TasksBy::Department) => DueBy::Department,
        Some(TasksBy::Task) => DueBy::Task,
    };
    reading.give_out(context);
    if let Some(folder) = &args.sheets {
        let on = reading.assessment.reading.on;
        let shown = folder.display().to_string();
        let path = context.path(folder);
        let written = write_call_sheets(&reading, &rows, matches!(by, DueBy::Department), &path, context)?;
        context.stamp = None;
        let listing = |medium, context: &CommandContext| written_listing(&written, &shown, on, medium, &context.texts);
        present(context, &Answer::listing(|_| Records::rows(&written), listing))?;
        return Ok(CommandOutcome::Done);
    }
    reading.give(context, &rows, |medium, presenter| {
        due_listing(&call_list(&reading, staff.as_ref(), medium), by, medium, presenter)
    })
}

/// So many days a list carries what is overdue where nothing is to age out of it: a hundred years.
const NEVER_AGED: u32 = 36_525;

/// So many days before its end a protection stands on the call list.
const ENDS_SOON: u32 = 3;

/// The call list of the day, of everybody or of one person, with what has to be said with it; what left it since the day
/// before only on a page, for that takes judging the books twice more.
pub fn call_list<'a>(read: &JudgedBooks, staff: Option<&'a StaffId>, medium: Medium) -> CallList<'a> {
    let JudgedBooks { policy, books, assessment } = read;
    let on = assessment.reading.on;
    let rows = due(assessment, books, staff);
    let today = read.evaluator(policy);
    let is_asked = medium != Medium::Sheet && policy.calls.overdue_days < NEVER_AGED;
    let left = today.day_before().filter(|_| is_asked).map(|before| {
        let tasks = |evaluator: Evaluator<'_>| evaluator.assess(books).tasks;
        let (then, open) = std::thread::scope(|scope| {
            let then = scope.spawn(|| tasks(before));
            // The list of the day before, by what is known today.
            let open = tasks(today.for_list(on.pred_opt()));
            (then.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), open)
        });
        left(&then, &open, assessment, policy, staff)
    });
    CallList {
        expiring: expiring(assessment, books, ExpiringOf { when: Ending::Within(ENDS_SOON), staff }),
        lags: lags(&rows, assessment, books, policy),
        left,
        rows,
        reading: assessment.reading,
        staff,
    }
}

/// `owners`: who owns which household.
pub fn show_owners(args: &OwnersArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    let reading = JudgedBooks::of(context, None)?;
    let staff = reading.staff(args.staff.as_deref())?;
    let (status, past) = args.status.unzip();
    let of = OwnersOf { status, past: past.unwrap_or_default(), staff: staff.as_ref() };
    let as_of = context.as_of();
    if args.history {
        let rows = owners_history(&reading.assessment, &reading.books, of);
        return reading.give(context, &rows, |medium, presenter| history_listing(&rows, as_of, of, medium, presenter));
    }
    let list = owners_list(&reading.assessment, &reading.books, of);
    reading.give(context, &list.rows, |medium, presenter| owners_listing(&list, medium, presenter))
}

/// `violations`: who did what against which clause (违规台账).
pub fn show_violations(args: &ViolationsArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    let reading = JudgedBooks::of(context, None)?;
    let staff = reading.staff(args.staff.as_deref())?;
    let of = ViolationsOf { from: args.from, to: args.to, status: args.status, staff: staff.as_ref() };
    let rows = |presenter: &Presenter<'_>| violations(&reading.assessment, &reading.books, of, presenter);
    let as_of = context.as_of();
    let listing =
        |medium, presenter: &Presenter<'_>| violations_listing(&rows(presenter), as_of, of, medium, presenter);
    reading.tell(context, rows, listing)
}

/// `fines`: a month's sums (处理汇总表).
pub fn show_fines(args: &FinesArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    let reading = JudgedBooks::of(context, None)?;
    let as_of = context.as_of();
    let month = args.month.unwrap_or(Month::of(as_of));
    let by = match args.by {
        None | Some(SumsBy::Staff) => FinesBy::Staff,
        Some(SumsBy::Department) => FinesBy::Department,
    };
    let rows = fines(&reading.assessment, &reading.policy.sanctions, month, by);
    reading.give(context, &rows, |medium, presenter| fines_listing(&rows, as_of, month, by, medium, presenter))
}
