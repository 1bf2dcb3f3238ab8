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
fn is_plain(text: &str) -> bool {
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
pub fn word(text: &str) -> String {
    value(text).chars().filter(|c| !is_space(*c)).map(simplified).flat_map(char::to_lowercase).collect()
}

/// Traditional characters of the words that headings and closed lists are made of, each before its simplified form.
/// Names of people are never folded this way.
const TRADITIONAL: &str = "電电話话戶户號号碼码聯联絡络繫系機机動动專专員员務务業业銷销責责經经辦办訪访導导購购來来報报時时間间記记錄录\
寫写檔档創创請请產产數数額额總总價价應应實实進进結结狀状態态備备註注說说見见滿满級级評评處处問问題题項项內内簽签會会場场與与離离職职\
類类別别資资紹绍關关係系屬属親亲遷迁單单補补發发約约預预熱热貨货遞递轉转給给廣广區区歸归還还違违規规認认確确嚴严節节調调續续複复覆复\
門门講讲證证庫库齡龄誕诞詳详細细現现計计劃划為为無无對对錯错審审險险維维護护視视頻频網网線线郵邮賬账帳账歲岁歷历曆历陽阳農农國国萬万\
買买賣卖託托輸输選选擔担執执蓋盖興兴醫医師师學学術术書书後后從从隊队個个們们顧顾讓让勞劳雙双負负終终達达鄰邻廠厂傳传單单團团體体聲声\
絕绝復复搖摇繳缴觀观課课讀读變变賓宾質质贈赠軟软載载辭辞鐘钟鎮镇雜杂雖虽難难電电響响順顺願愿饋馈驗验點点齊齐裡里於于週周";

fn simplified(c: char) -> char {
    if !('\u{4E00}'..='\u{9FFF}').contains(&c) {
        return c;
    }
    let mut pairs = TRADITIONAL.chars();
    while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
        if from == c {
            return to;
        }
    }
    c
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_characters_is_made_of_pairs_that_need_no_second_step() {
        assert_eq!(TRADITIONAL.chars().count() % 2, 0);
        let simple = TRADITIONAL.chars().skip(1).step_by(2);
        assert_eq!(simple.filter(|c| simplified(*c) != *c).collect::<String>(), "");
        assert_eq!(TRADITIONAL.chars().step_by(2).filter(|c| simplified(*c) == *c).collect::<String>(), "");
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
