//! What the drop-downs offer: the house's staff and offences beside the words of the ledgers.

use super::content::offered;
use crate::domain::{ColumnType, Lang, Role, StaffId, StaffRow};
use crate::ingest::StaffFinder;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// What a house's templates are made from.
#[derive(Debug, Clone, Default)]
pub struct TemplateHouse {
    /// The roster's rows in journal order; none: there is no roster yet.
    pub staff: Vec<StaffRow>,
    /// The offences of the policy (违规类别), in its order.
    pub offences: Vec<OfferedOffence>,
    /// The day the templates are made for; none: everybody who was ever on the roster is offered.
    pub day: Option<NaiveDate>,
}

/// An offence as a template offers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedOffence {
    /// Its id in the policy.
    pub id: String,
    /// Its title in the language of the templates.
    pub title: String,
}

/// A member of staff as a template offers them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// What a cell must say for the reader to know them: the name, or the number where the name is not theirs alone.
    pub written: String,
    pub row: StaffRow,
}

/// Rows of somebody who has left still come in for a while, and a leaver hands over.
const REMEMBERED: Days = Days::new(92);

/// A drop-down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    pub items: Vec<String>,
    /// What happens to other words.
    pub others: OtherWords,
}

/// What a template does about a word that is not on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherWords {
    /// The reader would refuse it, and so does the template.
    Refused,
    /// It asks back: somebody may have joined since the template was made.
    Questioned,
    /// The list is a help only.
    Taken,
}

impl TemplateHouse {
    /// Those a template offers, by number.
    pub fn colleagues(&self) -> Vec<Colleague> {
        let mut latest: BTreeMap<&StaffId, &StaffRow> = BTreeMap::new();
        let mut roster = StaffFinder::default();
        for row in &self.staff {
            latest.insert(&row.staff_id, row);
            roster.add(row);
        }
        let since = self.day.and_then(|day| day.checked_sub_days(REMEMBERED));
        let is_offered = |row: &&StaffRow| row.left.is_none_or(|left| since.is_none_or(|since| left >= since));
        let offered = latest.into_values().filter(is_offered);
        let colleague = |row: &StaffRow| {
            let is_own = roster.resolve(&row.name).is_ok_and(|id| id == row.staff_id);
            let written = if is_own { row.name.clone() } else { row.staff_id.to_string() };
            Colleague { written, row: row.clone() }
        };
        offered.map(colleague).collect()
    }

    /// The drop-down of a column; none where anything may be written or there is nothing to offer.
    pub fn choices(&self, holds: ColumnType, lang: Lang) -> Option<Choices> {
        let (items, others) = match holds {
            ColumnType::Word(_) | ColumnType::YesNo(_) | ColumnType::Grade => {
                (offered(holds, lang).into_iter().map(str::to_owned).collect(), OtherWords::Refused)
            }
            ColumnType::Staff(role) => (self.written(role), OtherWords::Questioned),
            ColumnType::Person => (self.written(None), OtherWords::Taken),
            ColumnType::Offence => {
                (self.offences.iter().map(|offence| offence.title.clone()).collect(), OtherWords::Refused)
            }
            ColumnType::Moment
            | ColumnType::Day
            | ColumnType::Month
            | ColumnType::Phones
            | ColumnType::Count
            | ColumnType::Number
            | ColumnType::Money
            | ColumnType::Code
            | ColumnType::Figure
            | ColumnType::Birthday
            | ColumnType::StaffNumber
            | ColumnType::Prose => return None,
        };
        (!items.is_empty()).then_some(Choices { items, others })
    }

    /// The colleagues as they are written: those with the role, or all if nobody has it.
    fn written(&self, role: Option<Role>) -> Vec<String> {
        let all = self.colleagues();
        let fits = |colleague: &&Colleague| role.is_none_or(|role| colleague.row.role == Some(role));
        let having: Vec<&Colleague> = all.iter().filter(fits).collect();
        let chosen = if having.is_empty() { all.iter().collect() } else { having };
        chosen.into_iter().map(|colleague| colleague.written.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, name: &str, role: Option<Role>, left: Option<&str>) -> StaffRow {
        let left = left.map(|day| day.parse().unwrap());
        StaffRow { role, left, ..StaffRow::named(id, name) }
    }

    fn offered(staff: Vec<StaffRow>, role: Option<Role>) -> Vec<String> {
        let house = TemplateHouse { staff, day: "2026-11-21".parse().ok(), ..TemplateHouse::default() };
        house.choices(ColumnType::Staff(role), Lang::Zh).map(|choices| choices.items).unwrap_or_default()
    }

    #[test]
    fn staff_are_offered_as_the_reader_knows_them() {
        let staff =
            vec![row("1003", "王芳", None, None), row("1001", "李强", None, None), row("1002", "王 芳", None, None)];
        assert_eq!(offered(staff, None), ["李强", "1002", "1003"]);
        // A name that is somebody else's number.
        assert_eq!(offered(vec![row("甲", "乙", None, None), row("乙", "丙", None, None)], None), ["丙", "甲"]);
        // A later row of the number has another name.
        assert_eq!(offered(vec![row("1001", "李强", None, None), row("1001", "李刚", None, None)], None), ["李刚"]);
        assert_eq!(offered(Vec::new(), None), Vec::<String>::new());
    }

    #[test]
    fn leavers_are_offered_for_ninety_two_days() {
        let staff = vec![row("1001", "李强", None, Some("2026-08-21")), row("1002", "赵敏", None, Some("2026-08-20"))];
        assert_eq!(offered(staff, None), ["李强"]);
    }

    #[test]
    fn a_column_of_experts_offers_experts_where_there_are_any() {
        let expert = row("1001", "李强", Some(Role::Expert), None);
        let staff = vec![expert, row("1002", "赵敏", Some(Role::Specialist), None)];
        assert_eq!(offered(staff.clone(), Some(Role::Expert)), ["李强"]);
        assert_eq!(offered(staff, Some(Role::Manager)), ["李强", "赵敏"]);
    }
}
