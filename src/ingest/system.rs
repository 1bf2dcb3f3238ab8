//! Why the system refused to read or write, in words.

use crate::domain::Message;
use std::io::{Error, ErrorKind};

/// Why the system refused. What hardly happens to people goes by the system's own number, which whoever looks after the
/// computer can look up.
pub fn reason(error: &Error) -> Message {
    Message::new(match error.kind() {
        ErrorKind::NotFound => "ingest-io-not-found",
        ErrorKind::PermissionDenied => "ingest-io-denied",
        ErrorKind::ReadOnlyFilesystem => "ingest-io-read-only",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "ingest-io-full",
        ErrorKind::FileTooLarge => "ingest-io-large",
        ErrorKind::AlreadyExists => "ingest-io-exists",
        ErrorKind::NotADirectory => "ingest-io-no-folder",
        ErrorKind::IsADirectory => "ingest-io-folder",
        ErrorKind::InvalidFilename => "ingest-io-name",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::WouldBlock => "ingest-io-busy",
        ErrorKind::UnexpectedEof | ErrorKind::InvalidData => "ingest-io-cut-off",
        ErrorKind::TimedOut
        | ErrorKind::ConnectionReset
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::NetworkUnreachable
        | ErrorKind::StaleNetworkFileHandle => "ingest-io-network",
        _ => match error.raw_os_error() {
            Some(number) => return Message::new("ingest-io-number").show("number", number),
            None => "ingest-io-unknown",
        },
    })
}

/// The file could not be read.
pub fn unreadable(error: &std::io::Error) -> Message {
    let key = match error.kind() {
        std::io::ErrorKind::PermissionDenied => "ingest-file-denied",
        std::io::ErrorKind::NotFound => "ingest-file-missing",
        _ => return Message::new("ingest-file-unreadable").with("error", reason(error)),
    };
    Message::new(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_never_the_systems_own() {
        // 5 is the number of a failing disk on every system of the kind this test runs on.
        assert_eq!(reason(&Error::from_raw_os_error(5)), Message::new("ingest-io-number").with("number", "5"));
        assert_eq!(reason(&Error::from(ErrorKind::IsADirectory)).key, "ingest-io-folder");
        assert_eq!(reason(&Error::other("device or resource weary")).key, "ingest-io-unknown");
    }
}
