//! Laws of what is recorded beside the decisions: it is there for every row, it is true, and what is said to come comes.

use super::books::{Dice, books, covered, day, dice};
use super::{POLICY, on_day, rows};
use chrono::NaiveDate;
use huifang::domain::{
    Attendance, Books, Channel, Contact, Entry, Fact, Field, Kind, Method, Moment, Outcome, Phone, Preheat, Record,
    Seq, StaffId,
};
use huifang::policy::{
    Assessment, Clause, EvidenceLack, Household, HouseholdStatus, KeepingAct, NextChange, NoEffectReason,
    OwnershipChange, Prospect, ReportDates, ViolationBasis, assess,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Throws in which nobody leaves: D is played by A.
fn nobody_leaves(dice: &[Dice]) -> Vec<Dice> {
    dice.iter().map(|throw| Dice { staff: if throw.staff == 3 { 0 } else { throw.staff }, ..throw.clone() }).collect()
}

fn at(books: &Books, as_of: NaiveDate) -> Assessment {
    assess(books, &POLICY, ReportDates { as_of, on: as_of.succ_opt().unwrap() })
}

fn household(books: &Books, as_of: NaiveDate, member: &Phone) -> Household {
    at(books, as_of).households.into_iter().find(|household| household.members.contains(member)).unwrap()
}

fn is_known(clause: &Clause) -> bool {
    &**clause == "assignment" || POLICY.clause(clause).is_some()
}

/// Those books with a row more, at the end of that day.
fn with(books: &Books, on: NaiveDate, phone: &Phone, fact: Fact) -> Books {
    let contact = Contact { customer: None, phone: phone.clone(), others: Vec::new(), extension: None };
    let record = Record { at: Some(Moment::day(on)), contact: Some(contact), fact };
    let mut books = books.clone();
    let seq = books.entries.last().map_or(0, |entry| entry.seq) + 1;
    books.entries.push(Entry { seq, source: 0, line: 2, record });
    books
}

fn preheat(staff: &StaffId) -> Fact {
    Fact::Preheat(Preheat {
        staff: staff.clone(),
        method: None,
        reported: None,
        stamped: false,
        result: None,
        task: None,
        note: None,
    })
}

fn attendance(staff: &StaffId) -> Fact {
    Fact::Attendance(Attendance { staff: Some(staff.clone()), event: None, spoke: false })
}

fn home_visit(staff: &StaffId) -> Fact {
    serde_json::from_value(serde_json::json!({ "visit": { "staff": staff, "method": Method::Home } })).unwrap()
}

fn signup(staff: &StaffId) -> Fact {
    serde_json::from_value(serde_json::json!({ "signup": { "staff": staff, "channel": Channel::Flyer } })).unwrap()
}

/// Somebody on no roster, who is employed always and has done nothing yet.
fn stranger() -> StaffId {
    StaffId::new("Z")
}

/// The same books with the row of that number on another day.
fn moved(books: &Books, row: Seq, to: NaiveDate) -> Books {
    let mut books = books.clone();
    for entry in books.entries.iter_mut().filter(|entry| entry.seq == row) {
        entry.record.at = entry.record.at.map(|at| Moment { date: to, ..at });
    }
    books
}

/// Those books up to a row, in the order of events; the roster stays.
fn up_to(books: &Books, row: Seq) -> Books {
    let last = books.entry(row).and_then(|entry| entry.record.at);
    let mut books = books.clone();
    books.entries.retain(|entry| entry.record.at.is_none() || entry.record.at <= last);
    books
}

/// Whether what would come to pass does when a stranger tries on that day.
fn comes_to_pass(books: &Books, phone: &Phone, prospect: &Prospect, on: NaiveDate) -> bool {
    let before = household(books, on, phone);
    let z = stranger();
    match prospect.turn {
        NextChange::Lapses => before.status == HouseholdStatus::Lapsed,
        NextChange::OpensReferral | NextChange::OpensUnvisited => before.status == HouseholdStatus::Open,
        NextChange::Idle => household(&with(books, on, phone, signup(&z)), on, phone).owner.is_none(),
        NextChange::NotFollowedUp => {
            let first = prospect.until.min(on);
            let prepared = with(&with(books, first, phone, signup(&z)), first, phone, preheat(&z));
            household(&with(&prepared, on, phone, attendance(&z)), on, phone).owner == Some(z)
        }
    }
}

fn act(prospect: &Prospect) -> Fact {
    match prospect.act {
        KeepingAct::Preheat | KeepingAct::Touch => preheat(&prospect.staff),
        KeepingAct::HomeVisit | KeepingAct::FollowUp => home_visit(&prospect.staff),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_row_about_a_household_is_told_in_the_order_of_events(dice in dice(6, 120, 60)) {
        let books = books(rows(&dice, 0, true));
        for household in on_day(&books, 110).households {
            let about = |entry: &&Entry| {
                let of_member = |contact: &Contact| household.members.contains(&contact.phone);
                entry.record.fact.kind().is_customer()
                    && entry.record.contact.as_ref().is_some_and(of_member)
                    && entry.record.at.is_some_and(|at| at.date <= day(110))
            };
            // No two rows of the throws have the same time.
            let mut entries: Vec<&Entry> = books.entries.iter().filter(about).collect();
            entries.sort_by_key(|entry| entry.record.at);
            prop_assert_eq!(household.events, entries.iter().map(|entry| entry.seq).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_did_not_apply_stands_on_rows_of_the_books(dice in dice(6, 120, 60)) {
        let books = books(rows(&dice, 0, true));
        for household in on_day(&books, 110).households {
            for passed in &household.passed {
                prop_assert!(household.events.contains(&passed.row));
                let record = &books.entry(passed.row).unwrap().record;
                prop_assert_eq!((record.at.unwrap().date, record.fact.staff()), (passed.date, passed.staff.as_ref()));
                prop_assert!(passed.clause.as_ref().is_none_or(is_known));
                prop_assert!(passed.behind.iter().all(|row| *row != passed.row && books.entry(*row).is_some()));
                prop_assert!(passed.behind.is_sorted());
            }
        }
    }

    #[test]
    fn whoever_is_not_the_owner_changes_something_or_is_told_why_not(dice in dice(6, 120, 60)) {
        let books = books(rows(&dice, 0, true));
        let reached = [None, Some(Outcome::Reached)];
        for household in on_day(&books, 110).households {
            let owners: BTreeSet<&StaffId> = household.history.iter().filter_map(|decision| match &decision.change {
                OwnershipChange::Owned { staff, .. } => Some(staff),
                _ => None,
            }).collect();
            // That it attended, or bought, or is to be visited, is not what somebody wants of a household.
            let wanted = |change: &OwnershipChange| !matches!(change, OwnershipChange::Attended | OwnershipChange::Bought | OwnershipChange::VisitDue { .. });
            let decided = household.history.iter().filter(|decision| wanted(&decision.change));
            let told: BTreeSet<Seq> = decided
                .map(|decision| decision.grounds.cause())
                .chain(household.passed.iter().map(|passed| passed.row))
                .collect();
            for row in &household.events {
                let fact = &books.entry(*row).unwrap().record.fact;
                let counts = match fact {
                    Fact::Visit(visit) => visit.method == Some(Method::Home) && reached.contains(&visit.result),
                    _ => matches!(
                        fact.kind(),
                        Kind::Signup | Kind::Preheat | Kind::Invite | Kind::Attendance | Kind::Sale | Kind::Assignment
                    ),
                };
                let by_owner = fact.staff().is_some_and(|staff| owners.contains(staff));
                prop_assert!(!counts || by_owner || told.contains(row), "{:?} in {:?}", fact, household);
            }
        }
    }

    #[test]
    fn an_owner_is_safe_until_the_day_told_and_not_a_day_longer(dice in dice(2, 70, 50)) {
        let books = books(rows(&nobody_leaves(&dice), 0, false));
        let all = on_day(&books, 70);
        for passed in all.households.iter().flat_map(|household| &household.passed) {
            let NoEffectReason::OwnerProtected { owner, until } = &passed.why else { continue };
            let staff_after = |to: NaiveDate| {
                let books = moved(&up_to(&books, passed.row), passed.row, to);
                let phone = &books.entry(passed.row).unwrap().record.contact.as_ref().unwrap().phone;
                household(&books, to, phone).owner
            };
            let kept = Some(owner.clone());
            match until {
                Some(until) => {
                    prop_assert!(passed.date <= *until);
                    prop_assert_eq!(staff_after(*until), kept.clone());
                    prop_assert_ne!(staff_after(until.succ_opt().unwrap()), kept);
                }
                None => prop_assert_eq!(staff_after(day(400)), kept),
            }
        }
    }

    #[test]
    fn what_comes_next_comes_on_its_day_and_the_act_prevents_it(
        (dice, today) in prop_oneof![Just(6), Just(70)].prop_flat_map(|days| (dice(5, days + 1, 30), Just(days))),
    ) {
        let books = books(rows(&nobody_leaves(&dice), 0, true));
        for shown in on_day(&books, today).households {
            let held_on = shown.protected_until.filter(|until| *until >= day(today));
            prop_assert!(held_on.is_none_or(|until| shown.prospects.iter().any(|prospect| prospect.until == until)));
            prop_assert!(shown.prospects.is_sorted_by_key(|prospect| prospect.until));
            let Some(next) = shown.prospects.first() else { continue };
            prop_assert!(is_known(&next.clause) && next.row.is_some_and(|row| books.entry(row).is_some()));
            // Of a contested household it is the last live claim that ends something; an open one is open already.
            let others = shown.prospects.iter().filter(|other| other.turn == next.turn).count();
            if others > 1 || shown.status == HouseholdStatus::Open {
                continue;
            }
            let after = next.until.succ_opt().unwrap();
            for on in day(today).iter_days().take_while(|on| *on <= next.until) {
                prop_assert_eq!(household(&books, on, &shown.key).status, shown.status);
            }
            prop_assert!(!comes_to_pass(&books, &shown.key, next, next.until));
            prop_assert!(comes_to_pass(&books, &shown.key, next, after));
            let prevented = with(&books, next.until, &shown.key, act(next));
            // Something else may come on the same day.
            if shown.prospects.iter().filter(|other| other.until == next.until).count() == 1 {
                prop_assert!(!comes_to_pass(&prevented, &shown.key, next, after), "{:?}", shown);
            }
        }
    }

    #[test]
    fn a_violation_tells_what_was_lacking(dice in dice(4, 110, 60)) {
        let books = covered(books(rows(&dice, 0, true)));
        for violation in on_day(&books, 110).violations {
            prop_assert!(violation.grounds.rows().iter().all(|row| books.entry(*row).is_some()));
            let ViolationBasis::Due(inquiry) = &violation.basis else { continue };
            prop_assert!(inquiry.rows.iter().all(|row| violation.grounds.rows().contains(row)));
            prop_assert!(inquiry.start <= inquiry.deadline && violation.date == inquiry.deadline);
            prop_assert!(inquiry.considered.iter().all(|considered| !considered.lacks.is_empty()), "{:?}", inquiry);
            // The rows behind it beside those that started it were the first done, but too late or not signed.
            for row in violation.grounds.rows().iter().filter(|row| !inquiry.rows.contains(row)) {
                let considered = inquiry.considered.iter().find(|considered| considered.row == *row).unwrap();
                let is_unsigned = |lack: &EvidenceLack| matches!(lack, EvidenceLack::Unfit { field: Field::Signed, .. });
                let lacks_one = considered.lacks.len() == 1;
                prop_assert!(lacks_one && considered.lacks.iter().all(|it| *it == EvidenceLack::TooLate || is_unsigned(it)));
            }
        }
    }
}
