//! Clauses, and words in both languages.

use crate::domain::{Lang, Message};
use crate::policy::table::{ReadValue, WrittenValue};
use serde::Serialize;
use std::sync::Arc;

/// A clause id (`resource-6`), or `assignment` where only a decision of the company is behind it.
pub type Clause = Arc<str>;

/// The same in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bilingual {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// Words in both languages, neither of them blank.
impl ReadValue for Bilingual {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        let words = written.table(|table| {
            let [zh, en] =
                [("zh", "policy-fault-no-chinese"), ("en", "policy-fault-no-english")].map(|(key, fault)| {
                    let words: Option<Option<String>> = table.read(key);
                    if words == Some(None) {
                        table.missing(Message { key: fault, args: Vec::new() });
                    }
                    words.flatten()
                });
            Some(Bilingual { zh: zh?, en: en? })
        })?;
        if [&words.zh, &words.en].into_iter().any(|words| words.trim().is_empty()) {
            written.fault(Message::new("policy-fault-blank-words"));
        }
        Some(words)
    }
}

impl Bilingual {
    /// The words in that language.
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// A clause's name without what is written in several ways: spaces, marks, 第…条, full-width and Chinese numbers.
pub fn plain(name: &str) -> String {
    let mut plain = String::new();
    for c in name.chars() {
        match c {
            '第' | '条' | '《' | '》' | '、' => {}
            c if c.is_whitespace() => {}
            '\u{ff01}'..='\u{ff5e}' => {
                plain.extend(char::from_u32(u32::from(c) - 0xfee0).into_iter().flat_map(char::to_lowercase));
            }
            c => plain.extend(c.to_lowercase()),
        }
    }
    arabic(&plain)
}

/// Chinese numbers up to 九十九 as digits.
fn arabic(text: &str) -> String {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |c: &char| DIGITS.iter().position(|digit| digit == c);
    let mut said = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let first = match (c, digit(&c)) {
            ('十', _) => Some(1),
            (_, first) => first,
        };
        let Some(first) = first else {
            said.push(c);
            continue;
        };
        let is_ten = c == '十' || chars.next_if_eq(&'十').is_some();
        let number = if is_ten {
            first * 10 + chars.next_if(|c| digit(c).is_some()).and_then(|c| digit(&c)).unwrap_or(0)
        } else {
            first
        };
        said.push_str(&number.to_string());
    }
    said
}

#[cfg(test)]
mod tests {
    use crate::policy::Policy;

    #[test]
    fn a_clause_is_named_by_its_id_or_by_document_and_number() {
        let policy = Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap();
        let named = |asked: &str| policy.clause_named(asked).map(|clause| clause.id.to_string());
        let third = [
            "supplement-3",
            "Supplement-3",
            "补充条例 3",
            "补充条例3",
            "补充条例３",
            "补充条例第3条",
            "《补充条例》第三条",
        ];
        for asked in third {
            assert_eq!(named(asked).as_deref(), Some("supplement-3"), "{asked}");
        }
        for (asked, id) in [
            ("补充条例第十条", "supplement-10"),
            ("补充条例 1", "supplement-1"),
            ("资源管理规定结语", "resource-poach"),
        ] {
            assert_eq!(named(asked).as_deref(), Some(id), "{asked}");
        }
        for asked in ["补充条例", "补充条例 11", "补充条例 0", "3", ""] {
            assert_eq!(named(asked), None, "{asked}");
        }
        // No two clauses of a preset are called the same.
        let labels: std::collections::BTreeSet<String> =
            policy.clauses.iter().map(|clause| super::plain(&clause.source)).collect();
        assert_eq!(labels.len(), policy.clauses.len());
    }
}
