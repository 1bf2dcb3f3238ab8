//! How far the ledgers of each department are kept: what lies beyond is unknown, never missed.

use crate::domain::{Books, Kind};
use crate::policy::books::roster::Roster;
use chrono::NaiveDate;
use rustc_hash::FxHashMap;

/// Up to when each ledger is complete, by department (已录至; docs/how-it-decides.md, What is a violation).
pub struct Coverage<'a> {
    shown: FxHashMap<(Kind, Option<&'a str>), NaiveDate>,
    stated: FxHashMap<(Kind, Option<&'a str>), NaiveDate>,
    stated_for_all: FxHashMap<Kind, NaiveDate>,
}

impl<'a> Coverage<'a> {
    /// What the rows dated up to `as_of` show, and what was stated beside them.
    pub fn of(books: &'a Books, roster: &'a Roster, as_of: NaiveDate) -> Self {
        let mut coverage = Coverage {
            shown: FxHashMap::default(),
            stated: FxHashMap::default(),
            stated_for_all: FxHashMap::default(),
        };
        for entry in &books.entries {
            let Some(reached) = entry.record.shows_kept_until().filter(|day| *day <= as_of).last() else { continue };
            let Some(at) = entry.record.at else { continue };
            let department = entry.record.fact.staff().and_then(|staff| roster.department(staff, at.date));
            raise(&mut coverage.shown, (entry.record.fact.kind(), department), reached);
        }
        for stated in &books.stated {
            match stated.department.as_deref() {
                Some(department) => raise(&mut coverage.stated, (stated.kind, Some(department)), stated.through),
                None => raise(&mut coverage.stated_for_all, stated.kind, stated.through),
            }
        }
        coverage
    }

    /// The last day the ledger is complete for that department.
    pub fn until(&self, ledger: Kind, department: Option<&str>) -> Option<NaiveDate> {
        let key = (ledger, department);
        [self.shown.get(&key), self.stated.get(&key), self.stated_for_all.get(&ledger)]
            .into_iter()
            .flatten()
            .max()
            .copied()
    }
}

impl Coverage<'_> {
    /// The last day the ledger is complete for any department.
    pub fn until_anywhere(&self, ledger: Kind) -> Option<NaiveDate> {
        let days = self.shown.iter().chain(&self.stated).filter(|((kind, _), _)| *kind == ledger);
        days.map(|(_, day)| day).chain(self.stated_for_all.get(&ledger)).max().copied()
    }
}

fn raise<K: std::hash::Hash + Eq>(days: &mut FxHashMap<K, NaiveDate>, key: K, day: NaiveDate) {
    days.entry(key).and_modify(|until| *until = day.max(*until)).or_insert(day);
}
