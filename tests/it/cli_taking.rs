//! `revert` and `restore`: what was taken in by mistake goes and comes, nothing before it is said what changes.
#![allow(clippy::unwrap_used)]

use crate::clerk::{Clerk, Said};
use serde_json::{Value, json};
use std::fs;

const AS_OF: &str = "2026-03-31";

/// A shop where Zhang owns Wang, and where a second file of signups and preheats came in that is not the shop's: it gives
/// Zhao to Li and has Zhang report late.
fn shop() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.en(&["init", "shop", "--in-force-from", "none"]).code, 0);
    clerk.write("staff.csv", "staff_id,name,department\nS1,Zhang,East\nS2,Li,West\n");
    clerk.write(
        "signup.csv",
        "at,customer,phone,channel,staff,reported\n2026-03-02,Wang,13800000001,flyer,S1,2026-03-02\n",
    );
    clerk.write("preheat.csv", "at,phone,staff\n2026-03-03,13800000001,S1\n");
    clerk.write(
        "wrong/signup2.csv",
        "at,customer,phone,channel,staff,reported\n2026-03-04,Zhao,13800000002,flyer,S2,2026-03-04\n\
         2026-03-04,Qian,13800000003,flyer,S1,2026-03-09\n",
    );
    clerk.write("wrong/preheat2.csv", "at,phone,staff\n2026-03-05,13800000002,S2\n");
    assert_eq!(clerk.en(&["-C", "shop", "import", "-q", "staff.csv", "signup.csv", "preheat.csv"]).code, 0);
    assert_eq!(clerk.en(&["-C", "shop", "import", "-q", "wrong"]).code, 0);
    clerk
}

fn shop_says(clerk: &Clerk, args: &[&str]) -> Said {
    clerk.en(&[&["-C", "shop", "--as-of", AS_OF], args].concat())
}

/// All four reports as programs read them.
fn reports(clerk: &Clerk, known: &[&str]) -> Vec<String> {
    let fines = ["fines", "--month", "2026-03"];
    let asked: [&[&str]; 4] = [&["due"], &["owners"], &["violations"], &fines];
    let report = |words: &[&str]| shop_says(clerk, &[words, &["--format", "json"], known].concat());
    asked.into_iter().map(report).map(|said| format!("{}{}", said.code, said.stdout)).collect()
}

#[test]
fn what_would_change_is_shown_and_nothing_is_done_unasked() {
    let clerk = shop();
    let before = reports(&clerk, &[]);
    let said = shop_says(&clerk, &["revert", "2"]);
    let shown = "reverting batch 2 would make 3 rows no longer count\n\
         rows that no longer count: signups 2, preheats 1\n";
    assert!(said.stdout.starts_with(shown), "{}", said.stdout);
    let has = |word: &str| assert!(said.stdout.contains(word), "{word} in {}", said.stdout);
    // Zhao is nobody's again, and the late report with what it costs is gone.
    ["138****0002", "Li", "new customer reported late", "2026-03"].into_iter().for_each(has);
    assert_eq!(
        (said.code, said.stderr.as_str()),
        (
            1,
            "error: there is no terminal to ask at, so nothing was changed\n\
             what to do: if what is listed above is right, type: huifang -C shop revert 2 --yes\n"
        )
    );
    let would = shop_says(&clerk, &["revert", "2", "--dry-run"]);
    assert_eq!(would, Said::done(&said.stdout));
    assert_eq!(reports(&clerk, &[]), before);
    let zh = clerk.zh(&["-C", "shop", "revert", "2", "--file", "signup2.csv"]);
    assert!(
        zh.stderr.ends_with("请输入：huifang -C shop revert 2 --file signup2.csv --yes\n")
            && zh
                .stdout
                .starts_with("撤销 批次 2 的文件“signup2.csv” 会使 2 行不再有效\n不再有效的行：新增资源一览表 2\n"),
        "{zh:?}"
    );
}

#[test]
fn taken_out_and_restored_every_report_is_as_it_was_and_so_is_what_was_known_between() {
    let clerk = shop();
    let before = reports(&clerk, &[]);
    let first = reports(&clerk, &["--known-at", "1"]);
    assert_eq!(shop_says(&clerk, &["revert", "2", "--yes", "-q"]).code, 0);
    assert_ne!(reports(&clerk, &[]), before);
    assert_eq!(reports(&clerk, &[]), first);
    assert_eq!(reports(&clerk, &["--known-at", "2", "-q"]), before);
    let said = shop_says(&clerk, &["restore", "2", "--yes", "--format", "json"]);
    let restored: Value = serde_json::from_str(&said.stdout).unwrap();
    assert_eq!(
        ["batch", "done", "out", "back", "ledgers"].map(|field| restored[field].clone()),
        [
            json!(2),
            json!(true),
            json!(0),
            json!(3),
            json!([{"ledger": "signup", "out": 0, "back": 2}, {"ledger": "preheat", "out": 0, "back": 1}])
        ]
    );
    assert_eq!(reports(&clerk, &[]), before);
    let again = shop_says(&clerk, &["restore", "2", "--yes"]);
    let error = "error: batch 2 is not reverted, so there is nothing to restore\nwhat to do: see `huifang batches`\n";
    assert_eq!(again, Said::failed(1, error));
    let csv = shop_says(&clerk, &["revert", "2", "--dry-run", "--format", "csv"]).stdout;
    assert_eq!(csv, "batch,file,ledger,out,back\n2,,signup,2,0\n2,,preheat,1,0\n");
}

#[test]
fn a_file_taken_out_is_as_if_it_had_never_been_imported() {
    let clerk = shop();
    let other = Clerk::new();
    for name in ["staff.csv", "signup.csv", "preheat.csv", "preheat2.csv"] {
        let from = if name == "preheat2.csv" { "wrong/preheat2.csv" } else { name };
        other.write(name, fs::read(clerk.path(from)).unwrap());
    }
    other.en(&["init", "shop", "--in-force-from", "none"]);
    other.en(&["-C", "shop", "import", "-q", "staff.csv", "signup.csv", "preheat.csv"]);
    other.en(&["-C", "shop", "import", "-q", "preheat2.csv"]);
    assert_eq!(shop_says(&clerk, &["revert", "2", "--file", "signup2.csv", "--yes", "-q"]).code, 0);
    assert_eq!(reports(&clerk, &[]), reports(&other, &[]));
    let batches: Value = serde_json::from_str(&shop_says(&clerk, &["batches", "--format", "json"]).stdout).unwrap();
    assert_eq!((&batches[1]["state"], &batches[1]["out"]), (&json!("in-part"), &json!(["signup2.csv"])));
    assert!(clerk.zh(&["-C", "shop", "batches"]).stdout.contains("部分撤销：signup2.csv"));
    assert_eq!(
        shop_says(&clerk, &["revert", "2", "--file", "signup.csv", "--yes"]),
        Said::failed(
            1,
            "error: batch 2 has no file `signup.csv`; it has preheat2.csv, signup2.csv\nwhat to do: see `huifang batches`\n"
        )
    );
}

/// What is said on a terminal to somebody who gives that answer.
fn answered_on(clerk: &Clerk, args: &[&str], answer: &str) -> String {
    clerk.answered("shop", &[&["--as-of", AS_OF], args].concat(), answer).stderr
}

#[test]
fn on_a_terminal_it_asks() {
    let clerk = shop();
    let before = reports(&clerk, &[]);
    let asked = "确定撤销 批次 2 吗？（y/N）\n";
    for no in ["n\n", "\n", "", "随便\n"] {
        assert_eq!(answered_on(&clerk, &["revert", "2"], no), format!("{asked}什么也没有改动\n"));
        assert_eq!(reports(&clerk, &[]), before);
    }
    assert_eq!(
        answered_on(&clerk, &["revert", "2"], "Y\n"),
        format!("{asked}批次 2 已撤销：3 行不再有效；要恢复，用“huifang restore 2”\n")
    );
    assert_ne!(reports(&clerk, &[]), before);
    let restored = answered_on(&clerk, &["restore", "2"], "是\n");
    assert_eq!(restored, "确定恢复 批次 2 吗？（y/N）\n批次 2 已恢复：3 行重新有效\n");
    assert_eq!(reports(&clerk, &[]), before);
    let log = fs::read_to_string(clerk.path("shop/huifang.log")).unwrap();
    assert!(log.contains("批次 2 已撤销：3 行不再有效") && log.contains("批次 2 已恢复：3 行重新有效"), "{log}");
}

#[test]
fn files_that_must_come_in_again_are_named_where_they_lie_now() {
    let clerk = shop();
    // A sheet that grows from day to day: most of it was there when it came.
    let grown = fs::read_to_string(clerk.path("wrong/signup2.csv")).unwrap() + "2026-03-06,Sun,13800000004,flyer,S2,\n";
    clerk.write("shop/inbox/signup of march.csv", grown);
    assert_eq!(clerk.en(&["-C", "shop", "nightly", "--as-of", AS_OF, "-q"]).code, 0);
    // One of which nothing was new makes no batch, and is named too.
    clerk.write("copy.csv", "at,phone,staff\n2026-03-05,13800000002,S2\n\n");
    assert_eq!(shop_says(&clerk, &["import", "-q", "copy.csv", "--kind", "preheat"]).code, 0);
    fs::remove_file(clerk.path("copy.csv")).unwrap();
    let said = shop_says(&clerk, &["revert", "2", "--yes"]).stdout;
    let named = "these files held the same rows, which were not imported twice; once it is reverted, import them again:\n\
          copy.csv (neither in its old place nor in the archive: find it first)\n\
          huifang -C shop import 'shop/archive/2026-03-31/signup of march.csv'\n";
    let flush: String = said.lines().map(|line| format!("{}\n", line.trim_start())).collect();
    assert!(flush.ends_with(named), "{said}");
    let again = ["import", "-q", "shop/archive/2026-03-31/signup of march.csv", "--format", "json"];
    assert!(shop_says(&clerk, &again).stdout.contains("\"added\":2,\"duplicate\":1"));
    // Now they stand there with another file: brought back, they would count twice.
    let twice = shop_says(&clerk, &["restore", "2", "--yes"]);
    assert_eq!(
        twice,
        Said::failed(
            1,
            "error: batch 2 cannot be restored: the same rows have been imported with other files since, and would count twice\n  \
             `signup of march.csv` of batch 4: 2 rows\n\
             what to do: if they are right as they are, leave it; if the earlier batch is to stand, first type: \
             huifang -C shop revert 4 --file 'signup of march.csv'\n"
        )
    );
}

#[test]
fn what_a_file_replaced_counts_again_when_it_is_taken_out_and_not_when_it_is_back() {
    let clerk = shop();
    let first = reports(&clerk, &[]);
    clerk.write(
        "new/signup2.csv",
        "at,customer,phone,channel,staff,reported\n2026-03-04,Zhao,13800000002,flyer,S1,2026-03-04\n",
    );
    assert_eq!(shop_says(&clerk, &["import", "-q", "--replace", "new/signup2.csv"]).code, 0);
    let second = reports(&clerk, &[]);
    assert_ne!(first, second);
    let batches: Value = serde_json::from_str(&shop_says(&clerk, &["batches", "--format", "json"]).stdout).unwrap();
    assert_eq!(batches[1]["live"], json!(1));
    assert_eq!(shop_says(&clerk, &["revert", "3", "--file", "signup2.csv", "--yes", "-q"]).code, 0);
    assert_eq!(reports(&clerk, &[]), first);
    assert_eq!(shop_says(&clerk, &["restore", "3", "--yes", "-q"]).code, 0);
    assert_eq!(reports(&clerk, &[]), second);
}
