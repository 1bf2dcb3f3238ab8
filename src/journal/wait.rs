//! How long to wait for another process that writes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long to wait for another process that writes to the journal, and whom to tell.
pub struct LockPatience {
    limit: Duration,
    tell: Box<dyn FnMut() + Send>,
}

/// Pause between two tries.
const PAUSE: Duration = Duration::from_millis(20);
/// Shorter waits are not worth a word.
const SILENCE: Duration = Duration::from_millis(300);

impl LockPatience {
    /// Waits up to `limit`; `tell` is called once, when the wait becomes noticeable.
    pub fn new(limit: Duration, tell: impl FnMut() + Send + 'static) -> Self {
        LockPatience { limit, tell: Box::new(tell) }
    }

    /// What a store asks each time it finds itself locked, with the number of tries so far: whether to try again. Not while
    /// nothing is to be waited for.
    pub(super) fn handler(mut self, is_patient: Arc<AtomicBool>) -> impl FnMut(i32) -> bool + Send + 'static {
        let mut since = Instant::now();
        let mut told = false;
        move |tries| {
            if !is_patient.load(Ordering::Relaxed) {
                return false;
            }
            if tries == 0 {
                since = Instant::now();
            }
            let waited = since.elapsed();
            if waited > SILENCE && !told {
                told = true;
                (self.tell)();
            }
            if waited >= self.limit {
                return false;
            }
            std::thread::sleep(PAUSE);
            true
        }
    }
}
