//! A sign of life on a terminal for what takes more than a second.

use super::desk::Desk;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::{Duration, Instant};

/// Shorter work needs no sign.
const SILENCE: Duration = Duration::from_secs(1);
/// Rows between two looks at the clock.
const STRIDE: u64 = 512;

/// Counts rows as they are read.
pub struct Progress {
    begun: Instant,
    rows: u64,
    bar: ProgressBar,
    is_wanted: bool,
}

impl Progress {
    /// One that shows itself only where somebody sees it.
    pub fn new(desk: &Desk) -> Progress {
        Progress {
            begun: Instant::now(),
            rows: 0,
            bar: ProgressBar::hidden(),
            is_wanted: desk.env.stderr_is_terminal && !desk.global.quiet,
        }
    }

    /// The file whose rows come now.
    pub fn file(&mut self, name: &str) {
        self.bar.set_message(name.to_owned());
    }

    /// A row was read.
    pub fn row(&mut self) {
        self.rows += 1;
        if !self.is_wanted || !self.rows.is_multiple_of(STRIDE) {
            return;
        }
        if self.bar.is_hidden() && self.begun.elapsed() > SILENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos}  {msg}") {
                self.bar.set_style(style);
            }
        }
        self.bar.set_position(self.rows);
    }

    /// Wipes it away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}
