//! What rows of several kinds say alike: whose they are, what they answer, how it ended, what makes two the same.

use super::Fact;
use crate::domain::{Kind, Outcome, StaffId};

impl Fact {
    /// The kind of ledger it stands in.
    pub const fn kind(&self) -> Kind {
        match self {
            Fact::Staff(_) => Kind::Staff,
            Fact::Wage(_) => Kind::Wage,
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

    /// Whose row it is: the `staff` column, of an expert call the `expert`. A roster row is nobody's.
    pub fn staff(&self) -> Option<&StaffId> {
        match self {
            Fact::Staff(_) | Fact::Complaint(_) | Fact::Stop(_) | Fact::Household(_) => None,
            Fact::Wage(row) => Some(&row.staff),
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

    /// The numbers of the tasks (回访单号) it answers, as written.
    pub fn task(&self) -> Option<&str> {
        match self {
            Fact::Preheat(row) => row.task.as_deref(),
            Fact::Visit(row) => row.task.as_deref(),
            Fact::ExpertCall(row) => row.task.as_deref(),
            Fact::Supervision(row) => row.task.as_deref(),
            _ => None,
        }
    }

    /// How the visit or call it tells of ended; none: nothing is said of that.
    pub fn result(&self) -> Option<Outcome> {
        match self {
            Fact::Preheat(row) => row.result,
            Fact::Visit(row) => row.result,
            Fact::ExpertCall(row) => row.result,
            Fact::Supervision(row) => row.result,
            _ => None,
        }
    }

    /// Whether it tells of an attempt only: somebody was sought and not reached.
    pub fn is_attempt(&self) -> bool {
        self.result().is_some_and(|result| result != Outcome::Reached)
    }

    /// The row as rows are compared, where it is not compared as it is: one call written down on two lists is one call,
    /// so the numbers of tasks are no part of it; nor is whether a roster's sheet had a column that the row leaves blank.
    pub fn compared(&self) -> Option<Self> {
        let asks_less = matches!(self, Fact::Staff(row) if !row.tells_left);
        (asks_less || self.task().is_some()).then(|| self.clone().content())
    }

    fn content(mut self) -> Self {
        match &mut self {
            Fact::Staff(row) => row.tells_left = true,
            Fact::Preheat(row) => row.task = None,
            Fact::Visit(row) => row.task = None,
            Fact::ExpertCall(row) => row.task = None,
            Fact::Supervision(row) => row.task = None,
            _ => {}
        }
        self
    }
}
