//! Texts in CSV that a spreadsheet would compute: an apostrophe before them keeps them text, and is taken off when they come back.

use std::borrow::Cow;

/// What makes a spreadsheet take a text for a formula, after OWASP's list (CSV Injection): also in full width, which some
/// read as the same, and the apostrophe itself, or one that was meant would be lost.
const fn is_computed(first: char) -> bool {
    matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '\'' | '＝' | '＋' | '－' | '＠')
}

/// The text of a cell of CSV, so that no spreadsheet computes it. Numbers are no texts, and are not handed over.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(is_computed) { format!("'{text}").into() } else { text.into() }
}

/// The text of a cell of CSV without the apostrophe that kept it text.
pub fn without_apostrophe(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(meant) if meant.starts_with(is_computed) => meant,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_computed_gets_an_apostrophe_and_comes_back_without() {
        for text in ["=1+1", "+86", "-5", "@a", "\tx", "\rx", "'", "''", "'=1", "＝1", "＋1", "－1", "＠a"] {
            assert_eq!(harmless(text), format!("'{text}"));
            assert_eq!(without_apostrophe(&harmless(text)), text);
        }
        for text in ["", "王芳", "O'Neill", "1-2", "a=b", " =1"] {
            assert_eq!(harmless(text), text);
            assert_eq!(without_apostrophe(&harmless(text)), text);
        }
    }

    #[test]
    fn an_apostrophe_before_anything_else_was_meant() {
        for text in ["'王芳", "'1001", "'", "' =1"] {
            assert_eq!(without_apostrophe(text), text);
        }
    }
}
