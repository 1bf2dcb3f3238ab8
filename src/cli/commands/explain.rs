//! `explain`: why a household is whose it is, how a violation was come to, or why something is on the call list.

use crate::cli::books::about::phones_of_name;
use crate::cli::books::locate::{ExplainQuery, ExplainSubject, is_found, locate};
use crate::cli::books::read::JudgedBooks;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::policy::kinship;
use crate::report::{
    Narrative, Presenter, Records, explain_household, explain_task, explain_violation, household_page, task_page,
    violation_page,
};
use anyhow::Result;
use serde::Serialize;

#[derive(clap::Args)]
pub struct ExplainArgs {
    #[arg(value_name = "WHO")]
    who: String,
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    nth: Option<u32>,
}

/// Explains what was asked for; where a name is borne in several households, lists them to choose from.
pub fn explain(args: &ExplainArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    let asked = ExplainQuery::read(&args.who);
    if let ExplainQuery::Phone(phone) = &asked {
        // As reports write it, so that the page can be made again from its closing line.
        context.request.iter_mut().filter(|word| **word == args.who).for_each(|word| *word = phone.to_string());
    }
    let read = read_for(&asked, context)?;
    match locate(&asked, args.nth, &read, context)? {
        ExplainSubject::Household(household) => {
            let kinship = kinship(&read.books);
            let explain = |presenter: &Presenter<'_>| {
                explain_household(household, &read.assessment, &read.books, &kinship, presenter)
            };
            give(context, &read, explain, household_page)
        }
        ExplainSubject::Violation(violation) => {
            let explain =
                |presenter: &Presenter<'_>| explain_violation(violation, &read.assessment, &read.books, presenter);
            give(context, &read, explain, violation_page)
        }
        ExplainSubject::Task(task) => {
            let explain = |presenter: &Presenter<'_>| explain_task(task, &read.assessment, &read.books, presenter);
            give(context, &read, explain, task_page)
        }
    }
}

/// As much of the books as the answer depends on; all of them where nobody is found, to see who is near.
fn read_for(asked: &ExplainQuery, context: &mut CommandContext) -> Result<JudgedBooks> {
    let phones = match asked {
        ExplainQuery::Violation(_) | ExplainQuery::Task(_) | ExplainQuery::Masked(_) => {
            return JudgedBooks::of(context, None);
        }
        ExplainQuery::Phone(phone) => vec![phone.clone()],
        ExplainQuery::Name(name) => phones_of_name(context, name)?,
    };
    let part = JudgedBooks::about(context, &phones)?;
    if is_found(asked, &part) { Ok(part) } else { JudgedBooks::of(context, None) }
}

/// Gives an explanation out.
fn give<T: Serialize>(
    context: &mut CommandContext,
    read: &JudgedBooks,
    explain: impl Fn(&Presenter<'_>) -> T,
    tell: impl Fn(&T, &Presenter<'_>) -> Narrative,
) -> Result<CommandOutcome> {
    let records = |context: &CommandContext| Records::one(&explain(&read.presenter(context)));
    let told = |context: &CommandContext| {
        let presenter = read.presenter(context);
        tell(&explain(&presenter), &presenter)
    };
    present(context, &Answer::narrative(records, told))?;
    Ok(CommandOutcome::Done)
}
