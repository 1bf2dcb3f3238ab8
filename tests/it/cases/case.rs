//! A worked case as it lies in `fixtures/cases/CLAUSE/`: a small book, and the whole reports that have to come of it.
//!
//! What stands under `[expect]` is what the program says of the fields that matter, one line a row; nothing, no, none and a
//! household of one number are not written out.

use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A row of a ledger or a report by its fields.
pub type Row = Map<String, Value>;

/// What `[expect]` begins with in a case's file.
const EXPECT: &str = "\n[expect]\n";

/// The fields that matter, in the order they are written in.
const FIELDS: [(&str, &[&str]); 4] = [
    (
        "owners",
        &[
            "household",
            "members",
            "status",
            "owner",
            "since",
            "clause",
            "claims",
            "protected_until",
            "attended",
            "client",
        ],
    ),
    ("due", &["task", "clause", "status", "due", "window_start", "assignee", "phone", "household", "trigger", "with"]),
    (
        "violations",
        &["date", "offence", "clause", "status", "staff", "phone", "household", "amount", "action", "occurrence"],
    ),
    (
        "fines",
        &[
            "month",
            "staff",
            "count",
            "total",
            "actions",
            "unknown",
            "suspected",
            "pending",
            "ceiling",
            "over_ceiling",
            "by_offence",
        ],
    ),
];

/// A worked case.
pub struct Case {
    /// Its file below the project's folder.
    pub file: PathBuf,
    /// The file's text.
    text: String,
    book: Book,
    usual_staff: Vec<Row>,
}

#[derive(Deserialize)]
struct Book {
    as_of: String,
    /// The month of `fines`.
    month: Option<String>,
    /// The rows by kind of ledger.
    rows: BTreeMap<String, Vec<Row>>,
    /// The reports looked at.
    expect: BTreeMap<String, Vec<Row>>,
}

#[derive(Deserialize)]
struct Staff {
    staff: Vec<Row>,
}

/// Every case, clause by clause, in the order of the files' names: what lies at a boundary lies beside its other side.
pub fn all() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let usual: Staff =
        toml::from_str(&fs::read_to_string(root.join("fixtures/cases/usual-staff.toml")).unwrap()).unwrap();
    let files = walkdir::WalkDir::new(root.join("fixtures/cases")).sort_by_file_name().into_iter().map(Result::unwrap);
    let cases = files.filter(|file| file.path().extension().is_some_and(|ending| ending == "case"));
    cases.map(|file| Case::read(file.path().strip_prefix(root).unwrap(), root, &usual.staff)).collect()
}

impl Case {
    fn read(file: &Path, root: &Path, usual_staff: &[Row]) -> Case {
        let text = fs::read_to_string(root.join(file)).unwrap();
        let book = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        Case { file: file.to_owned(), text, book, usual_staff: usual_staff.to_vec() }
    }

    /// The day its reports are made for.
    pub fn as_of(&self) -> &str {
        &self.book.as_of
    }

    /// The rows by kind of ledger; those who work in the house are the usual ones where it has none of its own.
    pub fn rows(&self) -> BTreeMap<&str, &[Row]> {
        let rows = self.book.rows.iter().map(|(kind, rows)| (kind.as_str(), rows.as_slice()));
        [("staff", self.usual_staff.as_slice())].into_iter().chain(rows).collect()
    }

    /// The reports looked at, each with the words it is asked for by.
    pub fn reports(&self) -> impl Iterator<Item = (&str, Vec<&str>)> {
        // What a report is asked for stands in the order the file expects them in.
        let asked = FIELDS.iter().filter(|(report, _)| self.book.expect.contains_key(*report));
        asked.map(|(report, _)| {
            let mut words = vec![*report, "--as-of", self.as_of(), "--format", "json"];
            words.extend(self.book.month.iter().filter(|_| *report == "fines").flat_map(|month| ["--month", month]));
            (*report, words)
        })
    }

    /// The file's text with what was found for what is expected.
    pub fn with(&self, found: &BTreeMap<&str, Vec<Row>>) -> String {
        let (head, _) = self.text.split_once(EXPECT).unwrap();
        let reports = FIELDS.iter().filter_map(|(report, fields)| Some((report, fields, found.get(report)?)));
        let told = reports.map(|(report, fields, rows)| match rows.as_slice() {
            [] => format!("{report} = []\n"),
            rows => format!("{report} = [\n{}]\n", rows.iter().map(|row| line(fields, row)).collect::<String>()),
        });
        [head.to_owned(), EXPECT.to_owned()].into_iter().chain(told).collect()
    }
}

fn line(fields: &[&str], row: &Row) -> String {
    let alone =
        |field: &str, value: &Value| field == "members" && *value == Value::from(vec![row["household"].clone()]);
    let fields = fields.iter().filter_map(|field| Some((*field, row.get(*field)?)));
    let said = fields.filter(|(field, value)| says_something(value) && !alone(field, value));
    let said: Vec<String> = said.map(|(field, value)| format!("{field} = {}", inline(value))).collect();
    format!("    {{ {} }},\n", said.join(", "))
}

/// The value as TOML, on one line.
fn inline(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let said = fields.iter().filter(|(_, value)| says_something(value));
            let said: Vec<String> = said.map(|(field, value)| format!("{field} = {}", inline(value))).collect();
            format!("{{ {} }}", said.join(", "))
        }
        Value::Array(values) => format!("[{}]", values.iter().map(inline).collect::<Vec<_>>().join(", ")),
        other => toml::Value::try_from(other).unwrap().to_string(),
    }
}

fn says_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(values) => !values.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        Value::Bool(true) | Value::Number(_) => true,
    }
}
