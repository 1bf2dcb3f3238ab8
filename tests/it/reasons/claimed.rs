//! Signups that did not take a household, or not the way their doers will have hoped.

use super::shop::{and, day, household, last, owner, passed, staff};
use huifang::domain::Channel;
use huifang::policy::{HouseholdStatus, NoEffectReason, OwnershipChange};

/// A's by preheat, taken to a meeting, visited in time: tracked, and touched last on March 10.
const TRACKED: [&str; 4] = [
    "2026-03-01 signup A channel=flyer",
    "2026-03-01 preheat A",
    "2026-03-02 attendance A",
    "2026-03-10 visit A method=home",
];

fn protected(until: Option<&str>) -> NoEffectReason {
    NoEffectReason::OwnerProtected { owner: staff("A"), until: until.map(day) }
}

#[test]
fn a_claim_of_an_idle_household_that_comes_a_day_early_only_challenges() {
    let early = and(&TRACKED, "2026-04-10 signup B channel=flyer");
    assert_eq!(last(&early), [(5, protected(Some("2026-04-10")), "supplement-1", vec![2, 4])]);
    let deadline = day("2026-04-12");
    assert_eq!(
        household(&early).history.last().unwrap().change,
        OwnershipChange::Challenged { staff: staff("B"), deadline },
        "the claim is a decision too"
    );
    let in_time = and(&TRACKED, "2026-04-11 signup B channel=flyer");
    assert_eq!((last(&in_time), owner(&in_time)), (vec![], None));
}

#[test]
fn a_claim_of_an_unvisited_household_that_comes_a_day_early_only_challenges() {
    let unvisited = &TRACKED[..3];
    assert_eq!(
        last(&and(unvisited, "2026-04-02 signup B channel=flyer")),
        [(4, protected(Some("2026-04-02")), "resource-8", vec![2, 3])]
    );
    assert_eq!(last(&and(unvisited, "2026-04-03 signup B channel=flyer")), []);
}

#[test]
fn a_prospect_with_nothing_due_is_not_lost_to_any_signup() {
    let late = and(&TRACKED[..2], "2026-09-01 signup B channel=flyer");
    assert_eq!(last(&late), [(3, protected(None), "resource-7", vec![2])]);
}

#[test]
fn a_second_challenge_by_the_same_specialist_is_none() {
    let rows = and(&TRACKED, "2026-03-20 signup B channel=flyer");
    assert_eq!(
        last(&and(&rows, "2026-03-21 signup B channel=store")),
        [
            (6, NoEffectReason::ChallengedAlready { since: day("2026-03-20") }, "resource-6", vec![5]),
            (6, protected(Some("2026-04-10")), "supplement-1", vec![2, 4, 5]),
        ]
    );
}

#[test]
fn a_signup_of_ones_own_household_or_of_nobodys_naming_changes_nothing() {
    assert_eq!(
        last(&and(&TRACKED, "2026-06-01 signup A channel=flyer")),
        [(5, NoEffectReason::OwnerAlready, "", vec![2])]
    );
    assert_eq!(
        last(&and(&TRACKED, "2026-06-01 signup - channel=store")),
        [(5, NoEffectReason::NobodyNamed, "", vec![2])]
    );
    assert_eq!(
        last(&and(&TRACKED[..1], "2026-06-01 signup - channel=store")),
        [(2, NoEffectReason::NobodyNamed, "supplement-10", vec![1])]
    );
}

#[test]
fn a_client_stays_with_its_owner() {
    let rows = and(&TRACKED, "2026-03-11 sale A");
    let why = || NoEffectReason::ClientOfAnother { owner: staff("A") };
    for act in ["signup B channel=flyer", "preheat B", "attendance B", "sale B"] {
        let line = format!("2026-12-01 {act}");
        assert_eq!(last(&and(&rows, &line)), [(6, why(), "resource-poach", vec![2])], "{act}");
    }
}

#[test]
fn what_is_the_companys_waits_for_an_assignment() {
    let unassigned = ["2026-03-01 signup - channel=store"];
    for act in ["signup B channel=flyer", "preheat B", "invite B", "attendance B", "sale B", "visit B method=home"] {
        let line = format!("2026-03-02 {act}");
        assert_eq!(last(&and(&unassigned, &line)), [(2, NoEffectReason::AtCompany, "supplement-10", vec![1])], "{act}");
    }
    let left = ["- staff A left=2026-03-05", "2026-03-01 assignment A", "2026-03-06 preheat B"];
    assert_eq!(last(&left), [(3, NoEffectReason::AtCompany, "supplement-5", vec![1])]);
}

#[test]
fn a_rivals_claim_is_void_the_day_after_it_was_live() {
    let rows = ["2026-03-01 signup A channel=flyer"];
    let live = || NoEffectReason::RivalLive { rival: staff("A"), until: day("2026-03-03") };
    assert_eq!(last(&and(&rows, "2026-03-03 signup B channel=flyer")), [(2, live(), "resource-6", vec![1])]);
    let after = and(&rows, "2026-03-04 signup B channel=flyer");
    assert_eq!((last(&after), household(&after).claims.len()), (vec![], 1));
}

#[test]
fn a_lapsed_claim_does_not_yield_to_every_channel() {
    let rows = ["2026-03-01 signup A channel=store"];
    let why = NoEffectReason::NotYieldingTo { rival: staff("A"), channel: Channel::Referral };
    let referral = and(&rows, "2026-03-05 signup B channel=referral");
    assert_eq!(last(&referral)[0], (2, why, "supplement-2", vec![1]));
    assert_eq!(last(&and(&rows, "2026-03-05 signup B channel=flyer")), []);
}

#[test]
fn a_live_claim_is_not_renewed_and_a_lapsed_one_is() {
    let rows = ["2026-03-01 signup A channel=flyer"];
    let live = NoEffectReason::ClaimLive { until: day("2026-03-03") };
    assert_eq!(last(&and(&rows, "2026-03-03 signup A channel=store")), [(2, live, "resource-6", vec![1])]);
    let renewed = and(&rows, "2026-03-04 signup A channel=store");
    assert_eq!(last(&renewed), []);
    assert_eq!(household(&renewed).claims[0].deadline, day("2026-03-07"));
}

#[test]
fn whoever_is_not_employed_is_nobody() {
    let rows = ["- staff B left=2026-03-05", "2026-03-01 signup A channel=flyer"];
    let why = || NoEffectReason::NotEmployed;
    let gone = passed(&and(&rows, "2026-03-06 preheat B"));
    assert_eq!(gone, [(3, why(), "", vec![1])]);
    assert_eq!(last(&and(&rows, "2026-03-05 preheat B")), [], "on the last day B still is");
    assert_eq!(last(&and(&rows, "2026-03-06 attendance B")), [(3, why(), "", vec![1])]);
    assert_eq!(last(&and(&rows, "2026-03-06 sale B")), [(3, why(), "", vec![1])]);
}

#[test]
fn a_decision_passes_nothing() {
    assert_eq!(passed(&TRACKED), []);
    assert_eq!(household(&TRACKED).status, HouseholdStatus::Owned);
    assert_eq!(household(&TRACKED).events, [1, 2, 3, 4]);
}
