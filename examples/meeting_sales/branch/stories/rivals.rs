//! Somebody reaches for the clients of others.

use super::Stage;
use crate::branch::calendar::{at, day};
use crate::branch::staff::{FENG, GAO, HE, LIN, PENG, SONG};
use huifang::domain::{Channel, Place};

pub fn tell(stage: &mut Stage) {
    registered_again(stage);
    sold_to_by_another(stage);
    families_of_two_specialists(stage);
}

/// Another specialist's slip for an established client.
fn registered_again(stage: &mut Stage) {
    let client = stage.client_of(LIN, day(8, 29));
    stage.diary.signup(at(day(9, 30), 13, 20), &client, Channel::Flyer, PENG);
}

/// Two sales to clients of others: one is found to be poaching, the other still waits for somebody to look into it.
fn sold_to_by_another(stage: &mut Stage) {
    let poached = stage.client_of(SONG, day(9, 9));
    stage.diary.sell_at(Place::Home, day(10, 11), &poached, PENG, 4);
    let unsettled = stage.client_of(FENG, day(9, 19));
    stage.diary.sell_at(Place::Store, day(10, 15), &unsettled, GAO, 2);
}

/// Two clients of two specialists turn out to be sisters: each stays where they are.
fn families_of_two_specialists(stage: &mut Stage) {
    let one = stage.client_of(LIN, day(8, 22));
    let other = stage.client_of(HE, day(9, 5));
    stage.diary.related(day(10, 11), &one, &other, "姐妹");
}
