//! The sheets of a workbook: one for each ledger that closes something.

use crate::domain::Kind;
use crate::policy::{Policy, Same};
use crate::report::DueRow;

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
    pub(super) fn of(row: &DueRow, policy: &Policy) -> Self {
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
