//! One spelling for what people spell in several ways: widths, spaces, traditional characters, invisible marks.

use std::borrow::Cow;

/// The bytes that begin something folding touches: controls, other spaces, invisible marks, full width.
static TOUCHED: [bool; 256] = {
    let mut touched = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        // 0xC2: the non-breaking space and C1; 0xE2, 0xE3: other spaces and marks; 0xEF: full width and BOM.
        touched[byte] = matches!(byte, 0..0x20 | 0x7F | 0xC2 | 0xD8 | 0xE2 | 0xE3 | 0xEF);
        byte += 1;
    }
    touched
};

/// Whether every byte is one that no folding touches, which nearly every cell's are.
pub fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let edge = |byte: Option<&u8>| byte.is_some_and(|byte| *byte == b' ');
    !edge(bytes.first()) && !edge(bytes.last()) && !bytes.iter().any(|byte| TOUCHED[usize::from(*byte)])
}

/// Marks that show nothing and come along when numbers are copied from telephones and web pages.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    )
}

/// A cell as it may be shown and kept: control characters cannot reach a terminal, invisible marks are gone.
/// Line breaks and tabs stay.
pub fn shown(text: &str) -> Cow<'_, str> {
    let harmful = |c: char| is_invisible(c) || c == '\r' || (c.is_control() && !matches!(c, '\n' | '\t'));
    if is_plain(text) || !text.contains(harmful) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\n' | '\t' => out.push(c),
            c if is_invisible(c) => {}
            c if c.is_control() => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

const fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => match char::from_u32(c as u32 - 0xFEE0) {
            Some(half) => half,
            None => c,
        },
        '￥' => '¥',
        _ => c,
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// A text value: full-width digits and letters are half-width, every kind of space is one, the ends are trimmed and a
/// line break inside is a space. Punctuation stays as it was written.
pub fn text(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut broke = false;
    for c in text.trim_matches(is_space).chars().filter(|c| !is_invisible(*c)) {
        match c {
            '\n' | '\r' | '\t' => broke = true,
            _ => {
                if broke {
                    out.push(' ');
                    broke = false;
                }
                let half = half_width(c);
                out.push(match c {
                    _ if half.is_ascii_alphanumeric() => half,
                    c if c.is_whitespace() => ' ',
                    c if c.is_control() => char::REPLACEMENT_CHARACTER,
                    c => c,
                });
            }
        }
    }
    Cow::Owned(out)
}

/// A value to be parsed: as [`text`], with punctuation made half-width too.
pub fn value(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let spaced = |c: char| if c.is_whitespace() && c != '\n' { ' ' } else { half_width(c) };
    Cow::Owned(text.trim_matches(is_space).chars().filter(|c| !is_invisible(*c)).map(spaced).collect())
}

/// A word of a closed list, or a heading: as [`value`], in simplified characters and small letters, without spaces.
/// Names of people are never folded this way.
pub fn word(text: &str) -> String {
    let folded: String = value(text).chars().filter(|c| !is_space(*c)).flat_map(char::to_lowercase).collect();
    if folded.is_ascii() {
        return folded;
    }
    // 諮 is 咨 in the words of this trade; the table keeps the rarer 谘 apart.
    fast2s::convert(&folded).replace('谘', "咨")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_words_are_the_simplified_ones() {
        for (traditional, simplified) in [
            ("家庭編號", "家庭编号"),
            ("會議", "会议"),
            ("投訴日期", "投诉日期"),
            ("部長", "部长"),
            ("營銷員", "营销员"),
            ("崗位", "岗位"),
            ("面談", "面谈"),
            ("諮詢專家", "咨询专家"),
            ("預熱情況統計表", "预热情况统计表"),
            ("聯誼會", "联谊会"),
            ("處理完結日期", "处理完结日期"),
            ("於裡週歲後", "于里周岁后"),
            ("侵佔隱瞞爭搶條誤", "侵占隐瞒争抢条误"),
        ] {
            assert_eq!(word(traditional), simplified);
            assert_eq!(word(simplified), simplified);
        }
    }

    #[test]
    fn widths_and_spaces_fold_and_names_keep_their_characters() {
        assert_eq!(text("\u{3000}張　三Ａ１，\u{a0}"), "張 三A1，");
        assert_eq!(text("住\r\n东路"), "住 东路");
        assert_eq!(value(" １３８－１２３４，"), "138-1234,");
        assert_eq!(word("客戶 電話\u{202c}"), "客户电话");
        assert_eq!(word("Ｓtaff ID"), "staffid");
    }

    #[test]
    fn controls_cannot_reach_a_terminal() {
        assert_eq!(shown("\u{1b}[31m红\r\n行\u{202d}1\u{9b}"), "\u{fffd}[31m红\n行1\u{fffd}");
        assert_eq!(text("红\u{7}"), "红\u{fffd}");
    }
}
