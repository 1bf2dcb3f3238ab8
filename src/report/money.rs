//! Sums as reports write them.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};
use std::fmt;

/// A sum as reports show it: yuan or points, rounded half up to two decimals and always written with both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(Decimal);

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(Decimal::ZERO);

    /// The exact sum, rounded as it is shown.
    pub fn rounded(exact: Decimal) -> Self {
        Money(exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }

    /// What is shown, as a number.
    pub const fn shown(self) -> Decimal {
        self.0
    }
}

impl std::ops::AddAssign for Money {
    fn add_assign(&mut self, other: Money) {
        self.0 += other.0;
    }
}

impl std::ops::Sub for Money {
    type Output = Money;

    fn sub(self, other: Money) -> Money {
        Money(self.0 - other.0)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = self.0;
        shown.rescale(2);
        write!(f, "{shown}")
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_fen_is_rounded_up_and_both_decimals_are_written() {
        for (exact, shown) in [("50", "50.00"), ("0.004", "0.00"), ("0.005", "0.01"), ("2174.985", "2174.99")] {
            assert_eq!(Money::rounded(exact.parse().unwrap()).to_string(), shown);
        }
        let mut sum = Money::ZERO;
        sum += Money::rounded("1560.5".parse().unwrap());
        assert_eq!(serde_json::to_string(&sum).unwrap(), r#""1560.50""#);
    }
}
