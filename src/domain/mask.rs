//! Numbers with their middle hidden: in one output no two of them look the same.

use super::{Phone, narrow};
use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How the numbers of one output are hidden: `138****5678`, and of those that would look alike as many digits more as
/// tell them apart.
#[derive(Debug, Default)]
pub struct PhoneMasks {
    seen: RefCell<BTreeSet<Phone>>,
    apart: BTreeMap<Phone, String>,
}

impl PhoneMasks {
    /// The number with its middle hidden.
    pub fn of(&self, phone: &Phone) -> String {
        if let Some(masked) = self.apart.get(phone) {
            return masked.clone();
        }
        self.seen.borrow_mut().insert(phone.clone());
        phone.masked()
    }

    /// A text in which every run of digits that can be a whole number, mobile or with its area, has its middle hidden; so
    /// has a number written behind its area code (`0551-63077190`).
    pub fn within(&self, text: &str) -> String {
        let narrow: Vec<char> = text.chars().map(narrow).collect();
        let mut said: Vec<char> = text.chars().collect();
        let mut at = 0;
        while at < narrow.len() {
            let digits = narrow[at..].iter().take_while(|char| char.is_ascii_digit()).count();
            let behind = at + digits + 1;
            let is_area = matches!((digits, narrow[at]), (3 | 4, '0')) && narrow.get(at + digits) == Some(&'-');
            let number = narrow.iter().skip(behind).take_while(|char| char.is_ascii_digit()).count();
            let end = match (digits, narrow[at]) {
                (11, '1') | (10..=12, '0') => at + digits,
                _ if is_area && matches!(number, 7 | 8) => behind + number,
                _ => {
                    at += digits.max(1);
                    continue;
                }
            };
            let places = || (at..end).filter(|place| narrow[*place] != '-');
            let phone = Phone::normalised(&places().map(|place| narrow[place]).collect::<String>());
            for (place, shown) in places().zip(self.of(&phone).chars().filter(|shown| *shown != '-')) {
                if shown == '*' {
                    said[place] = '*';
                }
            }
            at = end;
        }
        said.into_iter().collect()
    }

    /// What somebody wrote for a number though it is none, a digit too few or too many: hidden as one.
    pub fn mistyped(text: &str) -> String {
        let is_digit = |char: &char| narrow(*char).is_ascii_digit();
        let digits = text.chars().filter(is_digit).count();
        // Less is no number that anybody could find out.
        if digits < 7 {
            return text.to_owned();
        }
        let mut nth = 0;
        let hide = |char: char| {
            nth += usize::from(is_digit(&char));
            if is_digit(&char) && nth > 3 && nth + 4 <= digits { '*' } else { char }
        };
        text.chars().map(hide).collect()
    }

    /// The numbers hidden so far, so that no two of them look alike; none if that is so already. Only the telling of an
    /// output shows which numbers are in it, so one in which some look alike is told once more with these.
    pub fn parted(&self) -> Option<PhoneMasks> {
        let mut alike: BTreeMap<String, Vec<Phone>> = BTreeMap::new();
        for phone in self.seen.borrow().iter() {
            alike.entry(phone.masked()).or_default().push(phone.clone());
        }
        let apart: BTreeMap<Phone, String> = alike
            .into_iter()
            .filter(|(_, phones)| phones.len() > 1)
            .flat_map(|(masked, phones)| apart(&masked, phones))
            .collect();
        (!apart.is_empty()).then(|| PhoneMasks { apart, ..PhoneMasks::default() })
    }
}

/// Numbers that look alike, each with as few hidden digits shown as tell them all apart, the first ones if it can be done
/// in several ways.
fn apart(masked: &str, phones: Vec<Phone>) -> Vec<(Phone, String)> {
    let written: Vec<Vec<char>> = phones.iter().map(|phone| phone.written().chars().collect()).collect();
    let hidden: Vec<usize> = masked.char_indices().filter(|(_, char)| *char == '*').map(|(at, _)| at).collect();
    let chosen =
        |set: u32| hidden.iter().rev().enumerate().filter(move |(bit, _)| set >> bit & 1 == 1).map(|(_, at)| *at);
    let tells = |set: &u32| {
        let shown: BTreeSet<String> =
            written.iter().map(|digits| chosen(*set).filter_map(|at| digits.get(at)).collect()).collect();
        shown.len() == written.len()
    };
    let mut sets: Vec<u32> = (1..1 << hidden.len().min(16)).collect();
    sets.sort_by_key(|set| (set.count_ones(), Reverse(*set)));
    let shown: Vec<usize> = sets.into_iter().find(tells).map(|set| chosen(set).collect()).unwrap_or(hidden.clone());
    let mask = |digits: &Vec<char>| -> String {
        let digit = |(at, masked)| digits.get(at).filter(|_| shown.contains(&at)).copied().unwrap_or(masked);
        masked.chars().enumerate().map(digit).collect()
    };
    let masks: Vec<String> = written.iter().map(mask).collect();
    phones.into_iter().zip(masks).collect()
}

/// A text with the numbers in it hidden, where nobody has to tell them apart.
pub fn discreet_within(text: &str) -> String {
    PhoneMasks::default().within(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_inside_a_text_are_hidden_and_other_figures_are_not() {
        for (text, shown) in [
            ("电话 `13812345678` 不在", "电话 `138****5678` 不在"),
            ("找１３８１２３４５６７８或02112345678", "找１３８****５６７８或021****5678"),
            ("138123456789, 1381234567, 21381234567", "138123456789, 1381234567, 21381234567"),
            ("2026-10-30 V-1234567890", "2026-10-30 V-1234567890"),
            ("按 0551-63077190 收下，不是 010-62345678", "按 0551-****7190 收下，不是 010-****5678"),
            ("0551-630771, 0551-630771901, 02-12345678", "0551-630771, 0551-630771901, 02-12345678"),
        ] {
            assert_eq!(discreet_within(text), shown);
        }
    }

    #[test]
    fn a_mistyped_number_is_hidden_as_one() {
        for (written, shown) in [
            ("1380000001", "138***0001"),
            ("138 1234 56789", "138 **** *6789"),
            ("1381234567x", "138***4567x"),
            ("１３８００００００１", "１３８***０００１"),
            ("630771", "630771"),
        ] {
            assert_eq!(PhoneMasks::mistyped(written), shown);
        }
    }

    fn told_apart(tell: impl Fn(&PhoneMasks) -> String) -> String {
        let masks = PhoneMasks::default();
        let told = tell(&masks);
        masks.parted().map_or(told, |masks| tell(&masks))
    }

    fn shown(numbers: &[&str]) -> String {
        told_apart(|masks| {
            numbers.iter().map(|number| masks.of(&Phone::normalised(number))).collect::<Vec<_>>().join(" ")
        })
    }

    #[test]
    fn numbers_that_would_look_alike_show_what_tells_them_apart_and_no_more() {
        for (numbers, masked) in [
            (&["13812345678", "13912345678"][..], "138****5678 139****5678"),
            (&["13812345678", "13812345678"], "138****5678 138****5678"),
            (&["13812345678", "13899995678"], "1381***5678 1389***5678"),
            (&["13812345678", "13812355678"], "138***45678 138***55678"),
            (&["13810005678", "13820005678", "13810015678"], "1381**05678 1382**05678 1381**15678"),
            (&["13810005678", "13820005678", "13700005678"], "1381***5678 1382***5678 137****5678"),
            (&["055163077190", "055164077190"], "0551-*3**7190 0551-*4**7190"),
            (&["1234567", "1239967"], "12*4*67 12*9*67"),
        ] {
            assert_eq!(shown(numbers), masked);
        }
    }

    #[test]
    fn a_number_in_a_text_looks_as_it_does_elsewhere() {
        let said = told_apart(|masks| {
            let cell = masks.of(&Phone::normalised("13812345678"));
            format!("{cell} {} {cell}", masks.within("改为１３８２２３４５６７８，原 13812345678"))
        });
        assert_eq!(said, "1381***5678 改为１３８２***５６７８，原 1381***5678 1381***5678");
    }

    #[test]
    fn what_somebody_reads_may_be_typed() {
        let may_be = |number: &str, masked: &str| Phone::normalised(number).may_be(masked);
        for masked in ["138****5678", "138*2**5678", "13812345678"] {
            assert!(may_be("13812345678", masked), "{masked}");
        }
        assert!(may_be("055163077190", "0551-*3**7190"));
        for masked in ["138*9**5678", "138***5678", "139****5678", ""] {
            assert!(!may_be("13812345678", masked), "{masked}");
        }
    }
}
