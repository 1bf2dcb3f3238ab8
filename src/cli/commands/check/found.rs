//! What there is to look at.

use super::blanks::blanks;
use super::item;
use crate::cli::books::read::JudgedBooks;
use crate::cli::commands::twins::{Twins, equal, twins};
use crate::cli::context::command::CommandContext;
use crate::domain::{Arg, Message, PhoneMasks};
use crate::journal::KnownRejection;
use crate::policy::Observation;
use crate::report::{CheckRow, EvidenceRow, Presenter, Timestamp, evidence};
use crate::texts::Texts;
use anyhow::Result;
use chrono::NaiveDateTime;
use std::collections::HashMap;

/// Something to look at.
pub struct CheckItem {
    pub id: String,
    message: Message,
    evidence: Vec<EvidenceRow>,
    /// Of a row that was rejected its number in the journal.
    pub rejected: Option<u64>,
    /// The file in `rejects/` in which it is to be corrected.
    written: Option<String>,
    /// Who has dealt with it, and when.
    by: Option<(String, NaiveDateTime)>,
}

impl CheckItem {
    /// Whether nobody has said yet that the item is dealt with.
    pub fn is_open(&self) -> bool {
        self.by.is_none()
    }

    /// The kind of item, as the code its ids begin with.
    pub fn code(&self) -> &'static str {
        self.message.key.trim_start_matches("policy-check-").trim_start_matches("cli-check-")
    }

    /// The item in the reader's words.
    pub fn row(&self, presenter: &Presenter<'_>) -> CheckRow {
        CheckRow {
            code: self.code(),
            message: presenter.say(&self.message),
            evidence: self.evidence.clone(),
            id: self.id.clone(),
            rejects: self.written.clone(),
            seen_by: self.by.as_ref().map(|(by, _)| by.clone()),
            seen_at: self.by.as_ref().map(|(_, at)| Timestamp(*at)),
        }
    }
}

/// What there is to look at that nobody has dealt with.
///
/// # Errors
/// The journal cannot be read.
pub fn found(read: &JudgedBooks, context: &mut CommandContext) -> Result<Vec<CheckItem>> {
    let mut all = everything(read, context)?;
    all.retain(CheckItem::is_open);
    Ok(all)
}

/// What there is to look at, with what somebody has dealt with.
///
/// # Errors
/// The journal cannot be read.
pub fn everything(read: &JudgedBooks, context: &mut CommandContext) -> Result<Vec<CheckItem>> {
    let JudgedBooks { assessment, books, .. } = read;
    let workspace = context.workspace()?;
    let journal = context.journal(&workspace)?;
    // Whoever said so last.
    let seen: HashMap<String, (String, NaiveDateTime)> =
        journal.seen()?.into_iter().map(|(item, by, at)| (item, (by, at))).collect();
    let of_shown = |observed: Observation, shown: Message| {
        let id = item::of_observation(&observed.message, &observed.rows, books);
        let by = seen.get(&id).cloned();
        CheckItem { by, id, message: shown, evidence: evidence(books, &observed.rows), rejected: None, written: None }
    };
    let of = |observed: Observation| of_shown(observed.clone(), observed.message);
    let reveal = context.global.reveal;
    let warning = |words: Arg| Message::new("cli-check-warning").with("words", hidden(words, reveal));
    let observed = assessment.observations.iter().cloned().chain(read.evaluator(&read.policy).observe(books));
    let mut all: Vec<CheckItem> = observed.map(of).collect();
    for (seq, said) in journal.warnings()? {
        all.extend(said.into_iter().map(|words| of(Observation { message: warning(words), rows: vec![seq] })));
    }
    let as_of = assessment.reading.as_of;
    let twins = twins(books, as_of, &context.texts).into_iter();
    all.extend(twins.map(|Twins { observed, shown }| of_shown(observed, shown)));
    all.extend(equal(books, as_of).into_iter().map(of));
    all.extend(journal.rejected()?.into_iter().filter_map(|noted| rejected(noted, reveal, &context.texts)));
    // Refused twice as it is, it is one row.
    let mut met = std::collections::HashSet::new();
    all.retain(|found| found.rejected.is_none() || !found.is_open() || met.insert(found.id.clone()));
    let blanks = blanks(books, assessment.reading.as_of);
    all.extend(blanks.into_iter().map(of));
    Ok(all)
}

/// A row that was rejected, unless its corrected row has come in.
fn rejected(noted: KnownRejection, reveal: bool, texts: &Texts) -> Option<CheckItem> {
    let KnownRejection { id, row, is_outstanding, by } = noted;
    if !is_outstanding && by.is_none() {
        return None;
    }
    let reasons = texts.joined(row.reasons.iter().map(|reason| texts.words(&hidden(reason.clone(), reveal))));
    let place = EvidenceRow { kind: row.kind.id(), file: row.file.clone(), sheet: row.sheet.clone(), row: row.line };
    Some(CheckItem {
        id: item::of_rejected(&row),
        message: Message::new("cli-check-rejected").with("reasons", reasons),
        evidence: vec![place],
        rejected: Some(id),
        written: Some(row.written),
        by,
    })
}

/// What was said of a row, with what was written for a phone hidden as a phone is: a mistyped number is still somebody's.
fn hidden(said: Arg, reveal: bool) -> Arg {
    let all = |items: Vec<Arg>| items.into_iter().map(|item| hidden(item, reveal)).collect();
    match said {
        _ if reveal => said,
        Arg::List(items) => Arg::List(all(items)),
        Arg::Message(message) if matches!(message.key, "ingest-phone" | "ingest-phone-rounded") => {
            let within = |arg| if let Arg::Text(text) = arg { Arg::Text(PhoneMasks::mistyped(&text)) } else { arg };
            let args = message.args.into_iter().map(|(name, arg)| (name, within(arg))).collect();
            Message { key: message.key, args }.into()
        }
        Arg::Message(message) => {
            let args = message.args.into_iter().map(|(name, arg)| (name, hidden(arg, reveal))).collect();
            Message { key: message.key, args }.into()
        }
        other => other,
    }
}
