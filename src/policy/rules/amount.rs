//! Prices.

use crate::domain::Message;
use crate::policy::table::{ReadValue, WrittenValue};
use rust_decimal::Decimal;
use serde::Serialize;

/// A price in yuan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Amount {
    /// That many yuan.
    Fixed(Decimal),
    /// The lower bound, unless a finding sets another inside.
    Range {
        /// The lower bound in yuan, included.
        min: Decimal,
        /// The upper bound in yuan, included.
        max: Decimal,
    },
    /// That many days' wages.
    WageDays(Decimal),
    /// That share of a month's wage.
    WageShare(Decimal),
}

/// A whole number, or a decimal in quotes: fractions of TOML are none of ten. Without trailing zeros: "50.00" and 50 are
/// one price.
impl ReadValue for Decimal {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        let whole = written.as_integer().map(Decimal::from);
        let number = whole.or_else(|| written.as_text()?.parse::<Decimal>().ok().map(|number| number.normalize()));
        if number.is_none() {
            written.fault(Message::new("policy-fault-sum"));
        }
        number
    }
}

impl ReadValue for Amount {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        let amount = match written.is_table() {
            true => written.table(|table| {
                let parts = ["min", "max", "wage_days", "wage_share"].map(|key| table.read::<Option<Decimal>>(key));
                Some(match parts {
                    [Some(min), Some(max), Some(days), Some(share)] => [min, max, days, share],
                    _ => return None,
                })
            }),
            false => return Decimal::read_value(written).map(Amount::Fixed).filter(|sum| sum.is_sound(written)),
        };
        let amount = match amount? {
            [Some(min), Some(max), None, None] => Amount::Range { min, max },
            [None, None, Some(days), None] => Amount::WageDays(days),
            [None, None, None, Some(share)] => Amount::WageShare(share),
            _ => {
                written.fault(Message::new("policy-fault-amount"));
                return None;
            }
        };
        Some(amount).filter(|amount| amount.is_sound(written))
    }
}

impl Amount {
    /// Whether it is a price at all; why not is noted as a fault.
    fn is_sound(&self, written: &WrittenValue<'_>) -> bool {
        let wrong = match self {
            Amount::Range { min, max } if min > max => Some("policy-fault-range-upside-down"),
            Amount::Fixed(sum) | Amount::Range { min: sum, .. } | Amount::WageDays(sum) | Amount::WageShare(sum) => {
                (*sum < Decimal::ZERO).then_some("policy-fault-negative")
            }
        };
        wrong.into_iter().for_each(|key| written.fault(Message::new(key)));
        wrong.is_none()
    }
}
