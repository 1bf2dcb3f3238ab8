//! `policy list`: the clauses, and how each is decided.

use super::words::{Column, headings};
use crate::domain::Message;
use crate::policy::{Bilingual, Clause, Policy};
use crate::report::{Cell, Form, Group, Listing, Medium, Space};
use crate::texts::Texts;
use serde::Serialize;

/// The presets at hand, and the clauses of a policy.
#[derive(Debug, Clone, Serialize)]
pub struct PolicyList {
    /// The presets the program brings.
    pub presets: Vec<PresetRow>,
    /// The house's own policy; none outside a workspace.
    pub policy: Option<PolicyWithClauses>,
}

/// A preset (制度模板).
#[derive(Debug, Clone, Serialize)]
pub struct PresetRow {
    pub preset: &'static str,
    pub title: Bilingual,
}

/// A policy and its clauses.
#[derive(Debug, Clone, Serialize)]
pub struct PolicyWithClauses {
    pub file: String,
    pub preset: String,
    pub title: Bilingual,
    pub digest: String,
    pub clauses: Vec<ListedClause>,
}

/// A clause in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ListedClause {
    pub clause: Clause,
    pub title: Bilingual,
    /// `decided`, `in-part` or `by-people`.
    pub decided: &'static str,
    pub source: String,
}

/// The presets, and the clauses of that policy, named so.
pub fn policy_list(policy: Option<(&str, &Policy)>) -> PolicyList {
    // Every preset is sound; a test holds that.
    let presets = Policy::PRESETS.iter().filter_map(|(preset, text)| Some((*preset, Policy::parse(text).ok()?)));
    let listed = |(file, policy): (&str, &Policy)| PolicyWithClauses {
        file: file.to_owned(),
        preset: policy.preset.clone(),
        title: policy.title.clone(),
        digest: policy.digest(),
        clauses: policy
            .clauses
            .iter()
            .map(|clause| ListedClause {
                clause: clause.id.clone(),
                title: clause.title.clone(),
                decided: policy.decided(clause).id(),
                source: clause.source.clone(),
            })
            .collect(),
    };
    PolicyList {
        presets: presets.map(|(preset, policy)| PresetRow { preset, title: policy.title }).collect(),
        policy: policy.map(listed),
    }
}

const COLUMNS: &[Column] = &[
    ("id", Form::Text, Space::Whole),
    ("title", Form::Text, Space::Breaks),
    ("decided", Form::Text, Space::Breaks),
    ("source", Form::Text, Space::Breaks),
];

/// The presets and the house's clauses as listings.
pub fn policy_list_listing(list: &PolicyList, medium: Medium, texts: &Texts) -> Listing {
    let lang = texts.lang();
    let presets = list.presets.iter().map(|row| {
        [row.preset.to_owned(), row.title.say(lang).to_owned(), texts.get("report-policy-preset"), String::new()]
            .map(Cell::from)
            .to_vec()
    });
    let clauses = list.policy.iter().flat_map(|policy| &policy.clauses).map(|row| {
        let decided = texts.word("decided", row.decided);
        [row.clause.to_string(), row.title.say(lang).to_owned(), decided, row.source.clone()].map(Cell::from).to_vec()
    });
    let title = list.policy.as_ref().map(|policy| {
        texts.say(
            &Message::new("report-policy-title")
                .with("title", policy.title.say(lang))
                .with("file", policy.file.as_str())
                .with("digest", policy.digest.as_str()),
        )
    });
    let group = |title: Option<String>, rows: Vec<Vec<Cell>>| {
        (!rows.is_empty()).then(|| Group { title: title.filter(|_| medium.is_page()), rows })
    };
    let summary = match &list.policy {
        Some(policy) => Message::new("report-policy-list-count").with("count", policy.clauses.len()),
        None => Message::new("report-policy-list-none"),
    };
    Listing {
        title: texts.get("report-policy-list-title"),
        summary: vec![texts.say(&summary)],
        headings: headings(COLUMNS, medium, texts),
        groups: [group(Some(texts.get("report-policy-presets")), presets.collect()), group(title, clauses.collect())]
            .into_iter()
            .flatten()
            .collect(),
        notes: Vec::new(),
    }
}
