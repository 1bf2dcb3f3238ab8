//! `policy`: the house's rules as a clerk reads, checks and compares them.
#![allow(clippy::unwrap_used)]

use crate::clerk::{Clerk, Said};
use serde_json::Value;

fn clerk() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.en(&["init", "shop", "--in-force-from", "none"]).code, 0);
    clerk
}

/// The house's policy with one piece of it replaced.
fn changed(clerk: &Clerk, name: &str, from: &str, to: &str) {
    let policy = std::fs::read_to_string(clerk.path("shop/policy.toml")).unwrap();
    assert!(policy.contains(from), "{from}");
    clerk.write(name, policy.replacen(from, to, 1));
}

fn json_of(said: &Said) -> Value {
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    serde_json::from_str(&said.stdout).unwrap()
}

#[test]
fn a_clause_is_shown_whole_in_both_languages() {
    let clerk = Clerk::new();
    let shown = |said: Said| {
        assert_eq!((said.code, said.stderr.as_str()), (0, ""));
        let (head, rest) = said.stdout.split_once('\n').unwrap();
        assert!(head.contains("meeting-sales"), "{head}");
        rest.to_owned()
    };
    let args = ["policy", "show", "supplement-3", "--of", "meeting-sales"];
    assert_eq!(shown(clerk.zh(&args)), include_str!("../golden/policy-clause.zh.txt"));
    assert_eq!(shown(clerk.en(&args)), include_str!("../golden/policy-clause.en.txt"));
}

#[test]
fn programs_get_ids_and_numbers() {
    let clerk = clerk();
    changed(&clerk, "shop/policy.toml", "days = 2", "days = [{ value = 2 }, { from = 2027-01-01, value = 3 }]");
    let shown = json_of(&clerk.zh(&["-C", "shop", "policy", "show", "resource-6", "--format", "json"]));
    let clause = &shown[0];
    assert_eq!(
        (&clause["clause"], &clause["decided"], &clause["tested"]),
        (&"resource-6".into(), &"decided".into(), &true.into())
    );
    let days: Vec<&Value> =
        clause["values"].as_array().unwrap().iter().filter(|value| value["item"] == "hold-days").collect();
    assert_eq!(days.len(), 2);
    assert_eq!(
        days[0],
        &serde_json::json!({"of": "hold flyer community other", "item": "hold-days", "value": 2, "from": null})
    );
    assert_eq!((&days[1]["value"], &days[1]["from"]), (&3.into(), &"2027-01-01".into()));
    let all = json_of(&clerk.en(&["-C", "shop", "policy", "show", "--format", "json"]));
    let listed = json_of(&clerk.en(&["-C", "shop", "policy", "list", "--format", "json"]));
    let clauses = listed["policy"]["clauses"].as_array().unwrap();
    // Behind the clauses stands what is the whole house's.
    assert_eq!(all.as_array().unwrap().len(), clauses.len() + 1);
    assert_eq!(listed["presets"][0]["preset"], "meeting-sales");
}

#[test]
fn a_clause_or_policy_that_does_not_exist_is_said_so() {
    let clerk = Clerk::new();
    assert_eq!(
        clerk.en(&["policy", "show", "resource-66", "--of", "meeting-sales"]),
        Said::failed(
            2,
            "error: there is no clause `resource-66` in `meeting-sales`\n\
             what to do: see the clauses with `huifang policy list`\n"
        )
    );
    let said = clerk.zh(&["policy", "diff", "meeting-sales", "other.toml"]);
    assert_eq!(said.code, 1);
    assert!(said.stderr.ends_with("怎么办：请写制度文件的路径，或制度模板的名字：meeting-sales\n"), "{}", said.stderr);
}

#[test]
fn presets_are_listed_without_a_workspace() {
    let said = Clerk::new().en(&["policy", "list", "--format", "csv"]);
    assert_eq!(said, Said::done("id,title,decided,source\nmeeting-sales,meeting sales,preset,\n"));
}

#[test]
fn a_sound_policy_is_told_what_never_fired_and_what_no_case_tests() {
    let clerk = clerk();
    changed(
        &clerk,
        "shop/policy.toml",
        "\n[[clause]]\n",
        "\n[[clause]]\nid = \"house-1\"\ntitle = { zh = \"自定\", en = \"our own\" }\nsource = \"店规\"\ntested = true\n\n[[clause]]\n",
    );
    let roster = "staff_id,name,role\nS1,Li,specialist\n";
    clerk.write("books/staff.csv", roster);
    clerk.write("books/signup.csv", "at,customer,phone,channel,staff\n2026-03-02,Wang,13800000001,scattered,S1\n");
    let never = |clerk: &Clerk| -> Vec<(String, Value)> {
        let check = json_of(&clerk.en(&["-C", "shop", "policy", "check", "--as-of", "2026-03-02", "--format", "json"]));
        let rows = check["never_fired"].as_array().unwrap();
        rows.iter().map(|row| (row["of"].as_str().unwrap().to_owned(), row["item"].clone())).collect()
    };
    let before = never(&clerk);
    assert_eq!(clerk.en(&["-C", "shop", "import", "books", "--as-of", "2026-03-02"]).code, 0);
    let after = never(&clerk);
    let fired: Vec<&(String, Value)> = before.iter().filter(|of| !after.contains(of)).collect();
    assert_eq!(fired, [&("hold scattered".to_owned(), Value::Null), &("obligation preheat".to_owned(), Value::Null)]);
    assert!(after.iter().any(|(of, item)| of == "ownership" && item == "open-unvisited"), "{after:?}");
    assert!(after.iter().any(|(of, _)| of == "offence late-form"), "{after:?}");
    let page = clerk.zh(&["-C", "shop", "policy", "check", "--as-of", "2026-03-02"]).stdout;
    let tail = page.split_once("没有测试实例\n").unwrap().1;
    let untested: Vec<&str> = tail.lines().map(|line| line.split("  ").next().unwrap_or_default()).collect();
    // What a house says of its own clause is no test.
    assert_eq!(
        untested,
        ["店规", "售后服务制度 7", "售后服务制度 8", "售后服务制度 9", "售后服务制度 10", "补充条例 9"]
    );
}

#[test]
fn without_a_workspace_nothing_is_said_of_what_never_fired() {
    let clerk = clerk();
    std::fs::copy(clerk.path("shop/policy.toml"), clerk.path("house.toml")).unwrap();
    let said = clerk.en(&["policy", "check", "house.toml", "--as-of", "2026-03-02", "--format", "json"]);
    assert_eq!(json_of(&said)["never_fired"], Value::Null);
    let page = clerk.en(&["policy", "check", "house.toml"]).stdout;
    let head = "the policy `house.toml` is in order\n\
                there is no workspace here, so entries that never fired were not looked for\n\
                5 clauses that no worked case tests\n";
    assert!(page.starts_with(head), "{page}");
}

#[test]
fn a_policy_with_faults_fails_its_check() {
    let clerk = clerk();
    changed(&clerk, "house.toml", "channels = [\"scattered\"]", "channels = [\"散收\"]");
    let said = clerk.zh(&["policy", "check", "house.toml"]);
    assert_eq!((said.code, said.stdout.as_str()), (1, ""));
    assert!(
        said.stderr.starts_with("错误：制度文件“house.toml”不能用，有 1 处要改\n\n不认识“散收”；可写的有 flyer、"),
        "{}",
        said.stderr
    );
    assert!(said.stderr.contains("channels = [\"散收\"]\n   |             ^^^^^^\n"), "{}", said.stderr);
}

#[test]
fn two_policies_are_compared_value_by_value() {
    let clerk = clerk();
    changed(&clerk, "shop/house.toml", "days = 2", "days = [{ value = 2 }, { from = 2027-01-01, value = 3 }]");
    let args = ["policy", "diff", "meeting-sales", "shop/house.toml"];
    assert_eq!(
        clerk.en(&args),
        Said::done(
            "two policies compared: A `meeting-sales`, B `shop/house.toml`\n\
             1 difference\n\n\
             clause      of                              what                    A       B       in force from\n\
             -------------------------------------------------------------------------------------------------\n\
             resource-6  hold of slip, community, other  to be preheated within  2 days  3 days  2027-01-01\n"
        )
    );
    assert_eq!(
        json_of(&clerk.zh(&[&args[..], &["--format", "json"]].concat())),
        serde_json::json!([{
            "clause": "resource-6",
            "of": "hold flyer community other",
            "item": "hold-days",
            "from": "2027-01-01",
            "a": 2,
            "b": 3,
            "only": null,
        }])
    );
    assert_eq!(
        clerk.zh(&["policy", "diff", "meeting-sales", "shop/policy.toml"]),
        Said::done("制度比较：甲“meeting-sales”，乙“shop/policy.toml”\n两份制度的内容完全相同\n")
    );
}

#[test]
fn a_policy_saved_by_a_chinese_editor_is_read_or_refused_in_words() {
    let clerk = clerk();
    let policy = std::fs::read_to_string(clerk.path("shop/policy.toml")).unwrap();
    clerk.write("marked.toml", format!("\u{feff}{}", policy.replace('\n', "\r\n")));
    assert!(clerk.zh(&["policy", "diff", "meeting-sales", "marked.toml"]).stdout.ends_with("完全相同\n"));
    clerk.write("faulty.toml", format!("\u{feff}{}", policy.replacen("preset =", "模板 =", 1)));
    let said = clerk.en(&["policy", "check", "faulty.toml"]);
    assert!(said.stderr.contains("--> faulty.toml:7:1\n"), "{}", said.stderr);
    let (gbk, _, _) = encoding_rs::GBK.encode(&policy);
    clerk.write("gbk.toml", gbk);
    assert_eq!(
        clerk.zh(&["policy", "check", "gbk.toml"]),
        Said::failed(
            1,
            &format!(
                "错误：制度文件“{}”不是 UTF-8 文字\n怎么办：用记事本打开，另存为时编码选 UTF-8\n",
                clerk.path("gbk.toml").display()
            )
        )
    );
}

#[test]
fn a_clause_is_named_as_reports_name_it_in_several_words_too() {
    let clerk = Clerk::new();
    clerk.zh(&["init", "shop"]);
    let show = |words: &[&str]| clerk.zh(&[&["-C", "shop", "policy", "show"], words].concat());
    let named = show(&["resource-6"]);
    assert_eq!(named.code, 0);
    for words in [&["资源管理规定 6"][..], &["资源管理规定", "6"]] {
        assert_eq!(show(words), named, "{words:?}");
    }
}

#[test]
fn a_preset_is_named_by_its_title_as_lists_show_it() {
    let clerk = Clerk::new();
    let list = json_of(&clerk.zh(&["policy", "list", "--format", "json"]));
    let title = &list["presets"][0]["title"];
    for title in [&title["zh"], &title["en"]].map(|title| title.as_str().unwrap()) {
        assert_eq!(clerk.zh(&["policy", "diff", title, "meeting-sales"]).code, 0, "{title}");
        assert_eq!(clerk.zh(&["init", title, "--preset", title]).code, 0, "{title}");
        let settings = std::fs::read_to_string(clerk.path(title).join("huifang.toml")).unwrap();
        assert!(settings.contains("preset = \"meeting-sales\""), "{settings}");
    }
}
