//! Whom a roster changes: what it said of somebody before, and what it says now.

use super::held::heading;
use crate::domain::{Books, Entry, Fact, Kind, Message, Record, Seq, StaffId, StaffRow};
use crate::policy::Roster;
use crate::texts::Texts;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What the roster says anew of somebody who was on it before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RosterChange {
    pub staff: StaffId,
    pub name: String,
    /// The column.
    pub field: &'static str,
    pub before: Option<String>,
    pub after: Option<String>,
    /// The first day it holds on, where the roster names one; none: it has always been so.
    pub from: Option<NaiveDate>,
}

/// So many people may change without somebody being asked first.
const FEW: usize = 3;
/// So many changes are shown; the rest is counted.
const SHOWN: usize = 20;

/// How many members of staff the roster says something new of.
pub fn people(changes: &[RosterChange]) -> usize {
    changes.chunk_by(|a, b| a.staff == b.staff).count()
}

/// Whether more than a few people change.
pub fn are_many(changes: &[RosterChange]) -> bool {
    people(changes) > FEW
}

/// What is said anew of those who were on the roster before, by number of staff, in the order of its columns. Who is new
/// on it replaces nobody, and who is not on the new sheet stays as they were.
pub fn changes(before: &[StaffRow], after: &[StaffRow], today: NaiveDate) -> Vec<RosterChange> {
    let mut found: BTreeMap<(StaffId, usize), RosterChange> = BTreeMap::new();
    let (old, new) = (Roster::of(&books(before)), Roster::of(&books(after)));
    let named: BTreeSet<NaiveDate> = before.iter().chain(after).filter_map(|row| row.from).collect();
    let eve = named.first().and_then(NaiveDate::pred_opt).unwrap_or(today);
    // Between two of these days nothing changes that the roster does not say today, too.
    for day in [eve.min(today), today].into_iter().chain(named.iter().copied()).collect::<BTreeSet<_>>() {
        let on_day: BTreeMap<StaffId, StaffRow> = old.on(day).map(|row| (row.staff_id.clone(), row)).collect();
        for row in new.on(day) {
            let Some(old) = on_day.get(&row.staff_id) else { continue };
            for (place, ((field, before), (_, after))) in said(old).into_iter().zip(said(&row)).enumerate() {
                if before != after {
                    let from = named.contains(&day).then_some(day);
                    let (staff, name) = (row.staff_id.clone(), row.name.clone());
                    let change = RosterChange { staff: staff.clone(), name, field, before, after, from };
                    found.entry((staff, place)).or_insert(change);
                }
            }
        }
    }
    found.into_values().collect()
}

/// The columns of the roster as that row has them.
fn said(row: &StaffRow) -> [(&'static str, Option<String>); 7] {
    let post = row.role.map(|role| role.id().to_owned()).or_else(|| row.position.clone());
    [
        ("name", Some(row.name.clone())),
        ("role", post),
        ("department", row.department.clone()),
        ("hired", row.hired.map(|day| day.to_string())),
        ("left", row.left.map(|day| day.to_string())),
        ("employment", row.employment.clone()),
        ("monthly_wage", row.monthly_wage.map(|wage| wage.normalize().to_string())),
    ]
}

/// A roster alone, as books.
fn books(rows: &[StaffRow]) -> Books {
    let entry = |(seq, row): (Seq, &StaffRow)| Entry {
        seq,
        source: 0,
        line: 0,
        record: Record { at: None, contact: None, fact: Fact::Staff(row.clone()) },
    };
    Books { entries: (1..).zip(rows).map(entry).collect(), ..Books::default() }
}

/// What is said before it is done: how many people change, then old → new for each of them and each column.
pub fn told(changes: &[RosterChange], texts: &Texts) -> Vec<Message> {
    if changes.is_empty() {
        return Vec::new();
    }
    let head = Message::new("cli-roster-changes").with("count", people(changes));
    let lines = changes.iter().take(SHOWN).map(|change| line(change, texts));
    let more = changes.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| Message::new("cli-roster-more").with("count", more));
    std::iter::once(head).chain(lines).chain(more).collect()
}

/// What the log says of an import, with how many people of the roster it changed.
pub fn in_log(log: Message, changes: &[RosterChange]) -> Message {
    match people(changes) {
        0 => log,
        people => Message::new("cli-roster-log").with("log", log).with("people", people),
    }
}

fn line(change: &RosterChange, texts: &Texts) -> Message {
    let value = |value: &Option<String>| match value {
        None => texts.get("cli-roster-blank"),
        Some(id) if change.field == "role" => texts.find(&format!("report-role-{id}")).unwrap_or_else(|| id.clone()),
        Some(value) => value.clone(),
    };
    let message = match change.from {
        Some(day) => Message::new("cli-roster-change-from").show("from", day),
        None => Message::new("cli-roster-change"),
    };
    let message = message.with("staff", change.staff.as_str()).with("name", change.name.as_str());
    let message = message.with("field", heading(Kind::Staff, change.field, texts));
    message.with("before", value(&change.before)).with("after", value(&change.after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: &str, name: &str, department: &str, wage: i64, from: &str) -> StaffRow {
        StaffRow {
            department: (!department.is_empty()).then(|| department.to_owned()),
            monthly_wage: (wage > 0).then(|| wage.into()),
            from: from.parse().ok(),
            ..StaffRow::named(number, name)
        }
    }

    fn said(before: &[StaffRow], new: &[StaffRow]) -> Vec<String> {
        let after = [before, new].concat();
        let texts = Texts::new(crate::domain::Lang::Zh);
        let changes = changes(before, &after, "2026-11-20".parse().unwrap());
        changes.iter().map(|change| texts.say(&line(change, &texts)).trim().to_owned()).collect()
    }

    #[test]
    fn only_what_differs_is_said_of_those_who_were_there() {
        let before = [row("1001", "张建国", "一部", 4600, ""), row("1002", "李秋兰", "一部", 4000, "")];
        assert_eq!(said(&before, &[row("1003", "王铁生", "二部", 5000, "")]), Vec::<String>::new());
        assert_eq!(said(&before, &before), Vec::<String>::new());
        assert_eq!(said(&before, &[row("1001", "张建国", "", 0, "")]), Vec::<String>::new());
        assert_eq!(
            said(&before, &[row("1002", "李秋兰", "二部", 4200, ""), row("1001", "张国建", "一部", 4600, "")]),
            ["1001 张国建：姓名 张建国 → 张国建", "1002 李秋兰：部门 一部 → 二部", "1002 李秋兰：月工资 4000 → 4200"]
        );
    }

    #[test]
    fn a_transfer_changes_from_its_day_on() {
        let before = [row("1001", "张建国", "一部", 4600, "")];
        for day in ["2026-12-01", "2026-11-20", "2026-10-01"] {
            let said = said(&before, &[row("1001", "张建国", "二部", 0, day)]);
            assert_eq!(said, [format!("1001 张建国：部门 一部 → 二部（自 {day} 起）")]);
        }
    }

    #[test]
    fn somebody_leaves_and_four_are_many() {
        let before: Vec<StaffRow> = ["1", "2", "3", "4"].map(|id| row(id, "某", "一部", 4600, "")).into();
        let left = |row: &StaffRow| StaffRow { left: "2026-11-10".parse().ok(), ..row.clone() };
        assert_eq!(said(&before, &[left(&before[0])]), ["1 某：离职日期 （空） → 2026-11-10"]);
        let of = |count: usize| {
            let new: Vec<StaffRow> = before.iter().take(count).map(left).collect();
            changes(&before, &[&before[..], &new].concat(), "2026-11-20".parse().unwrap())
        };
        assert!(!are_many(&of(3)) && are_many(&of(4)));
    }
}
