//! Rows that come back with the number of a task (回访单号): whose it was is known, and a row in the wrong line is not taken.
#![allow(clippy::unwrap_used)]

use crate::clerk::Clerk;
use serde_json::Value;

const DAY: &str = "2026-03-03";

/// Two customers of 张三, registered and not preheated yet.
fn clerk() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.zh(&["init", "店", "--in-force-from", "none"]).code, 0);
    clerk.write("花名册.csv", "工号,姓名,岗位,部门\nS1,张三,服务专员,一部\n");
    clerk.write(
        "报名.csv",
        "报名时间,顾客姓名,电话,来源,专员\n2026-03-02,王一,13800000001,单子,张三\n2026-03-02,赵二,13900000002,单子,张三\n",
    );
    assert_eq!(clerk.zh(&["-C", "店", "import", "花名册.csv", "报名.csv", "--as-of", DAY]).code, 0);
    clerk
}

/// The number of the task about that customer, from the call list of the day.
fn number(clerk: &Clerk, phone: &str) -> String {
    let said = clerk.zh(&["-C", "店", "due", "--as-of", DAY, "--format", "json"]);
    let rows: Vec<Value> = serde_json::from_str(&said.stdout).unwrap();
    rows.iter().find(|row| row["phone"] == phone).unwrap()["id"].as_str().unwrap().to_owned()
}

fn preheats(clerk: &Clerk, rows: &[(&str, &str)]) -> (i32, String) {
    let rows: String = rows.iter().map(|(phone, task)| format!("{DAY},{phone},张三,{task}\n")).collect();
    clerk.write("预热.csv", format!("预热时间,电话,专员,回访单号\n{rows}"));
    let said = clerk.zh(&["-C", "店", "import", "预热.csv", "--as-of", DAY]);
    (said.code, said.stderr)
}

#[test]
fn a_number_of_another_household_rejects_the_row_and_says_whose_it_is() {
    let clerk = clerk();
    let (of_wang, of_zhao) = (number(&clerk, "13800000001"), number(&clerk, "13900000002"));
    let (code, said) = preheats(&clerk, &[("13800000001", &of_wang), ("13800000001", &of_zhao)]);
    assert_eq!(code, 3, "{said}");
    let why = format!(
        "预热.csv 第 3 行：回访单号“{of_zhao}”是给赵二（139****0002）的，与这一行的顾客不是一家；请核对是不是填错了行"
    );
    assert!(said.contains(&why), "{said}");
    assert!(!said.contains(&of_wang), "{said}");
    // Both on one line, as two tasks of one visit are: the right one does not excuse the wrong one.
    let both = format!("{of_wang}、{of_zhao}");
    let (code, said) = preheats(&clerk, &[("13800000001", &both)]);
    assert!(code == 3 && said.contains(&of_zhao) && !said.contains(&format!("“{of_wang}”")), "{said}");
}

#[test]
fn households_that_are_one_by_now_share_their_numbers() {
    let clerk = clerk();
    let of_zhao = number(&clerk, "13900000002");
    clerk.write("家庭.csv", "电话,亲属电话,关系\n13800000001,13900000002,夫妻\n");
    clerk.write("预热.csv", format!("预热时间,电话,专员,回访单号\n{DAY},13800000001,张三,{of_zhao}\n"));
    // The family comes with the same import, after the row by name.
    let said = clerk.zh(&["-C", "店", "import", "预热.csv", "家庭.csv", "--as-of", DAY, "--format", "json"]);
    assert_eq!(said.code, 0, "{said:?}");
    let told: Value = serde_json::from_str(&said.stdout).unwrap();
    let added: u64 =
        told["files"].as_array().unwrap().iter().map(|file| file["sheets"][0]["added"].as_u64().unwrap()).sum();
    assert_eq!(added, 2, "{told}");
}

#[test]
fn a_number_that_was_on_no_list_is_remarked_and_listed() {
    let clerk = clerk();
    let (code, said) = preheats(&clerk, &[("13800000001", "T-AAAAAAAAAA"), ("13900000002", "")]);
    let remark = "“T-AAAAAAAAAA”不是本程序给出的回访单号；这一行照常导入";
    assert!(code == 0 && said.contains(remark), "{said}");
    let check = clerk.zh(&["-C", "店", "check", "--as-of", DAY]).stdout;
    let flat: String = check.split_whitespace().collect();
    assert!(flat.contains("不是本程序给出的回访单号"), "{check}");
    let owners = clerk.zh(&["-C", "店", "owners", "--as-of", DAY, "--format", "json"]).stdout;
    assert_eq!(owners.matches("\"status\":\"owned\"").count(), 2, "{owners}");
}

#[test]
fn the_nights_list_gives_numbers_out_and_books_read_as_of_an_earlier_batch_do_not() {
    let clerk = clerk();
    clerk.write("店/inbox/更多.csv", "报名时间,顾客姓名,电话,来源,专员\n2026-03-03,孙四,13700000003,单子,张三\n");
    assert_eq!(clerk.zh(&["-C", "店", "nightly", "--as-of", DAY]).code, 0);
    let given = |clerk: &Clerk| {
        let connection = rusqlite::Connection::open(clerk.path("店/huifang.db")).unwrap();
        connection.query_row("SELECT count(*) FROM given", [], |row| row.get::<_, u64>(0)).unwrap()
    };
    assert_eq!(given(&clerk), 3);
    let fresh = self::clerk();
    assert_eq!(fresh.zh(&["-C", "店", "due", "--as-of", DAY, "--known-at", "1"]).code, 0);
    assert_eq!(given(&fresh), 0);
    assert_eq!(fresh.zh(&["-C", "店", "due", "--as-of", DAY]).code, 0);
    assert_eq!(given(&fresh), 2);
}

#[test]
fn a_task_is_explained_by_its_number() {
    let clerk = clerk();
    let id = number(&clerk, "13800000001");
    let said = clerk.zh(&["-C", "店", "explain", &id.to_lowercase(), "--as-of", DAY]);
    let page = said.stdout.rsplit_once("\n\n").unwrap().0;
    assert_eq!(
        page,
        format!(
            "回访单号 {id}：2026-03-04 的应办事项（数据截至 2026-03-03）\n\n\
             预热：顾客 王一 138****0001，2026-03-04 到期，当日应办\n\n\
             应办事项\n  预热：起因日 2026-03-02，应于 2026-03-02 至 2026-03-04 期间（含首尾两日）办理【资源管理规定 6】\n    \
             资源管理规定 6：顾客报名之后，专员要在规定的天数内预热，否则视为放弃，谁收到、谁预热就归谁。\n  \
             由 S1 张三 办理\n\n\
             怎样算办结\n  查的是：预热情况统计表里有没有这样一行，日期在 2026-03-02 至 2026-03-04 期间，由报名的专员（已有归属的，由归\n  属人）办理\n  \
             预热情况统计表尚未导入，办没办还不知道\n\n\
             依据的台账行\n  2026-03-02 S1 张三 报名（单子），顾客 王一 138****0001\n    \
             依据：新增资源一览表 报名.csv 第 2 行（批次 1）"
        )
    );
    let said = clerk.en(&["-C", "店", "explain", &id, "--as-of", DAY, "--format", "json"]);
    let json: Value = serde_json::from_str(&said.stdout).unwrap();
    let told = ["about", "task", "status", "clause", "assignee", "ledger"].map(|key| json[key].as_str().unwrap());
    assert_eq!(told, ["task", "preheat", "due", "resource-6", "S1", "preheat"]);
    // Done, it is on the list no more.
    assert_eq!(preheats(&clerk, &[("13800000001", &id)]).0, 0);
    let gone = clerk.zh(&["-C", "店", "explain", &id, "--as-of", DAY]);
    assert!(gone.code == 1 && gone.stderr.starts_with(&format!("错误：这一天的应办清单里没有“{id}”")), "{gone:?}");
}

/// A visit of the month for 王一, who bought in February; taken in on that day from a sheet of that name.
fn visit(clerk: &Clerk, file: &str, (dated, taken): (&str, &str), task: &str) -> (i32, String) {
    clerk.write(
        file,
        format!("回访日期,顾客姓名,电话,专员,回访方式,回访单号\n{dated},王一,13800000001,张三,上门,{task}\n"),
    );
    let said = clerk.zh(&["-C", "店", "import", file, "--as-of", taken]);
    (said.code, said.stderr)
}

/// 王一, who bought in February, and the number of the visit of March.
fn visited() -> (Clerk, String) {
    let clerk = clerk();
    clerk.write("出货.csv", "出货日期,顾客姓名,电话,盒数,金额,专员\n2026-02-02,王一,13800000001,2,400,张三\n");
    assert_eq!(clerk.zh(&["-C", "店", "import", "出货.csv", "--as-of", DAY]).code, 0);
    let said = clerk.zh(&["-C", "店", "due", "--as-of", "2026-03-28", "--format", "json"]);
    let rows: Vec<Value> = serde_json::from_str(&said.stdout).unwrap();
    let of_march = rows.iter().find(|row| row["due"] == "2026-03-31" && row["assignee"] == "S1").unwrap();
    let task = of_march["id"].as_str().unwrap().to_owned();
    (clerk, task)
}

#[test]
fn a_number_of_something_done_already_is_remarked_with_what_closed_it() {
    let (clerk, task) = visited();
    assert_eq!(visit(&clerk, "一.csv", ("2026-03-05", "2026-03-05"), &task), (0, String::new()));
    let (code, said) = visit(&clerk, "二.csv", ("2026-03-06", "2026-03-06"), &task);
    let remark = format!("“{task}”的事项已在 2026-03-05 办结（一.csv 第 2 行）；这一行照常导入");
    assert!(code == 0 && said.contains(&remark), "{said}");
    let check = clerk.zh(&["-C", "店", "check", "--as-of", "2026-03-06"]).stdout;
    assert!(check.split_whitespace().collect::<String>().contains("办结"), "{check}");
    // The row that closed it, handed in again, says nothing new.
    assert_eq!(visit(&clerk, "一.csv", ("2026-03-05", "2026-03-07"), &task).0, 0);
}

#[test]
fn a_number_whose_month_is_over_is_remarked_and_the_last_day_is_not() {
    let (clerk, task) = visited();
    let (code, said) = visit(&clerk, "四月.csv", ("2026-04-01", "2026-04-01"), &task);
    let remark = format!("“{task}”的事项只能在 2026-03-31 及以前办，已经过期；这一行照常导入");
    assert!(code == 0 && said.contains(&remark), "{said}");
    // Made on the last day and taken in after it.
    let (clerk, task) = visited();
    assert_eq!(visit(&clerk, "三月.csv", ("2026-03-31", "2026-04-01"), &task), (0, String::new()));
}

#[test]
fn a_number_of_a_customer_who_has_been_preheated_is_remarked() {
    let clerk = clerk();
    let task = number(&clerk, "13800000001");
    assert_eq!(preheats(&clerk, &[("13800000001", &task)]), (0, String::new()));
    clerk.write("又.csv", format!("预热时间,电话,专员,回访单号\n2026-03-04,13800000001,张三,{task}\n"));
    let said = clerk.zh(&["-C", "店", "import", "又.csv", "--as-of", "2026-03-04"]);
    assert!(said.code == 0 && said.stderr.contains(&format!("“{task}”的事项现在不用办")), "{said:?}");
}

#[test]
fn a_task_that_is_over_is_explained_by_what_ended_it() {
    let (clerk, task) = visited();
    assert_eq!(visit(&clerk, "一.csv", ("2026-03-05", "2026-03-05"), &task), (0, String::new()));
    let said = clerk.zh(&["-C", "店", "explain", &task, "--as-of", "2026-03-06"]);
    let done = format!("错误：“{task}”已在 2026-03-05 办结（一.csv 第 2 行），不在应办清单里了");
    assert!(said.code == 1 && said.stderr.starts_with(&done), "{said:?}");
    let (clerk, task) = visited();
    let past = format!("错误：“{task}”只能在 2026-03-31 及以前办，已经过期");
    // On the last day but one the list is of the last; the day after the last it is over.
    assert_eq!(clerk.zh(&["-C", "店", "explain", &task, "--as-of", "2026-03-30"]).code, 0);
    let said = clerk.zh(&["-C", "店", "explain", &task, "--as-of", "2026-04-01"]);
    assert!(said.code == 1 && said.stderr.starts_with(&past), "{said:?}");
}

/// 王一, whom 张三 did not reach on 03-02; they agreed on 03-10.
fn agreed() -> (Clerk, String) {
    let clerk = clerk();
    clerk.write(
        "回访一.csv",
        "回访日期,顾客姓名,电话,专员,结果,下次回访日期\n2026-03-02,王一,13800000001,张三,未接,2026-03-10\n",
    );
    assert_eq!(clerk.zh(&["-C", "店", "import", "回访一.csv", "--as-of", DAY]).code, 0);
    let said = clerk.zh(&["-C", "店", "due", "--as-of", "2026-03-09", "--format", "json"]);
    let rows: Vec<Value> = serde_json::from_str(&said.stdout).unwrap();
    let agreed = rows.iter().find(|row| row["task"] == "agreed-visit").unwrap();
    assert_eq!((&agreed["clause"], &agreed["assignee"], &agreed["needed"]), (&Value::Null, &"S1".into(), &1.into()));
    let task = agreed["id"].as_str().unwrap().to_owned();
    (clerk, task)
}

#[test]
fn what_was_agreed_on_is_listed_under_its_name_and_explained_without_a_clause() {
    let (clerk, id) = agreed();
    let due = |more: &[&str]| clerk.zh(&[&["-C", "店", "due", "--as-of", "2026-03-09"], more].concat()).stdout;
    assert!(due(&["--by", "task"]).contains("约定回访：1 项"), "{}", due(&["--by", "task"]));
    let csv = due(&["--format", "csv"]);
    assert!(csv.contains(&format!("{id},约定回访,,当日应办,2026-03-10,2026-03-10,S1,张三")), "{csv}");
    let said = clerk.zh(&["-C", "店", "explain", &id, "--as-of", "2026-03-09"]);
    let page = said.stdout.rsplit_once("\n\n").unwrap().0;
    assert_eq!(
        page,
        format!(
            "回访单号 {id}：2026-03-10 的应办事项（数据截至 2026-03-09）\n\n\
             约定回访：顾客 王一 138****0001，2026-03-10 到期，当日应办\n\n\
             应办事项\n  约定回访：起因日 2026-03-10，应于 2026-03-10 当日办理\n  由 S1 张三 办理\n\n\
             怎样算办结\n  查的是：客户回访表或专家电话回访表里有没有这样一行，日期在 2026-03-10 或以后\n  \
             客户回访表已录至 2026-03-02；到这一天为止还没有能办结它的行\n\n\
             依据的台账行\n  2026-03-02 S1 张三 回访，没有写方式，未接，无本人签名，约好下次 2026-03-10，顾客 王一 138****0001\n    \
             依据：客户回访表 回访一.csv 第 2 行（批次 2）"
        )
    );
    let known = clerk.zh(&["-C", "店", "explain", "13800000001", "--as-of", "2026-03-09"]);
    assert!(known.stdout.contains(&format!("约定回访，S1 张三，{id}")), "{known:?}");
    let changes = clerk.zh(&["-C", "店", "changes", "--since", "1", "--as-of", "2026-03-09"]);
    assert!(changes.code == 0 && changes.stdout.contains("约定回访"), "{changes:?}");
    let policy = clerk.zh(&["-C", "店", "policy", "show"]);
    assert!(policy.code == 0 && !policy.stdout.contains("agreed-"), "{policy:?}");
}

#[test]
fn what_was_agreed_on_and_is_over_says_by_what() {
    let (clerk, id) = agreed();
    let visit = |file: &str, dated: &str, result: &str, task: &str| {
        let rows =
            format!("回访日期,顾客姓名,电话,专员,结果,回访单号\n{dated},王一,13800000001,张三,{result},{task}\n");
        clerk.write(file, rows);
        let said = clerk.zh(&["-C", "店", "import", file, "--as-of", "2026-03-12"]);
        assert_eq!(said.code, 0, "{said:?}");
        said.stderr
    };
    let over = || clerk.zh(&["-C", "店", "explain", &id, "--as-of", "2026-03-12"]);
    assert_eq!(over().code, 0);
    // An attempt on its day leaves it as it is; whoever was reached before it has it taken off the list.
    assert_eq!(visit("二.csv", "2026-03-10", "未接", &id), "");
    assert_eq!(over().code, 0);
    assert_eq!(visit("三.csv", "2026-03-05", "已接通", ""), "");
    let gone = format!("错误：“{id}”因 2026-03-05 又有联系（三.csv 第 2 行）已不再须办，不在应办清单里了");
    assert!(over().code == 1 && over().stderr.starts_with(&gone), "{:?}", over());
    let said = visit("四.csv", "2026-03-11", "已接通", &id);
    assert!(said.contains(&format!("“{id}”的事项因 2026-03-05 又有联系（三.csv 第 2 行）已不再须办")), "{said}");
}
