//! Referrals, and households that their specialists neglect until others may have them.

use super::Stage;
use crate::branch::calendar::{at, day, meeting};
use crate::branch::care::Client;
use crate::branch::staff::{CAO, FENG, GAO, HE, JIANG, LIN, PENG, SONG};
use huifang::domain::{Channel, Place};

pub fn tell(stage: &mut Stage) {
    referred_by_a_client(stage);
    referred_and_neglected(stage);
    never_followed_up(stage);
    not_visited_after_the_meeting(stage);
    to_be_visited_after_the_meeting(stage);
    untouched_for_a_month(stage);
}

/// Whoever takes it down, it is the referrer's specialist's (resource-5): by number, and by name alone.
fn referred_by_a_client(stage: &mut Stage) {
    let friend = stage.client_of(LIN, day(8, 15));
    let (by_number, by_name) = (stage.someone(), stage.someone());
    stage.diary.referral(at(day(9, 3), 10, 0), &by_number, SONG, &friend);
    stage.diary.preheat(at(day(9, 4), 10, 0), &by_number, LIN);
    stage.diary.signup_with(at(day(9, 8), 10, 0), &by_name, Channel::Referral, LIN, |row| {
        row.referrer = Some(friend.name.clone());
    });
    stage.diary.preheat(at(day(9, 9), 11, 0), &by_name, LIN);
}

/// Not preheated in three days, a clear referral is open to others who registered (supplement-4).
fn referred_and_neglected(stage: &mut Stage) {
    let friend = stage.client_of(GAO, day(8, 22));
    let preheated = stage.someone();
    stage.diary.referral(at(day(9, 10), 10, 0), &preheated, FENG, &friend);
    stage.diary.signup(at(day(9, 11), 10, 0), &preheated, Channel::Flyer, HE);
    stage.diary.preheat(at(day(9, 15), 10, 0), &preheated, HE);
    let registered_anew = stage.someone();
    stage.diary.referral(at(day(9, 22), 10, 0), &registered_anew, GAO, &friend);
    stage.diary.signup(at(day(9, 29), 10, 0), &registered_anew, Channel::Community, CAO);
    stage.diary.preheat(at(day(9, 30), 10, 0), &registered_anew, CAO);
    let (still_open, to_be_preheated) = (stage.someone(), stage.someone());
    stage.diary.referral(at(day(10, 23), 10, 0), &still_open, GAO, &friend);
    stage.diary.referral(at(day(10, 29), 16, 0), &to_be_preheated, GAO, &friend);
}

/// Preheated and forgotten; another preheats and brings the customer (resource-7).
fn never_followed_up(stage: &mut Stage) {
    let customer = stage.prospect_of(GAO, day(8, 5));
    stage.diary.signup(at(day(8, 20), 11, 0), &customer, Channel::Community, SONG);
    stage.diary.preheat(at(day(8, 21), 11, 0), &customer, SONG);
    stage.diary.attend(meeting(day(9, 12)), &customer, SONG);
    stage.diary.visit(day(9, 17), &customer, SONG);
}

/// Nobody came home within a month of the meeting (resource-8): others preheat, sell or register; or the owner comes
/// after all.
fn not_visited_after_the_meeting(stage: &mut Stage) {
    let preheated = stage.guest_of(PENG, day(8, 6), day(8, 12));
    stage.diary.supervise(day(9, 8), &preheated, PENG, false);
    stage.diary.preheat(at(day(9, 16), 10, 0), &preheated, CAO);
    let sold_to = stage.guest_of(GAO, day(8, 11), day(8, 15));
    stage.diary.sell_at(Place::Store, day(9, 18), &sold_to, HE, 2);
    Client::of(&sold_to, day(9, 18), HE).look_after(stage.diary, &mut stage.dice);
    let registered = stage.guest_of(PENG, day(8, 18), day(8, 22));
    stage.diary.signup(at(day(9, 24), 10, 30), &registered, Channel::Flyer, JIANG);
    stage.diary.preheat(at(day(9, 25), 10, 30), &registered, JIANG);
    let recovered = stage.guest_of(GAO, day(8, 20), day(8, 26));
    stage.diary.visit(day(10, 4), &recovered, GAO);
    let still_open = stage.guest_of(PENG, day(9, 22), day(9, 26));
    stage.diary.supervise(day(10, 21), &still_open, PENG, false);
}

/// A visit that is due in the coming days, with the manager's call before it.
fn to_be_visited_after_the_meeting(stage: &mut Stage) {
    for staff in [GAO, FENG] {
        stage.guest_of(staff, day(10, 4), day(10, 7));
    }
    stage.guest_of(SONG, day(10, 6), day(10, 10));
}

/// Visited after the meeting, then left alone for over a month (supplement-1).
fn untouched_for_a_month(stage: &mut Stage) {
    let preheated = stage.guest_of(FENG, day(8, 5), day(8, 8));
    stage.diary.visit(day(8, 13), &preheated, FENG);
    stage.diary.signup(at(day(9, 3), 15, 0), &preheated, Channel::Flyer, CAO);
    stage.diary.preheat(at(day(9, 16), 15, 0), &preheated, CAO);
    let registered = stage.guest_of(GAO, day(8, 5), day(8, 8));
    stage.diary.visit(day(8, 14), &registered, GAO);
    stage.diary.signup(at(day(9, 22), 11, 30), &registered, Channel::Flyer, HE);
    stage.diary.preheat(at(day(9, 23), 11, 30), &registered, HE);
}
