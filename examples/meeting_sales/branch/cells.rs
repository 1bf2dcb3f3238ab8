//! Rows as clerks write them: Chinese headings, staff by name, words for ids.

use super::staff;
use chrono::NaiveDate;
use huifang::domain::{
    Channel, Contact, Fact, FieldValue, Method, Moment, Outcome, Phone, Place, Record, Role, Signup, StaffId,
    StopReason, Verdict, Visit,
};
use huifang::domain::{Finding, Lang, Sale, StaffRow};
use huifang::policy::Policy;
use rust_decimal::Decimal;

/// What stands in a cell.
#[derive(Clone)]
pub enum Cell {
    Blank,
    Text(String),
    Count(u32),
    Yuan(Decimal),
    Day(NaiveDate),
    Moment(Moment),
}

/// A row: each column's heading with what stands under it.
pub type Row = Vec<(&'static str, Cell)>;

/// The row for a record.
pub fn row(record: &Record, policy: &Policy) -> Row {
    let at = record.at.map_or(Cell::Blank, Cell::Moment);
    let contact = record.contact.as_ref();
    let (customer, phone) = (name_of(contact), phones_of(contact));
    match &record.fact {
        Fact::Staff(row) => staff_row(row),
        Fact::Wage(row) => vec![
            ("工号", Cell::Text(row.staff.to_string())),
            ("姓名", name(&row.staff)),
            ("月份", Cell::Text(row.month.to_string())),
            ("应发工资(元)", yuan(row.payable)),
            ("计薪基数(元)", yuan(row.base)),
        ],
        Fact::Signup(row) => signup_row(row, at, customer, contact),
        Fact::Preheat(row) => vec![
            ("预热时间", at),
            ("顾客姓名", customer),
            ("电话", phone),
            ("专员", name(&row.staff)),
            ("方式", word(row.method.map(method))),
            ("上报日期", day(row.reported)),
            ("盖章", yes(row.stamped)),
        ],
        Fact::Invite(row) => vec![
            ("邀约日期", at),
            ("顾客姓名", customer),
            ("电话", phone),
            ("专员", name(&row.staff)),
            ("会议", text(&row.event)),
        ],
        Fact::Attendance(row) => vec![
            ("签到时间", at),
            ("姓名", customer),
            ("联系电话", phone),
            ("邀请专员", maybe_name(row.staff.as_ref())),
            ("会议", text(&row.event)),
            ("是否发言", word(row.spoke.then_some("是"))),
        ],
        Fact::Sale(row) => sale_row(row, at, customer, phone),
        Fact::Return(row) => vec![
            ("退货日期", at),
            ("顾客姓名", customer),
            ("电话", phone),
            ("盒数", Cell::Count(row.boxes)),
            ("专员", maybe_name(row.staff.as_ref())),
            ("退货原因", text(&row.reason)),
        ],
        Fact::Visit(row) => visit_row(row, at, customer, phone),
        Fact::ExpertCall(row) => vec![
            ("通话时间", at),
            ("顾客姓名", customer),
            ("电话", phone),
            ("专家", name(&row.expert)),
            ("结果", word(row.result.map(outcome))),
            ("有无问题", word(Some(if row.problem { "有" } else { "无" }))),
            ("告知专员日期", day(row.relayed)),
            ("需上门", word(row.needs_visit.then_some("是"))),
            ("备注", text(&row.note)),
        ],
        Fact::Supervision(row) => vec![
            ("电话日期", at),
            ("顾客姓名", customer),
            ("电话", phone),
            ("部长", name(&row.staff)),
            ("是否上门", yes(row.visited)),
        ],
        Fact::Complaint(row) => vec![
            ("投诉日期", at),
            ("投诉人", text(&row.complainant)),
            ("电话", phone),
            ("事由", text(&row.subject)),
            ("被投诉人", text(&row.against)),
            ("处理完结日期", day(row.resolved)),
            ("投诉回访日期", day(row.followed_up)),
        ],
        Fact::Assignment(row) => vec![
            ("分配时间", at),
            ("顾客姓名", customer),
            ("电话", phone),
            ("接收专员", name(&row.staff)),
            ("分配人", text(&row.decided_by)),
        ],
        Fact::Handover(row) => vec![
            ("交接日期", at),
            ("顾客姓名", customer),
            ("电话", phone),
            ("交出人", name(&row.staff)),
            ("接收人", text(&row.received_by)),
        ],
        Fact::Stop(row) => vec![
            ("停访日期", at),
            ("顾客姓名", customer),
            ("电话", phone),
            ("原因", word(row.reason.map(reason))),
            ("恢复日期", day(row.resumed)),
        ],
        Fact::Household(row) => vec![
            ("电话", phone),
            ("亲属电话", row.related_phone.first().map_or(Cell::Blank, |phone| Cell::Text(spelled(phone)))),
            ("关系", text(&row.relation)),
            ("登记日期", at),
        ],
        Fact::Finding(row) => finding_row(row, at, phone, policy),
        // Ledgers that this branch does not keep are written as their columns say.
        fact => fact.kind().columns().iter().map(|of| (of.heading(), written(record.value(of.field)))).collect(),
    }
}

/// A value as its ledger says it.
fn written(value: Option<FieldValue<'_>>) -> Cell {
    match value {
        None | Some(FieldValue::YesNo(false)) => Cell::Blank,
        Some(FieldValue::YesNo(true)) => Cell::Text("是".to_owned()),
        Some(FieldValue::Text(text)) => Cell::Text(text.to_owned()),
        Some(FieldValue::Word(id)) => Cell::Text(id.to_owned()),
        Some(FieldValue::Day(day)) => Cell::Day(day),
        Some(FieldValue::Moment(moment)) => Cell::Moment(moment),
        Some(FieldValue::Month(month)) => Cell::Text(month.to_string()),
        Some(FieldValue::Number(number) | FieldValue::Money(number)) => Cell::Text(number.to_string()),
        Some(FieldValue::Phones(phones)) => phones.first().map_or(Cell::Blank, |phone| Cell::Text(spelled(phone))),
        Some(FieldValue::Staff(staff)) => name(staff),
    }
}

fn staff_row(row: &StaffRow) -> Row {
    let role = row.role.map(|role| match role {
        Role::Specialist => "服务专员",
        Role::Expert => "咨询专家",
        Role::Manager => "部门经理",
        Role::Aftersales => "售后部经理",
        Role::Clerk => "数据员",
    });
    vec![
        ("工号", Cell::Text(row.staff_id.to_string())),
        ("姓名", Cell::Text(row.name.clone())),
        ("岗位", word(role)),
        ("部门", text(&row.department)),
        ("入职日期", day(row.hired)),
        ("离职日期", day(row.left)),
        ("离职原因", text(&row.reason)),
        ("用工类型", text(&row.employment)),
        ("月工资(元)", yuan(row.monthly_wage)),
        ("生效日期", day(row.from)),
    ]
}

fn signup_row(row: &Signup, at: Cell, customer: Cell, contact: Option<&Contact>) -> Row {
    let channel = match row.channel {
        Channel::Flyer => "单子",
        Channel::Scattered => "散收",
        Channel::Store => "专卖店回馈",
        Channel::PhoneResponse => "电话回馈",
        Channel::Community => "社区",
        Channel::Referral => "转介",
        Channel::Other => "其他",
    };
    let others = contact.map(|contact| contact.others.iter().map(spelled).collect::<Vec<_>>().join("、"));
    vec![
        ("报名时间", at),
        ("顾客姓名", customer),
        ("性别", text(&row.gender)),
        ("年龄", text(&row.age)),
        ("电话", contact.map_or(Cell::Blank, |contact| Cell::Text(spelled(&contact.phone)))),
        ("其他电话", text(&others)),
        ("地址", text(&row.address)),
        ("职业", text(&row.occupation)),
        ("收入", text(&row.income)),
        ("兴趣", text(&row.interests)),
        ("来源", word(Some(channel))),
        ("专员", maybe_name(row.staff.as_ref())),
        ("登记人", text(&row.taken_by)),
        ("介绍人", text(&row.referrer)),
        ("介绍人电话", row.referrer_phone.first().map_or(Cell::Blank, |phone| Cell::Text(spelled(phone)))),
        ("家庭编号", text(&row.household)),
        ("上报日期", day(row.reported)),
        ("录入日期", day(row.entered)),
        ("录入人", maybe_name(row.entered_by.as_ref())),
        ("盖章", yes(row.stamped)),
    ]
}

fn sale_row(row: &Sale, at: Cell, customer: Cell, phone: Cell) -> Row {
    let place = match row.place.unwrap_or(Place::Meeting) {
        Place::Meeting => "会场",
        Place::Store => "专卖店",
        Place::Home => "上门",
        Place::Phone => "电话",
    };
    vec![
        ("出货日期", at),
        ("顾客姓名", customer),
        ("电话", phone),
        ("产品", text(&row.product)),
        ("盒数", row.boxes.map_or(Cell::Blank, Cell::Count)),
        ("金额(元)", yuan(row.amount)),
        ("专员", name(&row.staff)),
        ("咨询专家", maybe_name(row.expert.as_ref())),
        ("出货地点", word(Some(place))),
        ("会议", text(&row.event)),
        ("名单上交日期", day(row.handed_in)),
        ("交单人", maybe_name(row.handed_in_by.as_ref())),
        ("录入日期", day(row.entered)),
        ("录入人", maybe_name(row.entered_by.as_ref())),
        ("转交专家日期", day(row.to_expert)),
    ]
}

fn visit_row(row: &Visit, at: Cell, customer: Cell, phone: Cell) -> Row {
    vec![
        ("回访日期", at),
        ("顾客姓名", customer),
        ("电话", phone),
        ("专员", name(&row.staff)),
        ("方式", word(row.method.map(method))),
        ("陪同专家", maybe_name(row.accompanied_by.as_ref())),
        ("本人签名", word(Some(if row.signed { "本人" } else { "无" }))),
        ("交回日期", day(row.submitted)),
        ("结果", word(row.result.map(outcome))),
        ("下次回访日期", day(row.next_at)),
        ("满意度", row.satisfaction.map_or(Cell::Blank, |grade| Cell::Count(grade.into()))),
        ("问题", text(&row.problem)),
        ("备注", text(&row.note)),
    ]
}

fn finding_row(row: &Finding, at: Cell, phone: Cell, policy: &Policy) -> Row {
    let title = policy.offence(&row.offence).map(|offence| offence.title.say(Lang::Zh).to_owned());
    let verdict = row.verdict.map(|verdict| match verdict {
        Verdict::Confirm => "属实",
        Verdict::Waive => "免予处理",
        Verdict::Adjust => "调整",
    });
    vec![
        ("认定日期", at),
        ("责任人", name(&row.staff)),
        ("违规类别", text(&title)),
        ("涉及员工", text(&row.concerning)),
        ("电话", phone),
        ("顾客数", row.customers.map_or(Cell::Blank, Cell::Count)),
        ("盒数", row.boxes.map_or(Cell::Blank, Cell::Count)),
        ("金额(元)", yuan(row.amount)),
        ("情节严重", word(row.severe.then_some("是"))),
        ("违规编号", text(&row.violation)),
        ("处理意见", word(verdict)),
        ("认定人", text(&row.decided_by)),
        ("备注", text(&row.note)),
    ]
}

fn name_of(contact: Option<&Contact>) -> Cell {
    contact.map_or(Cell::Blank, |contact| text(&contact.customer))
}

fn phones_of(contact: Option<&Contact>) -> Cell {
    contact.map_or(Cell::Blank, |contact| Cell::Text(spelled(&contact.phone)))
}

/// Landlines are written with a hyphen behind the area code.
fn spelled(phone: &Phone) -> String {
    match phone.as_str().split_at_checked(4) {
        Some((area, number)) if area.starts_with('0') => format!("{area}-{number}"),
        _ => phone.to_string(),
    }
}

fn name(staff: &StaffId) -> Cell {
    Cell::Text(staff::name(staff.as_str()).to_owned())
}

fn maybe_name(staff: Option<&StaffId>) -> Cell {
    staff.map_or(Cell::Blank, name)
}

fn text(text: &Option<String>) -> Cell {
    text.clone().filter(|text| !text.is_empty()).map_or(Cell::Blank, Cell::Text)
}

fn word(word: Option<&str>) -> Cell {
    word.map_or(Cell::Blank, |word| Cell::Text(word.to_owned()))
}

fn yes(is: bool) -> Cell {
    word(Some(if is { "是" } else { "否" }))
}

fn day(day: Option<NaiveDate>) -> Cell {
    day.map_or(Cell::Blank, Cell::Day)
}

fn yuan(amount: Option<Decimal>) -> Cell {
    amount.map_or(Cell::Blank, Cell::Yuan)
}

fn method(method: Method) -> &'static str {
    match method {
        Method::Home => "上门",
        Method::Phone => "电话",
        Method::Other => "其他",
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Reached => "已接通",
        Outcome::NoAnswer => "未接",
        Outcome::WrongNumber => "空号",
        Outcome::Refused => "拒访",
        Outcome::Postponed => "改约",
    }
}

fn reason(reason: StopReason) -> &'static str {
    match reason {
        StopReason::Deceased => "去世",
        StopReason::Moved => "搬离",
        StopReason::Refuses => "拒访",
        StopReason::NoContact => "要求勿扰",
        StopReason::Returned => "退货",
        StopReason::Other => "其他",
    }
}
