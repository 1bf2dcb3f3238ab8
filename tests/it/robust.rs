//! Files made to do harm, or found by throwing dice: each gets its answer. What is large is made here, not kept.
//!
//! Time and memory are measured by hand: `/usr/bin/time -v` over one test of the built test program.

// Helpers of tests may fail loudly; the lint only knows that of the tests themselves.
#![allow(clippy::unwrap_used)]

use crate::clerk::Clerk;
use crate::ingest_damaged::settings;
use huifang::domain::{Lang, Message};
use huifang::ingest::{
    Pass, ReadError, ReadRow, SheetAnswer, SheetInfo, SheetTally, Sink, StaffFinder, list_files, read_file,
};
use huifang::texts::Texts;
use std::convert::Infallible;
use std::fs::{self, File};
use std::io::{BufWriter, Cursor, Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/ingest")
}

struct Counting(u64);

impl Sink for Counting {
    type Error = Infallible;

    fn sheet(&mut self, _: &SheetInfo) -> Result<(), Infallible> {
        Ok(())
    }

    fn row(&mut self, _: ReadRow) -> Result<(), Infallible> {
        self.0 += 1;
        Ok(())
    }

    fn end(&mut self, _: &SheetTally) -> Result<(), Infallible> {
        Ok(())
    }
}

/// How many rows were read, and what was said about the file and its sheets.
fn answer(path: &Path) -> (u64, Vec<&'static str>) {
    let settings = settings();
    let mut sink = Counting(0);
    let said = |message: &Message| {
        for lang in Lang::ALL {
            assert!(!Texts::new(lang).say(message).contains(|c: char| c.is_control() && c != '\n'), "{message:?}");
        }
        message.key
    };
    let keys = match read_file(path, Pass::All, &settings, &StaffFinder::default(), &mut sink) {
        Ok(read) => {
            let of = |answer: &SheetAnswer| match answer {
                SheetAnswer::Read { .. } => None,
                SheetAnswer::Broken { message, .. } | SheetAnswer::Refused(message) | SheetAnswer::Skipped(message) => {
                    Some(said(message))
                }
            };
            read.sheets.iter().filter_map(|sheet| of(&sheet.answer)).collect()
        }
        Err(ReadError::File(message)) => vec![said(&message)],
        Err(ReadError::Sink(never)) => match never {},
    };
    (sink.0, keys)
}

/// A folder in which one file is made after the other.
struct Forge(tempfile::TempDir);

impl Forge {
    fn new() -> Forge {
        Forge(tempfile::tempdir().unwrap())
    }

    /// What is said of a file of these bytes.
    fn bytes(&self, bytes: &[u8]) -> (u64, Vec<&'static str>) {
        self.written(|file| file.write_all(bytes).unwrap())
    }

    fn written(&self, write: impl FnOnce(&mut BufWriter<File>)) -> (u64, Vec<&'static str>) {
        // The name is to say nothing.
        let path = self.0.path().join("a");
        let mut file = BufWriter::new(File::create(&path).unwrap());
        write(&mut file);
        file.into_inner().unwrap();
        answer(&path)
    }
}

const BOOK: &str = "formats/20_shared.xlsx";
const SHEET: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";

/// A workbook like the fixture, some of its parts made anew from what they were.
fn remade(fixture: &str, remake: impl Fn(&str, String) -> String) -> Vec<u8> {
    let whole = fs::read(fixtures().join(fixture)).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut part = String::new();
        entry.read_to_string(&mut part).unwrap();
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        writer.write_all(remake(&name, part).as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The fixture with this in place of the part.
fn with_part(fixture: &str, part: &str, content: &str) -> Vec<u8> {
    remade(fixture, |name, before| if name == part { content.to_owned() } else { before })
}

/// Writes another unpacked size over that of a part, in both places where an archive keeps it.
fn claim(mut archive: Vec<u8>, part: &str, size: u32) -> Vec<u8> {
    for (mark, size_at, name_at) in [(b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)] {
        let is_part = |at: &usize| {
            archive[*at..].starts_with(mark)
                && archive.get(at + name_at..).is_some_and(|name| name.starts_with(part.as_bytes()))
        };
        let at = (0..archive.len()).find(is_part).unwrap();
        archive[at + size_at..at + size_at + 4].copy_from_slice(&size.to_le_bytes());
    }
    archive
}

#[test]
fn files_that_were_found_get_an_answer() {
    let files = list_files(&[fixtures().join("found")]).unwrap().files;
    assert!(!files.is_empty());
    for file in files {
        let (rows, said) = answer(&file);
        assert!(rows > 0 || !said.is_empty(), "{}", file.display());
    }
}

#[test]
fn sizes_that_are_not_true() {
    let forge = Forge::new();
    let whole = remade(BOOK, |_, part| part);
    assert_eq!(forge.bytes(&whole), (2, vec![]));
    for part in [SHEET, STRINGS] {
        assert_eq!(forge.bytes(&claim(whole.clone(), part, u32::MAX)), (0, vec!["ingest-book-bomb"]), "{part}");
    }
    let zeros = "0".repeat(64 << 20);
    let sheet = format!("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>{zeros}");
    let strings = format!("<sst><si><t>{zeros}");
    for (part, content) in [(SHEET, sheet), (STRINGS, strings)] {
        let lying = claim(with_part(BOOK, part, &content), part, 1_000);
        assert_eq!(forge.bytes(&lying), (0, vec!["ingest-book-damaged"]), "{part}");
    }
}

#[test]
fn markup_that_is_deep_or_explodes() {
    let forge = Forge::new();
    assert_eq!(forge.bytes(&with_part(BOOK, STRINGS, &"<si>".repeat(5_000_000))), (0, vec!["ingest-book-bomb"]));
    let deep = "<table:table>".repeat(2_000_000);
    assert_eq!(forge.bytes(&with_part("formats/30.ods", "content.xml", &deep)), (0, vec!["ingest-book-bomb"]));
    let entities: String = ('b'..='j')
        .zip('a'..)
        .map(|(outer, inner)| format!("<!ENTITY {outer} \"{}\">", format!("&{inner};").repeat(10)))
        .collect();
    let laughs = format!("<!DOCTYPE l [<!ENTITY a \"ha\">{entities}]><sst><si><t>&j;</t></si></sst>");
    assert_eq!(forge.bytes(&with_part(BOOK, STRINGS, &laughs)), (0, vec!["ingest-book-damaged"]));
    let page = format!("<html>{}", "<table><tr><td>".repeat(300_000));
    assert_eq!(forge.bytes(page.as_bytes()), (0, vec!["ingest-file-html"]));
}

#[test]
fn places_far_away() {
    let forge = Forge::new();
    let with = |before: &str, after: &str| {
        remade(BOOK, |name, part| if name == SHEET { part.replace(before, &format!("{after}{before}")) } else { part })
    };
    for place in ["XFD1048576", "ZZZZZZ4294967295"] {
        let cell = format!("<row r=\"1048576\"><c r=\"{place}\"><v>1</v></c></row>");
        let (rows, _) = forge.bytes(&with("</sheetData>", &cell));
        assert_eq!(rows, 2, "{place}");
    }
    assert_eq!(forge.bytes(&with("<sheetData>", "<dimension ref=\"A1:XFD4294967295\"/>")), (2, vec![]));
}

#[test]
fn more_parts_than_anybody_needs() {
    let forge = Forge::new();
    let sheets = remade(BOOK, |name, part| match (name, part.find("<sheet "), part.find("</sheets>")) {
        ("xl/workbook.xml", Some(start), Some(end)) => {
            format!("{}{}{}", &part[..start], part[start..end].repeat(100_000), &part[end..])
        }
        _ => part,
    });
    assert_eq!(forge.bytes(&sheets), (0, vec!["ingest-book-bomb"]));
    let mut many = zip::ZipWriter::new_append(Cursor::new(remade(BOOK, |_, part| part))).unwrap();
    for at in 0..100_000 {
        many.add_directory(format!("d/{at}"), SimpleFileOptions::default()).unwrap();
    }
    assert_eq!(forge.bytes(&many.finish().unwrap().into_inner()), (2, vec![]));
    let mut nested = vec![0; 1 << 20];
    for _ in 0..5 {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..16 {
            writer.start_file(format!("{at}.zip"), SimpleFileOptions::default()).unwrap();
            writer.write_all(&nested).unwrap();
        }
        nested = writer.finish().unwrap().into_inner();
    }
    assert_eq!(forge.bytes(&nested), (0, vec!["ingest-file-zip"]));
}

#[test]
fn compound_files_that_go_round() {
    const END: u32 = 0xFFFF_FFFE;
    let forge = Forge::new();
    // Sector 0 holds the table of chains, sector 1 the directory.
    let file = |next_of_directory: u32, next_of_tables: u32| {
        let mut bytes = vec![0; 512 * 3];
        bytes[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        let mut put = |at: usize, number: u32| bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
        put(28, 0x0009_FFFE);
        put(44, 1);
        put(48, 1);
        put(60, END);
        put(68, next_of_tables);
        (0..109).for_each(|at| put(76 + at * 4, u32::MAX));
        put(76, 0);
        (0..128).for_each(|at| put(512 + at * 4, u32::MAX));
        put(516, next_of_directory);
        bytes
    };
    assert_eq!(forge.bytes(&file(END, END)), (0, vec!["ingest-book-damaged"]));
    assert_eq!(forge.bytes(&file(1, END)), (0, vec!["ingest-book-damaged"]));
    assert_eq!(forge.bytes(&file(END, 1)), (0, vec!["ingest-book-damaged"]));
}

#[test]
fn text_without_measure() {
    const HEADINGS: &str = "回访日期,电话,专员,方式";
    let forge = Forge::new();
    let wide = format!("{HEADINGS}{}\n", ",x".repeat(1_000_000));
    assert_eq!(forge.bytes(wide.as_bytes()), (0, vec!["ingest-text-wide"]));
    let empty = format!("{HEADINGS}\n{}", format!("{}\n", ",".repeat(16_000)).repeat(1_200));
    assert_eq!(forge.bytes(empty.as_bytes()), (0, vec![]));
    let below = format!("{}{HEADINGS}\n", format!("{}\n", ",".repeat(16_000)).repeat(1_200));
    assert_eq!(forge.bytes(below.as_bytes()), (0, vec!["ingest-kind-no-table"]));
    let many = |file: &mut BufWriter<File>, piece: &str| {
        let piece = piece.repeat((1 << 20) / piece.len());
        (0..16).for_each(|_| file.write_all(piece.as_bytes()).unwrap());
    };
    assert_eq!(forge.written(|file| many(file, "\"")), (0, vec!["ingest-text-endless"]));
    assert_eq!(forge.written(|file| many(file, "a")), (0, vec!["ingest-text-endless"]));
    assert_eq!(forge.written(|file| many(file, "\0")), (0, vec!["ingest-file-binary"]));
    let unclosed = |file: &mut BufWriter<File>| {
        write!(file, "{HEADINGS}\n2026-03-02,13812345678,\"").unwrap();
        many(file, "a,b\n");
    };
    assert_eq!(forge.written(unclosed), (0, vec!["ingest-text-endless"]));
    let swallowing = |file: &mut BufWriter<File>| {
        write!(file, "{HEADINGS}\n2026-03-02,13812345678,\"").unwrap();
        many(file, "\n");
    };
    assert_eq!(forge.written(swallowing), (0, vec!["ingest-text-endless"]));
    // However many blank lines there are, they are no record.
    for blank in ["\n", "\r\n"] {
        let between = |file: &mut BufWriter<File>| {
            many(file, blank);
            writeln!(file, "{HEADINGS}").unwrap();
            many(file, blank);
            writeln!(file, "2026-03-02,13812345678,张三,上门").unwrap();
            many(file, blank);
        };
        assert_eq!(forge.written(between), (1, vec![]), "{blank:?}");
    }
}

#[test]
fn values_too_far_away_to_be_read_are_said_aloud() {
    let clerk = Clerk::new();
    clerk.zh(&["init", "店", "--in-force-from", "none"]);
    clerk.write("花名册.csv", "工号,姓名,岗位\nA01,张三,专员\nA02,李四,专员\n");
    clerk.write("出货.xlsx", fs::read(fixtures().join("far/03_rows_of_their_own.xlsx")).unwrap());
    let import = ["-C", "店", "import", "花名册.csv", "出货.xlsx", "--dry-run"];
    let (zh, en) = (clerk.zh(&import), clerk.en(&import));
    let said = "出货.xlsx Sheet1 已读取，请留意：GJI9 的“甲”等，共 2 行有内容比能读的栏目更靠右";
    assert!(zh.stderr.contains(said), "{}", zh.stderr);
    let said =
        "出货.xlsx Sheet1 was read, but: 2 rows have values further right than any ledger reaches, first `甲` in GJI9";
    assert!(en.stderr.contains(said), "{}", en.stderr);
}

#[test]
fn nothing_in_a_file_or_its_name_steers_the_terminal() {
    let clerk = Clerk::new();
    clerk.zh(&["init", "店", "--in-force-from", "none"]);
    let red = "\u{1b}[31m\u{9b}2J\u{7}\u{202e}";
    clerk.write(
        &format!("台账/{red}回访.csv"),
        format!("回访日期,电话,专员,方式,{red}别的\n2026-03-02,138{red}12345678,张{red}三,{red}飞\n{red},,,\n"),
    );
    clerk.write(&format!("台账/{red}别的.csv"), format!("{red}甲,乙,丙\n1,2,3\n"));
    let book = remade(BOOK, |name, part| match name {
        "xl/workbook.xml" => part.replace("<sheet name=\"", "<sheet name=\"&#27;[31m&#155;2J&#7;&#8238;"),
        STRINGS => part.replace("<t>", "<t>&#27;[31m&#155;2J&#7;&#8238;"),
        _ => part,
    });
    clerk.write(&format!("台账/{red}簿.xlsx"), book);
    let commands: [&[&str]; 7] = [
        &["import", "台账", "--dry-run"],
        &["import", "台账", "--dry-run", "--format", "json"],
        &["import", "台账", "--dry-run", "-v"],
        &["import", "台账"],
        &["batches"],
        &["check"],
        &["status"],
    ];
    for command in commands {
        for said in [clerk.zh(&[&["-C", "店"], command].concat()), clerk.en(&[&["-C", "店"], command].concat())] {
            let steers = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || c == '\u{202e}';
            assert!(!said.stdout.contains(steers), "{command:?} {:?}", said.stdout);
            assert!(!said.stderr.contains(steers), "{command:?} {:?}", said.stderr);
        }
    }
}
