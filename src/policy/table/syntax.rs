//! What is no TOML, in words for the slips that people make.

use crate::domain::Message;
use toml_spanner::{Error, ErrorKind, Span};

/// Whether only a value stands twice, which leaves the rest as it was meant. Behind a heading that cannot be used nothing is.
pub fn is_only_twice(error: &Error, text: &str) -> bool {
    matches!(error.kind(), ErrorKind::DuplicateKey { .. }) && !before(text, error.span()).trim_start().starts_with('[')
}

/// What is wrong there and what to do.
pub fn of_syntax(error: &Error, text: &str) -> Message {
    let twice = |name: Span| {
        let name = text.get(name.range()).unwrap_or_default();
        Message::new("policy-syntax-key-twice").with("key", name.trim().trim_matches(['[', ']']))
    };
    match error.kind() {
        ErrorKind::DuplicateKey { .. } => twice(error.span()),
        ErrorKind::DuplicateTable { name, .. } => twice(name),
        ErrorKind::RedefineAsArray { first } | ErrorKind::DottedKeyInvalidType { first } => twice(first),
        ErrorKind::UnquotedString | ErrorKind::InvalidInteger(_) | ErrorKind::InvalidFloat(_) => {
            Message::new("policy-syntax-unquoted")
        }
        ErrorKind::InvalidDateTime(_) => Message::new("policy-syntax-date"),
        ErrorKind::UnterminatedString(_) => Message::new("policy-syntax-open-quote"),
        ErrorKind::InvalidCharInString(_) => Message::new("policy-syntax-character"),
        ErrorKind::InvalidEscape(_) | ErrorKind::InvalidHexEscape(_) | ErrorKind::InvalidEscapeValue(_) => {
            Message::new("policy-syntax-escape")
        }
        ErrorKind::MissingArrayComma | ErrorKind::MissingInlineTableComma | ErrorKind::Unexpected(',') => {
            Message::new("policy-syntax-comma")
        }
        ErrorKind::UnclosedArray | ErrorKind::UnclosedInlineTable => Message::new("policy-syntax-unclosed"),
        ErrorKind::MultilineStringKey => Message::new("policy-syntax-key"),
        ErrorKind::UnexpectedEof | ErrorKind::Unexpected('\n' | '\r') => Message::new("policy-syntax-no-value"),
        ErrorKind::Unexpected(_) => Message::new("policy-syntax-unquoted"),
        ErrorKind::Wanted { .. } => unexpected(error.span(), text),
        // A file or a number too large, values too deep in each other; the others come from no text.
        _ => Message::new("policy-syntax-other"),
    }
}

/// Something else stands where a name, an equals sign, a bracket or the end of the line should: told by what is before it.
fn unexpected(at: Span, text: &str) -> Message {
    let before = before(text, at);
    let here = text[text.floor_char_boundary(at.range().start)..].chars().next();
    let is_end = here.is_none_or(|here| here == '\n' || here == '\r');
    match before.trim_start() {
        "" => Message::new("policy-syntax-key"),
        line if line.starts_with('[') => Message::new("policy-syntax-unclosed"),
        line if is_end || !line.contains('=') => Message::new("policy-syntax-no-value"),
        _ if here == Some(',') => Message::new("policy-syntax-comma"),
        // A value with a unit, or with a mark that is none.
        line if line.ends_with(|last: char| last.is_alphanumeric()) => Message::new("policy-syntax-unquoted"),
        _ => Message::new("policy-syntax-one-a-line"),
    }
}

/// What stands before that place on its line.
fn before(text: &str, at: Span) -> &str {
    let before = &text[..text.floor_char_boundary(at.range().start)];
    before.rsplit('\n').next().unwrap_or_default()
}
