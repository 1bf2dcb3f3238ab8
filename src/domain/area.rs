//! Area codes (区号), which part a landline's digits and tell what lost its leading 0.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The lengths of numbers by area code.
static AREAS: LazyLock<BTreeMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut areas = BTreeMap::new();
    let mut lengths: Vec<usize> = Vec::new();
    for line in include_str!("area_codes.txt").lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("= ") {
            Some(numbers) => lengths = numbers.split(' ').filter_map(|number| number.parse().ok()).collect(),
            None => areas.extend(line.split(' ').map(|code| (code, lengths.clone()))),
        }
    }
    areas
});

/// The area code and the number behind it; none where no code stands before it.
pub(super) fn parted(digits: &str) -> Option<(&str, &str)> {
    let plausible = |length: usize| match length {
        3 => digits.starts_with("01") || digits.starts_with("02"),
        _ => digits.starts_with('0'),
    };
    let known = [3, 4].into_iter().find(|length| digits.get(..*length).is_some_and(|code| AREAS.contains_key(code)));
    let length = known.or_else(|| [3, 4].into_iter().find(|length| plausible(*length)))?;
    let (code, number) = (digits.get(..length)?, digits.get(length..)?);
    matches!(number.len(), 7 | 8).then_some((code, number))
}

/// The number with the 0 that a spreadsheet has dropped; none if it can be something else, or no area is so called.
pub fn with_lost_nought(digits: &str) -> Option<String> {
    let whole = format!("0{digits}");
    let is_mobile = digits.len() == 11 && digits.starts_with('1');
    let (code, number) = parted(&whole)?;
    // No number behind an area code begins with 0, 1 or 9.
    let is_local = number.starts_with(|c: char| ('2'..='8').contains(&c));
    let fits = AREAS.get(code).is_some_and(|lengths| lengths.contains(&number.len()));
    (!is_mobile && is_local && fits).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_landline_is_parted_behind_its_area_code() {
        for (digits, code) in [
            ("055163077190", Some("0551")),
            ("02155501234", Some("021")),
            ("01088886666", Some("010")),
            ("05351234567", Some("0535")),
            ("63077190", None),
            ("13812345678", None),
        ] {
            assert_eq!(parted(digits).map(|(code, _)| code), code, "{digits}");
        }
    }

    #[test]
    fn a_lost_nought_comes_back_only_where_the_number_can_be_nothing_else() {
        assert_eq!(with_lost_nought("55163077190").as_deref(), Some("055163077190"));
        assert_eq!(with_lost_nought("2155501234").as_deref(), Some("02155501234"));
        assert_eq!(with_lost_nought("5352234567").as_deref(), Some("05352234567"));
        // A mobile, one digit too few, a code that no area has, a number too short or that begins with 1.
        for digits in ["13812345678", "1381234567", "4008001234", "5516307719", "5511234567", "63077190", "86551630771"]
        {
            assert_eq!(with_lost_nought(digits), None, "{digits}");
        }
    }
}
