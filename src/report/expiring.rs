//! Whose protection ends soon (即将到期), and the one act that keeps it.

use super::explain::{act_id, turn_id};
use super::field::{Columns, Field};
use super::names::customer;
use super::{Cell, Listing, Medium, Speaker, Tone};
use crate::domain::{Books, Message, Phone, StaffId};
use crate::policy::{Assessment, Clause, Household, Prospect, Standing};
use chrono::NaiveDate;
use serde::Serialize;

/// A household that somebody loses unless they act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExpiringRow {
    /// The last safe day.
    pub until: NaiveDate,
    /// From the as-of day to `until`.
    pub days_left: i64,
    pub household: Phone,
    pub customer: Option<String>,
    pub status: &'static str,
    /// The owner or claimant whose act keeps it.
    pub staff: StaffId,
    /// What happens the day after.
    pub turn: &'static str,
    pub clause: Clause,
    /// The act that keeps it.
    pub act: &'static str,
}

/// Which are asked for.
#[derive(Debug, Clone, Copy)]
pub struct ExpiringOf<'a> {
    /// From the as-of day to so many days later.
    pub days: u32,
    /// Only those this person would lose.
    pub staff: Option<&'a StaffId>,
}

/// Whose protection ends from the as-of day on, by day and household.
pub fn expiring(assessment: &Assessment, books: &Books, of: ExpiringOf<'_>) -> Vec<ExpiringRow> {
    let as_of = assessment.reading.as_of;
    let left = |prospect: &Prospect| (prospect.until - as_of).num_days();
    let soon = |prospect: &&Prospect| (0..=i64::from(of.days)).contains(&left(prospect));
    let wanted = |prospect: &&Prospect| of.staff.is_none_or(|staff| prospect.staff == *staff);
    let row = |household: &Household, prospect: &Prospect| ExpiringRow {
        until: prospect.until,
        days_left: left(prospect),
        household: household.key.clone(),
        customer: customer(household, books),
        status: household.status.id(),
        staff: prospect.staff.clone(),
        turn: turn_id(prospect.turn),
        clause: prospect.clause.clone(),
        act: act_id(prospect.act),
    };
    // What is open already is anybody's: nothing more of it ends.
    let held = assessment.households.iter().filter(|household| household.status != Standing::Open);
    let mut rows: Vec<ExpiringRow> = held
        .flat_map(|household| household.prospects.iter().map(move |prospect| (household, prospect)))
        .filter(|(_, prospect)| soon(prospect) && wanted(prospect))
        .map(|(household, prospect)| row(household, prospect))
        .collect();
    rows.sort_by(|a, b| order(a).cmp(&order(b)));
    rows
}

fn order(row: &ExpiringRow) -> impl Ord + '_ {
    (row.until, &row.household, &row.clause, &row.staff)
}

const UNTIL: Field<ExpiringRow> = Field::code("until", |row, _| {
    let tone = if row.days_left < 2 { Tone::Alarm } else { Tone::Plain };
    Cell::from(row.until.to_string()).toned(tone)
});
const DAYS_LEFT: Field<ExpiringRow> = Field::number("days_left", |row, _| row.days_left.to_string().into());
const HOUSEHOLD: Field<ExpiringRow> = Field::code("household", |row, speaker| speaker.phone(&row.household).into());
const CUSTOMER: Field<ExpiringRow> = Field::text("customer", |row, _| Cell::maybe(row.customer.as_ref()));
const STATUS: Field<ExpiringRow> = Field::word("status", |row, speaker| speaker.word("status", row.status).into());
const CLAUSE: Field<ExpiringRow> = Field::word("clause", |row, speaker| speaker.clause(&row.clause).into());
const ACT: Field<ExpiringRow> = Field::text("act", |row, speaker| speaker.word("keep", row.act).into());
const TURN: Field<ExpiringRow> = Field::text("turn", |row, speaker| speaker.word("turn", row.turn).into());

const PAGE: &[Field<ExpiringRow>] = &[
    UNTIL,
    DAYS_LEFT,
    HOUSEHOLD,
    CUSTOMER,
    STATUS,
    Field::text("staff", |row, speaker| speaker.staff(&row.staff).into()),
    CLAUSE,
    ACT.below(),
    TURN.below(),
];

const SHEET: &[Field<ExpiringRow>] = &[
    UNTIL,
    DAYS_LEFT,
    HOUSEHOLD,
    CUSTOMER,
    STATUS,
    Field::text("staff", |row, _| row.staff.to_string().into()),
    Field::text("staff_name", |row, speaker| Cell::maybe(speaker.name(&row.staff))),
    CLAUSE,
    ACT,
    TURN,
];

/// Whose protection ends soon, in words.
pub fn expiring_listing(
    rows: &[ExpiringRow],
    as_of: NaiveDate,
    of: ExpiringOf<'_>,
    medium: Medium,
    speaker: &Speaker<'_>,
) -> Listing {
    let columns = Columns::on(medium, PAGE, SHEET);
    let count = match rows.len() {
        0 => Message::new("report-expiring-none"),
        count => Message::new("report-expiring-count").with("count", count),
    };
    let count = count.with("days", u64::from(of.days));
    Listing {
        title: speaker.say(&Message::new("report-expiring-title").show("as_of", as_of)),
        summary: [Some(speaker.say(&count)), speaker.only([speaker.only_staff(of.staff)])]
            .into_iter()
            .flatten()
            .collect(),
        headings: columns.headings(speaker),
        groups: columns.whole(rows, speaker),
        notes: Vec::new(),
    }
}
