//! Whose protection ends soon (即将到期), and the one act that keeps it.

use super::explain::{act_id, turn_id};
use super::field::{Columns, ShownField};
use super::names::{customer, on_row};
use super::owners::is_past;
use super::{Cell, Listing, Medium, Presenter, Tone};
use crate::domain::{Books, Message, Phone, StaffId};
use crate::policy::{Assessment, Clause, Household, HouseholdStatus, Prospect};
use chrono::NaiveDate;
use serde::Serialize;

/// A household that somebody loses unless they act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExpiringRow {
    /// The last safe day.
    pub until: NaiveDate,
    /// From the as-of day to `until`; below zero where that is past.
    pub days_left: i64,
    /// The household's number: the smallest of its members'.
    pub household: Phone,
    /// The name as last written; none: never given.
    pub customer: Option<String>,
    /// The household's status.
    pub status: HouseholdStatus,
    /// The owner or claimant whose act keeps it.
    pub staff: StaffId,
    /// What happens the day after.
    pub turn: &'static str,
    /// The clause by which it ends.
    pub clause: Clause,
    /// The act that keeps it.
    pub act: &'static str,
    /// The number to dial: that of the row from which the protection is counted.
    pub call: Phone,
}

/// When a protection ends, or ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// From the as-of day to so many days later.
    Within(u32),
    /// Before the as-of day, while the household is still its owner's.
    Past,
}

impl Ending {
    fn prospects(self, household: &Household) -> &[Prospect] {
        match self {
            Ending::Within(_) => &household.prospects,
            Ending::Past => &household.turned,
        }
    }
}

/// Which are asked for.
#[derive(Debug, Clone, Copy)]
pub struct ExpiringOf<'a> {
    /// Whether what ends or what has ended is asked for.
    pub when: Ending,
    /// Only those this person would lose.
    pub staff: Option<&'a StaffId>,
}

/// Whose protection ends from the as-of day on, or has ended, by day and household.
pub fn expiring(assessment: &Assessment, books: &Books, of: ExpiringOf<'_>) -> Vec<ExpiringRow> {
    let as_of = assessment.reading.as_of;
    let left = |prospect: &Prospect| (prospect.until - as_of).num_days();
    let asked = |prospect: &Prospect| match of.when {
        Ending::Within(days) => (0..=i64::from(days)).contains(&left(prospect)),
        Ending::Past => true,
    };
    let wanted = |prospect: &&Prospect| of.staff.is_none_or(|staff| prospect.staff == *staff);
    let row = |household: &Household, prospect: &Prospect| {
        let (name, call) = prospect.row.and_then(|row| on_row(books, row)).unzip();
        ExpiringRow {
            until: prospect.until,
            days_left: left(prospect),
            household: household.key.clone(),
            customer: name.flatten().map(str::to_owned).or_else(|| customer(household, books)),
            status: household.status,
            staff: prospect.staff.clone(),
            turn: turn_id(prospect.turn),
            clause: prospect.clause.clone(),
            act: act_id(prospect.act),
            call: call.unwrap_or(&household.key).clone(),
        }
    };
    // What is open already is anybody's: nothing more of it ends.
    let held = assessment.households.iter().filter(|household| match of.when {
        Ending::Within(_) => household.status != HouseholdStatus::Open,
        Ending::Past => is_past(household, as_of),
    });
    let mut rows: Vec<ExpiringRow> = held
        .flat_map(|household| of.when.prospects(household).iter().map(move |prospect| (household, prospect)))
        .filter(|(_, prospect)| asked(prospect) && wanted(prospect))
        .map(|(household, prospect)| row(household, prospect))
        .collect();
    rows.sort_by(|a, b| order(a).cmp(&order(b)));
    rows
}

fn order(row: &ExpiringRow) -> impl Ord + '_ {
    (row.until, &row.household, &row.clause, &row.staff)
}

const UNTIL: ShownField<ExpiringRow> = ShownField::code("until", |row, _| {
    let tone = if row.days_left < 2 { Tone::Alarm } else { Tone::Plain };
    Cell::from(row.until).toned(tone)
});
const DAYS_LEFT: ShownField<ExpiringRow> = ShownField::number("days_left", |row, _| Cell::count(row.days_left));
// Its phones are there to be dialled, so they are never masked.
const HOUSEHOLD: ShownField<ExpiringRow> = ShownField::code("household", |row, _| Cell::phone(row.household.written()));
const CALL: ShownField<ExpiringRow> = ShownField::code("call", |row, _| Cell::phone(row.call.written()));
const DAYS_PAST: ShownField<ExpiringRow> = ShownField::number("days_past", |row, _| Cell::count(-row.days_left));
const CUSTOMER: ShownField<ExpiringRow> = ShownField::text("customer", |row, _| Cell::maybe(row.customer.as_ref()));
const STATUS: ShownField<ExpiringRow> = ShownField::word("status", |row, presenter| {
    let is_past = row.days_left < 0 && row.status == HouseholdStatus::Owned;
    Cell::word(presenter.word("status", if is_past { "owned-past" } else { row.status.id() }))
});
const CLAUSE: ShownField<ExpiringRow> =
    ShownField::word("clause", |row, presenter| Cell::word(presenter.clause(&row.clause)));
const ACT: ShownField<ExpiringRow> =
    ShownField::text("act", |row, presenter| Cell::word(presenter.word("keep", row.act)));
const TURN: ShownField<ExpiringRow> =
    ShownField::text("turn", |row, presenter| Cell::word(presenter.word("turn", row.turn)));

const PAGE: &[ShownField<ExpiringRow>] = &[
    UNTIL,
    DAYS_LEFT,
    DAYS_PAST,
    CUSTOMER,
    CALL,
    STATUS,
    ShownField::text("staff", |row, presenter| presenter.staff(&row.staff).into()),
    CLAUSE,
    ACT.below(),
    TURN.below(),
];

const SHEET: &[ShownField<ExpiringRow>] = &[
    UNTIL,
    DAYS_LEFT,
    HOUSEHOLD,
    CUSTOMER,
    STATUS,
    ShownField::text("staff", |row, _| Cell::id(&row.staff)),
    ShownField::text("staff_name", |row, presenter| Cell::maybe(presenter.name(&row.staff))),
    CLAUSE,
    ACT,
    TURN,
    CALL,
];

/// Whose protection ends soon, in words.
pub fn expiring_listing(
    rows: &[ExpiringRow],
    as_of: NaiveDate,
    of: ExpiringOf<'_>,
    medium: Medium,
    presenter: &Presenter<'_>,
) -> Listing {
    let columns = Columns::on(medium, PAGE, SHEET);
    let (columns, title, count) = match (of.when, rows.len()) {
        (Ending::Within(days), count) => {
            let said = match count {
                0 => Message::new("report-expiring-none"),
                count => Message::new("report-expiring-count").with("count", count),
            };
            (columns.without("days_past"), Message::new("report-expiring-title"), said.with("days", u64::from(days)))
        }
        (Ending::Past, count) => {
            let said = match count {
                0 => Message::new("report-past-none"),
                count => Message::new("report-past-count").with("count", count),
            };
            let columns = if medium.is_page() { columns.without("days_left") } else { columns };
            (columns, Message::new("report-past-title"), said)
        }
    };
    Listing {
        title: presenter.say(&title.show("as_of", as_of)),
        summary: [Some(presenter.say(&count)), presenter.only([presenter.only_staff(of.staff)])]
            .into_iter()
            .flatten()
            .collect(),
        headings: columns.headings(presenter),
        groups: columns.whole(rows, presenter),
        notes: Vec::new(),
    }
}
