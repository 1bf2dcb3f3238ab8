use super::DueRow;
use crate::domain::{Phone, StaffId};
use crate::policy::Clause;
use crate::report::field::Field;
use crate::report::reach::short_of;
use crate::report::{Cell, ExpiringRow, Presenter, Tone};
use chrono::NaiveDate;

/// A line of the list: a task, or a protection that ends soon, which stands on it so that nobody overlooks it.
pub enum CallLine {
    Task(Box<DueRow>),
    Ends(Box<ExpiringRow>),
}

impl CallLine {
    pub fn task(&self) -> Option<&DueRow> {
        match self {
            CallLine::Task(row) => Some(row),
            CallLine::Ends(_) => None,
        }
    }

    pub fn due(&self) -> NaiveDate {
        match self {
            CallLine::Task(row) => row.due,
            CallLine::Ends(row) => row.until,
        }
    }

    pub fn household(&self) -> &Phone {
        match self {
            CallLine::Task(row) => &row.household,
            CallLine::Ends(row) => &row.household,
        }
    }

    pub fn assignee(&self) -> Option<&StaffId> {
        match self {
            CallLine::Task(row) => row.assignee.as_ref(),
            CallLine::Ends(row) => Some(&row.staff),
        }
    }

    fn whom(&self) -> Option<&str> {
        match self {
            CallLine::Task(row) => row.whom(),
            CallLine::Ends(row) => row.customer.as_deref(),
        }
    }

    fn dial(&self) -> &Phone {
        match self {
            CallLine::Task(row) => row.dial(),
            CallLine::Ends(row) => &row.call,
        }
    }

    fn clause(&self) -> &Clause {
        match self {
            CallLine::Task(row) => &row.clause,
            CallLine::Ends(row) => &row.clause,
        }
    }

    fn status(&self, presenter: &Presenter<'_>) -> Cell {
        let CallLine::Task(row) = self else {
            return Cell::word(presenter.word("status", "expiring")).toned(Tone::Warning);
        };
        let tone = match row.status {
            "overdue" => Tone::Alarm,
            "due" => Tone::Warning,
            _ => Tone::Quiet,
        };
        let said = presenter.word("status", row.status);
        Cell::word(if row.covered { said } else { short_of(said, row.reaches, row.due, presenter) }).toned(tone)
    }

    /// The latest number and name of the person, where the row it came from gives others.
    fn latest(&self) -> Option<String> {
        let row = self.task().filter(|row| row.call != *row.dial())?;
        let name = row.customer.as_deref().filter(|name| row.whom() != Some(name));
        Some(std::iter::once(row.call.as_str()).chain(name).collect::<Vec<_>>().join(" "))
    }
}

const STATUS: Field<CallLine> = Field::text("status", |line, presenter| line.status(presenter));
const DUE: Field<CallLine> = Field::code("due", |line, _| line.due().into());
const CLAUSE: Field<CallLine> = Field::code("clause", |line, presenter| Cell::word(presenter.clause(line.clause())));
const ID: Field<CallLine> = Field::code("id", |line, _| Cell::maybe(line.task().map(|row| Cell::id(&row.id))));
const TASK: Field<CallLine> = Field::text("task", |line, presenter| match line {
    CallLine::Task(row) => Cell::word(presenter.obligation(&row.task)),
    CallLine::Ends(row) => Cell::word(presenter.word("keep", row.act)),
});
const LATEST: Field<CallLine> = Field::code("latest", |line, _| Cell::maybe(line.latest().map(Cell::phone)));

pub const PAGE: &[Field<CallLine>] = &[
    STATUS,
    DUE,
    Field::text("customer", |line, _| Cell::maybe(line.whom())),
    Field::code("call", |line, _| Cell::phone(line.dial().written())),
    TASK,
    Field::text("assignee", |line, presenter| presenter.staff_or_nobody(line.assignee()).into()),
    LATEST.below(),
    Field::code("with", |line: &CallLine, presenter| {
        Cell::maybe(line.task().and_then(|row| row.with.as_ref()).map(|id| presenter.staff(id)))
    })
    .below(),
    CLAUSE.below(),
    ID.below(),
];

pub const SHEET: &[Field<CallLine>] = &[
    ID,
    TASK,
    CLAUSE,
    STATUS,
    DUE,
    Field::code("window_start", |line, _| Cell::maybe(line.task().map(|row| row.window_start))),
    Field::text("assignee", |line, _| Cell::maybe(line.assignee())),
    Field::text("assignee_name", |line, presenter| Cell::maybe(line.assignee().and_then(|id| presenter.name(id)))),
    Field::text("with", |line, _| Cell::maybe(line.task().and_then(|row| row.with.as_ref()))),
    Field::text("with_name", |line, presenter| {
        Cell::maybe(line.task().and_then(|row| row.with.as_ref()).and_then(|id| presenter.name(id)))
    }),
    Field::code("phone", |line, _| match line {
        CallLine::Task(row) => Cell::phone(row.phone.written()),
        CallLine::Ends(row) => Cell::phone(row.household.written()),
    }),
    Field::text("customer", |line, _| match line {
        CallLine::Task(row) => Cell::maybe(row.customer.as_ref()),
        CallLine::Ends(row) => Cell::maybe(row.customer.as_ref()),
    }),
    Field::code("household", |line, _| Cell::phone(line.household().written())),
    Field::code("trigger", |line, _| Cell::maybe(line.task().map(|row| row.trigger))),
    Field::code("call", |line, _| match line {
        CallLine::Task(row) => Cell::phone(row.call.written()),
        CallLine::Ends(row) => Cell::phone(row.call.written()),
    }),
    Field::word("covered", |line, presenter| {
        Cell::maybe(line.task().map(|row| Cell::word(presenter.yes(row.covered))))
    }),
    Field::word("subject", |line, presenter| {
        Cell::maybe(line.task().map(|row| Cell::word(presenter.word("subject", row.subject))))
    }),
    Field::text("department", |line, _| Cell::maybe(line.task().and_then(|row| row.department.as_ref()))),
    Field::word("role", |line, _| Cell::maybe(line.task().and_then(|row| row.role).map(Cell::word))),
    Field::number("needed", |line, _| Cell::maybe(line.task().and_then(|row| row.needed).map(Cell::count))),
    Field::text("trigger_customer", |line, _| Cell::maybe(line.task().and_then(|row| row.trigger_customer.as_ref()))),
    Field::code("trigger_phone", |line, _| {
        Cell::maybe(line.task().and_then(|row| row.trigger_phone.as_ref()).map(|phone| Cell::phone(phone.as_str())))
    }),
];
