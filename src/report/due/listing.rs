use super::DueRow;
use crate::domain::{Message, StaffId};
use crate::policy::{Reading, Urgency};
use crate::report::field::{Columns, Field};
use crate::report::{Cell, Group, Listing, Medium, Speaker, Tone};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What the lines of the call list are put together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueBy {
    /// The assignee.
    Staff,
    /// The assignee's department.
    Department,
    /// The obligation.
    Task,
}

impl DueBy {
    /// The field that the lines above the groups already say.
    const fn field(self) -> &'static str {
        match self {
            DueBy::Staff => "assignee",
            DueBy::Department => "department",
            DueBy::Task => "task",
        }
    }

    /// What tells the groups apart; those of nobody come first, for somebody has to take them.
    fn key(self, row: &DueRow, speaker: &Speaker<'_>) -> Option<String> {
        let assignee = row.assignee.as_ref();
        match self {
            DueBy::Staff => assignee.map(StaffId::to_string),
            DueBy::Department => assignee.and_then(|id| speaker.department(id)).map(str::to_owned),
            DueBy::Task => Some(row.task.to_string()),
        }
    }

    fn title(self, key: Option<&str>, speaker: &Speaker<'_>) -> String {
        match (self, key) {
            (DueBy::Staff, Some(id)) => {
                let id = StaffId::new(id);
                let department = speaker.department(&id).map(|name| format!(" · {name}")).unwrap_or_default();
                format!("{}{department}", speaker.staff(&id))
            }
            (DueBy::Department, Some(name)) => name.to_owned(),
            (DueBy::Task, Some(task)) => speaker.obligation(task),
            (DueBy::Department, None) => speaker.texts.get("report-no-department"),
            (DueBy::Staff | DueBy::Task, None) => speaker.texts.get("report-nobody"),
        }
    }
}

const TASK: Field<DueRow> = Field::text("task", |row, speaker| speaker.obligation(&row.task).into());
const CLAUSE: Field<DueRow> = Field::word("clause", |row, speaker| speaker.clause(&row.clause).into());
const STATUS: Field<DueRow> = Field::word("status", |row, speaker| {
    let tone = match row.status {
        "overdue" => Tone::Alarm,
        "due" => Tone::Warning,
        _ => Tone::Quiet,
    };
    Cell::from(speaker.word("status", row.status)).toned(tone)
});
const DUE: Field<DueRow> = Field::code("due", |row, _| row.due.to_string().into());
const CUSTOMER: Field<DueRow> = Field::text("customer", |row, _| Cell::maybe(row.customer.as_ref()));
const CALL: Field<DueRow> = Field::code("call", |row, _| row.call.to_string().into());
const ID: Field<DueRow> = Field::code("id", |row, _| row.id.clone().into());

const PAGE: &[Field<DueRow>] = &[
    STATUS,
    DUE,
    CUSTOMER,
    CALL,
    TASK,
    CLAUSE,
    Field::text("assignee", |row, speaker| speaker.staff_or_nobody(row.assignee.as_ref()).into()),
    Field::text("with", |row, speaker| Cell::maybe(row.with.as_ref().map(|id| speaker.staff(id)))),
    ID.below(),
];

const SHEET: &[Field<DueRow>] = &[
    ID,
    TASK,
    CLAUSE,
    STATUS,
    DUE,
    Field::code("window_start", |row, _| row.window_start.to_string().into()),
    Field::text("assignee", |row, _| Cell::maybe(row.assignee.as_ref())),
    Field::text("assignee_name", |row, speaker| Cell::maybe(row.assignee.as_ref().and_then(|id| speaker.name(id)))),
    Field::text("with", |row, _| Cell::maybe(row.with.as_ref())),
    Field::text("with_name", |row, speaker| Cell::maybe(row.with.as_ref().and_then(|id| speaker.name(id)))),
    Field::code("phone", |row, _| row.phone.written().into()),
    CUSTOMER,
    Field::code("household", |row, _| row.household.written().into()),
    Field::code("trigger", |row, _| row.trigger.to_string().into()),
    CALL,
];

/// The call list in words. Its phones are there to be dialled, so they are never masked.
pub fn due_listing(
    rows: &[DueRow],
    reading: Reading,
    by: DueBy,
    staff: Option<&StaffId>,
    medium: Medium,
    speaker: &Speaker<'_>,
) -> Listing {
    let (columns, groups) = match medium {
        Medium::Sheet => {
            let columns = Columns::of(SHEET, medium);
            let groups = columns.whole(rows, speaker);
            (columns, groups)
        }
        Medium::Page => {
            let columns = Columns::of(PAGE, medium).without(by.field());
            let groups = grouped(rows, by, &columns, speaker);
            (columns, groups)
        }
    };
    let title = match reading.as_of.succ_opt() == Some(reading.on) {
        true => Message::new("report-due-title"),
        false => Message::new("report-due-title-other"),
    };
    Listing {
        title: speaker.say(&title.show("on", reading.on).show("as_of", reading.as_of)),
        summary: [Some(speaker.say(&count(rows, reading.on))), speaker.only([speaker.only_staff(staff)])]
            .into_iter()
            .flatten()
            .collect(),
        headings: columns.headings(speaker),
        groups,
        notes: Vec::new(),
    }
}

fn grouped(rows: &[DueRow], by: DueBy, columns: &Columns<DueRow>, speaker: &Speaker<'_>) -> Vec<Group> {
    let mut groups: BTreeMap<Option<String>, Vec<&DueRow>> = BTreeMap::new();
    for row in rows {
        groups.entry(by.key(row, speaker)).or_default().push(row);
    }
    let group = |(key, rows): (Option<String>, Vec<&DueRow>)| {
        let title =
            Message::new("report-due-group").with("of", by.title(key.as_deref(), speaker)).with("count", rows.len());
        columns.group(Some(speaker.say(&title)), rows, speaker)
    };
    groups.into_iter().map(group).collect()
}

fn count(rows: &[DueRow], on: NaiveDate) -> Message {
    if rows.is_empty() {
        return Message::new("report-due-none").show("on", on);
    }
    let of = |urgency: Urgency| rows.iter().filter(|row| row.status == urgency.id()).count();
    Message::new("report-due-count")
        .with("count", rows.len())
        .with("overdue", of(Urgency::Overdue))
        .with("due", of(Urgency::Due))
        .with("upcoming", of(Urgency::Upcoming))
}
