//! Workbooks: what stands in them by its type, how they are printed, that they are made again byte for byte, and that
//! a change of one is noticed.
#![allow(clippy::unwrap_used)]

use crate::clerk::Clerk;
use crate::page_width::{printed_bytes, shop};
use huifang::domain::Lang;
use huifang::ingest::plain_book;
use huifang::report::Medium;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const DAY: [&str; 2] = ["--as-of", "2026-10-30"];

fn run(clerk: &Clerk, args: &[&str]) -> crate::clerk::Said {
    clerk.run("zh", "shop", &[args, &DAY].concat())
}

/// A part of the workbook as text.
fn part(book: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(book)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The workbook with a text of one of its parts changed.
fn changed(book: &[u8], name: &str, from: &str, to: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let (called, mut bytes) = (file.name().unwrap().into_owned(), Vec::new());
        file.read_to_end(&mut bytes).unwrap();
        if called == name {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains(from), "{from} is not in {name}");
            bytes = text.replacen(from, to, 1).into_bytes();
        }
        out.start_file(called, SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

#[test]
fn the_same_report_is_the_same_workbook_and_a_changed_cell_is_named() {
    let clerk = shop();
    for (report, args) in [("fines", &["fines", "--month", "2026-10"][..]), ("explain", &["explain", "13631959976"])] {
        let file = format!("{report}.xlsx");
        let [one, other] = [0, 1].map(|_| {
            assert_eq!(run(&clerk, &[args, &["-o", &file]].concat()).code, 0);
            std::fs::read(clerk.path(&format!("shop/{file}"))).unwrap()
        });
        assert_eq!(one, other, "{report}");
        let same = run(&clerk, &["verify", &file]);
        assert_eq!(same.code, 0, "{same:?}");
    }
    let book = std::fs::read(clerk.path("shop/fines.xlsx")).unwrap();
    clerk.write("shop/fines.xlsx", changed(&book, SHEET, "<v>2250</v>", "<v>250</v>"));
    let differs = run(&clerk, &["verify", "fines.xlsx"]);
    assert_eq!(differs.code, 1, "{differs:?}");
    assert!(differs.stdout.contains("F5 按制度应处金额"), "{}", differs.stdout);
    assert!(differs.stdout.contains("250") && differs.stdout.contains("2250"), "{}", differs.stdout);
    // Without what it was made of nothing can be said of it.
    clerk.write("shop/fines.xlsx", changed(&book, "docProps/core.xml", "<dc:description>", "<dc:description>x"));
    assert_eq!(run(&clerk, &["verify", "fines.xlsx"]).code, 1);
}

#[test]
fn values_stand_by_their_types_and_sums_are_formulas_with_what_they_come_to() {
    let clerk = shop();
    let book = printed_bytes(&clerk, "zh", &["fines", "--month", "2026-10", "--format", "xlsx"], None);
    let sheet = part(&book, SHEET);
    // The number of staff is text, the month a date, the sum a number.
    assert!(sheet.contains("<c r=\"B4\"") && sheet.split("<c r=\"B4\"").nth(1).unwrap().contains("t=\"s\""));
    for cell in ["A4", "E4", "F4"] {
        let of = sheet.split(&format!("<c r=\"{cell}\"")).nth(1).unwrap();
        assert!(!of.split('>').next().unwrap().contains("t="), "{cell}");
    }
    assert!(sheet.contains("<f>SUBTOTAL(9,F4:F11)</f><v>2610</v>"), "{sheet}");
    assert!(sheet.contains("<autoFilter ref=\"A3:M11\"/>"), "{sheet}");
    let styles = part(&book, "xl/styles.xml");
    assert!(styles.contains("#,##0.00") && styles.contains("yyyy-mm"), "{styles}");
    // Of what cannot be summed there is no sum.
    let book = printed_bytes(&clerk, "zh", &["expiring", "--days", "30", "--format", "xlsx"], None);
    assert!(!part(&book, SHEET).contains("SUBTOTAL"));
}

#[test]
fn sheets_are_printed_on_a4_with_their_heading_their_stamp_and_page_numbers() {
    let clerk = shop();
    for (args, orientation) in [(&["violations"][..], "landscape"), (&["status"], "portrait")] {
        let book = printed_bytes(&clerk, "zh", &[args, &["--format", "xlsx"]].concat(), None);
        let sheet = part(&book, SHEET);
        let setup = format!("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"{orientation}\"");
        assert!(sheet.contains(&setup) && sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"), "{args:?}: {sheet}");
        assert!(sheet.contains("第 &amp;P 页，共 &amp;N 页"), "{args:?}");
        assert!(sheet.contains("state=\"frozen\"") && part(&book, "xl/workbook.xml").contains("Print_Titles"));
        assert!(!sheet.contains("sheetProtection"));
    }
    let book = printed_bytes(&clerk, "zh", &["violations", "--format", "xlsx"], None);
    let stamp = "数据截至 2026-10-30 · 第 1 批 ·";
    assert!(part(&book, SHEET).contains(stamp) && part(&book, "docProps/core.xml").contains(stamp));
}

#[test]
fn text_is_text() {
    let clerk = shop();
    clerk.write("shop/odd.csv", "at,customer,phone,channel,staff\n2026-10-30,'-王五,13810005678,flyer,1001\n");
    assert_eq!(run(&clerk, &["import", "odd.csv"]).code, 0);
    let book = printed_bytes(&clerk, "zh", &["due", "--format", "xlsx"], None);
    assert!(!part(&book, SHEET).contains("<f>"), "{}", part(&book, SHEET));
    assert!(plain_book(book).unwrap().sheets[0].cells.values().any(|text| text == "-王五"));
    let text = String::from_utf8(printed_bytes(&clerk, "zh", &["due", "--format", "csv"], None)).unwrap();
    assert!(text.contains(",'-王五,"), "{text}");
}

#[test]
fn an_apostrophe_that_kept_text_from_being_computed_is_taken_off_in_csv_only() {
    let clerk = shop();
    let row = |name: &str| format!("at,customer,phone,channel,staff\n2026-10-30,{name},13810005678,flyer,1001\n");
    let added = |file: &str| {
        let said = run(&clerk, &["import", file, "--add", "--format", "json"]);
        assert_eq!(said.code, 0, "{said:?}");
        let read: serde_json::Value = serde_json::from_str(&said.stdout).unwrap();
        read["files"][0]["sheets"][0]["added"].as_u64().unwrap()
    };
    clerk.write("shop/a.csv", row("-王五"));
    clerk.write("shop/b.csv", row("'-王五"));
    clerk.write("shop/c.csv", row("''-王五"));
    assert_eq!(["a.csv", "b.csv", "c.csv"].map(added), [1, 0, 1]);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (at, heading) in (0..).zip(["at", "customer", "phone", "channel", "staff"]) {
        sheet.write_string(0, at, heading).unwrap();
    }
    for (at, value) in (0..).zip(["2026-10-30", "'-王五", "13810005678", "flyer", "1001"]) {
        sheet.write_string(1, at, value).unwrap();
    }
    clerk.write("shop/d.xlsx", book.save_to_buffer().unwrap());
    // It is the row of c.csv, not that of b.csv.
    assert_eq!(added("d.xlsx"), 0);
}

#[test]
fn csv_is_written_in_either_encoding_and_verified_so() {
    let clerk = shop();
    let written = |name: &str, encoding: &[&str]| {
        assert_eq!(run(&clerk, &[&["owners", "-o", name], encoding].concat()).code, 0);
        std::fs::read(clerk.path(&format!("shop/{name}"))).unwrap()
    };
    let plain = written("plain.csv", &[]);
    assert_eq!(written("said.csv", &["--encoding", "utf-8"]), plain);
    let other = written("other.csv", &["--encoding", "gb18030"]);
    let (decoded, _, has_errors) = encoding_rs::GB18030.decode(&other);
    assert!(!has_errors);
    assert_eq!(plain.strip_prefix("\u{feff}".as_bytes()).unwrap(), decoded.as_bytes());
    assert_eq!(run(&clerk, &["verify", "other.csv"]).code, 0);
    let misspelt = decoded.replacen("钱翠萍", "钱翠苹", 1);
    clerk.write("shop/other.csv", encoding_rs::GB18030.encode(&misspelt).0);
    let differs = run(&clerk, &["verify", "other.csv"]);
    assert!(differs.code == 1 && differs.stdout.contains("钱翠苹"), "{differs:?}");
    let refused = run(&clerk, &["owners", "--format", "json", "--encoding", "gb18030"]);
    assert!(refused.code == 2 && refused.stderr.contains("“--encoding”只用于 CSV"), "{refused:?}");
}

#[cfg(unix)]
#[test]
fn a_workbook_is_not_poured_over_a_terminal() {
    use crate::terminal::Terminal;
    let clerk = shop();
    for (lang, said) in [("zh", "“xlsx”是文件，不能显示在屏幕上"), ("en", "`xlsx` is a file and cannot be shown")]
    {
        let at = |args: &[&str]| Terminal::of(&clerk, &[("HUIFANG_LANG", lang)], args).end();
        let (code, shown) = at(&["-C", "shop", "owners", "--format", "xlsx"]);
        assert!(code == 2 && shown.contains(said) && shown.contains("-o"), "{shown}");
        let (code, shown) = at(&["-C", "shop", "owners", "-o", "owners.xlsx"]);
        assert!(code == 0 && !shown.contains(said), "{shown}");
    }
}

/// They are filtered by their headings: a line above some of the rows would be filtered with them.
#[test]
fn workbooks_have_no_lines_between_their_rows_and_words_for_headings() {
    for (report, listing) in crate::report::books::Stage::new(Lang::En).listings(Medium::Workbook) {
        assert!(listing.groups.iter().all(|group| group.title.is_none()), "{report}");
        assert!(listing.headings.iter().all(|heading| !heading.title.contains('_')), "{report}");
    }
}
