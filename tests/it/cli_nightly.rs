//! `nightly`: the inbox in, the archive filled, the day's reports written; run twice, nothing twice.
#![allow(clippy::unwrap_used)]

use crate::clerk::{Clerk, Said};
use std::collections::BTreeMap;
use std::fs;

const ROSTER: &str = "工号,姓名,岗位,部门,入职日期,月工资\nS1,张三,服务专员,一部,2020-01-01,4350\nS2,李四,服务专员,二部,2020-01-01,4000\n";
const SIGNUPS: &str = "报名时间,顾客姓名,电话,来源,专员,上报日期\n2026-03-02 10:00,王一,13800000001,单子,张三,2026-03-05\n\
    2026-03-03,钱三,13800000003,单子,李四,\n";

/// What the summary says of the two files.
const TAKEN: &str = "\x20 报名.csv：新增资源一览表，新增 2，已有 0，退回 0，略过 0\n\x20 花名册.csv：员工花名册，新增 2，已有 0，退回 0，略过 0";

fn clerk() -> Clerk {
    let clerk = Clerk::new();
    clerk.zh(&["init", "店", "--in-force-from", "none"]);
    clerk.write("店/inbox/花名册.csv", ROSTER);
    clerk.write("店/inbox/三月/报名.csv", SIGNUPS);
    clerk
}

fn nightly(clerk: &Clerk) -> Said {
    clerk.zh(&["-C", "店", "nightly", "--as-of", "2026-03-31"])
}

fn summary(first: &str, folder: &std::path::Path) -> String {
    format!(
        "夜间处理（数据截至 2026-03-31）\n{first}\n\n\
         明日应办清单 2026-04-01（数据截至 2026-03-31）\n  共 2 项：逾期 2、当日应办 0、即将到期 0\n\
         \x20 台账还没录全的：一部 预热情况统计表（还没有录过）\n\
         \x20 台账还没录全的：二部 预热情况统计表（还没有录过）\n\
         资源归属表（数据截至 2026-03-31）\n  共 2 户：逾期未预热 2\n\
         \x20 台账还没录全的：一部 预热情况统计表（还没有录过）\n\
         \x20 台账还没录全的：二部 预热情况统计表（还没有录过）\n\
         违规台账（数据截至 2026-03-31）\n  共 1 条：台账认定 1\n\
         违规处理月度汇总表 2026-03（数据截至 2026-03-31）\n  共 1 人、1 条，按制度应处金额合计 20.00\n\n\
         资料里有 3 处要核对：huifang check\n  单据上没有填写的栏目（不能作为依据）（3）\n\
         报表在“{}”\n次日的回访单：2 份，在报表旁的“回访单”里\n",
        folder.display()
    )
}

/// Every file under a folder with its content.
fn files(clerk: &Clerk, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let root = clerk.path(folder);
    let all = walkdir::WalkDir::new(&root).into_iter().map(|entry| entry.unwrap());
    let files = all.filter(|entry| entry.file_type().is_file());
    let named = |entry: walkdir::DirEntry| {
        let name = entry.path().strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read(entry.path()).unwrap())
    };
    files.map(named).collect()
}

#[test]
fn a_night_is_done_once_however_often_it_is_run() {
    let clerk = clerk();
    let folder = clerk.path("店/reports/2026-03-31");
    let first = summary(&format!("批次 1：从 2 个文件新增 4 行；退回 0 行；留在收件箱的文件 0 个\n{TAKEN}"), &folder);
    assert_eq!(nightly(&clerk), Said::done(&first));
    assert_eq!(files(&clerk, "店/inbox").len(), 0);
    let archived = files(&clerk, "店/archive/2026-03-31");
    assert_eq!(archived.keys().collect::<Vec<_>>(), ["三月/报名.csv", "花名册.csv"]);
    let reports = files(&clerk, "店/reports/2026-03-31");
    let reports_of_the_day = ["due", "fines", "owners", "violations"];
    let intake = fs::read_to_string(clerk.path("店/reports/2026-03-31/录入情况.txt")).unwrap();
    let names = reports_of_the_day.map(|name| ["csv", "csv.stamp", "txt"].map(|ending| format!("{name}.{ending}")));
    let others =
        ["回访单/张三 S1 2026-04-01.xlsx", "回访单/李四 S2 2026-04-01.xlsx", "回访单/汇总.xlsx", "录入情况.txt"];
    let all: Vec<String> = names.iter().flatten().cloned().chain(others.map(str::to_owned)).collect();
    assert_eq!(reports.keys().cloned().collect::<Vec<_>>(), all);
    for report in names.iter().flatten().filter(|name| !name.ends_with(".stamp")) {
        let said = clerk.zh(&["-C", "店", "verify", &format!("店/reports/2026-03-31/{report}")]);
        assert_eq!((said.code, said.stderr.as_str()), (0, ""), "{report}: {}", said.stdout);
    }
    assert_eq!(nightly(&clerk), Said::done(&summary("收件箱是空的", &folder)));
    assert_eq!(files(&clerk, "店/reports/2026-03-31"), reports);
    // The same file lies there again: it adds nothing, and pushes nothing out of the archive.
    clerk.write("店/inbox/花名册.csv", ROSTER);
    let again = summary(
        "1 个文件中没有新的内容；退回 0 行；留在收件箱的文件 0 个\n  花名册.csv：员工花名册，新增 0，已有 2，退回 0，略过 0",
        &folder,
    );
    assert_eq!(nightly(&clerk), Said::done(&again));
    assert_eq!(
        files(&clerk, "店/archive/2026-03-31").keys().collect::<Vec<_>>(),
        ["三月/报名.csv", "花名册 (2).csv", "花名册.csv"]
    );
    // What came in is told of each run that found something, the others' left standing.
    let mut now = files(&clerk, "店/reports/2026-03-31");
    let both = String::from_utf8(now.insert("录入情况.txt".to_owned(), intake.clone().into_bytes()).unwrap()).unwrap();
    assert_eq!(now, reports);
    assert!(both.starts_with(&intake) && both.matches("运行").count() == 2, "{both}");
}

#[test]
fn what_is_refused_stays_in_the_inbox_and_the_rest_goes_on() {
    let clerk = clerk();
    clerk.write("店/inbox/坏.csv", "甲,乙,丙\n1,2,3\n");
    let said = nightly(&clerk);
    let folder = clerk.path("店/reports/2026-03-31");
    let first = summary(&format!("批次 1：从 3 个文件新增 4 行；退回 0 行；留在收件箱的文件 1 个\n{TAKEN}"), &folder);
    assert_eq!((said.code, said.stdout), (3, first));
    assert!(said.stderr.starts_with("坏.csv 没有导入："), "{}", said.stderr);
    assert_eq!(files(&clerk, "店/inbox").keys().collect::<Vec<_>>(), ["坏.csv"]);
    let log = fs::read_to_string(clerk.path("店/huifang.log")).unwrap();
    let line = log.lines().last().unwrap();
    assert!(line.ends_with("\t-C 店 nightly --as-of 2026-03-31\t完成，有行被退回\t批次 1：文件 3 个，新增 4 行，已有 0 行，退回 0 行，留在收件箱 1 个，其中待确认 0 个"), "{line}");
}

#[test]
fn phones_are_whole_in_the_call_list_only() {
    let clerk = clerk();
    nightly(&clerk);
    let reports = files(&clerk, "店/reports/2026-03-31");
    let shows = |name: &str| String::from_utf8_lossy(&reports[name]).contains("13800000001");
    assert!(shows("due.csv") && shows("due.txt"));
    assert!(!shows("owners.txt") && !shows("violations.txt") && !shows("owners.csv") && !shows("violations.csv"));
}

#[test]
fn a_second_one_at_the_same_time_stops_and_says_who_is_at_it() {
    let clerk = clerk();
    let lock = fs::OpenOptions::new().create(true).append(true).open(clerk.path("店/huifang.lock")).unwrap();
    fs::write(clerk.path("店/huifang.lock"), "2026-03-31 21:00:00 (PID 4711)").unwrap();
    lock.lock().unwrap();
    assert_eq!(
        nightly(&clerk),
        Said::failed(
            1,
            "错误：夜间处理正在进行：2026-03-31 21:00:00 (PID 4711)\n怎么办：请等它结束；不需要手工清理什么\n"
        )
    );
    assert_eq!(files(&clerk, "店/inbox").len(), 2);
    drop(lock);
    assert_eq!(nightly(&clerk).code, 0);
}

#[test]
fn what_programs_leave_behind_does_not_wait_and_links_are_said() {
    let clerk = Clerk::new();
    clerk.zh(&["init", "店"]);
    for name in ["Thumbs.db", "desktop.ini", ".DS_Store", "~$回访.xlsx", "0F1E2D.tmp"] {
        clerk.write(&format!("店/inbox/{name}"), "x");
    }
    let status = clerk.zh(&["-C", "店", "status", "--format", "json"]);
    assert!(status.stdout.contains("\"inbox\":[]"), "{}", status.stdout);
    let night = clerk.zh(&["-C", "店", "nightly"]);
    assert!(!night.stdout.contains("Thumbs") && !night.stderr.contains("Thumbs"), "{}", night.stderr);
    #[cfg(unix)]
    {
        clerk.write("花名册.csv", ROSTER);
        let inbox = clerk.path("店/inbox");
        std::os::unix::fs::symlink(clerk.path("花名册.csv"), inbox.join("花名册.csv")).unwrap();
        let night = clerk.zh(&["-C", "店", "nightly"]);
        assert!(night.stderr.contains("花名册.csv”：这是快捷方式（符号链接）"), "{}", night.stderr);
        assert!(inbox.join("花名册.csv").exists());
    }
}
