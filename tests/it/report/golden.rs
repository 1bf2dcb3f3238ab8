//! Whole outputs, compared with `fixtures/reports`.

use super::books::*;
use crate::golden;
use huifang::domain::Lang;
use huifang::render::{ByteOrderMark, TablePage, csv, json, table};
use huifang::report::*;
use std::path::Path;

fn compare(name: &str, made: &[u8]) -> Option<String> {
    golden::difference(Path::new("fixtures/reports").join(name), &String::from_utf8_lossy(made))
}

#[test]
fn pages_are_readable_on_narrow_and_wide_terminals() {
    let mut differences = Vec::new();
    for (lang, code) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (report, listing) in Stage::new(lang).listings(Medium::Page) {
            for width in [60, 200] {
                let made = table(&listing, TablePage { width, colour: false });
                differences.push(compare(&format!("{report}.{code}.{width}.txt"), &made));
            }
        }
    }
    golden::hold(differences);
}

#[test]
fn sheets_are_headed_in_chinese_or_with_the_fields_ids() {
    let mut differences = Vec::new();
    for (lang, code) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (report, listing) in Stage::new(lang).listings(Medium::Sheet) {
            differences.push(compare(&format!("{report}.{code}.csv"), &csv(&listing, ByteOrderMark::None).unwrap()));
        }
    }
    golden::hold(differences);
}

#[test]
fn json_has_the_fields_of_the_interface_in_their_order() {
    let stage = Stage::new(Lang::En);
    golden::hold([
        compare("due.json", &json(&due(&stage.assessment, &stage.books, None)).unwrap()),
        compare("owners.json", &json(&owners(&stage.assessment, &stage.books, OwnersOf::default())).unwrap()),
        compare("violations.json", &json(&stage.violations(ViolationsOf::default())).unwrap()),
        compare("fines.json", &json(&stage.fines(FinesBy::Staff)).unwrap()),
        compare("fines-by-department.json", &json(&stage.fines(FinesBy::Department)).unwrap()),
    ]);
}
