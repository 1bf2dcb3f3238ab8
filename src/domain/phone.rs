//! Telephone numbers.

use super::{area, narrow};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// A normalised phone number (电话): digits only, as `ingest` made it.
///
/// A mobile number has 11 digits; a landline its area code and number, or 7–8 digits as written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(Arc<str>);

impl Phone {
    /// Takes digits that are known to be a normalised number.
    pub fn normalised(digits: &str) -> Self {
        Phone(digits.into())
    }

    /// The number's digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number as people write it, and as no spreadsheet takes it for a quantity: a landline's area code stands apart
    /// (`0551-63077190`).
    pub fn written(&self) -> String {
        match area::parted(&self.0) {
            Some((code, number)) => format!("{code}-{number}"),
            None => self.0.to_string(),
        }
    }

    /// Whether it is most likely a placeholder: one digit over and over, or counted up (`00000000`, `13800000000`,
    /// `12345678`).
    pub fn is_dummy(&self) -> bool {
        let digits = self.0.as_bytes();
        let own = if digits.len() == 11 { &digits[3..] } else { digits };
        let counts = |step: u8| own.windows(2).all(|pair| pair[1] == pair[0].wrapping_add(step));
        counts(0) || (digits.len() < 9 && counts(1)) || digits.iter().skip(1).all(|digit| *digit == digits[1])
    }

    /// Whether it may be the number that somebody read with its middle hidden: as long, and with the digits shown.
    pub fn may_be(&self, masked: &str) -> bool {
        let shown = masked.chars().filter(|char| *char != '-');
        self.0.len() == shown.clone().count()
            && self.0.chars().zip(shown).all(|(own, shown)| shown == '*' || own == shown)
    }

    /// The number with its middle hidden (`138****5678`); of short numbers the last two digits stay.
    pub fn masked(&self) -> String {
        if let Some((code, number)) = area::parted(&self.0) {
            let (hidden, tail) = number.split_at(number.len() - 4);
            return format!("{code}-{}{tail}", "*".repeat(hidden.len()));
        }
        let digits: Vec<char> = self.0.chars().collect();
        let (head, tail) = match digits.len() {
            10.. => (3, 4),
            7..=9 => (2, 2),
            _ => (0, digits.len().min(2)),
        };
        let hidden = digits.len() - head - tail;
        digits[..head].iter().chain(std::iter::repeat_n(&'*', hidden)).chain(&digits[digits.len() - tail..]).collect()
    }
}

/// A word somebody typed, as it may stand on paper and in logs: what may be a phone number has its middle hidden.
pub fn discreet(word: &str) -> String {
    let is_written_so = |char: char| char.is_ascii_digit() || matches!(char, ' ' | '+' | '-' | '(' | ')');
    let narrow: String = word.chars().map(narrow).collect();
    let digits: String = narrow.chars().filter(char::is_ascii_digit).collect();
    let may_be_phone = narrow.chars().all(is_written_so) && digits.len() >= 7;
    match may_be_phone && narrow.parse::<NaiveDate>().is_err() {
        true => Phone::normalised(&digits).masked(),
        false => word.to_owned(),
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_number_is_hidden_however_it_was_typed() {
        for (typed, shown) in [
            ("13812345678", "138****5678"),
            ("138 1234 5678", "138****5678"),
            ("+86 138-1234-5678", "861******5678"),
            ("１３８１２３４５６７８", "138****5678"),
            ("2026-10-30", "2026-10-30"),
            ("123456", "123456"),
            ("V-1234567890", "V-1234567890"),
            ("2026-10-30 12:00:00", "2026-10-30 12:00:00"),
        ] {
            assert_eq!(discreet(typed), shown);
        }
    }

    #[test]
    fn landlines_are_written_with_their_area_apart() {
        for (number, written) in [
            ("055163077190", "0551-63077190"),
            ("02112345678", "021-12345678"),
            ("13812345678", "13812345678"),
            ("63077190", "63077190"),
        ] {
            assert_eq!(Phone::normalised(number).written(), written);
        }
    }

    #[test]
    fn placeholders_are_told_from_numbers() {
        for (number, is_dummy) in [
            ("00000000", true),
            ("11111111", true),
            ("13800000000", true),
            ("13333333333", true),
            ("1234567", true),
            ("13812345678", false),
            ("63077190", false),
        ] {
            assert_eq!(Phone::normalised(number).is_dummy(), is_dummy, "{number}");
        }
    }

    #[test]
    fn masking_hides_the_middle_whatever_the_length() {
        for (number, masked) in [
            ("13812345678", "138****5678"),
            ("02112345678", "021-****5678"),
            ("055163077190", "0551-****7190"),
            ("05351234567", "0535-***4567"),
            ("1234567", "12***67"),
            ("12345678", "12****78"),
            ("12", "12"),
        ] {
            assert_eq!(Phone::normalised(number).masked(), masked);
        }
    }
}
