//! Telephone numbers as people write them.

use super::blank_words::{self, ColumnSense};
use crate::domain::{Phone, with_lost_nought};

/// The numbers of one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellPhones {
    pub first: Phone,
    pub others: Vec<Phone>,
    /// The extension behind the first number.
    pub extension: Option<String>,
    /// Those whose leading 0 was lost and is put back.
    pub restored: Vec<Phone>,
}

/// Why a cell holds no numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhoneFault {
    /// `1.38123E+10`: Excel has thrown digits away.
    Rounded,
    /// This part of the cell is no telephone number.
    NotAPhone(String),
}

/// Reads the numbers of a folded cell that is not blank.
pub fn read(text: &str) -> Result<CellPhones, PhoneFault> {
    if let Some(plain) = mobile(text) {
        return Ok(CellPhones { first: plain, others: Vec::new(), extension: None, restored: Vec::new() });
    }
    // Rounded numbers hold a full stop and a sign, no separator between numbers.
    if is_rounded(text) {
        return Err(PhoneFault::Rounded);
    }
    let parts = text.split(['、', '/', ',', ';', '\n', '|']).map(str::trim);
    let mut parts = parts.filter(|part| !part.is_empty() && !blank_words::is_silent(part, ColumnSense::Name));
    let mut restored = Vec::new();
    let mut next = |part: &str| one(part).or_else(|fault| whole(part, &mut restored).ok_or(fault));
    let (first, extension) = match parts.next() {
        Some(part) => next(part)?,
        None => return Err(PhoneFault::NotAPhone(text.to_owned())),
    };
    let others = parts.map(|part| next(part).map(|(phone, _)| phone)).collect::<Result<Vec<_>, _>>()?;
    Ok(CellPhones { first, others, extension, restored })
}

fn mobile(text: &str) -> Option<Phone> {
    let bytes = text.as_bytes();
    let plain = bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1]);
    (plain && bytes.iter().all(u8::is_ascii_digit)).then(|| Phone::normalised(text))
}

fn is_rounded(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    mantissa.split('.').all(digits) && digits(exponent.strip_prefix('+').unwrap_or(exponent))
}

/// A landline whose leading 0 a spreadsheet has dropped, where it can be nothing else.
fn whole(part: &str, restored: &mut Vec<Phone>) -> Option<(Phone, Option<String>)> {
    let (number, extension) = extension(part);
    let number = number.strip_suffix(".0").unwrap_or(number);
    let extension = extension.filter(|digits| digits.len() <= 6 && digits.bytes().all(|byte| byte.is_ascii_digit()));
    let phone = Phone::normalised(&with_lost_nought(&groups(number)?.concat())?);
    restored.push(phone.clone());
    Some((phone, extension))
}

fn one(part: &str) -> Result<(Phone, Option<String>), PhoneFault> {
    let fault = || PhoneFault::NotAPhone(part.to_owned());
    if is_rounded(part) {
        return Err(PhoneFault::Rounded);
    }
    let text = part.strip_prefix('\'').unwrap_or(part);
    let (number, extension) = extension(text);
    let extension = match extension {
        Some(digits) if digits.is_empty() || digits.len() > 6 || !digits.bytes().all(|b| b.is_ascii_digit()) => {
            return Err(fault());
        }
        other => other,
    };
    let number = number.trim_end_matches(['0']).strip_suffix('.').filter(|it| it.len() >= 7).unwrap_or(number);
    // A bracket closes an area code, a hyphen may stand before an extension: both part the digits.
    let groups = groups(number).ok_or_else(fault)?;
    let all: String = groups.concat();
    // The country code was taken off: here it stands a second time, before too few digits.
    if all.starts_with("0086") {
        return Err(fault());
    }
    if let Some(phone) = mobile(&all) {
        return Ok((phone, extension));
    }
    if let Some((head, tail)) = groups.split_last().map(|(tail, head)| (head.concat(), tail)) {
        let before = groups.len() >= 2 && groups[groups.len() - 2].len() >= 7;
        if extension.is_none() && before && tail.len() <= 6 && (is_landline(&head) || mobile(&head).is_some()) {
            return Ok((Phone::normalised(&head), Some(tail.clone())));
        }
    }
    if is_landline(&all) { Ok((Phone::normalised(&all), extension)) } else { Err(fault()) }
}

/// What is dialled behind the number, where a word or mark says so.
fn extension(text: &str) -> (&str, Option<String>) {
    for mark in ["转分机", "分机", "转", "ext.", "ext", "EXT", "Ext", "x", "#"] {
        if let Some((number, extension)) = text.split_once(mark) {
            let digits = extension.trim_matches([' ', ':', '-', '.', ')']).to_owned();
            return (number.trim_end_matches([' ', '(', '-']), Some(digits));
        }
    }
    (text, None)
}

/// The digits in the groups that hyphens and brackets part; none if there is anything else in it.
fn groups(number: &str) -> Option<Vec<String>> {
    let mut groups = vec![String::new()];
    let mut country = false;
    for c in number.trim().chars() {
        match c {
            '0'..='9' => groups.last_mut()?.push(c),
            ' ' | '\u{a0}' => {}
            '+' if groups.iter().all(String::is_empty) && !country => country = true,
            '-' | '(' | ')' | '[' | ']' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => {
                groups.push(String::new())
            }
            _ => return None,
        }
    }
    groups.retain(|group| !group.is_empty());
    let first = groups.first_mut()?;
    if country {
        *first = first.strip_prefix("86")?.to_owned();
    } else if let Some(rest) = first.strip_prefix("0086") {
        *first = rest.to_owned();
    }
    groups.retain(|group| !group.is_empty());
    Some(groups)
}

/// A number with its area code, or seven or eight digits as written.
fn is_landline(digits: &str) -> bool {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    match digits.as_bytes() {
        [b'0', b'1', b'0', rest @ ..] | [b'0', b'2', _, rest @ ..] if matches!(rest.len(), 7 | 8) => true,
        [b'0', b'3'..=b'9', _, _, rest @ ..] if matches!(rest.len(), 7 | 8) => true,
        all => matches!(all.len(), 7 | 8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        match read(text) {
            Ok(CellPhones { first, others, extension, .. }) => {
                let others: Vec<&str> = others.iter().map(Phone::as_str).collect();
                let extension = extension.map(|it| format!(" ext {it}")).unwrap_or_default();
                format!("{first}{extension}{}{}", if others.is_empty() { "" } else { " + " }, others.join(" "))
            }
            Err(PhoneFault::Rounded) => "rounded".into(),
            Err(PhoneFault::NotAPhone(part)) => format!("not {part}"),
        }
    }

    #[test]
    fn one_number_in_many_spellings() {
        for text in [
            "13812345678",
            "138 1234 5678",
            "138-1234-5678",
            "+86 138 1234 5678",
            "+86-13812345678",
            "008613812345678",
            "(+86)13812345678",
            "13812345678.0",
            "13812345678.00",
            "'13812345678",
            "138–1234–5678",
        ] {
            assert_eq!(said(text), "13812345678", "{text}");
        }
    }

    #[test]
    fn landlines_with_area_code_or_as_written() {
        for (text, number) in [
            ("021-12345678", "02112345678"),
            ("(0571)88888888", "057188888888"),
            ("0512 1234567", "05121234567"),
            ("010-1234-5678", "01012345678"),
            ("1234567", "1234567"),
            ("8888-8888", "88888888"),
        ] {
            assert_eq!(said(text), number, "{text}");
        }
    }

    #[test]
    fn a_leading_nought_that_was_lost_is_put_back() {
        let restored = |text: &str| read(text).map(|numbers| numbers.restored.len());
        assert_eq!((said("57188888888"), restored("57188888888")), ("057188888888".into(), Ok(1)));
        assert_eq!((said("551-63077190"), restored("55163077190.0")), ("055163077190".into(), Ok(1)));
        assert_eq!(restored("055163077190"), Ok(0));
    }

    #[test]
    fn extensions_are_kept_apart() {
        for (text, number) in [
            ("021-12345678转8001", "02112345678 ext 8001"),
            ("021-12345678-8001", "02112345678 ext 8001"),
            ("(0571)88888888-801", "057188888888 ext 801"),
            ("12345678-8001", "12345678 ext 8001"),
            ("0571-8888888-8", "05718888888 ext 8"),
            ("021-12345678 分机 801", "02112345678 ext 801"),
            ("021-12345678(转801)", "02112345678 ext 801"),
        ] {
            assert_eq!(said(text), number, "{text}");
        }
    }

    #[test]
    fn several_numbers_in_one_cell() {
        for text in [
            "13812345678、13912345678",
            "13812345678/139-1234-5678",
            "13812345678,13912345678",
            "13812345678; 13912345678",
            "13812345678\n13912345678",
        ] {
            assert_eq!(said(text), "13812345678 + 13912345678", "{text}");
        }
        assert_eq!(said("13812345678、021-12345678转1、7654321"), "13812345678 + 02112345678 7654321");
        // A word that says nothing is no number, and no reason to refuse the other.
        for text in ["13812345678、无", "不详/13812345678", "13812345678 / -", "13812345678;0"] {
            assert_eq!(said(text), "13812345678", "{text}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        assert_eq!(said("1.38123E+10"), "rounded");
        assert_eq!(said("1E10"), "rounded");
        for text in [
            "1381234567",
            "138123456789",
            "12812345678",
            "123456",
            "123456789",
            "无",
            "138****5678",
            "手机13812345678",
            "8613812345678",
            "013812345678",
            "400-800-1234",
            "13812345678转",
            "0086 0086196",
            "+86 00861234",
            "+1 13812345678",
        ] {
            assert_eq!(said(text), format!("not {text}"));
        }
        assert_eq!(said("13812345678、不接"), "not 不接");
    }
}
