//! A sign of life on a terminal for what takes more than a second: reading, judging, writing.

use crate::cli::context::interrupt::{Interrupt, Interrupted};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// Shorter work needs no sign.
const SILENCE: Duration = Duration::from_secs(1);
/// Between two turns of the sign.
const TURN: Duration = Duration::from_millis(120);
/// Rows between two looks at the sign.
const STRIDE: u64 = 512;

/// What is being done, shown only where somebody sees it.
pub struct Progress {
    rows: u64,
    bar: ProgressBar,
    is_wanted: bool,
    /// Held while a sign is to come or there.
    begun: Option<Sender<()>>,
    /// Told that files are begun, where rows are read that may be rejected into some.
    interrupt: Option<Interrupt>,
}

impl Progress {
    /// One for reading rows, which Ctrl-C ends between two of them.
    pub fn of_rows(is_wanted: bool, interrupt: &Interrupt) -> Progress {
        interrupt.begin();
        let mut progress = Progress::sign(is_wanted);
        progress.interrupt = Some(interrupt.clone());
        progress
    }

    /// One for work that has no rows to count.
    pub fn sign(is_wanted: bool) -> Progress {
        Progress { rows: 0, bar: ProgressBar::hidden(), is_wanted, begun: None, interrupt: None }
    }

    /// Shows which file is read now.
    pub fn file(&mut self, name: &str) {
        self.stage(name.to_owned(), "{spinner} {human_pos}  {msg}");
    }

    /// What is being done now, drawn in that style.
    pub fn stage(&mut self, said: String, style: &str) {
        if !self.is_wanted {
            return;
        }
        if let Ok(style) = ProgressStyle::with_template(style) {
            self.bar.set_style(style);
        }
        self.bar.set_message(said);
        if self.begun.is_none() {
            let (begun, ended) = channel();
            self.begun = Some(begun);
            let bar = self.bar.clone();
            thread::spawn(move || {
                if ended.recv_timeout(SILENCE) == Err(RecvTimeoutError::Timeout) {
                    bar.set_draw_target(ProgressDrawTarget::stderr());
                    bar.enable_steady_tick(TURN);
                }
            });
        }
    }

    /// Counts a row as read.
    ///
    /// # Errors
    /// Somebody has asked to end.
    pub fn row(&mut self) -> Result<(), Interrupted> {
        self.rows += 1;
        if self.is_wanted && self.rows.is_multiple_of(STRIDE) {
            self.bar.set_position(self.rows);
        }
        self.interrupt.as_ref().map_or(Ok(()), Interrupt::go_on)
    }

    /// Takes the progress off the terminal.
    pub fn end(&mut self) {
        if let Some(interrupt) = self.interrupt.take() {
            interrupt.end();
        }
        if self.begun.take().is_some() {
            self.bar.finish_and_clear();
            self.bar = ProgressBar::hidden();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_begun_where_nobody_sees_it() {
        let mut unseen = Progress::sign(false);
        unseen.file("报名.csv");
        assert!(unseen.begun.is_none());
        let mut seen = Progress::sign(true);
        seen.file("报名.csv");
        assert!(seen.begun.is_some() && seen.bar.is_hidden());
        seen.end();
        assert!(seen.begun.is_none());
    }
}
