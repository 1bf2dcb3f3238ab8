//! What is written under a report so that it can be made again: day, batch, journal, policy, command.

use crate::domain::{Lang, Message, discreet};
use crate::texts::Texts;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a report was made of, so that it can be made again (出处).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Of this program.
    pub version: String,
    /// The digest of the policy.
    pub policy: String,
    /// The digest of the rows that counted.
    pub journal: String,
    /// The newest batch known; none: nothing was imported yet.
    pub batch: Option<u64>,
    /// The day the books are read at.
    pub as_of: NaiveDate,
    /// What was asked for, as it is typed: the command and its own options.
    pub request: Vec<String>,
    /// `zh` or `en`.
    pub lang: String,
    /// `table`, `csv`, `xlsx`, `json`, `html`.
    pub format: String,
    /// Whether phones are in full.
    pub reveal: bool,
    /// The digest of the file it stands beside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
}

/// How much of a digest stands on paper.
const SHOWN: usize = 8;
const JOINT: &str = " · ";

impl Stamp {
    /// The same for whoever gets the report: what was asked for by phone names none, unless phones are in full.
    #[must_use]
    pub fn discreet(&self) -> Stamp {
        // Only explanations are asked for by phone.
        let is_discreet = !self.reveal && self.request.first().is_some_and(|word| word == "explain");
        let words = self.request.iter().map(|word| if is_discreet { discreet(word) } else { word.clone() });
        Stamp { request: words.collect(), ..self.clone() }
    }

    /// The line a page ends with.
    pub fn closing(&self, texts: &Texts) -> String {
        let short = |digest: &str| digest.chars().take(SHOWN).collect::<String>();
        let reveal = self.reveal.then_some("--reveal");
        let words: Vec<String> = self.discreet().request.into_iter().chain(reveal.map(str::to_owned)).collect();
        // A word with a NUL in it, which no command line can hold, is the only one that cannot be quoted.
        let request = shlex::try_join(words.iter().map(String::as_str)).unwrap_or_default();
        let message = match self.batch {
            Some(batch) => Message::new("report-stamp").show("batch", batch),
            None => Message::new("report-stamp-empty"),
        };
        let message = message.show("as_of", self.as_of).with("journal", short(&self.journal));
        let message = message.with("policy", short(&self.policy)).with("version", self.version.as_str());
        texts.say(&message.with("request", request))
    }

    /// The stamp that the last lines of a page say, and how many lines those are; its digests are as short as they stand
    /// there. None where the page ends otherwise.
    pub fn of_page(page: &str) -> Option<(Stamp, usize)> {
        let lines: Vec<&str> = page.lines().rev().take_while(|line| !line.trim().is_empty()).collect();
        // A narrow page breaks the line; what was read with the report stands above it.
        (1..=lines.len()).find_map(|count| {
            let said: Vec<&str> = lines.iter().take(count).rev().map(|line| line.trim()).collect();
            Stamp::of_closing(&said.join(" ")).map(|stamp| (stamp, count))
        })
    }

    fn of_closing(line: &str) -> Option<Stamp> {
        let mut parts = line.splitn(6, JOINT);
        let mut part = || parts.next();
        let (as_of, batch, journal, policy, version, request) = (part()?, part()?, part()?, part()?, part()?, part()?);
        let last = |part: &str| part.split_whitespace().next_back().map(str::to_owned);
        let is_digest = |text: &String| text.bytes().all(|byte| byte.is_ascii_hexdigit()) && text.len() == SHOWN;
        let mut request = shlex::split(request)?;
        let reveal = request.iter().any(|word| word == "--reveal");
        request.retain(|word| word != "--reveal");
        Some(Stamp {
            version: last(version.strip_prefix("huifang")?)?,
            policy: last(policy).filter(is_digest)?,
            journal: last(journal).filter(is_digest)?,
            batch: batch.split_whitespace().find_map(|word| word.parse().ok()),
            as_of: last(as_of)?.parse().ok()?,
            request,
            lang: if line.starts_with(|first: char| first.is_ascii()) { "en" } else { "zh" }.to_owned(),
            format: "table".to_owned(),
            reveal,
            content: None,
        })
    }

    /// The language the report is in.
    pub fn language(&self) -> Lang {
        if self.lang == "en" { Lang::En } else { Lang::Zh }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(lang: &str, batch: Option<u64>) -> Stamp {
        Stamp {
            version: "0.1.0".to_owned(),
            policy: "0123456789abcdef".to_owned(),
            journal: "fedcba9876543210".to_owned(),
            batch,
            as_of: "2026-10-30".parse().unwrap(),
            request: ["due", "--staff", "王 小莉"].map(str::to_owned).into(),
            lang: lang.to_owned(),
            format: "table".to_owned(),
            reveal: true,
            content: None,
        }
    }

    #[test]
    fn the_closing_line_says_all_that_is_needed_to_make_the_page_again() {
        for (lang, line) in [
            (
                "zh",
                "数据截至 2026-10-30 · 第 12 批 · 台账库 fedcba98 · 制度 01234567 · huifang 0.1.0 · due --staff '王 小莉' --reveal",
            ),
            (
                "en",
                "as of 2026-10-30 · batch 12 · journal fedcba98 · policy 01234567 · huifang 0.1.0 · due --staff '王 小莉' --reveal",
            ),
        ] {
            let made = stamp(lang, Some(12));
            assert_eq!(made.closing(&Texts::new(made.language())), line);
            let (policy, journal) = ("01234567".to_owned(), "fedcba98".to_owned());
            let read = Stamp { policy, journal, ..made };
            assert_eq!(Stamp::of_page(&format!("title\n\n{line}\n")), Some((read.clone(), 1)));
            assert_eq!(
                Stamp::of_page(&format!("title\n\na note\n{}\n", line.replace("due", "due\n"))),
                Some((read, 2))
            );
        }
    }

    #[test]
    fn before_any_import_there_is_no_batch() {
        for lang in ["zh", "en"] {
            let made = stamp(lang, None);
            let line = made.closing(&Texts::new(made.language()));
            assert_eq!(Stamp::of_page(&line).map(|(stamp, _)| stamp.batch), Some(None), "{line}");
        }
    }

    #[test]
    fn other_pages_have_none() {
        for page in ["", "归属表\n共 2 户\n", "a · b · c · d · huifang e · f\n"] {
            assert_eq!(Stamp::of_page(page), None);
        }
    }
}
