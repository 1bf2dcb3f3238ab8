//! The sums of a month as a listing.

use super::{FineRow, FinesBy, Tally};
use crate::domain::Message;
use crate::report::field::{Columns, ShownField};
use crate::report::{Cell, Listing, Medium, Money, Month, Presenter, Tone, sums};
use chrono::NaiveDate;

const DEPARTMENT: ShownField<FineRow> = ShownField::text("department", |row, presenter| match &row.department {
    Some(name) => name.clone().into(),
    None => presenter.texts.get("report-no-department").into(),
});
const COUNT: ShownField<FineRow> = ShownField::summed("count", |row, _| Cell::count(row.count));
const TOTAL: ShownField<FineRow> = ShownField::summed("total", |row, _| {
    Cell::from(row.total).toned(if row.over_ceiling { Tone::Alarm } else { Tone::Plain })
});
const UNKNOWN: ShownField<FineRow> = ShownField::summed("unknown", |row, _| Cell::count(row.unknown));
const SUSPECTED: ShownField<FineRow> = ShownField::summed("suspected", |row, _| Cell::count(row.suspected));
const PENDING: ShownField<FineRow> = ShownField::summed("pending", |row, _| Cell::count(row.pending));
const CEILING: ShownField<FineRow> = ShownField::number("ceiling", |row, _| Cell::maybe(row.ceiling));
const ACTIONS: ShownField<FineRow> = ShownField::text("actions", |row, presenter| {
    presenter.texts.joined(row.actions.iter().map(|action| presenter.word("action", action))).into()
});
const BY_OFFENCE: ShownField<FineRow> = ShownField::text("by_offence", |row, presenter| {
    let said = |(offence, tally): (&std::sync::Arc<str>, &Tally)| {
        let message = Message::new("report-fines-offence").with("offence", presenter.offence(offence));
        presenter.say(&message.with("count", tally.count).show("total", tally.total))
    };
    presenter.texts.joined(row.by_offence.iter().map(said)).into()
});

const PAGE: &[ShownField<FineRow>] = &[
    ShownField::text("staff", |row, presenter| Cell::maybe(row.staff.as_ref().map(|id| presenter.staff(id)))),
    DEPARTMENT,
    COUNT,
    TOTAL,
    UNKNOWN,
    SUSPECTED,
    PENDING,
    CEILING,
    ShownField::word("over_ceiling", |row, presenter| match row.over_ceiling {
        true => Cell::word(presenter.yes(true)).toned(Tone::Alarm),
        false => Cell::blank(),
    }),
    BY_OFFENCE.below(),
    ACTIONS.below(),
];

const SHEET: &[ShownField<FineRow>] = &[
    ShownField::code("month", |row, _| row.month.into()),
    ShownField::text("staff", |row, _| Cell::maybe(row.staff.as_ref())),
    ShownField::text("name", |row, _| Cell::maybe(row.name.as_ref())),
    DEPARTMENT,
    COUNT,
    TOTAL,
    ACTIONS,
    UNKNOWN,
    SUSPECTED,
    PENDING,
    CEILING,
    ShownField::word("over_ceiling", |row, presenter| Cell::word(presenter.yes(row.over_ceiling))),
    BY_OFFENCE,
    // A sheet has no foot: what has to be read with the sums goes wherever the row goes.
    ShownField::text("note", |_, presenter| presenter.say(&note(presenter)).into()),
];

/// The month's sums in words, with what has to be read beside them.
pub fn fines_listing(
    rows: &[FineRow],
    as_of: NaiveDate,
    month: Month,
    by: FinesBy,
    medium: Medium,
    presenter: &Presenter<'_>,
) -> Listing {
    let mut columns = Columns::on(medium, PAGE, SHEET);
    if (by, medium) == (FinesBy::Department, Medium::Page) {
        columns = columns.without("staff").without("ceiling");
    }
    if medium == Medium::Workbook {
        // It stands below all rows.
        columns = columns.without("note");
    }
    Listing {
        title: presenter.say(&Message::new("report-fines-title").show("month", month).show("as_of", as_of)),
        summary: [Some(presenter.say(&count(rows, month, by, presenter))), presenter.in_force(Some(month.first_day()))]
            .into_iter()
            .flatten()
            .collect(),
        headings: sums::headed(columns.headings(presenter), "total", medium, presenter),
        groups: columns.whole(rows, presenter),
        notes: notes(presenter),
    }
}

fn count(rows: &[FineRow], month: Month, by: FinesBy, presenter: &Presenter<'_>) -> Message {
    if rows.is_empty() {
        return Message::new("report-fines-none").show("month", month);
    }
    let mut total = Money::ZERO;
    rows.iter().for_each(|row| total += row.total);
    let message = match by {
        FinesBy::Staff => Message::new("report-fines-count"),
        FinesBy::Department => Message::new("report-fines-count-departments"),
    };
    message
        .with("count", rows.len())
        .with("violations", rows.iter().map(|row| row.count).sum::<usize>())
        .with("sum", sums::called(presenter))
        .show("total", total)
}

/// What no paper with sums may lack.
fn note(presenter: &Presenter<'_>) -> Message {
    Message::new("report-fines-note").with("sum", sums::called(presenter))
}

fn notes(presenter: &Presenter<'_>) -> Vec<String> {
    let sanctions = &presenter.policy.sanctions;
    let ceiling =
        Message::new("report-fines-ceiling").with("share", format!("{}%", sanctions.ceiling_percent.normalize()));
    let floor =
        sanctions.minimum_wage.map(|wage| Message::new("report-fines-floor").show("wage", Money::rounded(wage)));
    let money = sums::is_money(&sanctions.mode);
    [
        Some(note(presenter)),
        Some(ceiling).filter(|_| money),
        floor.filter(|_| money),
        Some(Message::new("report-fines-basis")),
    ]
    .into_iter()
    .flatten()
    .map(|note| presenter.say(&note))
    .collect()
}
