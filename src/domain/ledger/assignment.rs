//! Households given to specialists (资源分配登记表).

use super::cells::RowCells;
use super::column::{at, customer, may, need, phone};
use super::description::{Ledger, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{DATE, STAFF};
use super::telling::{RowPart, said};
use super::value::{ColumnType as T, ToValue};
use crate::domain::StaffId;
use serde::{Deserialize, Serialize};

/// The company gives a household to a specialist (资源分配登记表).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// Who receives it.
    pub staff: StaffId,
    /// Who decided it (分配人), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
}

impl LedgerRow for Assignment {
    const LEDGER: &'static Ledger = &Ledger {
        id: "assignment",
        chinese: "资源分配登记表",
        named: &["资源分配登记表", "资源分配", "分配", "assignments"],
        columns: Self::COLUMNS,
        turn: Some(1),
        ..Ledger::USUAL
    };

    columns![
        at(&[&["分配日期", "分配时间", "assignmentdate"], DATE]),
        customer(),
        phone(),
        need(F::Staff, T::Staff(None), &[&["接收专员", "接收人"], STAFF], |row| row.staff.value()),
        may(F::DecidedBy, T::Person, &[&["分配人", "决定人"]], |row| row.decided_by.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let staff = cells.needed_staff(F::Staff);
        let decided_by = cells.text(F::DecidedBy);
        Some(Assignment { staff: staff?, decided_by })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        said([
            Some(RowPart::by("explain-row-assignment", &self.staff)),
            RowPart::text("explain-row-decided-by", &self.decided_by),
        ])
    }

    fn staff(&self) -> Option<&StaffId> {
        Some(&self.staff)
    }
}
