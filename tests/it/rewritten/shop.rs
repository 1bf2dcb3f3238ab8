//! A workspace that books are taken into, and what its reports say.

use super::dice::Dice;
use super::ledger::{Book, Line};
use super::plan::{Files, Rewritten};
use crate::clerk::{Clerk, Said};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

const REPORTS: [&str; 4] = ["owners", "due", "violations", "fines"];
/// The day of every import: nothing in the books has still to come then.
const TODAY: &str = "2026-12-31";

pub struct Shop {
    clerk: Clerk,
}

impl Shop {
    pub fn new() -> Shop {
        let clerk = Clerk::new();
        assert_eq!(clerk.en(&["init", "shop", "--in-force-from", "none"]).code, 0);
        Shop { clerk }
    }

    /// Leaves the workspace for somebody to look at.
    pub fn keep(self) -> PathBuf {
        self.clerk.keep()
    }

    /// Takes each batch in; all rows of the book must come to be there, once, and nothing be refused.
    pub fn take_in(&self, rewritten: &Rewritten, rows: usize, dice: &mut Dice) -> Result<(), String> {
        let Rewritten { batches, year } = rewritten;
        let mut added = 0;
        for (number, files) in batches.iter().enumerate() {
            let folder = format!("batch {}", number + 1);
            added += self.bring(&folder, files, *year)?;
        }
        if dice.tries(25, "first files again") {
            added += self.import("batch 1", *year)?;
        }
        if added == rows { Ok(()) } else { Err(format!("{added} rows were added, not {rows}")) }
    }

    /// Puts files into a folder and imports it.
    fn bring(&self, folder: &str, files: &Files, year: Option<i32>) -> Result<usize, String> {
        files.iter().for_each(|(name, bytes)| self.clerk.write(&format!("{folder}/{name}"), bytes));
        self.import(folder, year)
    }

    /// How many rows were new.
    fn import(&self, folder: &str, year: Option<i32>) -> Result<usize, String> {
        let mut args = vec!["-C", "shop", "import", folder, "--as-of", TODAY, "--format", "json"];
        let year = year.map(|year| year.to_string());
        args.extend(year.iter().flat_map(|year| ["--year", year]));
        let said = self.clerk.en(&args);
        if said.code != 0 {
            return Err(format!("import ended with {}\n{}", said.code, said.stderr));
        }
        let imported: Value = serde_json::from_str(&said.stdout).unwrap();
        let sheets = imported["files"].as_array().unwrap().iter().flat_map(|file| file["sheets"].as_array().unwrap());
        Ok(sheets.map(|sheet| sheet["added"].as_u64().unwrap() as usize).sum())
    }

    /// The rows of a report. Evidence names files and rows, which differ; their number remains.
    fn report(&self, report: &str, as_of: &str) -> Result<Vec<Value>, String> {
        let Said { code, stdout, stderr } =
            self.clerk.en(&["-C", "shop", report, "--as-of", as_of, "--format", "json"]);
        let mut rows: Vec<Value> =
            serde_json::from_str(&stdout).map_err(|error| format!("{report} ended with {code}: {error}\n{stderr}"))?;
        let count = |of: &mut Value| {
            if let Some(evidence) = of.get_mut("evidence") {
                *evidence = evidence.as_array().unwrap().len().into();
            }
        };
        for row in &mut rows {
            count(row);
            row.get_mut("rulings").and_then(Value::as_array_mut).into_iter().flatten().for_each(count);
        }
        Ok(rows)
    }
}

/// A book taken in as plain CSV files, with verdicts on some of the violations it holds, and the reports read so far.
pub struct Plain {
    pub book: Book,
    shop: Shop,
    read: BTreeMap<(String, &'static str), Vec<Value>>,
}

impl Plain {
    pub fn of(book: &Book) -> Plain {
        let (shop, mut book) = (Shop::new(), book.clone());
        assert_eq!(shop.bring("books", &book.plain(), None), Ok(book.lines.len()));
        let verdicts = Book::of("verdicts", verdicts(&shop.report("violations", "2026-04-10").unwrap()), true);
        assert_eq!(shop.bring("verdicts", &verdicts.plain(), None), Ok(verdicts.lines.len()));
        book.lines.extend(verdicts.lines);
        Plain { book, shop, read: BTreeMap::new() }
    }

    /// What another workspace's reports say that these do not, or the other way round.
    pub fn compare(&mut self, other: &Shop, as_of: &str) -> Result<(), String> {
        for report in REPORTS {
            let plain = match self.read.get(&(as_of.to_owned(), report)) {
                Some(rows) => rows,
                None => {
                    let rows = self.shop.report(report, as_of)?;
                    assert!(!rows.is_empty() || report == "fines", "{report} of {} says nothing", self.book.name);
                    self.read.entry((as_of.to_owned(), report)).or_insert(rows)
                }
            };
            let found = other.report(report, as_of)?;
            if *plain != found {
                let line = |sign: char, row: &Value| format!("  {sign} {row}");
                let lost = plain.iter().filter(|row| !found.contains(row)).map(|row| line('-', row));
                let gained = found.iter().filter(|row| !plain.contains(row)).map(|row| line('+', row));
                let lines: Vec<String> = lost.chain(gained).collect();
                return Err(format!("{report}: - plain, + rewritten\n{}", lines.join("\n")));
            }
        }
        Ok(())
    }
}

/// Managers' verdicts on every seventh violation.
fn verdicts(violations: &[Value]) -> Vec<Line> {
    let some = violations.iter().filter(|row| row["staff"].is_string() && row["status"] != "upheld").step_by(7);
    let verdict = |(number, row): (usize, &Value)| {
        let line = Line::new("finding").with("at", "2026-04-10").with("staff", row["staff"].as_str().unwrap());
        let line =
            line.with("offence", row["offence"].as_str().unwrap()).with("violation", row["id"].as_str().unwrap());
        line.with("verdict", ["confirm", "waive"][number % 2]).with("decided_by", "M")
    };
    some.enumerate().map(verdict).collect()
}
