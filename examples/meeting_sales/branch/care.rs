//! What is done for a customer who has bought: forms, home visits, the expert's visit and calls.

use super::calendar::{self, LAST, later, working, working_days};
use super::diary::Diary;
use super::dice::Dice;
use super::keeper::Keeper;
use super::people::Person;
use super::staff;
use chrono::{Datelike, NaiveDate};
use huifang::domain::{Method, Outcome, StaffId, month_end, month_start, months_after};

/// What somebody forgets or does badly.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// The form after the purchase comes late.
    LateForm,
    /// Nobody comes in the first three days.
    NoFirstVisit,
    /// The second visit is made without the expert.
    NoExpert,
    /// The second visit is not made at all.
    NoSecondVisit,
    /// The third visit is not made.
    NoThirdVisit,
    /// A month goes by without a visit.
    NoMonth,
    /// A month's forms lack the customer's signature.
    Unsigned,
    /// The expert does not call in a month.
    NoCall,
    /// The expert tells the specialist of a problem a day late.
    LateRelay,
}

impl Slip {
    /// All of them; some happen more often.
    pub const ALL: [Slip; 11] = [
        Slip::LateForm,
        Slip::LateForm,
        Slip::NoFirstVisit,
        Slip::NoExpert,
        Slip::NoSecondVisit,
        Slip::NoThirdVisit,
        Slip::NoMonth,
        Slip::NoMonth,
        Slip::Unsigned,
        Slip::NoCall,
        Slip::LateRelay,
    ];
}

/// A visit as planned.
struct Plan {
    day: NaiveDate,
    method: Method,
    accompanied: bool,
    signed: bool,
    submitted: NaiveDate,
}

/// Somebody who is looked after since their first purchase.
pub struct Client<'p> {
    pub person: &'p Person,
    pub bought: NaiveDate,
    pub keeper: Keeper,
    pub slip: Option<Slip>,
    /// From that day on nobody comes or calls.
    pub until: NaiveDate,
}

impl Client<'_> {
    /// A customer of that specialist, of whom nothing is forgotten.
    pub fn of<'p>(person: &'p Person, bought: NaiveDate, staff: &'static str) -> Client<'p> {
        Client { person, bought, keeper: Keeper::of(staff), slip: None, until: later(LAST, 1) }
    }

    /// Writes down everything that is done for them.
    pub fn look_after(&self, diary: &mut Diary, dice: &mut Dice) {
        let mut plans = self.visits(dice);
        for month in self.months() {
            self.call(month, diary, &mut plans, dice);
        }
        for plan in plans.iter().filter(|plan| plan.day < self.until && plan.submitted <= LAST) {
            self.write(plan, diary, dice);
        }
    }

    /// The months after that of the purchase.
    fn months(&self) -> impl Iterator<Item = NaiveDate> {
        let first = month_start(self.bought);
        (1..).map(move |nth| months_after(first, nth)).take_while(|month| *month <= LAST)
    }

    fn forgets(&self, slip: Slip) -> bool {
        self.slip == Some(slip)
    }

    fn visits(&self, dice: &mut Dice) -> Vec<Plan> {
        let mut plans = Vec::new();
        let first = if self.forgets(Slip::NoFirstVisit) { (4, 4) } else { (0, 2) };
        let late = if self.forgets(Slip::LateForm) { 3 + dice.below(3) as u64 } else { 0 };
        plans.extend(
            self.plan(first, dice)
                .map(|plan| Plan { submitted: working(plan.day.max(later(self.bought, late))), ..plan }),
        );
        if !self.forgets(Slip::NoSecondVisit) {
            let accompanied = !self.forgets(Slip::NoExpert);
            plans.extend(self.plan((5, 9), dice).map(|plan| Plan { accompanied, ..plan }));
        }
        if !self.forgets(Slip::NoThirdVisit) {
            plans.extend(self.plan((16, 30), dice));
        }
        for (nth, month) in self.months().enumerate() {
            if nth == 0 && self.forgets(Slip::NoMonth) {
                plans.retain(|plan| month_start(plan.day) != month);
            } else if !plans.iter().any(|plan| month_start(plan.day) == month) {
                let days = working_days(later(month, 3), month_end(month));
                let method = if dice.chance(70) { Method::Home } else { Method::Phone };
                plans.extend(dice.pick(&days).and_then(|day| self.on(day)).map(|plan| Plan { method, ..plan }));
            }
            if nth == 0 && self.forgets(Slip::Unsigned) {
                plans.iter_mut().filter(|plan| month_start(plan.day) == month).for_each(|plan| plan.signed = false);
            }
        }
        plans
    }

    /// A home visit on some day so many days after the purchase.
    fn plan(&self, (from, to): (u64, u64), dice: &mut Dice) -> Option<Plan> {
        let days = working_days(later(self.bought, from), later(self.bought, to));
        self.on(dice.pick(&days)?)
    }

    fn on(&self, day: NaiveDate) -> Option<Plan> {
        let day = self.keeper.day(day)?;
        Some(Plan { day, method: Method::Home, accompanied: false, signed: true, submitted: day })
    }

    fn call(&self, month: NaiveDate, diary: &mut Diary, plans: &mut Vec<Plan>, dice: &mut Dice) {
        let days = working_days(later(month, 4), month_end(month));
        let Some(day) = dice.pick(&days).filter(|day| *day < self.until) else { return };
        let Some(specialist) = self.keeper.on(self.bought) else { return };
        let is_first = month_start(months_after(self.bought, 1)) == month;
        if is_first && self.forgets(Slip::NoCall) {
            return;
        }
        let late = is_first && self.forgets(Slip::LateRelay);
        let problem = late || dice.chance(9);
        let needs_visit = problem && dice.chance(40);
        let hour = 9 + dice.below(8) as u32;
        let at = calendar::at(day, hour, dice.below(60) as u32);
        diary.expert_call(at, self.person, staff::expert(specialist), |call| {
            call.problem = problem;
            call.needs_visit = needs_visit;
            call.relayed = problem.then(|| if late { working(later(day, 1)) } else { day });
            call.note =
                problem.then(|| ["睡眠不好", "不会服用", "包装破损", "子女反对"][day.day() as usize % 4].to_owned());
        });
        if needs_visit {
            let days = working_days(day, later(day, 3));
            plans.extend(dice.pick(&days).and_then(|day| self.on(day)));
        }
    }

    fn write(&self, plan: &Plan, diary: &mut Diary, dice: &mut Dice) {
        let Some(staff) = self.keeper.on(plan.day) else { return };
        let known_by_other = self.person.others.first().filter(|_| plan.day.day().is_multiple_of(3));
        let reached_at = match known_by_other {
            Some(other) => &Person { phone: other.clone(), ..self.person.clone() },
            None => self.person,
        };
        if plan.method == Method::Phone && dice.chance(20) {
            diary.visit_with(calendar::earlier(plan.day, 1), self.person, staff, |row| {
                row.method = Some(Method::Phone);
                row.signed = false;
                row.result = Some(Outcome::NoAnswer);
                row.next_at = Some(plan.day);
                row.submitted = Some(plan.day);
            });
        }
        let satisfaction = [5, 5, 4, 4, 4, 3][dice.below(6)];
        diary.visit_with(plan.day, reached_at, staff, |row| {
            row.method = Some(plan.method);
            row.accompanied_by = plan.accompanied.then(|| StaffId::new(staff::expert(staff)));
            row.signed = plan.signed;
            row.submitted = Some(plan.submitted);
            row.result = (plan.method == Method::Phone).then_some(Outcome::Reached);
            row.satisfaction = Some(satisfaction);
            row.note = (satisfaction == 3).then(|| "说效果还不明显".to_owned());
        });
    }
}
