//! What is said of a clause (`[[clause]]`).

use crate::domain::Lang;
use crate::policy::rules::kinds::{Both, Flag, Id, IfAny, Text};
use crate::policy::rules::parameter::{BelongsTo, parameters};
use crate::policy::{Bilingual, Clause};

parameters! {
    /// What a clause (条款) is called, what it says, and where it stands.
    #[derive(PartialEq, Eq)]
    ClauseText by |clause| BelongsTo::Clause(clause.id.clone()) => {
        /// The id it is named by.
        id: Clause = Id,
        /// What people call it.
        title: Bilingual = Both { "policy-entry-title" },
        /// Document and number (出处).
        source: String = Text { "policy-entry-source" },
        /// What it demands, in plain words; figures are left to the parameters.
        statement: Option<Bilingual> = IfAny<Both> { "policy-entry-statement" },
        /// How its words were taken where they can be taken in several ways (解释).
        interpretation: Option<Bilingual> = IfAny<Both> { "policy-entry-interpretation" },
        /// What of it no program can decide, and why.
        undecidable: Option<Bilingual> = IfAny<Both> { "policy-entry-undecidable" },
        /// Whether worked cases of this program hold it. What is said of a house's rules does not depend on that.
        #[serde(skip)]
        tested: bool = Flag,
    }
}

impl ClauseText {
    /// What people call it: document and number in Chinese; the documents have no English names, so the id in English.
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.source,
            Lang::En => &self.id,
        }
    }
}
