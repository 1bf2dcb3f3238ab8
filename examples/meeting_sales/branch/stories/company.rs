//! What belongs to the company: customers who come by themselves, and what a leaver leaves.

use super::Stage;
use crate::branch::calendar::{at, day, meeting};
use crate::branch::people::Person;
use crate::branch::staff::{self, CAO, FENG, GAO, LUO, PENG, SHEN, SONG, TANG, XU};
use huifang::domain::{Channel, Complaint, Fact, Moment};

pub fn tell(stage: &mut Stage) {
    nobody_served_them(stage);
    left_by_the_leaver(stage);
    given_to_another(stage);
    nobodys(stage);
}

/// Customers who came or called without a specialist (supplement-10): assigned, used before that, or still waiting.
fn nobody_served_them(stage: &mut Stage) {
    let assigned = stage.someone();
    stage.diary.signup(at(day(8, 25), 10, 0), &assigned, Channel::Store, "");
    stage.diary.assign(day(8, 27), &assigned, SONG, LUO);
    let used = stage.someone();
    stage.diary.signup(at(day(9, 22), 14, 0), &used, Channel::Store, "");
    stage.diary.preheat(at(day(9, 24), 14, 0), &used, PENG);
    stage.diary.assign(day(9, 25), &used, CAO, LUO);
    let waiting = stage.someone();
    stage.diary.signup(at(day(10, 27), 15, 40), &waiting, Channel::PhoneResponse, "");
}

/// What a leaver leaves is the company's (supplement-5); two others help themselves before it is assigned.
fn left_by_the_leaver(stage: &mut Stage) {
    for helps_himself in [PENG, GAO] {
        let customer = stage.guest_of(TANG, day(8, 13), day(8, 22));
        stage.diary.visit(day(8, 28), &customer, TANG);
        stage.diary.hand_over(day(9, 12), &customer, TANG);
        stage.diary.preheat(at(day(9, 17), 16, 0), &customer, helps_himself);
        stage.diary.assign(day(9, 18), &customer, FENG, SHEN);
    }
    for _ in 0..2 {
        let kept_back = stage.guest_of(TANG, day(8, 14), day(8, 26));
        stage.diary.visit(day(9, 2), &kept_back, TANG);
    }
    let old_slip = stage.someone();
    stage.diary.signup(at(day(9, 17), 9, 5), &old_slip, Channel::Flyer, TANG);
}

/// A customer does not want their specialist any more, and is given to another.
fn given_to_another(stage: &mut Stage) {
    let customer = stage.client_of(PENG, day(8, 29));
    complain(stage, &customer, &customer.name, "专员多次失约", Some(PENG));
    stage.diary.assign(day(10, 9), &customer, CAO, XU);
}

/// The leaver comes back and begins anew: what was theirs stays with others, a new customer is theirs.
pub fn back_again(stage: &mut Stage) {
    stage.prospect_of(TANG, day(10, 28));
}

/// A guest nobody brought, and a caller with a complaint: households that are nobody's.
fn nobodys(stage: &mut Stage) {
    let guest = stage.someone();
    stage.diary.attend(meeting(day(10, 24)), &guest, "");
    let caller = stage.someone();
    complain(stage, &caller, "匿名顾客", "会场音响扰民", None);
}

fn complain(stage: &mut Stage, who: &Person, complainant: &str, subject: &str, against: Option<&str>) {
    let fact = Complaint {
        complainant: Some(complainant.to_owned()),
        subject: Some(subject.to_owned()),
        against: against.map(|staff| staff::name(staff).to_owned()),
        resolved: Some(day(10, 9)),
        followed_up: Some(day(10, 11)),
    };
    stage.diary.row(Moment::day(day(10, 6)), who, Fact::Complaint(fact));
}
