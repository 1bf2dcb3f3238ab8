//! What a night's work came to, on one screen.

use super::{Listing, check_kind};
use crate::domain::Message;
use crate::texts::Texts;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A night's work that is done.
#[derive(Debug, Clone)]
pub struct NightSummary<'n> {
    /// The day it was done for.
    pub as_of: NaiveDate,
    /// What came of the inbox.
    pub import: String,
    /// What each sheet was taken for.
    pub sheets: Vec<String>,
    /// Files that wait for somebody to say what becomes of the rows of before.
    pub held: usize,
    /// The reports of the day.
    pub papers: Vec<&'n Listing>,
    /// How many people have call sheets for the next day.
    pub call_sheets: usize,
    /// How many things there are to check, by their code.
    pub to_check: &'n BTreeMap<String, usize>,
    /// Where the reports lie; none: none was written.
    pub folder: Option<String>,
}

/// It in words: what came in, and of each report its first lines.
pub fn night_listing(night: &NightSummary<'_>, texts: &Texts) -> Listing {
    let mut lines = vec![night.import.clone()];
    lines.extend(night.sheets.iter().map(|line| format!("  {line}")));
    lines.extend((night.held > 0).then(|| texts.say(&Message::new("cli-nightly-held").with("count", night.held))));
    lines.push(String::new());
    for paper in &night.papers {
        lines.push(paper.title.clone());
        lines.extend(paper.summary.iter().map(|line| format!("  {line}")));
    }
    lines.push(String::new());
    let to_check: usize = night.to_check.values().sum();
    if to_check > 0 {
        lines.push(texts.say(&Message::new("cli-nightly-check").with("count", to_check)));
        let of = |(code, count): (&String, &usize)| format!("  {}", texts.aside(&check_kind(code, texts), *count));
        lines.extend(night.to_check.iter().map(of));
    }
    let reports = |folder: &String| texts.say(&Message::new("cli-nightly-reports").with("folder", folder.as_str()));
    lines.extend(night.folder.as_ref().map(reports));
    let sheets =
        (night.call_sheets > 0).then(|| Message::new("cli-nightly-call-sheets").with("count", night.call_sheets));
    lines.extend(sheets.map(|said| texts.say(&said)));
    Listing {
        title: texts.say(&Message::new("cli-nightly-title").show("as_of", night.as_of)),
        summary: lines,
        headings: Vec::new(),
        groups: Vec::new(),
        notes: Vec::new(),
    }
}
