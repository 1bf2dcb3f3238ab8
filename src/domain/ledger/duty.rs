//! Work of the staff that is no customer's (工作完成登记表).

use super::cells::RowCells;
use super::column::{at, may, need};
use super::description::{Ledger, LedgerNeed, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{DATE, DEPARTMENT, NOTE};
use super::telling::{PartValue, RowPart, said};
use super::value::{ColumnType as T, ToValue};
use crate::domain::StaffId;
use serde::{Deserialize, Serialize};

/// Something that was due and was done (工作完成登记表): a report handed in, a record kept, a talk held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// What was done (事项), as written.
    pub duty: String,
    /// Who did it (完成人).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffId>,
    /// The department it was done for, as written; none: that of whoever did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// How many of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// The number of the order it belongs to (单号), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#ref: Option<String>,
    /// Remarks as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl LedgerRow for Duty {
    const LEDGER: &'static Ledger = &Ledger {
        id: "duty",
        chinese: "工作完成登记表",
        named: &["工作完成登记表", "工作完成", "duties"],
        columns: Self::COLUMNS,
        bears_on_all: true,
        needed: LedgerNeed::IfAsked,
        ..Ledger::USUAL
    };

    columns![
        at(&[&["完成日期", "完成时间", "工作日期", "dutydate"], DATE]),
        need(F::Duty, T::Code, &[&["事项", "工作事项", "完成事项"]], |row| row.duty.value()),
        may(F::Staff, T::Staff(None), &[&["完成人", "办理人"]], |row| row.staff.value()),
        may(F::Department, T::Code, &[DEPARTMENT], |row| row.department.value()),
        may(F::Count, T::Count, &[&["数量", "完成数量"]], |row| row.count.value()),
        may(F::Ref, T::Code, &[&["单号"]], |row| row.r#ref.value()),
        may(F::Note, T::Prose, &[NOTE], |row| row.note.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let duty = cells.text(F::Duty);
        let duty = cells.need(F::Duty, duty);
        let staff = cells.staff(F::Staff);
        let department = cells.text(F::Department);
        let count = cells.count(F::Count);
        let r#ref = cells.text(F::Ref);
        let note = cells.note();
        Some(Duty { duty: duty?, staff, department, count, r#ref, note })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        said([
            Some(RowPart::new("explain-row-duty").place("what", PartValue::Text(&self.duty))),
            self.staff.as_ref().map(|staff| RowPart::by("explain-row-done-by", staff)),
        ])
    }

    fn staff(&self) -> Option<&StaffId> {
        self.staff.as_ref()
    }
}
