//! A sheet handed in again that looks like the one of before corrected: what is said of it, and what settles it.

use crate::cli::context::command::CommandContext;
use crate::cli::context::shell::quoted;
use crate::domain::{Channel, Kind, Lang, Message, Method, Outcome, Place, StopReason, Verdict};
use crate::ingest::Vocabulary;
use crate::journal::{ComparedRow, SheetComparison};
use crate::texts::Texts;
use serde::Serialize;
use std::path::Path;

/// A file that is held, and what settles it.
#[derive(Debug, Clone, Serialize)]
pub struct HeldRow {
    /// Rows of before that stand in it, that do not, and of these those with a twin in it.
    pub there: usize,
    pub gone: usize,
    pub twins: usize,
    /// The command that puts it in the place of the earlier one.
    pub replace: String,
    /// The command that puts it beside the earlier one.
    pub add: String,
    /// The rows that are gone and their twins, in words.
    #[serde(skip)]
    pub beside: Vec<String>,
}

/// So many rows are put side by side; the rest is counted.
const SHOWN: usize = 10;

impl HeldRow {
    /// What is said of a file that is held.
    pub fn of(path: &Path, compared: &[SheetComparison], context: &CommandContext) -> HeldRow {
        let differing = || compared.iter().filter(|of| of.looks_corrected());
        let gone = differing().flat_map(|of| of.gone.iter().map(move |row| (of.kind, row)));
        let twins_first = |with: bool| gone.clone().filter(move |(_, (_, twin))| twin.is_some() == with);
        let mut beside: Vec<String> = Vec::new();
        for (kind, (old, twin)) in twins_first(true).chain(twins_first(false)).take(SHOWN) {
            beside.push(line("cli-held-old", old, twin.as_ref(), kind, &context.texts));
            if let Some(twin) = twin {
                beside.push(line("cli-held-new", twin, Some(old), kind, &context.texts));
            }
        }
        let gone = gone.count();
        if gone > SHOWN {
            beside.push(context.texts.say(&Message::new("cli-held-more").with("count", gone - SHOWN)));
        }
        let (replace, add) = commands(path, context);
        HeldRow {
            there: differing().map(|of| of.there).sum(),
            gone,
            twins: differing().map(SheetComparison::twins).sum(),
            replace,
            add,
            beside,
        }
    }

    /// That it is held and why, the rows side by side, and the two commands.
    pub fn said(&self, file: &str) -> Vec<Message> {
        let why = Message::new("cli-held").with("file", file).with("rows", self.there + self.gone);
        let why = why.with("there", self.there).with("gone", self.gone).with("twins", self.twins);
        let rows = self.beside.iter().map(|line| Message::new("cli-held-line").with("line", line.as_str()));
        let settle = Message::new("cli-held-settle").with("replace", self.replace.as_str());
        std::iter::once(why).chain(rows).chain([settle.with("add", self.add.as_str())]).collect()
    }
}

/// The two commands that settle a file that is held.
pub fn commands(path: &Path, context: &CommandContext) -> (String, String) {
    let workspace = context.global.workspace.as_ref().map(|folder| format!("-C {} ", quoted(folder)));
    let workspace = workspace.unwrap_or_default();
    let command = |option: &str| format!("huifang {workspace}import {option} {}", quoted(path));
    (command("--replace"), command("--add"))
}

/// A row field by field, those marked in which it differs from the other one.
fn line(key: &'static str, paper: &ComparedRow, other: Option<&ComparedRow>, kind: Kind, texts: &Texts) -> String {
    let columns = kind.columns().iter().map(|column| column.field.id());
    // In the order of the ledger's columns; what has none comes last.
    let order = |name: &str| columns.clone().position(|id| id == name).unwrap_or(usize::MAX);
    let mut names: Vec<&String> =
        paper.fields.keys().chain(other.iter().flat_map(|other| other.fields.keys())).collect();
    names.sort_by_key(|name| (order(column_of(name)), *name));
    names.dedup();
    let field = |name: &String| {
        let value = paper.fields.get(name);
        let shown = value.map_or_else(|| "—".to_owned(), |value| word(name, value, texts));
        let differs = name != "task" && other.is_some_and(|other| other.fields.get(name) != value);
        let label = heading(kind, column_of(name), texts);
        let mark = if differs { "cli-held-differs" } else { "cli-held-field" };
        texts.say(&Message { key: mark, args: Vec::new() }.with("field", label).with("value", shown))
    };
    let fields: Vec<String> = names.into_iter().map(field).collect();
    let place = match &paper.sheet {
        Some(sheet) => format!("{} {sheet}", paper.file),
        None => paper.file.clone(),
    };
    let place = Message::new("cli-place").with("file", place).show("row", paper.line);
    let message = Message { key, args: Vec::new() }.with("place", place);
    texts.say(&message.with("fields", fields.join(" · ")))
}

/// The column that a field of the journal is written in.
pub fn column_of(name: &str) -> &str {
    match name {
        "others" => "alt_phone",
        "extension" => "phone",
        name => name,
    }
}

/// A column's heading as the reader writes it.
pub fn heading(kind: Kind, column: &str, texts: &Texts) -> String {
    let found = kind.columns().iter().find(|of| texts.lang() == Lang::Zh && of.field.id() == column);
    found.map_or_else(|| column.to_owned(), |column| column.heading().to_owned())
}

/// A word of a closed list as the reader writes it; anything else as it is.
pub fn word(name: &str, value: &str, texts: &Texts) -> String {
    fn spelled<T: Vocabulary>(value: &str) -> Option<&'static str> {
        T::SPELLINGS.iter().find(|(_, id, _)| *id == value).and_then(|(.., words)| words.first().copied())
    }
    let chinese = match name {
        "channel" => spelled::<Channel>(value),
        "method" => spelled::<Method>(value),
        "place" => spelled::<Place>(value),
        "result" => spelled::<Outcome>(value),
        "reason" => spelled::<StopReason>(value),
        "verdict" => spelled::<Verdict>(value),
        _ if value == "true" => Some("是"),
        _ => None,
    };
    chinese.filter(|_| texts.lang() == Lang::Zh).unwrap_or(value).to_owned()
}
