//! How violations were come to: what was looked for and found, what they cost and why, who decided about them.

use super::shop::{and, books, day, phone, read, staff};
use huifang::domain::{Field, Kind, Lang, Outcome, Seq, Verdict};
use huifang::policy::{
    Amount, Certainty, ConsideredEvidence, Cost, EvidenceLack, HolderThen, Inquiry, Pricing, Ruling, Violation,
    ViolationBasis,
};
use huifang::texts::Texts;

/// A's client, bought on March 2 with the expert E.
const CLIENT: [&str; 3] = ["2026-03-01 signup A channel=flyer", "2026-03-01 preheat A", "2026-03-02 sale A expert=E"];

fn violation(rows: &[&str], as_of: &str, offence: &str) -> Violation {
    let found = read(&books(rows), as_of).violations;
    let mut of_kind = found.into_iter().filter(|violation| &*violation.offence == offence);
    let violation = of_kind.next().unwrap();
    assert!(of_kind.next().is_none(), "several {offence}");
    violation
}

fn inquiry(rows: &[&str], as_of: &str, offence: &str) -> Inquiry {
    match violation(rows, as_of, offence).basis {
        ViolationBasis::Due(inquiry) => *inquiry,
        other => panic!("{other:?}"),
    }
}

fn considered(rows: &[&str], as_of: &str, offence: &str) -> Vec<(Seq, String, Vec<EvidenceLack>)> {
    let told = |ConsideredEvidence { date, row, lacks }| (row, date.to_string(), lacks);
    inquiry(rows, as_of, offence).considered.into_iter().map(told).collect()
}

#[test]
fn a_missed_visit_says_what_was_looked_for() {
    let inquiry = inquiry(&and(&CLIENT, "2026-03-05 visit A who=2 method=home"), "2026-03-06", "missed-visit");
    assert_eq!(
        inquiry,
        Inquiry {
            obligation: "visit-3d".into(),
            trigger: day("2026-03-02"),
            rows: vec![3],
            start: day("2026-03-02"),
            deadline: day("2026-03-05"),
            owned_from: Some(day("2026-03-02")),
            ledger: Kind::Visit,
            department: None,
            covered_until: Some(day("2026-03-05")),
            considered: vec![],
        }
    );
}

#[test]
fn every_row_near_the_window_says_what_it_lacks() {
    let rows = [
        "2026-01-29 visit A method=home",
        "2026-01-30 visit A method=home",
        CLIENT[0],
        CLIENT[1],
        CLIENT[2],
        "2026-03-02 visit B method=home",
        "2026-03-03 visit A method=phone",
        "2026-03-04 visit A method=home result=no_answer",
        "2026-03-05 visit C method=home",
        "2026-03-06 visit A method=home",
        "- staff C left=2026-03-04",
    ];
    assert_eq!(
        considered(&rows, "2026-03-10", "missed-visit"),
        [
            (2, "2026-01-30".into(), vec![EvidenceLack::TooEarly, EvidenceLack::NotOwners { owner: None }]),
            (6, "2026-03-02".into(), vec![EvidenceLack::NotOwners { owner: Some(staff("A")) }]),
            (7, "2026-03-03".into(), vec![EvidenceLack::Unfit { field: Field::Method, found: Some("phone".into()) }]),
            (8, "2026-03-04".into(), vec![EvidenceLack::NotReached { outcome: Outcome::NoAnswer }]),
            (9, "2026-03-05".into(), vec![EvidenceLack::NotEmployed]),
            (10, "2026-03-06".into(), vec![EvidenceLack::TooLate]),
        ]
    );
}

#[test]
fn the_row_that_came_too_late_is_told_however_late_it_was() {
    let late = and(&CLIENT, "2026-06-30 visit A method=home");
    let visits: Vec<_> = read(&books(&late), "2026-06-30")
        .violations
        .into_iter()
        .filter_map(|violation| match violation.basis {
            ViolationBasis::Due(inquiry) if &*inquiry.obligation == "visit-3d" => Some(inquiry.considered),
            _ => None,
        })
        .collect();
    let closing = ConsideredEvidence { date: day("2026-06-30"), row: 4, lacks: vec![EvidenceLack::TooLate] };
    assert_eq!(visits, [vec![closing]]);
}

#[test]
fn a_form_counts_on_the_day_it_is_handed_in() {
    let form = |submitted: &str| format!("2026-03-03 visit A submitted={submitted}");
    let of = |submitted, as_of| considered(&and(&CLIENT, &form(submitted)), as_of, "late-form");
    assert_eq!(of("2026-03-05", "2026-03-05"), [(4, "2026-03-05".into(), vec![EvidenceLack::TooLate])]);
    assert_eq!(
        of("2026-03-06", "2026-03-05"),
        [(4, "2026-03-03".into(), vec![EvidenceLack::Undated { field: Field::Submitted }])]
    );
    let none = read(&books(&and(&CLIENT, &form("2026-03-04"))), "2026-03-05").violations;
    assert!(none.iter().all(|violation| &*violation.offence != "late-form"));
}

#[test]
fn an_experts_visit_and_call_say_what_they_lack() {
    let alone = and(&CLIENT, "2026-03-09 visit A method=home");
    assert_eq!(
        considered(&alone, "2026-03-12", "missed-expert-visit"),
        [(4, "2026-03-09".into(), vec![EvidenceLack::Unfit { field: Field::Accompanied, found: None }])]
    );
    let rows = and(&CLIENT, "2026-03-31 expert_call E");
    let rows = and(&rows, "2026-04-10 expert_call E result=no_answer");
    let rows = and(&rows, "2026-05-01 expert_call E");
    assert_eq!(
        considered(&rows, "2026-05-01", "missed-expert-call"),
        [
            (4, "2026-03-31".into(), vec![EvidenceLack::TooEarly]),
            (5, "2026-04-10".into(), vec![EvidenceLack::NotReached { outcome: Outcome::NoAnswer }]),
            (6, "2026-05-01".into(), vec![EvidenceLack::TooLate]),
        ]
    );
    assert_eq!(inquiry(&rows, "2026-05-01", "missed-expert-call").owned_from, None);
}

#[test]
fn a_problem_is_passed_on_the_same_day() {
    let call = |relayed: &str| format!("2026-03-04 expert_call E problem=true {relayed}");
    let of = |relayed| considered(&and(&CLIENT, &call(relayed)), "2026-03-06", "late-relay");
    assert_eq!(of(""), [(4, "2026-03-04".into(), vec![EvidenceLack::Undated { field: Field::Relayed }])]);
    assert_eq!(of("relayed=2026-03-05"), [(4, "2026-03-05".into(), vec![EvidenceLack::TooLate])]);
    assert_eq!(
        of("relayed=2026-03-07"),
        [(4, "2026-03-04".into(), vec![EvidenceLack::Undated { field: Field::Relayed }])]
    );
}

#[test]
fn an_unsigned_form_is_told_beside_what_was_no_visit_of_the_owners() {
    let rows = and(&CLIENT, "2026-04-03 visit A method=home");
    let rows = and(&rows, "2026-04-04 visit B method=home signed=true");
    assert_eq!(
        considered(&rows, "2026-05-01", "unsigned-form"),
        [
            (4, "2026-04-03".into(), vec![EvidenceLack::Unfit { field: Field::Signed, found: Some("false".into()) }]),
            (5, "2026-04-04".into(), vec![EvidenceLack::NotOwners { owner: Some(staff("A")) }]),
        ]
    );
    assert_eq!(inquiry(&rows, "2026-05-01", "unsigned-form").owned_from, Some(day("2026-03-31")));
}

#[test]
fn an_act_says_whose_the_household_was() {
    let whose = |rows: &[&str], offence| violation(rows, "2026-03-03", offence).basis;
    let of_a = || ViolationBasis::Act { whose: HolderThen::Owner(staff("A")) };
    assert_eq!(whose(&and(&CLIENT, "2026-03-03 signup B channel=flyer"), "claim-on-client"), of_a());
    assert_eq!(whose(&and(&CLIENT, "2026-03-03 sale B"), "sale-by-non-owner"), of_a());
    let claimed = and(&CLIENT[..1], "2026-03-03 sale B");
    assert_eq!(whose(&claimed, "sale-by-non-owner"), ViolationBasis::Act { whose: HolderThen::Claimed });
    let companys = ["2026-03-01 signup - channel=store", "2026-03-03 invite B"];
    assert_eq!(whose(&companys, "occupy-company"), ViolationBasis::Act { whose: HolderThen::Company });
}

#[test]
fn papers_and_leavers_say_what_they_are_about() {
    let late = ["2026-03-01 signup A channel=flyer reported=2026-03-02"];
    let papers = ViolationBasis::Papers { day: day("2026-03-01"), deadline: day("2026-03-01") };
    assert_eq!(violation(&late, "2026-03-02", "late-report").basis, papers);
    let left = and(&CLIENT, "- staff A left=2026-03-10");
    let left_behind = ViolationBasis::LeftBehind { households: vec![phone("1")] };
    assert_eq!(violation(&left, "2026-03-11", "no-handover").basis, left_behind);
}

#[test]
fn a_cost_says_how_it_came_about() {
    let priced = |rows: &[&str]| -> Vec<(Pricing, Cost)> {
        let found = read(&books(rows), "2026-03-31").violations;
        found.into_iter().map(|violation| (violation.pricing, violation.cost)).collect()
    };
    let yuan = |text: &str| Cost::Yuan(text.parse().unwrap());
    let range = || Amount::Range { min: 20.into(), max: 100.into() };
    let once = |amount| Pricing { amount: Some(amount), times: 1, ..Pricing::default() };
    assert_eq!(
        priced(&[
            "2026-03-01 finding A offence=unreported amount=30.50",
            "2026-03-02 finding A offence=unreported amount=40",
            "2026-03-03 finding A offence=encroach customers=3",
            "2026-03-04 finding A offence=take-resigned",
            "2026-03-05 finding B offence=take-resigned",
            "2026-03-06 finding B offence=occupy",
            "- staff A monthly_wage=4350",
        ]),
        [
            (Pricing { set: Some("30.50".parse().unwrap()), ..once(range()) }, yuan("30.50")),
            (Pricing { beyond_first: true, ..once(range()) }, Cost::Yuan(0.into())),
            (Pricing { times: 3, ..once(Amount::Fixed(50.into())) }, yuan("150")),
            (Pricing { wage: Some(4350.into()), ..once(share()) }, yuan("2175.0")),
            (once(share()), Cost::WageUnknown),
            (once(range()), yuan("20")),
        ]
    );
    let suspected = violation(&and(&CLIENT, "2026-03-03 sale B"), "2026-03-03", "sale-by-non-owner");
    assert_eq!((suspected.pricing, suspected.cost), (Pricing::default(), Cost::None));
}

fn share() -> Amount {
    Amount::WageShare("0.5".parse().unwrap())
}

#[test]
fn findings_on_a_violation_are_told_in_their_order() {
    let rows = and(&CLIENT, "2026-03-03 sale B");
    let id = violation(&rows, "2026-03-03", "sale-by-non-owner").id;
    let finding = |rest: &str| format!("{rest} violation={id}");
    let confirm = finding("2026-03-05 finding B offence=poach verdict=confirm decided_by=王经理");
    let waive = finding("2026-03-04 finding B offence=poach verdict=waive decided_by=李总 note=客户自愿");
    let rows = and(&and(&rows, &confirm), &waive);
    let ruling = |row, on, verdict, by: &str, why: Option<&str>| Ruling {
        row,
        on: day(on),
        verdict: Some(verdict),
        by: Some(by.to_owned()),
        why: why.map(str::to_owned),
    };
    let waived = ruling(6, "2026-03-04", Verdict::Waive, "李总", Some("客户自愿"));
    let on_the_fourth = violation(&rows, "2026-03-04", "sale-by-non-owner");
    assert_eq!((on_the_fourth.status, &on_the_fourth.rulings), (Certainty::Waived, &vec![waived.clone()]));
    assert_eq!(on_the_fourth.detail.key, "policy-detail-waived");
    let confirmed = ruling(5, "2026-03-05", Verdict::Confirm, "王经理", None);
    let on_the_fifth = violation(&rows, "2026-03-05", "poach");
    assert_eq!((on_the_fifth.status, on_the_fifth.rulings), (Certainty::Upheld, vec![waived, confirmed]));
    assert_eq!(on_the_fifth.detail.key, "policy-detail-upheld");
}

#[test]
fn nobody_is_named_where_a_finding_names_nobody() {
    let rows = and(&CLIENT, "2026-03-03 sale B");
    let id = violation(&rows, "2026-03-03", "sale-by-non-owner").id;
    let detail = |verdict: &str, rest: &str| {
        let found = format!("2026-03-05 finding B offence=poach violation={id} verdict={verdict} {rest}");
        let found = violation(
            &and(&rows, &found),
            "2026-03-05",
            if verdict == "waive" { "sale-by-non-owner" } else { "poach" },
        );
        Lang::ALL.map(|lang| Texts::new(lang).say(&found.detail))
    };
    assert_eq!(
        detail("waive", ""),
        [
            "2026-03-03 出货一笔，当时归属 A；2026-03-05 免予处理",
            "a sale on 2026-03-03 while the household belonged to A; waived on 2026-03-05"
        ]
    );
    assert_eq!(
        detail("confirm", "note=录音"),
        [
            "2026-03-03 出货一笔，当时归属 A；2026-03-05 核定，理由：录音",
            "a sale on 2026-03-03 while the household belonged to A; upheld on 2026-03-05: 录音"
        ]
    );
    assert_eq!(
        detail("confirm", "decided_by=李总 note=录音")[1],
        "a sale on 2026-03-03 while the household belonged to A; upheld on 2026-03-05 by 李总: 录音"
    );
}

#[test]
fn the_row_that_shows_what_a_leaver_left_behind_is_the_one_that_made_him_the_owner() {
    // The claim comes first in the journal, but only the preheat made A the owner.
    let rows =
        ["2026-03-01 signup A channel=flyer", "2026-03-01 preheat A", "2026-03-02 sale A", "- staff A left=2026-03-10"];
    assert_eq!(violation(&rows, "2026-03-11", "no-handover").grounds.rows(), [2, 4]);
}

#[test]
fn a_finding_of_its_own_is_its_own_ruling() {
    let found = violation(&["2026-03-04 finding B offence=poach decided_by=李总 note=录音"], "2026-03-04", "poach");
    assert_eq!(found.basis, ViolationBasis::Found);
    let by = Some("李总".to_owned());
    assert_eq!(found.rulings, [Ruling { row: 1, on: day("2026-03-04"), verdict: None, by, why: Some("录音".into()) }]);
}
