//! Nothing that is listed is wider than its page: 80 columns where nobody says otherwise, in both languages.
//!
//! Measured as terminals set up for Chinese draw it, which take two columns for `“`, `…`, `·` and their like.
#![allow(clippy::unwrap_used)]

use crate::clerk::Clerk;
use assert_cmd::Command;
use unicode_width::UnicodeWidthStr;

const DAY: &str = "2026-10-30";

/// Every list there is, and the answers in paragraphs beside them.
pub const LISTINGS: &[&[&str]] = &[
    &[],
    &["owners"],
    &["owners", "--status", "open"],
    &["owners", "--history"],
    &["expiring", "--days", "30"],
    &["expiring", "--past"],
    &["due"],
    &["due", "--all"],
    &["due", "--by", "department"],
    &["due", "--by", "task"],
    &["due", "--staff", "1002"],
    &["violations"],
    &["violations", "--status", "suspected"],
    &["fines", "--month", "2026-10"],
    &["fines", "--month", "2026-10", "--by", "department"],
    &["disputes"],
    &["changes", "--since", "2026-10-01"],
    &["check"],
    &["check", "--all"],
    &["status"],
    &["batches"],
    &["policy", "list"],
    &["policy", "show"],
    &["policy", "show", "supplement-3"],
    &["policy", "check"],
    &["policy", "diff", "meeting-sales", "other.toml"],
    &["policy", "what-if", "other.toml"],
    &["revert", "1", "--dry-run"],
    &["import", "late.csv", "--dry-run"],
    &["explain", "13631959976"],
    &["explain", "V-Z42PVXAXRK"],
];

/// What the command prints where a page is that wide.
pub fn printed(clerk: &Clerk, lang: &str, args: &[&str], columns: Option<&str>) -> String {
    String::from_utf8(printed_bytes(clerk, lang, args, columns)).unwrap()
}

/// The same, whatever it is.
pub fn printed_bytes(clerk: &Clerk, lang: &str, args: &[&str], columns: Option<&str>) -> Vec<u8> {
    let mut command = Command::cargo_bin("huifang").unwrap();
    command.current_dir(clerk.path("shop")).args(args).args(["--as-of", DAY]);
    command.env("HUIFANG_LANG", lang).env_remove("HUIFANG_WORKSPACE").env_remove("COLUMNS");
    columns.map(|columns| command.env("COLUMNS", columns));
    let output = command.output().unwrap();
    assert!(matches!(output.status.code(), Some(0 | 3)), "{lang} {args:?}: {output:?}");
    output.stdout
}

pub fn shop() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.zh(&["demo", "shop"]).code, 0);
    let policy = std::fs::read_to_string(clerk.path("shop/policy.toml")).unwrap();
    let other = policy.replace("idle_months = 1", "idle_months = 2").replace("amount = 50", "amount = 60");
    clerk.write("shop/other.toml", other);
    clerk.write("shop/late.csv", "at,customer,phone,channel,staff\n2026-10-30,程桂芳,13810005678,flyer,1001\n");
    clerk
}

#[test]
fn every_listing_fits_80_columns_in_both_languages() {
    let clerk = shop();
    for lang in ["zh", "en"] {
        for args in LISTINGS {
            let shown = printed(&clerk, lang, args, None);
            assert!(!shown.is_empty(), "{lang} {args:?}");
            let wide: Vec<&str> = shown
                .lines()
                .filter(|line| line.width_cjk() > 80 && !line.trim_start().starts_with("huifang "))
                .collect();
            assert!(wide.is_empty(), "{lang} {args:?}: {wide:#?}");
            assert_eq!(printed(&clerk, lang, args, Some("80")), shown, "{lang} {args:?}");
        }
    }
}

#[test]
fn every_page_of_help_fits_80_columns_in_both_languages() {
    let clerk = shop();
    let page = |lang: &str, of: &[&str]| {
        let shown = printed(&clerk, lang, &[of, &["--help"]].concat(), Some("80"));
        let wide: Vec<&str> = shown.lines().filter(|line| line.width() > 80).collect();
        assert!(wide.is_empty(), "{of:?}: {wide:#?}");
        shown
    };
    for lang in ["zh", "en"] {
        let names = |page: &str| -> Vec<String> {
            let names = page.lines().filter_map(|line| line.strip_prefix("  ")?.split_once("  ").map(|(name, _)| name));
            let is_command = |name: &&str| {
                name.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !name.starts_with('-') && !name.is_empty()
            };
            names.filter(is_command).filter(|name| *name != "help").map(str::to_owned).collect()
        };
        let commands = names(&page(lang, &[]));
        assert!(commands.len() > 15, "{commands:?}");
        for command in commands {
            for inner in names(&page(lang, &[&command])) {
                page(lang, &[&command, &inner]);
            }
        }
    }
}

#[test]
fn a_page_is_as_wide_as_somebody_says() {
    let clerk = shop();
    for lang in ["zh", "en"] {
        let widest = |columns| {
            let shown = printed(&clerk, lang, &["violations"], Some(columns));
            shown.lines().map(UnicodeWidthStr::width_cjk).max().unwrap()
        };
        assert!((81..=120).contains(&widest("120")), "{lang}");
        assert!(widest("60") <= 60, "{lang}");
    }
}

/// What no longer stands beside the others stands below its row, whole: no sum and no number is lost.
#[test]
fn a_narrow_page_says_all_that_a_wide_one_does() {
    let clerk = shop();
    for (args, lang) in [(&["violations"][..], "zh"), (&["fines", "--month", "2026-10"], "en"), (&["due"], "zh")] {
        let figures = |columns: &str| {
            let shown = printed(&clerk, lang, args, Some(columns));
            let is_figure = |word: &&str| word.chars().any(|c| c.is_ascii_digit()) && word.is_ascii();
            let split = |c: char| c.is_whitespace() || "：，；、·（）".contains(c);
            let mut figures: Vec<String> = shown.split(split).filter(is_figure).map(str::to_owned).collect();
            figures.sort();
            figures
        };
        assert_eq!(figures("80"), figures("200"), "{lang} {args:?}");
    }
}
