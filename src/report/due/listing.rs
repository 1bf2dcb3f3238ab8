//! The call list as a listing, in the groups that were asked for.

use super::line::{CallLine, PAGE, SHEET};
use super::{DueRow, TasksGone};
use crate::domain::{Message, Phone, StaffId};
use crate::policy::{ReportDates, Urgency};
use crate::report::field::Columns;
use crate::report::reach::said_lags;
use crate::report::{ExpiringRow, Group, LedgerLag, Listing, Medium, Presenter};
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
    fn key(self, line: &CallLine, presenter: &Presenter<'_>) -> Option<String> {
        let assignee = line.assignee();
        match self {
            DueBy::Staff => assignee.map(StaffId::to_string),
            DueBy::Department => assignee.and_then(|id| presenter.department(id)).map(str::to_owned),
            DueBy::Task => Some(line.task().map_or_else(String::new, |row| row.task.to_string())),
        }
    }

    fn title(self, key: Option<&str>, presenter: &Presenter<'_>) -> String {
        match (self, key) {
            (DueBy::Staff, Some(id)) => {
                let id = StaffId::new(id);
                let department = presenter.department(&id).map(|name| format!(" · {name}")).unwrap_or_default();
                format!("{}{department}", presenter.staff(&id))
            }
            (DueBy::Department, Some(name)) => name.to_owned(),
            (DueBy::Task, Some("")) => presenter.word("status", "expiring"),
            (DueBy::Task, Some(task)) => presenter.obligation(task),
            (DueBy::Department, None) => presenter.texts.get("report-no-department"),
            (DueBy::Staff | DueBy::Task, None) => presenter.texts.get("report-nobody"),
        }
    }
}

/// A call list and what has to be said with it.
#[derive(Debug, Clone)]
pub struct CallList<'a> {
    /// The tasks listed.
    pub rows: Vec<DueRow>,
    /// Protections that end soon; those kept by a task of the list stand on it already.
    pub expiring: Vec<ExpiringRow>,
    /// The ledgers that lag behind it.
    pub lags: Vec<LedgerLag>,
    /// What left it since the day before; none where nothing is left out of it.
    pub left: Option<TasksGone>,
    /// The day the books are read at, and the day the list is for.
    pub reading: ReportDates,
    /// Whose it is, if not everybody's.
    pub staff: Option<&'a StaffId>,
}

impl CallList<'_> {
    fn lines(&self) -> Vec<CallLine> {
        let tasks = self.rows.iter().map(|row| CallLine::Task(Box::new(row.clone())));
        let ends = self.expiring.iter().filter(|row| !self.rows.iter().any(|task| keeps(task, row)));
        tasks.chain(ends.map(|row| CallLine::Ends(Box::new(row.clone())))).collect()
    }

    fn summary(&self, lines: &[CallLine], presenter: &Presenter<'_>) -> Vec<String> {
        let ends = lines.iter().filter(|line| line.task().is_none()).count();
        let ends = (ends > 0).then(|| Message::new("report-due-expiring").with("count", ends));
        let left = self.left.filter(|left| *left != TasksGone::default()).map(|left| {
            Message::new("report-due-left").with("closed", left.closed).with("aged", left.aged).with("over", left.over)
        });
        let aged = self.left.is_some_and(|left| left.aged > 0).then(|| Message::new("report-due-aged"));
        let said = [Some(count(&self.rows, self.reading.on)), ends, left, aged].into_iter().flatten();
        let only = presenter.only([presenter.only_staff(self.staff)]);
        said.chain(said_lags(&self.lags, presenter)).map(|message| presenter.say(&message)).chain(only).collect()
    }
}

/// Whether doing that task keeps that protection.
fn keeps(task: &DueRow, row: &ExpiringRow) -> bool {
    let is_its_act = matches!((&*task.task, row.act), ("preheat", "preheat") | ("party-visit", "home-visit"));
    is_its_act && task.household == row.household && task.due == row.until && task.assignee.as_ref() == Some(&row.staff)
}

/// The call list in words. Its phones are there to be dialled, so they are never masked.
pub fn due_listing(list: &CallList<'_>, by: DueBy, medium: Medium, presenter: &Presenter<'_>) -> Listing {
    let lines = list.lines();
    let (columns, groups) = match medium {
        Medium::Sheet | Medium::Workbook => {
            let columns = Columns::of(SHEET, medium);
            let groups = columns.whole(&lines, presenter);
            (columns, groups)
        }
        Medium::Page => {
            let columns = Columns::of(PAGE, medium).without(by.field());
            let groups = grouped(&lines, by, &columns, presenter);
            (columns, groups)
        }
    };
    let title = match list.reading.as_of.succ_opt() == Some(list.reading.on) {
        true => Message::new("report-due-title"),
        false => Message::new("report-due-title-other"),
    };
    Listing {
        title: presenter.say(&title.show("on", list.reading.on).show("as_of", list.reading.as_of)),
        summary: list.summary(&lines, presenter),
        headings: columns.headings(presenter),
        groups,
        notes: Vec::new(),
    }
}

fn grouped(lines: &[CallLine], by: DueBy, columns: &Columns<CallLine>, presenter: &Presenter<'_>) -> Vec<Group> {
    let mut groups: BTreeMap<Option<String>, Vec<&CallLine>> = BTreeMap::new();
    for line in lines {
        groups.entry(by.key(line, presenter)).or_default().push(line);
    }
    let group = |(key, lines): (Option<String>, Vec<&CallLine>)| {
        let title =
            Message::new("report-due-group").with("of", by.title(key.as_deref(), presenter)).with("count", lines.len());
        columns.group(Some(presenter.say(&title)), together(lines), presenter)
    };
    groups.into_iter().map(group).collect()
}

/// Those of one household together, where the first of them stands.
fn together(mut lines: Vec<&CallLine>) -> Vec<&CallLine> {
    let mut first: BTreeMap<&Phone, NaiveDate> = BTreeMap::new();
    for line in &lines {
        let day = first.entry(line.household()).or_insert(line.due());
        *day = line.due().min(*day);
    }
    lines.sort_by_key(|line| (first.get(line.household()).copied(), line.household(), line.due()));
    lines
}

fn count(rows: &[DueRow], on: NaiveDate) -> Message {
    if rows.is_empty() {
        return Message::new("report-due-none").show("on", on);
    }
    let of = |urgency: Urgency| rows.iter().filter(|row| row.status == urgency).count();
    Message::new("report-due-count")
        .with("count", rows.len())
        .with("overdue", of(Urgency::Overdue))
        .with("due", of(Urgency::Due))
        .with("upcoming", of(Urgency::Upcoming))
}
