//! Queries in words: which rows, what they must say, by which date.

use crate::domain::{Arg, ColumnType, Lang, Message, WordList};
use crate::policy::{Choice, Condition, Query, QueryField, Starting, Trigger, TriggerWords, Wanted};
use crate::texts::Texts;

/// What starts something due.
pub fn trigger(trigger: &Trigger, texts: &Texts) -> String {
    let TriggerWords { key, queries, until, count } = trigger.said();
    let queries: Vec<Arg> = queries.iter().map(|of| query(of, texts).into()).collect();
    let message = Message { key, args: Vec::new() }.with("rows", Arg::List(queries));
    let message = match until {
        Some(until) => message.with("until", field(until, texts)),
        None => message,
    };
    texts.say(&match count {
        Some(count) => message.show("count", count),
        None => message,
    })
}

/// What rows must say, all of it.
pub fn conditions(conditions: &[Condition], texts: &Texts) -> String {
    let said: Vec<Arg> = conditions.iter().map(|it| condition(it, texts).into()).collect();
    texts.say(&Message::new("policy-value-words").with("words", Arg::List(said)))
}

/// Fields of which the first that is not blank counts.
pub fn fields(fields: &[QueryField], texts: &Texts) -> String {
    let words: Vec<String> = fields.iter().map(|of| field(*of, texts)).collect();
    match words.as_slice() {
        [one] => one.clone(),
        [first, others @ ..] => {
            let message = Message::new("policy-said-first-of").with("first", first.as_str());
            texts.say(&message.with("others", others.to_vec()))
        }
        [] => String::new(),
    }
}

fn query(query: &Query, texts: &Texts) -> String {
    let ledger = texts.word("kind", query.ledger.id());
    let mut more: Vec<Arg> = query.conditions.iter().map(|it| condition(it, texts).into()).collect();
    if !query.is_dated_at() {
        let dated = Message::new("policy-said-dated").with("field", fields(&query.dated, texts));
        more.push(texts.say(&dated).into());
    }
    match more.is_empty() {
        true => ledger,
        false => {
            let message = Message::new("policy-said-rows").with("ledger", ledger).with("conditions", Arg::List(more));
            texts.say(&message)
        }
    }
}

/// What must stand in a field.
pub fn condition(condition: &Condition, texts: &Texts) -> String {
    let of = Message::new("policy-said-is").with("field", field(condition.field, texts));
    let message = match &condition.wanted {
        Wanted::OneOf(choices) => match choices.as_slice() {
            [Choice::Filled] => Message { key: "policy-said-filled", ..of },
            [Choice::Blank] => Message { key: "policy-said-blank", ..of },
            choices => {
                let words: Vec<Arg> = choices.iter().map(|it| choice(it, condition.field, texts).into()).collect();
                of.with("wanted", Arg::List(words))
            }
        },
        Wanted::Within { at_least, at_most } => match (at_least, at_most) {
            (Some(least), Some(most)) => {
                Message { key: "policy-said-between", ..of }.show("least", least).show("most", most)
            }
            (Some(least), None) => Message { key: "policy-said-at-least", ..of }.show("least", least),
            (None, Some(most)) => Message { key: "policy-said-at-most", ..of }.show("most", most),
            (None, None) => Message { key: "policy-said-filled", ..of },
        },
    };
    texts.say(&message)
}

/// What a field is called: in Chinese by the heading of its column, in English by its id in words.
pub fn field(field: QueryField, texts: &Texts) -> String {
    match texts.lang() {
        Lang::Zh => field.column.heading().to_owned(),
        Lang::En => field.id().replace('_', " "),
    }
}

fn choice(choice: &Choice, field: QueryField, texts: &Texts) -> String {
    match choice {
        Choice::Filled => texts.get("policy-said-anything"),
        Choice::Blank => texts.get("policy-said-nothing"),
        Choice::YesNo(yes) => texts.word("answer", if *yes { "yes" } else { "no" }),
        Choice::Word(id) => word(id, field, texts),
        Choice::Number(number) => number.to_string(),
        Choice::Day(day) => day.to_string(),
        Choice::Text(text) => text.clone(),
    }
}

/// What stands in a field, as an id or as written, in words.
pub fn word(found: &str, field: QueryField, texts: &Texts) -> String {
    match (field.column.holds, found) {
        (ColumnType::Word(list), id) => texts.word(list_id(list), id),
        (ColumnType::YesNo(_), "true") => texts.word("answer", "yes"),
        (ColumnType::YesNo(_), "false") => texts.word("answer", "no"),
        (_, written) => written.to_owned(),
    }
}

/// The list of texts that has the words of a closed list.
const fn list_id(list: WordList) -> &'static str {
    match list {
        WordList::Channel => "channel",
        WordList::Role => "role",
        WordList::Method => "method",
        WordList::Place => "place",
        WordList::Outcome => "outcome",
        WordList::StopReason => "stop",
        WordList::Verdict => "verdict",
    }
}
