//! Whole outputs, compared with `fixtures/reports`. `UPDATE_GOLDEN=1 cargo test --test it report` writes them anew.

use super::books::*;
use huifang::domain::Lang;
use huifang::render::{Mark, TablePage, csv, json, table};
use huifang::report::*;
use std::path::Path;

fn compare(name: &str, made: &[u8]) -> Option<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/reports").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, made).unwrap();
    }
    let (kept, made) = (std::fs::read_to_string(&file).unwrap_or_default(), String::from_utf8_lossy(made));
    (kept != made).then(|| format!("--- {name} as kept\n{kept}\n+++ as made\n{made}"))
}

fn assert_all(differences: impl IntoIterator<Item = Option<String>>) {
    let differences: Vec<String> = differences.into_iter().flatten().collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
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
    assert_all(differences);
}

#[test]
fn sheets_are_headed_in_chinese_or_with_the_fields_ids() {
    let mut differences = Vec::new();
    for (lang, code) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (report, listing) in Stage::new(lang).listings(Medium::Sheet) {
            differences.push(compare(&format!("{report}.{code}.csv"), &csv(&listing, Mark::None).unwrap()));
        }
    }
    assert_all(differences);
}

#[test]
fn json_has_the_fields_of_the_interface_in_their_order() {
    let stage = Stage::new(Lang::En);
    assert_all([
        compare("due.json", &json(&due(&stage.assessment, &stage.books, None)).unwrap()),
        compare("owners.json", &json(&owners(&stage.assessment, &stage.books, OwnersOf::default())).unwrap()),
        compare("violations.json", &json(&stage.violations(ViolationsOf::default())).unwrap()),
        compare("fines.json", &json(&stage.fines(FinesBy::Staff)).unwrap()),
        compare("fines-by-department.json", &json(&stage.fines(FinesBy::Department)).unwrap()),
    ]);
}
