//! What was known when: `--known-at`, and everything that stands on it.
#![allow(clippy::unwrap_used)]

mod clerk;

use clerk::{Clerk, Said};

const SIGNUPS: &str =
    "at,customer,phone,channel,staff,reported\n2026-03-02 10:00,Wang,13800000001,flyer,S1,2026-03-02\n";
const PREHEATS: &str = "at,customer,phone,staff\n2026-03-03 11:00,Wang,13800000001,S1\n";

/// A shop with three batches: roster and a signup, its preheat, and the preheat again as somebody else's, replaced.
fn shop() -> Clerk {
    let clerk = Clerk::new();
    clerk.en(&["init", "shop"]);
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
    clerk.en(&["-C", "shop", "revert", "2"]);
    assert_eq!(owner(&clerk, &[]), None);
    assert_eq!(owner(&clerk, &["--known-at", "2999-01-01"]), None);
    let then = asked(&clerk, &["owners", "--format", "json", "--known-at", "2"]);
    assert!(then.stdout.contains(r#""owner":"S1""#), "{then:?}");
    assert!(then.stderr.starts_with("batch 2 was taken out later, on 20"), "{then:?}");
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
    assert_eq!(zh, Said::failed(1, "错误:没有批次 9;最后一个是 2\n怎么办:请看 `huifang batches`\n"));
    let (en, zh) = said(&["due", "--known-at", "1999-01-01 08:00"]);
    assert!(
        en.stderr.starts_with("error: nothing had been imported by 1999-01-01 08:00:59; the first batch was made on 2")
    );
    assert!(zh.stderr.starts_with("错误:1999-01-01 08:00:59 还没有录入过资料;第一个批次录于 2"), "{zh:?}");
    for command in [&["import", "staff.csv"][..], &["nightly"], &["revert", "1"]] {
        let (en, zh) = said(&[command, &["--known-at", "1"]].concat());
        let refused = "error: this command works on the journal as it is today, so it takes no `--known-at`\n\
                       what to do: leave out `--known-at`\n";
        assert_eq!(en, Said::failed(2, refused));
        assert_eq!(zh.code, 2);
    }
    let (en, _) = said(&["due", "--known-at", "yesterday"]);
    assert_eq!(en.code, 2);
}
