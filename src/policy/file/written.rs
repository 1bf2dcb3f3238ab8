//! The file of a preset as a new house gets it: its remarks in the house's language.

use crate::domain::Lang;
use crate::policy::Policy;

impl Policy {
    /// A preset's policy file as a house gets it, with its remarks in that language.
    ///
    /// In the preset a remark that begins with `#zh` or `#en` is for readers of that language, others are for all; what the
    /// policy says is the same in every copy.
    pub fn preset_written(name: &str, lang: Lang) -> Option<String> {
        let text = Policy::preset_text(name)?;
        Some(text.split_inclusive('\n').filter_map(|line| in_language(line, lang)).collect())
    }
}

/// The line as a reader of that language gets it, if it is for them.
fn in_language(line: &str, lang: Lang) -> Option<String> {
    let remark =
        |lang: &Lang| line.strip_prefix('#')?.strip_prefix(lang.id())?.strip_prefix(' ').map(|said| (*lang, said));
    match Lang::ALL.iter().find_map(remark) {
        None => Some(line.to_owned()),
        Some((of, said)) => (of == lang).then(|| format!("# {said}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use toml_spanner::Arena;

    fn written(lang: Lang) -> impl Iterator<Item = (&'static str, String)> {
        Policy::PRESETS.into_iter().map(move |(name, _)| (name, Policy::preset_written(name, lang).unwrap()))
    }

    fn has_chinese(text: &str) -> bool {
        text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
    }

    #[test]
    fn every_copy_says_what_the_preset_does() {
        for lang in Lang::ALL {
            for (name, text) in written(lang) {
                let preset = Policy::parse(Policy::preset_text(name).unwrap()).unwrap();
                assert_eq!(Policy::parse(&text).unwrap().digest(), preset.digest(), "{name}");
                assert!(Lang::ALL.iter().all(|lang| !text.contains(&format!("#{}", lang.id()))), "{name}");
            }
        }
        assert_eq!(Policy::preset_written("meeting", Lang::Zh), None);
    }

    /// Remarks are words, but for settings that are shown as remarks.
    #[test]
    fn remarks_are_in_the_language_of_the_copy() {
        let remarks = |text: String| {
            let remarks = text.lines().filter_map(|line| line.strip_prefix('#')).map(|said| said.trim().to_owned());
            remarks
                .filter(|said| !said.is_empty() && toml_spanner::parse(said, &Arena::new()).is_err())
                .collect::<Vec<_>>()
        };
        for (_, text) in written(Lang::Zh) {
            let english: Vec<String> = remarks(text).into_iter().filter(|said| !has_chinese(said)).collect();
            assert_eq!(english, Vec::<String>::new());
        }
        for (_, text) in written(Lang::En) {
            let no_word = |said: &String| !said.chars().any(|c| c.is_ascii_lowercase());
            assert_eq!(remarks(text).into_iter().filter(no_word).collect::<Vec<_>>(), Vec::<String>::new());
        }
    }

    #[test]
    fn neither_language_misses_a_remark() {
        for (name, text) in Policy::PRESETS {
            // What stands before each group of remarks, without those: the same places in both languages.
            let places = |lang: Lang| -> BTreeSet<usize> {
                let mark = format!("#{} ", lang.id());
                let of_language =
                    |line: &str| Lang::ALL.iter().any(|lang| line.starts_with(&format!("#{} ", lang.id())));
                let mut place = 0;
                let mut places = BTreeSet::new();
                for line in text.lines() {
                    place += usize::from(!of_language(line));
                    places.extend(line.starts_with(&mark).then_some(place));
                }
                places
            };
            assert_eq!(places(Lang::Zh), places(Lang::En), "{name}");
            assert!(places(Lang::Zh).len() > 10);
        }
    }
}
