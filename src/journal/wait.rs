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

    /// What SQLite asks each time it finds the file locked: whether to try again.
    pub(super) fn handler(mut self) -> impl FnMut(i32) -> bool + Send + 'static {
        let mut since = Instant::now();
        let mut told = false;
        move |tries| {
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
