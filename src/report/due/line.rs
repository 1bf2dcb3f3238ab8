//! The lines of the call list: things due, and protection that ends soon.

use super::DueRow;
use crate::domain::{Phone, StaffId};
use crate::policy::{Clause, Urgency};
use crate::report::field::ShownField;
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

    fn clause(&self) -> Option<&Clause> {
        match self {
            CallLine::Task(row) => row.clause.as_ref(),
            CallLine::Ends(row) => Some(&row.clause),
        }
    }

    fn status(&self, presenter: &Presenter<'_>) -> Cell {
        let CallLine::Task(row) = self else {
            return Cell::word(presenter.word("status", "expiring")).toned(Tone::Warning);
        };
        let tone = match row.status {
            Urgency::Overdue => Tone::Alarm,
            Urgency::Due => Tone::Warning,
            Urgency::Upcoming => Tone::Quiet,
        };
        let said = presenter.word("status", row.status.id());
        Cell::word(if row.covered { said } else { short_of(said, row.reaches, row.due, presenter) }).toned(tone)
    }

    /// The latest number and name of the person, where the row it came from gives others.
    fn latest(&self) -> Option<String> {
        let row = self.task().filter(|row| row.call != *row.dial())?;
        let name = row.customer.as_deref().filter(|name| row.whom() != Some(name));
        Some(std::iter::once(row.call.as_str()).chain(name).collect::<Vec<_>>().join(" "))
    }
}

const STATUS: ShownField<CallLine> = ShownField::text("status", |line, presenter| line.status(presenter));
const DUE: ShownField<CallLine> = ShownField::code("due", |line, _| line.due().into());
const CLAUSE: ShownField<CallLine> = ShownField::code("clause", |line, presenter| {
    Cell::maybe(line.clause().map(|clause| Cell::word(presenter.clause(clause))))
});
const ID: ShownField<CallLine> =
    ShownField::code("id", |line, _| Cell::maybe(line.task().map(|row| Cell::id(&row.id))));
const TASK: ShownField<CallLine> = ShownField::text("task", |line, presenter| match line {
    CallLine::Task(row) => Cell::word(presenter.obligation(&row.task)),
    CallLine::Ends(row) => Cell::word(presenter.word("keep", row.act)),
});
const LATEST: ShownField<CallLine> = ShownField::code("latest", |line, _| Cell::maybe(line.latest().map(Cell::phone)));

pub const PAGE: &[ShownField<CallLine>] = &[
    STATUS,
    DUE,
    ShownField::text("customer", |line, _| Cell::maybe(line.whom())),
    ShownField::code("call", |line, _| Cell::phone(line.dial().written())),
    TASK,
    ShownField::text("assignee", |line, presenter| presenter.staff_or_nobody(line.assignee()).into()),
    LATEST.below(),
    ShownField::code("with", |line: &CallLine, presenter| {
        Cell::maybe(line.task().and_then(|row| row.with.as_ref()).map(|id| presenter.staff(id)))
    })
    .below(),
    CLAUSE.below(),
    ID.below(),
];

pub const SHEET: &[ShownField<CallLine>] = &[
    ID,
    TASK,
    CLAUSE,
    STATUS,
    DUE,
    ShownField::code("window_start", |line, _| Cell::maybe(line.task().map(|row| row.window_start))),
    ShownField::text("assignee", |line, _| Cell::maybe(line.assignee())),
    ShownField::text("assignee_name", |line, presenter| Cell::maybe(line.assignee().and_then(|id| presenter.name(id)))),
    ShownField::text("with", |line, _| Cell::maybe(line.task().and_then(|row| row.with.as_ref()))),
    ShownField::text("with_name", |line, presenter| {
        Cell::maybe(line.task().and_then(|row| row.with.as_ref()).and_then(|id| presenter.name(id)))
    }),
    ShownField::code("phone", |line, _| match line {
        CallLine::Task(row) => Cell::phone(row.phone.written()),
        CallLine::Ends(row) => Cell::phone(row.household.written()),
    }),
    ShownField::text("customer", |line, _| match line {
        CallLine::Task(row) => Cell::maybe(row.customer.as_ref()),
        CallLine::Ends(row) => Cell::maybe(row.customer.as_ref()),
    }),
    ShownField::code("household", |line, _| Cell::phone(line.household().written())),
    ShownField::code("trigger", |line, _| Cell::maybe(line.task().map(|row| row.trigger))),
    ShownField::code("call", |line, _| match line {
        CallLine::Task(row) => Cell::phone(row.call.written()),
        CallLine::Ends(row) => Cell::phone(row.call.written()),
    }),
    ShownField::word("covered", |line, presenter| {
        Cell::maybe(line.task().map(|row| Cell::word(presenter.yes(row.covered))))
    }),
    ShownField::word("subject", |line, presenter| {
        Cell::maybe(line.task().map(|row| Cell::word(presenter.word("subject", row.subject))))
    }),
    ShownField::text("department", |line, _| Cell::maybe(line.task().and_then(|row| row.department.as_ref()))),
    ShownField::word("role", |line, _| Cell::maybe(line.task().and_then(|row| row.role).map(Cell::word))),
    ShownField::number("needed", |line, _| Cell::maybe(line.task().and_then(|row| row.needed).map(Cell::count))),
    ShownField::text("trigger_customer", |line, _| {
        Cell::maybe(line.task().and_then(|row| row.trigger_customer.as_ref()))
    }),
    ShownField::code("trigger_phone", |line, _| {
        Cell::maybe(line.task().and_then(|row| row.trigger_phone.as_ref()).map(|phone| Cell::phone(phone.as_str())))
    }),
];
