//! Which violations a finding may name: those the rules see in the books with everything new in them.

use crate::cli::books::evaluator::Evaluator;
use crate::domain::{Books, Message, Record, Verdict};
use crate::policy::{Policy, Ruling, Violation};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What was decided about a violation before.
pub struct EarlierFinding {
    /// By whom, when and how, in words.
    pub said: Message,
    /// The rows it was decided with.
    records: Vec<Record>,
}

impl EarlierFinding {
    /// Whether that row decides anew, and is none of those that did before.
    pub fn is_new(&self, record: &Record) -> bool {
        !self.records.contains(record)
    }
}

/// Their ids, and of each what was decided about it.
pub fn known_violations(books: &Books, policy: &Policy, today: NaiveDate) -> BTreeMap<String, Option<EarlierFinding>> {
    let of = |violation: Violation| {
        let decided = decided(&violation).map(|said| EarlierFinding { said, records: records(&violation, books) });
        (violation.id, decided)
    };
    violations_of(books, policy, today).into_iter().map(of).collect()
}

fn records(violation: &Violation, books: &Books) -> Vec<Record> {
    violation.rulings.iter().filter_map(|ruling| Some(books.entry(ruling.row)?.record.clone())).collect()
}

/// What was decided about a violation, by whom and when; none: nothing yet.
pub fn decided(violation: &Violation) -> Option<Message> {
    let ruling = |ruling: &Ruling| {
        let verdict = match ruling.verdict {
            Some(Verdict::Waive) => Message::new("cli-verdict-waive"),
            Some(Verdict::Adjust) => Message::new("cli-verdict-adjust"),
            Some(Verdict::Confirm) | None => Message::new("cli-verdict-confirm"),
        };
        let by = ruling.by.as_deref().map(|by| Message::new("cli-finding-by").with("by", by));
        Message::new("cli-finding-ruling").show("on", ruling.on).with("verdict", verdict).with("by", by)
    };
    let rulings: Vec<Message> = violation.rulings.iter().map(ruling).collect();
    let message = Message::new("cli-finding-decided").with("id", violation.id.as_str());
    (!rulings.is_empty()).then(|| message.with("rulings", rulings))
}

/// All violations, read at the last day that the books or the calendar know.
pub fn violations_of(books: &Books, policy: &Policy, today: NaiveDate) -> Vec<Violation> {
    let as_of =
        books.entries.iter().filter_map(|entry| entry.record.days_past().max()).chain([today]).max().unwrap_or(today);
    Evaluator::at(as_of, policy).assess(books).violations
}
