//! The values of a policy in words.

use super::rows_said;
use crate::domain::{Arg, Lang, Message};
use crate::policy::{Amount, AsWhere, Bilingual, EntryPart, Value};
use crate::report::{Form, Heading, Medium, Money, Space};
use crate::texts::Texts;
use rust_decimal::Decimal;
use serde_json::json;

/// The id of what an entry says, as JSON has it.
pub fn item_id(what: &Message) -> &'static str {
    what.key.trim_start_matches("policy-entry-")
}

/// What a value belongs to, in words.
pub fn part(part: &EntryPart, texts: &Texts) -> String {
    let titled = |message: Message, id: &str, title: &Bilingual| {
        message.with("id", id.to_owned()).with("title", title.say(texts.lang()).to_owned())
    };
    let message = match part {
        EntryPart::House => Message::new("policy-part-house"),
        EntryPart::Ownership => Message::new("policy-part-ownership"),
        EntryPart::Hold(slots) => {
            let channels: Vec<String> = slots.iter().map(|slot| texts.word("channel", slot.id())).collect();
            Message::new("policy-part-hold").with("channels", channels)
        }
        EntryPart::Calls => Message::new("policy-part-calls"),
        EntryPart::Obligation(id, title) => titled(Message::new("policy-part-obligation"), id, title),
        EntryPart::Sanctions => Message::new("policy-part-sanctions"),
        EntryPart::Papers => Message::new("policy-part-papers"),
        EntryPart::Offence(id, title) => titled(Message::new("policy-part-offence"), id, title),
        EntryPart::Clause(id, title) => titled(Message::new("policy-part-clause"), id, title),
        EntryPart::Heading(field) => Message::new("policy-part-heading").with("field", field.as_str()),
        EntryPart::Role(word) => Message::new("policy-part-role").with("word", word.as_str()),
    };
    texts.say(&message)
}

/// A value in words.
pub fn value(value: &Value, texts: &Texts) -> String {
    let message = match value {
        Value::Days(days) => Message::new("policy-value-days").with("count", u64::from(*days)),
        Value::Months(months) => Message::new("policy-value-months").with("count", u64::from(*months)),
        Value::Number(number) => return number.to_string(),
        Value::Percent(percent) => return format!("{percent}%"),
        Value::Price(Amount::Fixed(sum)) => Message::new("policy-value-yuan").show("sum", Money::rounded(*sum)),
        Value::Price(Amount::Range { min, max }) => {
            Message::new("policy-value-range").show("min", Money::rounded(*min)).show("max", Money::rounded(*max))
        }
        Value::Price(Amount::WageDays(days)) => Message::new("policy-value-wage-days").show("days", days),
        Value::Price(Amount::WageShare(share)) => {
            Message::new("policy-value-wage-share").show("percent", (share * Decimal::ONE_HUNDRED).normalize())
        }
        Value::Yes => return texts.get("report-answer-yes"),
        Value::Words(list, ids) => {
            let words: Vec<Arg> = ids.iter().map(|id| texts.word(list, id).into()).collect();
            Message::new("policy-value-words").with("words", Arg::List(words))
        }
        Value::Trigger(trigger) => return rows_said::trigger(trigger, texts),
        Value::Conditions(conditions) => return rows_said::conditions(conditions, texts),
        Value::Fields(fields) => return rows_said::fields(fields, texts),
        Value::Text(text) => return text.clone(),
        Value::Both(words) => return words.say(texts.lang()).to_owned(),
    };
    texts.say(&message)
}

/// A value for programs: numbers, ids, money as texts with two decimals.
pub fn value_json(value: &Value) -> serde_json::Value {
    match value {
        Value::Days(count) | Value::Months(count) => json!(count),
        Value::Number(number) | Value::Percent(number) => json!(number.to_string()),
        Value::Price(Amount::Fixed(sum)) => json!(Money::rounded(*sum)),
        Value::Price(Amount::Range { min, max }) => json!({"min": Money::rounded(*min), "max": Money::rounded(*max)}),
        Value::Price(Amount::WageDays(days)) => json!({"wage_days": days.to_string()}),
        Value::Price(Amount::WageShare(share)) => json!({"wage_share": share.to_string()}),
        Value::Yes => json!(true),
        Value::Words(_, ids) => match ids.as_slice() {
            [id] => json!(id),
            ids => json!(ids),
        },
        Value::Trigger(trigger) => json!(trigger),
        Value::Conditions(conditions) => json!(AsWhere(conditions)),
        Value::Fields(fields) => match fields.as_slice() {
            [field] => json!(field),
            fields => json!(fields),
        },
        Value::Text(text) => json!(text),
        Value::Both(words) => json!(words),
    }
}

/// A column: its id, and how it stands.
pub type Column = (&'static str, Form, Space);

/// The headings of those columns; English sheets are headed with the ids.
pub fn headings(columns: &[Column], medium: Medium, texts: &Texts) -> Vec<Heading> {
    let title = |id: &str| match (medium, texts.lang()) {
        (Medium::Sheet, Lang::En) => id.to_owned(),
        _ => texts.word("field", id),
    };
    let heading =
        |(id, form, space): &Column| Heading { id, title: title(id), form: *form, space: *space, is_summed: false };
    columns.iter().map(heading).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;
    use crate::policy::{By, EvidenceBy, Per, Policy, Same, Slot};

    #[test]
    fn every_id_of_a_closed_list_has_its_word() {
        use crate::domain::Channel;
        let slots = [Some(true), Some(false)].map(|clear| Slot { channel: Channel::Referral, clear }.id());
        let lists: [(&str, Vec<&str>); 8] = [
            ("channel", Channel::ALL.iter().map(|channel| channel.id()).chain(slots).collect()),
            ("by", [By::Owner, By::Manager, By::Expert].map(By::id).to_vec()),
            ("evidence-by", EvidenceBy::ALL.iter().map(|by| by.id()).collect()),
            ("same", Same::ALL.iter().map(|same| same.id()).collect()),
            ("per", [Per::Each, Per::Customer, Per::Box].map(Per::id).to_vec()),
            ("mode", vec!["amounts", "points", "proposals"]),
            ("decided", vec!["decided", "in-part", "by-people"]),
            ("kind", Kind::ALL.into_iter().map(Kind::id).collect()),
        ];
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for (list, ids) in &lists {
                for id in ids {
                    assert!(texts.find(&format!("report-{list}-{id}")).is_some(), "{list} {id} in {lang:?}");
                }
            }
        }
    }

    #[test]
    fn every_entry_of_the_preset_says_what_it_is_of_and_how_much() {
        let policy = Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap();
        for texts in Lang::ALL.map(Texts::new) {
            for entry in policy.entries() {
                for said in [part(&entry.part, &texts), texts.say(&entry.what), value(&entry.value, &texts)] {
                    assert!(!said.is_empty() && !said.contains("policy-") && !said.contains('$'), "{entry:?}: {said}");
                }
            }
        }
    }

    #[test]
    fn prices_read_as_people_say_them() {
        let texts = Texts::new(Lang::En);
        let said = |amount| value(&Value::Price(amount), &texts);
        let yuan = |sum: &str| sum.parse().unwrap();
        assert_eq!(said(Amount::Fixed(yuan("12.5"))), "12.50 yuan");
        assert_eq!(
            said(Amount::Range { min: yuan("20"), max: yuan("100") }),
            "20.00–100.00 yuan (the lower without a finding)"
        );
        assert_eq!(said(Amount::WageDays(yuan("15"))), "15 days' wages");
        assert_eq!(said(Amount::WageShare(yuan("0.5"))), "50% of a month's wage");
    }
}
