//! From a row's values to what it says: one reading per kind of ledger.

use crate::domain::Field;
use crate::domain::{
    Assignment, Attendance, Channel, Complaint, Contact, ExpertCall, Fact, Handover, Invite, Kin, Kind, Message,
    Method, Moment, Phone, Place, Preheat, Record, Return, Sale, Service, Signup, StaffId, StaffRow, Stop, Supervision,
    Visit, Wage,
};
use crate::ingest::row::dates::DateWindow;
use crate::ingest::row::finding;
use crate::ingest::row::typing::Typing;

/// What the row says, unless something is wrong with it; then the problems are in `row`.
pub fn read(row: &mut Typing<'_>) -> Option<Record> {
    row.refuse_unusable();
    row.compare_twins();
    let record = match row.kind() {
        Kind::Staff => staff(row),
        Kind::Wage => wage(row),
        Kind::Signup => signup(row),
        Kind::Preheat => preheat(row),
        Kind::Invite => invite(row),
        Kind::Attendance => attendance(row),
        Kind::Sale => sale(row),
        Kind::Return => returned(row),
        Kind::Visit => visit(row),
        Kind::ExpertCall => expert_call(row),
        Kind::Supervision => supervision(row),
        Kind::Complaint => complaint(row),
        Kind::Assignment => assignment(row),
        Kind::Handover => handover(row),
        Kind::Stop => stop(row),
        Kind::Household => household(row),
        Kind::Finding => finding::read(row),
        Kind::Service => service(row),
    };
    record.filter(|_| row.problems.is_empty())
}

/// When, and whose: what nearly every ledger begins with.
fn head(row: &mut Typing<'_>) -> (Option<Moment>, Option<Contact>) {
    let at = row.moment(Field::At, DateWindow::Usual);
    let at = row.need(Field::At, at);
    let contact = row.contact();
    (at, row.need(Field::Phone, contact))
}

fn record(at: Option<Moment>, contact: Option<Contact>, fact: Fact) -> Option<Record> {
    Some(Record { at: Some(at?), contact: Some(contact?), fact })
}

fn staff(row: &mut Typing<'_>) -> Option<Record> {
    let staff_id = row.text(Field::StaffId);
    let staff_id = row.need(Field::StaffId, staff_id);
    let name = row.text(Field::Name);
    let name = row.need(Field::Name, name);
    let (role, position) = row.role(Field::Role);
    let department = row.text(Field::Department);
    let hired = row.day_in(Field::Hired, DateWindow::AnyPast);
    let left = row.day_in(Field::Left, DateWindow::AnyFuture);
    row.refuse_left_without_day(left);
    if let (Some(hired), Some(left)) = (hired, left)
        && left < hired
    {
        row.noted(Field::Left, Message::new("ingest-left-before-hired").show("left", left).show("hired", hired));
    }
    let reason = row.text(Field::Reason);
    let employment = row.text(Field::Employment);
    let monthly_wage = row.money(Field::Wage);
    let from = row.day_in(Field::From, DateWindow::AnyFuture);
    // A blank beside the day from which something holds says nothing of the last day.
    let tells_left = left.is_some() || (row.has(Field::Left) && from.is_none());
    let fact = Fact::Staff(StaffRow {
        staff_id: StaffId::new(&staff_id?),
        name: name?,
        role,
        position,
        department,
        hired,
        left,
        reason,
        employment,
        monthly_wage,
        from,
        tells_left,
    });
    Some(Record { at: None, contact: None, fact })
}

fn wage(row: &mut Typing<'_>) -> Option<Record> {
    let staff = row.needed_staff(Field::Staff);
    let named = row.staff(Field::Name);
    if let (Some(staff), Some(named)) = (&staff, &named)
        && staff != named
    {
        row.wrong(Field::Name, Message::new("ingest-wage-of-two").show("staff", staff).show("named", named));
    }
    let month = row.month(Field::Month);
    let month = row.need(Field::Month, month);
    let payable = row.money(Field::Payable);
    let base = row.money(Field::Base);
    let fact = Fact::Wage(Wage { staff: staff?, month: month?, payable, base });
    Some(Record { at: None, contact: None, fact })
}

fn signup(row: &mut Typing<'_>) -> Option<Record> {
    let (at, contact) = head(row);
    let before = row.problems.len();
    let channel = row.word(Field::Channel);
    let channel_known = row.problems.len() == before;
    let channel = channel.unwrap_or(Channel::Other);
    let staff = row.staff(Field::Staff);
    let mute = matches!(channel, Channel::Store | Channel::PhoneResponse);
    if staff.is_none() && !mute && channel_known && row.is_blank(Field::Staff) {
        row.wrong(Field::Staff, Message::new("ingest-signup-nobody"));
    }
    let fact = Fact::Signup(Signup {
        channel,
        staff,
        taken_by: row.text(Field::TakenBy),
        referrer: row.text(Field::Referrer),
        referrer_phone: phones(row, Field::ReferrerPhone),
        household: row.text(Field::Household),
        reported: row.paper(Field::Reported, at),
        entered: row.paper(Field::Entered, at),
        entered_by: row.staff(Field::EnteredBy),
        stamped: row.yes(Field::Stamped, &["已盖章", "盖章", "已盖"], &["未盖章", "未盖"]),
        gender: row.text(Field::Gender),
        birthday: row.birthday(Field::Birthday),
        age: row.text(Field::Age),
        address: row.text(Field::Address),
        occupation: row.text(Field::Occupation),
        income: row.text(Field::Income),
        interests: row.text(Field::Interests),
    });
    record(at, contact, fact)
}

fn phones(row: &mut Typing<'_>, field: Field) -> Vec<Phone> {
    let Some(numbers) = row.phones(field) else { return Vec::new() };
    let mut all = vec![numbers.first];
    for phone in numbers.others {
        if !all.contains(&phone) {
            all.push(phone);
        }
    }
    all
}

fn preheat(row: &mut Typing<'_>) -> Option<Record> {
    let (at, contact) = head(row);
    let staff = row.needed_staff(Field::Staff);
    let method = row.word::<Method>(Field::Method);
    let result = row.word(Field::Result);
    let reported = row.paper(Field::Reported, at);
    let stamped = row.yes(Field::Stamped, &["已盖章", "盖章", "已盖"], &["未盖章", "未盖"]);
    let task = row.text(Field::Task);
    let note = row.note();
    record(at, contact, Fact::Preheat(Preheat { staff: staff?, method, reported, stamped, result, task, note }))
}

fn invite(row: &mut Typing<'_>) -> Option<Record> {
    let (at, contact) = head(row);
    let staff = row.needed_staff(Field::Staff);
    let event = row.text(Field::Event);
    record(at, contact, Fact::Invite(Invite { staff: staff?, event }))
}

fn attendance(row: &mut Typing<'_>) -> Option<Record> {
    let (at, contact) = head(row);
    let staff = row.staff(Field::Staff);
    let event = row.text(Field::Event);
    let spoke = row.yes(Field::Spoke, &["发言", "已发言"], &["未发言"]);
    record(at, contact, Fact::Attendance(Attendance { staff, event, spoke }))
}

fn sale(row: &mut Typing<'_>) -> Option<Record> {
    let (at, contact) = head(row);
    let boxes = row.signed_count(Field::Boxes);
    let back = boxes.is_some_and(|boxes| boxes < 0);
    let amount = if back { row.signed_money(Field::Amount).map(|it| it.abs()) } else { row.money(Field::Amount) };
    let boxes = boxes.and_then(|boxes| u32::try_from(boxes.unsigned_abs()).ok());
    let staff = row.needed_staff(Field::Staff);
    let sale = Sale {
        product: row.text(Field::Product),
        boxes,
        amount,
        staff: staff.clone().unwrap_or_else(|| StaffId::new("")),
        expert: row.staff(Field::Expert),
        // A blank says the same, and the same row is one row.
        place: row.word(Field::Place).filter(|place| *place != Place::Meeting),
        event: row.text(Field::Event),
        handed_in: row.paper(Field::HandedIn, at),
        handed_in_by: row.staff(Field::HandedInBy),
        entered: row.paper(Field::Entered, at),
        entered_by: row.staff(Field::EnteredBy),
        to_expert: row.paper(Field::ToExpert, at),
    };
    let staff = staff?;
    // Negative boxes are goods brought back.
    let fact = match boxes {
        Some(boxes) if back => Fact::Return(Return { boxes, amount, staff: Some(staff), reason: None }),
        _ => Fact::Sale(sale),
    };
    record(at, contact, fact)
}

fn returned(row: &mut Typing<'_>) -> Option<Record> {
    let (at, contact) = head(row);
    let boxes = row.count(Field::Boxes);
    let boxes = row.need(Field::Boxes, boxes);
    let amount = row.money(Field::Amount);
    let staff = row.staff(Field::Staff);
    let reason = row.text(Field::Reason);
    record(at, contact, Fact::Return(Return { boxes: boxes?, amount, staff, reason }))
}

fn visit(row: &mut Typing<'_>) -> Option<Record> {
    let (at, contact) = head(row);
    let staff = row.needed_staff(Field::Staff);
    let visit = Visit {
        staff: staff.clone().unwrap_or_else(|| StaffId::new("")),
        method: row.word::<Method>(Field::Method),
        accompanied_by: row.staff(Field::Accompanied),
        signed: row.yes(
            Field::Signed,
            &["本人", "手印", "本人签名", "本人手印", "按手印", "已签", "本人已签", "已签名"],
            &["家属代签", "代签", "家属", "他人代签", "拒签", "未签", "未签名", "没签"],
        ),
        submitted: row.paper(Field::Submitted, at),
        result: row.word(Field::Result),
        next_at: row.next_at(at),
        satisfaction: row.satisfaction(Field::Satisfaction),
        problem: row.text(Field::Problem),
        task: row.text(Field::Task),
        note: row.note(),
    };
    staff?;
    record(at, contact, Fact::Visit(visit))
}

fn expert_call(row: &mut Typing<'_>) -> Option<Record> {
    let (at, contact) = head(row);
    let expert = row.needed_staff(Field::Expert);
    let call = ExpertCall {
        expert: expert.clone().unwrap_or_else(|| StaffId::new("")),
        problem: row.yes(Field::Problem, &["有问题", "存在问题"], &["无问题", "没问题", "没有问题"]),
        relayed: row.paper(Field::Relayed, at),
        needs_visit: row.yes(
            Field::NeedsVisit,
            &["需要", "需", "需上门", "需要上门"],
            &["不需要", "不需", "无需", "无需上门"],
        ),
        solved: row.paper(Field::Solved, at),
        result: row.word(Field::Result),
        next_at: row.next_at(at),
        task: row.text(Field::Task),
        note: row.note(),
    };
    expert?;
    record(at, contact, Fact::ExpertCall(call))
}

fn supervision(row: &mut Typing<'_>) -> Option<Record> {
    let (at, contact) = head(row);
    let staff = row.needed_staff(Field::Staff);
    let visited = row.yes(Field::Visited, &["已上门", "上门"], &["未上门", "没上门"]);
    let result = row.word(Field::Result);
    let task = row.text(Field::Task);
    let note = row.note();
    record(at, contact, Fact::Supervision(Supervision { staff: staff?, visited, result, task, note }))
}

fn complaint(row: &mut Typing<'_>) -> Option<Record> {
    let at = row.moment(Field::At, DateWindow::Usual);
    let at = row.need(Field::At, at);
    let contact = row.contact();
    let fact = Fact::Complaint(Complaint {
        complainant: row.text(Field::Complainant),
        subject: row.text(Field::Subject),
        against: row.text(Field::Against),
        resolved: row.paper(Field::Resolved, at),
        followed_up: row.paper(Field::FollowedUp, at),
    });
    Some(Record { at: Some(at?), contact, fact })
}

fn assignment(row: &mut Typing<'_>) -> Option<Record> {
    let (at, contact) = head(row);
    let staff = row.needed_staff(Field::Staff);
    let decided_by = row.text(Field::DecidedBy);
    record(at, contact, Fact::Assignment(Assignment { staff: staff?, decided_by }))
}

fn handover(row: &mut Typing<'_>) -> Option<Record> {
    let (at, contact) = head(row);
    let staff = row.needed_staff(Field::Staff);
    let received_by = row.text(Field::ReceivedBy);
    record(at, contact, Fact::Handover(Handover { staff: staff?, received_by }))
}

fn stop(row: &mut Typing<'_>) -> Option<Record> {
    let (at, contact) = head(row);
    let reason = row.word(Field::Reason);
    let reason = row.need(Field::Reason, reason);
    let resumed = row.day_in(Field::Resumed, DateWindow::AnyFuture);
    if let (Some(at), Some(resumed)) = (at, resumed)
        && resumed < at.date
    {
        let message = Message::new("ingest-resumed-before-stop").show("resumed", resumed).show("stop", at.date);
        row.noted(Field::Resumed, message);
    }
    record(at, contact, Fact::Stop(Stop { reason, resumed }))
}

fn household(row: &mut Typing<'_>) -> Option<Record> {
    let at = row.moment(Field::At, DateWindow::Usual);
    let contact = row.contact();
    let contact = row.need(Field::Phone, contact);
    let related = phones(row, Field::RelatedPhone);
    let related = row.need(Field::RelatedPhone, Some(related).filter(|related| !related.is_empty()));
    let relation = row.text(Field::Relation);
    let fact = Fact::Household(Kin { related_phone: related?, relation });
    Some(Record { at, contact: Some(contact?), fact })
}

fn service(row: &mut Typing<'_>) -> Option<Record> {
    let (at, contact) = head(row);
    let kind = row.text(Field::Type);
    let kind = row.need(Field::Type, kind);
    let service = Service {
        r#type: kind.clone().unwrap_or_default(),
        staff: row.staff(Field::Staff),
        department: row.text(Field::Department),
        expires: row.day_in(Field::Expires, DateWindow::AnyFuture),
        amount: row.money(Field::Amount),
        note: row.note(),
    };
    kind?;
    record(at, contact, Fact::Service(service))
}
