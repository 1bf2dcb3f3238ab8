//! `finding add`: a manager's finding without a ledger, checked as a ledger's row is.
#![allow(clippy::unwrap_used)]

use crate::clerk::{Clerk, Said};
use serde_json::{Value, json};

/// A shop where Zhang reported a new customer late, which costs 20 to 100, and took a client of Li's to the counter.
fn shop() -> Clerk {
    let clerk = Clerk::new();
    clerk.en(&["init", "shop", "--in-force-from", "none"]);
    clerk.write("staff.csv", "staff_id,name,department,monthly_wage\nS1,Zhang,East,3000\nS2,Li,West,3000\n");
    clerk.write(
        "signup.csv",
        "at,customer,phone,channel,staff,reported\n2026-03-02 10:00,Wang,13800000001,flyer,S1,2026-03-05\n\
         2026-03-02 11:00,Zhao,13800000002,flyer,S2,2026-03-02\n",
    );
    clerk.write("preheat.csv", "at,phone,staff\n2026-03-03,13800000002,S2\n");
    clerk.write("sale.csv", "at,phone,boxes,staff,place\n2026-03-04,13800000002,2,S1,store\n");
    assert_eq!(clerk.en(&["-C", "shop", "import", "-q", "staff.csv", "signup.csv", "preheat.csv", "sale.csv"]).code, 0);
    clerk
}

fn violations(clerk: &Clerk) -> Vec<Value> {
    let said = clerk.en(&["-C", "shop", "--as-of", "2026-03-06", "violations", "--format", "json"]);
    serde_json::from_str(&said.stdout).unwrap()
}

fn of<'a>(violations: &'a [Value], offence: &str) -> &'a Value {
    violations.iter().find(|violation| violation["offence"] == offence).unwrap()
}

fn id(clerk: &Clerk, offence: &str) -> String {
    of(&violations(clerk), offence)["id"].as_str().unwrap().to_owned()
}

fn add(clerk: &Clerk, args: &[&str]) -> Said {
    clerk.en(&[&["-C", "shop", "--as-of", "2026-03-06", "finding", "add"], args].concat())
}

#[test]
fn a_violation_is_adjusted_once_by_whom_when_and_why_and_that_can_be_taken_back() {
    let clerk = shop();
    let id = id(&clerk, "late-report");
    let before = violations(&clerk);
    let small = id.to_lowercase();
    let args = ["--violation", &small, "--verdict", "调整", "--amount", "60", "--by", "王总", "--note", "told twice"];
    let would = add(&clerk, &[&args[..], &["--dry-run"]].concat());
    assert!(
        would.stdout.starts_with("nothing was changed; without `--dry-run` this finding would be added\n"),
        "{would:?}"
    );
    assert_eq!(violations(&clerk), before);
    assert_eq!(
        add(&clerk, &args),
        Said::done(&format!(
            "batch 2: the finding is in the journal\n\n\
             found       staff  offence                     violation     verdict  amount  by    note\n\
             ----------------------------------------------------------------------------------------------\n\
             2026-03-06  S1     new customer reported late  {id}  adjust       60  王总  told twice\n"
        ))
    );
    let after = violations(&clerk);
    let adjusted = of(&after, "late-report");
    assert_eq!(
        (&adjusted["id"], &adjusted["status"], &adjusted["amount"]),
        (&json!(id), &json!("upheld"), &json!("60.00"))
    );
    let place = json!([{"kind": "finding", "file": "huifang finding add", "sheet": null, "row": 1}]);
    let ruling = json!({"on": "2026-03-06", "verdict": "adjust", "by": "王总", "why": "told twice", "evidence": place});
    assert_eq!(adjusted["rulings"], json!([ruling]));
    assert!(adjusted["detail"].as_str().unwrap().ends_with("; upheld on 2026-03-06 by 王总: told twice"), "{adjusted}");
    // The very same finding, typed once more or on a ledger, adds nothing.
    let again = add(&clerk, &args);
    assert!(
        again.stdout.starts_with("the journal holds the very same finding already, so nothing was added\n"),
        "{again:?}"
    );
    clerk.write(
        "finding.csv",
        format!("at,staff,offence,amount,violation,verdict,decided_by,note\n2026-03-06,S1,late-report,60,{id},adjust,王总,told twice\n"),
    );
    let ledger = clerk.en(&["-C", "shop", "import", "--as-of", "2026-03-06", "--format", "json", "finding.csv"]);
    assert!(ledger.stdout.contains("\"added\":0,\"duplicate\":1"), "{ledger:?}");
    assert_eq!(clerk.en(&["-C", "shop", "revert", "--yes", "2", "-q"]).code, 0);
    assert_eq!(violations(&clerk), before);
}

#[test]
fn suspicions_are_confirmed_and_waived_and_new_violations_found() {
    let clerk = shop();
    let id = id(&clerk, "sale-by-non-owner");
    assert_eq!(
        add(
            &clerk,
            &[
                "--at",
                "2026-03-06 09:00",
                "--violation",
                &id,
                "--verdict",
                "confirm",
                "--offence",
                "poach",
                "--by",
                "王总"
            ]
        )
        .code,
        0
    );
    let poached = violations(&clerk);
    let poached = of(&poached, "poach");
    assert_eq!(
        (&poached["id"], &poached["status"], &poached["amount"]),
        (&json!(id), &json!("upheld"), &json!("200.00"))
    );
    assert_eq!(poached["rulings"][0]["why"], Value::Null);
    let at = ["--at", "2026-03-06 18:00"];
    // Decided is decided, unless somebody says that it is to be decided once more.
    let refused = add(&clerk, &[&at[..], &["--violation", &id, "--verdict", "waive", "--by", "李总"]].concat());
    let error = format!(
        "error: violation {id} is decided already: 2026-03-06 by 王总: confirm\n\
         what to do: to decide it again, add `--again`; the later finding counts, both are shown\n"
    );
    assert_eq!(refused, Said::failed(1, &error));
    clerk.write(
        "finding.csv",
        format!("at,staff,offence,violation,verdict,decided_by\n2026-03-06 12:00,S1,poach,{id},waive,李总\n"),
    );
    let import = ["-C", "shop", "--as-of", "2026-03-06", "import", "-v", "finding.csv"];
    let ledger = clerk.en(&import);
    assert!(ledger.stderr.contains("is decided already: 2026-03-06 by 王总: confirm"), "{ledger:?}");
    assert!(!clerk.en(&import).stderr.contains("is decided already"), "it says nothing new");
    assert_eq!(clerk.en(&["-C", "shop", "revert", "--yes", "3", "-q"]).code, 0);
    let waived = add(
        &clerk,
        &[&at[..], &["--violation", &id, "--verdict", "waive", "--by", "李总", "--note", "agreed", "--again"]].concat(),
    );
    assert_eq!(waived.code, 0, "{waived:?}");
    let now = violations(&clerk);
    let now = of(&now, "sale-by-non-owner");
    assert_eq!((&now["id"], &now["status"]), (&json!(id), &json!("waived")));
    let detail = now["detail"].as_str().unwrap();
    assert!(detail.ends_with("upheld on 2026-03-06 by 王总; waived on 2026-03-06 by 李总: agreed"), "{detail}");
    assert_eq!(add(&clerk, &["--staff", "Li", "--offence", "transfer-sale", "--boxes", "3", "--severe"]).code, 0);
    assert_eq!(of(&violations(&clerk), "transfer-sale")["amount"], "30.00");
}

#[test]
fn what_a_ledger_would_be_refused_for_is_refused_here() {
    let clerk = shop();
    let id = id(&clerk, "late-report");
    let before = violations(&clerk);
    let refused = |args: &[&str], said: &str| {
        let shown = add(&clerk, args);
        assert_eq!((shown.code, shown.stdout.as_str()), (1, ""));
        assert!(shown.stderr.starts_with(said), "{}", shown.stderr);
    };
    refused(
        &["--violation", "V-NOSUCHTHIN", "--verdict", "waive"],
        "error: there is no violation `V-NOSUCHTHIN`; see `huifang violations` for the ids\n",
    );
    let amount = ["--violation", &id, "--verdict", "adjust", "--amount"];
    refused(&[&amount[..], &["500"]].concat(), "error: the finding was not added:\n  `--amount`: ");
    refused(
        &["--staff", "S1", "--offence", "poach", "--amount", "100"],
        "error: the finding was not added:\n  `--amount`: ",
    );
    refused(&["--violation", &id], "error: the finding was not added:\n  `--violation`: ");
    refused(&["--staff", "S9", "--offence", "nothing"], "error: the finding was not added:\n  `--staff`: ");
    refused(&["--offence", "poach"], "error: the finding was not added:\n  `--staff`: is blank and must be filled in");
    assert_eq!(violations(&clerk), before);
    assert_eq!(clerk.en(&["-C", "shop", "finding", "add", "--known-at", "1", "--staff", "S1"]).code, 2);
    let zh = clerk.zh(&["-C", "shop", "finding", "add", "--offence", "poach"]);
    let said = zh.stderr.starts_with("错误：处理意见没有登记：\n")
        && zh.stderr.contains("--staff")
        && zh.stderr.contains("没有填写");
    assert!(said, "{zh:?}");
}

#[test]
fn a_decision_of_nobodys_and_an_adjustment_to_no_amount_are_remarked() {
    let clerk = shop();
    let id = id(&clerk, "late-report");
    let remarked = |more: &[&str]| add(&clerk, &[&["--violation", &id, "--dry-run"], more].concat()).stderr;
    assert!(remarked(&["--verdict", "属实"]).contains("nobody is named as the one who decided"));
    assert_eq!(remarked(&["--verdict", "属实", "--by", "李总"]), "");
    assert!(remarked(&["--verdict", "调整", "--by", "李总"]).contains("without an amount: the amount stays as it was"));
}
