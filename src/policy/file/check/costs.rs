//! What a breach costs: sums that are none below zero, and nothing that no mode and no report reads.

use super::super::raw;
use super::Check;
use crate::domain::Message;
use crate::policy::{Amount, Mode, Offence, Papers, Per, Sanctions};
use rust_decimal::Decimal;
use std::sync::Arc;
use toml::Spanned;

impl Check<'_> {
    pub(super) fn priced(&mut self, raw: &raw::Offence) -> Offence {
        if let Some(amount) = &raw.amount {
            let wrong = amount.get_ref().values().find_map(wrong_price);
            wrong.into_iter().for_each(|key| self.fault(amount.span(), Message::new(key)));
        }
        Offence {
            id: raw.id.get_ref().as_str().into(),
            clause: self.clause(&raw.clause),
            title: self.words(&raw.title),
            amount: raw.amount.as_ref().map(|amount| amount.get_ref().clone()),
            per: raw.per,
            first_only: raw.first_only,
            from_second: raw.from_second,
            action: raw.action,
            severe: raw.severe,
        }
    }

    pub(super) fn papers(&mut self, raw: &raw::Papers) -> Papers {
        Papers {
            sales_list_days: raw.sales_list_days.clone(),
            sales_list: self.paper(&raw.sales_list),
            sales_entry: self.paper(&raw.sales_entry),
            report: self.paper(&raw.report),
            entry: self.paper(&raw.entry),
        }
    }

    /// The offence of a late paper: one a list, however much stands on it.
    fn paper(&mut self, id: &Spanned<String>) -> Arc<str> {
        if self.offences.get(id.get_ref().as_str()).is_some_and(|per| *per != Per::Each) {
            self.fault(id.span(), Message::new("policy-fault-paper-per").with("id", &**id.get_ref()));
        }
        self.offence(id)
    }

    pub(super) fn sanctions(&mut self, raw: &raw::Sanctions) -> Sanctions {
        let rate = raw.rate.as_ref().map(|rate| self.number(rate, |rate| rate > Decimal::ZERO, "policy-fault-rate"));
        let mode = match (raw.mode.get_ref().as_str(), rate) {
            ("amounts", _) => Mode::Amounts,
            ("points", Some(rate)) => Mode::Points { rate },
            ("proposals", _) => Mode::Proposals,
            _ => {
                self.fault(raw.mode.span(), Message::new("policy-fault-mode").with("mode", &**raw.mode.get_ref()));
                Mode::Amounts
            }
        };
        let is_share = |percent| Decimal::ZERO < percent && percent <= Decimal::ONE_HUNDRED;
        let is_month = |days| Decimal::ZERO < days && days <= Decimal::from(31);
        let is_wage = |wage| wage > Decimal::ZERO;
        Sanctions {
            mode,
            ceiling_percent: self.number(&raw.ceiling_percent, is_share, "policy-fault-ceiling"),
            wage_month_days: self.number(&raw.wage_month_days, is_month, "policy-fault-wage-days"),
            minimum_wage: raw.minimum_wage.as_ref().map(|wage| self.number(wage, is_wage, "policy-fault-minimum-wage")),
        }
    }

    /// A single number that makes sense; ranges and wages are none.
    fn number(&mut self, raw: &Spanned<Amount>, makes_sense: fn(Decimal) -> bool, otherwise: &'static str) -> Decimal {
        match raw.get_ref() {
            Amount::Fixed(number) if makes_sense(*number) => *number,
            _ => {
                self.fault(raw.span(), Message::new(otherwise));
                Decimal::ONE
            }
        }
    }
}

/// What is wrong with a price, by the key of its text.
fn wrong_price(amount: &Amount) -> Option<&'static str> {
    let negative = |sum: &Decimal| *sum < Decimal::ZERO;
    match amount {
        Amount::Range { min, max } if min > max => Some("policy-fault-range-upside-down"),
        Amount::Fixed(sum) | Amount::Range { min: sum, .. } | Amount::WageDays(sum) | Amount::WageShare(sum)
            if negative(sum) =>
        {
            Some("policy-fault-negative")
        }
        _ => None,
    }
}
