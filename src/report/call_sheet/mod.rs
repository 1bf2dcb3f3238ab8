//! The sheets that people take along (回访单): each assignee's tasks, those of one person and ledger on one line.

mod line;
mod order;
mod person;
mod supervisor;
mod written;

pub use line::{CallSheetLine, CallSheetTask};
pub use supervisor::{SupervisorRow, supervisor_rows};
pub use written::{WrittenCallSheet, written_listing};

use crate::domain::{Books, Kind, Phone, Seq, StaffId};
use crate::policy::{Assessment, Policy, Same};
use crate::report::explain::Teller;
use crate::report::{DueRow, Presenter};
use person::PersonRowsFinder;
use std::collections::BTreeMap;

/// What somebody takes along for a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallSheet {
    /// Who has to do it; none: nobody.
    pub assignee: Option<StaffId>,
    /// Their name; none: nobody, or not on the roster.
    pub name: Option<String>,
    /// Their department on that day; none: they have none.
    pub department: Option<String>,
    /// The lines, sheet by sheet, each sheet's in the order they are worked in.
    pub lines: Vec<CallSheetLine>,
}

/// Which sheet of the workbook a line stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CallSheetPage {
    /// Of the ledger that closes it.
    Ledger(Kind),
    /// 待补登: of the ledger in which a row of its own has to be completed.
    ToComplete(Kind),
    /// 其他事项: no ledger closes it.
    Others,
}

impl CallSheetPage {
    fn of(row: &DueRow, policy: &Policy) -> Self {
        match policy.obligation(&row.task).map(|obligation| &obligation.evidence) {
            None => CallSheetPage::Others,
            Some(evidence) if evidence.same == Same::Row => CallSheetPage::ToComplete(evidence.query.ledger),
            Some(evidence) => CallSheetPage::Ledger(evidence.query.ledger),
        }
    }

    /// The ledger whose columns it has; none: those of no ledger.
    pub const fn ledger(self) -> Option<Kind> {
        match self {
            CallSheetPage::Ledger(kind) | CallSheetPage::ToComplete(kind) => Some(kind),
            CallSheetPage::Others => None,
        }
    }
}

/// The tasks of each line: by its page, its person, and the row that is to be completed.
type Lines<'r> = BTreeMap<(CallSheetPage, &'r Phone, Seq), Vec<&'r DueRow>>;

/// The sheets of everybody who has something to do, by number; what is of nobody last.
pub fn call_sheets(
    rows: &[DueRow],
    assessment: &Assessment,
    books: &Books,
    presenter: &Presenter<'_>,
) -> Vec<CallSheet> {
    let teller = Teller { presenter: *presenter, books };
    let finder = PersonRowsFinder::of(assessment, books);
    let mut of_staff: BTreeMap<Option<&StaffId>, Lines<'_>> = BTreeMap::new();
    for row in rows {
        let page = CallSheetPage::of(row, presenter.policy);
        // A row that is to be completed stands on a line of its own.
        let own = match page {
            CallSheetPage::ToComplete(_) => row.cause,
            CallSheetPage::Ledger(_) | CallSheetPage::Others => 0,
        };
        let lines = of_staff.entry(row.assignee.as_ref()).or_default();
        lines.entry((page, &row.phone, own)).or_default().push(row);
    }
    let sheet = |(assignee, lines): (Option<&StaffId>, Lines<'_>)| {
        let lines = lines.into_iter().map(|((page, ..), tasks)| CallSheetLine::of(page, &tasks, &finder, &teller));
        CallSheet {
            assignee: assignee.cloned(),
            name: assignee.and_then(|id| presenter.name(id)).map(str::to_owned),
            department: assignee.and_then(|id| presenter.department(id)).map(str::to_owned),
            lines: order::as_worked(lines.collect()),
        }
    };
    let nobodys = of_staff.remove(&None);
    of_staff.into_iter().chain(nobodys.map(|lines| (None, lines))).map(sheet).collect()
}
