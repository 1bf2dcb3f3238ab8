//! What the reader of TOML found wrong, in words for the slips that people make; the rest quotes it.

use crate::domain::{Arg, Message};
use std::ops::Range;

/// Whether it is only a key that stands twice.
pub fn is_duplicate(detail: &str) -> bool {
    detail == "duplicate key"
}

/// The key that is missing, if that is the slip.
pub fn missing(detail: &str) -> Option<&str> {
    detail.strip_prefix("missing field ").map(unquoted)
}

/// A key of a table of the file.
pub struct KeyPlace {
    /// The keys down to the table.
    pub path: Vec<String>,
    /// The table's own place.
    pub table: Range<usize>,
    /// The table's `id`, if it has one.
    pub id: String,
    pub key: String,
}

/// A text that is no TOML.
pub fn of_syntax(detail: &str, span: Option<Range<usize>>, text: &str) -> Message {
    const SLIPS: &[(&str, &str)] = &[
        ("string values must be quoted", "policy-syntax-unquoted"),
        ("invalid basic string", "policy-syntax-open-quote"),
        ("invalid literal string", "policy-syntax-open-quote"),
        ("unclosed", "policy-syntax-unclosed"),
        ("missing comma", "policy-syntax-comma"),
        ("extra comma", "policy-syntax-comma"),
        ("key with no value", "policy-syntax-no-value"),
        ("missing value", "policy-syntax-no-value"),
        ("invalid unquoted key", "policy-syntax-key"),
        ("unquoted keys cannot be empty", "policy-syntax-key"),
        ("unexpected key or value", "policy-syntax-one-a-line"),
        ("invalid date", "policy-syntax-date"),
        ("missing escaped value", "policy-syntax-escape"),
    ];
    if is_duplicate(detail) {
        let key = span.and_then(|span| text.get(span)).unwrap_or_default();
        return Message::new("policy-syntax-key-twice").with("key", key);
    }
    match SLIPS.iter().find(|(begins, _)| detail.starts_with(begins)) {
        // Some of these are told by one word for several kinds.
        Some((_, key)) => Message { key, args: Vec::new() },
        None => Message::new("policy-syntax-other").with("detail", detail),
    }
}

/// Sound TOML that says something a policy cannot say, and where, if that is known.
pub fn of_form(detail: &str, place: Option<&KeyPlace>) -> Message {
    if let Some(key) = missing(detail) {
        return missing_key(key, place);
    }
    // What the policy's own values have to say of themselves.
    if let Some(key) = OWN.iter().find(|key| **key == detail) {
        return Message { key, args: Vec::new() };
    }
    let quoted = |rest: &str| rest.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    if let Some(rest) = detail.strip_prefix("unknown field ") {
        return one_of("policy-fault-unknown-key", "key", &quoted(rest));
    }
    if let Some(rest) = detail.strip_prefix("unknown variant ") {
        return one_of("policy-fault-unknown-word", "word", &quoted(rest));
    }
    let wanted = ["invalid type: ", "invalid value: "].iter().find_map(|begins| detail.strip_prefix(begins));
    match wanted.and_then(|rest| rest.rsplit_once("expected ")).and_then(|(_, wanted)| kind(wanted)) {
        Some(wanted) => Message::new("policy-fault-type").with("wanted", wanted),
        None => Message::new("policy-fault-form").with("detail", detail),
    }
}

/// The keys by which values that can be read in several forms say what is wrong with them.
const OWN: [&str; 6] = [
    "policy-fault-amount",
    "policy-fault-sum",
    "policy-fault-from-first",
    "policy-fault-from-later",
    "policy-fault-from-order",
    "policy-fault-from-none",
];

fn missing_key(key: &str, place: Option<&KeyPlace>) -> Message {
    let table = place.and_then(|place| place.path.last()).map(String::as_str);
    match (table, key) {
        (Some("obligation"), "evidence") => {
            Message::new("policy-fault-no-evidence").with("id", place.map_or("", |place| place.id.as_str()))
        }
        (_, "zh") => Message::new("policy-fault-no-chinese"),
        (_, "en") => Message::new("policy-fault-no-english"),
        _ => Message::new("policy-fault-missing-key").with("key", key),
    }
}

fn one_of(key: &'static str, name: &'static str, quoted: &[String]) -> Message {
    let (found, known) = quoted.split_first().map_or(("", &[][..]), |(found, known)| (found.as_str(), known));
    let known: Vec<Arg> = known.iter().map(|word| word.as_str().into()).collect();
    Message { key, args: Vec::new() }.with(name, found).with("known", Arg::List(known))
}

/// What is wanted instead, in words.
fn kind(wanted: &str) -> Option<Message> {
    Some(match wanted {
        "u32" | "u64" | "usize" => Message::new("policy-wanted-count"),
        "a string" | "string" | "string or table" => Message::new("policy-wanted-text"),
        "a boolean" => Message::new("policy-wanted-boolean"),
        "a sequence" => Message::new("policy-wanted-list"),
        "a map" => Message::new("policy-wanted-table"),
        wanted if wanted.starts_with("struct ") => Message::new("policy-wanted-table"),
        wanted if wanted.contains("datetime") => Message::new("policy-wanted-date"),
        _ => return None,
    })
}

fn unquoted(text: &str) -> &str {
    text.trim_matches('`')
}
