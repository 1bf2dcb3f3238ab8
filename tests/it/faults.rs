//! Sheets that were once misread, each as a clerk had written it: files in their order, a command, and what must come.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::clerk::Clerk;
use serde_json::Value;
use std::path::Path;

const DAY: &str = "2026-11-27";

/// A house with its roster that counts violations of every day.
fn house() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.zh(&["init", "W", "--preset", "meeting-sales", "--in-force-from", "none"]).code, 0);
    import(&clerk, "roster.csv");
    clerk
}

/// Rows, added, known and rejected, and what was said of rows.
fn import(clerk: &Clerk, file: &str) -> ([u64; 4], String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/faults").join(file);
    let path = path.to_str().unwrap();
    let said = clerk.zh(&["-C", "W", "import", path, "--as-of", DAY, "--format", "json"]);
    let imported: Value = serde_json::from_str(&said.stdout).unwrap_or_else(|_| panic!("{file}: {said:?}"));
    let sheet = &imported["files"][0]["sheets"][0];
    (["rows", "added", "duplicate", "rejected"].map(|count| sheet[count].as_u64().unwrap()), said.stderr)
}

/// Household by household: its number and owner.
fn owners(files: &[&str], as_of: &str) -> Vec<(String, String)> {
    let clerk = house();
    files.iter().for_each(|file| drop(import(&clerk, file)));
    let said = clerk.zh(&["-C", "W", "owners", "--as-of", as_of, "--format", "json"]);
    let rows: Vec<Value> = serde_json::from_str(&said.stdout).unwrap_or_else(|_| panic!("{said:?}"));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    rows.iter().map(|row| (text(&row["household"]), text(&row["owner"]))).collect()
}

fn owner(files: &[&str], as_of: &str) -> String {
    owners(files, as_of).into_iter().map(|(_, owner)| owner).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_household_of_no_number_binds_nobody() {
    assert_eq!(owner(&["25_household_dash.csv", "25b_preheat.csv"], "2026-11-22"), "1001 1003 1002");
}

#[test]
fn cells_merged_downwards_hold_for_every_row() {
    let clerk = house();
    let merged = ["08k_merged_attendance.xlsx", "08l_merged_store.xlsx"].map(|file| import(&clerk, file).0);
    assert_eq!(merged, [[3, 3, 0, 0]; 2]);
    let fines = |place: &str| {
        let clerk = house();
        let files = ["08e_own.csv", "08f_preheat.csv", place, "08h_cover.csv"];
        files.iter().for_each(|file| drop(import(&clerk, file)));
        clerk.zh(&["-C", "W", "fines", "--month", "2026-11", "--as-of", DAY, "--format", "json"]).stdout
    };
    assert_eq!(fines("08c_merged_place.xlsx"), fines("08g_unmerged_place.xlsx"));
    assert!(!fines("08c_merged_place.xlsx").contains("late-form"));
}

#[test]
fn a_way_of_visiting_is_one_of_the_list() {
    let clerk = house();
    let (counts, said) = import(&clerk, "29_methods.csv");
    assert_eq!(counts, [30, 21, 0, 9]);
    let unknown = ["到店", "会场", "上门+电话", "电话/上门", "上门(未遇)", "已上门", "√", "未上门", "没有上门"];
    assert!(unknown.iter().all(|word| said.contains(word)), "{said}");
    let with = |visit| owner(&["34a_signup.csv", "34b_preheat.csv", "34c_att.csv", visit], "2026-11-06");
    assert_eq!(["34d_visit_上门拜访.csv", "34d_visit_上门.csv"].map(with), ["1001", "1001"]);
}

#[test]
fn midnight_is_the_day() {
    let clerk = house();
    let counts = ["54a_sale.xlsx", "54b_sale.csv", "54c_sale.csv"].map(|file| import(&clerk, file).0);
    assert_eq!(counts, [[2, 2, 0, 0], [2, 0, 2, 0], [2, 0, 2, 0]]);
    for later in ["56c_preheat_midnight.csv", "56d_preheat_date.csv", "56e_preheat_cell.xlsx"] {
        assert_eq!(owner(&["56_signup.csv", "56b_preheat_time.csv", later], "2026-11-22"), "1001", "{later}");
    }
}

#[test]
fn a_referrer_whom_nobody_knows_is_nobody() {
    let found = owners(&["28_referrer.csv", "28b_preheat.csv", "28c_sale.csv"], "2026-11-20");
    assert_eq!(found.iter().filter(|(_, owner)| owner == "1003").count(), 1, "{found:?}");
}

#[test]
fn what_cannot_be_told_is_rejected_with_its_reason() {
    for (file, counts, reasons) in [
        ("07c_no_cache_place.xlsx", [3, 0, 0, 3], vec!["没有存下算出来的结果"]),
        ("14b_dup_dates.csv", [1, 0, 0, 1], vec!["报名时间", "登记日期", "服务专员", "业务员"]),
        ("37_left_status.csv", [5, 1, 2, 2], vec!["第 2 行", "没有离职日期", "第 6 行", "9999-12-31"]),
        ("58_2025年1月回访.csv", [2, 1, 0, 1], vec!["12月31日", "2025-01"]),
    ] {
        let (found, said) = import(&house(), file);
        assert_eq!(found, counts, "{file}: {said}");
        assert!(reasons.iter().all(|reason| said.contains(reason)), "{file}: {said}");
    }
}

#[test]
fn what_is_odd_is_taken_with_a_remark() {
    for (file, taken, remarks) in [("55a.csv", 1, 1), ("26c_dummy.csv", 8, 7), ("01_filtered.xlsx", 4, 2)] {
        let clerk = house();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/faults").join(file);
        let said = clerk.zh(&["-C", "W", "import", path.to_str().unwrap(), "--as-of", DAY, "--format", "json"]);
        let imported: Value = serde_json::from_str(&said.stdout).unwrap();
        let sheet = &imported["files"][0]["sheets"][0];
        assert_eq!((&sheet["added"], &sheet["warnings"]), (&taken.into(), &remarks.into()), "{file}: {said:?}");
    }
}
