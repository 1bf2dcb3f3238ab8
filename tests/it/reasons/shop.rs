//! Books written as lines, row 1 first: `DAY LEDGER STAFF FIELD=VALUE …`. `-` is nobody; `who=2` is the second
//! customer, and without it the first.

use chrono::NaiveDate;
use huifang::domain::{Books, Entry, Phone, Seq, StaffId};
use huifang::policy::{Assessment, Household, NoEffect, NoEffectReason, Policy, Prospect, ReportDates, assess};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

pub static POLICY: LazyLock<Policy> =
    LazyLock::new(|| Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap());

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn staff(id: &str) -> StaffId {
    StaffId::new(id)
}

pub fn phone(who: &str) -> Phone {
    Phone::normalised(&format!("1380000000{who}"))
}

pub fn books(lines: &[&str]) -> Books {
    let entry = |(ix, line): (usize, &&str)| Entry {
        seq: ix as Seq + 1,
        source: 0,
        line: ix as u32 + 2,
        record: serde_json::from_value(row(line)).unwrap(),
    };
    Books { entries: lines.iter().enumerate().map(entry).collect(), ..Books::default() }
}

fn row(line: &str) -> Value {
    let mut words = line.split_whitespace();
    let [at, ledger, staff] = [(); 3].map(|()| words.next().unwrap());
    let mut fact = Map::new();
    let mut contact = json!({ "phone": phone("1") });
    for word in words {
        let (field, value) = word.split_once('=').unwrap();
        let phones = || -> Value { value.split('+').map(|who| json!(phone(who))).collect() };
        match field {
            "who" => contact["phone"] = json!(phone(value)),
            "others" => contact["others"] = phones(),
            "customer" => contact["customer"] = json!(value),
            "referrer_phone" | "related_phone" => drop(fact.insert(field.to_owned(), phones())),
            // Staff, households and amounts go by text that may look like a number.
            "household" | "amount" | "monthly_wage" => drop(fact.insert(field.to_owned(), json!(value))),
            _ => {
                let value = serde_json::from_str(value).unwrap_or_else(|_| json!(value));
                fact.insert(field.to_owned(), value);
            }
        }
    }
    if staff != "-" {
        let field = match ledger {
            "staff" => "staff_id",
            "expert_call" => "expert",
            _ => "staff",
        };
        fact.insert(field.to_owned(), json!(staff));
    }
    if ledger == "staff" {
        fact.insert("name".to_owned(), json!(staff));
        return json!({ "fact": { ledger: fact } });
    }
    match ledger {
        "finding" => json!({ "at": at, "fact": { ledger: fact } }),
        _ => json!({ "at": at, "contact": contact, "fact": { ledger: fact } }),
    }
}

pub fn read(books: &Books, as_of: &str) -> Assessment {
    let as_of = day(as_of);
    assess(books, &POLICY, ReportDates { as_of, on: as_of.succ_opt().unwrap() })
}

/// The household of the first customer long after those rows.
pub fn household(lines: &[&str]) -> Household {
    on(lines, "2026-12-31")
}

/// The household of the first customer as it stood at the end of that day.
pub fn on(lines: &[&str], as_of: &str) -> Household {
    let found = read(&books(lines), as_of).households;
    found.into_iter().find(|household| household.members.contains(&phone("1"))).unwrap()
}

/// What did not apply: the row, why, the clause, the rows behind it.
pub type Line = (Seq, NoEffectReason, &'static str, Vec<Seq>);

/// What did not apply among those rows.
pub fn passed(rows: &[&str]) -> Vec<Line> {
    let clause = |passed: &NoEffect| passed.clause.as_ref().map_or("", |id| &*POLICY.clause(id).unwrap().id);
    let line = |passed: NoEffect| (passed.row, passed.why.clone(), clause(&passed), passed.behind);
    household(rows).passed.into_iter().map(line).collect()
}

/// What did not apply of the last of those rows.
pub fn last(rows: &[&str]) -> Vec<Line> {
    passed(rows).into_iter().filter(|(row, ..)| *row == rows.len() as Seq).collect()
}

/// The same with one row more.
pub fn and<'a>(rows: &[&'a str], row: &'a str) -> Vec<&'a str> {
    rows.iter().copied().chain([row]).collect()
}

/// Whose the first customer's household is after those rows.
pub fn owner(rows: &[&str]) -> Option<String> {
    household(rows).owner.map(|owner| owner.to_string())
}

/// What comes next for the first customer's household at the end of that day.
pub fn prospects(rows: &[&str], as_of: &str) -> Vec<Prospect> {
    on(rows, as_of).prospects
}
