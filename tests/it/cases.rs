//! The worked cases of the rules, each through a real workspace: CSV files in, JSON reports out.

#![allow(clippy::unwrap_used, clippy::panic)]

use chrono::NaiveDate;
use huifang::journal::{Journal, LockPatience};
use huifang::policy::{Policy, ReportDates, assess};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;
use tempfile::TempDir;

type Row = Map<String, Value>;

/// A small book and what has to come of it.
#[derive(Deserialize)]
struct Case {
    name: String,
    clause: String,
    as_of: String,
    month: Option<String>,
    /// The rows by kind of ledger.
    rows: BTreeMap<String, Vec<Row>>,
    /// The whole reports, on the fields that matter.
    expect: BTreeMap<String, Vec<Row>>,
}

/// What takes the ledgers in.
const PREPARED: [&[&str]; 2] = [&["init", "shop", "--in-force-from", "none"], &["-C", "shop", "import", "books"]];

#[test]
fn every_worked_case_comes_out_row_for_row() {
    assert_all("cases.json", 102);
}

#[test]
fn so_does_every_case_of_the_houses_own() {
    assert_all("house-cases.json", 13);
}

/// What `policy check` calls tested is what the cases meet, neither more nor less.
#[test]
fn the_clauses_called_tested_are_those_the_cases_decide_by() {
    let policy = Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap();
    let cases = read("cases.json").into_iter().chain(read("house-cases.json"));
    let met: BTreeSet<String> = cases.flat_map(|case| case.clauses(&policy)).collect();
    let called: BTreeSet<String> = policy.tested().iter().map(ToString::to_string).collect();
    assert_eq!(called, met);
}

fn read(file: &str) -> Vec<Case> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(file);
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

fn assert_all(file: &str, count: usize) {
    let cases = read(file);
    assert_eq!(cases.len(), count);
    let failing: Vec<String> = cases.iter().filter_map(|case| case.failure()).collect();
    assert!(failing.is_empty(), "{} of {count} cases fail\n\n{}", failing.len(), failing.join("\n"));
}

impl Case {
    /// A folder with its ledgers in `books`.
    fn folder(&self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        let books = folder.path().join("books");
        fs::create_dir(&books).unwrap();
        for (kind, rows) in &self.rows {
            fs::write(books.join(format!("{kind}.csv")), ledger(rows)).unwrap();
        }
        folder
    }

    /// The clauses of that policy by which anything in it is decided.
    fn clauses(&self, policy: &Policy) -> BTreeSet<String> {
        let folder = self.folder();
        for args in PREPARED {
            assert!(run(folder.path(), args).status.success());
        }
        let journal = folder.path().join("shop/huifang.db");
        let books = Journal::open(&journal, LockPatience::new(Duration::ZERO, || ())).unwrap().books().unwrap();
        let as_of: NaiveDate = self.as_of.parse().unwrap();
        let judged = assess(&books, policy, ReportDates { as_of, on: as_of.succ_opt().unwrap() });
        let decisions = judged.households.iter().flat_map(|household| household.history.iter().map(|of| &of.grounds));
        let tasks = judged.tasks.iter().map(|task| &task.grounds);
        let violations = judged.violations.iter().map(|violation| &violation.grounds);
        let clauses = decisions.chain(tasks).chain(violations).map(|grounds| grounds.clause().to_string());
        clauses.filter(|clause| policy.clause(clause).is_some()).collect()
    }

    /// What is wrong with it, if anything is.
    fn failure(&self) -> Option<String> {
        let folder = self.folder();
        let complaints: Vec<String> = self.differences(folder.path()).collect();
        (!complaints.is_empty()).then(|| format!("# {} ({})\n{}", self.name, self.clause, complaints.join("\n")))
    }

    fn differences<'a>(&'a self, folder: &'a Path) -> impl Iterator<Item = String> + 'a {
        let prepared = PREPARED.map(|args| run(folder, args));
        let refused = prepared.into_iter().filter(|output| !output.status.success()).map(|output| said(&output));
        let reports = self.expect.iter().filter_map(move |(report, expected)| {
            let mut args = vec!["-C", "shop", report, "--as-of", &self.as_of, "--format", "json"];
            if let Some(month) = self.month.as_ref().filter(|_| report == "fines") {
                args.extend(["--month", month]);
            }
            let output = run(folder, &args);
            match serde_json::from_slice::<Vec<Row>>(&output.stdout) {
                Ok(found) => difference(report, expected, &found),
                Err(error) => Some(format!("{report}: {error}\n{}", said(&output))),
            }
        });
        refused.chain(reports)
    }
}

/// The rows as a clerk would hand them in: a column for every field that a row has.
fn ledger(rows: &[Row]) -> Vec<u8> {
    let cell = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let filled = rows.iter().flat_map(Map::iter).filter(|(_, value)| !cell(value).is_empty());
    let fields: BTreeSet<&String> = filled.map(|(field, _)| field).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&fields).unwrap();
    for row in rows {
        writer.write_record(fields.iter().map(|field| row.get(*field).map(cell).unwrap_or_default())).unwrap();
    }
    writer.into_inner().unwrap()
}

/// How the rows found differ from those expected, on the fields these carry.
fn difference(report: &str, expected: &[Row], found: &[Row]) -> Option<String> {
    let fields: BTreeSet<&String> = expected.iter().flat_map(Map::keys).collect();
    // Where nothing is expected, nothing may be found, whatever it says.
    let carried = |field: &String| fields.is_empty() || fields.contains(field);
    let on_fields = |row: &Row| -> Row {
        row.iter().filter(|(field, _)| carried(field)).map(|(field, value)| (field.clone(), value.clone())).collect()
    };
    let found: Vec<Row> = found.iter().map(on_fields).collect();
    if found == expected {
        return None;
    }
    let line = |sign: char, row: &Row| format!("  {sign} {}", Value::from(row.clone()));
    let missing = expected.iter().filter(|row| !found.contains(row)).map(|row| line('-', row));
    let beyond = found.iter().filter(|row| !expected.contains(row)).map(|row| line('+', row));
    let lines: Vec<String> = missing.chain(beyond).collect();
    let what = if lines.is_empty() { "the same rows in another order or number" } else { "- expected, + found" };
    Some(format!("{report}: {what}\n{}", lines.join("\n")))
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huifang"));
    command.current_dir(folder).args(args).args(["--lang", "en"]).env_remove("HUIFANG_WORKSPACE").output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}\n{}{}", output.status, String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
