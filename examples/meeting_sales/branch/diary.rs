//! What happens at the branch, row by row, as it will stand in the ledgers.

use super::calendar::{LAST, Meeting, later};
use super::people::{Person, Town};
use super::staff::{self, CAO, FENG, LIN, YE};
use chrono::NaiveDate;
use huifang::domain::{
    Assignment, Attendance, Channel, Contact, ExpertCall, Fact, Handover, Invite, Kin, Method, Moment, Place, Preheat,
    Record, Return, Sale, Signup, StaffId, Stop, StopReason, Supervision, Visit,
};
use rust_decimal::Decimal;

/// The products, with the price of a box in yuan.
const PRODUCTS: [(&str, u32); 4] = [("灵芝孢子粉", 298), ("深海鱼油", 198), ("纳豆胶囊", 168), ("蜂胶软胶囊", 228)];

/// All rows so far, and everybody in them.
#[derive(Default)]
pub struct Diary {
    pub town: Town,
    records: Vec<Record>,
    families: usize,
    sales: usize,
}

impl Diary {
    /// The rows so far that have happened by the last evening.
    pub fn into_records(self) -> Vec<Record> {
        self.records.into_iter().filter(|record| record.at.is_none_or(|at| at.date <= LAST)).collect()
    }

    /// The rows so far, to be changed.
    pub fn records_mut(&mut self) -> &mut Vec<Record> {
        &mut self.records
    }

    /// The next number for a household (家庭编号).
    pub fn family(&mut self) -> String {
        self.families += 1;
        format!("JT{:04}", self.families)
    }

    /// Any row about a customer.
    pub fn row(&mut self, at: Moment, who: &Person, fact: Fact) {
        self.records.push(Record { at: Some(at), contact: Some(who.contact()), fact });
    }

    /// A row that names no customer.
    pub fn note(&mut self, at: Moment, fact: Fact) {
        self.records.push(Record { at: Some(at), contact: None, fact });
    }

    /// A registration, reported and entered the same day; `staff` empty: the customer came by themselves.
    pub fn signup(&mut self, at: Moment, who: &Person, channel: Channel, staff: &str) {
        self.signup_with(at, who, channel, staff, |_| ());
    }

    /// A registration with something more to say.
    pub fn signup_with(
        &mut self,
        at: Moment,
        who: &Person,
        channel: Channel,
        staff: &str,
        more: impl FnOnce(&mut Signup),
    ) {
        let mut signup = Signup {
            channel,
            staff: (!staff.is_empty()).then(|| StaffId::new(staff)),
            taken_by: Some(staff::name(if staff.is_empty() { YE } else { staff }).to_owned()),
            referrer: None,
            referrer_phone: Vec::new(),
            household: None,
            reported: Some(at.date),
            entered: Some(at.date),
            entered_by: Some(StaffId::new(YE)),
            stamped: true,
            gender: Some(who.gender.to_owned()),
            birthday: None,
            age: Some(who.age.to_string()),
            address: Some(who.address.clone()),
            occupation: Some(who.occupation.to_owned()),
            income: Some(who.income.to_owned()),
            interests: Some(who.interests.to_owned()),
        };
        more(&mut signup);
        let contact = Contact { others: who.others.clone(), ..who.contact() };
        self.records.push(Record { at: Some(at), contact: Some(contact), fact: Fact::Signup(signup) });
    }

    /// A referral (转介) that names its referrer with a number.
    pub fn referral(&mut self, at: Moment, who: &Person, staff: &str, by: &Person) {
        self.signup_with(at, who, Channel::Referral, staff, |row| {
            row.referrer = Some(by.name.clone());
            row.referrer_phone = vec![by.phone.clone()];
        });
    }

    pub fn preheat(&mut self, at: Moment, who: &Person, staff: &str) {
        let method = Some(if at.time.is_none() { Method::Home } else { Method::Phone });
        let fact = Preheat {
            staff: StaffId::new(staff),
            method,
            reported: Some(at.date),
            stamped: true,
            result: None,
            task: None,
            note: None,
        };
        self.row(at, who, Fact::Preheat(fact));
    }

    pub fn invite(&mut self, day: NaiveDate, who: &Person, staff: &str, to: Meeting) {
        let fact = Invite { staff: StaffId::new(staff), event: Some(to.name()) };
        self.row(Moment::day(day), who, Fact::Invite(fact));
    }

    /// Somebody comes to a meeting; `staff` empty: nobody brought them.
    pub fn attend(&mut self, to: Meeting, who: &Person, staff: &str) {
        let brought = (!staff.is_empty()).then(|| StaffId::new(staff));
        let spoke = self.records.len().is_multiple_of(9);
        let minute = 20 + self.records.len() as u32 % 35;
        let fact = Attendance { staff: brought, event: Some(to.name()), spoke };
        self.row(super::calendar::at(to.day, 8, minute), who, Fact::Attendance(fact));
    }

    /// Boxes sold at a meeting; the list is handed in the next day and entered at once.
    pub fn sell(&mut self, at: Meeting, who: &Person, staff: &str, boxes: u32) {
        let listed = later(at.day, 1);
        self.sale(at.day, who, staff, boxes, |row| {
            row.event = Some(at.name());
            row.handed_in = Some(listed);
            row.handed_in_by = Some(StaffId::new(list_keeper(staff, at.day)));
            row.entered = Some(listed);
            row.entered_by = Some(StaffId::new(YE));
            row.to_expert = Some(listed);
        });
    }

    /// Boxes sold elsewhere.
    pub fn sell_at(&mut self, place: Place, day: NaiveDate, who: &Person, staff: &str, boxes: u32) {
        self.sale(day, who, staff, boxes, |row| row.place = Some(place));
    }

    fn sale(&mut self, day: NaiveDate, who: &Person, staff: &str, boxes: u32, more: impl FnOnce(&mut Sale)) {
        let (product, price) = PRODUCTS[self.sales % PRODUCTS.len()];
        self.sales += 1;
        let mut sale = Sale {
            product: Some(product.to_owned()),
            boxes: Some(boxes),
            amount: Some(Decimal::from(price * boxes)),
            staff: StaffId::new(staff),
            expert: Some(StaffId::new(staff::expert(staff))),
            place: None,
            event: None,
            handed_in: None,
            handed_in_by: None,
            entered: None,
            entered_by: None,
            to_expert: None,
        };
        more(&mut sale);
        self.row(Moment::day(day), who, Fact::Sale(sale));
    }

    /// A home visit whose form is signed and handed in the same day.
    pub fn visit(&mut self, day: NaiveDate, who: &Person, staff: &str) {
        self.visit_with(day, who, staff, |_| ());
    }

    /// A home visit with something more to say.
    pub fn visit_with(&mut self, day: NaiveDate, who: &Person, staff: &str, more: impl FnOnce(&mut Visit)) {
        let mut visit = Visit {
            staff: StaffId::new(staff),
            method: Some(Method::Home),
            accompanied_by: None,
            signed: true,
            submitted: Some(day),
            result: None,
            next_at: None,
            satisfaction: None,
            problem: None,
            task: None,
            note: None,
        };
        more(&mut visit);
        self.row(Moment::day(day), who, Fact::Visit(visit));
    }

    /// An expert's call; where nothing more is said it found nothing wrong.
    pub fn expert_call(&mut self, at: Moment, who: &Person, expert: &str, more: impl FnOnce(&mut ExpertCall)) {
        let mut call = ExpertCall {
            expert: StaffId::new(expert),
            problem: false,
            relayed: None,
            needs_visit: false,
            solved: None,
            result: Some(huifang::domain::Outcome::Reached),
            next_at: None,
            task: None,
            note: None,
        };
        more(&mut call);
        self.row(at, who, Fact::ExpertCall(call));
    }

    /// The manager asks the customer whether they were visited.
    pub fn supervise(&mut self, day: NaiveDate, who: &Person, staff: &str, visited: bool) {
        let staff = StaffId::new(staff::manager(staff, day));
        let fact = Supervision { staff, visited, result: None, task: None, note: None };
        self.row(Moment::day(day), who, Fact::Supervision(fact));
    }

    pub fn assign(&mut self, day: NaiveDate, who: &Person, staff: &str, by: &str) {
        let fact = Assignment { staff: StaffId::new(staff), decided_by: Some(staff::name(by).to_owned()) };
        self.row(super::calendar::at(day, 9, 0), who, Fact::Assignment(fact));
    }

    pub fn hand_over(&mut self, day: NaiveDate, who: &Person, staff: &str) {
        let received_by = Some(staff::name(staff::manager(staff, day)).to_owned());
        self.row(Moment::day(day), who, Fact::Handover(Handover { staff: StaffId::new(staff), received_by }));
    }

    pub fn give_back(&mut self, day: NaiveDate, who: &Person, staff: &str, boxes: u32, reason: &str) {
        let fact = Return { boxes, amount: None, staff: Some(StaffId::new(staff)), reason: Some(reason.to_owned()) };
        self.row(Moment::day(day), who, Fact::Return(fact));
    }

    pub fn stop(&mut self, day: NaiveDate, who: &Person, reason: StopReason, resumed: Option<NaiveDate>) {
        self.row(Moment::day(day), who, Fact::Stop(Stop { reason: Some(reason), resumed }));
    }

    /// Two customers are of one family (家庭成员关系表).
    pub fn related(&mut self, day: NaiveDate, who: &Person, to: &Person, relation: &str) {
        let fact = Kin { related_phone: vec![to.phone.clone()], relation: Some(relation.to_owned()) };
        let contact = Contact { customer: None, ..who.contact() };
        self.records.push(Record { at: Some(Moment::day(day)), contact: Some(contact), fact: Fact::Household(fact) });
    }
}

/// Who hands in the sales list of somebody's department.
fn list_keeper(staff: &str, on: NaiveDate) -> &'static str {
    match staff::department(staff, on) {
        staff::FIRST_DEPARTMENT => LIN,
        staff::SECOND_DEPARTMENT => FENG,
        _ => CAO,
    }
}
