//! Referrals that were not clear, and clear ones that did not make an owner.

use super::shop::{and, household, last, owner, passed, phone, staff};
use huifang::policy::{NoEffectReason, ReferralUnclear};

/// The second customer, 李梅, is O's client.
const REFERRER: [&str; 3] = [
    "2026-03-01 signup O who=2 channel=flyer customer=李梅",
    "2026-03-01 preheat O who=2 customer=李梅",
    "2026-03-02 sale O who=2",
];

fn unclear(rows: &[&str]) -> ReferralUnclear {
    match last(rows).pop() {
        Some((_, NoEffectReason::ReferralUnclear(why), "resource-5", behind)) if behind.is_empty() => why,
        other => panic!("{other:?}"),
    }
}

fn is_clear(rows: &[&str]) {
    assert_eq!((last(rows), owner(rows)), (vec![], Some("O".into())));
}

#[test]
fn the_referrer_must_be_named_and_known() {
    let by = |row| unclear(&and(&REFERRER, row));
    assert_eq!(by("2026-03-03 signup B channel=referral"), ReferralUnclear::Unnamed);
    let name = "王芳".to_owned();
    assert_eq!(by("2026-03-03 signup B channel=referral referrer=王芳"), ReferralUnclear::UnknownName { name });
    is_clear(&and(&REFERRER, "2026-03-03 signup B channel=referral referrer=李梅"));
}

#[test]
fn a_name_that_several_bear_names_nobody() {
    let namesake = and(&REFERRER, "2026-03-04 preheat C who=3 customer=李梅");
    let name = "李梅".to_owned();
    let after = and(&namesake, "2026-03-05 signup B channel=referral referrer=李梅");
    assert_eq!(unclear(&after), ReferralUnclear::SeveralOfName { name });
    is_clear(&and(&namesake, "2026-03-03 signup B channel=referral referrer=李梅"));
}

#[test]
fn the_referrer_is_a_client_of_somebodys_in_another_household() {
    let row = "2026-03-02 signup B channel=referral referrer_phone=2";
    // On one day signups stand before sales.
    assert_eq!(unclear(&and(&REFERRER, row)), ReferralUnclear::NoClient { household: phone("2") });
    is_clear(&and(&REFERRER, "2026-03-03 signup B channel=referral referrer_phone=2"));
    let own = and(&REFERRER, "2026-03-01 household - who=1 related_phone=2");
    let of_own = and(&own, "2026-03-03 signup B channel=referral referrer_phone=2");
    assert_eq!(passed(&of_own).len(), 1, "a client's household is not referred to anybody");
    let alone = ["2026-03-01 signup B channel=referral referrer_phone=1"];
    assert_eq!(unclear(&alone), ReferralUnclear::SameHousehold);
}

#[test]
fn the_referrers_household_has_an_owner() {
    let rows = [&REFERRER[..], &["- staff O left=2026-03-10"]].concat();
    let row = "2026-03-11 signup B channel=referral referrer_phone=2";
    assert_eq!(unclear(&and(&rows, row)), ReferralUnclear::NoOwner { household: phone("2") });
    is_clear(&and(&REFERRER, row));
}

#[test]
fn a_clear_referral_beside_a_claim_is_a_claim() {
    let rows = and(&REFERRER, "2026-03-03 signup A channel=flyer");
    let beside = and(&rows, "2026-03-05 signup B channel=referral referrer_phone=2");
    assert_eq!(
        last(&beside),
        [
            (
                5,
                NoEffectReason::RivalLive { rival: staff("A"), until: "2026-03-05".parse().unwrap() },
                "resource-6",
                vec![4]
            ),
            (5, NoEffectReason::ReferralBesideClaims, "resource-5", vec![4]),
        ]
    );
    assert_eq!(household(&beside).claims.len(), 2);
    is_clear(&and(&rows, "2026-03-06 signup B channel=referral referrer_phone=2"));
}
