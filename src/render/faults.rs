//! Faults of a policy file drawn where they stand.

use super::visible::{steers, visible};
use crate::policy::PolicyFault;
use crate::texts::Texts;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::borrow::Cow;

/// A file with its faults (错处), each drawn below what is wrong: place, line as written, the wrong part underlined.
///
/// Chinese characters take two columns, and the mark below them is as wide. `width` is that of the terminal.
pub fn faults(file: &str, text: &str, faults: &[PolicyFault], texts: &Texts, width: usize, colour: bool) -> String {
    let source = harmless(text);
    let file = visible(file);
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(width);
    let drawn = |fault: &PolicyFault| {
        let said = texts.say(&fault.message);
        let mark = AnnotationKind::Primary.span(fault.span.clone());
        let title = Level::ERROR.no_name().primary_title(visible(&said));
        let snippet = Snippet::source(source.as_ref()).path(file.as_ref()).annotation(mark);
        renderer.render(&[title.element(snippet)])
    };
    faults.iter().map(drawn).collect::<Vec<_>>().join("\n\n")
}

/// The text with what could steer a terminal replaced, byte for byte, so that every place stays where it was. The library
/// shows the characters below the blank itself.
fn harmless(text: &str) -> Cow<'_, str> {
    if !text.chars().any(steers) {
        return text.into();
    }
    let seen = |char: char| match (steers(char), char.len_utf8()) {
        (false, _) => char,
        (true, 1) => '?',
        (true, 2) => '·',
        (true, _) => char::REPLACEMENT_CHARACTER,
    };
    text.chars().map(seen).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::policy::Policy;
    use unicode_width::UnicodeWidthStr;

    /// The faults of the preset with one piece of it replaced, as drawn without colours.
    fn drawn(from: &str, to: &str, lang: Lang) -> String {
        let preset = Policy::preset_text("meeting-sales").unwrap();
        assert!(preset.contains(from), "{from}");
        let text = preset.replacen(from, to, 1);
        let error = Policy::parse(&text).unwrap_err();
        faults("policy.toml", &text, &error.faults, &Texts::new(lang), 140, false)
    }

    #[test]
    fn the_mark_stands_under_the_word_also_behind_chinese() {
        let drawn = drawn("zh = \"两日内交回访表\", en", "zh = \"两日内交回访表\", 'eñ'", Lang::Zh);
        let lines: Vec<&str> = drawn.lines().collect();
        let fault = lines.iter().position(|line| line.contains("“eñ”")).unwrap();
        let (line, mark) = (lines[fault + 3], lines[fault + 4]);
        assert_eq!(line[..line.find("'eñ'").unwrap()].width(), mark.find('^').unwrap(), "{drawn}");
        assert_eq!(mark.matches('^').count(), 4, "{drawn}");
    }

    #[test]
    fn a_chinese_word_is_underlined_as_wide_as_it_is() {
        let line = 1 + Policy::preset_text("meeting-sales")
            .unwrap()
            .split("[\"scattered\"]")
            .next()
            .unwrap()
            .matches('\n')
            .count();
        assert_eq!(
            drawn("[\"scattered\"]", "[\"散收\"]", Lang::En),
            format!(
                "`散收` is not known; write one of flyer, scattered, store, phone_response, community, referral, other\n  \
                 --> policy.toml:{line}:13\n   |\n{line} | channels = [\"散收\"]\n   |             ^^^^^^"
            )
        );
    }

    #[test]
    fn nothing_in_the_file_steers_the_terminal() {
        let drawn = drawn("[\"scattered\"]", "[\"\u{9b}2J\u{202e}\"]", Lang::En);
        assert!(!drawn.contains(|char| steers(char) || char == '\u{1b}'), "{drawn:?}");
    }
}
