//! `revert` and `restore`: takes a batch out, or one file of it, and brings it back; shows first what that changes.

use crate::cli::books::lying::Lying;
use crate::cli::books::rejected::put_away;
use crate::cli::context::desk::{Desk, Outcome};
use crate::cli::context::fault::Said;
use crate::cli::context::workspace::Workspace;
use crate::cli::output::present::{Column, headings, present};
use crate::domain::{Books, Kind, Message};
use crate::journal::{Journal, JournalError, Moved, Taking, Which};
use crate::policy::{Policy, Reading, assess};
use crate::render;
use crate::report::{
    Asked, Cell, Comparison, Form, Group, Listing, Medium, Side, Space, Speaker, compare, comparison_listing,
};
use anyhow::Result;
use serde::Serialize;

#[derive(clap::Args)]
pub struct TakingArgs {
    #[arg(value_name = "BATCH", value_parser = number)]
    batch: u64,
    #[arg(long, value_name = "FILE")]
    file: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    yes: bool,
}

fn number(text: &str) -> Result<u64, Said> {
    text.parse().map_err(|_| Said::new(Message::new("cli-usage-number")))
}

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Out,
    Back,
}

impl Way {
    const fn command(self) -> &'static str {
        match self {
            Way::Out => "revert",
            Way::Back => "restore",
        }
    }
}

/// What is done, or would be.
#[derive(Serialize)]
struct Shown {
    batch: u64,
    file: Option<String>,
    dry_run: bool,
    /// Whether it is done.
    done: bool,
    /// Rows that count no longer.
    out: u64,
    /// Rows that count again.
    back: u64,
    ledgers: Vec<LedgerRow>,
    /// The files that have to come in again, where they lie now.
    again: Vec<Lying>,
    changes: Comparison,
}

#[derive(Serialize)]
struct LedgerRow {
    ledger: Kind,
    out: u64,
    back: u64,
}

impl From<Moved> for LedgerRow {
    fn from(moved: Moved) -> Self {
        LedgerRow { ledger: moved.ledger, out: moved.out, back: moved.back }
    }
}

/// `revert`: takes it out.
pub fn revert(args: &TakingArgs, desk: &mut Desk) -> Result<Outcome> {
    take(Way::Out, args, desk)
}

/// `restore`: brings it back.
pub fn restore(args: &TakingArgs, desk: &mut Desk) -> Result<Outcome> {
    take(Way::Back, args, desk)
}

fn take(way: Way, args: &TakingArgs, desk: &mut Desk) -> Result<Outcome> {
    let workspace = desk.workspace()?;
    let policy = desk.policy(&workspace)?;
    let mut journal = desk.journal(&workspace)?;
    let books = journal.books()?;
    let which = Which { batch: args.batch, file: args.file.clone() };
    let taking = begin(way, &which, &mut journal, desk)?;
    refuse_twice(&taking, &which, desk)?;
    let before = taking.before.clone();
    let shown = shown(args, &taking, (&books, &taking.books()?), &policy, &workspace, desk);
    if args.dry_run {
        drop(taking);
        return show(&shown, way, &policy, &books, desk);
    }
    if args.yes {
        taking.commit()?;
        put_away(&workspace, &journal, desk)?;
        return done(shown, way, &policy, &books, desk);
    }
    // Nobody else shall wait for the journal while somebody thinks.
    drop(taking);
    show(&shown, way, &policy, &books, desk)?;
    if !desk.can_ask() {
        return Err(unasked(way, args, desk).into());
    }
    if !desk.ask(&worded(way, "ask", &shown))? {
        desk.note(&Message::new("cli-taking-not-done"));
        return Ok(Outcome::Done);
    }
    let taking = begin(way, &which, &mut journal, desk)?;
    if taking.before != before {
        return Err(Said::new(Message::new("cli-taking-moved")).remedy(Message::new("cli-taking-moved-remedy")).into());
    }
    taking.commit()?;
    put_away(&workspace, &journal, desk)?;
    desk.note(&worded(way, "done", &shown));
    desk.remark = Some(worded(way, "done", &shown));
    Ok(Outcome::Done)
}

fn begin<'j>(way: Way, which: &Which, journal: &'j mut Journal, desk: &Desk) -> Result<Taking<'j>, JournalError> {
    match way {
        Way::Out => journal.revert(which, desk.env.now),
        Way::Back => journal.restore(which, desk.env.now),
    }
}

/// Rows that came in with another file since must not count twice.
fn refuse_twice(taking: &Taking<'_>, which: &Which, desk: &Desk) -> Result<()> {
    let Some(first) = taking.twice.first() else { return Ok(()) };
    let line = |twice: &crate::journal::Twice| {
        let line = Message::new("cli-restore-twice-line").show("batch", twice.batch).with("file", twice.file.as_str());
        line.with("rows", twice.rows)
    };
    let (batch, file) = (first.batch.to_string(), first.file.as_str());
    let command = desk.call(&["revert", &batch, "--file", file]);
    let said = Said::new(Message::new("cli-restore-twice").show("batch", which.batch));
    let remedy = Message::new("cli-restore-twice-remedy").with("command", command);
    Err(Said { more: taking.twice.iter().map(line).collect(), ..said.remedy(remedy) }.into())
}

/// Where nobody can be asked: what to type.
fn unasked(way: Way, args: &TakingArgs, desk: &Desk) -> Said {
    let batch = args.batch.to_string();
    let mut words = vec![way.command(), &batch];
    words.extend(args.file.iter().flat_map(|file| ["--file", file]));
    words.push("--yes");
    Said::new(Message::new("cli-taking-unasked"))
        .remedy(Message::new("cli-taking-unasked-remedy").with("command", desk.call(&words)))
}

fn shown(
    args: &TakingArgs,
    taking: &Taking<'_>,
    (books, after): (&Books, &Books),
    policy: &Policy,
    workspace: &Workspace,
    desk: &Desk,
) -> Shown {
    let as_of = desk.as_of();
    let reading = Reading { as_of, on: as_of.succ_opt().unwrap_or(as_of) };
    let (was, will) = (assess(books, policy, reading), assess(after, policy, reading));
    let side = |assessment, books| Side { assessment, books, policy };
    Shown {
        batch: args.batch,
        file: args.file.clone(),
        dry_run: args.dry_run,
        done: false,
        out: taking.out(),
        back: taking.back(),
        ledgers: taking.moved.iter().copied().map(LedgerRow::from).collect(),
        again: taking.again.iter().map(|again| Lying::of(again, workspace, desk)).collect(),
        changes: compare(side(&was, books), side(&will, after), Asked::Months),
    }
}

fn done(shown: Shown, way: Way, policy: &Policy, books: &Books, desk: &mut Desk) -> Result<Outcome> {
    let shown = Shown { done: true, ..shown };
    desk.remark = Some(worded(way, "done", &shown));
    show(&shown, way, policy, books, desk)
}

fn show(shown: &Shown, way: Way, policy: &Policy, books: &Books, desk: &mut Desk) -> Result<Outcome> {
    let as_of = desk.as_of();
    let roster = assess(books, policy, Reading { as_of, on: as_of }).roster;
    let json = |_: &Desk| Ok(render::json_object(shown)?);
    present(desk, json, |medium, desk| {
        let reveal = desk.global.reveal;
        let speaker = Speaker { texts: &desk.texts, policy, roster: &roster, reveal, masks: &desk.masks };
        match medium {
            Medium::Page => page(shown, way, &speaker, desk),
            Medium::Sheet => sheet(shown, way, &speaker),
        }
    })?;
    Ok(Outcome::Done)
}

/// What is said of it: whether it would be done, is asked for or is done.
fn worded(way: Way, how: &str, shown: &Shown) -> Message {
    let key = match (way, how) {
        (Way::Out, "ask") => "cli-revert-ask",
        (Way::Out, "done") => "cli-revert-done",
        (Way::Out, _) => "cli-revert-would",
        (Way::Back, "ask") => "cli-restore-ask",
        (Way::Back, "done") => "cli-restore-done",
        (Way::Back, _) => "cli-restore-would",
    };
    let batch = |key| Message { key, args: Vec::new() }.show("batch", shown.batch);
    let what = match &shown.file {
        Some(file) => batch("cli-taking-file").with("file", file.as_str()),
        None => batch("cli-taking-batch"),
    };
    let message = Message { key, args: Vec::new() }.with("what", what).show("batch", shown.batch);
    if how == "ask" { message } else { message.with("rows", if way == Way::Out { shown.out } else { shown.back }) }
}

/// The rows by ledger, then what the reports say otherwise.
fn page(shown: &Shown, way: Way, speaker: &Speaker<'_>, desk: &Desk) -> Listing {
    let title = worded(way, if shown.done { "done" } else { "would" }, shown);
    let listing = comparison_listing(&shown.changes, &title, Medium::Page, speaker);
    let rows = |key, count: fn(&LedgerRow) -> u64| {
        let row = |row: &LedgerRow| {
            let of = Message::new("cli-taking-ledger").with("ledger", speaker.word("kind", row.ledger.id()));
            of.with("rows", count(row))
        };
        let rows: Vec<Message> = shown.ledgers.iter().filter(|row| count(row) > 0).map(row).collect();
        (!rows.is_empty()).then(|| speaker.say(&Message { key, args: Vec::new() }.with("ledgers", rows)))
    };
    let Comparison { owners, tasks, violations, sums } = &shown.changes;
    let is_same = owners.is_empty() && tasks.is_empty() && violations.is_empty() && sums.is_empty();
    let changes = if is_same { vec![speaker.say(&Message::new("cli-taking-same"))] } else { listing.summary };
    let of_ledgers = [rows("cli-taking-out", |row| row.out), rows("cli-taking-back", |row| row.back)];
    let again = shown.again.iter().map(|lying| lying.line(desk));
    let again: Vec<String> = match shown.again.is_empty() {
        true => Vec::new(),
        false => std::iter::once(speaker.say(&Message::new("cli-revert-again"))).chain(again).collect(),
    };
    Listing { summary: of_ledgers.into_iter().flatten().chain(changes).collect(), notes: again, ..listing }
}

const COLUMNS: &[Column] = &[
    ("batch", Form::Number, Space::Whole),
    ("file", Form::Text, Space::Breaks),
    ("ledger", Form::Text, Space::Whole),
    ("out", Form::Number, Space::Whole),
    ("back", Form::Number, Space::Whole),
];

/// The rows by ledger.
fn sheet(shown: &Shown, way: Way, speaker: &Speaker<'_>) -> Listing {
    let row = |row: &LedgerRow| -> Vec<Cell> {
        let counts = [row.out, row.back].map(|count| count.to_string().into());
        let of = [shown.batch.to_string().into(), Cell::maybe(shown.file.as_ref()), row.ledger.id().to_owned().into()];
        of.into_iter().chain(counts).collect()
    };
    Listing {
        title: speaker.say(&worded(way, "would", shown)),
        summary: Vec::new(),
        headings: headings(COLUMNS, Medium::Sheet, speaker.texts),
        groups: vec![Group { title: None, rows: shown.ledgers.iter().map(row).collect() }],
        notes: Vec::new(),
    }
}
