use crate::domain::Message;
use std::ops::Range;

/// Something wrong in a policy file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// The line as written.
    pub excerpt: String,
    /// What is wrong and what to do.
    pub message: Message,
}

impl Fault {
    pub(super) fn at(text: &str, span: Option<Range<usize>>, message: Message) -> Self {
        let start = span.map_or(0, |span| span.start).min(text.len());
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        Fault {
            line: before.matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            excerpt: text[line_start..line_end].trim_end().to_owned(),
            message,
        }
    }
}

/// A policy file that cannot be used: every fault found in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the policy file has {} fault(s)", .faults.len())]
pub struct PolicyError {
    /// In the order of the file; a file that is not TOML has one.
    pub faults: Vec<Fault>,
}
