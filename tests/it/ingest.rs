//! Golden pairs of the reader: every folder under `fixtures/ingest` is one import with what must come of it.

// Helpers of tests may fail loudly; the lint only knows that of the tests themselves.
#![allow(clippy::unwrap_used)]

use crate::golden;
use huifang::domain::{Fact, Kind, Lang, Message};
use huifang::ingest::{
    IngestSettings, OffenceTerms, Pass, ReadError, ReadRow, RejectsWriter, SheetAnswer, SheetInfo, SheetTally, Sink,
    StaffFinder, list_files, read_file,
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
fn settings(case: &Path) -> IngestSettings {
    let text = fs::read_to_string(case.join("settings")).unwrap_or_default();
    let mut settings = IngestSettings {
        kind: None,
        year: None,
        today: "2026-11-21".parse().unwrap(),
        headings: BTreeMap::new(),
        roles: BTreeMap::new(),
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
    roster: StaffFinder,
    rejects: Option<RejectsWriter>,
}

impl Protocol {
    fn new() -> Self {
        Protocol { texts: Texts::new(Lang::Zh), out: String::new(), roster: StaffFinder::default(), rejects: None }
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
                let cells: Vec<String> = row.cells.iter().map(|cell| cell.chars().take(40).collect()).collect();
                self.line(2, &format!("{}: rejected {}", row.line, cells.join(" | ")));
                for problem in problems {
                    let said = self.say(problem);
                    self.line(3, &said);
                }
                if let Some(rejects) = &mut self.rejects {
                    let reason: Vec<String> = problems.iter().map(|problem| self.texts.say(problem)).collect();
                    rejects.row(row.line, &row.cells, &row.wrong, &reason.join(";")).unwrap();
                }
            }
        }
        for warning in &row.warnings {
            let said = format!("warning {}", self.say(warning));
            self.line(3, &said);
        }
        Ok(())
    }

    fn end(&mut self, tally: &SheetTally) -> Result<(), Infallible> {
        let SheetTally { rows, rejected, blank, totals, headings, examples, unfilled } = tally;
        let mut all = format!(
            "rows {rows}, rejected {rejected}; blank {blank}, totals {totals}, headings {headings}, examples {examples}"
        );
        if *unfilled > 0 {
            all += &format!(", unfilled {unfilled}");
        }
        self.line(2, &all);
        Ok(())
    }
}

/// One import of these files: rosters first, then everything.
fn import(paths: &[PathBuf], root: &Path, settings: &IngestSettings) -> String {
    let mut first = Protocol::new();
    let shared = root != fixtures() && !root.join("no-roster").exists();
    if shared {
        let plain = self::settings(&fixtures());
        read_file(&fixtures().join("roster.csv"), Pass::Rosters, &plain, &StaffFinder::default(), &mut first).unwrap();
    }
    for path in paths {
        let _ = read_file(path, Pass::Rosters, settings, &StaffFinder::default(), &mut first);
    }
    let mut protocol = Protocol::new();
    for path in paths {
        let name = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
        protocol.line(0, &name);
        match read_file(path, Pass::All, settings, &first.roster, &mut protocol) {
            Ok(read) => {
                for sheet in read.sheets {
                    let name = sheet.sheet.as_deref().unwrap_or("-");
                    for remark in &sheet.remarks {
                        let said = format!("sheet {name}: remark {}", protocol.say(remark));
                        protocol.line(1, &said);
                    }
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
    golden::hold(cases.iter().map(|case| {
        let listing = list_files(std::slice::from_ref(case)).unwrap();
        golden::difference(case.join("expected.golden"), &import(&listing.files, case, &settings(case)))
    }));
}

/// The rejected rows of a file with their cells and reasons, sheet by sheet, and the file written for them.
fn rejected(path: &Path, settings: &IngestSettings, rejects: &Path) -> (Vec<String>, Vec<PathBuf>) {
    let mut roster = Protocol::new();
    let plain = self::settings(&fixtures());
    read_file(&fixtures().join("roster.csv"), Pass::Rosters, &plain, &StaffFinder::default(), &mut roster).unwrap();
    let mut protocol = Protocol::new();
    let mut format = RejectsWriter::ending(huifang::ingest::FileFormat::Text { separator: b',' });
    if ["xlsx", "xls", "ods"].iter().any(|ending| path.extension().is_some_and(|it| it == *ending)) {
        protocol.rejects = Some(RejectsWriter::new(rejects, huifang::ingest::FileFormat::Workbook));
        format = "xlsx";
    } else {
        protocol.rejects = Some(RejectsWriter::new(rejects, huifang::ingest::FileFormat::Text { separator: b',' }));
    }
    assert!(rejects.extension().is_none_or(|ending| ending == format));
    read_file(path, Pass::All, settings, &roster.roster, &mut protocol).ok().unwrap();
    let kept = protocol.out.lines().filter(|line| line.contains(": rejected ") || line.starts_with("      ["));
    // Row numbers and empty cells at the end are another matter.
    let told =
        |line: &str| line.split_once(": rejected ").map_or(line, |(_, cells)| cells).trim_end_matches(" | ").to_owned();
    let kept = kept.map(told).collect();
    (kept, protocol.rejects.take().unwrap().finish().unwrap())
}

#[test]
fn rejected_rows_come_back_as_they_were() {
    let dir = tempfile::tempdir().unwrap();
    let mut files = list_files(&[fixtures().join("rejected")]).unwrap().files;
    files.push(fixtures().join("shapes/22_errors_and_types.xlsx"));
    files.push(fixtures().join("headings/07_twice.csv"));
    for (at, file) in files.iter().enumerate() {
        let settings = settings(&fixtures());
        // The name says nothing: the kind is in the added headings.
        let ending = if file.extension().unwrap() == "xlsx" { "xlsx" } else { "csv" };
        let (first, written) = rejected(file, &settings, &dir.path().join(format!("{at}.{ending}")));
        assert!(!first.is_empty(), "{}", file.display());
        assert_eq!(written.len(), 1);
        let (second, _) = rejected(&written[0], &settings, &dir.path().join(format!("{at}-again.{ending}")));
        assert_eq!(first, second, "{}", file.display());
    }
}

#[test]
fn without_rejected_rows_there_is_no_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("none.csv");
    let file = fixtures().join("headings/01_traditional.csv");
    let (rows, written) = rejected(&file, &settings(&fixtures()), &path);
    assert_eq!((rows, written), (Vec::new(), Vec::new()));
    assert!(!path.exists());
}

#[test]
fn every_format_and_encoding_says_the_same() {
    let golden = fs::read_to_string(fixtures().join("formats/expected.golden")).unwrap();
    let rows = |line: &&str| line.trim_start().starts_with("2: {") || line.trim_start().starts_with("3: {");
    let said: Vec<&str> = golden.lines().filter(rows).collect();
    let files = list_files(&[fixtures().join("formats")]).unwrap().files.len();
    assert_eq!(said.len(), files * 2);
    assert_eq!(said.iter().collect::<std::collections::BTreeSet<_>>().len(), 2);
}

#[test]
fn books_as_a_clerk_writes_them_say_what_the_plain_ones_say() {
    let records = |case: &str| -> Vec<String> {
        let golden = fs::read_to_string(fixtures().join(case).join("expected.golden")).unwrap();
        let said = golden.lines().filter_map(|line| line.split_once(": {")).map(|(_, record)| record.to_owned());
        let mut said: Vec<String> = said.collect();
        said.sort();
        said
    };
    assert_eq!(records("plain-chinese"), records("plain-ids"));
}

#[test]
fn every_message_is_provoked_by_a_file() {
    // Said of things no small file in a repository can be: rights, full disks, gigabytes, paths on a command line.
    const NOT_BY_FILES: [&str; 15] = [
        "ingest-path-special",
        "ingest-book-empty-cells",
        "ingest-path-missing",
        "ingest-path-unreadable",
        "ingest-path-empty",
        "ingest-path-ending",
        "ingest-path-link",
        "ingest-path-no-file",
        "ingest-file-missing",
        "ingest-file-denied",
        "ingest-file-unreadable",
        "ingest-book-large",
        "ingest-text-endless",
        "ingest-rejects-unwritten",
        "ingest-rejects-too-many",
    ];
    // Parts of other messages, and headings.
    const PARTS: [&str; 5] =
        ["ingest-word", "ingest-in-column", "ingest-staff-named", "ingest-rejects-row", "ingest-rejects-why"];
    let texts = include_str!("../../src/texts/zh/ingest.ftl");
    let mut golden = String::new();
    for case in fs::read_dir(fixtures()).unwrap().map(|entry| entry.unwrap().path()) {
        golden += &fs::read_to_string(case.join("expected.golden")).unwrap_or_default();
    }
    let keys = texts.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key.trim());
    let silent: Vec<&str> = keys
        .filter(|key| !NOT_BY_FILES.contains(key) && !PARTS.contains(key) && !key.starts_with("ingest-io-"))
        .filter(|key| !golden.contains(&format!("[{key}]")))
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}
