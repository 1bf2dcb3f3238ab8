//! Text that cannot steer the terminal it is shown on.

use std::borrow::Cow;

/// Text that cannot steer a terminal: control characters, escapes and marks that turn the direction of writing are
/// replaced by something that is seen.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(|char| substitute(char).is_some()) {
        text.chars().map(|char| substitute(char).unwrap_or(char)).collect::<String>().into()
    } else {
        text.into()
    }
}

/// What stands for a character that must not reach a terminal.
const fn substitute(char: char) -> Option<char> {
    match char {
        // Unicode has a picture for each of these.
        '\u{0}'..='\u{1f}' => char::from_u32(char as u32 + 0x2400),
        '\u{7f}' => Some('\u{2421}'),
        _ if steers(char) => Some(char::REPLACEMENT_CHARACTER),
        _ => None,
    }
}

/// Whether it is a control character above the ASCII ones, or an invisible one that changes how others are shown.
pub(super) const fn steers(char: char) -> bool {
    matches!(char,
        '\u{7f}'..='\u{9f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fdd0}'..='\u{fdef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_direction_marks_are_seen_instead_of_obeyed() {
        assert_eq!(visible("王\u{1b}[31m五\r\n"), "王␛[31m五␍␊");
        assert_eq!(visible("\u{9b}2J\u{7f}\u{202e}gpj"), "\u{fffd}2J␡\u{fffd}gpj");
    }

    #[test]
    fn names_as_people_write_them_stay() {
        for name in ["欧阳 娜娜", "阿依古丽·买买提", "O'Neill", "𠮷野", "😀"] {
            assert_eq!(visible(name), name);
        }
    }
}
