//! What will happen to a household by itself, and what prevents it.

use super::page_writer::{RowRef, Teller};
use crate::domain::{Message, StaffId};
use crate::policy::{Clause, KeepingAct, NextChange, Prospect};
use chrono::NaiveDate;
use serde::Serialize;

/// What happens by itself, when, and the one act that prevents it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextRow {
    /// The last day it is as it is.
    pub until: NaiveDate,
    /// From the as-of day to `until`.
    pub days_left: i64,
    /// What will happen, as an id.
    pub turn: &'static str,
    /// The clause by which it will.
    pub clause: Clause,
    /// Whose it is.
    pub staff: StaffId,
    /// The act that prevents it, as an id.
    pub act: &'static str,
    /// The row that set the day.
    pub row: Option<RowRef>,
    /// The sentence, in the reader's language.
    pub text: String,
}

/// The id of what happens.
pub(in crate::report) const fn turn_id(turn: NextChange) -> &'static str {
    match turn {
        NextChange::Lapses => "lapses",
        NextChange::OpensUnvisited => "opens-unvisited",
        NextChange::OpensReferral => "opens-referral",
        NextChange::Idle => "idle",
        NextChange::NotFollowedUp => "not-followed-up",
    }
}

/// The id of the act that prevents it.
pub(in crate::report) const fn act_id(act: KeepingAct) -> &'static str {
    match act {
        KeepingAct::Preheat => "preheat",
        KeepingAct::HomeVisit => "home-visit",
        KeepingAct::Touch => "touch",
        KeepingAct::FollowUp => "follow-up",
    }
}

impl Teller<'_> {
    /// What is told of a prospect on that day.
    pub fn next(&self, prospect: &Prospect, as_of: NaiveDate) -> NextRow {
        let after = prospect.until.succ_opt().unwrap_or(prospect.until);
        let days_left = (prospect.until - as_of).num_days();
        let message = match (prospect.turn, days_left) {
            (_, ..0) => Message::new("explain-next-past"),
            (NextChange::Lapses, 0) => Message::new("explain-next-claim-today"),
            (NextChange::Lapses, _) => Message::new("explain-next-claim"),
            (_, 0) => Message::new("explain-next-today"),
            (_, _) => Message::new("explain-next"),
        };
        let staff = self.presenter.staff(&prospect.staff);
        let turn = self.presenter.word("turn", turn_id(prospect.turn));
        let message = message
            .with("days", days_left.unsigned_abs())
            .show("until", prospect.until)
            .show("after", after)
            .with("staff", staff)
            .with("turn", turn)
            .with("act", self.presenter.word("keep", act_id(prospect.act)));
        NextRow {
            until: prospect.until,
            days_left,
            turn: turn_id(prospect.turn),
            clause: prospect.clause.clone(),
            staff: prospect.staff.clone(),
            act: act_id(prospect.act),
            row: prospect.row.and_then(|row| self.rows(&[row]).pop()),
            text: self.say(&message),
        }
    }
}
