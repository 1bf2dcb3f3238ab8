//! Tasks on both lists that are due otherwise: by deadline, urgency, person.

use super::shop::{Shop, kept};

/// A client of 1001's who bought on the first of the month.
fn client() -> Shop {
    let shop = Shop::new();
    shop.import("signup", "at,customer,phone,channel,staff\n2026-10-30,程桂芳,13800000001,flyer,1001\n");
    shop.import("preheat", "at,phone,staff\n2026-10-31,13800000001,1001\n");
    shop.import("sale", "at,customer,phone,staff,place\n2026-11-01,程桂芳,13800000001,1001,meeting\n");
    shop
}

#[test]
fn a_household_assigned_to_somebody_else_changes_whose_its_tasks_are() {
    let shop = client();
    shop.import("assignment", "at,phone,staff\n2026-11-02,13800000001,1002\n");
    kept("changes.csv", &shop.rows("2026-11-02", &["changes", "--since", "4"]));
    kept("changes.zh.txt", &shop.page("2026-11-02", &["changes", "--since", "4"]));
}

#[test]
fn another_policy_changes_until_when_and_how_urgently() {
    let shop = client();
    shop.write("longer.toml", &shop.policy(|text| text.replacen("to = 2", "to = 3", 1)));
    assert_eq!(
        shop.rows("2026-11-03", &["policy", "what-if", "longer.toml"]),
        "tasks,changed,T-SOIPDOBKHB,form within two days 13800000001,1001 张建国 · 2026-11-03 · overdue,\
         1001 张建国 · 2026-11-04 · due,,\n"
    );
    let told = &shop.json("2026-11-03", &["policy", "what-if", "longer.toml"])["tasks"][0];
    assert_eq!(told["before"]["due"], "2026-11-03");
    assert_eq!(told["after"]["due"], "2026-11-04");
}
