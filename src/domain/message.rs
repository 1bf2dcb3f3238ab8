//! What is to be said, in no language yet.

use super::{Phone, stored};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// A language people read the program in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Chinese (简体中文).
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The id used on the command line and in stamps.
    pub const fn id(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The tag by which other programs know it (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }
}

/// Something to tell a person, in no language yet: the key of a text and what it is to be filled with.
///
/// Every layer says what it has to say in these; only `texts` knows the words. The journal keeps them so, and whoever reads
/// its books reads them in their own language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    /// The text's key in `src/texts/*.ftl`; it is also the code that documents and tests use.
    pub key: &'static str,
    /// The values for the text's places, in the order given.
    pub args: Vec<(&'static str, Arg)>,
}

/// A message as it is read.
#[derive(Deserialize)]
struct StoredMessage {
    key: String,
    args: Vec<(String, Arg)>,
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let StoredMessage { key, args } = StoredMessage::deserialize(from)?;
        Ok(Message {
            key: stored::held(&key),
            args: args.into_iter().map(|(name, arg)| (stored::held(&name), arg)).collect(),
        })
    }
}

/// A value inside a [`Message`]. Kept as JSON, text is a string: what was kept in the words of its time reads as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Arg {
    /// Text that stays as it is: a name, a cell, a path.
    Text(String),
    /// A count; the languages choose their plural by it.
    Count(u64),
    /// A number of a customer, whose middle is hidden unless somebody may see it.
    Phone(#[serde(with = "stored::phone")] Phone),
    /// Another message, said in the same language.
    Message(Box<Message>),
    /// Several messages or words, joined as the language joins a list.
    List(Vec<Arg>),
}

impl Message {
    /// A message without values.
    pub const fn new(key: &'static str) -> Self {
        Message { key, args: Vec::new() }
    }

    /// The message with one value more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The same with the value as it displays itself.
    #[must_use]
    pub fn show(self, name: &'static str, value: impl fmt::Display) -> Self {
        self.with(name, value.to_string())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Arg::Count(count as u64)
    }
}

impl From<u64> for Arg {
    fn from(count: u64) -> Self {
        Arg::Count(count)
    }
}

impl From<Phone> for Arg {
    fn from(phone: Phone) -> Self {
        Arg::Phone(phone)
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Arg::Message(Box::new(message))
    }
}

/// What is not there is not said.
impl<T: Into<Arg>> From<Option<T>> for Arg {
    fn from(part: Option<T>) -> Self {
        part.map_or_else(|| Arg::Text(String::new()), Into::into)
    }
}

impl<T: Into<Arg>> From<Vec<T>> for Arg {
    fn from(items: Vec<T>) -> Self {
        Arg::List(items.into_iter().map(Into::into).collect())
    }
}
