use super::words::ClosedList;
use serde::{Deserialize, Serialize};

/// A kind of ledger (台账): what its rows speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Staff,
    Wage,
    Signup,
    Preheat,
    Invite,
    Attendance,
    Sale,
    Return,
    Visit,
    ExpertCall,
    Supervision,
    Complaint,
    Assignment,
    Handover,
    Stop,
    Household,
    Finding,
    Service,
}

impl ClosedList for Kind {
    fn all() -> &'static [Self] {
        &Kind::ALL
    }

    fn list_id(self) -> &'static str {
        self.id()
    }
}

impl Kind {
    /// Every kind, in the order of the ledgers' documentation.
    pub const ALL: [Kind; 18] = [
        Kind::Staff,
        Kind::Wage,
        Kind::Signup,
        Kind::Preheat,
        Kind::Invite,
        Kind::Attendance,
        Kind::Sale,
        Kind::Return,
        Kind::Visit,
        Kind::ExpertCall,
        Kind::Supervision,
        Kind::Complaint,
        Kind::Assignment,
        Kind::Handover,
        Kind::Stop,
        Kind::Household,
        Kind::Finding,
        Kind::Service,
    ];

    /// The id used in files, JSON and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Staff => "staff",
            Kind::Wage => "wage",
            Kind::Signup => "signup",
            Kind::Preheat => "preheat",
            Kind::Invite => "invite",
            Kind::Attendance => "attendance",
            Kind::Sale => "sale",
            Kind::Return => "return",
            Kind::Visit => "visit",
            Kind::ExpertCall => "expert_call",
            Kind::Supervision => "supervision",
            Kind::Complaint => "complaint",
            Kind::Assignment => "assignment",
            Kind::Handover => "handover",
            Kind::Stop => "stop",
            Kind::Household => "household",
            Kind::Finding => "finding",
            Kind::Service => "service",
        }
    }

    /// The kind of that id.
    pub fn from_id(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Whether a row of this kind makes its household one that is listed (顾客台账).
    pub const fn is_customer(self) -> bool {
        !matches!(self, Kind::Staff | Kind::Wage | Kind::Household | Kind::Finding)
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}
