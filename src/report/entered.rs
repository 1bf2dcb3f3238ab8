//! A finding that was typed in (处理意见).

use super::field::{Columns, ShownField};
use super::{Cell, Listing, Medium, Presenter};
use crate::domain::{Finding, Message, Moment, Record};
use serde::Serialize;

/// What became of a finding that was typed in.
#[derive(Debug, Clone, Serialize)]
pub struct EnteredFinding {
    /// None: it is there already, or nothing was to be changed.
    pub batch: Option<u64>,
    /// Whether it only says what it would do.
    pub dry_run: bool,
    /// Whether the very same finding is there already.
    pub duplicate: bool,
    /// The finding.
    pub finding: Record,
}

/// A finding and when it was made.
struct FindingLine {
    at: Option<Moment>,
    finding: Finding,
}

const FOUND: ShownField<FindingLine> = ShownField::code("found", |row, _| Cell::maybe(row.at));
const STAFF: ShownField<FindingLine> = ShownField::text("staff", |row, _| Cell::id(&row.finding.staff));
const VIOLATION: ShownField<FindingLine> =
    ShownField::code("violation", |row, _| Cell::maybe(row.finding.violation.as_ref().map(Cell::id)));
const VERDICT: ShownField<FindingLine> = ShownField::word("verdict", |row, presenter| {
    let said = row.finding.verdict.and_then(|verdict| presenter.texts.find(&format!("cli-verdict-{}", verdict.id())));
    Cell::maybe(said.map(Cell::word))
});
const AMOUNT: ShownField<FindingLine> =
    ShownField::number("amount", |row: &FindingLine, _| Cell::maybe(row.finding.amount)).headed("sum-typed");
const BY: ShownField<FindingLine> = ShownField::text("by", |row, _| Cell::maybe(row.finding.decided_by.as_ref()));
const NOTE: ShownField<FindingLine> =
    ShownField::text("note", |row: &FindingLine, _| Cell::maybe(row.finding.note.as_ref())).below();

const PAGE: &[ShownField<FindingLine>] = &[
    FOUND,
    STAFF,
    ShownField::text("offence", |row, presenter| Cell::word(presenter.offence(&row.finding.offence))),
    VIOLATION,
    VERDICT,
    AMOUNT,
    BY,
    NOTE,
];
const SHEET: &[ShownField<FindingLine>] = &[
    FOUND,
    STAFF,
    ShownField::text("offence", |row, _| Cell::id(&row.finding.offence)),
    VIOLATION,
    VERDICT,
    AMOUNT,
    BY,
    NOTE,
];

/// The finding in words.
pub fn entered_listing(entered: &EnteredFinding, medium: Medium, presenter: &Presenter<'_>) -> Listing {
    let title = match (entered.batch, entered.duplicate) {
        (Some(batch), _) => Message::new("cli-finding-done").show("batch", batch),
        (None, true) => Message::new("cli-finding-duplicate"),
        (None, false) => Message::new("cli-finding-would"),
    };
    let columns = Columns::on(medium, PAGE, SHEET);
    let finding = entered.finding.fact.row::<Finding>();
    let line = finding.map(|finding| FindingLine { at: entered.finding.at, finding: finding.clone() });
    Listing {
        title: presenter.texts.say(&title),
        summary: Vec::new(),
        headings: columns.headings(presenter),
        groups: columns.whole(line.as_slice(), presenter),
        notes: Vec::new(),
    }
}
