use crate::domain::{Books, Fact, Role, Seq, StaffId, StaffRow};
use chrono::NaiveDate;
use rustc_hash::FxHashMap;

/// The staff (花名册): of each number the row that counts, which is the last one.
pub struct Roster<'a> {
    staff: FxHashMap<&'a StaffId, (Seq, &'a StaffRow)>,
    /// By number.
    sorted: Vec<(Seq, &'a StaffRow)>,
}

impl<'a> Roster<'a> {
    /// Reads the roster off the books.
    pub fn of(books: &'a Books) -> Self {
        let rows = books.entries.iter().filter_map(|entry| match &entry.record.fact {
            Fact::Staff(row) => Some((&row.staff_id, (entry.seq, row))),
            _ => None,
        });
        let staff: FxHashMap<_, _> = rows.collect();
        let mut sorted: Vec<(Seq, &StaffRow)> = staff.values().copied().collect();
        sorted.sort_unstable_by_key(|(_, row)| &row.staff_id);
        Roster { staff, sorted }
    }

    /// That person's row, with its place in the journal.
    pub fn entry(&self, id: &StaffId) -> Option<(Seq, &'a StaffRow)> {
        self.staff.get(id).copied()
    }

    /// That person's row.
    pub fn get(&self, id: &StaffId) -> Option<&'a StaffRow> {
        self.entry(id).map(|(_, row)| row)
    }

    /// Everybody, by number, with the journal row.
    pub fn rows(&self) -> impl Iterator<Item = (Seq, &'a StaffRow)> {
        self.sorted.iter().copied()
    }

    /// Whether they are employed on that day: from the first to the last day, both included. Who is on no roster (its
    /// import was taken back) counts as employed without bounds.
    pub fn employed(&self, id: &StaffId, day: NaiveDate) -> bool {
        self.get(id).is_none_or(|row| row.hired.is_none_or(|from| from <= day) && row.left.is_none_or(|to| day <= to))
    }

    /// The department; those without one are a department of their own.
    pub fn department(&self, id: &StaffId) -> Option<&'a str> {
        self.get(id).and_then(|row| row.department.as_deref())
    }

    /// The manager of a department on that day: the first by number.
    pub fn manager(&self, department: Option<&str>, day: NaiveDate) -> Option<&'a StaffId> {
        let manages = |row: &StaffRow| row.role == Some(Role::Manager) && row.department.as_deref() == department;
        self.rows()
            .map(|(_, row)| row)
            .find(|row| manages(row) && self.employed(&row.staff_id, day))
            .map(|row| &row.staff_id)
    }
}
