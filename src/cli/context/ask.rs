//! Asking before something is done that cannot be told from a slip.

use crate::cli::context::command::CommandContext;
use crate::cli::context::fault::ReadableError;
use crate::domain::Message;
use anyhow::Result;
use std::io::BufRead;

/// What counts as yes, in both languages; everything else is no.
const YES: [&str; 6] = ["y", "yes", "是", "好", "对", "确认"];

impl CommandContext {
    /// Whether there is somebody at a terminal who can be asked.
    pub fn can_ask(&self) -> bool {
        self.env.stdin_is_terminal && self.env.stderr_is_terminal
    }

    /// Asks something to be answered with yes or no. Whoever ends the input has not said yes.
    ///
    /// # Errors
    /// The answer cannot be read.
    pub fn ask(&mut self, question: &Message) -> Result<bool> {
        Ok(YES.contains(&self.ask_for(question)?.as_str()))
    }

    /// Asks something to be answered with a word, which is given in small letters; blank where nothing was said.
    ///
    /// # Errors
    /// The answer cannot be read.
    pub fn ask_for(&mut self, question: &Message) -> Result<String> {
        self.warn(question);
        let mut answer = String::new();
        let read = self.env.stdin.read_line(&mut answer);
        read.map_err(|error| {
            ReadableError::new(
                Message::new("cli-ask-unread").with("reason", crate::cli::context::fault::reason(&error)),
            )
        })?;
        Ok(answer.trim().to_lowercase())
    }
}
