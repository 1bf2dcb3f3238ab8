//! A branch that does not exist: its people, its customers, three months of work, and the ledgers about it.

pub mod calendar;
mod care;
mod cells;
mod diary;
mod dice;
mod files;
mod findings;
mod keeper;
mod people;
mod staff;
mod stories;
mod usual;
mod write;

use anyhow::{Context, Result};
use calendar::{LAST, day};
use cells::Row;
use diary::Diary;
use dice::Dice;
use files::Files;
use huifang::domain::{Books, Entry, Fact, Record, Source};
use huifang::policy::Policy;
use std::collections::BTreeMap;

/// The folder of the ledgers under `examples`.
pub const FOLDER: &str = "meeting-sales";

/// All ledgers, by file name.
pub fn ledgers() -> Result<BTreeMap<String, Vec<u8>>> {
    let policy = Policy::preset_text(FOLDER).and_then(|text| Policy::parse(text).ok()).context("no such preset")?;
    let mut records = records();
    let verdicts = findings::on_violations(&books(&files::file(records.clone())), &policy);
    records.extend(verdicts);
    let bytes = |(name, sheets): (String, files::Sheets)| {
        let sheets: BTreeMap<_, Vec<Row>> = sheets
            .into_iter()
            .map(|(sheet, records)| (sheet, records.iter().map(|record| cells::row(record, &policy)).collect()))
            .collect();
        let bytes = match name.ends_with(".csv") {
            true => write::csv(sheets.values().next().map_or(&[], Vec::as_slice))?,
            false => write::workbook(sheets.iter().map(|((_, name), rows)| (*name, rows.as_slice())))?,
        };
        Ok((name, bytes))
    };
    files::file(records).into_iter().map(bytes).collect()
}

/// What happens at the branch, without the verdicts on it.
fn records() -> Vec<Record> {
    let mut diary = Diary::default();
    usual::live(&mut diary);
    stories::tell(&mut diary);
    let customer = diary.town.person(&mut Dice::of(u64::MAX));
    findings::of_their_own(&mut diary, &customer);
    diary.into_records().into_iter().filter(|record| !still_at_the_department(record)).collect()
}

/// The third department's forms of the last days have not come in yet, so nobody can say what was missed there.
fn still_at_the_department(record: &Record) -> bool {
    let Fact::Visit(visit) = &record.fact else { return false };
    let last = record.at.map(|at| at.date).max(visit.submitted);
    staff::department(visit.staff.as_str(), LAST) == staff::THIRD_DEPARTMENT && last > Some(day(10, 25))
}

/// The books as an import of the files makes them.
fn books(files: &Files) -> Books {
    let mut books = Books::default();
    for (name, sheets) in files {
        for ((_, sheet), records) in sheets {
            let source = books.sources.len() as u32;
            books.sources.push(Source { batch: 1, file: name.clone(), sheet: Some((*sheet).to_owned()) });
            for record in records {
                let seq = books.entries.len() as u64 + 1;
                books.entries.push(Entry { seq, source, line: 0, record: record.clone() });
            }
        }
    }
    books
}
