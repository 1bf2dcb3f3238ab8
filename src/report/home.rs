//! How things stand in a workspace, and what to do next.

use super::{LedgerStatus, Listing};
use crate::domain::Message;
use crate::texts::Texts;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Serialize, Serializer};
use std::fmt;

/// How things stand in a workspace.
#[derive(Debug, Clone, Serialize)]
pub struct WorkspaceState {
    /// The house.
    pub name: String,
    /// The folder.
    pub workspace: String,
    /// The day it stands so.
    pub as_of: NaiveDate,
    /// None: nothing counts in the journal yet.
    pub last_batch: Option<LastNight>,
    /// The files that wait in the inbox, those that are held left out.
    pub inbox: Vec<String>,
    /// The files that are held until somebody says what becomes of them.
    pub held: Vec<String>,
    /// Of the first of them the commands that settle it.
    pub settle: Vec<HeldChoice>,
    /// The files of rejected rows that wait to be corrected.
    pub rejects: Vec<String>,
    /// How many rows that is.
    pub rejected: usize,
    /// Ledgers that obligations are judged by and that end more than a day before the as-of day.
    pub behind: Vec<LedgerStatus>,
    /// Whether any of these ledgers has come in at all.
    pub judged: bool,
    /// None: nothing counts in the journal yet.
    pub tomorrow: Option<TomorrowCounts>,
    /// The command to go on with.
    pub next: String,
}

/// What settles a file that is held: it takes the earlier one's place, or stands beside it.
#[derive(Debug, Clone, Serialize)]
pub struct HeldChoice {
    /// The command that puts it in the place of the earlier one.
    pub replace: String,
    /// The command that puts it beside the earlier one.
    pub add: String,
}

/// The newest batch that counts.
#[derive(Debug, Clone, Serialize)]
pub struct LastNight {
    /// Its number.
    pub batch: u64,
    /// When it was imported.
    pub at: ToTheMinute,
    /// How many rows were new with it.
    pub added: u64,
}

/// The call list of the next day, in numbers.
#[derive(Debug, Clone, Serialize)]
pub struct TomorrowCounts {
    /// The day called on.
    pub day: NaiveDate,
    /// Tasks whose deadline is past.
    pub overdue: usize,
    /// Tasks to be done by then.
    pub due: usize,
    /// Tasks that can be done already.
    pub upcoming: usize,
}

/// When something was done, to the minute, in the time zone of the machine that did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToTheMinute(pub NaiveDateTime);

impl fmt::Display for ToTheMinute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d %H:%M"))
    }
}

impl Serialize for ToTheMinute {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// Files wait in the inbox.
    TakeIn,
    /// A file is held.
    Settle,
    /// Rejected rows wait to be corrected.
    Correct,
    /// Nothing has come in yet.
    Begin,
    /// Ledgers are not kept up.
    CatchUp,
    /// All is in: the call list.
    Call,
}

impl NextStep {
    /// The command to go on with.
    pub const fn command(self) -> &'static str {
        match self {
            NextStep::TakeIn | NextStep::Begin => "nightly",
            NextStep::Settle | NextStep::Correct | NextStep::CatchUp => "status",
            NextStep::Call => "due",
        }
    }

    /// The key of the sentence that says why.
    const fn why(self) -> &'static str {
        match self {
            NextStep::TakeIn => "cli-home-next-inbox",
            NextStep::Settle => "cli-home-next-held",
            NextStep::Correct => "cli-home-next-rejects",
            NextStep::Begin => "cli-home-next-begin",
            NextStep::CatchUp => "cli-home-next-behind",
            NextStep::Call => "cli-home-next-due",
        }
    }
}

/// So many names are told, the others counted.
const TOLD: usize = 3;

/// How things stand in some ten lines; `all` is the command that shows every command.
pub fn home_listing(standing: &WorkspaceState, next: NextStep, all: &str, texts: &Texts) -> Listing {
    let last = match &standing.last_batch {
        None => Message::new("cli-home-empty"),
        Some(last) => {
            Message::new("cli-home-last").show("batch", last.batch).show("at", last.at).with("added", last.added)
        }
    };
    let counted = |none: &'static str, some: &'static str, names: &[String]| match names.len() {
        0 => Message { key: none, args: Vec::new() },
        count => Message { key: some, args: Vec::new() }.with("count", count).with("files", told(names, texts)),
    };
    let behind: Vec<String> = standing.behind.iter().map(|row| reach(row, texts)).collect();
    let behind = (!behind.is_empty()).then(|| Message::new("cli-home-behind").with("ledgers", told(&behind, texts)));
    let kept = standing.tomorrow.as_ref().map(|_| match (behind, standing.judged) {
        (Some(behind), _) => behind,
        (None, true) => Message::new("cli-home-kept"),
        (None, false) => Message::new("cli-home-unkept"),
    });
    let tomorrow = standing.tomorrow.as_ref().map(|tomorrow| {
        Message::new("cli-home-tomorrow")
            .show("day", tomorrow.day)
            .with("overdue", tomorrow.overdue)
            .with("due", tomorrow.due)
            .with("upcoming", tomorrow.upcoming)
    });
    let held = (!standing.held.is_empty()).then(|| {
        let held = Message::new("cli-home-held").with("count", standing.held.len());
        held.with("files", told(&standing.held, texts))
    });
    let settle = standing.settle.iter().flat_map(|settle| {
        let settle =
            Message::new("cli-held-settle").with("replace", settle.replace.as_str()).with("add", settle.add.as_str());
        texts.say(&settle).lines().map(str::to_owned).collect::<Vec<_>>()
    });
    let why = Message { key: next.why(), args: Vec::new() }.with("command", standing.next.as_str());
    let all = Message::new("cli-home-all").with("command", all);
    let rejects =
        counted("cli-home-rejects-none", "cli-home-rejects", &standing.rejects).with("rows", standing.rejected);
    let say = |line: &Message| texts.say(line);
    let before = [
        Some(Message::new("cli-home-folder").with("folder", standing.workspace.as_str())),
        Some(last),
        Some(counted("cli-home-inbox-none", "cli-home-inbox", &standing.inbox)),
        held,
    ];
    let after = [Some(rejects), kept, tomorrow, Some(why), Some(all)];
    let summary = before.iter().flatten().map(say).chain(settle).chain(after.iter().flatten().map(say)).collect();
    let title = Message::new("cli-home-title").with("name", standing.name.as_str()).show("as_of", standing.as_of);
    Listing { title: texts.say(&title), summary, headings: Vec::new(), groups: Vec::new(), notes: Vec::new() }
}

/// A ledger of a department with its last day.
fn reach(row: &LedgerStatus, texts: &Texts) -> String {
    let ledger = texts.word("kind", row.ledger.id());
    let message = match &row.department {
        Some(department) => Message::new("cli-home-reach-of").with("department", department.as_str()),
        None => Message::new("cli-home-reach"),
    };
    texts.say(&message.with("ledger", ledger).with("day", row.covered.map(|day| day.to_string()).unwrap_or_default()))
}

/// The first names, and how many there are beside them.
fn told(names: &[String], texts: &Texts) -> String {
    let first: Vec<String> = names.iter().take(TOLD).cloned().collect();
    let first = Message::new("cli-home-names").with("names", first);
    match names.len().saturating_sub(TOLD) {
        0 => texts.say(&first),
        more => texts.say(&Message::new("cli-home-more").with("names", texts.say(&first)).with("count", more)),
    }
}
