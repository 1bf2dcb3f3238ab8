use super::fit::fitting;
use super::visible::visible;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// A text in as many lines as it takes, broken as Chinese and English are.
pub(super) fn lines(text: &str, first: &str, further: &str, width: u16) -> Vec<String> {
    let text = visible(text);
    let wrapped = |width: u16| {
        let options = Options::new(usize::from(width))
            .initial_indent(first)
            .subsequent_indent(further)
            .word_separator(WordSeparator::UnicodeBreakProperties)
            .word_splitter(WordSplitter::NoHyphenation)
            .wrap_algorithm(WrapAlgorithm::FirstFit);
        textwrap::wrap(&text, options).iter().map(|line| line.trim_end().to_owned()).collect()
    };
    fitting(width, wrapped).1
}
