//! The worked cases of the rules, each through a real workspace: CSV files in, JSON reports out.

#![allow(clippy::unwrap_used, clippy::panic)]

mod case;

pub use case::{Case, Row, all};

use crate::golden;
use chrono::NaiveDate;
use huifang::journal::{Journal, LockPatience};
use huifang::policy::{Policy, ReportDates, assess};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;
use tempfile::TempDir;

/// What takes the ledgers in.
const PREPARED: [&[&str]; 2] = [&["init", "shop", "--in-force-from", "none"], &["-C", "shop", "import", "books"]];

#[test]
fn every_worked_case_comes_out_row_for_row() {
    let cases = all();
    assert!(cases.len() >= 115, "{} cases", cases.len());
    golden::hold(cases.iter().map(|case| golden::difference(&case.file, &case.with(&reported(case)))));
}

/// What `policy check` calls tested is what the cases meet, neither more nor less.
#[test]
fn the_clauses_called_tested_are_those_the_cases_decide_by() {
    let policy = Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap();
    let met: BTreeSet<String> = all().iter().flat_map(|case| clauses(case, &policy)).collect();
    let called: BTreeSet<String> = policy.tested().iter().map(ToString::to_string).collect();
    assert_eq!(called, met);
}

/// A new case goes where its clause is.
#[test]
fn cases_lie_in_folders_of_clauses() {
    let policy = Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap();
    for case in all() {
        let folder = case.file.parent().unwrap().file_name().unwrap().to_str().unwrap();
        assert!(policy.clause(folder).is_some(), "{}", case.file.display());
    }
}

/// What the program says of it.
fn reported(case: &Case) -> BTreeMap<&str, Vec<Row>> {
    let folder = prepared(case);
    let report = |(report, words): (_, Vec<&str>)| {
        let output = run(folder.path(), &[&["-C", "shop"], words.as_slice()].concat());
        let rows = serde_json::from_slice(&output.stdout);
        (report, rows.unwrap_or_else(|error| panic!("{}: {error}\n{}", case.file.display(), said(&output))))
    };
    case.reports().map(report).collect()
}

/// The clauses of that policy by which anything in it is decided.
fn clauses(case: &Case, policy: &Policy) -> BTreeSet<String> {
    let folder = prepared(case);
    let journal = folder.path().join("shop/huifang.db");
    let books = Journal::open(&journal, LockPatience::new(Duration::ZERO, || ())).unwrap().books().unwrap();
    let as_of: NaiveDate = case.as_of().parse().unwrap();
    let judged = assess(&books, policy, ReportDates { as_of, on: as_of.succ_opt().unwrap() });
    let decisions = judged.households.iter().flat_map(|household| household.history.iter().map(|of| &of.grounds));
    let tasks = judged.tasks.iter().filter_map(|task| task.clause.as_deref());
    let violations = judged.violations.iter().map(|violation| &violation.grounds);
    let clauses = decisions.chain(violations).map(|grounds| &**grounds.clause()).chain(tasks);
    clauses.filter(|clause| policy.clause(clause).is_some()).map(str::to_owned).collect()
}

/// A folder with a house that has taken its ledgers in.
fn prepared(case: &Case) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let books = folder.path().join("books");
    fs::create_dir(&books).unwrap();
    for (kind, rows) in case.rows() {
        fs::write(books.join(format!("{kind}.csv")), ledger(rows)).unwrap();
    }
    for words in PREPARED {
        let output = run(folder.path(), words);
        assert!(output.status.success(), "{}: {}", case.file.display(), said(&output));
    }
    folder
}

/// The rows as a clerk would hand them in: a column for every field that a row has.
fn ledger(rows: &[Row]) -> Vec<u8> {
    let fields: BTreeSet<&String> = rows.iter().flat_map(Map::keys).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&fields).unwrap();
    for row in rows {
        let cells = fields.iter().map(|field| row.get(*field).and_then(Value::as_str).unwrap_or_default());
        writer.write_record(cells).unwrap();
    }
    writer.into_inner().unwrap()
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huifang"));
    command.current_dir(folder).args(args).args(["--lang", "en"]).env_remove("HUIFANG_WORKSPACE").output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}\n{}{}", output.status, String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
