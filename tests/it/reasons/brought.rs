//! Meetings and sales by which others did not get a household.

use super::shop::{Line, and, day, last, owner, staff};
use huifang::policy::NoEffectReason;

const PROSPECT: [&str; 2] = ["2026-03-01 signup A channel=flyer", "2026-03-01 preheat A"];
const CHALLENGED: [&str; 3] = [PROSPECT[0], PROSPECT[1], "2026-03-02 signup B channel=flyer"];
const PREHEATED: [&str; 4] = [PROSPECT[0], PROSPECT[1], CHALLENGED[2], "2026-03-03 preheat B"];

/// Of what the last row did not do; bringing a household also makes a visit due.
fn brought(rows: &[&str], date: &str) -> Vec<Line> {
    last(&and(rows, &format!("{date} attendance B")))
}

fn of_a(why: impl Fn(huifang::domain::StaffId) -> NoEffectReason) -> NoEffectReason {
    why(staff("A"))
}

fn protected(until: Option<&str>) -> NoEffectReason {
    NoEffectReason::OwnerProtected { owner: staff("A"), until: until.map(day) }
}

#[test]
fn a_prospect_not_followed_up_goes_to_the_one_who_preheated() {
    let clause = "resource-7";
    let no_claim = of_a(|owner| NoEffectReason::NoClaim { owner });
    let never = of_a(|owner| NoEffectReason::NeverPreheated { owner });
    let (early, in_time) = ("2026-04-01", "2026-04-02");
    // Who had no claim, or had not preheated, was not helped by the day.
    assert_eq!(brought(&PROSPECT, early), [(3, no_claim.clone(), clause, vec![2])]);
    assert_eq!(brought(&PROSPECT, in_time), [(3, no_claim, clause, vec![2])]);
    assert_eq!(brought(&CHALLENGED, early), [(4, never.clone(), clause, vec![2, 3])]);
    assert_eq!(brought(&CHALLENGED, in_time), [(4, never, clause, vec![2, 3])]);
    assert_eq!(brought(&PREHEATED, early), [(5, protected(Some(early)), clause, vec![2, 3])]);
    assert_eq!(brought(&PREHEATED, in_time), []);
    assert_eq!(owner(&and(&PREHEATED, "2026-04-02 attendance B")), Some("B".into()));
}

#[test]
fn one_that_has_been_to_a_meeting_is_not_brought_away() {
    let unvisited = and(&PREHEATED, "2026-03-04 attendance A");
    assert_eq!(brought(&unvisited, "2026-04-04"), [(6, protected(Some("2026-04-04")), "resource-8", vec![2, 3, 5])]);
    assert_eq!(brought(&unvisited, "2026-04-05"), []);
    let visited = and(&unvisited, "2026-03-05 visit A method=home");
    let before = of_a(|owner| NoEffectReason::AttendedBefore { owner });
    assert_eq!(brought(&visited, "2026-09-01"), [(7, before, "resource-7", vec![2, 3])]);
}

#[test]
fn who_comes_by_themselves_was_brought_by_nobody() {
    assert_eq!(last(&and(&PROSPECT, "2026-03-05 attendance -")), [(3, NoEffectReason::NobodyNamed, "", vec![2])]);
    assert_eq!(last(&["2026-03-05 attendance -"]), [(1, NoEffectReason::NobodyNamed, "", vec![])]);
}

#[test]
fn a_household_without_owner_is_brought_past_lapsed_claims_that_yield() {
    let flyer = ["2026-03-01 signup A channel=flyer"];
    let live = |rival: &str, until: &str| NoEffectReason::RivalLive { rival: staff(rival), until: day(until) };
    assert_eq!(brought(&flyer, "2026-03-03"), [(2, live("A", "2026-03-03"), "resource-6", vec![1])]);
    assert_eq!(brought(&flyer, "2026-03-04"), []);
    let store = ["2026-03-01 signup A channel=store"];
    let lapsed = NoEffectReason::NotYieldingToPreheat { rival: staff("A") };
    assert_eq!(brought(&store, "2026-03-05"), [(2, lapsed, "supplement-2", vec![1])]);
    let beside = and(&store, "2026-03-05 signup C channel=referral");
    let beside = and(&beside, "2026-03-06 signup D channel=scattered");
    assert_eq!(
        brought(&beside, "2026-03-07"),
        [(4, live("D", "2026-03-09"), "supplement-3", vec![3])],
        "beside a live claim those lapsed do not matter"
    );
}

#[test]
fn a_sale_takes_only_what_is_open() {
    let sold = |rows: &[&str], date: &str| last(&and(rows, &format!("{date} sale B")));
    assert_eq!(sold(&PROSPECT, "2026-09-01"), [(3, protected(None), "resource-poach", vec![2])]);
    let unvisited = and(&PROSPECT, "2026-03-02 attendance A");
    assert_eq!(sold(&unvisited, "2026-04-02"), [(4, protected(Some("2026-04-02")), "resource-8", vec![2, 3])]);
    assert_eq!(sold(&unvisited, "2026-04-03"), []);
    let rival = NoEffectReason::RivalLive { rival: staff("A"), until: day("2026-03-03") };
    assert_eq!(sold(&PROSPECT[..1], "2026-03-03"), [(2, rival, "resource-6", vec![1])]);
    assert_eq!(sold(&PROSPECT[..1], "2026-03-04"), []);
}
