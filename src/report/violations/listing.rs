use super::{EvidenceRow, ViolationRow, ViolationsOf};
use crate::domain::{Arg, Message};
use crate::policy::Certainty;
use crate::report::field::{Columns, Field};
use crate::report::{Cell, Listing, Medium, Presenter, Tone, sums};
use chrono::NaiveDate;

const ID: Field<ViolationRow> = Field::code("id", |row, _| row.id.clone().into());
const DATE: Field<ViolationRow> = Field::code("date", |row, _| row.date.to_string().into());
const OFFENCE: Field<ViolationRow> = Field::text("offence", |row, speaker| speaker.offence(&row.offence).into());
const CLAUSE: Field<ViolationRow> = Field::word("clause", |row, speaker| speaker.clause(&row.clause).into());
const STATUS: Field<ViolationRow> = Field::word("status", |row, speaker| {
    let tone = match row.status {
        "recorded" | "upheld" => Tone::Alarm,
        "suspected" => Tone::Warning,
        _ => Tone::Quiet,
    };
    Cell::from(speaker.word("status", row.status)).toned(tone)
});
const PHONE: Field<ViolationRow> =
    Field::code("phone", |row, speaker| Cell::maybe(row.phone.as_ref().map(|phone| speaker.phone(phone))));
const CUSTOMER: Field<ViolationRow> = Field::text("customer", |row, _| Cell::maybe(row.customer.as_ref()));
const AMOUNT: Field<ViolationRow> = Field::number("amount", |row, _| Cell::maybe(row.amount));
const ACTION: Field<ViolationRow> =
    Field::text("action", |row, speaker| Cell::maybe(row.action.map(|action| speaker.word("action", action))));
const OCCURRENCE: Field<ViolationRow> = Field::number("occurrence", |row, _| Cell::maybe(row.occurrence));
const DEPARTMENT: Field<ViolationRow> = Field::text("department", |row, _| Cell::maybe(row.department.as_ref()));
const DETAIL: Field<ViolationRow> = Field::text("detail", |row, _| row.detail.clone().into());
const EVIDENCE: Field<ViolationRow> =
    Field::text("evidence", |row, speaker| evidence_said(&row.evidence, speaker).into());

const PAGE: &[Field<ViolationRow>] = &[
    DATE,
    Field::text("staff", |row, speaker| match &row.staff {
        Some(id) => speaker.staff(id).into(),
        None => speaker.texts.get("report-unnamed").into(),
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

const SHEET: &[Field<ViolationRow>] = &[
    ID,
    DATE,
    OFFENCE,
    CLAUSE,
    STATUS,
    Field::text("staff", |row, _| Cell::maybe(row.staff.as_ref())),
    Field::text("staff_name", |row, speaker| Cell::maybe(row.staff.as_ref().and_then(|id| speaker.name(id)))),
    PHONE,
    Field::code("household", |row, speaker| Cell::maybe(row.household.as_ref().map(|phone| speaker.phone(phone)))),
    AMOUNT,
    ACTION,
    OCCURRENCE,
    DETAIL,
    EVIDENCE,
    Field::word("subject", |row, speaker| speaker.word("subject", row.subject).into()),
    DEPARTMENT,
    CUSTOMER,
];

/// The rows by sheet: `出货名单 3月.xlsx/一部 第 5、6 行`.
fn evidence_said(rows: &[EvidenceRow], speaker: &Presenter<'_>) -> String {
    let sheets = rows.chunk_by(|a, b| (a.kind, &a.file, &a.sheet) == (b.kind, &b.file, &b.sheet));
    let said = |rows: &[EvidenceRow]| {
        let first = rows.first()?;
        let file = speaker.place(&first.file, first.sheet.as_deref(), "/");
        let lines: Vec<Arg> = rows.iter().map(|row| row.row.to_string().into()).collect();
        let message = Message::new("report-evidence")
            .with("kind", speaker.word("kind", first.kind))
            .with("file", file)
            .with("rows", Arg::List(lines));
        Some(speaker.say(&message))
    };
    speaker.texts.joined(sheets.filter_map(said))
}

/// The violations in words.
pub fn violations_listing(
    rows: &[ViolationRow],
    as_of: NaiveDate,
    of: ViolationsOf<'_>,
    medium: Medium,
    speaker: &Presenter<'_>,
) -> Listing {
    let columns = Columns::on(medium, PAGE, SHEET);
    let only = speaker.only([
        of.from.map(|day| Message::new("report-only-from").show("day", day)),
        of.to.map(|day| Message::new("report-only-to").show("day", day)),
        speaker.only_status(of.status.map(Certainty::id)),
        speaker.only_staff(of.staff),
    ]);
    Listing {
        title: speaker.say(&Message::new("report-violations-title").show("as_of", as_of)),
        summary: [Some(speaker.say(&count(rows, speaker))), speaker.in_force(of.from), only]
            .into_iter()
            .flatten()
            .collect(),
        headings: sums::headed(columns.headings(speaker), "amount", medium, speaker),
        groups: columns.whole(rows, speaker),
        notes: if rows.is_empty() { Vec::new() } else { vec![speaker.texts.get("report-violations-note")] },
    }
}

fn count(rows: &[ViolationRow], speaker: &Presenter<'_>) -> Message {
    if rows.is_empty() {
        return Message::new("report-violations-none");
    }
    let parts = speaker.parts(Certainty::ALL.map(Certainty::id), rows.iter().map(|row| row.status));
    Message::new("report-violations-count").with("count", rows.len()).with("parts", parts)
}
