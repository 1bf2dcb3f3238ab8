//! Books, what the preset makes of them, and somebody who explains it.

use huifang::domain::{Books, Lang, Phone, PhoneMasks};
use huifang::policy::{Assessment, Household, KinshipLink, Policy, ReportDates, assess, kinship};
use huifang::render::{TablePage, narrative};
use huifang::report::{
    HouseholdExplained, Narrative, Presenter, ViolationExplained, explain_household, explain_violation, household_page,
    violation_page,
};
use huifang::texts::Texts;

pub struct Stage {
    pub books: Books,
    pub policy: Policy,
    pub assessment: Assessment,
    pub kinship: Vec<KinshipLink>,
    pub zh: Texts,
    pub en: Texts,
    masks: PhoneMasks,
}

pub fn policy() -> Policy {
    Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap()
}

impl Stage {
    pub fn new(books: Books, reading: ReportDates) -> Stage {
        let policy = policy();
        let assessment = assess(&books, &policy, reading);
        let kinship = kinship(&books);
        Stage {
            books,
            policy,
            assessment,
            kinship,
            zh: Texts::new(Lang::Zh),
            en: Texts::new(Lang::En),
            masks: PhoneMasks::default(),
        }
    }

    pub fn speaker(&self, lang: Lang, reveal: bool) -> Presenter<'_> {
        let texts = if lang == Lang::Zh { &self.zh } else { &self.en };
        Presenter { texts, policy: &self.policy, roster: &self.assessment.roster, reveal, masks: &self.masks }
    }

    pub fn household(&self, phone: &str) -> &Household {
        let phone = Phone::normalised(phone);
        let mut households = self.assessment.households.iter();
        households.find(|household| household.members.contains(&phone)).unwrap()
    }

    pub fn explained(&self, household: &Household, lang: Lang) -> HouseholdExplained {
        let speaker = self.speaker(lang, false);
        explain_household(household, &self.assessment, &self.books, &self.kinship, &speaker)
    }

    pub fn page(&self, household: &Household, lang: Lang) -> Narrative {
        household_page(&self.explained(household, lang), &self.speaker(lang, false))
    }

    pub fn violation(&self, id: &str, lang: Lang) -> (ViolationExplained, Narrative) {
        let violation = self.assessment.violations.iter().find(|violation| violation.id == id).unwrap();
        let speaker = self.speaker(lang, false);
        let explained = explain_violation(violation, &self.assessment, &self.books, &speaker);
        let page = violation_page(&explained, &speaker);
        (explained, page)
    }
}

/// The page as it is read.
pub fn text(told: &Narrative, width: u16) -> String {
    let text = String::from_utf8(narrative(told, TablePage { width, colour: false })).unwrap();
    // A key or a place without its words would show itself.
    for bare in ["explain-", "report-", "{$", "{ $"] {
        assert!(!text.contains(bare), "`{bare}` in\n{text}");
    }
    text
}
