//! The life of most households: registered, preheated, invited; some come, some of those buy, and are looked after.

use super::calendar::{self, FIRST, LAST, Meeting, day, earlier, later, meetings, working_days};
use super::care::{Client, Slip};
use super::diary::Diary;
use super::dice::Dice;
use super::keeper::Keeper;
use super::people::Person;
use super::staff::{CAO, EVERYBODY, FENG, HE, JIANG, SHEN, TANG, TANG_LEAVES};
use chrono::NaiveDate;
use huifang::domain::{Channel, Place, StopReason, months_after};

/// How many households live this way.
const HOUSEHOLDS: usize = 345;

/// The day the leaver's households are given to others.
const GIVEN_ON: NaiveDate = day(9, 18);

/// How customers come: the more often, the more often.
const CHANNELS: [Channel; 20] = [
    Channel::Flyer,
    Channel::Flyer,
    Channel::Flyer,
    Channel::Flyer,
    Channel::Flyer,
    Channel::Flyer,
    Channel::Community,
    Channel::Community,
    Channel::Community,
    Channel::Scattered,
    Channel::Scattered,
    Channel::Scattered,
    Channel::Store,
    Channel::Store,
    Channel::PhoneResponse,
    Channel::PhoneResponse,
    Channel::Referral,
    Channel::Referral,
    Channel::Referral,
    Channel::Other,
];

/// Somebody who has bought, and so can bring friends.
struct Friend {
    person: Person,
    since: NaiveDate,
    keeper: Keeper,
}

/// Lets them all live, in the order in which they are registered.
pub fn live(diary: &mut Diary) {
    let days = working_days(FIRST, LAST);
    let mut friends = Vec::new();
    for number in 0..HOUSEHOLDS {
        let registered = days[number * days.len() / HOUSEHOLDS];
        Household::new(number, registered, &friends, diary).live(diary, &mut friends);
    }
}

struct Household {
    dice: Dice,
    registered: NaiveDate,
    person: Person,
    spouse: Option<Person>,
    keeper: Keeper,
    channel: Channel,
    /// Who referred them, where the rules can tell.
    referrer: Option<Person>,
}

impl Household {
    fn new(number: usize, registered: NaiveDate, friends: &[Friend], diary: &mut Diary) -> Household {
        let mut dice = Dice::of(number as u64);
        let person = match dice.chance(8) {
            true => diary.town.person_with_two_numbers(&mut dice),
            false => diary.town.person(&mut dice),
        };
        let spouse = dice.chance(22).then(|| diary.town.spouse(&person, &mut dice));
        let channel = dice.pick(&CHANNELS).unwrap_or(Channel::Other);
        let stays = |keeper: Keeper| {
            keeper.on(registered).is_some() && keeper.on(registered) == keeper.on(later(registered, 3))
        };
        let known: Vec<&Friend> =
            friends.iter().filter(|friend| friend.since < registered && stays(friend.keeper)).collect();
        let friend = dice.pick(&known).filter(|_| channel == Channel::Referral);
        let free: Vec<&str> =
            EVERYBODY.iter().filter(|staff| staff.takes_customers(registered)).map(|staff| staff.id).collect();
        // A referral is the referrer's specialist's, whoever takes it down.
        let credited = friend.and_then(|friend| friend.keeper.on(registered));
        let staff = credited.or_else(|| dice.pick(&free)).unwrap_or(CAO);
        let given_to = dice.pick(&[HE, FENG, JIANG]).filter(|_| dice.chance(92));
        let then = given_to.filter(|_| staff == TANG).map(|to| (GIVEN_ON, to));
        let referrer = friend.map(|friend| friend.person.clone());
        Household { dice, registered, person, spouse, keeper: Keeper { staff, then }, channel, referrer }
    }

    fn live(mut self, diary: &mut Diary, friends: &mut Vec<Friend>) {
        self.register(diary);
        if self.dice.chance(6) {
            return;
        }
        let preheated = self.preheat(diary);
        let bought = self.go_to_meetings(preheated, diary);
        self.hand_over(preheated, bought, diary);
        if let Some(bought) = bought {
            self.be_a_client(bought, diary);
            friends.push(Friend { person: self.person.clone(), since: bought, keeper: self.keeper });
        }
    }

    fn register(&mut self, diary: &mut Diary) {
        let family = self.spouse.as_ref().filter(|_| self.dice.chance(50)).map(|_| diary.family());
        let hour = 9 + self.dice.below(7) as u32;
        let at = calendar::at(self.registered, hour, self.dice.below(60) as u32);
        diary.signup_with(at, &self.person, self.channel, self.keeper.staff, |row| {
            row.household = family.clone();
            row.referrer = self.referrer.as_ref().map(|by| by.name.clone());
            row.referrer_phone = self.referrer.iter().map(|by| by.phone.clone()).collect();
        });
        let Some(spouse) = &self.spouse else { return };
        if family.is_some() {
            let soon = calendar::at(self.registered, hour + 1, 5);
            diary.signup_with(soon, spouse, Channel::Other, self.keeper.staff, |row| row.household = family);
        } else {
            diary.related(self.registered, &self.person, spouse, "夫妻");
        }
    }

    /// In time, whatever the channel.
    fn preheat(&mut self, diary: &mut Diary) -> NaiveDate {
        let hold = if matches!(self.channel, Channel::Flyer | Channel::Community | Channel::Other) { 2 } else { 3 };
        let days = working_days(later(self.registered, 1), later(self.registered, hold));
        let later_day = self.dice.pick(&days).filter(|_| self.dice.chance(55) && self.referrer_is_clear());
        let on = later_day.unwrap_or(self.registered);
        let hour = if on == self.registered { 17 } else { 9 + self.dice.below(8) as u32 };
        diary.preheat(calendar::at(on, hour, self.dice.below(60) as u32), &self.person, self.keeper.staff);
        on
    }

    /// An unclear referral is not protected for a day, so it is preheated at once.
    fn referrer_is_clear(&self) -> bool {
        self.channel != Channel::Referral || self.referrer.is_some()
    }

    /// The day of the first purchase, if there is one.
    fn go_to_meetings(&mut self, preheated: NaiveDate, diary: &mut Diary) -> Option<NaiveDate> {
        if self.dice.chance(5) {
            return self.buy_at_the_shop(preheated, diary);
        }
        let (mut invited, mut attended) = (0, 0);
        for meeting in meetings().into_iter().filter(|meeting| meeting.day > preheated) {
            let days = working_days(preheated.max(earlier(meeting.day, 4)), earlier(meeting.day, 1));
            let day = self.dice.pick(&days);
            let Some((day, staff)) = day.and_then(|day| Some((day, self.keeper.on(day)?))) else { continue };
            if invited == 3 || attended == 2 || self.keeper.on(meeting.day) != Some(staff) || !self.dice.chance(60) {
                continue;
            }
            diary.invite(day, &self.person, staff, meeting);
            invited += 1;
            if !self.dice.chance(58) {
                continue;
            }
            attended += 1;
            diary.attend(meeting, &self.person, staff);
            if let Some(spouse) = self.spouse.as_ref().filter(|_| self.dice.chance(60)) {
                diary.attend(meeting, spouse, staff);
            }
            if self.dice.chance(46) {
                diary.sell(meeting, &self.person, staff, 2 + 2 * self.dice.below(5) as u32);
                return Some(meeting.day);
            }
            self.visit_after(meeting, staff, diary);
        }
        None
    }

    fn buy_at_the_shop(&mut self, preheated: NaiveDate, diary: &mut Diary) -> Option<NaiveDate> {
        let day = self.dice.pick(&working_days(preheated, later(preheated, 6)))?;
        let staff = self.keeper.on(day)?;
        diary.sell_at(Place::Store, day, &self.person, staff, 1 + self.dice.below(3) as u32);
        Some(day)
    }

    /// After a meeting at which nothing was bought the specialist comes home; where that is forgotten the manager asks.
    fn visit_after(&mut self, meeting: Meeting, staff: &'static str, diary: &mut Diary) {
        let until = months_after(meeting.day, 1);
        if self.dice.chance(self.keeper.carelessness()) {
            if let Some(day) = self.dice.pick(&working_days(earlier(until, 9), until)) {
                diary.supervise(day, &self.person, staff, false);
            }
            return;
        }
        let day = self.dice.pick(&working_days(later(meeting.day, 2), later(meeting.day, 24)));
        if let Some((day, staff)) =
            day.and_then(|day| self.keeper.day(day)).and_then(|day| Some((day, self.keeper.on(day)?)))
        {
            diary.visit(day, &self.person, staff);
        }
    }

    /// What the leaver leaves: most of it handed over properly, and given to others three days later.
    fn hand_over(&mut self, preheated: NaiveDate, bought: Option<NaiveDate>, diary: &mut Diary) {
        if self.keeper.staff != TANG || preheated > TANG_LEAVES || bought.is_some_and(|day| day > TANG_LEAVES) {
            return;
        }
        if !self.dice.chance(7) {
            let day = self.dice.pick(&working_days(earlier(TANG_LEAVES, 3), TANG_LEAVES)).unwrap_or(TANG_LEAVES);
            diary.hand_over(day, &self.person, TANG);
        }
        if let Some((day, to)) = self.keeper.then {
            diary.assign(day, &self.person, to, SHEN);
        }
    }

    fn be_a_client(&mut self, bought: NaiveDate, diary: &mut Diary) {
        let slip = self.dice.pick(&Slip::ALL).filter(|_| self.dice.chance(self.keeper.carelessness() + 2));
        let stops =
            self.dice.chance(3).then(|| later(bought, 18 + self.dice.below(20) as u64)).filter(|day| *day <= LAST);
        if let Some(day) = stops {
            let reason =
                self.dice.pick(&[StopReason::Moved, StopReason::Refuses, StopReason::NoContact, StopReason::Other]);
            diary.stop(day, &self.person, reason.unwrap_or(StopReason::Other), None);
        }
        let until = stops.unwrap_or(later(LAST, 1));
        let client = Client { person: &self.person, bought, keeper: self.keeper, slip, until };
        client.look_after(diary, &mut self.dice);
        if let Some(spouse) = self.spouse.clone().filter(|_| self.dice.chance(12)) {
            self.sell_to_spouse(&spouse, bought, diary);
        }
        if stops.is_none() && self.dice.chance(20) {
            self.buy_again(bought, diary);
        }
    }

    fn sell_to_spouse(&mut self, spouse: &Person, after: NaiveDate, diary: &mut Diary) {
        let Some(meeting) = meetings().into_iter().find(|meeting| meeting.day > later(after, 10)) else { return };
        // Bought from two specialists, they would no longer count as one family.
        let Some(staff) = self.keeper.on(meeting.day).filter(|staff| self.keeper.on(after) == Some(*staff)) else {
            return;
        };
        diary.attend(meeting, spouse, staff);
        diary.sell(meeting, spouse, staff, 2);
        let client =
            Client { person: spouse, bought: meeting.day, keeper: self.keeper, slip: None, until: later(LAST, 1) };
        client.look_after(diary, &mut self.dice);
    }

    fn buy_again(&mut self, bought: NaiveDate, diary: &mut Diary) {
        let later_ones: Vec<Meeting> =
            meetings().into_iter().filter(|meeting| meeting.day >= later(bought, 21)).collect();
        let Some(meeting) = self.dice.pick(&later_ones) else { return };
        let Some(staff) = self.keeper.on(meeting.day) else { return };
        diary.attend(meeting, &self.person, staff);
        diary.sell(meeting, &self.person, staff, 2 + 2 * self.dice.below(4) as u32);
        if let Some(day) = self.dice.pick(&working_days(meeting.day, later(meeting.day, 2))) {
            diary.visit(day, &self.person, staff);
        }
    }
}
