//! The words people read: one Fluent file per language, nothing shown to people stands anywhere else.

use crate::domain::{Arg, Lang, Message, Phone};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::fmt::Display;
use unic_langid::LanguageIdentifier;

macro_rules! files {
    ($($name:literal),+) => {
        /// The text files, by language: one per module that speaks, and one for the help.
        pub const FILES: &[(Lang, &str)] = &[
            $((Lang::Zh, include_str!(concat!("zh/", $name, ".ftl"))), (Lang::En, include_str!(concat!("en/", $name, ".ftl")))),+
        ];
    };
}

files!("cli", "explain", "firstday", "help", "ingest", "journal", "policy", "report", "templates");

/// Speaks one language.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl AsRef<Texts> for Texts {
    fn as_ref(&self) -> &Texts {
        self
    }
}

impl Texts {
    /// The texts of that language.
    pub fn new(lang: Lang) -> Self {
        let locale: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        // Terminals show the isolation marks as rubbish, and both languages run left to right.
        bundle.set_use_isolating(false);
        for (_, source) in FILES.iter().filter(|(of, _)| *of == lang) {
            // A faulty line only loses its own text; the tests hold that there is none.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Texts { lang, bundle }
    }

    /// The language spoken.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The text of a key that needs no values.
    pub fn get(&self, key: &'static str) -> String {
        self.say(&Message::new(key))
    }

    /// The text of a key made at run time, if there is one.
    pub fn find(&self, key: &str) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        Some(self.bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
    }

    /// The message in this language, numbers of customers with their middle hidden. A key without a text shows itself.
    pub fn say(&self, message: &Message) -> String {
        self.say_with(message, &Phone::masked)
    }

    /// The same, with the numbers of customers as they are to be shown.
    pub fn say_with(&self, message: &Message, shown: &dyn Fn(&Phone) -> String) -> String {
        let Some(pattern) = self.bundle.get_message(message.key).and_then(|text| text.value()) else {
            return message.key.to_owned();
        };
        let mut args = FluentArgs::with_capacity(message.args.len());
        for (name, arg) in &message.args {
            match arg {
                Arg::Count(count) => args.set(*name, FluentValue::from(*count)),
                other => args.set(*name, self.arg(other, shown)),
            }
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// A value in this language, numbers of customers with their middle hidden.
    pub fn words(&self, arg: &Arg) -> String {
        self.arg(arg, &Phone::masked)
    }

    /// Several messages on one line.
    pub fn joined(&self, said: impl IntoIterator<Item = String>) -> String {
        let joint = match self.lang {
            Lang::Zh => "；",
            Lang::En => "; ",
        };
        said.into_iter().collect::<Vec<_>>().join(joint)
    }

    /// The word for an id of a closed list (`report-LIST-ID`); an id without a word says itself.
    pub fn word(&self, list: &str, id: &str) -> String {
        self.find(&format!("report-{list}-{id}")).unwrap_or_else(|| id.to_owned())
    }

    /// A saying with something added in brackets.
    pub fn aside(&self, said: &str, aside: impl Display) -> String {
        match self.lang {
            Lang::Zh => format!("{said}（{aside}）"),
            Lang::En => format!("{said} ({aside})"),
        }
    }

    fn arg(&self, arg: &Arg, shown: &dyn Fn(&Phone) -> String) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            Arg::Count(count) => count.to_string(),
            Arg::Phone(phone) => shown(phone),
            Arg::Message(message) => self.say_with(message, shown),
            Arg::List(items) => {
                let joint = match self.lang {
                    Lang::Zh => "、",
                    Lang::En => ", ",
                };
                items.iter().map(|item| self.arg(item, shown)).collect::<Vec<_>>().join(joint)
            }
        }
    }
}

#[cfg(test)]
mod tests;
