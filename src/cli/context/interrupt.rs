//! Ctrl-C: whatever is under way ends without anything half done, and says so.

use std::fmt;
use std::io::Write;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

/// The exit code of what somebody has broken off.
pub const CODE: u8 = 130;

/// Nothing is begun that has to be cleared away.
const FREE: u8 = 0;
/// Files are begun that go with the import they belong to.
const BUSY: u8 = 1;
/// Somebody else reads the keys now.
const PAGING: u8 = 2;
/// It is to end as soon as it can.
const ASKED: u8 = 3;

/// What the handler of Ctrl-C and the work share.
#[derive(Clone, Default)]
pub struct Interrupt(Arc<AtomicU8>);

impl Interrupt {
    /// Listens for Ctrl-C and the system's wish to end, from now on; `said` is told then.
    pub fn listen(said: String) -> Interrupt {
        let interrupt = Interrupt::default();
        let state = interrupt.clone();
        // Where nobody can listen, the system ends the program, and the journal's next reader takes back what was begun.
        let _ = ctrlc::set_handler(move || state.asked(&said));
        interrupt
    }

    fn asked(&self, said: &str) {
        match self.0.load(Ordering::Acquire) {
            PAGING => {}
            // The work looks soon, takes everything back and tells it.
            BUSY => self.0.store(ASKED, Ordering::Release),
            // Nothing is written but in one go, so nothing is half done wherever this finds it.
            _ => {
                let _ = writeln!(std::io::stderr(), "\n{said}");
                process::exit(CODE.into());
            }
        }
    }

    /// Files are begun that have to be cleared away.
    pub fn begin(&self) {
        let _ = self.0.compare_exchange(FREE, BUSY, Ordering::AcqRel, Ordering::Acquire);
    }

    /// Lets Ctrl-C end the program again.
    pub fn end(&self) {
        let _ = self.0.compare_exchange(BUSY, FREE, Ordering::AcqRel, Ordering::Acquire);
    }

    /// Leaves the keys to another program while that runs.
    pub fn leave_to<T>(&self, work: impl FnOnce() -> T) -> T {
        self.0.store(PAGING, Ordering::Release);
        let done = work();
        self.0.store(FREE, Ordering::Release);
        done
    }

    /// Goes on unless somebody has asked to end.
    ///
    /// # Errors
    /// They have.
    pub fn go_on(&self) -> Result<(), Interrupted> {
        if self.0.load(Ordering::Relaxed) == ASKED { Err(Interrupted) } else { Ok(()) }
    }
}

/// Somebody has broken it off.
#[derive(Debug)]
pub struct Interrupted;

impl fmt::Display for Interrupted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("interrupted")
    }
}

impl std::error::Error for Interrupted {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_with_files_begun_ends_at_its_next_look() {
        let interrupt = Interrupt::default();
        interrupt.begin();
        assert!(interrupt.go_on().is_ok());
        interrupt.asked("");
        assert!(interrupt.go_on().is_err());
        // Ending what was begun does not forget that it was asked for.
        interrupt.end();
        assert!(interrupt.go_on().is_err());
    }

    #[test]
    fn a_pager_has_the_keys_to_itself() {
        let interrupt = Interrupt::default();
        interrupt.leave_to(|| interrupt.asked(""));
        assert!(interrupt.go_on().is_ok());
    }
}
