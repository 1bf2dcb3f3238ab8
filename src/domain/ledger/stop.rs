//! Customers who are visited no longer (停访登记表).

use super::cells::RowCells;
use super::column::{at, customer, may, need, phone};
use super::description::{Ledger, LedgerRow, columns};
use super::field::Field as F;
use super::headings::DATE;
use super::telling::{PartValue, RowPart, said};
use super::value::{ColumnType as T, ToValue, WordList};
use crate::domain::{Message, StaffId, StopReason};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Visits to a customer stop (停访登记表).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// Why (停访原因).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<StopReason>,
    /// The first day that is no longer stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resumed: Option<NaiveDate>,
}

impl LedgerRow for Stop {
    const LEDGER: &'static Ledger = &Ledger {
        id: "stop",
        chinese: "停访登记表",
        named: &["停访登记表", "停访", "stops"],
        columns: Self::COLUMNS,
        turn: Some(8),
        ..Ledger::USUAL
    };

    columns![
        at(&[&["停访日期", "停访时间", "stopdate"], DATE]),
        customer(),
        phone(),
        need(
            F::Reason,
            T::Word(WordList::StopReason),
            &[&["原因", "停访原因", "停访理由", "停止原因"]],
            |row| row.reason.value()
        ),
        may(F::Resumed, T::Day, &[&["恢复日期", "恢复时间"]], |row| row.resumed.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let reason = cells.word(F::Reason);
        let reason = cells.need(F::Reason, reason);
        let resumed = cells.ahead(F::Resumed);
        if let (Some(at), Some(resumed)) = (cells.at(), resumed)
            && resumed < at.date
        {
            let message = Message::new("ingest-resumed-before-stop").show("resumed", resumed).show("stop", at.date);
            cells.noted(F::Resumed, message);
        }
        Some(Stop { reason, resumed })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        let reason = match self.reason {
            Some(reason) => PartValue::Word("stop", reason.id()),
            None => PartValue::Text("—"),
        };
        let main = RowPart::new("explain-row-stop").place("reason", reason);
        said([Some(main), RowPart::day("explain-row-resumed", self.resumed)])
    }

    fn staff(&self) -> Option<&StaffId> {
        None
    }
}
