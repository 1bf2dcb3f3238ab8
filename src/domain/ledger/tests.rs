//! What every ledger says of itself holds together.

use super::*;
use crate::domain::{Phone, Record, StaffId};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Map, json};
use std::collections::BTreeSet;

#[test]
fn every_ledger_is_registered_once_under_names_of_its_own() {
    let ids: BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.id()).collect();
    let chinese: BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.ledger().chinese).collect();
    assert_eq!((ids.len(), chinese.len()), (Kind::ALL.len(), Kind::ALL.len()));
    let mut named = BTreeSet::new();
    for kind in Kind::ALL {
        assert_eq!(Kind::from_id(kind.id()), Some(kind));
        assert_eq!(serde_json::to_value(kind).unwrap(), json!(kind.id()));
        assert!(kind.ledger().named.contains(&kind.ledger().chinese), "{kind}");
        assert!(kind.ledger().named.iter().all(|word| named.insert(*word)), "{kind}");
    }
}

#[test]
fn a_ledger_has_each_column_once_and_no_heading_twice_as_the_best_of_one() {
    for kind in Kind::ALL {
        let ledger = kind.ledger();
        let fields: BTreeSet<Field> = ledger.columns.iter().map(|column| column.field).collect();
        let best: BTreeSet<&str> = ledger.columns.iter().map(Column::heading).collect();
        assert_eq!(fields.len(), ledger.columns.len(), "{kind}");
        assert_eq!(best.len(), ledger.columns.len(), "{kind}");
        for column in ledger.columns {
            assert_eq!(Field::from_id(column.id()), Some(column.field));
            assert_eq!(ledger.column_of(column.id()).map(|found| found.field), Some(column.field));
            assert!(!column.headings.concat().is_empty(), "{kind} {}", column.id());
        }
        for field in ledger.kept_until {
            assert_eq!(ledger.column(*field).map(|column| column.holds), Some(ColumnType::Day), "{kind}");
        }
        if let Some(field) = ledger.related {
            assert_eq!(ledger.column(field).map(|column| column.holds), Some(ColumnType::Phones), "{kind}");
        }
    }
}

#[test]
fn every_field_is_a_column_of_some_ledger() {
    let all: BTreeSet<Field> = Kind::ALL.iter().flat_map(|kind| kind.columns()).map(|column| column.field).collect();
    assert_eq!(all, Field::ALL.iter().copied().collect());
}

/// The order of the day: what the company gives out, then what happens in the order in which it follows.
#[test]
fn the_order_of_the_day_is_the_rulebooks() {
    let mut turns: Vec<(u8, Kind)> = Kind::ALL.iter().filter_map(|kind| Some((kind.ledger().turn?, *kind))).collect();
    turns.sort_unstable();
    let before_others: Vec<Kind> = turns.iter().filter(|(turn, _)| *turn < 8).map(|(_, kind)| *kind).collect();
    let expected =
        [Kind::Assignment, Kind::Signup, Kind::Preheat, Kind::Invite, Kind::Attendance, Kind::Sale, Kind::Visit];
    assert_eq!(before_others, expected);
    assert!(turns.iter().all(|(turn, _)| (1..=8).contains(turn)));
}

/// A value that no other column of the row has, as the journal writes it and as it is read out.
fn sample(at: usize, column: &Column) -> (serde_json::Value, FieldValue<'static>) {
    let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(at as u64);
    let number = Decimal::from(at % 5 + 1);
    match column.holds {
        ColumnType::Moment => unreachable!("stands in the record"),
        ColumnType::Day => (json!(day), FieldValue::Day(day)),
        ColumnType::Month => (json!("2026-03"), FieldValue::Month("2026-03".parse().unwrap())),
        ColumnType::Phones => {
            let phones: &'static [Phone] = vec![Phone::normalised(&format!("138123456{at:02}"))].leak();
            (json!(phones), FieldValue::Phones(phones))
        }
        ColumnType::Count | ColumnType::Grade => (json!(at % 5 + 1), FieldValue::Number(number)),
        ColumnType::Number => (json!(number), FieldValue::Number(number)),
        ColumnType::Money => (json!(number), FieldValue::Money(number)),
        ColumnType::Code
        | ColumnType::Figure
        | ColumnType::Birthday
        | ColumnType::Prose
        | ColumnType::Person
        | ColumnType::Offence => (json!(column.id()), FieldValue::Text(column.id())),
        ColumnType::StaffNumber | ColumnType::Staff(_) => {
            (json!(column.id()), FieldValue::Staff(Box::leak(Box::new(StaffId::new(column.id())))))
        }
        ColumnType::Word(list) => {
            let last = *list.ids().last().unwrap();
            (json!(last), FieldValue::Word(last))
        }
        ColumnType::YesNo(_) => (json!(true), FieldValue::YesNo(true)),
    }
}

/// Those of the record itself.
const IN_RECORD: [Field; 4] = [Field::At, Field::Customer, Field::Phone, Field::AltPhone];

fn record(kind: Kind, fact: Map<String, serde_json::Value>) -> Record {
    let contact = json!({"customer": "王秀英", "phone": "13812345678", "others": ["13912345678"]});
    let row = json!({"at": "2026-10-05 09:30", "contact": contact, "fact": {kind.id(): fact}});
    serde_json::from_value(row).unwrap()
}

#[test]
fn every_column_reads_out_its_own_field() {
    for kind in Kind::ALL {
        let own = || kind.columns().iter().enumerate().filter(|(_, column)| !IN_RECORD.contains(&column.field));
        let kept = || own().filter(|(_, column)| column.kept);
        let fact = kept().map(|(at, column)| (column.id().to_owned(), sample(at, column).0)).collect();
        let record = record(kind, fact);
        for (at, column) in kept() {
            assert_eq!(record.value(column.field), Some(sample(at, column).1), "{kind} {}", column.id());
        }
        for (_, column) in own().filter(|(_, column)| !column.kept) {
            assert_eq!(record.value(column.field), None, "{kind} {}", column.id());
        }
        assert_eq!(record.value(Field::Customer), Some(FieldValue::Text("王秀英")));
        assert_eq!(record.value(Field::At).and_then(FieldValue::day), NaiveDate::from_ymd_opt(2026, 10, 5));
        let staff = record.value(Field::Staff).or_else(|| record.value(Field::Expert));
        assert_eq!(record.fact.staff().map(FieldValue::Staff), staff, "{kind}");
        assert_eq!(record.fact.task().map(FieldValue::Text), record.value(Field::Task), "{kind}");
        let result = record.fact.result().map(|result| FieldValue::Word(result.id()));
        assert_eq!(result, record.value(Field::Result), "{kind}");
    }
}

#[test]
fn a_blank_says_no_other_or_meeting_where_something_is_always_said() {
    let blank = |kind, fact: serde_json::Value| record(kind, fact.as_object().unwrap().clone());
    let sale = blank(Kind::Sale, json!({"staff": "1001"}));
    assert_eq!(sale.value(Field::Place), Some(FieldValue::Word("meeting")));
    assert_eq!(sale.value(Field::Boxes), None);
    let signup = blank(Kind::Signup, json!({"channel": "other"}));
    assert_eq!(signup.value(Field::Channel), Some(FieldValue::Word("other")));
    assert_eq!(signup.value(Field::Stamped), Some(FieldValue::YesNo(false)));
    let visit = blank(Kind::Visit, json!({"staff": "1001"}));
    assert_eq!((visit.value(Field::Method), visit.value(Field::Boxes)), (None, None));
    // A role that the house alone knows is asked for by its word.
    let cook = blank(Kind::Staff, json!({"staff_id": "1001", "name": "李强", "position": "厨师"}));
    assert_eq!(cook.value(Field::Role), Some(FieldValue::Text("厨师")));
}
