//! `demo`: a workspace of a branch that does not exist, its night's work, and what to try with it.

use crate::cli::books::read::JudgedBooks;
use crate::cli::commands::nightly;
use crate::cli::commands::reports::call_list;
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::fault::ReadableError;
use crate::cli::context::settings::Settings;
use crate::cli::context::shell::quoted;
use crate::cli::context::workspace::{Workspace, folder_name};
use crate::cli::output::present::{page, told_apart};
use crate::domain::{Message, month_start};
use crate::policy::Policy;
use crate::render::{self, Format, TablePage};
use crate::report::{
    DueBy, FinesBy, Listing, Medium, Month, Presenter, ViolationsOf, due_listing, fines, fines_listing, violations,
    violations_listing,
};
use anyhow::Result;
use chrono::NaiveDate;
use include_dir::{Dir, include_dir};
use std::path::{Path, PathBuf};

/// The branch's ledgers, carried in the program so that an installed one has them too.
static LEDGERS: Dir = include_dir!("$CARGO_MANIFEST_DIR/examples/meeting-sales");

/// The preset they are judged by.
const PRESET: &str = "meeting-sales";

/// The evening they end on.
const LAST_EVENING: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 10, 30);

/// How many lines a long list may take, so that its end and what follows are seen.
const SCREEN: usize = 22;

#[derive(clap::Args)]
pub struct DemoArgs {
    #[arg(value_name = "DIR", default_value = "huifang-demo", hide_default_value = true)]
    dir: PathBuf,
}

/// Makes the workspace, does the night's work there, and shows what comes of it.
pub fn demo(args: &DemoArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    if context.format()? != Format::Table {
        return Err(ReadableError::usage(Message::new("cli-demo-format"))
            .remedy(Message::new("cli-demo-format-remedy"))
            .into());
    }
    let root = context.path(&args.dir);
    context.global.as_of = context.global.as_of.or(LAST_EVENING);
    let calls = Calls::of(&args.dir, context);
    refuse_what_is_there(&root, args, &calls)?;
    crate::files::create_folder(&root).map_err(|error| ReadableError::io(&root, &error))?;
    let policy = Policy::preset_written(PRESET, context.texts.lang()).unwrap_or_default();
    let settings = Settings::written(PRESET, &folder_name(&root), &context.texts);
    let workspace = Workspace::create(&root, &settings, &policy, context.patience())?;
    LEDGERS.extract(workspace.inbox()).map_err(|error| ReadableError::io(&workspace.inbox(), &error))?;
    context.global.workspace = Some(args.dir.clone());
    let worked = nightly::work(context)?;
    let (files, rows) = worked.taken_in();
    let done = Message::new("cli-demo-done").show("folder", args.dir.display()).show("as_of", context.as_of());
    let done = context.texts.say(&done.with("files", files).with("rows", rows));
    let shown = [vec![format!("{done}\n")], lists(&worked.read, &calls, context), vec![next(&calls, context)]].concat();
    context.show(shown.join("\n").as_bytes())?;
    Ok(CommandOutcome::Done)
}

/// Nothing is put into a folder that holds something already.
fn refuse_what_is_there(root: &Path, args: &DemoArgs, calls: &Calls) -> Result<()> {
    let folder = |key| Message { key, args: Vec::new() }.show("folder", args.dir.display());
    if Workspace::is_one(root) {
        let remedy = folder("cli-demo-made-remedy").with("command", calls.call("due"));
        return Err(ReadableError::new(folder("cli-demo-made")).remedy(remedy).into());
    }
    match std::fs::read_dir(root).map(|mut entries| entries.next().is_none()) {
        Ok(false) => {
            let remedy = Message::new("cli-demo-not-empty-remedy").show("program", &calls.program);
            Err(ReadableError::new(folder("cli-demo-not-empty")).remedy(remedy).into())
        }
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(ReadableError::io(root, &error).into()),
        _ => Ok(()),
    }
}

/// The call list and the month's violations, shortened, and the month's fines.
fn lists(read: &JudgedBooks, calls: &Calls, context: &mut CommandContext) -> Vec<String> {
    let JudgedBooks { policy, books, assessment } = read;
    let reading = assessment.reading;
    let month = Month::of(reading.as_of);
    let first = month_start(reading.as_of);
    let of = ViolationsOf { from: Some(first), ..ViolationsOf::default() };
    let tasks = call_list(read, None, Medium::Page);
    let sums = fines(assessment, &policy.sanctions, month, FinesBy::Staff);
    let page = page(context);
    let mut told =
        |listing: &dyn Fn(&Presenter<'_>) -> Listing| told_apart(context, |context| listing(&read.presenter(context)));
    let due = told(&|presenter| due_listing(&tasks, DueBy::Staff, Medium::Page, presenter));
    let breaches = told(&|presenter| {
        violations_listing(&violations(assessment, books, of, presenter), reading.as_of, of, Medium::Page, presenter)
    });
    let sums = told(&|presenter| fines_listing(&sums, reading.as_of, month, FinesBy::Staff, Medium::Page, presenter));
    let shortened = |listing: Listing, command: &str| {
        let (listing, hidden) = shortened(listing, page);
        let text = text(&listing, page);
        match hidden {
            0 => text,
            _ => {
                let more = context.texts.say(&Message::new("cli-demo-more").with("count", hidden));
                format!("{text}\n{more}\n    {}\n", calls.call(command))
            }
        }
    };
    vec![shortened(due, "due"), shortened(breaches, &format!("violations --from {first}")), text(&sums, page)]
}

/// The first rows, as many as a screen takes on that page, and how many are left out.
fn shortened(listing: Listing, page: TablePage) -> (Listing, usize) {
    let all: usize = listing.groups.iter().map(|group| group.rows.len()).sum();
    let first = |count: usize| {
        let mut listing = listing.clone();
        listing.keep_first(count);
        listing
    };
    let fits = |count: &usize| text(&first(*count), page).lines().count() <= SCREEN;
    let count = (1..=all).take_while(fits).last().unwrap_or(all.min(1));
    (first(count), all - count)
}

fn text(listing: &Listing, page: TablePage) -> String {
    String::from_utf8_lossy(&render::table(listing, page)).into_owned()
}

/// What to try, for each who works with it.
fn next(calls: &Calls, context: &CommandContext) -> String {
    let mut lines = vec![context.texts.get("cli-demo-next")];
    for (who, command) in [
        ("cli-demo-clerk", "status"),
        ("cli-demo-clerk-check", "check"),
        ("cli-demo-supervisor", "owners --status open"),
        ("cli-demo-supervisor-staff", "due --staff 1002"),
        ("cli-demo-hr", "violations --status suspected"),
    ] {
        let said = context.texts.say(&Message { key: who, args: Vec::new() });
        lines.push(format!("  {said}\n    {}", calls.call(command)));
    }
    format!("{}\n", lines.join("\n"))
}

/// Commands as they can be typed after this one.
struct Calls {
    /// The program as it was called: it may not be on the path.
    program: String,
    folder: String,
    as_of: NaiveDate,
}

impl Calls {
    fn of(dir: &Path, context: &CommandContext) -> Calls {
        let program =
            context.env.args.first().map_or("huifang".into(), |program| program.to_string_lossy().into_owned());
        Calls { program: quoted(&program), folder: quoted(dir), as_of: context.as_of() }
    }

    fn call(&self, command: &str) -> String {
        format!("{} -C {} {command} --as-of {}", self.program, self.folder, self.as_of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_evening_is_that_of_the_newest_ledger() {
        let months = LEDGERS.dirs().flat_map(Dir::files);
        let newest = months.filter_map(|file| file.path().file_name()?.to_str()?.get(..10)).max();
        assert_eq!(newest.map(str::to_owned), LAST_EVENING.map(|day| day.to_string()));
    }
}
