//! `check` speaks the language of whoever reads it, not of whoever imported, and shows nobody's number.
#![allow(clippy::unwrap_used)]

use crate::clerk::Clerk;
use rusqlite::Connection;
use serde_json::Value;

/// A house whose sheet was imported in Chinese: a landline without its 0, a number with a digit too few.
fn house() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.zh(&["init", "店", "--in-force-from", "none"]).code, 0);
    clerk.write(
        "报名.csv",
        "日期,顾客,电话,来源,专员\n2026-03-01,陈桂兰,55163077190,单子,1001\n2026-03-02,吴玉梅,1380000001,单子,1001\n",
    );
    clerk.write("花名册.csv", "工号,姓名\n1001,王小丽\n");
    assert_eq!(clerk.zh(&["-C", "店", "import", "花名册.csv", "报名.csv", "--as-of", "2026-03-03"]).code, 3);
    clerk
}

fn listed(said: &str) -> Vec<(String, String, String)> {
    let rows: Value = serde_json::from_str(said).unwrap();
    let rows = rows.as_array().or_else(|| rows["rows"].as_array()).unwrap();
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    rows.iter().map(|row| (text(row, "code"), text(row, "id"), text(row, "message"))).collect()
}

const CHECK: [&str; 7] = ["-C", "店", "check", "--as-of", "2026-03-03", "--format", "json"];

#[test]
fn remarks_are_said_in_the_language_of_the_reader() {
    let clerk = house();
    let (zh, en) = (listed(&clerk.zh(&CHECK).stdout), listed(&clerk.en(&CHECK).stdout));
    let called =
        |rows: &[(String, String, String)]| rows.iter().map(|row| (row.0.clone(), row.1.clone())).collect::<Vec<_>>();
    assert_eq!(called(&zh), called(&en));
    let of = |rows: &[(String, String, String)], code: &str| rows.iter().find(|row| row.0 == code).unwrap().2.clone();
    assert_eq!(of(&zh, "warning"), "“电话”：开头的 0 丢了，已补上，按 0551-****7190 收下；请核对");
    assert_eq!(of(&zh, "rejected"), "“电话”：“138***0001”不是电话号码；手机要 11 位，座机要有区号或 7–8 位");
    assert_eq!(of(&en, "warning"), "`电话`: its leading 0 was lost and is put back: read as 0551-****7190, check it");
    assert_eq!(
        of(&en, "rejected"),
        "`电话`: `138***0001` is not a phone number; a mobile has 11 digits, a landline its area code or 7–8 digits"
    );
}

#[test]
fn a_mistyped_number_is_shown_to_who_asks_for_numbers() {
    let clerk = house();
    let said = clerk.zh(&[&CHECK[..], &["--reveal"]].concat()).stdout;
    assert!(said.contains("1380000001") && said.contains("0551-63077190"), "{said}");
    // Where the row is to be corrected it stands as it was written.
    let rejects = std::fs::read_to_string(clerk.path("店/rejects/报名-rejects-1.csv")).unwrap();
    assert!(rejects.contains("“1380000001”不是电话号码"), "{rejects}");
}

#[test]
fn what_was_kept_in_words_is_still_read() {
    let clerk = house();
    let journal = Connection::open(clerk.path("店/huifang.db")).unwrap();
    journal
        .execute_batch(
            "DROP TRIGGER cells_are_final;
             UPDATE cells SET warnings = '[\"开头的 0 丢了\"]' WHERE warnings IS NOT NULL;
             UPDATE rejected SET reasons = '[\"“1380000001”不是电话号码\"]';
             CREATE TRIGGER cells_are_final BEFORE UPDATE ON cells BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
             PRAGMA user_version = 7;",
        )
        .unwrap();
    drop(journal);
    let said: Vec<String> = listed(&clerk.en(&CHECK).stdout).into_iter().map(|row| row.2).collect();
    assert!(said.contains(&"开头的 0 丢了".to_owned()), "{said:?}");
    assert!(said.iter().any(|said| said.contains("不是电话号码")), "{said:?}");
}
