//! A file as a whole.

use super::fault::{PolicyError, PolicyFault};
use super::reader::TableReader;
use super::reading::Reading;
use super::syntax::{is_only_twice, of_syntax};
use std::cell::RefCell;
use toml_spanner::{Arena, parse_recoverable};

/// What that function reads of a TOML file.
///
/// # Errors
/// Every fault of it, in the order of the file: what is no TOML (the first of each line, for one slip confuses the rest of
/// it), and, where the text can be taken apart all the same, what was noted while it was read.
pub fn read_document<T>(text: &str, read: impl FnOnce(&mut TableReader<'_>) -> Option<T>) -> Result<T, PolicyError> {
    let arena = Arena::new();
    let document = parse_recoverable(text, &arena);
    let errors = document.errors();
    let mut faults: Vec<PolicyFault> =
        errors.iter().map(|error| PolicyFault::at(text, error.span().range(), of_syntax(error, text))).collect();
    faults.dedup_by_key(|fault| fault.line);
    if !errors.iter().all(|error| is_only_twice(error, text)) {
        return Err(PolicyError { faults });
    }
    let reading = Reading { text, root: document.table(), faults: RefCell::new(faults) };
    let value = TableReader::of(&reading, reading.root, 0..0, read);
    let mut faults = reading.faults.into_inner();
    match value {
        Some(value) if faults.is_empty() => Ok(value),
        _ => {
            faults.sort_by_key(|fault| (fault.line, fault.column));
            Err(PolicyError { faults })
        }
    }
}
