//! Every format of every listing: each is accepted, and is what it says it is.
//!
//! The formats are walked as they are registered: of one that is new it is said here what it has to be.
#![allow(clippy::unwrap_used)]

use crate::page_width::{LISTINGS, printed_bytes, shop};
use huifang::ingest::plain_book;
use huifang::render::Format;
use quick_xml::Reader;
use quick_xml::events::Event;
use unicode_width::UnicodeWidthStr;

/// What is not written so: explanations have no rows, and outside of a list there is nothing to lay out.
fn is_told_otherwise(args: &[&str], format: Format) -> bool {
    match format {
        Format::Csv => args.is_empty() || args.first() == Some(&"explain"),
        Format::Html | Format::Xlsx => args.is_empty(),
        Format::Table | Format::Json => false,
    }
}

#[test]
fn every_listing_can_be_written_in_every_format() {
    let clerk = shop();
    let finding = ["finding", "add", "--violation", "V-Z42PVXAXRK", "--verdict", "属实", "--by", "周敏", "--dry-run"];
    let mut count = 0;
    for args in LISTINGS.iter().copied().chain([&finding[..]]) {
        for format in Format::ALL.iter().copied().filter(|format| !is_told_otherwise(args, *format)) {
            let written = printed_bytes(&clerk, "zh", &[args, &["--format", format.id()]].concat(), None);
            let said = String::from_utf8_lossy(&written);
            check(format, &written).unwrap_or_else(|why| panic!("{args:?} as {}: {why}\n{said}", format.id()));
            count += 1;
        }
    }
    assert!(count > 150, "{count}");
}

/// Whether it is what the format promises.
fn check(format: Format, bytes: &[u8]) -> Result<(), String> {
    let written = if format.exporter().is_text() { std::str::from_utf8(bytes).map_err(|e| e.to_string())? } else { "" };
    match format {
        Format::Table => {
            let is_wide = |line: &&str| line.width_cjk() > 80 && !line.trim_start().starts_with("huifang ");
            written.lines().find(is_wide).map_or(Ok(()), |line| Err(format!("wider than the page: {line}")))
        }
        // A row of another length is an error of the reader.
        Format::Csv => {
            let mut reader = csv::Reader::from_reader(written.as_bytes());
            let headings = reader.headers().map_err(|error| error.to_string())?.clone();
            if headings.iter().any(str::is_empty) {
                return Err(format!("a column without a heading: {headings:?}"));
            }
            reader.records().try_for_each(|row| row.map(drop)).map_err(|error| error.to_string())
        }
        Format::Json => serde_json::from_str::<serde_json::Value>(written).map(drop).map_err(|error| error.to_string()),
        Format::Html => well_formed(written),
        Format::Xlsx => plain_book(bytes.to_vec()).map_err(|why| format!("{why:?}")).and_then(|book| {
            let filled = book.sheets.iter().any(|sheet| !sheet.cells.is_empty());
            if filled { Ok(()) } else { Err("an empty workbook".to_owned()) }
        }),
    }
}

/// Every tag that is opened is closed where it has to be, and every row has a cell for each heading.
fn well_formed(page: &str) -> Result<(), String> {
    let body = page.strip_prefix("<!DOCTYPE html>").ok_or("no HTML")?;
    // These are closed by themselves.
    let body: String =
        body.lines().filter(|line| !line.starts_with("<meta ")).map(|line| format!("{line}\n")).collect();
    let mut reader = Reader::from_str(&body);
    let (mut headings, mut cells, mut in_head) = (0, 0, false);
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) => match tag.name().as_ref() {
                "thead" => in_head = true,
                "th" if in_head => headings += 1,
                "td" => cells += 1,
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                "thead" => in_head = false,
                "tr" if cells != 0 && cells != headings => return Err(format!("{cells} cells of {headings}")),
                "tr" => cells = 0,
                _ => {}
            },
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

#[test]
fn a_page_of_html_of_a_list_can_be_made_again() {
    let clerk = shop();
    let day = ["--as-of", "2026-10-30"];
    let args = |args: &[&'static str]| [args, &day].concat();
    let written = clerk.run("zh", "shop", &args(&["owners", "--status", "open", "-o", "open.html"]));
    assert_eq!(written.code, 0, "{written:?}");
    let verified = clerk.run("zh", "shop", &args(&["verify", "open.html"]));
    assert_eq!(verified.code, 0, "{verified:?}");
    let page = std::fs::read_to_string(clerk.path("shop/open.html")).unwrap();
    clerk.write("shop/open.html", page.replacen("data-of=\"家庭\">1", "data-of=\"家庭\">2", 1));
    assert_eq!(clerk.run("zh", "shop", &args(&["verify", "open.html"])).code, 1);
}

#[test]
fn quantities_stand_in_columns_of_quantities_only() {
    use huifang::domain::Lang;
    use huifang::report::{CellValue, Form, Medium};
    for medium in [Medium::Page, Medium::Sheet, Medium::Workbook] {
        for (report, listing) in crate::report::books::Stage::new(Lang::Zh).listings(medium) {
            for row in listing.groups.iter().flat_map(|group| &group.rows) {
                for (cell, heading) in row.iter().zip(&listing.headings) {
                    let is_quantity =
                        matches!(cell.value, CellValue::Count(_) | CellValue::Money(_) | CellValue::Number(_));
                    let fits = cell.value == CellValue::Blank || is_quantity == (heading.form == Form::Number);
                    assert!(fits, "{report}, {}: {:?}", heading.id, cell.value);
                }
            }
        }
    }
}
