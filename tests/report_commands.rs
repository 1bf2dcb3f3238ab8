//! `due`, `owners`, `violations` and `fines` as they are asked for.

mod clerk;

use clerk::{Clerk, Said};

const REPORTS: [&str; 4] = ["due", "owners", "violations", "fines"];

fn shop() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.en(&["init", "shop"]).code, 0);
    clerk
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
        clerk.en(&["-C", "shop", "due", "--as-of", "2026-03-05", "-q"]),
        Said::done("call list for tomorrow, 2026-03-06 (as of 2026-03-05)\nnothing is due on 2026-03-06.\n")
    );
    assert_eq!(
        clerk.zh(&["-C", "shop", "due", "--as-of", "2026-03-05", "--on", "2026-03-09", "-q"]),
        Said::done("应办清单 2026-03-09(截止日 2026-03-05)\n2026-03-09 没有应办事项。\n")
    );
}

#[test]
fn a_file_gets_the_format_of_its_ending_and_spreadsheets_their_mark() {
    let clerk = shop();
    let fines = |file: &str| {
        assert_eq!(clerk.zh(&["-C", "shop", "fines", "--month", "2026-03", "-q", "-o", file]), Said::done(""));
        std::fs::read_to_string(clerk.path(file)).unwrap_or_default()
    };
    clerk.write("fines.json", "what was there before, and longer than what comes");
    assert_eq!(fines("fines.json"), "[]\n");
    assert!(fines("fines.csv").starts_with("\u{feff}月份,责任人,姓名,部门,"));
    assert!(fines("fines.txt").starts_with("处理汇总表 2026-03("));
    let piped = clerk.en(&["-C", "shop", "fines", "--format", "csv", "-q"]);
    assert!(piped.stdout.starts_with("month,staff,name,department,count,total,actions,"), "{piped:?}");
}

#[test]
fn what_cannot_be_asked_is_answered_before_any_work() {
    let clerk = shop();
    for (args, en) in [
        (
            &["fines", "--month", "2026-3"][..],
            "error: `--month <MONTH>`: write a month like `2026-11`\nwhat to do: see `huifang --help`\n",
        ),
        (
            &["owners", "--status", "lost"],
            "error: `lost` is no value for `--status <STATUS>`; possible are company, owned, open, contested, held, lapsed, free\n\
             what to do: see `huifang --help`\n",
        ),
    ] {
        assert_eq!(clerk.en(args), Said::failed(2, en));
    }
    let nobody = clerk.en(&["-C", "shop", "violations", "--staff", "王小莉", "-q"]);
    assert_eq!(
        nobody,
        Said::failed(
            1,
            "error: nobody on the roster is `王小莉`\n\
             what to do: give a number or a name of the roster, or import the roster first\n"
        )
    );
}
