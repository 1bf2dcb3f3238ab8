use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A price in yuan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Amount {
    Fixed(Decimal),
    /// The lower bound, unless a finding sets another inside.
    Range {
        min: Decimal,
        max: Decimal,
    },
    /// That many days' wages.
    WageDays(Decimal),
    /// That share of a month's wage.
    WageShare(Decimal),
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct AmountForm {
            min: Option<toml::Value>,
            max: Option<toml::Value>,
            wage_days: Option<toml::Value>,
            wage_share: Option<toml::Value>,
        }
        let money = |value: &toml::Value| match value {
            toml::Value::Integer(yuan) => Ok(Decimal::from(*yuan)),
            // Without trailing zeros: "50.00" and 50 are one price.
            toml::Value::String(text) => {
                text.parse::<Decimal>().map(|sum| sum.normalize()).map_err(|_| D::Error::custom("policy-fault-sum"))
            }
            _ => Err(D::Error::custom("policy-fault-sum")),
        };
        let value = toml::Value::deserialize(deserializer)?;
        if !value.is_table() {
            return Ok(Amount::Fixed(money(&value)?));
        }
        match value.try_into().map_err(|error: toml::de::Error| D::Error::custom(error.message()))? {
            AmountForm { min: Some(min), max: Some(max), wage_days: None, wage_share: None } => {
                Ok(Amount::Range { min: money(&min)?, max: money(&max)? })
            }
            AmountForm { min: None, max: None, wage_days: Some(days), wage_share: None } => {
                Ok(Amount::WageDays(money(&days)?))
            }
            AmountForm { min: None, max: None, wage_days: None, wage_share: Some(share) } => {
                Ok(Amount::WageShare(money(&share)?))
            }
            _ => Err(D::Error::custom("policy-fault-amount")),
        }
    }
}
