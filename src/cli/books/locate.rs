//! Which household, violation or task somebody asks about: by phone, by name, by an id.

use crate::cli::books::read::JudgedBooks;
use crate::cli::context::command::CommandContext;
use crate::cli::context::fault::ReadableError;
use crate::cli::context::place::of_row;
use crate::domain::{Arg, Message, Phone, PhoneMasks, name_key, narrow};
use crate::ingest::single;
use crate::policy::{Ended, Household, Task, Violation};
use crate::report::{Presenter, customer};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};

/// What somebody typed.
#[derive(Debug, PartialEq, Eq)]
pub enum ExplainQuery {
    Violation(String),
    Task(String),
    Phone(Phone),
    /// A number as reports show it, its middle hidden.
    Masked(String),
    Name(String),
}

/// What it is about.
pub enum ExplainSubject<'a> {
    Household(&'a Household),
    Violation(&'a Violation),
    Task(&'a Task),
}

impl ExplainQuery {
    /// Reads it as a ledger's cell would be: spaces, `+86` and digits of any width are understood.
    pub fn read(text: &str) -> ExplainQuery {
        let narrow: String = text.chars().map(narrow).collect();
        let id = narrow.trim().to_ascii_uppercase();
        if id.starts_with("V-") && id.len() > 2 {
            return ExplainQuery::Violation(id);
        }
        if id.starts_with("T-") && id.len() > 2 {
            return ExplainQuery::Task(id);
        }
        if narrow.contains('*') && narrow.trim().chars().all(|char| matches!(char, '*' | '-') || char.is_ascii_digit())
        {
            return ExplainQuery::Masked(narrow.trim().to_owned());
        }
        match single::phones(text).and_then(|phones| phones.into_iter().next()) {
            Some(phone) => ExplainQuery::Phone(phone),
            None => ExplainQuery::Name(text.trim().to_owned()),
        }
    }
}

/// Finds it; of several households under one name the one of that number in the list.
pub fn locate<'a>(
    asked: &ExplainQuery,
    nth: Option<u32>,
    read: &'a JudgedBooks,
    context: &CommandContext,
) -> Result<ExplainSubject<'a>> {
    match asked {
        ExplainQuery::Violation(id) => {
            let found = read.assessment.violations.iter().find(|violation| violation.id == *id);
            let unknown = || {
                let said = ReadableError::new(Message::new("cli-explain-no-violation").with("id", id.as_str()));
                said.remedy(Message::new("cli-explain-no-violation-remedy")).into()
            };
            found.map(ExplainSubject::Violation).ok_or_else(unknown)
        }
        ExplainQuery::Task(id) => {
            let found = read.assessment.tasks.iter().find(|task| task.id == *id);
            found.map(ExplainSubject::Task).ok_or_else(|| no_task(id, read).into())
        }
        ExplainQuery::Phone(phone) => {
            let found = read.assessment.households.iter().find(|household| household.members.contains(phone));
            found.map(ExplainSubject::Household).ok_or_else(|| no_phone(phone, read, context).into())
        }
        ExplainQuery::Masked(masked) => {
            let has = |household: &&Household| household.members.iter().any(|member| member.may_be(masked));
            let found: Vec<&Household> = read.assessment.households.iter().filter(has).collect();
            if found.is_empty() {
                let said = ReadableError::new(Message::new("cli-explain-no-phone").with("phone", masked.as_str()));
                return Err(said
                    .remedy(Message::new("cli-explain-no-phone-remedy").show("as_of", context.as_of()))
                    .into());
            }
            choose(masked, &found, nth, read, context)
        }
        ExplainQuery::Name(name) => {
            let names = names(read);
            match names.get(&name_key(name)) {
                Some(found) => choose(name, found, nth, read, context),
                None => Err(no_name(name, &names, read).into()),
            }
        }
    }
}

/// Whether it is there to be explained, or to be chosen from.
pub fn is_found(asked: &ExplainQuery, read: &JudgedBooks) -> bool {
    match asked {
        ExplainQuery::Violation(_) | ExplainQuery::Task(_) | ExplainQuery::Masked(_) => true,
        ExplainQuery::Phone(phone) => {
            read.assessment.households.iter().any(|household| household.members.contains(phone))
        }
        ExplainQuery::Name(name) => names(read).contains_key(&name_key(name)),
    }
}

/// The only one, or the one of that number in the list.
fn choose<'a>(
    asked: &str,
    found: &[&'a Household],
    nth: Option<u32>,
    read: &JudgedBooks,
    context: &CommandContext,
) -> Result<ExplainSubject<'a>> {
    let chosen = match (nth, found) {
        (None, [only]) => Some(*only),
        (None, _) => None,
        (Some(nth), all) => match all.get(nth as usize - 1) {
            Some(one) => Some(*one),
            None => {
                let said = Message::new("cli-explain-nth").with("name", asked).with("count", all.len());
                return Err(ReadableError::new(said.show("nth", nth)).into());
            }
        },
    };
    match chosen {
        Some(household) => Ok(ExplainSubject::Household(household)),
        None => {
            // The first telling shows which numbers are there.
            let masks = PhoneMasks::default();
            let told = several(asked, found, read, &Presenter { masks: &masks, ..read.presenter(context) });
            let parted = masks.parted();
            let again = parted
                .as_ref()
                .map(|masks| several(asked, found, read, &Presenter { masks, ..read.presenter(context) }));
            Err(again.unwrap_or(told).into())
        }
    }
}

/// The listed households by every name written in their rows.
fn names(read: &JudgedBooks) -> BTreeMap<String, Vec<&Household>> {
    let mut names: BTreeMap<String, Vec<&Household>> = BTreeMap::new();
    for household in &read.assessment.households {
        let rows = household.events.iter().filter_map(|row| read.books.entry(*row));
        let written = rows.filter_map(|entry| entry.record.contact.as_ref()?.customer.as_deref());
        for name in written.map(name_key).collect::<BTreeSet<_>>() {
            names.entry(name).or_default().push(household);
        }
    }
    names
}

/// The list to choose from.
fn several(name: &str, found: &[&Household], read: &JudgedBooks, presenter: &Presenter<'_>) -> ReadableError {
    let line = |(nth, household): (usize, &&Household)| {
        Message::new("cli-explain-choice")
            .show("nth", nth + 1)
            .with("phone", presenter.phones(&household.members))
            .with("customer", customer(household, &read.books).unwrap_or_else(|| "—".to_owned()))
            .with("status", presenter.word("status", household.status.id()))
            .with("owner", whose(household, presenter))
    };
    let said = Message::new("cli-explain-several").with("name", name).with("count", found.len());
    let more = found.iter().enumerate().map(line).collect();
    let remedy = Message::new("cli-explain-several-remedy").with("name", name);
    ReadableError { more, ..ReadableError::new(said) }.remedy(remedy)
}

/// The owner; of what is nobody's yet, whoever signed it up.
fn whose(household: &Household, presenter: &Presenter<'_>) -> String {
    match (&household.owner, household.claims.as_slice()) {
        (None, claims @ [_, ..]) => {
            let claimants: Vec<Arg> = claims.iter().map(|claim| presenter.staff(&claim.staff).into()).collect();
            presenter.say(&Message::new("cli-explain-claimants").with("claimants", Arg::List(claimants)))
        }
        (owner, _) => presenter.staff_or_nobody(owner.as_ref()),
    }
}

/// Names no further from what was typed than this are worth asking about.
const LIKE: f64 = 0.6;

fn no_name(name: &str, names: &BTreeMap<String, Vec<&Household>>, read: &JudgedBooks) -> ReadableError {
    let said = ReadableError::new(Message::new("cli-explain-no-name").with("name", name));
    let asked = name_key(name);
    if let Some(staff) = read.assessment.roster.values().find(|row| name_key(&row.name) == asked) {
        let id = staff.staff_id.as_str();
        return said.remedy(Message::new("cli-explain-staff").with("name", name).with("staff", id));
    }
    let like = |other: &String| strsim::normalized_damerau_levenshtein(&asked, other);
    let mut near: Vec<(f64, &String)> = names.keys().map(|other| (like(other), other)).collect();
    near.retain(|(like, _)| *like >= LIKE);
    near.sort_by(|(a, one), (b, other)| b.total_cmp(a).then(one.cmp(other)));
    match near.is_empty() {
        true => said.remedy(Message::new("cli-explain-no-name-remedy")),
        false => {
            let near: Vec<&str> = near.iter().take(3).map(|(_, name)| name.as_str()).collect();
            said.remedy(Message::new("cli-explain-near").with("near", near))
        }
    }
}

/// What is no longer on the list, or not yet: what ended it, as far as the books show that.
fn no_task(id: &str, read: &JudgedBooks) -> ReadableError {
    let reading = read.assessment.reading;
    let message = match read.evaluator(&read.policy).ends(&read.books).get(id) {
        Some(Some(Ended::By { row, on })) => {
            Message::new("cli-explain-task-closed").show("on", on).with("place", of_row(&read.books, *row))
        }
        Some(Some(Ended::Superseded { row, on })) => {
            Message::new("cli-explain-task-superseded").show("on", on).with("place", of_row(&read.books, *row))
        }
        Some(Some(Ended::After { last })) if *last < reading.on => {
            Message::new("cli-explain-task-past").show("last", last)
        }
        _ => Message::new("cli-explain-no-task"),
    };
    ReadableError::new(message.with("id", id)).remedy(Message::new("cli-explain-no-task-remedy"))
}

fn no_phone(phone: &Phone, read: &JudgedBooks, context: &CommandContext) -> ReadableError {
    let presenter = read.presenter(context);
    let said = ReadableError::new(Message::new("cli-explain-no-phone").with("phone", phone.as_str()));
    let members = || read.assessment.households.iter().flat_map(|household| &household.members);
    let is_near = |other: &&Phone| {
        other.as_str().len() == phone.as_str().len() && strsim::damerau_levenshtein(phone.as_str(), other.as_str()) == 1
    };
    let near: Vec<String> = members().filter(is_near).take(3).map(|near| presenter.phone(near)).collect();
    match near.is_empty() {
        true => said.remedy(Message::new("cli-explain-no-phone-remedy").show("as_of", context.as_of())),
        false => said.remedy(Message::new("cli-explain-near").with("near", near)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_ids_and_names_are_told_apart_however_they_are_typed() {
        let phone = |digits| ExplainQuery::Phone(Phone::normalised(digits));
        for typed in ["13812345678", "138 1234 5678", "+86 138-1234-5678", "１３８１２３４５６７８"] {
            assert_eq!(ExplainQuery::read(typed), phone("13812345678"), "{typed}");
        }
        assert_eq!(ExplainQuery::read("021-12345678"), phone("02112345678"));
        for typed in ["V-TFDW2XL556", " v-tfdw2xl556", "Ｖ－ｔｆｄｗ２ｘｌ５５６"] {
            assert_eq!(ExplainQuery::read(typed), ExplainQuery::Violation("V-TFDW2XL556".to_owned()), "{typed}");
        }
        assert_eq!(ExplainQuery::read(" 陈 桂兰 "), ExplainQuery::Name("陈 桂兰".to_owned()));
        assert_eq!(ExplainQuery::read("V"), ExplainQuery::Name("V".to_owned()));
    }

    #[test]
    fn names_are_the_same_with_spaces_inside() {
        assert_eq!(name_key("陈 桂兰"), name_key("陈桂　兰"));
        assert_ne!(name_key("陈桂兰"), name_key("陈桂香"));
    }
}
