//! Encrypted workbooks: those that Excel itself opens without asking, and those that only their owner can open.
//!
//! No guard of a fault: calamine reads no encrypted workbook, and says of some that they are damaged. It may go once calamine
//! takes a password.

use crate::domain::Message;
use msoffice_crypto::{Error, IntegrityPolicy, classify, decrypt_binary_office, decrypt_ooxml_with_policy};

/// What Excel encrypts with when a sheet or the workbook's structure is protected, and tries before it asks anybody.
const BUILT_IN: &str = "VelvetSweatshop";
/// Excel stretches a password a hundred thousand times; a file that asks for far more only keeps the reader busy.
const MOST_ROUNDS: u32 = 1_000_000;

/// The workbook in a package (xlsx, xlsb) under the built-in password.
///
/// # Errors
/// It has a password of its own, is encrypted in another way, or is damaged.
pub fn package(bytes: &[u8]) -> Result<Vec<u8>, Message> {
    let rounds = classify(bytes).password_key.and_then(|key| key.spin_count);
    if rounds.is_some_and(|rounds| rounds > MOST_ROUNDS) {
        return Err(otherwise());
    }
    // Not every program that encrypts writes how to tell whether the package is whole.
    let unlocked = decrypt_ooxml_with_policy(bytes, BUILT_IN, IntegrityPolicy::VerifyIfPresent);
    unlocked.map(|unlocked| unlocked.package).map_err(|error| said(&error))
}

/// An old workbook (xls) under the built-in password.
///
/// # Errors
/// It has a password of its own, is encrypted in another way, or is damaged.
pub fn old(bytes: &[u8]) -> Result<Vec<u8>, Message> {
    decrypt_binary_office(bytes, BUILT_IN).map_err(|error| match error {
        // What says how it is encrypted says something unheard of.
        Error::BadParameters { .. } => otherwise(),
        error => said(&error),
    })
}

fn said(error: &Error) -> Message {
    match error {
        Error::WrongPassword => Message::new("ingest-book-password"),
        Error::UnsupportedAlgorithm { .. }
        | Error::UnsupportedEncryptionVersion(..)
        | Error::UnsupportedEncryptedContent(_) => otherwise(),
        _ => Message::new("ingest-book-damaged"),
    }
}

/// Whether its password is the built-in one cannot be tried.
fn otherwise() -> Message {
    Message::new("ingest-book-encrypted")
}

#[cfg(test)]
mod tests {
    use super::*;
    use msoffice_crypto::{EncryptParams, encrypt_ooxml_standard, encrypt_ooxml_with_params};
    use rust_xlsxwriter::Workbook;

    fn book() -> Vec<u8> {
        let mut book = Workbook::new();
        book.add_worksheet().write(0, 0, "电话").unwrap();
        book.save_to_buffer().unwrap()
    }

    fn agile(password: &str, spin_count: u32) -> Vec<u8> {
        encrypt_ooxml_with_params(&book(), password, EncryptParams { spin_count, ..EncryptParams::default() }).unwrap()
    }

    fn key(locked: &[u8]) -> &'static str {
        package(locked).unwrap_err().key
    }

    #[test]
    fn what_excel_opens_without_asking_is_opened() {
        let plain = book();
        assert_eq!(package(&agile(BUILT_IN, 1_000)), Ok(plain.clone()));
        assert_eq!(package(&encrypt_ooxml_standard(&plain, BUILT_IN).unwrap()), Ok(plain));
    }

    #[test]
    fn a_password_damage_and_rounds_without_end_are_told_apart() {
        let own = agile("别的", 1_000);
        assert_eq!(key(&own), "ingest-book-password");
        assert_eq!(key(&encrypt_ooxml_standard(&book(), "别的").unwrap()), "ingest-book-password");
        let built_in = agile(BUILT_IN, 1_000);
        let mut altered = built_in.clone();
        let middle = altered.len() - 2_048;
        altered[middle] ^= 1;
        assert_eq!(key(&altered), "ingest-book-damaged");
        assert_eq!(key(&built_in[..built_in.len() / 2]), "ingest-book-damaged");
        assert_eq!(key(&agile(BUILT_IN, MOST_ROUNDS + 1)), "ingest-book-encrypted");
    }
}
