//! Words that fill a cell and say nothing (无, 不详, `-`), and marks that point at the row above.

use crate::ingest::text::fold;

/// What a column may hold, so far as it decides which words say nothing there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnSense {
    /// Numbers of households and orders, names, choices, dates, numbers beside the first phone, notes.
    Name,
    /// Numbers of staff, which a letter or two may be.
    Code,
    /// Counts, money, ages and grades: nought is one of them.
    Number,
    /// Days; a day that no calendar has is none.
    Day,
    /// Problems and reasons: that there is none is what they say.
    Matter,
}

/// Words for "there is none", which is an answer where a problem or a reason is asked for.
const NONE: &[&str] = &["无", "没有", "没", "暂无", "否", "非", "no", "none", "n", "false", "wu"];

/// Words for "it is not known" or "not filled in".
const UNKNOWN: &[&str] = &[
    "不详",
    "不祥",
    "不明",
    "不清",
    "不清楚",
    "不知",
    "不知道",
    "不晓得",
    "不记得",
    "不填",
    "不用填",
    "不适用",
    "不方便",
    "未知",
    "未填",
    "未填写",
    "未登记",
    "未提供",
    "未留",
    "未问",
    "未详",
    "没填",
    "没写",
    "没留",
    "保密",
    "待定",
    "待补",
    "待补充",
    "待查",
    "待填",
    "待核实",
    "暂缺",
    "暂不详",
    "暂时没有",
    "暂时无",
    "目前没有",
    "目前无",
    "尚无",
    "尚未",
    "缺",
    "略",
    "空",
    "空白",
    "为空",
    "没有填",
    "null",
    "nil",
    "nan",
    "na",
    "n.a",
    "n/a",
    "none",
    "undefined",
    "unknown",
    "blank",
    "empty",
    "tbd",
    "x",
    "xx",
    "xxx",
    "xxxx",
];

/// What stands for "no end" or "no day" in a column of days.
const NO_DAY: &[&str] = &[
    "至今",
    "今",
    "长期",
    "长期有效",
    "永久",
    "无固定期限",
    "在职",
    "未离职",
    "未定",
    "待通知",
    "0000-00-00",
    "0000-00-00 00:00:00",
    "0000/00/00",
    "1900-01-00",
    "1900/1/0",
    "1900/01/00",
    "1900-1-0",
];

/// Whether a folded text says nothing in a column of that sense.
pub fn is_silent(text: &str, sense: ColumnSense) -> bool {
    // Nearly every cell is longer than any of these words.
    if text.len() > LONGEST {
        return false;
    }
    if text.chars().all(is_mark) {
        return true;
    }
    if !matches!(sense, ColumnSense::Number) && is_nought(text) {
        return true;
    }
    if !text.starts_with(begins) {
        return false;
    }
    let word = fold::word(text);
    let bare = word.trim_matches(is_mark);
    let known = |words: &[&str]| words.contains(&bare);
    match sense {
        ColumnSense::Matter => known(UNKNOWN) && !known(NONE),
        ColumnSense::Day => known(NONE) || known(UNKNOWN) || NO_DAY.contains(&bare) || NO_DAY.contains(&text),
        ColumnSense::Code if bare.len() <= 2 && bare.bytes().all(|byte| byte.is_ascii_alphabetic()) => false,
        ColumnSense::Name | ColumnSense::Code | ColumnSense::Number => known(NONE) || known(UNKNOWN),
    }
}

/// The longest word above in bytes, with a mark on either side.
const LONGEST: usize = 30;

/// The characters such words begin with, by which nearly every cell is told.
fn begins(c: char) -> bool {
    let first = "无無没沒暂暫否非不未保待目尚缺略空为為至今长長永在nNｎwWfFuUbBeEtTxX01";
    is_mark(c) || first.contains(c)
}

/// `0`, `00`, `0.0`; as many as a telephone number has are one.
fn is_nought(text: &str) -> bool {
    text.len() < 7 && text.starts_with('0') && text.bytes().all(|byte| matches!(byte, b'0' | b'.'))
}

/// Strokes and stops that people fill a blank with. A tick says something, and a quotation mark points above.
const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '-' | '—'
            | '–'
            | '―'
            | '‐'
            | '‑'
            | '‒'
            | '−'
            | '─'
            | '━'
            | '_'
            | '/'
            | '\\'
            | '|'
            | '.'
            | '。'
            | '·'
            | '…'
            | ','
            | '、'
            | '，'
            | ';'
            | ':'
            | '?'
            | '!'
            | '*'
            | '~'
            | '～'
            | '^'
            | '×'
            | '✗'
            | '✘'
            | '('
            | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '<'
            | '>'
            | '【'
            | '】'
            | '〔'
            | '〕'
            | '《'
            | '》'
            | ' '
    )
}

/// Whether a cell only repeats the one above it (同上, 〃, `"`).
pub fn is_ditto(text: &str) -> bool {
    const DITTO: &[&str] = &[
        "同上",
        "同上行",
        "同上一行",
        "同上格",
        "同前",
        "同前行",
        "同左",
        "上同",
        "如上",
        "同",
        "ditto",
        "do.",
        "idem",
        "sameasabove",
        "asabove",
        "same",
        "↑",
        "⬆",
        "↑↑",
        "''",
        "´´",
        "ˮ",
        "''''",
    ];
    const MARKS: [char; 10] = ['〃', '"', '″', '“', '”', '„', '‟', '〞', '〝', '゛'];
    if text.is_empty() || text.len() > LONGEST {
        return false;
    }
    let marks = |c: char| MARKS.contains(&c) || is_mark(c) || c == '\'';
    if text.chars().all(marks) {
        return text.chars().any(|c| MARKS.contains(&c)) || (text.contains("''"));
    }
    let word = fold::word(text);
    DITTO.contains(&word.as_str()) || DITTO.contains(&word.trim_matches(marks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_say_nothing_say_nothing_in_any_spelling() {
        for text in [
            "无",
            "無",
            "暂无",
            "没有",
            "不详",
            "未知",
            "不清楚",
            "空",
            "-",
            "--",
            "—",
            "——",
            "/",
            "//",
            ".",
            "。",
            "0",
            "00",
            "N/A",
            "n/a",
            "NA",
            "null",
            "NULL",
            "None",
            "否",
            "（无）",
            "(空)",
            "?",
            "？？",
            "×",
            "…",
            "*",
            "无。",
        ] {
            assert!(is_silent(&fold::value(text), ColumnSense::Name), "{text}");
        }
        for text in
            ["吴", "王无", "J-01", "√", "有", "一", "1", "100", "无锡", "空军大院", "A", "是", "10", "0551", "未央区"]
        {
            assert!(!is_silent(&fold::value(text), ColumnSense::Name), "{text}");
        }
    }

    #[test]
    fn what_says_nothing_depends_on_what_is_asked() {
        for (text, name, number, day, matter) in [
            ("0", true, false, true, true),
            ("无", true, true, true, false),
            ("没有", true, true, true, false),
            ("不详", true, true, true, true),
            ("-", true, true, true, true),
            ("至今", false, false, true, false),
            ("0000-00-00", false, false, true, false),
            ("膝盖疼", false, false, false, false),
        ] {
            let of = |sense| is_silent(text, sense);
            let said = (of(ColumnSense::Name), of(ColumnSense::Number), of(ColumnSense::Day), of(ColumnSense::Matter));
            assert_eq!(said, (name, number, day, matter), "{text}");
        }
    }

    #[test]
    fn marks_that_point_above_are_told_from_marks_that_say_nothing() {
        for text in ["同上", "同上。", "〃", "\"", "“", "”", "\"\"", "″", "''", "— 〃 —", "ditto", "如上", "↑"]
        {
            assert!(is_ditto(&fold::value(text)), "{text}");
        }
        for text in ["", "-", "/", "同意", "同上级汇报", "张同", "5\"", "'"] {
            assert!(!is_ditto(&fold::value(text)), "{text}");
        }
    }
}
