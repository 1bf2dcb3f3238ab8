//! What is wrong in a file, and where.

use crate::domain::Message;
use std::ops::Range;

/// Something wrong in a policy file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyFault {
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// The bytes it is about.
    pub span: Range<usize>,
    /// What is wrong and what to do.
    pub message: Message,
}

impl PolicyFault {
    pub(super) fn at(text: &str, span: Range<usize>, message: Message) -> Self {
        let Range { start, end } = span;
        let start = text.floor_char_boundary(start);
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        PolicyFault {
            line: before.matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            span: start..text.ceil_char_boundary(end).max(start),
            message,
        }
    }
}

/// A policy file that cannot be used: every fault found in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the policy file has {} fault(s)", .faults.len())]
pub struct PolicyError {
    /// In the order of the file; of what is no TOML the first of each line.
    pub faults: Vec<PolicyFault>,
}
