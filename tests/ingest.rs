//! Golden pairs of the reader: every folder under `fixtures/ingest` is one import with what must come of it.
//!
//! `UPDATE_GOLDEN=1 cargo test --test ingest` writes the expectations anew; look at the difference before you keep it.

// Helpers of tests may fail loudly; the lint only knows that of the tests themselves.
#![allow(clippy::unwrap_used)]

use huifang::domain::{Fact, Kind, Lang, Message};
use huifang::ingest::{
    OffenceTerms, Pass, ReadError, ReadRow, RejectsWriter, Roster, Settings, SheetAnswer, SheetInfo, Sink, Tally,
    list_files, read_file,
};
use huifang::texts::Texts;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/ingest")
}

/// What a case says besides its files: lines of `key = value` in a file named `settings`.
fn settings(case: &Path) -> Settings {
    let text = fs::read_to_string(case.join("settings")).unwrap_or_default();
    let mut settings = Settings {
        kind: None,
        year: None,
        today: "2026-11-21".parse().unwrap(),
        headings: BTreeMap::new(),
        offences: vec![
            offence("occupy", "抢占资源", Some((20, 100)), false),
            offence("poach", "争抢资源", None, false),
            offence("transfer-sale", "转移销量", None, true),
        ],
    };
    for line in text.lines() {
        match line.split_once(" = ").unwrap() {
            ("kind", kind) => settings.kind = Some(Kind::from_id(kind).unwrap()),
            ("year", year) => settings.year = Some(year.parse().unwrap()),
            (heading, words) => {
                settings.headings.insert(heading.into(), words.split(' ').map(str::to_owned).collect());
            }
        }
    }
    settings
}

fn offence(id: &str, title: &str, range: Option<(i64, i64)>, needs_boxes: bool) -> OffenceTerms {
    let range = range.map(|(low, high)| (Decimal::from(low), Decimal::from(high)));
    OffenceTerms { id: id.into(), titles: vec![title.into()], range, needs_boxes }
}

/// Writes down what it is given, in words.
struct Protocol {
    texts: Texts,
    out: String,
    roster: Roster,
    rejects: Option<RejectsWriter>,
}

impl Protocol {
    fn new() -> Self {
        Protocol { texts: Texts::new(Lang::Zh), out: String::new(), roster: Roster::default(), rejects: None }
    }

    fn line(&mut self, indent: usize, text: &str) {
        writeln!(self.out, "{}{}", "  ".repeat(indent), text.replace('\n', "\\n")).unwrap();
    }

    fn say(&self, message: &Message) -> String {
        // The key is what other tests look for; the words are what a clerk reads.
        fn keys(message: &Message) -> String {
            let inner = message.args.iter().find_map(|(_, arg)| match arg {
                huifang::domain::Arg::Message(inner) if !inner.key.ends_with("-word") => Some(keys(inner)),
                _ => None,
            });
            inner.unwrap_or_else(|| message.key.to_owned())
        }
        format!("[{}] {}", keys(message), self.texts.say(message))
    }
}

impl Sink for Protocol {
    type Error = Infallible;

    fn sheet(&mut self, sheet: &SheetInfo) -> Result<(), Infallible> {
        let name = sheet.sheet.as_deref().unwrap_or("-");
        self.line(1, &format!("sheet {name} table {}: {}", sheet.table, sheet.kind));
        if !sheet.unknown.is_empty() {
            self.line(2, &format!("unknown headings: {}", sheet.unknown.join(" | ")));
        }
        if let Some(rejects) = &mut self.rejects {
            let texts = &self.texts;
            rejects.sheet(sheet, |message| texts.say(message));
        }
        Ok(())
    }

    fn row(&mut self, row: ReadRow) -> Result<(), Infallible> {
        match &row.outcome {
            Ok(record) => {
                if let Fact::Staff(staff) = &record.fact {
                    self.roster.add(staff);
                }
                self.line(2, &format!("{}: {}", row.line, serde_json::to_string(record).unwrap()));
            }
            Err(problems) => {
                self.line(2, &format!("{}: rejected {}", row.line, row.cells.join(" | ")));
                for problem in problems {
                    let said = self.say(problem);
                    self.line(3, &said);
                }
                if let Some(rejects) = &mut self.rejects {
                    let reason: Vec<String> = problems.iter().map(|problem| self.texts.say(problem)).collect();
                    rejects.row(row.line, &row.cells, &reason.join(";")).unwrap();
                }
            }
        }
        for warning in &row.warnings {
            let said = format!("warning {}", self.say(warning));
            self.line(3, &said);
        }
        Ok(())
    }

    fn end(&mut self, tally: &Tally) -> Result<(), Infallible> {
        let Tally { rows, rejected, blank, totals, headings, examples } = tally;
        let all = format!(
            "rows {rows}, rejected {rejected}; blank {blank}, totals {totals}, headings {headings}, examples {examples}"
        );
        self.line(2, &all);
        Ok(())
    }
}

/// One import of these files: rosters first, then everything.
fn import(paths: &[PathBuf], root: &Path, settings: &Settings) -> String {
    let mut first = Protocol::new();
    let shared = root != fixtures() && !root.join("no-roster").exists();
    if shared {
        read_file(&fixtures().join("roster.csv"), Pass::Rosters, settings, &Roster::default(), &mut first).unwrap();
    }
    for path in paths {
        let _ = read_file(path, Pass::Rosters, settings, &Roster::default(), &mut first);
    }
    let mut protocol = Protocol::new();
    for path in paths {
        let name = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
        protocol.line(0, &name);
        match read_file(path, Pass::All, settings, &first.roster, &mut protocol) {
            Ok(read) => {
                for sheet in read.sheets {
                    let name = sheet.sheet.as_deref().unwrap_or("-");
                    let said = match &sheet.answer {
                        SheetAnswer::Read { .. } => continue,
                        SheetAnswer::Broken { message, .. } => format!("broken {}", protocol.say(message)),
                        SheetAnswer::Refused(message) => format!("refused {}", protocol.say(message)),
                        SheetAnswer::Skipped(message) => format!("skipped {}", protocol.say(message)),
                    };
                    protocol.line(1, &format!("sheet {name}: {said}"));
                }
            }
            Err(ReadError::File(message)) => {
                let said = protocol.say(&message);
                protocol.line(1, &said);
            }
            Err(ReadError::Sink(never)) => match never {},
        }
    }
    protocol.out
}

#[test]
fn every_case_comes_out_as_expected() {
    let mut cases: Vec<PathBuf> = fs::read_dir(fixtures()).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.is_dir());
    cases.sort();
    assert!(!cases.is_empty());
    let mut wrong = Vec::new();
    for case in cases {
        let listing = list_files(std::slice::from_ref(&case)).unwrap();
        let found = import(&listing.files, &case, &settings(&case));
        let golden = case.join("expected.golden");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &found).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != found {
            wrong.push(format!("{}:\n{found}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
