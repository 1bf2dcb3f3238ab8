//! A roster that changes people: old → new is said before it is done, and more than a few people are asked about.
#![allow(clippy::unwrap_used)]

use crate::clerk::Clerk;
use std::fs;

const ROSTER: &str = "工号,姓名,岗位,部门,入职日期,月工资
1001,张建国,服务专员,市场一部,2024-03-01,4600
1002,李秋兰,服务专员,市场一部,2024-03-01,4000
1003,王铁生,服务专员,市场二部,2024-03-01,5000
1004,宋雅琴,服务专员,市场二部,2024-03-01,5000
";

fn shop() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.zh(&["init", "shop"]).code, 0);
    clerk.write("花名册.csv", ROSTER);
    let first = clerk.zh(&["-C", "shop", "import", "花名册.csv"]);
    assert_eq!((first.code, first.stderr.as_str()), (0, ""), "a first roster changes nobody");
    clerk
}

/// The people's lines of a roster in which that is put instead of each.
fn with(from: &str, to: &str) -> String {
    ROSTER.replace(from, to)
}

#[test]
fn what_changes_is_said_person_by_person_and_the_log_counts_them() {
    let clerk = shop();
    clerk.write("十一月.csv", "工号,姓名,岗位,部门,月工资,生效日期\n1001,张建国,部门经理,市场二部,6000,2026-11-01\n");
    let said = clerk.zh(&["-C", "shop", "import", "十一月.csv"]);
    assert_eq!(said.code, 0);
    assert_eq!(
        said.stderr,
        "花名册上原有的 1 人有改动（旧 → 新）：
  1001 张建国：岗位 服务专员 → 部门经理（自 2026-11-01 起）
  1001 张建国：部门 市场一部 → 市场二部（自 2026-11-01 起）
  1001 张建国：月工资 4600 → 6000（自 2026-11-01 起）
"
    );
    let log = fs::read_to_string(clerk.path("shop/huifang.log")).unwrap();
    assert!(log.trim_end().ends_with("；花名册改动 1 人"), "{log}");
}

#[test]
fn four_people_at_once_are_asked_about_on_a_terminal() {
    for (answer, code, batches) in [("n\n", 1, 1), ("", 1, 1), ("是\n", 0, 2)] {
        let clerk = shop();
        clerk.write("工资调整.csv", with("市场一部", "市场三部").replace("市场二部", "市场三部"));
        let said = clerk.answered("shop", &["import", clerk.path("工资调整.csv").to_str().unwrap()], answer);
        let asked = "  1004 宋雅琴：部门 市场二部 → 市场三部\n花名册上 4 人会这样改动，继续导入吗？（y/N）\n";
        assert!(said.stderr.contains(asked), "{said:?}");
        assert_eq!(said.code, code, "{said:?}");
        assert_eq!(said.stderr.contains("什么也没有导入，因为花名册的改动没有确认"), code == 1, "{said:?}");
        let listed = clerk.zh(&["-C", "shop", "batches", "--format", "csv"]).stdout;
        assert_eq!(listed.lines().count(), batches + 1, "{listed}");
    }
}

#[test]
fn three_people_are_not_asked_about_nor_anybody_where_nobody_can_answer() {
    let clerk = shop();
    clerk.write("二部.csv", with("市场二部", "市场三部"));
    let said = clerk.answered("shop", &["import", clerk.path("二部.csv").to_str().unwrap()], "");
    assert!(said.code == 0 && !said.stderr.contains("继续导入吗"), "{said:?}");
    clerk.write("合并.csv", with("市场一部", "市场三部").replace("市场二部", "市场四部"));
    let said = clerk.zh(&["-C", "shop", "import", "--dry-run", "合并.csv"]);
    assert!(said.code == 0 && said.stderr.starts_with("花名册上原有的 4 人有改动"), "{said:?}");
}

#[test]
fn the_night_writes_it_down_and_json_has_it() {
    let clerk = shop();
    clerk.write("shop/inbox/调整.csv", with("市场一部", "市场三部").replace("市场二部", "市场三部"));
    let said = clerk.zh(&["-C", "shop", "nightly", "--as-of", "2026-11-20", "--format", "json"]);
    assert_eq!(said.code, 0, "{said:?}");
    let json: serde_json::Value = serde_json::from_str(&said.stdout).unwrap();
    let first = &json["imported"]["roster"][0];
    assert_eq!(
        *first,
        serde_json::json!({"staff": "1001", "name": "张建国", "field": "department", "before": "市场一部", "after": "市场三部", "from": null})
    );
    let intake = fs::read_to_string(clerk.path("shop/reports/2026-11-20/录入情况.txt")).unwrap();
    assert!(intake.contains("花名册上原有的 4 人有改动") && intake.contains("市场二部 → 市场三部"), "{intake}");
}
