//! One type per kind of ledger row, read and checked: staff are numbers, phones are digits, dates are days.

use super::{Channel, Kind, Method, Moment, Outcome, Phone, Place, Role, StaffId, StopReason, Verdict};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A ledger row as the journal keeps it. Two rows are the same row if their records are equal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// When it happened; rosters have none, kinship rows may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// The customer it is about; rosters have none, complaints and findings may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// What it says.
    pub fact: Fact,
}

/// How a row names its customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The name as written, trimmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// The first number in the row's phone cell.
    pub phone: Phone,
    /// Every other number given beside it, sorted: alternative phones (其他电话) and further numbers in the cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Phone>,
    /// The extension (分机), which is no part of the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<String>,
}

/// What a row says, by kind of ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    Staff(StaffRow),
    Signup(Signup),
    Preheat(Preheat),
    Invite(Invite),
    Attendance(Attendance),
    Sale(Sale),
    Return(Return),
    Visit(Visit),
    ExpertCall(ExpertCall),
    Supervision(Supervision),
    Complaint(Complaint),
    Assignment(Assignment),
    Handover(Handover),
    Stop(Stop),
    Household(Kin),
    Finding(Finding),
    Service(Service),
}

impl Fact {
    /// The kind of ledger it stands in.
    pub const fn kind(&self) -> Kind {
        match self {
            Fact::Staff(_) => Kind::Staff,
            Fact::Signup(_) => Kind::Signup,
            Fact::Preheat(_) => Kind::Preheat,
            Fact::Invite(_) => Kind::Invite,
            Fact::Attendance(_) => Kind::Attendance,
            Fact::Sale(_) => Kind::Sale,
            Fact::Return(_) => Kind::Return,
            Fact::Visit(_) => Kind::Visit,
            Fact::ExpertCall(_) => Kind::ExpertCall,
            Fact::Supervision(_) => Kind::Supervision,
            Fact::Complaint(_) => Kind::Complaint,
            Fact::Assignment(_) => Kind::Assignment,
            Fact::Handover(_) => Kind::Handover,
            Fact::Stop(_) => Kind::Stop,
            Fact::Household(_) => Kind::Household,
            Fact::Finding(_) => Kind::Finding,
            Fact::Service(_) => Kind::Service,
        }
    }

    /// The numbers of the tasks it answers (回访单号), as written.
    pub fn task(&self) -> Option<&str> {
        match self {
            Fact::Visit(row) => row.task.as_deref(),
            Fact::ExpertCall(row) => row.task.as_deref(),
            _ => None,
        }
    }

    /// Whose row it is: the `staff` column, of an expert call the `expert`. A roster row is nobody's.
    pub fn staff(&self) -> Option<&StaffId> {
        match self {
            Fact::Staff(_) | Fact::Complaint(_) | Fact::Stop(_) | Fact::Household(_) => None,
            Fact::Signup(row) => row.staff.as_ref(),
            Fact::Preheat(row) => Some(&row.staff),
            Fact::Invite(row) => Some(&row.staff),
            Fact::Attendance(row) => row.staff.as_ref(),
            Fact::Sale(row) => Some(&row.staff),
            Fact::Return(row) => row.staff.as_ref(),
            Fact::Visit(row) => Some(&row.staff),
            Fact::ExpertCall(row) => Some(&row.expert),
            Fact::Supervision(row) => Some(&row.staff),
            Fact::Assignment(row) => Some(&row.staff),
            Fact::Handover(row) => Some(&row.staff),
            Fact::Finding(row) => Some(&row.staff),
            Fact::Service(row) => row.staff.as_ref(),
        }
    }
}

impl Record {
    /// The same without the numbers of the tasks it answers, if it has any: they are no part of what it says.
    pub fn without_task(&self) -> Option<Record> {
        self.fact.task()?;
        let mut bare = self.clone();
        match &mut bare.fact {
            Fact::Visit(row) => row.task = None,
            Fact::ExpertCall(row) => row.task = None,
            _ => {}
        }
        Some(bare)
    }
}

macro_rules! facts {
    ($($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident : $type:ty),* $(,)? })+) => {
        $($(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name { $($(#[$fmeta])* pub $field: $type),* })+
    };
}

facts! {
    /// A member of staff (员工花名册). A later row of the same number replaces an earlier one.
    StaffRow {
        staff_id: StaffId,
        name: String,
        #[serde(default, skip_serializing_if = "Option::is_none")] role: Option<Role>,
        #[serde(default, skip_serializing_if = "Option::is_none")] department: Option<String>,
        /// First day employed; none: unbounded.
        #[serde(default, skip_serializing_if = "Option::is_none")] hired: Option<NaiveDate>,
        /// Last day employed; none: unbounded.
        #[serde(default, skip_serializing_if = "Option::is_none")] left: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")] reason: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] employment: Option<String>,
        /// Yuan a month.
        #[serde(default, skip_serializing_if = "Option::is_none")] monthly_wage: Option<Decimal>,
    }

    /// A registration (新增资源一览表): one specialist's claim (报名) of a customer.
    Signup {
        channel: Channel,
        #[serde(default, skip_serializing_if = "Option::is_none")] staff: Option<StaffId>,
        #[serde(default, skip_serializing_if = "Option::is_none")] taken_by: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] referrer: Option<String>,
        /// The referrer's numbers, the first one first.
        #[serde(default, skip_serializing_if = "Vec::is_empty")] referrer_phone: Vec<Phone>,
        #[serde(default, skip_serializing_if = "Option::is_none")] household: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] reported: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")] entered: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")] entered_by: Option<StaffId>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")] stamped: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")] gender: Option<String>,
        /// As written: it may be a year or a lunar date.
        #[serde(default, skip_serializing_if = "Option::is_none")] birthday: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] age: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] address: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] occupation: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] income: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] interests: Option<String>,
    }

    /// A first warm-up contact (预热情况统计表).
    Preheat {
        staff: StaffId,
        #[serde(default, skip_serializing_if = "Option::is_none")] method: Option<Method>,
        #[serde(default, skip_serializing_if = "Option::is_none")] reported: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")] stamped: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<String>,
    }

    /// An invitation to a meeting (邀约登记表).
    Invite {
        staff: StaffId,
        #[serde(default, skip_serializing_if = "Option::is_none")] event: Option<String>,
    }

    /// Somebody came to a meeting (到会签到表).
    Attendance {
        /// Who brought them; none: they came by themselves.
        #[serde(default, skip_serializing_if = "Option::is_none")] staff: Option<StaffId>,
        #[serde(default, skip_serializing_if = "Option::is_none")] event: Option<String>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")] spoke: bool,
    }

    /// A row of the sales list (出货名单).
    Sale {
        #[serde(default, skip_serializing_if = "Option::is_none")] product: Option<String>,
        /// Boxes sold; none counts as 0.
        #[serde(default, skip_serializing_if = "Option::is_none")] boxes: Option<u32>,
        /// Yuan.
        #[serde(default, skip_serializing_if = "Option::is_none")] amount: Option<Decimal>,
        staff: StaffId,
        #[serde(default, skip_serializing_if = "Option::is_none")] expert: Option<StaffId>,
        /// None: at a meeting, said or not.
        #[serde(default, skip_serializing_if = "Option::is_none")] place: Option<Place>,
        #[serde(default, skip_serializing_if = "Option::is_none")] event: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] handed_in: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")] handed_in_by: Option<StaffId>,
        #[serde(default, skip_serializing_if = "Option::is_none")] entered: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")] entered_by: Option<StaffId>,
        #[serde(default, skip_serializing_if = "Option::is_none")] to_expert: Option<NaiveDate>,
    }

    /// Boxes brought back (退货登记表); also a sales row with negative boxes.
    Return {
        boxes: u32,
        /// Yuan.
        #[serde(default, skip_serializing_if = "Option::is_none")] amount: Option<Decimal>,
        #[serde(default, skip_serializing_if = "Option::is_none")] staff: Option<StaffId>,
        #[serde(default, skip_serializing_if = "Option::is_none")] reason: Option<String>,
    }

    /// A follow-up visit (客户回访表), at home or otherwise.
    Visit {
        staff: StaffId,
        /// None is not a home visit.
        #[serde(default, skip_serializing_if = "Option::is_none")] method: Option<Method>,
        #[serde(default, skip_serializing_if = "Option::is_none")] accompanied_by: Option<StaffId>,
        /// Whether the customer signed in person.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")] signed: bool,
        /// The day the form was handed in; none: the visit's own day.
        #[serde(default, skip_serializing_if = "Option::is_none")] submitted: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")] result: Option<Outcome>,
        #[serde(default, skip_serializing_if = "Option::is_none")] next_at: Option<NaiveDate>,
        /// 1 to 5.
        #[serde(default, skip_serializing_if = "Option::is_none")] satisfaction: Option<u8>,
        #[serde(default, skip_serializing_if = "Option::is_none")] problem: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] task: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<String>,
    }

    /// An expert's telephone call (专家电话回访表).
    ExpertCall {
        expert: StaffId,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")] problem: bool,
        /// The day the problem was told to the specialist.
        #[serde(default, skip_serializing_if = "Option::is_none")] relayed: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")] needs_visit: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")] solved: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")] result: Option<Outcome>,
        #[serde(default, skip_serializing_if = "Option::is_none")] next_at: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")] task: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<String>,
    }

    /// A manager's supervision call (部长监督电话登记表).
    Supervision {
        staff: StaffId,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")] visited: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<String>,
    }

    /// A complaint (投诉登记表), of a customer or a member of staff.
    Complaint {
        #[serde(default, skip_serializing_if = "Option::is_none")] complainant: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] subject: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] against: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] resolved: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")] followed_up: Option<NaiveDate>,
    }

    /// The company gives a household to a specialist (资源分配登记表).
    Assignment {
        /// Who receives it.
        staff: StaffId,
        #[serde(default, skip_serializing_if = "Option::is_none")] decided_by: Option<String>,
    }

    /// A leaver hands a household over (离职交接表).
    Handover {
        /// Who hands it over.
        staff: StaffId,
        #[serde(default, skip_serializing_if = "Option::is_none")] received_by: Option<String>,
    }

    /// Visits to a customer stop (停访登记表).
    Stop {
        #[serde(default, skip_serializing_if = "Option::is_none")] reason: Option<StopReason>,
        /// The first day that is no longer stopped.
        #[serde(default, skip_serializing_if = "Option::is_none")] resumed: Option<NaiveDate>,
    }

    /// Two phones of one family (家庭成员关系表). The first is the record's contact.
    Kin {
        /// The relative's numbers, the first one first.
        related_phone: Vec<Phone>,
        #[serde(default, skip_serializing_if = "Option::is_none")] relation: Option<String>,
    }

    /// What a manager found (违规处理登记表).
    Finding {
        staff: StaffId,
        /// The offence's id in the policy.
        offence: String,
        #[serde(default, skip_serializing_if = "Option::is_none")] concerning: Option<String>,
        /// Customers concerned; none counts as 1.
        #[serde(default, skip_serializing_if = "Option::is_none")] customers: Option<u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")] boxes: Option<u32>,
        /// Yuan, inside the offence's range.
        #[serde(default, skip_serializing_if = "Option::is_none")] amount: Option<Decimal>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")] severe: bool,
        /// The id of the violation it decides; none: it is a violation of its own.
        #[serde(default, skip_serializing_if = "Option::is_none")] violation: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] verdict: Option<Verdict>,
        #[serde(default, skip_serializing_if = "Option::is_none")] decided_by: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<String>,
    }

    /// Something other houses' rules start from (服务记录).
    Service {
        /// The type of the matter, as written.
        r#type: String,
        #[serde(default, skip_serializing_if = "Option::is_none")] staff: Option<StaffId>,
        #[serde(default, skip_serializing_if = "Option::is_none")] department: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")] expires: Option<NaiveDate>,
        /// Yuan.
        #[serde(default, skip_serializing_if = "Option::is_none")] amount: Option<Decimal>,
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<String>,
    }
}

impl Sale {
    /// Whether it was sold at a meeting (会场): said so, or nothing said.
    pub fn at_meeting(&self) -> bool {
        self.place.is_none_or(|place| place == super::Place::Meeting)
    }
}
