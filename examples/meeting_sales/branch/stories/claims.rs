//! Several want the same customer, or nobody preheats in time.

use super::Stage;
use crate::branch::calendar::{at, day, meeting};
use crate::branch::staff::{CAO, FENG, GAO, HE, JIANG, LIN, LUO, PENG, SONG};
use huifang::domain::Channel;

pub fn tell(stage: &mut Stage) {
    one_customer_registered_twice(stage);
    husband_and_wife(stage);
    both_invite(stage);
    brought_to_the_meeting_unpreheated(stage);
    lapsed_at_the_shop(stage);
    lapsed_on_the_street(stage);
    lapsed_referral(stage);
    lapsed_slip(stage);
    on_the_last_days(stage);
}

/// Who preheats first has them (resource-2).
fn one_customer_registered_twice(stage: &mut Stage) {
    let customer = stage.someone();
    stage.diary.signup(at(day(8, 11), 10, 5), &customer, Channel::Flyer, LIN);
    stage.diary.signup(at(day(8, 12), 9, 30), &customer, Channel::Community, HE);
    stage.diary.preheat(at(day(8, 12), 15, 0), &customer, HE);
}

/// Two of one family, registered by two specialists: who preheats first has both (resource-4).
fn husband_and_wife(stage: &mut Stage) {
    let husband = stage.someone();
    let wife = stage.diary.town.spouse(&husband, &mut stage.dice);
    let family = stage.diary.family();
    stage.diary.signup_with(at(day(8, 18), 10, 10), &husband, Channel::Flyer, GAO, |row| {
        row.household = Some(family.clone());
    });
    stage.diary.signup_with(at(day(8, 19), 14, 0), &wife, Channel::Scattered, CAO, |row| row.household = Some(family));
    stage.diary.preheat(at(day(8, 20), 10, 30), &wife, CAO);
}

/// Neither preheats, both invite: the company's, and given to a third (resource-3).
fn both_invite(stage: &mut Stage) {
    let customer = stage.someone();
    stage.diary.signup(at(day(9, 1), 9, 40), &customer, Channel::Flyer, SONG);
    stage.diary.signup(at(day(9, 1), 15, 20), &customer, Channel::Community, FENG);
    stage.diary.invite(day(9, 2), &customer, SONG, meeting(day(9, 5)));
    stage.diary.invite(day(9, 2), &customer, FENG, meeting(day(9, 5)));
    stage.diary.assign(day(9, 4), &customer, CAO, LUO);
    stage.diary.attend(meeting(day(9, 9)), &customer, CAO);
    stage.diary.visit(day(9, 17), &customer, CAO);
}

/// One of two brings the customer without a preheat: the company's. The other one goes on all the same.
fn brought_to_the_meeting_unpreheated(stage: &mut Stage) {
    let customer = stage.someone();
    stage.diary.signup(at(day(9, 10), 11, 0), &customer, Channel::Store, LIN);
    stage.diary.signup(at(day(9, 11), 10, 30), &customer, Channel::Flyer, HE);
    stage.diary.attend(meeting(day(9, 12)), &customer, LIN);
    stage.diary.preheat(at(day(9, 17), 14, 20), &customer, HE);
}

/// A shop customer nobody preheated goes to the next slip (supplement-2).
fn lapsed_at_the_shop(stage: &mut Stage) {
    let customer = stage.someone();
    stage.diary.signup(at(day(9, 1), 11, 0), &customer, Channel::Store, LIN);
    stage.diary.signup(at(day(9, 8), 10, 20), &customer, Channel::Flyer, HE);
    stage.diary.preheat(at(day(9, 9), 9, 30), &customer, HE);
}

/// A name collected singly does not give way to a referral, but to the community stand (supplement-3).
fn lapsed_on_the_street(stage: &mut Stage) {
    let customer = stage.someone();
    stage.diary.signup(at(day(9, 2), 9, 10), &customer, Channel::Scattered, CAO);
    stage.diary.signup_with(at(day(9, 8), 9, 50), &customer, Channel::Referral, GAO, |row| {
        row.referrer = Some("楼下邻居".to_owned());
    });
    stage.diary.signup(at(day(9, 10), 10, 40), &customer, Channel::Community, SONG);
    stage.diary.preheat(at(day(9, 11), 15, 10), &customer, SONG);
}

/// A clear referral beside a claim is a claim too; not preheated, it goes to whoever comes next (supplement-4).
fn lapsed_referral(stage: &mut Stage) {
    let friend = stage.client_of(LIN, day(9, 5));
    let customer = stage.someone();
    stage.diary.signup(at(day(9, 16), 10, 0), &customer, Channel::Flyer, FENG);
    stage.diary.referral(at(day(9, 17), 10, 0), &customer, LIN, &friend);
    stage.diary.signup(at(day(9, 22), 10, 0), &customer, Channel::Store, JIANG);
    stage.diary.preheat(at(day(9, 23), 10, 0), &customer, JIANG);
}

/// A slip that lapsed: another preheats without one, or the same specialist registers once more (resource-6).
fn lapsed_slip(stage: &mut Stage) {
    let passed_over = stage.someone();
    stage.diary.signup(at(day(8, 20), 13, 30), &passed_over, Channel::Flyer, GAO);
    stage.diary.preheat(at(day(8, 25), 10, 15), &passed_over, SONG);
    let twice = stage.someone();
    stage.diary.signup(at(day(8, 21), 13, 30), &twice, Channel::Flyer, PENG);
    stage.diary.signup(at(day(8, 27), 9, 45), &twice, Channel::Flyer, PENG);
    stage.diary.preheat(at(day(8, 28), 16, 0), &twice, PENG);
}

/// What waits for tomorrow's preheats: claims of every kind, a quarrel, and what lapsed.
fn on_the_last_days(stage: &mut Stage) {
    let friend = stage.client_of(LIN, day(9, 12));
    let held = [
        (day(10, 29), Channel::Flyer, GAO),
        (day(10, 29), Channel::Store, SONG),
        (day(10, 28), Channel::Scattered, JIANG),
        (day(10, 21), Channel::Scattered, PENG),
    ];
    for (nth, (day, channel, staff)) in held.into_iter().enumerate() {
        let customer = stage.someone();
        stage.diary.signup(at(day, 11, 7 * nth as u32), &customer, channel, staff);
    }
    let unclear = stage.someone();
    stage.diary.signup_with(at(day(10, 21), 15, 0), &unclear, Channel::Referral, GAO, |row| {
        row.referrer = Some("广场舞队长".to_owned());
    });
    let quarrel = stage.someone();
    stage.diary.signup(at(day(10, 29), 9, 25), &quarrel, Channel::Flyer, SONG);
    stage.diary.signup(at(day(10, 30), 9, 15), &quarrel, Channel::Store, FENG);
    let referred = stage.someone();
    stage.diary.signup(at(day(10, 29), 14, 30), &referred, Channel::Flyer, HE);
    stage.diary.referral(at(day(10, 30), 10, 50), &referred, LIN, &friend);
}
