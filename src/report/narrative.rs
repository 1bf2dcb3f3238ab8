//! An answer told in paragraphs, whatever it is written as.

use super::Tone;

/// An answer told in paragraphs under headings, for people; no terminal, no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrative {
    /// The language's tag (`zh-CN`).
    pub language: &'static str,
    /// What it is called.
    pub title: String,
    /// The answer itself, for whoever reads no further.
    pub lead: Vec<Paragraph>,
    /// What is told, in order.
    pub sections: Vec<Section>,
    /// What has to be read with it.
    pub notes: Vec<String>,
}

/// Paragraphs under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What it is called.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

/// Something told, and below it what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What stands before it.
    pub mark: Mark,
    /// Its words.
    pub text: String,
    /// How much it asks for attention.
    pub tone: Tone,
    /// What belongs to it.
    pub below: Vec<Paragraph>,
}

/// What a paragraph is, shown before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    None,
    /// Something that happened.
    Event,
    /// It changed something.
    Change,
    /// It did not apply.
    Passed,
    /// What a clause says.
    Clause,
    /// The ledger rows behind it.
    Rows,
    /// What comes next.
    Next,
}

impl Paragraph {
    /// A paragraph without emphasis.
    pub fn plain(text: impl Into<String>) -> Self {
        Paragraph::marked(Mark::None, text)
    }

    /// One with a mark; rows are quiet, so that the eye runs past them.
    pub fn marked(mark: Mark, text: impl Into<String>) -> Self {
        let tone = if matches!(mark, Mark::Rows | Mark::Clause) { Tone::Quiet } else { Tone::Plain };
        Paragraph { mark, text: text.into(), tone, below: Vec::new() }
    }

    /// The paragraph with that emphasis.
    #[must_use]
    pub fn toned(self, tone: Tone) -> Self {
        Paragraph { tone, ..self }
    }

    /// The same with what belongs below it.
    #[must_use]
    pub fn with(mut self, below: impl IntoIterator<Item = Paragraph>) -> Self {
        self.below.extend(below);
        self
    }
}
