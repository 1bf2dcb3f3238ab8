//! What is said when something cannot be done: what, where, why, and what to do about it.

use crate::cli::context::interrupt::Interrupted;
use crate::domain::{Arg, Message};
use crate::journal::JournalError;
use crate::policy::PolicyFault;
use std::fmt;
use std::io;
use std::path::Path;

/// An error in words that people get to read.
#[derive(Debug, Clone)]
pub struct ReadableError {
    /// What could not be done, and why.
    pub message: Message,
    /// What there is to say in detail, each on a line of its own.
    pub more: Vec<Message>,
    /// The policy file whose faults are drawn below it.
    pub faulty: Option<Box<FaultyFile>>,
    /// What to do about it.
    pub remedy: Option<Message>,
    /// Whether it was asked for wrongly (exit code 2).
    pub is_usage: bool,
}

/// A policy file (制度文件) as it was read, and what is wrong with it.
#[derive(Debug, Clone)]
pub struct FaultyFile {
    /// Its name, as it is shown.
    pub file: String,
    pub text: String,
    pub faults: Vec<PolicyFault>,
}

impl ReadableError {
    /// Something that cannot be done.
    pub fn new(message: Message) -> Self {
        ReadableError { message, more: Vec::new(), faulty: None, remedy: None, is_usage: false }
    }

    /// Something that was asked for wrongly.
    pub fn usage(message: Message) -> Self {
        ReadableError { is_usage: true, ..ReadableError::new(message) }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn remedy(self, message: Message) -> Self {
        ReadableError { remedy: Some(message), ..self }
    }

    /// A file or folder that the system refused.
    pub fn io(path: &Path, error: &io::Error) -> Self {
        let said =
            ReadableError::new(Message::new("cli-io").show("path", path.display()).with("reason", reason(error)));
        let remedy = match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "cli-io-denied-remedy",
            io::ErrorKind::StorageFull => "cli-io-full-remedy",
            io::ErrorKind::NotFound => "cli-io-not-found-remedy",
            io::ErrorKind::AlreadyExists | io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory => {
                "cli-io-other-remedy"
            }
            _ => return said,
        };
        said.remedy(Message { key: remedy, args: Vec::new() })
    }
}

impl ReadableError {
    /// A place of the workspace's own that the system refused: another name is no way out there.
    pub fn place(path: &Path, error: &io::Error) -> Self {
        let said = ReadableError::io(path, error);
        match error.kind() {
            io::ErrorKind::AlreadyExists | io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory => {
                said.remedy(Message::new("cli-io-place-remedy"))
            }
            _ => said,
        }
    }
}

impl fmt::Display for ReadableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message.key)
    }
}

impl std::error::Error for ReadableError {}

impl From<Message> for ReadableError {
    fn from(message: Message) -> Self {
        ReadableError::new(message)
    }
}

/// The system's reason, as a message in words people use.
pub fn reason(error: &io::Error) -> Arg {
    crate::ingest::reason(error).into()
}

/// The words for any error that reaches the command line.
pub fn said(error: &anyhow::Error) -> ReadableError {
    if let Some(said) = error.downcast_ref::<ReadableError>() {
        return said.clone();
    }
    if let Some(error) = error.downcast_ref::<JournalError>() {
        return ReadableError { remedy: error.remedy(), ..ReadableError::new(error.message()) };
    }
    if error.is::<Interrupted>() {
        return ReadableError::new(Message::new("cli-interrupted"));
    }
    ReadableError::new(Message::new("cli-unexpected").show("what", format_args!("{error:#}")))
}
