use super::Clause;
use crate::domain::Lang;
use serde::{Deserialize, Serialize};

/// The same in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    pub zh: String,
    pub en: String,
}

impl Bilingual {
    /// In that language.
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// What a clause (条款) is called, what it says, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClauseText {
    pub id: Clause,
    pub title: Bilingual,
    /// Document and number (出处).
    pub source: String,
    /// What it demands, in plain words; figures are left to the parameters.
    pub statement: Option<Bilingual>,
    /// How its words were taken where they can be taken in several ways (解释).
    pub interpretation: Option<Bilingual>,
    /// What of it no program can decide, and why.
    pub undecidable: Option<Bilingual>,
    /// Whether worked cases of this program hold it. What is said of a house's rules does not depend on that.
    #[serde(skip)]
    pub tested: bool,
}
