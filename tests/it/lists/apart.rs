//! Masked numbers: in one output no two of them look the same, and none shows more than that takes.

use super::shop::Shop;

/// Two households whose numbers differ only where they are hidden, of different specialists, and a third one.
fn alike() -> Shop {
    let shop = Shop::new();
    shop.import("signup", "at,customer,phone,channel,staff\n2026-11-02,程桂芳,13810005678,flyer,1001\n2026-11-02,韦延年,13820005678,flyer,1003\n2026-11-02,吕惠芳,13900005678,flyer,1001\n");
    shop
}

const WHOLE: [&str; 2] = ["13810005678", "13820005678"];
const APART: [&str; 2] = ["1381***5678", "1382***5678"];

/// Each of `shown` stands in it, none of the whole numbers, and not what the two have in common.
fn is_apart(said: &str) {
    assert!(APART.iter().all(|number| said.contains(number)), "{said}");
    assert!(!said.contains("138****5678") && !WHOLE.iter().any(|number| said.contains(number)), "{said}");
}

#[test]
fn every_report_that_masks_tells_them_apart() {
    let shop = alike();
    let day = "2026-11-20";
    // Sold by one who does not own it: a suspicion about each.
    shop.import("preheat", "at,phone,staff\n2026-11-03,13810005678,1001\n2026-11-03,13820005678,1003\n");
    shop.import("sale", "at,customer,phone,staff,place\n2026-11-05,程桂芳,13810005678,1002,store\n2026-11-05,韦延年,13820005678,1002,store\n");
    for args in [
        &["owners"][..],
        &["owners", "--format", "csv"],
        &["owners", "--history"],
        &["owners", "--history", "--format", "csv"],
        &["violations"],
        &["violations", "--format", "csv"],
        &["disputes"],
        &["disputes", "--format", "csv"],
        &["disputes", "--format", "html"],
        &["changes", "--since", "0"],
        &["changes", "--since", "0", "--format", "csv"],
    ] {
        let said = shop.zh(day, args);
        assert_eq!(said.code, 0, "{said:?}");
        is_apart(&said.stdout);
    }
    let both = shop.zh(day, &["owners"]).stdout;
    assert!(both.contains("139****5678"), "{both}");
}

#[test]
fn what_stands_alone_shows_no_more() {
    let shop = alike();
    let one = shop.zh("2026-11-03", &["owners", "--staff", "1003"]).stdout;
    assert!(one.contains("138****5678") && !one.contains("1382"), "{one}");
}

#[test]
fn check_tells_them_apart_and_the_numbers_inside_sentences_too() {
    let shop = alike();
    shop.import(
        "preheat",
        "at,customer,phone,staff\n2026-11-03,郑惠,13810005678,1001\n2026-11-03,包青,13820005678,1003\n",
    );
    for format in ["table", "csv", "json"] {
        is_apart(&shop.zh("2026-11-20", &["check", "--format", format]).stdout);
    }
    // Two numbers found inside what an import said.
    shop.import("signup", "at,customer,phone,channel,staff\n2026-11-04,甲,055163077190,flyer,1001\n2026-11-04,乙,55163087190,flyer,1001\n2026-11-04,丙,55163097190,flyer,1001\n");
    let said = shop.zh("2026-11-20", &["check"]).stdout;
    assert!(said.contains("0551-***87190") && said.contains("0551-***97190"), "{said}");
}

#[test]
fn a_handover_left_undone_names_its_households_apart() {
    let shop = Shop::new();
    shop.import("signup", "at,customer,phone,channel,staff\n2026-11-02,程桂芳,13810005678,flyer,1001\n2026-11-02,韦延年,13820005678,flyer,1001\n");
    shop.import("preheat", "at,phone,staff\n2026-11-03,13810005678,1001\n2026-11-03,13820005678,1001\n");
    shop.import("sale", "at,customer,phone,staff,place\n2026-11-05,程桂芳,13810005678,1001,store\n2026-11-05,韦延年,13820005678,1001,store\n");
    shop.import("staff", "staff_id,name,role,department,left\n1001,张建国,specialist,市场一部,2026-11-10\n");
    for format in ["table", "csv", "json"] {
        let said = shop.zh("2026-11-20", &["violations", "--staff", "1001", "--format", format]).stdout;
        assert!(APART.iter().all(|number| said.contains(number)) && !said.contains("138****5678"), "{said}");
    }
}

#[test]
fn what_is_shown_can_be_asked_for() {
    let shop = alike();
    let day = "2026-11-20";
    let several = shop.zh(day, &["explain", "138****5678"]);
    assert_eq!(several.code, 1);
    assert!(
        several.stderr.contains("  1  1381***5678  程桂芳") && several.stderr.contains("  2  1382***5678  韦延年"),
        "{several:?}"
    );
    let one = shop.zh(day, &["explain", "1382***5678"]);
    assert_eq!(one.code, 0, "{one:?}");
    assert!(one.stdout.contains("韦延年 138****5678"), "{one:?}");
}

#[test]
fn a_report_with_such_numbers_is_verified() {
    let shop = alike();
    let day = "2026-11-20";
    for name in ["owners.csv", "owners.txt"] {
        assert_eq!(shop.zh(day, &["owners", "-o", name]).code, 0);
        let verified = shop.zh(day, &["verify", name]);
        assert_eq!(verified.code, 0, "{verified:?}");
    }
}
