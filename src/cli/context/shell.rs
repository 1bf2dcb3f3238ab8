//! Commands as they are printed to be typed or copied: a path with a space in it stays one word.

use std::ffi::OsStr;

/// The word as the shell of this system wants it typed.
pub fn quoted(word: &(impl AsRef<OsStr> + ?Sized)) -> String {
    let word = word.as_ref().to_string_lossy();
    let is_plain = |c: char| c.is_alphanumeric() || PLAIN.contains(c);
    if !word.is_empty() && word.chars().all(is_plain) { word.into_owned() } else { in_quotes(&word) }
}

#[cfg(not(windows))]
const PLAIN: &str = "-_./:+@,";

#[cfg(not(windows))]
fn in_quotes(word: &str) -> String {
    // Only a zero byte cannot be quoted, and no path holds one.
    shlex::try_quote(word).unwrap_or(std::borrow::Cow::Borrowed(word)).into_owned()
}

#[cfg(windows)]
const PLAIN: &str = "-_./:+\\";

/// Both shells of Windows take double quotes, which no path there holds.
#[cfg(windows)]
fn in_quotes(word: &str) -> String {
    format!("\"{word}\"")
}

#[cfg(test)]
#[cfg(not(windows))]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_a_space_stays_one_word() {
        assert_eq!(quoted("店/inbox"), "店/inbox");
        for path in ["my shop/四月 报名.csv", "it's.csv", "$HOME", "", "(2).csv"] {
            assert_eq!(shlex::split(&format!("huifang import {}", quoted(path))).unwrap()[2], path);
        }
    }
}
