//! Every word that is shown of a closed list is understood where it can be typed, whoever's language it is.
#![allow(clippy::unwrap_used)]

use crate::clerk::{Clerk, Said};
use huifang::domain::{Kind, Lang};
use huifang::policy::{Certainty, HouseholdStatus, Policy};
use huifang::texts::Texts;

const DAY: [&str; 2] = ["--as-of", "2026-10-30"];

fn shop() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.zh(&["demo", "shop"]).code, 0);
    clerk
}

fn asked(clerk: &Clerk, args: &[&str]) -> Said {
    clerk.zh_in("shop", &[args, &DAY].concat())
}

/// What is answered to the word is what is answered to the id.
fn same(clerk: &Clerk, by_id: &[&str], by_word: &[&str]) {
    let (id, word) = (asked(clerk, by_id), asked(clerk, by_word));
    assert!(matches!(id.code, 0 | 3), "{by_id:?}: {id:?}");
    assert_eq!(word, id, "{by_word:?}");
}

fn word(list: &str, id: &str, lang: Lang) -> String {
    Texts::new(lang).find(&format!("{list}-{id}")).unwrap()
}

#[test]
fn every_status_that_is_shown_is_understood() {
    let clerk = shop();
    let statuses = HouseholdStatus::ALL.map(|status| ("owners", status.id()));
    let sure = Certainty::ALL.map(|status| ("violations", status.id()));
    for (command, id) in statuses.into_iter().chain(sure).chain([("owners", "owned-past")]) {
        for lang in Lang::ALL {
            same(&clerk, &[command, "--status", id], &[command, "--status", &word("report-status", id, lang)]);
        }
    }
    // What stands in brackets tells two of them apart; of the others it may be left out.
    let owned = |status| asked(&clerk, &["owners", "--status", status, "--format", "json"]).stdout.len();
    assert!(owned("已归属（保护期已过）") < owned("已归属"));
    same(&clerk, &["violations", "--status", "suspected"], &["violations", "--status", "疑似"]);
    same(&clerk, &["owners", "--status", "company"], &["owners", "--status", "公司资源"]);
}

#[test]
fn every_way_to_put_a_list_together_is_understood() {
    let clerk = shop();
    for (command, ids) in [("due", &["staff", "department", "task"][..]), ("fines", &["staff", "department"])] {
        for id in ids {
            let word = word("cli-word", id, Lang::Zh);
            same(&clerk, &[command, "--by", id], &[command, "--by", &word]);
        }
    }
    for id in ["table", "csv", "json"] {
        same(&clerk, &["owners", "--format", id], &["owners", "--format", &word("cli-word", id, Lang::Zh)]);
    }
    let narrated = ["explain", "13631959976", "--format"];
    same(&clerk, &[&narrated[..], &["html"]].concat(), &[&narrated[..], &["网页"]].concat());
    for id in ["auto", "always", "never"] {
        same(&clerk, &["owners", "--color", id], &["owners", "--color", &word("cli-word", id, Lang::Zh)]);
    }
    for id in ["zh", "en"] {
        same(&clerk, &["owners", "--lang", id], &["owners", "--lang", &word("cli-word", id, Lang::Zh)]);
    }
    assert!(asked(&clerk, &["owners", "--lang=英文"]).stdout.starts_with("owners of households"));
}

#[test]
fn every_kind_of_ledger_is_understood() {
    let clerk = shop();
    clerk.write("shop/a.csv", "工号,姓名,日期\n1001,郑建华,2026-10-30\n");
    for kind in Kind::ALL {
        for lang in Lang::ALL {
            let word = word("report-kind", kind.id(), lang);
            let read = |kind: &str| asked(&clerk, &["import", "a.csv", "--dry-run", "--kind", kind]);
            assert_eq!(read(&word), read(kind.id()), "{word}");
            assert_ne!(read(&word).code, 2, "{word}");
        }
    }
}

#[test]
fn people_and_departments_are_understood_as_they_are_shown() {
    let clerk = shop();
    for command in ["due", "owners", "expiring", "violations"] {
        let args = &[command, "--format", "json", "--staff"][..];
        for shown in ["1002 林晓梅", "林晓梅"] {
            same(&clerk, &[args, &["1002"]].concat(), &[args, &[shown]].concat());
        }
        let other = asked(&clerk, &[args, &["1002 王小丽"]].concat());
        assert_eq!(other.code, 1, "{other:?}");
    }
    clerk.write("shop/a.csv", "日期,顾客,电话,来源,专员\n2026-10-30,程桂芳,13810005678,单子,1001\n");
    let through = ["import", "a.csv", "--dry-run", "--through", "2026-10-30", "--department"];
    for department in ["市场一部", "咨询部"] {
        assert_eq!(asked(&clerk, &[&through[..], &[department]].concat()).code, 0, "{department}");
    }
}

#[test]
fn every_clause_is_understood_as_it_is_called() {
    let clerk = shop();
    let policy = Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap();
    assert!(policy.clauses.len() > 20);
    for clause in &policy.clauses {
        let shown = clause.label(Lang::Zh).to_owned();
        let together: String = shown.split_whitespace().collect();
        for called in [&shown, &together] {
            same(&clerk, &["policy", "show", &clause.id], &["policy", "show", called]);
        }
    }
}

#[test]
fn what_a_finding_says_is_understood_as_it_is_shown() {
    let clerk = shop();
    let policy = Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap();
    let of = ["finding", "add", "--at", "2026-10-30", "--staff", "1002", "--by", "罗秉义", "--dry-run", "--offence"];
    for offence in &policy.offences {
        let title = offence.title.say(Lang::Zh);
        let said = asked(&clerk, &[&of[..], &[title]].concat());
        assert_eq!(said.code, asked(&clerk, &[&of[..], &[&offence.id]].concat()).code, "{title}: {said:?}");
        assert!(!said.stderr.contains("无法识别"), "{title}: {said:?}");
    }
    let of =
        ["finding", "add", "--violation", "V-Z42PVXAXRK", "--by", "罗秉义", "--amount", "60", "--again", "--dry-run"];
    for id in ["confirm", "waive", "adjust"] {
        let word = word("report-verdict", id, Lang::Zh);
        same(&clerk, &[&of[..], &["--verdict", id]].concat(), &[&of[..], &["--verdict", &word]].concat());
    }
}

#[test]
fn days_and_months_are_understood_as_they_are_said() {
    let clerk = shop();
    let on = |day: &str| asked(&clerk, &["due", "--format", "json", "--on", day]);
    for (word, day) in [("10-31", "2026-10-31"), ("10月31日", "2026-10-31"), ("2026年10月31日", "2026-10-31")] {
        let (word, day) = (on(word), on(day));
        assert_eq!((word.code, word.stdout), (0, day.stdout));
    }
    for word in ["今天", "明天", "后天", "昨天", "前天", "周一", "星期日", "下周一"] {
        let said = clerk.zh_in("shop", &["due", "--on", word]);
        assert!(said.code == 0 && said.stderr.contains(&format!("“--on {word}”按 ")), "{word}: {said:?}");
    }
    for word in ["10月", "2026年10月", "2026-10", "2026/10", "本月", "上月", "上个月"] {
        let said = clerk.zh_in("shop", &["fines", "--month", word]);
        assert_eq!(said.code, 0, "{word}: {said:?}");
    }
    for word in ["无", "不限", "none"] {
        let house = format!("house-{word}");
        assert_eq!(clerk.zh(&["init", &house, "--in-force-from", word]).code, 0, "{word}");
    }
}
