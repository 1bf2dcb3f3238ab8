//! Violations as a listing.

use super::{EvidenceRow, ViolationRow, ViolationsOf};
use crate::domain::{Arg, Message};
use crate::policy::Certainty;
use crate::report::field::{Columns, ShownField};
use crate::report::{Cell, Listing, Medium, Presenter, Tone, sums};
use chrono::NaiveDate;

const ID: ShownField<ViolationRow> = ShownField::code("id", |row, _| Cell::id(&row.id));
const DATE: ShownField<ViolationRow> = ShownField::code("date", |row, _| row.date.into());
const OFFENCE: ShownField<ViolationRow> =
    ShownField::text("offence", |row, presenter| Cell::word(presenter.offence(&row.offence)));
const CLAUSE: ShownField<ViolationRow> =
    ShownField::word("clause", |row, presenter| Cell::word(presenter.clause(&row.clause)));
const STATUS: ShownField<ViolationRow> = ShownField::word("status", |row, presenter| {
    let tone = match row.status {
        Certainty::Recorded | Certainty::Upheld => Tone::Alarm,
        Certainty::Suspected => Tone::Warning,
        Certainty::Pending | Certainty::Waived => Tone::Quiet,
    };
    Cell::word(presenter.word("status", row.status.id())).toned(tone)
});
const PHONE: ShownField<ViolationRow> = ShownField::code("phone", |row, presenter| {
    Cell::maybe(row.phone.as_ref().map(|phone| Cell::phone(presenter.phone(phone))))
});
const CUSTOMER: ShownField<ViolationRow> = ShownField::text("customer", |row, _| Cell::maybe(row.customer.as_ref()));
const AMOUNT: ShownField<ViolationRow> = ShownField::number("amount", |row, _| Cell::maybe(row.amount));
const ACTION: ShownField<ViolationRow> = ShownField::text("action", |row, presenter| {
    Cell::maybe(row.action.map(|action| Cell::word(presenter.word("action", action))))
});
const OCCURRENCE: ShownField<ViolationRow> =
    ShownField::number("occurrence", |row, _| Cell::maybe(row.occurrence.map(Cell::count)));
const DEPARTMENT: ShownField<ViolationRow> =
    ShownField::text("department", |row, _| Cell::maybe(row.department.as_ref()));
const DETAIL: ShownField<ViolationRow> = ShownField::text("detail", |row, _| row.detail.clone().into());
const EVIDENCE: ShownField<ViolationRow> =
    ShownField::text("evidence", |row, presenter| evidence_said(&row.evidence, presenter).into());

const PAGE: &[ShownField<ViolationRow>] = &[
    DATE,
    ShownField::text("staff", |row, presenter| match &row.staff {
        Some(id) => presenter.staff(id).into(),
        None => presenter.texts.get("report-unnamed").into(),
    }),
    OFFENCE,
    STATUS,
    AMOUNT,
    CUSTOMER,
    PHONE,
    CLAUSE,
    OCCURRENCE,
    ID,
    ACTION.below(),
    DETAIL.below(),
    EVIDENCE.below(),
];

const SHEET: &[ShownField<ViolationRow>] = &[
    ID,
    DATE,
    OFFENCE,
    CLAUSE,
    STATUS,
    ShownField::text("staff", |row, _| Cell::maybe(row.staff.as_ref())),
    ShownField::text("staff_name", |row, presenter| Cell::maybe(row.staff.as_ref().and_then(|id| presenter.name(id)))),
    PHONE,
    ShownField::code("household", |row, presenter| {
        Cell::maybe(row.household.as_ref().map(|phone| Cell::phone(presenter.phone(phone))))
    }),
    AMOUNT,
    ACTION,
    OCCURRENCE,
    DETAIL,
    EVIDENCE,
    ShownField::word("subject", |row, presenter| Cell::word(presenter.word("subject", row.subject))),
    DEPARTMENT,
    CUSTOMER,
];

/// The rows by sheet: `出货名单 3月.xlsx/一部 第 5、6 行`.
fn evidence_said(rows: &[EvidenceRow], presenter: &Presenter<'_>) -> String {
    let sheets = rows.chunk_by(|a, b| (a.kind, &a.file, &a.sheet) == (b.kind, &b.file, &b.sheet));
    let said = |rows: &[EvidenceRow]| {
        let first = rows.first()?;
        let file = presenter.place(&first.file, first.sheet.as_deref(), "/");
        let lines: Vec<Arg> = rows.iter().map(|row| row.row.to_string().into()).collect();
        let message = Message::new("report-evidence")
            .with("kind", presenter.word("kind", first.kind))
            .with("file", file)
            .with("rows", Arg::List(lines));
        Some(presenter.say(&message))
    };
    presenter.texts.joined(sheets.filter_map(said))
}

/// The violations in words.
pub fn violations_listing(
    rows: &[ViolationRow],
    as_of: NaiveDate,
    of: ViolationsOf<'_>,
    medium: Medium,
    presenter: &Presenter<'_>,
) -> Listing {
    let columns = Columns::on(medium, PAGE, SHEET);
    let only = presenter.only([
        of.from.map(|day| Message::new("report-only-from").show("day", day)),
        of.to.map(|day| Message::new("report-only-to").show("day", day)),
        presenter.only_status(of.status.map(Certainty::id)),
        presenter.only_staff(of.staff),
    ]);
    Listing {
        title: presenter.say(&Message::new("report-violations-title").show("as_of", as_of)),
        summary: [Some(presenter.say(&count(rows, presenter))), presenter.in_force(of.from), only]
            .into_iter()
            .flatten()
            .collect(),
        headings: sums::headed(columns.headings(presenter), "amount", medium, presenter),
        groups: columns.whole(rows, presenter),
        notes: if rows.is_empty() { Vec::new() } else { vec![presenter.texts.get("report-violations-note")] },
    }
}

fn count(rows: &[ViolationRow], presenter: &Presenter<'_>) -> Message {
    if rows.is_empty() {
        return Message::new("report-violations-none");
    }
    let parts = presenter.parts(Certainty::ALL.map(Certainty::id), rows.iter().map(|row| row.status.id()));
    Message::new("report-violations-count").with("count", rows.len()).with("parts", parts)
}
