//! What a breach costs, and what is made of the sums (`[sanctions]`, `[papers]`, `[[offence]]`).

use crate::policy::rules::kinds::{
    AboveZero, Both, Changing, ClauseId, DayCount, Flag, Id, IfAny, PaperOffence, Percent, Price, UpTo, Word,
};
use crate::policy::rules::mode::{Mode, ModeKind};
use crate::policy::rules::parameter::{BelongsTo, parameters};
use crate::policy::{Action, Amount, Bilingual, Clause, Per, Timed};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::sync::Arc;

parameters! {
    /// What late papers are (docs/how-it-decides.md, Late papers).
    Papers => {
        /// Days after the sale for the sales list.
        sales_list_days: Timed<u32> = Changing<DayCount>
            { "policy-entry-sales-list-days", behind: |of| BelongsTo::Offence(of.sales_list.clone()) },
        /// Days after the signup for the report of a new customer; zero: it is reported the same day.
        #[serde(skip_serializing_if = "Timed::is_zero")]
        report_days: Timed<u32> = Changing<DayCount>
            { "policy-entry-report-days", default: Timed::always(0), behind: |of| BelongsTo::Offence(of.report.clone()) },
        /// Of a sales list handed in late.
        sales_list: Arc<str> = PaperOffence { "policy-entry-sales-list" },
        /// Of a sales list entered late.
        sales_entry: Arc<str> = PaperOffence { "policy-entry-sales-entry" },
        /// Of new customers reported late.
        report: Arc<str> = PaperOffence { "policy-entry-report" },
        /// Of new customers entered late.
        entry: Arc<str> = PaperOffence { "policy-entry-entry" },
    }
}

parameters! {
    /// A breach (违规类别) and what it costs.
    Offence by |offence| BelongsTo::Clause(offence.clause.clone()) => {
        /// The id it is named by.
        id: Arc<str> = Id,
        /// The clause it is of.
        clause: Clause = ClauseId { "policy-entry-clause" },
        /// What people call it.
        title: Bilingual = Both { "policy-entry-title" },
        /// None: no cost is laid down.
        amount: Option<Timed<Amount>> = IfAny<Changing<Price>> { "policy-entry-amount" },
        /// What the price is multiplied with.
        per: Per = Word<Per> { "policy-entry-per", default: Per::Each },
        /// Whether only the first of a person costs; such an offence has a ladder.
        first_only: bool = Flag { "policy-entry-first-only" },
        /// What the clause points to from the second on; such an offence has a ladder.
        from_second: Option<Action> = IfAny<Word<Action>> { "policy-entry-from-second" },
        /// What the clause points to always.
        action: Option<Action> = IfAny<Word<Action>> { "policy-entry-action" },
        /// What it points to where the finding calls it severe.
        severe: Option<Action> = IfAny<Word<Action>> { "policy-entry-severe" },
    }
}

impl Offence {
    /// Whether breaches of one person are counted from the first.
    pub fn has_ladder(&self) -> bool {
        self.first_only || self.from_second.is_some()
    }

    /// The range a finding's amount must lie in on that day, if there is one.
    pub fn range(&self, day: NaiveDate) -> Option<(Decimal, Decimal)> {
        match self.amount.as_ref()?.at(day) {
            Amount::Range { min, max } => Some((*min, *max)),
            Amount::Fixed(_) | Amount::WageDays(_) | Amount::WageShare(_) => None,
        }
    }
}

parameters! {
    /// How sums are shown.
    Sanctions => {
        /// What the amounts are taken for.
        mode: Mode = ModeKind { "policy-entry-mode" },
        /// Share of a month's wage above which the fines are marked, in percent.
        ceiling_percent: Decimal = Percent { "policy-entry-ceiling" },
        /// Days of a month for what is priced in days' wages.
        wage_month_days: Decimal = UpTo<31> { "policy-entry-wage-month-days" },
        /// Yuan a month, shown as a floor.
        minimum_wage: Option<Decimal> = IfAny<AboveZero> { "policy-entry-minimum-wage" },
    }
}
