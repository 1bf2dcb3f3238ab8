//! Sentences broken into lines, with whole commands kept whole.

use super::fit::fitting;
use super::visible::visible;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// A text in as many lines as it takes, broken as Chinese and English are. A command at its end that would be broken stands
/// on a line of its own instead, however long that is: it is copied from there.
pub(super) fn lines(text: &str, first: &str, further: &str, width: u16) -> Vec<String> {
    let text = visible(text);
    if let Some((said, command)) = command(&text).filter(|_| first.width() + text.width() > usize::from(width)) {
        let mut lines = if said.is_empty() { Vec::new() } else { broken(said, first, further, width) };
        lines.push(format!("{further}{command}"));
        return lines;
    }
    broken(&text, first, further, width)
}

/// The command that a text ends in, and what stands before it.
pub(super) fn command(text: &str) -> Option<(&str, &str)> {
    const NAME: &str = "huifang ";
    let at = text.rfind(NAME)?;
    let (said, command) = text.split_at(at);
    let is_begun = said.is_empty() || said.ends_with(['：', ' ']);
    let is_all = !command.contains(['，', '；', '。', '）', '”', '`', ';']);
    // A stamp names the program and its version.
    let is_called = command[NAME.len()..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
    (is_begun && is_called && is_all).then_some((said.trim_end(), command))
}

fn broken(text: &str, first: &str, further: &str, width: u16) -> Vec<String> {
    let wrapped = |width: u16| {
        let options = Options::new(usize::from(width))
            .initial_indent(first)
            .subsequent_indent(further)
            .word_separator(WordSeparator::UnicodeBreakProperties)
            .word_splitter(WordSplitter::NoHyphenation)
            .wrap_algorithm(WrapAlgorithm::FirstFit);
        textwrap::wrap(text, options).iter().map(|line| line.trim_end().to_owned()).collect()
    };
    fitting(width, wrapped).1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_never_broken() {
        let text = "经理核定：huifang finding add --violation V-Z42PVXAXRK --verdict 属实";
        assert_eq!(
            lines(text, "▷ ", "  ", 40),
            ["▷ 经理核定：", "  huifang finding add --violation V-Z42PVXAXRK --verdict 属实"]
        );
        assert_eq!(lines(text, "▷ ", "  ", 80), [format!("▷ {text}")]);
        let alone = "huifang finding add --violation V-Z42PVXAXRK --verdict 属实";
        assert_eq!(lines(alone, "", "    ", 30), [format!("    {alone}")]);
        // A name in a sentence is none.
        assert_eq!(
            lines("用 huifang check 看看，再说别的事情", "", "", 20),
            ["用 huifang check 看", "看，再说别的事情"]
        );
    }
}
