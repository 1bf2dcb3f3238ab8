//! What a ledger row says, in a sentence: who did what, and the values that matter.

use super::page_writer::{ExplainedSentence, Teller};
use crate::domain::{Arg, Entry, Fact, Message, Moment, PartValue, RowPart, Seq};

impl Teller<'_> {
    /// The row as a sentence; with the customer where the household has several phones.
    pub fn row(&self, entry: &Entry, with_customer: bool) -> String {
        let mut parts = self.parts(&entry.record.fact);
        if let Some(contact) = entry.record.contact.as_ref().filter(|_| with_customer) {
            let who = self.customer(contact.customer.as_deref(), &contact.phone);
            parts.push(Message::new("explain-row-customer").with("who", who));
        }
        let said: Vec<String> = parts.iter().map(|part| self.say(part)).collect();
        self.joined(&said)
    }

    /// A row as evidence: its day, what it says and where it stands; with its papers' days where they are in question.
    pub fn evidence(&self, row: Seq, papers: bool) -> Option<ExplainedSentence> {
        let entry = self.entry(row)?;
        let at = entry.record.at.map(Moment::said).unwrap_or_default();
        let mut said = vec![self.row(entry, true)];
        if papers {
            said.extend(self.papers(entry));
        }
        let text = format!("{at} {}", self.joined(&said)).trim_start().to_owned();
        Some(ExplainedSentence { text, clause: None, rows: self.rows(&[row]) })
    }

    fn parts(&self, fact: &Fact) -> Vec<Message> {
        fact.told().iter().map(|part| self.part(part)).collect()
    }

    /// When its papers were handed in and entered, and by whom, as far as the row says.
    pub fn papers(&self, entry: &Entry) -> Vec<String> {
        entry.record.fact.papers().iter().map(|part| self.say(&self.part(part))).collect()
    }

    /// A part of what a row says, with names and numbers as they are shown here.
    fn part(&self, part: &RowPart<'_>) -> Message {
        let presenter = &self.presenter;
        let value = |value: &PartValue<'_>| match value {
            PartValue::Staff(Some(staff)) => Arg::from(presenter.staff(staff)),
            PartValue::Staff(None) => Arg::from("—"),
            PartValue::Named(Some(name), Some(phone)) => Arg::from(format!("{name} {}", presenter.phone(phone))),
            PartValue::Named(None, Some(phone)) => Arg::from(presenter.phone(phone)),
            PartValue::Named(name, None) => Arg::from(name.unwrap_or("—")),
            PartValue::Text(text) => Arg::from(*text),
            PartValue::Word(list, id) => Arg::from(presenter.word(list, id)),
            PartValue::Offence(offence) => Arg::from(presenter.offence(offence)),
            PartValue::Day(day) => Arg::from(day.to_string()),
            PartValue::Count(count) => Arg::from(u64::from(*count)),
            PartValue::Figure(figure) => Arg::from(figure.as_str()),
        };
        let places = part.places.iter();
        places.fold(Message { key: part.key, args: Vec::new() }, |said, (name, filled)| said.with(name, value(filled)))
    }
}
