//! Households that leavers hand over (离职交接表).

use super::cells::RowCells;
use super::column::{at, customer, may, need, phone};
use super::description::{Ledger, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{DATE, STAFF};
use super::telling::{RowPart, said};
use super::value::{ColumnType as T, ToValue};
use crate::domain::StaffId;
use serde::{Deserialize, Serialize};

/// A leaver hands a household over (离职交接表).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// Who hands it over.
    pub staff: StaffId,
    /// Who takes it (接收人), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_by: Option<String>,
}

impl LedgerRow for Handover {
    const LEDGER: &'static Ledger = &Ledger {
        id: "handover",
        chinese: "离职交接表",
        named: &["离职交接表", "离职交接", "交接", "handovers"],
        columns: Self::COLUMNS,
        turn: Some(8),
        ..Ledger::USUAL
    };

    columns![
        at(&[&["交接日期", "交接时间", "handoverdate"], DATE]),
        customer(),
        phone(),
        need(F::Staff, T::Staff(None), &[&["交出人", "移交人", "交接人"], STAFF], |row| row.staff.value()),
        may(F::ReceivedBy, T::Person, &[&["接收人", "接手人", "接收专员"]], |row| row.received_by.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let staff = cells.needed_staff(F::Staff);
        let received_by = cells.text(F::ReceivedBy);
        Some(Handover { staff: staff?, received_by })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        said([
            Some(RowPart::by("explain-row-handover", &self.staff)),
            RowPart::text("explain-row-received-by", &self.received_by),
        ])
    }

    fn staff(&self) -> Option<&StaffId> {
        Some(&self.staff)
    }
}
