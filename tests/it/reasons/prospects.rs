//! What comes next, by which clause, and the act that prevents it.

use super::shop::{and, day, prospects, staff};
use huifang::domain::Seq;
use huifang::policy::{KeepingAct, NextChange, Prospect};

fn prospect(until: &str, turn: NextChange, clause: &str, who: &str, act: KeepingAct, row: Seq) -> Prospect {
    Prospect { until: day(until), turn, clause: clause.into(), staff: staff(who), act, row: Some(row) }
}

#[test]
fn live_claims_lapse_the_soonest_first() {
    let rows = ["2026-03-01 signup B channel=store", "2026-03-01 signup A channel=flyer"];
    let a = prospect("2026-03-03", NextChange::Lapses, "resource-6", "A", KeepingAct::Preheat, 2);
    let b = prospect("2026-03-04", NextChange::Lapses, "supplement-2", "B", KeepingAct::Preheat, 1);
    assert_eq!(prospects(&rows, "2026-03-03"), [a, b.clone()]);
    assert_eq!(prospects(&rows, "2026-03-04"), [b]);
    assert_eq!(prospects(&rows, "2026-03-05"), []);
}

#[test]
fn a_prospect_is_to_be_followed_up() {
    let rows = ["2026-03-01 signup A channel=flyer", "2026-03-02 preheat A"];
    let next = |until, row| [prospect(until, NextChange::NotFollowedUp, "resource-7", "A", KeepingAct::FollowUp, row)];
    assert_eq!(prospects(&rows, "2026-03-05"), next("2026-04-02", 2));
    // A preheat keeps only what is tracked; a first invitation is a follow-up, a second is not.
    let preheated = and(&rows, "2026-03-04 preheat A");
    assert_eq!(prospects(&preheated, "2026-03-05"), next("2026-04-02", 2));
    let invited = and(&preheated, "2026-03-05 invite A");
    assert_eq!(prospects(&invited, "2026-03-05"), next("2026-04-05", 4));
    assert_eq!(prospects(&and(&invited, "2026-03-06 invite A"), "2026-03-06"), next("2026-04-05", 4));
}

#[test]
fn after_a_meeting_it_is_to_be_visited_and_touched() {
    let rows = ["2026-03-01 signup A channel=flyer", "2026-03-01 preheat A", "2026-03-02 attendance A"];
    let visit = prospect("2026-04-02", NextChange::OpensUnvisited, "resource-8", "A", KeepingAct::HomeVisit, 3);
    let idle = |until, row| prospect(until, NextChange::Idle, "supplement-1", "A", KeepingAct::Touch, row);
    assert_eq!(prospects(&rows, "2026-03-02"), [visit.clone(), idle("2026-04-02", 3)]);
    let touched = and(&rows, "2026-03-20 invite A");
    assert_eq!(prospects(&touched, "2026-03-20"), [visit, idle("2026-04-20", 4)]);
    assert_eq!(prospects(&touched, "2026-04-03"), [idle("2026-04-20", 4)], "it is open, and will be idle too");
    let visited = and(&rows, "2026-03-20 visit A method=home");
    assert_eq!(prospects(&visited, "2026-03-20"), [idle("2026-04-20", 4)]);
    assert_eq!(prospects(&and(&visited, "2026-03-21 sale A"), "2026-03-21"), [], "a client stays");
}

#[test]
fn a_referral_is_to_be_preheated() {
    let rows = [
        "2026-02-01 assignment A who=2",
        "2026-02-01 sale A who=2",
        "2026-03-01 signup C channel=referral referrer_phone=2",
    ];
    let referral = prospect("2026-03-04", NextChange::OpensReferral, "supplement-4", "A", KeepingAct::Preheat, 3);
    let followup = prospect("2026-04-01", NextChange::NotFollowedUp, "resource-7", "A", KeepingAct::FollowUp, 3);
    assert_eq!(prospects(&rows, "2026-03-04"), [referral, followup.clone()]);
    assert_eq!(prospects(&and(&rows, "2026-03-04 preheat A"), "2026-03-04"), [followup]);
}

#[test]
fn to_the_companys_nothing_happens_by_itself() {
    assert_eq!(prospects(&["2026-03-01 signup - channel=store"], "2026-03-01"), []);
}
