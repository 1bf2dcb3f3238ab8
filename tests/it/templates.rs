//! Blank ledgers: written, filled in as people fill them in, and taken in again.
#![allow(clippy::unwrap_used)]

mod filled;

use crate::clerk::{Clerk, Said};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

const ROSTER: &str = "工号,姓名,岗位,部门,入职日期,离职日期\n\
    0011,林晓梅,服务专员,一部,2026-01-05,\n\
    0012,高志强,专员,一部,2026-02-01,\n\
    0013,高志强,服务专员,二部,2026-03-01,\n\
    0021,郑建华,部门经理,一部,2025-01-01,\n\
    0031,钱伯年,咨询专家,咨询部,2025-01-01,\n\
    0041,叶小青,数据员,数据部,2025-01-01,\n\
    0051,宋雅琴,服务专员,二部,2025-01-01,2026-11-10\n\
    0052,冯春燕,服务专员,二部,2025-01-01,2026-05-10\n";

/// A workspace with that roster, on 2026-11-21.
fn shop() -> Clerk {
    let clerk = Clerk::new();
    clerk.write("roster.csv", ROSTER);
    assert_eq!(clerk.en(&["init", "shop", "--in-force-from", "none"]).code, 0);
    assert_eq!(clerk.en(&["-C", "shop", "import", "roster.csv"]).code, 0);
    clerk
}

fn templates(clerk: &Clerk, lang: &str, folder: &str) -> Said {
    clerk.en(&["-C", "shop", "templates", folder, "--lang", lang, "--as-of", "2026-11-21"])
}

fn import(clerk: &Clerk, folder: &str, lang: &str) -> (Said, Value) {
    let args = ["-C", "shop", "import", folder, "--lang", lang, "--as-of", "2026-11-21", "--format", "json"];
    let said = clerk.en(&args);
    let json = serde_json::from_str(&said.stdout).unwrap();
    (said, json)
}

/// Of each file its ledgers with the rows added, and how many rows were refused or questioned.
fn taken(json: &Value) -> BTreeMap<String, (String, u64, u64)> {
    let file = |file: &Value| {
        let path = file["path"].as_str().unwrap();
        let name = path.rsplit(['/', '\\']).next().unwrap().to_owned();
        let sheets = file["sheets"].as_array().unwrap();
        let ledgers: Vec<&Value> = sheets.iter().filter(|sheet| !sheet["kind"].is_null()).collect();
        assert_eq!((ledgers.len(), sheets.len()), (1, 2), "{file}");
        let count = |key: &str| ledgers[0][key].as_u64().unwrap();
        let odd = count("rejected") + count("skipped") + count("warnings") + count("duplicate");
        (name, (ledgers[0]["kind"].as_str().unwrap().to_owned(), count("added"), odd))
    };
    json["files"].as_array().unwrap().iter().map(file).collect()
}

const KINDS: [(&str, &str); 18] = [
    ("staff", "员工花名册"),
    ("wage", "工资表"),
    ("signup", "新增资源一览表"),
    ("preheat", "预热情况统计表"),
    ("invite", "邀约登记表"),
    ("attendance", "到会签到表"),
    ("sale", "出货名单"),
    ("return", "退货登记表"),
    ("visit", "客户回访表"),
    ("expert_call", "专家电话回访表"),
    ("supervision", "部长监督电话登记表"),
    ("complaint", "投诉登记表"),
    ("assignment", "资源分配登记表"),
    ("handover", "离职交接表"),
    ("stop", "停访登记表"),
    ("household", "家庭成员关系表"),
    ("finding", "违规处理登记表"),
    ("service", "服务记录"),
];

fn expected(lang: &str, rows: impl Fn(&str) -> u64) -> BTreeMap<String, (String, u64, u64)> {
    let of = |(id, chinese): (&str, &str)| {
        let name = if lang == "zh" { chinese } else { id };
        (format!("{name}.xlsx"), (id.to_owned(), rows(id), 0))
    };
    KINDS.into_iter().map(of).collect()
}

#[test]
fn blank_ledgers_are_known_and_hold_no_rows() {
    let clerk = shop();
    for lang in ["zh", "en"] {
        assert_eq!(templates(&clerk, lang, lang).code, 0);
        let (said, json) = import(&clerk, lang, lang);
        assert_eq!(said.code, 0, "{said:?}");
        assert_eq!(taken(&json), expected(lang, |_| 0));
        // Their own pages of notes are passed over, and nothing is to be said.
        assert_eq!(said.stderr, "");
    }
}

#[test]
fn whatever_a_template_offers_is_taken_in_without_a_word() {
    for lang in ["zh", "en"] {
        let clerk = shop();
        assert_eq!(templates(&clerk, lang, "blank").code, 0);
        fs::create_dir(clerk.path("filled")).unwrap();
        let mut rows: BTreeMap<&str, u64> = BTreeMap::new();
        for (id, chinese) in KINDS {
            let name = format!("{}.xlsx", if lang == "zh" { chinese } else { id });
            let mut sheet = filled::Sheet::open(&clerk.path("blank").join(&name));
            // Only some offences take an amount; and no call list has given the number of a task out here.
            sheet.leave_blank(if id == "finding" { ["金额", "amount"] } else { ["回访单号", "task"] });
            rows.insert(id, sheet.fill(&clerk.path("filled").join(&name)));
        }
        let (said, json) = import(&clerk, "filled", lang);
        assert_eq!(taken(&json), expected(lang, |id| rows[id]), "{}", said.stderr);
        assert_eq!(said.code, 0, "{}", said.stderr);
        assert_eq!((rows["signup"], rows["household"], rows["stop"]), (7, 1, 6));
        assert_eq!(rows["finding"], 28);
    }
}

#[test]
fn drop_downs_offer_the_houses_staff_in_the_readers_words() {
    let clerk = shop();
    templates(&clerk, "zh", "blank");
    let offered =
        |file: &str, heading: &str| filled::Sheet::open(&clerk.path(&format!("blank/{file}.xlsx"))).choices(heading);
    // Two bear one name; one has left long ago.
    let all = ["林晓梅", "0012", "0013", "郑建华", "钱伯年", "叶小青", "宋雅琴"];
    assert_eq!(offered("出货名单", "专员（必填）"), all);
    assert_eq!(offered("出货名单", "咨询专家"), ["钱伯年"]);
    assert_eq!(offered("部长监督电话登记表", "部长（必填）"), ["郑建华"]);
    assert_eq!(offered("出货名单", "出货地点"), ["会场", "专卖店", "上门", "电话"]);
    assert_eq!(offered("客户回访表", "本人签名"), ["本人", "手印", "家属代签", "拒签", "无"]);
    assert_eq!(offered("违规处理登记表", "违规类别（必填）")[..2], ["回访表迟交", "当月未回访"]);
    assert_eq!(offered("停访登记表", "恢复日期"), Vec::<String>::new());
}

#[test]
fn outside_a_workspace_there_are_offences_and_no_staff() {
    let clerk = Clerk::new();
    let said = clerk.en(&["templates", "blank"]);
    assert_eq!(
        said,
        Said {
            code: 0,
            stdout: "18 blank ledgers are in `blank` now.\n\
                Fill them in with Excel or WPS, then put them into the inbox or import them with huifang import;\n\
                the sheet `notes` of each says what to write.\n"
                .into(),
            stderr: "the drop-downs offer no staff yet: import the roster, then write the templates again\n".into(),
        }
    );
    let finding = filled::Sheet::open(&clerk.path("blank/finding.xlsx"));
    assert_eq!(finding.choices("staff (required)"), Vec::<String>::new());
    assert_eq!(finding.choices("offence (required)")[..2], ["form handed in late", "no visit in the month"]);
    assert_eq!(clerk.en(&["-C", "shop", "templates", "more"]).code, 1);
}

#[test]
fn the_same_house_gives_the_same_bytes() {
    let clerk = shop();
    templates(&clerk, "zh", "one");
    templates(&clerk, "zh", "other");
    for (_, name) in KINDS {
        let read = |folder: &str| fs::read(clerk.path(&format!("{folder}/{name}.xlsx"))).unwrap();
        assert!(read("one") == read("other"), "{name}");
    }
}

#[test]
fn what_somebody_has_worked_in_is_never_written_over() {
    let clerk = shop();
    let sale = clerk.path("shop/templates/sale.xlsx");
    assert_eq!(filled::Sheet::open(&sale).choices("staff (required)").len(), 7);

    filled::Sheet::open(&sale).save_as_people_do(&sale);
    fs::remove_file(clerk.path("shop/templates/visit.xlsx")).unwrap();
    let worked_in = fs::read(&sale).unwrap();
    let folder = clerk.path("shop/templates");
    let refused = Said::failed(
        1,
        &format!(
            "error: sale.xlsx in `{}`: already edited, so nothing was written\n\
             what to do: choose another folder, or move these files away\n",
            folder.display()
        ),
    );
    assert_eq!(templates(&clerk, "en", "shop/templates"), refused);
    assert!(fs::read(&sale).unwrap() == worked_in);
    assert!(!clerk.path("shop/templates/visit.xlsx").exists());

    fs::write(&sale, "not a workbook").unwrap();
    assert_eq!(templates(&clerk, "en", "shop/templates"), refused);
}

#[test]
fn drop_downs_renew_themselves_with_the_roster_where_nobody_has_worked() {
    let clerk = Clerk::new();
    clerk.write("roster.csv", ROSTER);
    clerk.en(&["init", "shop"]);
    let offered = |file: &str| {
        let file = clerk.path("shop/templates").join(file);
        filled::Sheet::open(&file).choices("staff (required)").len()
    };
    assert_eq!((offered("sale.xlsx"), offered("visit.xlsx")), (0, 0));
    let visit = clerk.path("shop/templates/visit.xlsx");
    filled::Sheet::open(&visit).save_as_people_do(&visit);
    let worked_in = fs::read(&visit).unwrap();
    fs::remove_file(clerk.path("shop/templates/stop.xlsx")).unwrap();
    let said = clerk.zh(&["-C", "shop", "import", "roster.csv", "--as-of", "2026-11-21"]);
    assert_eq!(offered("sale.xlsx"), 7);
    // That it was left alone is said.
    assert!(said.stderr.contains("templates 里的 visit.xlsx 有人填过或改过，没有动"), "{said:?}");
    assert!(fs::read(&visit).unwrap() == worked_in);
    // What somebody has taken away does not come back, nor in another language.
    assert!(!clerk.path("shop/templates/stop.xlsx").exists() && !clerk.path("shop/templates/出货名单.xlsx").exists());
    // By night too.
    clerk.write(
        "shop/inbox/more.csv",
        format!("{}0061,孙立,服务专员,一部,2026-03-01,\n", ROSTER.lines().next().unwrap().to_owned() + "\n"),
    );
    clerk.en(&["-C", "shop", "nightly", "--as-of", "2026-11-21"]);
    assert_eq!(offered("sale.xlsx"), 8);
}
