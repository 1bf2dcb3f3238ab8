//! `finding`: what a manager has found (处理意见), put into the journal without a ledger.

use crate::cli::commands::import::{ImportRequest, decided, settings, violations_of};
use crate::cli::context::command::{CommandContext, CommandOutcome};
use crate::cli::context::fault::ReadableError;
use crate::cli::output::answer::Answer;
use crate::cli::output::present::present;
use crate::domain::{Books, Fact, Field, Kind, Message, Record, TYPED_IN, Verdict};
use crate::ingest::{ReadRow, StaffFinder, TypedEntry, read_entry};
use crate::journal::{Import, Origin, RowOutcome};
use crate::policy::{Policy, Violation};
use crate::report::{EnteredFinding, Presenter, Records, entered_listing};
use anyhow::Result;
use clap::Subcommand;
use std::collections::BTreeMap;

#[derive(clap::Args)]
#[command(subcommand_required = true, arg_required_else_help = true, disable_help_subcommand = true)]
pub struct FindingArgs {
    #[command(subcommand)]
    command: FindingCommand,
}

#[derive(Subcommand)]
enum FindingCommand {
    Add(Box<AddArgs>),
}

#[derive(clap::Args)]
struct AddArgs {
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
    #[arg(long, value_name = "ID")]
    violation: Option<String>,
    #[arg(long, value_name = "VERDICT")]
    verdict: Option<String>,
    #[arg(long, value_name = "STAFF")]
    staff: Option<String>,
    #[arg(long, value_name = "OFFENCE")]
    offence: Option<String>,
    #[arg(long, value_name = "STAFF")]
    concerning: Option<String>,
    #[arg(long, value_name = "PHONE")]
    phone: Option<String>,
    #[arg(long, value_name = "COUNT")]
    customers: Option<String>,
    #[arg(long, value_name = "COUNT")]
    boxes: Option<String>,
    #[arg(long, value_name = "AMOUNT")]
    amount: Option<String>,
    #[arg(long)]
    severe: bool,
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[arg(long)]
    again: bool,
    #[arg(long)]
    dry_run: bool,
}

impl FindingArgs {
    /// Whether it only says what it would do.
    pub fn is_dry_run(&self) -> bool {
        match &self.command {
            FindingCommand::Add(args) => args.dry_run,
        }
    }
}

/// Hands each of its commands to its function.
pub fn finding(args: &FindingArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    match &args.command {
        FindingCommand::Add(args) => add(args, context),
    }
}

/// Adds a row of the finding ledger as a batch of its own, checked as a row of a sheet is.
fn add(args: &AddArgs, context: &mut CommandContext) -> Result<CommandOutcome> {
    let workspace = context.workspace()?;
    let policy = workspace.policy()?;
    let mut journal = context.journal(&workspace)?;
    let mut import = journal.begin(context.env.now, &context.asked())?;
    let named = match &args.violation {
        Some(id) => Some(violation(id, &import.books()?, &policy, context)?),
        None => None,
    };
    let typed = typed(args, named.as_ref(), context);
    let ReadRow { cells, outcome, warnings, .. } = {
        let mut roster = StaffFinder::default();
        import.roster(&[])?.iter().for_each(|row| roster.add(row));
        read_entry(Kind::Finding, &typed, &settings(&ImportRequest::default(), &policy, context.as_of()), &roster)
    };
    let record = outcome.map_err(|problems| ReadableError {
        more: problems,
        ..ReadableError::new(Message::new("cli-finding-refused"))
    })?;
    let added = put(&mut import, &typed, &cells, &record, &warnings)?;
    // The very same finding once more changes nothing and needs no asking.
    if added != RowOutcome::Duplicate
        && !args.again
        && let Some(said) = named.as_ref().and_then(decided)
    {
        return Err(ReadableError::new(said).remedy(Message::new("cli-finding-decided-remedy")).into());
    }
    let mut entered = EnteredFinding {
        batch: None,
        dry_run: args.dry_run,
        duplicate: added == RowOutcome::Duplicate,
        finding: record,
    };
    if !entered.duplicate && !args.dry_run {
        if let Some(text) = workspace.policy_text_of(&policy) {
            import.keep_policy(&policy.digest(), &text, context.env.now)?;
        }
        let batch = import.batch();
        import.commit()?;
        entered.batch = Some(batch);
        context.remark = Some(Message::new("cli-finding-done").show("batch", batch));
    }
    warnings.iter().for_each(|warning| context.note(warning));
    if args.by.is_none() && !entered.duplicate {
        context.note(&Message::new("cli-finding-nobody"));
    }
    let is_same = matches!(&entered.finding.fact, Fact::Finding(finding)
        if finding.verdict == Some(Verdict::Adjust) && finding.amount.is_none());
    if is_same {
        context.note(&Message::new("cli-finding-no-amount"));
    }
    // Staff stand there as they were typed.
    let nobody = BTreeMap::new();
    let listing = |medium, context: &CommandContext| {
        let (texts, reveal, masks) = (&context.texts, context.global.reveal, &context.masks);
        let presenter = Presenter { texts, policy: &policy, roster: &nobody, reveal, masks };
        entered_listing(&entered, medium, &presenter)
    };
    present(context, &Answer::listing(|_| Records::one(&entered), listing))?;
    Ok(CommandOutcome::Done)
}

/// The violation somebody names; its id may be typed in small letters.
fn violation(id: &str, books: &Books, policy: &Policy, context: &CommandContext) -> Result<Violation> {
    let asked = id.trim().to_uppercase();
    let found = violations_of(books, policy, context.as_of()).into_iter().find(|violation| violation.id == asked);
    Ok(found.ok_or_else(|| ReadableError::new(Message::new("cli-import-no-violation").with("id", id)))?)
}

/// The fields as they were typed. What is not typed of a violation named is its own; the day is the as-of day.
fn typed(args: &AddArgs, named: Option<&Violation>, context: &CommandContext) -> Vec<TypedEntry> {
    let staff = named.and_then(|named| named.staff.as_ref()).map(ToString::to_string);
    let offence = named.map(|named| named.offence.to_string());
    let fields = [
        (Field::At, "--at", Some(args.at.clone().unwrap_or_else(|| context.as_of().to_string()))),
        (Field::Staff, "--staff", args.staff.clone().or(staff)),
        (Field::Offence, "--offence", args.offence.clone().or(offence)),
        (Field::Concerning, "--concerning", args.concerning.clone()),
        (Field::Phone, "--phone", args.phone.clone()),
        (Field::Customers, "--customers", args.customers.clone()),
        (Field::Boxes, "--boxes", args.boxes.clone()),
        (Field::Amount, "--amount", args.amount.clone()),
        (Field::Severe, "--severe", args.severe.then(|| "1".to_owned())),
        (Field::Violation, "--violation", named.map(|named| named.id.clone())),
        (Field::Verdict, "--verdict", args.verdict.clone()),
        (Field::DecidedBy, "--by", args.by.clone()),
        (Field::Note, "--note", args.note.clone()),
    ];
    let typed = |(field, called, text): (Field, &str, Option<String>)| TypedEntry {
        field,
        called: called.to_owned(),
        text: text.unwrap_or_default(),
    };
    fields.map(typed).into()
}

fn put(
    import: &mut Import<'_>,
    typed: &[TypedEntry],
    cells: &[String],
    record: &Record,
    said: &[Message],
) -> Result<RowOutcome> {
    let hash = *blake3::hash(cells.join("\u{1f}").as_bytes()).as_bytes();
    import.file(Origin { file: TYPED_IN.to_owned(), path: TYPED_IN.to_owned(), hash }, false)?;
    let fields: Vec<String> = typed.iter().map(|typed| typed.field.id().to_owned()).collect();
    let sheet = import.sheet(None, Kind::Finding, &fields)?;
    Ok(import.row(sheet, 1, record, cells, said)?)
}
