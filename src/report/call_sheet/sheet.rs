//! What each person takes along for a day.

use super::line::CallSheetLine;
use super::order;
use super::page::CallSheetPage;
use super::person::PersonRowsFinder;
use crate::domain::{Books, Phone, Seq, StaffId};
use crate::policy::Assessment;
use crate::report::explain::Teller;
use crate::report::{DueRow, Presenter};
use std::collections::BTreeMap;

/// What somebody takes along for a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallSheet {
    /// Who has to do it; none: nobody, or a department's people.
    pub assignee: Option<StaffId>,
    /// Whose it is, as its file is called: name and number, or a department.
    pub whose: String,
    /// Their department on that day; none: they have none.
    pub department: Option<String>,
    /// The lines, sheet by sheet, each sheet's in the order they are worked in.
    pub lines: Vec<CallSheetLine>,
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
            whose: match assignee {
                Some(id) => presenter.name(id).map_or_else(|| id.to_string(), |name| format!("{name} {id}")),
                None => presenter.texts.get("call-sheet-nobody"),
            },
            department: assignee.and_then(|id| presenter.department(id)).map(str::to_owned),
            lines: order::as_worked(lines.collect()),
        }
    };
    let nobodys = of_staff.remove(&None);
    of_staff.into_iter().chain(nobodys.map(|lines| (None, lines))).map(sheet).collect()
}
