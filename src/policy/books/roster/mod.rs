//! Who works here, since when and until when, as what, where, and for how much: on any day.
//!
//! `member` makes one person's history of the rows that bear their number; `pay` holds the months of the wage ledger.

mod member;
mod pay;

use crate::domain::{Books, Month, Role, Seq, StaffId, StaffRow};
use chrono::NaiveDate;
use member::Member;
use pay::Payroll;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// The staff (花名册) with their histories, and the wage ledger (工资表).
#[derive(Debug, Clone, Default)]
pub struct Roster {
    staff: FxHashMap<StaffId, Member>,
    /// By number.
    sorted: Vec<StaffId>,
    payroll: Payroll,
}

impl Roster {
    /// Reads the roster and the wages off the books.
    pub fn of(books: &Books) -> Self {
        let mut rows: FxHashMap<&StaffId, Vec<(Seq, &StaffRow)>> = FxHashMap::default();
        let mut payroll = Payroll::default();
        for entry in &books.entries {
            let fact = &entry.record.fact;
            if let Some(row) = fact.row::<StaffRow>() {
                rows.entry(&row.staff_id).or_default().push((entry.seq, row));
            } else if let Some(row) = fact.row() {
                payroll.take(row);
            }
        }
        let staff: FxHashMap<StaffId, Member> =
            rows.into_iter().filter_map(|(id, rows)| Some((id.clone(), Member::of(&rows)?))).collect();
        let mut sorted: Vec<StaffId> = staff.keys().cloned().collect();
        sorted.sort_unstable();
        Roster { staff, sorted, payroll }
    }

    /// The same with the house's own words of 岗位 understood, each as the role it is.
    #[must_use]
    pub fn with_roles(mut self, roles: &BTreeMap<String, Role>) -> Self {
        if !roles.is_empty() {
            self.staff.values_mut().for_each(|member| member.understand(roles));
        }
        self
    }

    /// Everybody as they stand on that day, by number: who is not employed then as they were last, or will be first.
    pub fn on(&self, day: NaiveDate) -> impl Iterator<Item = StaffRow> {
        self.sorted.iter().filter_map(move |id| Some(self.staff.get(id)?.on(id, day)))
    }

    /// The name they were last given.
    pub fn name(&self, id: &StaffId) -> Option<&str> {
        self.staff.get(id).map(Member::name)
    }

    /// Whether they are employed on that day: in any spell of theirs, its first and last day included. Who is on no
    /// roster (its import was taken back) counts as employed without bounds.
    pub fn employed(&self, id: &StaffId, day: NaiveDate) -> bool {
        self.staff.get(id).is_none_or(|member| member.employed(day))
    }

    /// The last day of each spell that was not followed by another at once, with the roster's row that says so.
    pub fn last_days(&self, id: &StaffId) -> Vec<(NaiveDate, Seq)> {
        self.staff.get(id).map(Member::last_days).unwrap_or_default()
    }

    /// The roster's row by which they are not employed on that day.
    pub fn absence(&self, id: &StaffId, day: NaiveDate) -> Option<Seq> {
        self.staff.get(id)?.absence(day)
    }

    /// The department in force on that day; those without one are a department of their own.
    pub fn department(&self, id: &StaffId, day: NaiveDate) -> Option<&str> {
        self.staff.get(id)?.department(day)
    }

    /// Whether their department, role or wage ever changes on a day that the roster names.
    pub fn has_history(&self, id: &StaffId) -> bool {
        self.staff.get(id).is_some_and(Member::has_history)
    }

    /// The manager of a department on that day: the first by number.
    pub fn manager(&self, department: Option<&str>, day: NaiveDate) -> Option<&StaffId> {
        self.sorted.iter().find(|id| {
            self.staff.get(id).is_some_and(|member| {
                member.role(day) == Some(Role::Manager) && member.department(day) == department && member.employed(day)
            })
        })
    }

    /// The month's wage that something dated on that day is priced by, in yuan: the wage ledger's base for its month,
    /// else the roster's wage in force on the day.
    pub fn wage(&self, id: &StaffId, day: NaiveDate) -> Option<Decimal> {
        self.payroll.base(id, Month::of(day)).or_else(|| self.staff.get(id)?.wage(day))
    }

    /// What a month's fines are measured against, in yuan: what was payable, else the base, else the roster's wage in
    /// force on the month's last day.
    pub fn month_wage(&self, id: &StaffId, month: Month) -> Option<Decimal> {
        let payable = self.payroll.payable(id, month);
        payable.or_else(|| self.payroll.base(id, month)).or_else(|| self.staff.get(id)?.wage(month.last()))
    }
}

#[cfg(test)]
mod tests;
