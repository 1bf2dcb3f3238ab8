//! Preheats, invitations and visits that did not count.

use super::shop::{and, day, household, last, owner, passed, staff};
use huifang::domain::{Method, Outcome};
use huifang::policy::{NoEffectReason, OwnershipChange};

const PROSPECT: [&str; 2] = ["2026-03-01 signup A channel=flyer", "2026-03-01 preheat A"];

/// To be visited until April 2; the owner's last touch was the meeting.
const UNVISITED: [&str; 3] = [PROSPECT[0], PROSPECT[1], "2026-03-02 attendance A"];

fn protected(until: Option<&str>) -> NoEffectReason {
    NoEffectReason::OwnerProtected { owner: staff("A"), until: until.map(day) }
}

fn no_claim() -> NoEffectReason {
    NoEffectReason::NoClaim { owner: staff("A") }
}

#[test]
fn a_preheat_of_an_unvisited_household_comes_a_day_early() {
    let early = and(&UNVISITED, "2026-04-02 preheat B");
    assert_eq!(last(&early), [(4, protected(Some("2026-04-02")), "resource-8", vec![2, 3])]);
    let in_time = and(&UNVISITED, "2026-04-03 preheat B");
    assert_eq!((last(&in_time), owner(&in_time)), (vec![], Some("B".into())));
}

#[test]
fn an_idle_household_is_preheated_away_only_by_one_with_a_claim() {
    let tracked = and(&UNVISITED, "2026-03-10 visit A method=home");
    assert_eq!(last(&and(&tracked, "2026-04-11 preheat B")), [(5, no_claim(), "supplement-1", vec![2, 4])]);
    // Before that day a claim is what is missing all the same.
    assert_eq!(last(&and(&tracked, "2026-04-10 preheat B")), [(5, no_claim(), "supplement-1", vec![2])]);
    let challenged = and(&tracked, "2026-03-20 signup B channel=flyer");
    assert_eq!(
        last(&and(&challenged, "2026-04-10 preheat B")),
        [(6, protected(Some("2026-04-10")), "supplement-1", vec![2, 4, 5])]
    );
    assert_eq!(owner(&and(&challenged, "2026-04-11 preheat B")), Some("B".into()));
}

#[test]
fn a_preheat_of_anothers_prospect_only_prepares() {
    assert_eq!(last(&and(&PROSPECT, "2026-06-01 preheat B")), [(3, no_claim(), "resource-7", vec![2])]);
    let challenged = and(&PROSPECT, "2026-03-02 signup B channel=flyer");
    let preheated = and(&challenged, "2026-06-01 preheat B");
    assert_eq!(last(&preheated), [(4, protected(None), "resource-7", vec![2, 3])]);
    let change = OwnershipChange::ChallengerPreheated { staff: staff("B") };
    assert_eq!(household(&preheated).history.last().unwrap().change, change);
}

#[test]
fn a_referral_not_preheated_opens_to_those_with_a_claim() {
    let referred = [
        "2026-02-01 assignment A who=2",
        "2026-02-01 sale A who=2",
        "2026-03-01 signup C channel=referral referrer_phone=2",
    ];
    let clause = "supplement-4";
    for day in ["2026-03-04", "2026-03-05"] {
        let line = format!("{day} preheat B");
        assert_eq!(last(&and(&referred, &line)), [(4, no_claim(), clause, vec![3])], "{day}");
    }
    let challenged = and(&referred, "2026-03-02 signup B channel=flyer");
    assert_eq!(last(&challenged), [(4, protected(Some("2026-03-04")), clause, vec![3])]);
    let early = and(&challenged, "2026-03-04 preheat B");
    assert_eq!(last(&early), [(5, protected(Some("2026-03-04")), clause, vec![3, 4])]);
    assert_eq!(owner(&and(&challenged, "2026-03-05 preheat B")), Some("B".into()));
}

#[test]
fn a_preheat_without_signup_waits_for_others_claims() {
    let flyer = ["2026-03-01 signup A channel=flyer"];
    let live = NoEffectReason::RivalLive { rival: staff("A"), until: day("2026-03-03") };
    assert_eq!(last(&and(&flyer, "2026-03-03 preheat B")), [(2, live, "resource-6", vec![1])]);
    assert_eq!(owner(&and(&flyer, "2026-03-04 preheat B")), Some("B".into()));
    let store = ["2026-03-01 signup A channel=store"];
    let lapsed = NoEffectReason::NotYieldingToPreheat { rival: staff("A") };
    assert_eq!(last(&and(&store, "2026-03-05 preheat B")), [(2, lapsed, "supplement-2", vec![1])]);
}

#[test]
fn an_invitation_counts_where_two_live_claims_meet() {
    let one = ["2026-03-01 signup A channel=flyer"];
    let clause = "resource-3";
    assert_eq!(last(&and(&one, "2026-03-03 invite A")), [(2, NoEffectReason::NoContest, clause, vec![1])]);
    assert_eq!(last(&and(&one, "2026-03-04 invite A")), [(2, NoEffectReason::NoLiveClaim, clause, vec![1])]);
    assert_eq!(last(&and(&one, "2026-03-03 invite B")), [(2, NoEffectReason::NoLiveClaim, clause, vec![])]);
    let two = and(&one, "2026-03-01 signup B channel=flyer");
    let invited = and(&two, "2026-03-02 invite A");
    assert_eq!(last(&invited), []);
    assert_eq!(last(&and(&invited, "2026-03-03 invite A")), [(4, NoEffectReason::InvitedAlready, clause, vec![1])]);
    assert_eq!(last(&and(&invited, "2026-03-03 invite B")), []);
    let of_anothers = NoEffectReason::NotOwner { owner: Some(staff("A")) };
    assert_eq!(last(&and(&PROSPECT, "2026-03-02 invite B")), [(3, of_anothers, "", vec![2])]);
}

#[test]
fn a_visit_counts_at_home_and_if_somebody_was_reached() {
    let visited = |how: &str| last(&and(&UNVISITED, &format!("2026-03-20 visit A {how}")));
    let line = |why| (4, why, "resource-8", vec![3]);
    let by_phone = NoEffectReason::NotAtHome { method: Some(Method::Phone) };
    let nobody = || NoEffectReason::NotReached { outcome: Outcome::NoAnswer };
    assert_eq!(visited("method=phone"), [line(by_phone.clone())]);
    assert_eq!(visited(""), [line(NoEffectReason::NotAtHome { method: None })]);
    assert_eq!(visited("method=home result=no_answer"), [line(nobody())]);
    assert_eq!(visited("method=phone result=no_answer"), [line(by_phone), line(nobody())]);
    assert_eq!(visited("method=home result=reached"), []);
}

#[test]
fn what_a_visit_by_telephone_would_have_kept_changes_with_the_household() {
    let why = || NoEffectReason::NotAtHome { method: Some(Method::Phone) };
    let prospect = and(&PROSPECT, "2026-03-20 visit A method=phone");
    assert_eq!(last(&prospect), [(3, why(), "resource-7", vec![2])]);
    let tracked = and(&UNVISITED, "2026-03-10 visit A method=home");
    assert_eq!(last(&and(&tracked, "2026-03-20 visit A method=phone")), [(5, why(), "supplement-1", vec![4])]);
    let client = and(&tracked, "2026-03-11 sale A");
    assert_eq!(last(&and(&client, "2026-03-20 visit A method=phone")), [], "a client is not lost");
}

#[test]
fn only_the_owners_visit_counts() {
    let why = |owner: Option<&str>| NoEffectReason::NotOwner { owner: owner.map(staff) };
    let home = |rows: &[&str]| last(&and(rows, "2026-03-20 visit B method=home"));
    assert_eq!(home(&UNVISITED), [(4, why(Some("A")), "resource-8", vec![2, 3])]);
    assert_eq!(home(&PROSPECT), [(3, why(Some("A")), "", vec![2])]);
    assert_eq!(home(&PROSPECT[..1]), [(2, why(None), "", vec![])]);
    assert_eq!(passed(&and(&UNVISITED, "2026-03-20 visit A method=home")), []);
}
