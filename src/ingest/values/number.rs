//! Money and counts as people write them.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Reads a number with its thousands separators, currency signs and counting words; normalised, so that `1980.00` and
/// `1980` are the same. None: it is no number.
pub fn read(text: &str) -> Option<Decimal> {
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let text = ["¥", "RMB", "rmb"].iter().find_map(|sign| text.strip_prefix(sign)).unwrap_or(text).trim();
    let text = ["元整", "元", "圆", "块", "盒"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim();
    let (minus, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) if !negative => (true, rest),
        _ => (negative, text),
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = groups.all(|group| group.len() == 3 && digits(group));
    if !grouped || first.is_empty() || !digits(first) || !digits(fraction) || (first.len() > 3 && whole.contains(',')) {
        return None;
    }
    let plain: String = text.chars().filter(|c| *c != ',').collect();
    let number: Decimal = plain.strip_suffix('.').unwrap_or(&plain).parse().ok()?;
    // Nobody sells for a billion; what is larger is a telephone number in the wrong column.
    if number >= Decimal::from(1_000_000_000_u64) {
        return None;
    }
    Some(if minus { -number } else { number }.normalize())
}

/// Reads a whole number; none if it is none or has a fraction.
pub fn whole(text: &str) -> Option<i64> {
    let number = read(text)?;
    if number.fract().is_zero() { number.to_i64() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_in_every_spelling_is_one_amount() {
        for text in
            ["1980", "1980.00", "1,980", "¥1,980.00", "1980元", "¥ 1980", "1980 元", "+1980", "1980.", "1,980.0元整"]
        {
            assert_eq!(read(text).map(|it| it.to_string()).as_deref(), Some("1980"), "{text}");
        }
        assert_eq!(read("-2盒").map(|it| it.to_string()).as_deref(), Some("-2"));
        assert_eq!(read("¥-2.50").map(|it| it.to_string()).as_deref(), Some("-2.5"));
        assert_eq!(whole("2.0"), Some(2));
        assert_eq!(whole("-0"), Some(0));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "元", "1,98", "1.5万", "两盒", "1980,00", "12,3456", "1.2.3", "--1", "13812345678", "1e3", "."]
        {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(whole("2.5"), None);
    }
}
