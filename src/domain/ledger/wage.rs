//! What somebody is paid for a month (工资表).

use super::cells::RowCells;
use super::column::{may, need, unkept};
use super::description::{Ledger, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{STAFF_NAME, STAFF_NUMBER};
use super::telling::{PartValue, RowPart, said};
use super::value::{ColumnType as T, ToValue};
use crate::domain::{Message, Month, StaffId};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What somebody is paid for a month (工资表).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wage {
    /// Who is paid.
    pub staff: StaffId,
    /// For which month.
    pub month: Month,
    /// Yuan to be paid out (应发工资).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payable: Option<Decimal>,
    /// Yuan that days' wages are reckoned from (计薪基数).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Decimal>,
}

impl LedgerRow for Wage {
    const LEDGER: &'static Ledger = &Ledger {
        id: "wage",
        chinese: "工资表",
        named: &["工资表", "工资单", "薪资表", "工资", "薪资", "wages"],
        columns: Self::COLUMNS,
        bears_on_all: true,
        ..Ledger::USUAL
    };

    columns![
        // Where a sheet gives the number and the name, the number says who it is and the name must agree.
        need(F::Staff, T::Staff(None), &[&["员工"], STAFF_NUMBER, STAFF_NAME], |row| row.staff.value()),
        need(F::Month, T::Month, &[&["月份", "工资月份", "所属月份", "计薪月份", "年月"]], |row| row
            .month
            .value()),
        may(F::Payable, T::Money, &[&["应发工资", "应发合计", "应发金额", "应发"]], |row| row
            .payable
            .value()),
        may(F::Base, T::Money, &[&["计薪基数", "工资基数", "计薪工资", "基数"]], |row| row.base.value()),
        unkept(F::Name, T::Person, &[STAFF_NAME]),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let staff = cells.needed_staff(F::Staff);
        let named = cells.staff(F::Name);
        if let (Some(staff), Some(named)) = (&staff, &named)
            && staff != named
        {
            cells.wrong(F::Name, Message::new("ingest-wage-of-two").show("staff", staff).show("named", named));
        }
        let month = cells.month(F::Month);
        let month = cells.need(F::Month, month);
        let payable = cells.money(F::Payable);
        let base = cells.money(F::Base);
        Some(Wage { staff: staff?, month: month?, payable, base })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        said([
            Some(
                RowPart::by("explain-row-wage", &self.staff).place("month", PartValue::Figure(self.month.to_string())),
            ),
            RowPart::sum("explain-row-payable", self.payable),
            RowPart::sum("explain-row-base", self.base),
        ])
    }

    fn staff(&self) -> Option<&StaffId> {
        Some(&self.staff)
    }
}
