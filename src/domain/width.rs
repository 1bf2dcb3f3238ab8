//! Characters written over the width of a Chinese one.

/// Full-width characters as they stand on a keyboard.
pub const fn narrow(char: char) -> char {
    match char {
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(char as u32 - 0xfee0) {
            Some(narrow) => narrow,
            None => char,
        },
        '—' | '–' => '-',
        _ => char,
    }
}
