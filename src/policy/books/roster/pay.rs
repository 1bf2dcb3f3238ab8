//! What the wage ledger says of people's months.

use crate::domain::{Month, StaffId, Wage};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// What the wage ledger says of each person's months; of several rows the last that gives a sum.
#[derive(Debug, Clone, Default)]
pub struct Payroll(FxHashMap<(StaffId, Month), MonthlyPay>);

#[derive(Debug, Clone, Default)]
struct MonthlyPay {
    payable: Option<Decimal>,
    base: Option<Decimal>,
}

impl Payroll {
    /// Takes a row in; what it leaves blank stays as it was.
    pub fn take(&mut self, row: &Wage) {
        let pay = self.0.entry((row.staff.clone(), row.month)).or_default();
        pay.payable = row.payable.or(pay.payable);
        pay.base = row.base.or(pay.base);
    }

    /// What was to be paid out (应发工资), in yuan.
    pub fn payable(&self, id: &StaffId, month: Month) -> Option<Decimal> {
        self.0.get(&(id.clone(), month))?.payable
    }

    /// What days' wages are reckoned from (计薪基数), in yuan.
    pub fn base(&self, id: &StaffId, month: Month) -> Option<Decimal> {
        self.0.get(&(id.clone(), month))?.base
    }
}
