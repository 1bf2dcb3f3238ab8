//! How a cost came about, in sentences.

use super::page_writer::Teller;
use crate::domain::Message;
use crate::policy::{Amount, Certainty, Mode, Violation};
use crate::report::{Money, sums};
use rust_decimal::Decimal;
use serde::Serialize;

/// How a cost came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PricingRow {
    /// What is laid down: `fixed`, `range`, `wage-days`, `wage-share`; null: no cost is.
    pub form: Option<&'static str>,
    /// The customers or boxes it is multiplied with.
    pub times: u32,
    /// What a finding set inside the range, in yuan.
    pub set: Option<Decimal>,
    /// The month's wage it is reckoned from, in yuan.
    pub wage: Option<Decimal>,
    /// Which one of the person's it is, where they are counted.
    pub occurrence: Option<u32>,
    /// What it comes to, in the unit of the house.
    pub amount: Option<Money>,
    /// What it comes to, in a sentence.
    pub result: String,
    /// How that came about and what else the clause points to, in sentences.
    pub lines: Vec<String>,
}

impl Teller<'_> {
    /// What is told of a violation's cost.
    pub fn pricing(&self, violation: &Violation) -> PricingRow {
        let pricing = &violation.pricing;
        let mode = &self.presenter.policy.sanctions.mode;
        let amount = violation.cost.yuan().map(|yuan| sums::worth(mode, yuan));
        let mut lines = vec![self.laid_down(violation)];
        let more = |key| Message { key, args: Vec::new() };
        lines.extend(pricing.set.map(|set| Message::new("explain-cost-set").show("set", Money::rounded(set))));
        if pricing.amount.is_some() && pricing.times != 1 {
            lines.push(Message::new("explain-cost-times").show("times", pricing.times));
        }
        lines.extend(self.ladder(violation));
        let result = self.say(&match (violation.status, amount) {
            (Certainty::Suspected, _) => more("explain-cost-suspected"),
            (_, None) if pricing.amount.is_none() => more("explain-cost-none-so-far"),
            (_, None) => more("explain-cost-wage-unknown"),
            (status, Some(amount)) => {
                let key = match status {
                    Certainty::Pending => "explain-cost-would-be",
                    Certainty::Waived => "explain-cost-waived",
                    Certainty::Recorded | Certainty::Suspected | Certainty::Upheld => "explain-cost-is",
                };
                let unit = self.presenter.word("unit", sums::unit(mode));
                more(key).with("sum", sums::called(&self.presenter)).show("amount", amount).with("unit", unit)
            }
        });
        if let (Mode::Points { rate }, Some(_)) = (mode, amount) {
            lines.push(Message::new("explain-cost-points").show("rate", rate));
        }
        lines.extend(violation.action.map(|action| {
            Message::new("explain-cost-action").with("action", self.presenter.word("action", action.id()))
        }));
        PricingRow {
            form: pricing.amount.as_ref().map(|amount| match amount {
                Amount::Fixed(_) => "fixed",
                Amount::Range { .. } => "range",
                Amount::WageDays(_) => "wage-days",
                Amount::WageShare(_) => "wage-share",
            }),
            times: pricing.times,
            set: pricing.set,
            wage: pricing.wage,
            occurrence: violation.occurrence,
            amount,
            result,
            lines: lines.iter().map(|line| self.say(line)).collect(),
        }
    }

    /// The amount in force on the violation's day.
    fn laid_down(&self, violation: &Violation) -> Message {
        let yuan = |amount: Decimal| Money::rounded(amount);
        let pricing = &violation.pricing;
        let wage = pricing.wage.map_or_else(|| "?".to_owned(), |wage| yuan(wage).to_string());
        let message = match &pricing.amount {
            None => Message::new("explain-cost-nothing"),
            Some(Amount::Fixed(amount)) if amount.is_zero() => Message::new("explain-cost-zero"),
            Some(Amount::Fixed(amount)) => Message::new("explain-cost-fixed").show("amount", yuan(*amount)),
            Some(Amount::Range { min, max }) => {
                let key = if pricing.set.is_some() { "explain-cost-range" } else { "explain-cost-lower" };
                Message { key, args: Vec::new() }.show("min", yuan(*min)).show("max", yuan(*max))
            }
            Some(Amount::WageDays(days)) => Message::new("explain-cost-days")
                .show("count", days.normalize())
                .show("of", self.presenter.policy.sanctions.wage_month_days.normalize())
                .with("wage", wage),
            Some(Amount::WageShare(share)) => {
                Message::new("explain-cost-share").show("share", share.normalize()).with("wage", wage)
            }
        };
        message.show("day", violation.date)
    }

    /// Which one it is of the person's, and what that makes of the cost.
    fn ladder(&self, violation: &Violation) -> Option<Message> {
        let nth = violation.occurrence?;
        let key = match (nth, violation.pricing.beyond_first) {
            (1, _) => "explain-ladder-first",
            (_, true) => "explain-ladder-beyond",
            (_, false) => "explain-ladder-later",
        };
        Some(Message { key, args: Vec::new() }.show("nth", nth))
    }
}
