//! The worked cases of the rulebook, each through a real workspace: CSV files in, JSON reports out.

#![allow(clippy::unwrap_used, clippy::panic)]

use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

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

#[test]
fn every_worked_case_comes_out_row_for_row() {
    assert_all("cases.json", 85);
}

#[test]
fn so_does_every_case_of_the_houses_own() {
    assert_all("house-cases.json", 11);
}

fn assert_all(file: &str, count: usize) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(file);
    let cases: Vec<Case> = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    assert_eq!(cases.len(), count);
    let failing: Vec<String> = cases.iter().filter_map(|case| case.failure()).collect();
    assert!(failing.is_empty(), "{} of {count} cases fail\n\n{}", failing.len(), failing.join("\n"));
}

impl Case {
    /// What is wrong with it, if anything is.
    fn failure(&self) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        let books = folder.path().join("books");
        fs::create_dir(&books).unwrap();
        for (kind, rows) in &self.rows {
            fs::write(books.join(format!("{kind}.csv")), ledger(rows)).unwrap();
        }
        let complaints: Vec<String> = self.differences(folder.path()).collect();
        (!complaints.is_empty()).then(|| format!("# {} ({})\n{}", self.name, self.clause, complaints.join("\n")))
    }

    fn differences<'a>(&'a self, folder: &'a Path) -> impl Iterator<Item = String> + 'a {
        let prepared = [vec!["init", "shop"], vec!["-C", "shop", "import", "books"]].map(|args| run(folder, &args));
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
