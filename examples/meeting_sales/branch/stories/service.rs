//! After the purchase: things forgotten, boxes brought back, customers who want no visits, experts' calls.

use super::Stage;
use crate::branch::calendar::{at, day, meeting};
use crate::branch::care::{Client, Slip};
use crate::branch::people::Person;
use crate::branch::staff::{CAO, FENG, GAO, HE, JIANG, LIN, PENG, QIAN, SONG, WEN};
use huifang::domain::StopReason;

pub fn tell(stage: &mut Stage) {
    forgotten(stage);
    brought_back(stage);
    no_more_visits(stage);
    problems(stage);
    forms_still_to_come(stage);
    one_number_two_names(stage);
}

/// Whatever can be forgotten is forgotten once, mostly by the same two.
fn forgotten(stage: &mut Stage) {
    for (staff, bought, slip) in [
        (GAO, day(8, 29), Slip::LateForm),
        (SONG, day(9, 12), Slip::LateForm),
        (PENG, day(8, 29), Slip::NoFirstVisit),
        (GAO, day(9, 9), Slip::NoExpert),
        (PENG, day(9, 12), Slip::NoSecondVisit),
        (GAO, day(8, 29), Slip::NoThirdVisit),
        (GAO, day(8, 15), Slip::NoMonth),
        (PENG, day(8, 22), Slip::NoMonth),
        (FENG, day(8, 15), Slip::Unsigned),
        (HE, day(8, 22), Slip::NoCall),
        (CAO, day(8, 26), Slip::NoCall),
        (LIN, day(8, 29), Slip::LateRelay),
    ] {
        stage.client_with(staff, bought, Some(slip));
    }
}

/// All boxes come back, and after a month the customer buys again; of another purchase only some come back.
fn brought_back(stage: &mut Stage) {
    let returns_all = stage.buyer_of(HE, day(9, 5), 6);
    stage.diary.visit(day(9, 6), &returns_all, HE);
    stage.diary.visit_with(day(9, 11), &returns_all, HE, |row| row.problem = Some("子女反对".to_owned()));
    stage.diary.give_back(day(9, 15), &returns_all, HE, 2, "子女反对");
    stage.diary.give_back(day(9, 20), &returns_all, HE, 4, "子女反对");
    stage.diary.attend(meeting(day(10, 17)), &returns_all, HE);
    stage.diary.sell(meeting(day(10, 17)), &returns_all, HE, 2);
    stage.diary.visit(day(10, 18), &returns_all, HE);
    let returns_some = stage.client_of(FENG, day(9, 23));
    stage.diary.give_back(day(10, 9), &returns_some, FENG, 1, "包装破损");
}

/// One has died, one asks to be left in peace for some weeks.
fn no_more_visits(stage: &mut Stage) {
    let died = stage.buyer_of(LIN, day(8, 22), 4);
    let until = day(9, 12);
    Client { until, ..Client::of(&died, day(8, 22), LIN) }.look_after(stage.diary, &mut stage.dice);
    stage.diary.stop(until, &died, StopReason::Deceased, None);
    let left_in_peace = stage.buyer_of(CAO, day(8, 26), 4);
    let (until, again) = (day(9, 20), day(10, 9));
    Client { until, ..Client::of(&left_in_peace, day(8, 26), CAO) }.look_after(stage.diary, &mut stage.dice);
    stage.diary.stop(until, &left_in_peace, StopReason::NoContact, Some(again));
    stage.diary.visit(day(10, 16), &left_in_peace, CAO);
}

/// What the experts hear on the telephone in the last days: told in time or not yet, with or without a visit.
fn problems(stage: &mut Stage) {
    let to_be_visited = stage.client_of(SONG, day(9, 19));
    stage.diary.expert_call(at(day(10, 29), 15, 10), &to_be_visited, QIAN, |call| {
        call.problem = true;
        call.needs_visit = true;
        call.relayed = Some(day(10, 29));
        call.note = Some("要求专员上门讲解".to_owned());
    });
    let to_be_told = stage.client_of(FENG, day(9, 9));
    stage.diary.expert_call(at(day(10, 30), 16, 45), &to_be_told, WEN, |call| {
        call.problem = true;
        call.note = Some("胃口不好,想停用几天".to_owned());
    });
}

/// Bought at the last meetings: all that is due in the first month is still to come. What the third department did
/// about its customers nobody knows yet.
fn forms_still_to_come(stage: &mut Stage) {
    for (staff, bought) in [(LIN, day(10, 29)), (GAO, day(10, 29)), (HE, day(10, 21))] {
        stage.client_of(staff, bought);
    }
    for staff in [CAO, JIANG] {
        stage.buyer_of(staff, day(10, 24), 4);
    }
}

/// A wife answers her husband's telephone.
fn one_number_two_names(stage: &mut Stage) {
    let husband = stage.client_of(JIANG, day(9, 23));
    let wife = Person { name: stage.someone().name, ..husband.clone() };
    stage.diary.visit(day(10, 14), &wife, JIANG);
}
