//! Who says a report: the language, the house's names, the masks of its phones.

use crate::domain::{Lang, Message, Phone, PhoneMasks, StaffId, StaffRow, TYPED_IN};
use crate::policy::Policy;
use crate::texts::Texts;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Who says a report to people: in which language, with whose names, and whether phones are said in full.
#[derive(Clone, Copy)]
pub struct Presenter<'a> {
    /// The words of the reader's language.
    pub texts: &'a Texts,
    /// The policy, for the names of clauses and offences.
    pub policy: &'a Policy,
    /// The roster, for names.
    pub roster: &'a BTreeMap<StaffId, StaffRow>,
    /// Phones in full instead of `138****5678`.
    pub reveal: bool,
    /// How they are hidden else.
    pub masks: &'a PhoneMasks,
}

impl AsRef<Texts> for Presenter<'_> {
    fn as_ref(&self) -> &Texts {
        self.texts
    }
}

impl Presenter<'_> {
    /// The language spoken.
    pub fn lang(&self) -> Lang {
        self.texts.lang()
    }

    /// The message in words; a phone that somebody wrote into a note is masked as every other.
    pub fn say(&self, message: &Message) -> String {
        let said = self.texts.say_with(message, &|phone| self.phone(phone));
        if self.reveal { said } else { self.masks.within(&said) }
    }

    /// That nothing dated before a day counts, where a report reaches behind it; it begins then, none: with the first row.
    pub fn in_force(&self, begins: Option<NaiveDate>) -> Option<String> {
        let from = self.policy.in_force_from.filter(|from| begins.is_none_or(|begins| begins < *from))?;
        Some(self.say(&Message::new("report-in-force").show("day", from)))
    }

    /// The word for an id of a closed list (`report-LIST-ID`); an id without a word says itself.
    pub fn word(&self, list: &str, id: &str) -> String {
        self.texts.word(list, id)
    }

    /// Where rows stand: the file and the sheet in it; of rows that were typed in at a command, that.
    pub fn place(&self, file: &str, sheet: Option<&str>, between: &str) -> String {
        match sheet {
            _ if file == TYPED_IN => self.texts.get("report-typed-in"),
            Some(sheet) => format!("{file}{between}{sheet}"),
            None => file.to_owned(),
        }
    }

    /// What people call a clause; only a decision of the company has none behind it.
    pub fn clause(&self, id: &str) -> String {
        match (self.policy.clause(id), self.lang()) {
            (Some(clause), lang) => clause.label(lang).to_owned(),
            (None, Lang::Zh) => self.texts.get("explain-no-clause"),
            (None, Lang::En) => id.to_owned(),
        }
    }

    /// What the house calls an offence.
    pub fn offence(&self, id: &str) -> String {
        self.policy.offence(id).map_or(id, |offence| offence.title.say(self.lang())).to_owned()
    }

    /// What the house calls an obligation.
    pub fn obligation(&self, id: &str) -> String {
        match self.policy.obligation(id).map(|obligation| &obligation.title) {
            Some(Some(title)) => title.say(self.lang()).to_owned(),
            // It is due in every house, whatever its policy calls things.
            Some(None) => self.word("agreed", id),
            None => id.to_owned(),
        }
    }

    /// A phone, masked unless phones are to be shown.
    pub fn phone(&self, phone: &Phone) -> String {
        if self.reveal { phone.written() } else { self.masks.of(phone) }
    }

    /// Several phones as one text.
    pub fn phones(&self, phones: &[Phone]) -> String {
        phones.iter().map(|phone| self.phone(phone)).collect::<Vec<_>>().join(" ")
    }

    /// Number and name of a member of staff.
    pub fn staff(&self, id: &StaffId) -> String {
        match self.name(id) {
            Some(name) => format!("{id} {name}"),
            None => id.to_string(),
        }
    }

    /// Number and name, or the word for nobody.
    pub fn staff_or_nobody(&self, id: Option<&StaffId>) -> String {
        id.map_or_else(|| self.texts.get("report-nobody"), |id| self.staff(id))
    }

    /// The name of a member of staff.
    pub fn name(&self, id: &StaffId) -> Option<&str> {
        self.roster.get(id).map(|row| row.name.as_str())
    }

    /// The department of a member of staff.
    pub fn department(&self, id: &StaffId) -> Option<&str> {
        self.roster.get(id)?.department.as_deref()
    }

    /// The word for yes or no.
    pub fn yes(&self, yes: bool) -> String {
        self.word("answer", if yes { "yes" } else { "no" })
    }

    /// The line that says what a report was narrowed to; none where it was not.
    pub(super) fn only(&self, filters: impl IntoIterator<Item = Option<Message>>) -> Option<String> {
        let filters: Vec<Message> = filters.into_iter().flatten().collect();
        (!filters.is_empty()).then(|| self.say(&Message::new("report-only").with("filters", filters)))
    }

    /// A report narrowed to a member of staff.
    pub(super) fn only_staff(&self, id: Option<&StaffId>) -> Option<Message> {
        id.map(|id| Message::new("report-only-staff").with("staff", self.staff(id)))
    }

    /// A report narrowed to a status.
    pub(super) fn only_status(&self, id: Option<&str>) -> Option<Message> {
        id.map(|id| Message::new("report-only-status").with("status", self.word("status", id)))
    }

    /// How many rows there are of each status that occurs.
    pub(super) fn parts<const N: usize>(
        &self,
        statuses: [&'static str; N],
        rows: impl Iterator<Item = &'static str> + Clone,
    ) -> Vec<Message> {
        let of = |status: &str| rows.clone().filter(|row| *row == status).count();
        let part = |status: &'static str| (self.word("status", status), of(status));
        let parts = statuses.into_iter().map(part).filter(|(_, count)| *count > 0);
        parts.map(|(word, count)| Message::new("report-part").with("of", word).with("count", count)).collect()
    }
}
