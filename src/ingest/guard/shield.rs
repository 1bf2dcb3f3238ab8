//! Readers of damaged files may panic; here that becomes a message, and nothing is printed.
//!
//! Guards against calamine, `cfb` and `msoffice-crypto`. It may go with the last reader that is not held by fuzzing never to panic.

use crate::domain::Message;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static SHIELDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs a step of reading a file that somebody else made.
///
/// # Errors
/// What the step says, or that the file is damaged if the step panicked.
pub fn run<T>(step: impl FnOnce() -> Result<T, Message>) -> Result<T, Message> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !SHIELDED.get() {
                before(info);
            }
        }));
    });
    let outer = SHIELDED.replace(true);
    // Whatever the step has touched is not used again after a panic: the sheet or file is given up.
    let result = panic::catch_unwind(AssertUnwindSafe(step));
    SHIELDED.set(outer);
    result.unwrap_or_else(|_| Err(Message::new("ingest-book-damaged")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_message() {
        let broken: Result<(), Message> = run(|| panic!("index out of bounds"));
        assert_eq!(broken.unwrap_err().key, "ingest-book-damaged");
        assert_eq!(run(|| Ok(7)), Ok(7));
    }
}
