//! What a manager has to settle as a listing.

use super::{DisputeRow, DisputedClaim, KINDS};
use crate::domain::Message;
use crate::report::explain::{ExplainedSentence, NamedClause, rows_said};
use crate::report::field::{Columns, ShownField};
use crate::report::{Cell, Listing, Mark, Medium, Narrative, Paragraph, Presenter, Section};
use chrono::NaiveDate;

const DISPUTE: ShownField<DisputeRow> =
    ShownField::word("dispute", |row, presenter| Cell::word(presenter.word("dispute", row.dispute)));
const DATE: ShownField<DisputeRow> = ShownField::code("date", |row, _| Cell::maybe(row.date));
const HOUSEHOLD: ShownField<DisputeRow> = ShownField::code("household", |row, presenter| {
    Cell::maybe(row.household.as_ref().map(|phone| Cell::phone(presenter.phone(phone))))
});
const CUSTOMER: ShownField<DisputeRow> = ShownField::text("customer", |row, _| Cell::maybe(row.customer.as_ref()));
const CLAUSE: ShownField<DisputeRow> = ShownField::word("clause", |row, presenter| {
    Cell::maybe(row.clause.as_ref().map(|id| Cell::word(presenter.clause(id))))
});
const VIOLATION: ShownField<DisputeRow> =
    ShownField::code("violation", |row, _| Cell::maybe(row.violation.as_ref().map(Cell::id)));
const TEXT: ShownField<DisputeRow> = ShownField::text("text", |row, _| row.text.clone().into());
const CLAIMS: ShownField<DisputeRow> = ShownField::text("claims", |row, presenter| {
    presenter.texts.joined(row.claims.iter().map(|claim| claim_said(claim, presenter))).into()
});
const EVIDENCE: ShownField<DisputeRow> = ShownField::text("evidence", |row, presenter| {
    let said = |told: &ExplainedSentence| match told.rows.as_slice() {
        [] => told.text.clone(),
        rows => presenter.texts.aside(&told.text, rows_said(rows, presenter)),
    };
    presenter.texts.joined(row.evidence.iter().map(said)).into()
});
const DECIDE: ShownField<DisputeRow> = ShownField::text("decide", |row, _| row.decide.clone().into());

const SHEET: &[ShownField<DisputeRow>] = &[
    DISPUTE,
    DATE,
    HOUSEHOLD,
    ShownField::text("phones", |row, presenter| Cell::phone(presenter.phones(&row.phones))),
    CUSTOMER,
    ShownField::text("staff", |row, _| {
        Cell::id(row.staff.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
    }),
    CLAUSE,
    VIOLATION,
    TEXT,
    CLAIMS,
    EVIDENCE,
    DECIDE,
];

fn claim_said(claim: &DisputedClaim, presenter: &Presenter<'_>) -> String {
    let act = |message: Option<Message>| message.map(|message| presenter.say(&message));
    let message = Message::new("report-disputed-claim")
        .with("staff", presenter.staff(&claim.staff))
        .show("at", claim.at)
        .show("deadline", claim.deadline)
        .with("live", presenter.word("live", if claim.live { "yes" } else { "no" }));
    [
        Some(presenter.say(&message)),
        act(claim.preheated.map(|day| Message::new("report-disputed-preheated").show("day", day))),
        act(claim.invited.map(|day| Message::new("report-disputed-invited").show("day", day))),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" ")
}

fn title(as_of: NaiveDate, presenter: &Presenter<'_>) -> String {
    presenter.say(&Message::new("report-disputes-title").show("as_of", as_of))
}

fn count(rows: &[DisputeRow], presenter: &Presenter<'_>) -> String {
    let of = |kind: &&str| rows.iter().filter(|row| row.dispute == *kind).count();
    let parts = KINDS.iter().filter(|kind| of(kind) > 0);
    let part =
        |kind: &&str| Message::new("report-part").with("of", presenter.word("dispute", kind)).with("count", of(kind));
    let parts: Vec<Message> = parts.map(part).collect();
    match rows.len() {
        0 => presenter.texts.get("report-disputes-none"),
        count => presenter.say(&Message::new("report-disputes-count").with("count", count).with("parts", parts)),
    }
}

/// What there is to settle as a sheet, one to a row.
pub fn disputes_listing(rows: &[DisputeRow], as_of: NaiveDate, medium: Medium, presenter: &Presenter<'_>) -> Listing {
    let columns = Columns::of(SHEET, medium);
    Listing {
        title: title(as_of, presenter),
        summary: vec![count(rows, presenter)],
        headings: columns.headings(presenter),
        groups: columns.whole(rows, presenter),
        notes: Vec::new(),
    }
}

/// The same as a page, by kind, for a manager to decide from.
pub fn disputes_page(rows: &[DisputeRow], as_of: NaiveDate, presenter: &Presenter<'_>) -> Narrative {
    let section = |rows: &[DisputeRow]| Section {
        title: presenter.word("dispute", rows.first().map_or("", |row| row.dispute)),
        paragraphs: rows.iter().map(|row| paragraph(row, presenter)).collect(),
    };
    Narrative {
        language: presenter.lang().tag(),
        title: title(as_of, presenter),
        lead: vec![Paragraph::plain(count(rows, presenter))],
        sections: rows.chunk_by(|a, b| a.dispute == b.dispute).map(section).collect(),
        notes: Vec::new(),
    }
}

fn paragraph(row: &DisputeRow, presenter: &Presenter<'_>) -> Paragraph {
    let phones = presenter.phones(&row.phones);
    let who = [row.date.map(|day| day.to_string()), row.customer.clone(), Some(phones)];
    let who: Vec<String> = who.into_iter().flatten().filter(|text| !text.is_empty()).collect();
    let clause = row.clause.iter().map(|id| {
        let words = NamedClause::of(id, presenter).words;
        let message = Message::new("explain-clause-says").with("clause", presenter.clause(id)).with("words", words);
        Paragraph::marked(Mark::Clause, presenter.say(&message))
    });
    let claims = row.claims.iter().map(|claim| Paragraph::plain(claim_said(claim, presenter)));
    let evidence = row.evidence.iter().map(|told| {
        let rows = (!told.rows.is_empty()).then(|| Paragraph::marked(Mark::Rows, rows_said(&told.rows, presenter)));
        Paragraph::plain(&told.text).with(rows)
    });
    Paragraph::marked(
        Mark::Event,
        presenter.say(&Message::new("report-dispute-told").with("of", who.join(" ")).with("text", row.text.as_str())),
    )
    .with(clause)
    .with(claims)
    .with(evidence)
    .with([Paragraph::marked(Mark::Next, &row.decide)])
}
