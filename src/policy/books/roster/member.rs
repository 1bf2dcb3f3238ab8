//! One person's history: spells of employment, and what holds from which day.

use crate::domain::{Role, Seq, StaffId, StaffRow, name_key};
use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A member of staff, from all rows of their number.
#[derive(Debug, Clone)]
pub struct Member {
    /// The last row, whose name and particulars count.
    last: StaffRow,
    spells: Vec<Spell>,
    /// By the day they hold from, those that always hold first; of one day in journal order. Never empty.
    terms: Vec<EmploymentTerms>,
}

/// One time of employment.
#[derive(Debug, Clone)]
struct Spell {
    /// The first day; none: unbounded.
    hired: Option<NaiveDate>,
    /// The last day; none: unbounded.
    left: Option<NaiveDate>,
    /// The row that last said so.
    row: Seq,
}

/// What a row says that may change on a day.
#[derive(Debug, Clone)]
struct EmploymentTerms {
    from: Option<NaiveDate>,
    post: Option<RosterPost>,
    department: Option<String>,
    wage: Option<Decimal>,
}

/// What stands under 岗位.
#[derive(Debug, Clone)]
enum RosterPost {
    Role(Role),
    /// None of the roles the rules know.
    Other(String),
}

impl Spell {
    fn holds(&self, day: NaiveDate) -> bool {
        self.hired.is_none_or(|from| from <= day) && self.left.is_none_or(|to| day <= to)
    }
}

impl Member {
    /// From the rows of a number, in journal order; none if there are none.
    pub fn of(rows: &[(Seq, &StaffRow)]) -> Option<Member> {
        let (_, last) = rows.last()?;
        let mut terms: Vec<EmploymentTerms> = rows.iter().map(|(_, row)| EmploymentTerms::of(row)).collect();
        // What holds always stands first, as no day sorts before every day.
        terms.sort_by_key(|terms| terms.from);
        let particulars = |of: fn(&StaffRow) -> &Option<String>| rows.iter().rev().find_map(|(_, row)| of(row).clone());
        let last = StaffRow {
            reason: particulars(|row| &row.reason),
            employment: particulars(|row| &row.employment),
            ..(*last).clone()
        };
        Some(Member { last, spells: spells(rows), terms })
    }

    /// Takes the house's words for what they mean.
    pub fn understand(&mut self, roles: &BTreeMap<String, Role>) {
        for post in self.terms.iter_mut().filter_map(|terms| terms.post.as_mut()) {
            if let RosterPost::Other(word) = post
                && let Some((_, role)) = roles.iter().find(|(of, _)| name_key(of) == name_key(word))
            {
                *post = RosterPost::Role(*role);
            }
        }
    }

    /// The name last given.
    pub fn name(&self) -> &str {
        &self.last.name
    }

    /// Whether that day lies in one of the spells.
    pub fn employed(&self, day: NaiveDate) -> bool {
        self.spells.iter().any(|spell| spell.holds(day))
    }

    /// The last days after which they were not employed, with the row that gives each.
    pub fn last_days(&self) -> Vec<(NaiveDate, Seq)> {
        let ended = |spell: &Spell| {
            let last = spell.left?;
            let day_after = last.checked_add_days(Days::new(1))?;
            (!self.employed(day_after)).then_some((last, spell.row))
        };
        let mut days: Vec<(NaiveDate, Seq)> = self.spells.iter().filter_map(ended).collect();
        days.sort_unstable();
        days.dedup_by_key(|(last, _)| *last);
        days
    }

    /// The row of the spell that had ended last by that day, else of the one that begins first.
    pub fn absence(&self, day: NaiveDate) -> Option<Seq> {
        let ended = self.spells.iter().filter(|spell| spell.left.is_some_and(|left| left < day));
        let nearest = ended.max_by_key(|spell| spell.left).or(self.spells.iter().min_by_key(|spell| spell.hired));
        nearest.map(|spell| spell.row)
    }

    /// The role of the rules in force on that day; none: none of these, or nothing said.
    pub fn role(&self, day: NaiveDate) -> Option<Role> {
        match self.in_force(day, |terms| terms.post.as_ref())? {
            RosterPost::Role(role) => Some(*role),
            RosterPost::Other(_) => None,
        }
    }

    /// The department in force on that day.
    pub fn department(&self, day: NaiveDate) -> Option<&str> {
        self.in_force(day, |terms| terms.department.as_deref())
    }

    /// The roster's monthly wage in force on that day, in yuan.
    pub fn wage(&self, day: NaiveDate) -> Option<Decimal> {
        self.in_force(day, |terms| terms.wage)
    }

    /// Whether anything holds from a day only.
    pub fn has_history(&self) -> bool {
        self.terms.iter().any(|terms| terms.from.is_some())
    }

    /// The last value given among the rows in force; before all of them the first row speaks.
    fn in_force<'m, T>(&'m self, day: NaiveDate, of: impl Fn(&'m EmploymentTerms) -> Option<T>) -> Option<T> {
        let begun = self.terms.partition_point(|terms| terms.from.is_none_or(|from| from <= day));
        self.terms[..begun.max(1)].iter().rev().find_map(of)
    }

    /// The role, department and wage in force on that day; none: not employed.
    pub fn on(&self, id: &StaffId, day: NaiveDate) -> StaffRow {
        let post = self.in_force(day, |terms| terms.post.as_ref());
        let begun = self.spells.iter().filter(|spell| spell.hired.is_none_or(|hired| hired <= day));
        let holding = self.spells.iter().filter(|spell| spell.holds(day)).max_by_key(|spell| spell.hired);
        let spell = holding.or(begun.max_by_key(|spell| spell.left)).or(self.spells.first());
        StaffRow {
            staff_id: id.clone(),
            role: self.role(day),
            position: post.and_then(|post| match post {
                RosterPost::Other(word) => Some(word.clone()),
                RosterPost::Role(_) => None,
            }),
            department: self.department(day).map(str::to_owned),
            hired: spell.and_then(|spell| spell.hired),
            left: spell.and_then(|spell| spell.left),
            monthly_wage: self.wage(day),
            from: None,
            tells_left: true,
            ..self.last.clone()
        }
    }
}

impl EmploymentTerms {
    fn of(row: &StaffRow) -> EmploymentTerms {
        EmploymentTerms {
            from: row.from,
            post: row.role.map(RosterPost::Role).or_else(|| row.position.clone().map(RosterPost::Other)),
            department: row.department.clone(),
            wage: row.monthly_wage,
        }
    }
}

/// The spells of employment: rows of different first days are different spells, and a row without one is of the spell
/// last spoken of. A later row of a spell gives its last day anew if its sheet asks for it.
fn spells(rows: &[(Seq, &StaffRow)]) -> Vec<Spell> {
    let mut spells: Vec<Spell> = Vec::new();
    let mut current = 0;
    for (seq, row) in rows {
        let of = match row.hired {
            Some(hired) => spells.iter().position(|spell| spell.hired == Some(hired)),
            None => (!spells.is_empty()).then_some(current),
        };
        match of {
            Some(of) => {
                current = of;
                // Beside the day from which something holds a blank says nothing of the last day.
                let tells = row.left.is_some() || (row.tells_left && row.from.is_none());
                if tells && spells[of].left != row.left {
                    spells[of].left = row.left;
                    spells[of].row = *seq;
                }
            }
            None => {
                current = spells.len();
                spells.push(Spell { hired: row.hired, left: row.left, row: *seq });
            }
        }
    }
    spells
}
