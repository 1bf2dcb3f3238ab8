//! The call list: what it cannot know, what left it, whose protection ends, whom each task is about.

use super::shop::{Shop, kept};

/// Signed up by three specialists, with the landline of one office beside each mobile.
fn office() -> Shop {
    let shop = Shop::new();
    shop.import("signup", include_str!("../../../fixtures/faults/26_alt_shared.csv"));
    shop
}

#[test]
fn a_number_that_several_share_is_listed_and_each_task_names_its_own_row() {
    let shop = office();
    let found: Vec<_> = shop.json("2026-11-20", &["check"]).as_array().unwrap().to_vec();
    let shared: Vec<_> = found.iter().filter(|row| row["code"] == "several-names").collect();
    assert_eq!(shared.len(), 1, "{found:?}");
    assert_eq!(shared[0]["evidence"].as_array().unwrap().len(), 3);
    let told = shop.json("2026-11-20", &["due"]);
    let own: Vec<_> = told
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                row["assignee"].as_str().unwrap(),
                row["trigger_customer"].as_str().unwrap(),
                row["trigger_phone"].as_str().unwrap(),
                row["call"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        own,
        [
            ("1001", "甲一", "13810001901", "13810001903"),
            ("1002", "丙三", "13810001903", "13810001903"),
            ("1003", "乙二", "13810001902", "13810001903"),
        ]
    );
    kept("shared.zh.txt", &shop.page("2026-11-20", &["due"]));
}

/// A prospect of 1001's, a client of 1003's whose form is late, and visits kept up to the 24th in one department only.
fn lagging() -> Shop {
    let shop = Shop::new();
    shop.import("signup", "at,customer,phone,channel,staff\n2026-10-27,程桂芳,13800000001,flyer,1001\n2026-11-18,韦延年,13900000001,flyer,1003\n2026-11-20,吕惠芳,13700000001,flyer,1002\n");
    shop.import("preheat", "at,phone,staff\n2026-10-28,13800000001,1001\n2026-11-19,13900000001,1003\n");
    shop.import("sale", "at,customer,phone,staff,place\n2026-11-20,韦延年,13900000001,1003,meeting\n");
    shop.import(
        "visit",
        "at,phone,staff,method\n2026-11-21,13900000001,1003,home\n2026-11-25,13800000001,1001,phone\n",
    );
    shop
}

#[test]
fn what_the_ledgers_do_not_reach_is_not_called_overdue_without_saying_so() {
    let shop = lagging();
    let args = ["due", "--by", "staff"];
    kept("lagging.zh.txt", &shop.page("2026-11-26", &args));
    kept("lagging.json", &format!("{:#}\n", shop.json("2026-11-26", &args)));
    kept("lagging.csv", &shop.rows("2026-11-26", &args));
    kept("lagging.owners.zh.txt", &shop.page("2026-11-26", &["owners"]));
}

#[test]
fn a_protection_that_is_over_is_said_and_listed() {
    let shop = lagging();
    // Followed up by its preheat of 10-28, so protected up to 11-28.
    let listed = |day: &str, args: &[&str]| {
        shop.json(day, args)
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["household"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(listed("2026-11-28", &["expiring", "--past"]), Vec::<String>::new());
    assert_eq!(listed("2026-11-29", &["expiring", "--past"]), ["13800000001"]);
    assert_eq!(shop.json("2026-11-29", &["owners", "--staff", "1001"])[0]["status"], "owned");
    kept("past.zh.txt", &shop.page("2026-11-29", &["expiring", "--past"]));
    kept("past.owners.zh.txt", &shop.page("2026-11-29", &["owners", "--staff", "1001"]));
}

#[test]
fn what_left_the_list_is_counted_and_what_aged_out_can_be_listed() {
    let shop = lagging();
    // The form was due on 11-22 and stands on the list up to 12-22.
    let has_form =
        |day: &str, args: &[&str]| shop.json(day, args).as_array().unwrap().iter().any(|row| row["task"] == "form-2d");
    shop.import("signup", "at,customer,phone,channel,staff\n2026-11-18,任立民,13600000001,flyer,1001\n");
    assert!(!has_form("2026-12-21", &["due"]));
    let ids = |day: &str, args: &[&str]| shop.json(day, args).as_array().unwrap().len();
    assert_eq!(ids("2026-12-20", &["due"]) - ids("2026-12-21", &["due"]), 0);
    kept("left.zh.txt", &shop.page("2026-12-20", &["due"]));
    kept("all.zh.txt", &shop.page("2026-12-20", &["due", "--all"]));
}
