//! Small books made of dice: few phones and people, so that everything meets everything.

use chrono::{Days, NaiveDate, NaiveTime};
use huifang::domain::Kind;
use huifang::domain::{
    Assignment, Attendance, Books, Channel, Contact, Entry, ExpertCall, Fact, Finding, Invite, Method, Moment, Outcome,
    Phone, Preheat, Record, Return, Role, Sale, Signup, Source, StaffId, StaffRow, StatedCoverage, Stop, Supervision,
    Visit,
};
use proptest::prelude::*;

/// One throw: everything a row is made of.
#[derive(Debug, Clone)]
pub struct Dice {
    pub kind: u8,
    pub day: u64,
    pub phone: usize,
    pub staff: usize,
    pub luck: u32,
}

/// Rows over some 120 days, on `phones` phones.
pub fn dice(phones: usize, days: u64, rows: usize) -> impl Strategy<Value = Vec<Dice>> {
    let throw = (0..40u8, 0..days, 0..phones, 0..5usize, any::<u32>())
        .prop_map(|(kind, day, phone, staff, luck)| Dice { kind, day, phone, staff, luck });
    prop::collection::vec(throw, 1..rows)
}

pub fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().checked_add_days(Days::new(offset)).unwrap()
}

/// Phones of different books have different beginnings.
pub fn phone(book: u8, ix: usize) -> Phone {
    Phone::normalised(&format!("138{book:04}{ix:04}"))
}

fn staff(ix: usize) -> StaffId {
    StaffId::new(["A", "B", "C", "D", "E"][ix % 5])
}

/// Five people in two departments: D leaves on the sixtieth day, E is an expert, C manages.
pub fn roster() -> Vec<Record> {
    let of = |id: &str, role, department: &str, left| StaffRow {
        role: Some(role),
        department: Some(department.to_owned()),
        left,
        monthly_wage: Some(3000.into()),
        ..StaffRow::named(id, id)
    };
    let rows = [
        of("A", Role::Specialist, "一部", None),
        of("B", Role::Specialist, "二部", None),
        of("C", Role::Manager, "一部", None),
        of("D", Role::Specialist, "一部", Some(day(60))),
        of("E", Role::Expert, "二部", None),
    ];
    rows.map(|row| Record { at: None, contact: None, fact: Fact::Staff(row) }).into()
}

/// The row of a throw. With `links`, signups may give further phones and household numbers.
pub fn record(dice: &Dice, book: u8, minute: u32, links: bool) -> Record {
    let luck = |sides: u32, shift: u32| (dice.luck >> shift) % sides;
    let own = phone(book, dice.phone);
    let other = phone(book, luck(6, 20) as usize);
    let mut others = Vec::new();
    let who = staff(dice.staff);
    // A day agreed on for the next contact, now and then none that comes after the row's own.
    let next_at = || (luck(3, 12) == 0).then(|| day(dice.day + u64::from(luck(30, 14))));
    let some_day = |shift| (luck(3, shift) > 0).then(|| day(dice.day + u64::from(luck(4, shift))));
    let fact = match dice.kind {
        0..=9 => {
            if links && luck(12, 7) == 0 && other != own {
                others.push(other.clone());
            }
            let channel = Channel::ALL[luck(7, 0) as usize];
            let blank = matches!(channel, Channel::Store | Channel::PhoneResponse) && luck(2, 3) == 0;
            Fact::Signup(Signup {
                channel,
                staff: (!blank).then_some(who),
                taken_by: None,
                referrer: None,
                referrer_phone: (luck(2, 4) == 0 && other != own).then_some(other).into_iter().collect(),
                household: (links && luck(9, 9) == 0).then(|| format!("H{}", luck(2, 12))),
                reported: some_day(13),
                entered: some_day(15),
                entered_by: Some(staff(luck(5, 17) as usize)),
                stamped: false,
                gender: None,
                birthday: None,
                age: None,
                address: None,
                occupation: None,
                income: None,
                interests: None,
            })
        }
        10..=15 => Fact::Preheat(Preheat {
            staff: who,
            method: None,
            reported: None,
            stamped: false,
            result: None,
            task: None,
            note: None,
        }),
        16..=18 => Fact::Invite(Invite { staff: who, event: None }),
        19..=22 => Fact::Attendance(Attendance { staff: (luck(4, 0) > 0).then_some(who), event: None, spoke: false }),
        23..=26 => Fact::Sale(Sale {
            product: None,
            boxes: Some(luck(4, 0)),
            amount: None,
            staff: who,
            expert: (luck(3, 2) > 0).then(|| staff(4)),
            place: None,
            event: None,
            handed_in: some_day(5),
            handed_in_by: Some(staff(luck(5, 8) as usize)),
            entered: some_day(11),
            entered_by: None,
            to_expert: None,
        }),
        27 => Fact::Return(Return { boxes: luck(5, 0), amount: None, staff: None, reason: None }),
        28..=33 => Fact::Visit(Visit {
            staff: who,
            method: [Some(Method::Home), Some(Method::Phone), None][luck(3, 0) as usize],
            accompanied_by: (luck(3, 2) == 0).then(|| staff(4)),
            signed: luck(2, 4) == 0,
            submitted: some_day(6),
            result: [None, None, Some(Outcome::Reached), Some(Outcome::NoAnswer)][luck(4, 8) as usize],
            next_at: next_at(),
            satisfaction: None,
            problem: None,
            task: None,
            note: None,
        }),
        34..=35 => Fact::ExpertCall(ExpertCall {
            expert: staff(4),
            problem: luck(2, 0) == 0,
            relayed: some_day(2),
            needs_visit: luck(3, 4) == 0,
            solved: None,
            result: None,
            next_at: next_at(),
            task: None,
            note: None,
        }),
        36 => Fact::Supervision(Supervision { staff: staff(2), visited: false, result: None, task: None, note: None }),
        37 => Fact::Assignment(Assignment { staff: who, decided_by: None }),
        38 => Fact::Stop(Stop {
            reason: None,
            resumed: (luck(2, 0) == 0).then(|| day(dice.day + u64::from(luck(40, 1)))),
        }),
        _ => Fact::Finding(Finding {
            staff: who,
            offence: ["forged-form", "unreported", "encroach", "take-resigned"][luck(4, 0) as usize].to_owned(),
            concerning: None,
            customers: Some(luck(3, 2)),
            boxes: None,
            amount: None,
            severe: false,
            violation: None,
            verdict: None,
            decided_by: None,
            note: None,
        }),
    };
    let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
    let contact = Contact { customer: Some(format!("客{}", dice.phone)), phone: own, others, extension: None };
    Record { at: Some(Moment { date: day(dice.day), time: Some(time) }), contact: Some(contact), fact }
}

/// Books of those rows, in that order, after the roster.
pub fn books(rows: impl IntoIterator<Item = Record>) -> Books {
    let entry = |(ix, record): (usize, Record)| Entry { seq: ix as u64 + 1, source: 0, line: ix as u32 + 2, record };
    Books {
        entries: roster().into_iter().chain(rows).enumerate().map(entry).collect(),
        sources: vec![Source { batch: 1, file: "books.csv".to_owned(), sheet: None }],
        stated: Vec::new(),
    }
}

/// The same with every ledger said to be complete.
pub fn covered(mut books: Books) -> Books {
    let through = day(400);
    books.stated = Kind::ALL.map(|kind| StatedCoverage { kind, department: None, through }).into();
    books
}
