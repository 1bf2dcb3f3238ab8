//! What was known when: `--known-at`, and everything that stands on it.
#![allow(clippy::unwrap_used)]

use crate::clerk::{Clerk, Said};

const SIGNUPS: &str =
    "at,customer,phone,channel,staff,reported\n2026-03-02 10:00,Wang,13800000001,flyer,S1,2026-03-02\n";
const PREHEATS: &str = "at,customer,phone,staff\n2026-03-03 11:00,Wang,13800000001,S1\n";

/// A shop with three batches: roster and a signup, its preheat, and the preheat again as somebody else's, replaced.
fn shop() -> Clerk {
    let clerk = Clerk::new();
    clerk.en(&["init", "shop", "--in-force-from", "none"]);
    clerk.write("staff.csv", "staff_id,name,department,monthly_wage\nS1,Zhang,East,3000\nS2,Li,West,3000\n");
    clerk.write("signup.csv", SIGNUPS);
    clerk.write("preheat.csv", PREHEATS);
    for files in [&["staff.csv", "signup.csv"][..], &["preheat.csv"]] {
        assert_eq!(clerk.en(&[&["-C", "shop", "import", "-q"], files].concat()).code, 0);
    }
    clerk
}

fn asked(clerk: &Clerk, args: &[&str]) -> Said {
    clerk.en(&[&["-C", "shop", "--as-of", "2026-03-04"], args].concat())
}

fn owner(clerk: &Clerk, known: &[&str]) -> Option<String> {
    let said = asked(clerk, &[&["owners", "--format", "json"], known].concat());
    let rows: serde_json::Value = serde_json::from_str(&said.stdout).unwrap();
    rows[0]["owner"].as_str().map(str::to_owned)
}

#[test]
fn the_books_are_read_as_they_were_known() {
    let clerk = shop();
    assert_eq!(owner(&clerk, &[]), Some("S1".to_owned()));
    assert_eq!(owner(&clerk, &["--known-at", "1"]), None);
    assert_eq!(owner(&clerk, &["--known-at", "2"]), Some("S1".to_owned()));
    clerk.en(&["-C", "shop", "revert", "--yes", "2"]);
    assert_eq!(owner(&clerk, &[]), None);
    assert_eq!(owner(&clerk, &["--known-at", "2999-01-01"]), None);
    let then = asked(&clerk, &["owners", "--format", "json", "--known-at", "2"]);
    assert!(then.stdout.contains(r#""owner":"S1""#), "{then:?}");
    assert!(then.stderr.starts_with("batch 2 was reverted later, on 20"), "{then:?}");
    let batches = asked(&clerk, &["batches", "--format", "json", "--known-at", "1", "-q"]);
    assert_eq!(batches.stdout.matches(r#""batch":"#).count(), 1, "{batches:?}");
    let status = |known: &[&str]| asked(&clerk, &[&["status", "--format", "json", "-q"], known].concat()).stdout;
    assert!(status(&["--known-at", "2"]).contains(r#""last_batch":{"batch":2,"#));
    assert!(status(&[]).contains(r#""last_batch":{"batch":1,"#));
}

#[test]
fn what_was_never_known_says_so_in_both_languages() {
    let clerk = shop();
    let said =
        |args: &[&str]| (clerk.en(&[&["-C", "shop"], args].concat()), clerk.zh(&[&["-C", "shop"], args].concat()));
    let (en, zh) = said(&["owners", "--known-at", "9"]);
    assert_eq!(
        en,
        Said::failed(1, "error: there is no batch 9; the last one is 2\nwhat to do: see `huifang batches`\n")
    );
    assert_eq!(zh, Said::failed(1, "错误：没有批次 9；最后一个是 2\n怎么办：请看“huifang batches”\n"));
    let (en, zh) = said(&["due", "--known-at", "1999-01-01 08:00"]);
    assert!(
        en.stderr.starts_with("error: nothing had been imported by 1999-01-01 08:00:59; the first batch was made on 2")
    );
    assert!(zh.stderr.starts_with("错误：1999-01-01 08:00:59 还没有导入过资料；第一个批次是 2"), "{zh:?}");
    for command in [&["import", "staff.csv"][..], &["nightly"], &["revert", "--yes", "1"]] {
        let (en, zh) = said(&[command, &["--known-at", "1"]].concat());
        let refused = "error: this command works on the journal as it is today, so it takes no `--known-at`\n\
                       what to do: leave out `--known-at`\n";
        assert_eq!(en, Said::failed(2, refused));
        assert_eq!(zh.code, 2);
    }
    let (en, _) = said(&["due", "--known-at", "some day"]);
    assert_eq!(en.code, 2);
}

#[test]
fn changes_say_what_a_batch_did_and_which_row() {
    let clerk = shop();
    assert_eq!(
        asked(&clerk, &["changes", "--since", "1", "--format", "csv"]),
        Said::done(
            "section,change,of,what,before,after,difference,rows\n\
             owners,changed,138****0001,,waiting for preheat · 2026-03-02 · resource-6,\
             S1 Zhang · owned · 2026-03-03 · resource-6,,preheats preheat.csv row 2 (batch 2)\n\
             tasks,gone,T-5IR5NFEYPN,preheat 138****0001,S1 Zhang · 2026-03-04 · overdue,,,\
             rows of the same household; preheats preheat.csv row 2 (batch 2)\n"
        )
    );
    let page = clerk.zh(&["-C", "shop", "--as-of", "2026-03-04", "changes", "--since", "0"]).stdout;
    let head = "批次 0 导入之后的变动（数据截至 2026-03-04）\n归属变动 1 户、应办事项 0 项、违规 0 条、金额 0 项\n\n";
    assert!(page.starts_with(head), "{page}");
    let line = "\n新增  138****0001  未登记  S1 Zhang · 已归属 · 2026-03-03 · 资源管理规定 6  \
                新增资源一览表 signup.csv 第 2 行（批次 1）；预热情况统计表 preheat.csv 第 2";
    assert!(page.contains(line), "{page}");
    let same = asked(&clerk, &["changes", "--since", "2"]);
    assert!(
        same.stdout.starts_with("what changed since batch 2 (as of 2026-03-04)\nnothing differs.\n\nas of "),
        "{same:?}"
    );
    clerk.en(&["-C", "shop", "revert", "--yes", "2"]);
    let gone = asked(&clerk, &["changes", "--since", "2", "--format", "csv"]).stdout;
    assert!(gone.contains("\"preheats preheat.csv row 2 (batch 2, counts no longer)\"\n"), "{gone}");
}

/// Two households whose first claim stands on either side of the day from which claims are held a day longer: a rival
/// signs them up on the third day, and the first claimant preheats on the fourth.
fn rivals() -> Clerk {
    let clerk = shop();
    let mut signups = String::from("at,phone,channel,staff\n");
    let mut preheats = String::from("at,phone,staff\n");
    for (phone, day) in [("13900000004", 4), ("13900000005", 5)] {
        signups += &format!("2026-03-0{day},{phone},flyer,S1\n2026-03-{:02},{phone},flyer,S2\n", day + 3);
        preheats += &format!("2026-03-{:02},{phone},S1\n", day + 4);
    }
    clerk.write("rivals.csv", signups);
    clerk.write("rivals-preheats.csv", preheats);
    assert_eq!(clerk.en(&["-C", "shop", "import", "-q", "rivals.csv", "rivals-preheats.csv"]).code, 0);
    clerk
}

#[test]
fn what_if_shows_the_households_that_another_hold_would_have_given_to_others() {
    let clerk = rivals();
    let policy = std::fs::read_to_string(clerk.path("shop/policy.toml")).unwrap();
    let longer = policy.replacen("days = 2", "days = [{ value = 2 }, { from = 2026-03-05, value = 3 }]", 1);
    clerk.write("longer.toml", &longer);
    let json = |args: &[&str]| -> serde_json::Value {
        let said = clerk.en(&[&["-C", "shop", "--as-of", "2026-03-10", "--format", "json"], args].concat());
        serde_json::from_str(&said.stdout).unwrap()
    };
    let shown = json(&["policy", "what-if", "longer.toml"]);
    let before = json(&["owners"]);
    clerk.write("shop/policy.toml", &longer);
    let after = json(&["owners"]);
    let pairs = before.as_array().unwrap().iter().zip(after.as_array().unwrap());
    let differ: Vec<_> =
        pairs.filter(|(before, after)| before["owner"] != after["owner"]).map(|(row, _)| &row["household"]).collect();
    assert_eq!(differ, ["13900000005"]);
    let owners = shown["owners"].as_array().unwrap();
    assert_eq!(owners.iter().map(|change| &change["household"]).collect::<Vec<_>>(), differ);
    assert_eq!(
        (&owners[0]["before"]["status"], &owners[0]["before"]["owner"]),
        (&"held".into(), &serde_json::Value::Null)
    );
    assert_eq!((&owners[0]["after"]["owner"], &owners[0]["after"]["clause"]), (&"S1".into(), &"resource-2".into()));
    // Of the other household the first claim is of before the day: both policies held it to two days.
    for rows in [&before, &after] {
        let of = rows.as_array().unwrap().iter().find(|row| row["household"] == "13900000004").unwrap();
        assert_eq!((&of["owner"], &of["claims"][0]["staff"]), (&serde_json::Value::Null, &"S2".into()));
    }
}

/// Reports with their filters, as they are asked for.
const REQUESTS: [&[&str]; 7] = [
    &["due", "--on", "2026-03-05", "--by", "task"],
    &["owners", "--staff", "Zhang"],
    &["violations", "--from", "2026-03-01"],
    &["fines", "--month", "2026-03", "--by", "department"],
    &["check"],
    &["changes", "--since", "1"],
    &["policy", "what-if", "other.toml"],
];

/// What `verify` answers, but for the line that repeats the stamp.
fn verified(clerk: &Clerk, file: &str) -> (i32, String) {
    let said = clerk.en(&["-C", "shop", "verify", file]);
    let lines = said.stdout.lines().enumerate().filter(|(at, _)| *at != 1).map(|(_, line)| line);
    (said.code, lines.chain(said.stderr.lines()).collect::<Vec<_>>().join("\n"))
}

#[test]
fn every_report_can_be_made_again_however_the_books_have_gone_on() {
    let clerk = rivals();
    let policy = std::fs::read_to_string(clerk.path("shop/policy.toml")).unwrap();
    clerk.write("other.toml", policy.replacen("days = 2", "days = 4", 1));
    // Some editors put a byte order mark before a file: its policy is kept all the same.
    clerk.write("shop/policy.toml", format!("\u{feff}{}", policy.replacen("days = 2", "days = 6", 1)));
    // Taken out after the last batch and before the reports: they are of the books without it.
    clerk.en(&["-C", "shop", "revert", "--yes", "2"]);
    let mut files = Vec::new();
    for (at, request) in REQUESTS.iter().enumerate() {
        for ending in ["csv", "json", "txt"] {
            for (lang, reveal) in [("zh", &[][..]), ("en", &["--reveal"][..])] {
                let file = format!("{at}.{lang}.{ending}");
                let asked = [
                    &["-C", "shop", "--as-of", "2026-03-08", "--stamp", "--lang", lang, "-o", &file],
                    *request,
                    reveal,
                ];
                assert_eq!(clerk.en(&asked.concat()), Said::done(""), "{request:?}");
                files.push(file);
            }
        }
    }
    // Reports of what was known before can be made again alike.
    for file in ["then.csv", "then.txt"] {
        let then = asked(&clerk, &["changes", "--since", "0", "--known-at", "2", "-q", "-o", file]);
        assert_eq!(then, Said::done(""));
        files.push(file.to_owned());
    }
    // The books go on, and the house changes its rules.
    clerk.en(&["-C", "shop", "import", "-q", "preheat.csv"]);
    clerk.en(&["-C", "shop", "revert", "--yes", "3"]);
    clerk.write("shop/policy.toml", policy.replacen("days = 2", "days = 5", 1));
    for file in &files {
        let same = format!("`{file}` is the same as the report made again from the journal and policy of that time");
        assert_eq!(verified(&clerk, file), (0, same));
    }
}

#[test]
fn a_report_changed_by_hand_shows_where() {
    let clerk = shop();
    let change = |file: &str, request: &[&str], from: &str, to: &str| {
        asked(&clerk, &[request, &["--stamp", "-o", file]].concat());
        let text = std::fs::read_to_string(clerk.path(file)).unwrap();
        assert!(text.contains(from), "{text}");
        clerk.write(file, text.replacen(from, to, 1));
        verified(&clerk, file)
    };
    let said = |file: &str, row: &str| {
        (
            1,
            format!(
                "`{file}` differs from the report made again in 1 place\n\
             journal and policy are those of that time, so the file was changed after it was issued\n\n\
             {row}"
            ),
        )
    };
    assert_eq!(
        change("owners.csv", &["owners"], ",S1,", ",S2,"),
        said(
            "owners.csv",
            "row  field  in the report  derived now\n--------------------------------------\n  2  owner  S2             S1"
        )
    );
    assert_eq!(
        change("owners.json", &["owners"], "\"owned\"", "\"open\""),
        said(
            "owners.json",
            "row  field   in the report  derived now\n---------------------------------------\n  1  status  \"open\"         \"owned\""
        )
    );
    let (code, page) = change("owners.txt", &["owners"], "S1 Zhang", "S2 Li");
    assert_eq!(code, 1);
    assert!(page.contains("\n  6  138****0001  Wang      owned   S2 Li  2026-03-03  "), "{page}");
    let zh = clerk.zh(&["-C", "shop", "verify", "owners.csv", "--format", "json"]);
    assert!(zh.stdout.starts_with(r#"{"same":false,"why":"changed","stamp":{"version":"#), "{zh:?}");
    assert!(
        zh.stdout
            .ends_with("\"differences\":[{\"row\":2,\"field\":\"owner\",\"report\":\"S2\",\"derived\":\"S1\"}]}\n")
    );
}

#[test]
fn what_cannot_be_verified_says_why() {
    let clerk = shop();
    asked(&clerk, &["owners", "-o", "owners.csv"]);
    asked(&clerk, &["owners", "-o", "owners.json"]);
    let (_, unstamped) = verified(&clerk, "owners.json");
    assert!(unstamped.starts_with("error: `"), "{unstamped}");
    assert!(
        unstamped.contains("owners.json` has no stamp, so it cannot be verified\nwhat to do: a CSV has its stamp in"),
        "{unstamped}"
    );
    // Another workspace's journal.
    clerk.en(&["init", "elsewhere", "--in-force-from", "none"]);
    let other = clerk.en(&["-C", "elsewhere", "verify", "owners.csv"]);
    assert_eq!(
        other,
        Said::failed(
            1,
            "error: no batch of the journal fits this report: it is of another journal, or the journal has been changed\n\
             what to do: name the workspace it was made in with `-C`\n"
        )
    );
    // A policy nobody has kept.
    let stamp = std::fs::read_to_string(clerk.path("owners.csv.stamp")).unwrap();
    let policy: serde_json::Value = serde_json::from_str(&stamp).unwrap();
    clerk.write("owners.csv.stamp", stamp.replace(policy["policy"].as_str().unwrap(), "0000000000000000"));
    let (code, unknown) = verified(&clerk, "owners.csv");
    assert_eq!(code, 1);
    assert!(
        unknown.starts_with("error: the policy this report was made under (0000000000000000) was not kept"),
        "{unknown}"
    );
    // A stamp cannot ask for anything but a report.
    clerk.write("owners.csv.stamp", stamp.replace("[\"owners\"]", "[\"revert\",\"1\"]"));
    let (code, refused) = verified(&clerk, "owners.csv");
    assert_eq!(
        (code, refused.as_str()),
        (1, "error: the command in the stamp, `revert 1`, is not a report that can be made again")
    );
    assert_eq!(owner(&clerk, &[]), Some("S1".to_owned()));
    clerk.write("owners.csv.stamp", "nonsense");
    assert!(verified(&clerk, "owners.csv").1.ends_with("owners.csv.stamp` cannot be read"));
}

#[test]
fn json_without_an_envelope_is_the_bare_array_and_a_page_ends_with_its_stamp() {
    let clerk = shop();
    let bare = asked(&clerk, &["owners", "--format", "json"]).stdout;
    let stamped = asked(&clerk, &["owners", "--format", "json", "--stamp"]).stdout;
    let stamped: serde_json::Value = serde_json::from_str(&stamped).unwrap();
    assert_eq!(stamped["rows"], serde_json::from_str::<serde_json::Value>(&bare).unwrap());
    let stamp = &stamped["stamp"];
    assert_eq!((&stamp["batch"], &stamp["request"]), (&2.into(), &serde_json::json!(["owners"])));
    let short = |field: &str| stamp[field].as_str().unwrap()[..8].to_owned();
    let (journal, policy) = (short("journal"), short("policy"));
    let version = env!("CARGO_PKG_VERSION");
    for (lang, line) in [
        (
            "zh",
            format!(
                "数据截至 2026-03-04 · 第 2 批 · 台账库 {journal} · 制度 {policy} · huifang {version} · owners --status owned"
            ),
        ),
        (
            "en",
            format!(
                "as of 2026-03-04 · batch 2 · journal {journal} · policy {policy} · huifang {version} · owners --status owned"
            ),
        ),
    ] {
        let page = asked(&clerk, &["owners", "--status", "owned", "--lang", lang]).stdout;
        assert!(page.ends_with(&format!("\n\n{line}\n")), "{page}");
    }
    // Nothing stands beside a sheet that goes down a pipe.
    let sheet = asked(&clerk, &["owners", "--format", "csv"]).stdout;
    assert!(!sheet.contains("journal"), "{sheet}");
    let then = asked(&clerk, &["owners", "--known-at", "1"]).stdout;
    assert!(then.contains("\nas of 2026-03-04 · batch 1 · journal "), "{then}");
}

#[test]
fn changes_say_that_the_policy_has_changed_too() {
    let clerk = Clerk::new();
    clerk.zh(&["init", "店", "--in-force-from", "2026-04-01"]);
    clerk.write("花名册.csv", "工号,姓名\nS1,张三\n");
    clerk.write(
        "报名.csv",
        "报名时间,顾客姓名,电话,来源,专员,上报日期\n2026-03-02,王一,13800000001,单子,张三,2026-03-05\n",
    );
    let import = |file: &str| assert_eq!(clerk.zh(&["-C", "店", "import", file]).code, 0);
    let changes = || clerk.zh(&["-C", "店", "changes", "--since", "1", "--as-of", "2026-03-31"]).stdout;
    import("花名册.csv");
    import("报名.csv");
    assert!(!changes().contains("policy.toml 也改过"), "{}", changes());
    let policy = clerk.path("店/policy.toml");
    let text = std::fs::read_to_string(&policy).unwrap();
    std::fs::write(&policy, text.replace("in_force_from = 2026-04-01", "in_force_from = 2026-03-01")).unwrap();
    assert!(changes().contains("policy.toml 也改过"), "{}", changes());
}
