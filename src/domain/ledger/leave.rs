//! Who of the staff is away (请假表).

use super::cells::RowCells;
use super::column::{may, need};
use super::description::{Ledger, LedgerNeed, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{STAFF_NAME, STAFF_NUMBER};
use super::telling::{PartValue, RowPart};
use super::value::{ColumnType as T, ToValue};
use crate::domain::{Message, StaffId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Somebody's leave (请假表).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leave {
    /// Who is away.
    pub staff: StaffId,
    /// The first day away.
    pub from: NaiveDate,
    /// The last day away.
    pub to: NaiveDate,
    /// Why, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl LedgerRow for Leave {
    const LEDGER: &'static Ledger = &Ledger {
        id: "leave",
        chinese: "请假表",
        named: &["请假表", "请假", "leaves"],
        columns: Self::COLUMNS,
        bears_on_all: true,
        needed: LedgerNeed::IfAsked,
        ..Ledger::USUAL
    };

    columns![
        need(F::Staff, T::Staff(None), &[&["请假人", "员工"], STAFF_NUMBER, STAFF_NAME], |row| row.staff.value()),
        need(F::From, T::Day, &[&["起", "请假开始", "开始日期", "起始日期", "开始时间"]], |row| row
            .from
            .value()),
        need(F::To, T::Day, &[&["止", "请假结束", "结束日期", "截止日期", "结束时间"]], |row| row
            .to
            .value()),
        may(F::Reason, T::Prose, &[&["原因", "请假原因", "请假事由"]], |row| row.reason.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let staff = cells.needed_staff(F::Staff);
        let from = cells.ahead(F::From);
        let from = cells.need(F::From, from);
        let to = cells.ahead(F::To);
        let to = cells.need(F::To, to);
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            cells.wrong(F::To, Message::new("ingest-leave-ends-before").show("to", to).show("from", from));
        }
        let reason = cells.text(F::Reason);
        Some(Leave { staff: staff?, from: from?, to: to?, reason })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        let main = RowPart::by("explain-row-leave", &self.staff);
        vec![main.place("from", PartValue::Day(self.from)).place("to", PartValue::Day(self.to))]
    }

    fn staff(&self) -> Option<&StaffId> {
        Some(&self.staff)
    }
}
