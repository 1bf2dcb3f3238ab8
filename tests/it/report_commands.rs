//! `due`, `owners`, `violations` and `fines` as they are asked for.

use crate::clerk::{Clerk, Said};
use std::fs;

const REPORTS: [&str; 4] = ["due", "owners", "violations", "fines"];

fn shop() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.en(&["init", "shop", "--in-force-from", "none"]).code, 0);
    clerk
}

/// A page without the stamp it ends with, whose digests say nothing here.
fn unstamped(said: Said) -> Said {
    let (page, stamp) = said.stdout.trim_end().rsplit_once('\n').unwrap_or_default();
    assert!(stamp.contains(" · huifang "), "{stamp}");
    Said { stdout: format!("{}\n", page.trim_end()), ..said }
}

#[test]
fn an_empty_journal_says_what_to_bring_in_and_programs_get_an_empty_list() {
    let clerk = shop();
    let hint = "the journal is empty: bring in the roster and the ledgers with `huifang import` first\n";
    for report in REPORTS {
        let said = clerk.en(&["-C", "shop", report, "--format", "json"]);
        assert_eq!(said, Said { stderr: hint.to_owned(), ..Said::done("[]\n") });
        assert_eq!(clerk.en(&["-C", "shop", report, "--format", "json", "-q"]), Said::done("[]\n"));
    }
    assert_eq!(
        unstamped(clerk.en(&["-C", "shop", "due", "--as-of", "2026-03-05", "-q"])),
        Said::done("call list for tomorrow, 2026-03-06 (as of 2026-03-05)\nnothing is due on 2026-03-06.\n")
    );
    assert_eq!(
        unstamped(clerk.zh(&["-C", "shop", "due", "--as-of", "2026-03-05", "--on", "2026-03-09", "-q"])),
        Said::done("应办清单 2026-03-09（数据截至 2026-03-05）\n2026-03-09 没有应办事项。\n")
    );
}

#[test]
fn a_file_gets_the_format_of_its_ending_and_spreadsheets_their_mark() {
    let clerk = shop();
    let fines = |file: &str| {
        assert_eq!(clerk.zh(&["-C", "shop", "fines", "--month", "2026-03", "-q", "-o", file]), Said::done(""));
        fs::read_to_string(clerk.path(file)).unwrap_or_default()
    };
    clerk.write("fines.json", "what was there before, and longer than what comes");
    assert_eq!(fines("fines.json"), "[]\n");
    assert!(fines("fines.csv").starts_with("\u{feff}月份,责任人,姓名,部门,"));
    assert!(fines("fines.txt").starts_with("违规处理月度汇总表 2026-03（"));
    let piped = clerk.en(&["-C", "shop", "fines", "--format", "csv", "-q"]);
    assert!(piped.stdout.starts_with("month,staff,name,department,count,total,actions,"), "{piped:?}");
}

#[test]
fn what_cannot_be_asked_is_answered_before_any_work() {
    let clerk = shop();
    for (args, en) in [
        (
            &["fines", "--month", "2026-13"][..],
            "error: `--month <MONTH>`: `2026-13` is not a month; write 2026-10, 2026年10月, 10月, last month or this month\nwhat to do: see `huifang --help`\n",
        ),
        (
            &["owners", "--status", "lost"],
            "error: `lost` is not a value for `--status <STATUS>`; possible are company, owned, open, contested, waiting for preheat, preheat overdue, free, owned (protection over)\n\
             what to do: see `huifang --help`\n",
        ),
    ] {
        assert_eq!(clerk.en(args), Said::failed(2, en));
    }
    let nobody = clerk.en(&["-C", "shop", "violations", "--staff", "王小莉", "-q"]);
    let hint = "error: there is no roster yet, so `王小莉` is not known; import the roster first, or together with this file\n";
    assert_eq!(nobody, Said::failed(1, hint));
}

/// A shop with five ledgers of early March: one customer bought, two were registered, one of these reported late.
fn busy_shop() -> Clerk {
    let clerk = shop();
    let ledgers = [
        (
            "花名册",
            "工号,姓名,岗位,部门,入职日期,月工资\n\
             S1,王小丽,服务专员,一部,2020-01-01,4350\n\
             S2,李强,服务专员,二部,2020-01-01,3000\n\
             E1,周明,咨询专家,专家部,2020-01-01,6000\n\
             K1,赵敏,数据员,数据库,2020-01-01,3000\n",
        ),
        (
            "新增资源",
            "报名时间,顾客姓名,电话,来源,专员,上报日期,录入日期,录入人\n\
             2026-03-02 10:00,陈桂兰,13812345678,单子,王小丽,2026-03-02,2026-03-02,赵敏\n\
             2026-03-03 09:30,刘建国,13900001111,散收,李强,2026-03-05,2026-03-05,赵敏\n\
             2026-03-04 15:00,吴玉梅,13700002222,单子,王小丽,2026-03-04,2026-03-04,赵敏\n",
        ),
        ("预热", "预热时间,顾客姓名,电话,专员,方式\n2026-03-03 11:00,陈桂兰,13812345678,王小丽,电话\n"),
        ("到会", "签到时间,顾客姓名,电话,邀请专员\n2026-03-05 09:00,陈桂兰,13812345678,王小丽\n"),
        (
            "出货",
            "出货日期,顾客姓名,电话,产品,盒数,专员,咨询专家\n2026-03-05 11:00,陈桂兰,13812345678,口服液,6,王小丽,周明\n",
        ),
    ];
    for (name, content) in ledgers {
        clerk.write(&format!("books/{name}.csv"), content);
    }
    assert_eq!(clerk.zh(&["-C", "shop", "import", "books", "-q"]).code, 0);
    clerk
}

/// A report on that day, in Chinese; the ids of tasks and violations, which say nothing, are left out.
fn asked(clerk: &Clerk, args: &[&str]) -> String {
    let said = clerk.zh(&[&["-C", "shop", "--as-of", "2026-03-06"], args].concat());
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    let shown = |line: &str| {
        line.split("  T-").next().unwrap_or_default().split("  V-").next().unwrap_or_default().trim_end().to_owned()
    };
    let said = if args.contains(&"--format") { said } else { unstamped(said) };
    said.stdout.lines().map(shown).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_call_list_says_whom_to_call_about_what_and_by_when() {
    assert_eq!(
        asked(&busy_shop(), &["due"]),
        "\
明日应办清单 2026-03-07（数据截至 2026-03-06）
共 4 项：逾期 2、当日应办 1、即将到期 1
台账还没录全的：一部 预热情况统计表（录到 2026-03-03）、客户回访表（还没有录过）
台账还没录全的：二部 预热情况统计表（还没有录过）

状态      期限        顾客    拨打电话     事项            条款            编号
---------------------------------------------------------------------------------------
S1 王小丽 · 一部：3 项
逾期      2026-03-06  吴玉梅  13700002222  预热            资源管理规定 6
当日应办  2026-03-07  陈桂兰  13812345678  两日内交回访表  售后服务制度 2
即将到期  2026-03-08  陈桂兰  13812345678  三日内上门      售后服务制度 6

S2 李强 · 二部：1 项
逾期      2026-03-06  刘建国  13900001111  预热            补充条例 3"
    );
}

#[test]
fn a_person_may_be_named_by_number_or_by_name() {
    let clerk = busy_shop();
    let lines = |who: &str| asked(&clerk, &["due", "--staff", who]).lines().count();
    assert_eq!((lines("李强"), lines("S2")), (9, 9));
    let near = clerk.zh(&["-C", "shop", "due", "--staff", "李墙"]);
    assert_eq!(near, Said::failed(1, "错误：花名册上没有“李墙”；是不是 李强（S2）？请改正或先补花名册\n"));
}

#[test]
fn phones_are_shown_whole_only_where_asked_for_and_that_is_logged() {
    let clerk = busy_shop();
    assert!(asked(&clerk, &["owners"]).contains("\n138****5678  陈桂兰  已归属  "));
    assert!(asked(&clerk, &["owners", "--reveal"]).contains("\n13812345678  陈桂兰  已归属  "));
    assert!(asked(&clerk, &["owners", "--format", "csv"]).contains("\n138****5678,138****5678,已归属,S1,王小丽,"));
    assert!(
        asked(&clerk, &["owners", "--format", "json"])
            .contains(r#"{"household":"13812345678","members":["13812345678"]"#)
    );
    let log = fs::read_to_string(clerk.path("shop/huifang.log")).unwrap_or_default();
    assert!(log.contains("owners --reveal"), "{log}");
}

#[test]
fn a_late_report_is_fined_with_its_row_and_its_caution() {
    let clerk = busy_shop();
    assert_eq!(
        asked(&clerk, &["violations"]),
        "\
违规台账（数据截至 2026-03-06）
共 1 条：台账认定 1

日期        责任人   违规类别      状态      按制度应处金额  条款            第几次  编号
-------------------------------------------------------------------------------------------------
2026-03-03  S2 李强  新增资源迟报  台账认定           20.00  资源管理规定 1       1
    说明：2026-03-03 新增的资源应当日上报，有 1 笔迟报
    依据：新增资源一览表 新增资源.csv 第 3 行

“待核”“疑似”都不是结论：待核的等台账补齐，疑似的须有人查实认定。免予处理的和这两种都不计入月度汇总。金额为 0.00 的，是制度没有规定金额，或依规定不另计。"
    );
    let fines = asked(&clerk, &["fines", "--by", "department"]);
    let caution = "按制度应处金额：依制度计算，仅供人事审核；是否可以扣款须符合当地法规与劳动合同。";
    assert!(
        fines.contains(
            "\n二部     1           20.00                 0           0           0  新增资源迟报 1 条 20.00\n"
        ),
        "{fines}"
    );
    assert!(fines.contains(caution), "{fines}");
}
