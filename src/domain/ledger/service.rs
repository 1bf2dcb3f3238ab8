//! What other houses' rules start from (服务记录).

use super::cells::RowCells;
use super::column::{at, customer, may, need, phone};
use super::description::{Ledger, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{AMOUNT, DATE, DEPARTMENT, NOTE, STAFF};
use super::telling::{PartValue, RowPart};
use super::value::{ColumnType as T, ToValue};
use crate::domain::StaffId;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Something other houses' rules start from (服务记录).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// The type of the matter (事项), as written.
    pub r#type: String,
    /// Who served.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffId>,
    /// The department as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// The day it runs out (到期日).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<NaiveDate>,
    /// Yuan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Decimal>,
    /// Remarks as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl LedgerRow for Service {
    const LEDGER: &'static Ledger = &Ledger {
        id: "service",
        chinese: "服务记录",
        named: &["服务记录", "services"],
        columns: Self::COLUMNS,
        turn: Some(8),
        ..Ledger::USUAL
    };

    columns![
        at(&[&["服务日期", "服务时间", "办理日期", "办理时间", "servicedate"], DATE]),
        customer(),
        phone(),
        need(F::Type, T::Code, &[&["事项", "服务事项", "事项类型", "服务类型", "服务项目"]], |row| {
            row.r#type.value()
        }),
        may(F::Staff, T::Staff(None), &[STAFF], |row| row.staff.value()),
        may(F::Department, T::Code, &[DEPARTMENT], |row| row.department.value()),
        may(F::Expires, T::Day, &[&["到期日", "到期日期", "到期时间"]], |row| row.expires.value()),
        may(F::Amount, T::Money, &[AMOUNT], |row| row.amount.value()),
        may(F::Note, T::Prose, &[NOTE], |row| row.note.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let kind = cells.text(F::Type);
        let kind = cells.need(F::Type, kind);
        let staff = cells.staff(F::Staff);
        let department = cells.text(F::Department);
        let expires = cells.ahead(F::Expires);
        let amount = cells.money(F::Amount);
        let note = cells.note();
        Some(Service { r#type: kind?, staff, department, expires, amount, note })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        vec![RowPart::new("explain-row-service").place("what", PartValue::Text(&self.r#type))]
    }

    fn staff(&self) -> Option<&StaffId> {
        self.staff.as_ref()
    }
}
