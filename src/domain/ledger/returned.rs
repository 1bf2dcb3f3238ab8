//! Goods brought back (退货登记表).

use super::cells::RowCells;
use super::column::{at, customer, may, need, phone};
use super::description::{Ledger, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{AMOUNT, BOXES, DATE, STAFF};
use super::sale::Sale;
use super::telling::{PartValue, RowPart};
use super::value::{ColumnType as T, ToValue};
use crate::domain::StaffId;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Boxes brought back (退货登记表); also a sales row with negative boxes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// How many.
    pub boxes: u32,
    /// Yuan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Decimal>,
    /// Whose customer it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffId>,
    /// Why, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl LedgerRow for Return {
    const LEDGER: &'static Ledger = &Ledger {
        id: "return",
        chinese: "退货登记表",
        named: &["退货登记表", "退货", "returns"],
        columns: Self::COLUMNS,
        turn: Some(8),
        ..Ledger::USUAL
    };

    columns![
        at(&[&["退货日期", "退货时间", "退款日期", "退回日期", "returndate"], DATE]),
        customer(),
        phone(),
        need(
            F::Boxes,
            T::Count,
            &[&["盒数", "退货盒数", "退货数量", "退货数", "退回数量"], BOXES],
            |row| row.boxes.value()
        ),
        may(F::Amount, T::Money, &[&["金额", "退货金额", "退款金额"], AMOUNT], |row| row.amount.value()),
        may(F::Staff, T::Staff(None), &[STAFF], |row| row.staff.value()),
        may(F::Reason, T::Prose, &[&["原因", "退货原因"]], |row| row.reason.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let boxes = cells.count(F::Boxes);
        let boxes = cells.need(F::Boxes, boxes);
        let amount = cells.money(F::Amount);
        let staff = cells.staff(F::Staff);
        let reason = cells.text(F::Reason);
        Some(Return { boxes: boxes?, amount, staff, reason })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        vec![RowPart::new("explain-row-return").place("boxes", PartValue::Count(self.boxes))]
    }

    fn staff(&self) -> Option<&StaffId> {
        self.staff.as_ref()
    }
}

impl Return {
    /// Goods brought back that stand on a sales list, with boxes below nought, as many boxes as those.
    pub fn of_sale(sale: Sale, boxes: u32) -> Return {
        Return { boxes, amount: sale.amount, staff: Some(sale.staff), reason: None }
    }
}
