//! What does not happen every day: every rule that the usual lives do not meet is met here, by people of its own.

mod claims;
mod company;
mod openings;
mod papers;
mod rivals;
mod service;

use super::calendar::{at, earlier, meeting, working};
use super::care::{Client, Slip};
use super::diary::Diary;
use super::dice::Dice;
use super::people::Person;
use chrono::NaiveDate;
use huifang::domain::Channel;

/// Where the dice of the stories start, far from those of the usual lives.
const DICE: u64 = 1_000_000;

/// Tells all of them.
pub fn tell(diary: &mut Diary) {
    let mut stage = Stage { diary, dice: Dice::of(DICE) };
    claims::tell(&mut stage);
    openings::tell(&mut stage);
    company::tell(&mut stage);
    rivals::tell(&mut stage);
    service::tell(&mut stage);
    papers::tell(&mut stage);
    company::back_again(&mut stage);
}

/// Where a story is told.
struct Stage<'d> {
    diary: &'d mut Diary,
    dice: Dice,
}

impl Stage<'_> {
    /// Somebody new.
    fn someone(&mut self) -> Person {
        self.diary.town.person(&mut self.dice)
    }

    /// Somebody a specialist has registered and preheated that day.
    fn prospect_of(&mut self, staff: &str, day: NaiveDate) -> Person {
        let person = self.someone();
        self.diary.signup(at(day, 10, 0), &person, Channel::Flyer, staff);
        self.diary.preheat(at(day, 16, 0), &person, staff);
        person
    }

    /// Somebody a specialist has also brought to the meeting of that day.
    fn guest_of(&mut self, staff: &str, registered: NaiveDate, came: NaiveDate) -> Person {
        let person = self.prospect_of(staff, registered);
        let meeting = meeting(came);
        self.diary.invite(working(earlier(came, 2)), &person, staff, meeting);
        self.diary.attend(meeting, &person, staff);
        person
    }

    /// Somebody who bought at their first meeting and has been well looked after since.
    fn client_of(&mut self, staff: &'static str, bought: NaiveDate) -> Person {
        self.client_with(staff, bought, None)
    }

    /// Somebody of whom something is forgotten.
    fn client_with(&mut self, staff: &'static str, bought: NaiveDate, slip: Option<Slip>) -> Person {
        let person = self.buyer_of(staff, bought, 4);
        Client { slip, ..Client::of(&person, bought, staff) }.look_after(self.diary, &mut self.dice);
        person
    }

    /// Somebody who bought at their first meeting, and no more.
    fn buyer_of(&mut self, staff: &str, bought: NaiveDate, boxes: u32) -> Person {
        let person = self.guest_of(staff, working(earlier(bought, 4)), bought);
        self.diary.sell(meeting(bought), &person, staff, boxes);
        person
    }
}
