//! The example: its generator makes these ledgers, they are taken in without a word, and no rule goes unmet by them.

#![allow(clippy::unwrap_used)]
use crate::branch;

use crate::clerk::Clerk;
use branch::calendar::{LAST, day};
use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use huifang::domain::{Books, Fact, Kind, LedgerNeed, StaffId};
use huifang::journal::{Journal, LockPatience};
use huifang::policy::{
    Action, Assessment, Certainty, Cost, HouseholdStatus, OwnershipChange, Policy, ReportDates, Roster, assess,
};
use huifang::report::{FinesBy, fines};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::time::Duration;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(branch::FOLDER)
}

fn committed() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for month in std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap()) {
        for file in std::fs::read_dir(month.path()).unwrap().map(|entry| entry.unwrap()) {
            let name = [month.file_name(), file.file_name()].map(|name| name.into_string().unwrap()).join("/");
            files.insert(name, std::fs::read(file.path()).unwrap());
        }
    }
    files
}

/// What a reader sees of a workbook; how the bytes were packed is no part of it.
fn sheets(workbook: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book = Xlsx::new(Cursor::new(workbook.to_vec())).unwrap();
    let rows = |range: calamine::Range<Data>| range.rows().map(<[Data]>::to_vec).collect();
    book.worksheets().into_iter().map(|(name, range)| (name, rows(range))).collect()
}

#[test]
fn the_ledgers_are_what_the_generator_makes() {
    let (committed, made) = (committed(), branch::ledgers().unwrap());
    let remedy = "run `cargo run --example meeting_sales`";
    assert_eq!(committed.keys().collect::<Vec<_>>(), made.keys().collect::<Vec<_>>(), "{remedy}");
    for (name, bytes) in &made {
        if name.ends_with(".xlsx") {
            assert_eq!(sheets(&committed[name]), sheets(bytes), "{name}: {remedy}");
        } else {
            assert_eq!(&committed[name], bytes, "{name}: {remedy}");
        }
    }
}

#[test]
fn they_are_few_and_small_and_can_lie_on_any_disk() {
    let files = committed();
    let size: usize = files.values().map(Vec::len).sum();
    assert!(files.len() <= 150 && size <= 700_000, "{} files, {size} bytes", files.len());
    for name in files.keys() {
        assert!(!name.contains(['<', '>', ':', '"', '\\', '|', '?', '*']) && name.len() < 80, "{name}");
    }
}

/// The ledgers taken in by the program itself.
fn imported() -> (Books, Policy) {
    let clerk = Clerk::new();
    assert_eq!(clerk.en(&["init", "shop", "--in-force-from", "none"]).code, 0);
    let as_of = LAST.to_string();
    let ledgers = folder();
    let said = clerk.en(&["-C", "shop", "import", ledgers.to_str().unwrap(), "--as-of", &as_of, "--format", "json"]);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    let told: serde_json::Value = serde_json::from_str(&said.stdout).unwrap();
    let sheets = told["files"].as_array().unwrap().iter().flat_map(|file| file["sheets"].as_array().unwrap());
    for sheet in sheets {
        assert_eq!((&sheet["rejected"], &sheet["warnings"]), (&0.into(), &0.into()), "{sheet}");
    }
    let journal = Journal::open(&clerk.path("shop/huifang.db"), LockPatience::new(Duration::ZERO, || ())).unwrap();
    let policy = Policy::parse(Policy::preset_text(branch::FOLDER).unwrap()).unwrap();
    (journal.books().unwrap(), policy)
}

fn judged(books: &Books, policy: &Policy) -> Assessment {
    assess(books, policy, ReportDates { as_of: LAST, on: LAST.succ_opt().unwrap() })
}

fn texts<'a>(all: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    all.into_iter().map(str::to_owned).collect()
}

/// Everything of `all` is in `found`.
fn holds(found: &BTreeSet<String>, all: &[&str]) {
    let missing: Vec<_> = all.iter().filter(|one| !found.contains(**one)).collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
}

#[test]
fn nothing_in_the_rules_goes_unmet() {
    let (books, policy) = imported();
    let judged = judged(&books, &policy);
    every_ledger_has_rows(&books);
    every_clause_decides(&judged);
    every_task_is_listed(&judged, &policy);
    every_offence_occurs(&judged, &policy);
    people_have_histories(&judged, &Roster::of(&books), &policy);
    most_people_behave(&judged);
}

fn every_ledger_has_rows(books: &Books) {
    let kinds: BTreeSet<Kind> = books.entries.iter().map(|entry| entry.record.fact.kind()).collect();
    let kept = Kind::ALL.into_iter().filter(|kind| kind.ledger().needed != LedgerNeed::IfAsked);
    let unused: Vec<Kind> = kept.filter(|kind| !kinds.contains(kind)).collect();
    // Other houses' rules start from service rows; this one's do not.
    assert_eq!(unused, [Kind::Service]);
    assert!(books.entries.iter().any(|entry| matches!(&entry.record.fact, Fact::Stop(stop) if stop.resumed.is_some())));
}

fn every_clause_decides(judged: &Assessment) {
    let decisions = || judged.households.iter().flat_map(|household| &household.history);
    let by = |wanted: fn(&OwnershipChange) -> bool| {
        texts(decisions().filter(|decision| wanted(&decision.change)).map(|decision| &**decision.grounds.clause()))
    };
    let owned = by(|change| matches!(change, OwnershipChange::Owned { .. }));
    holds(
        &owned,
        &[
            "resource-2",
            "resource-3",
            "resource-4",
            "resource-5",
            "resource-6",
            "resource-7",
            "resource-8",
            "supplement-1",
            "supplement-4",
            "supplement-5",
            "supplement-10",
            "assignment",
        ],
    );
    let holds_of_claims = ["resource-5", "resource-6", "supplement-2", "supplement-3", "supplement-4"];
    holds(&by(|change| matches!(change, OwnershipChange::Claimed { .. })), &holds_of_claims);
    holds(&by(|change| matches!(change, OwnershipChange::Voided { .. })), &holds_of_claims);
    holds(
        &by(|change| matches!(change, OwnershipChange::Lost { .. })),
        &["resource-8", "supplement-1", "supplement-4"],
    );
    holds(
        &by(|change| matches!(change, OwnershipChange::ToCompany { .. })),
        &["resource-3", "supplement-5", "supplement-10"],
    );
    let standings: BTreeSet<HouseholdStatus> = judged.households.iter().map(|household| household.status).collect();
    assert_eq!(standings, BTreeSet::from(HouseholdStatus::ALL));
    assert!((380..=450).contains(&judged.households.len()), "{}", judged.households.len());
}

fn every_task_is_listed(judged: &Assessment, policy: &Policy) {
    let listed = texts(judged.tasks.iter().map(|task| &*task.task));
    assert_eq!(listed, texts(policy.obligations.iter().map(|obligation| &*obligation.id)));
    assert!((60..=150).contains(&judged.tasks.len()), "{}", judged.tasks.len());
}

fn every_offence_occurs(judged: &Assessment, policy: &Policy) {
    let found = texts(judged.violations.iter().map(|violation| &*violation.offence));
    assert_eq!(found, texts(policy.offences.iter().map(|offence| &*offence.id)));
    let statuses: BTreeSet<Certainty> = judged.violations.iter().map(|violation| violation.status).collect();
    assert_eq!(statuses, BTreeSet::from(Certainty::ALL));
    let actions: BTreeSet<Action> = judged.violations.iter().filter_map(|violation| violation.action).collect();
    assert_eq!(actions.len(), 5);
    assert!(judged.violations.iter().any(|violation| violation.cost == Cost::WageUnknown));
    assert!(judged.violations.iter().any(|violation| violation.staff.is_none()));
    let turned = ["policy-detail-upheld", "policy-detail-waived"];
    holds(&texts(judged.violations.iter().map(|violation| violation.detail.key)), &turned);
}

/// One moves and earns more, one comes back, and a month's wage sheet goes before the roster.
fn people_have_histories(judged: &Assessment, roster: &Roster, policy: &Policy) {
    let (moving, coming) = (StaffId::new("2002"), StaffId::new("2003"));
    let (moves, back) = (day(10, 12), day(10, 27));
    let stood =
        |day: NaiveDate| (roster.department(&moving, day), roster.wage(&moving, day).map(|wage| wage.to_string()));
    assert_eq!(stood(moves.pred_opt().unwrap()), (Some("市场二部"), Some("5400".to_owned())));
    assert_eq!(stood(moves), (Some("市场一部"), Some("5800".to_owned())));
    let employed = [day(9, 15), day(9, 16), back.pred_opt().unwrap(), back].map(|day| roster.employed(&coming, day));
    assert_eq!(employed, [true, false, false, true]);
    let ceilings = ["2026-08", "2026-09", "2026-10"].map(|month| {
        let rows = fines(judged, &policy.sanctions, month.parse().unwrap(), FinesBy::Staff);
        let of = |id: &str| {
            let row = rows.iter().find(|row| row.staff.as_ref().is_some_and(|staff| staff.as_str() == id));
            row.and_then(|row| row.ceiling.map(|ceiling| ceiling.to_string()))
        };
        (of("1003"), of("3003"))
    });
    // A fifth of what is paid; in October, where no sheet says it yet, of the roster's wage, which one of them has not.
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(ceilings, [(text("1050.00"), text("620.00")), (text("940.00"), text("800.00")), (text("920.00"), None)]);
}

/// Two are careless; of everybody else's clients hardly one in ten has seen anything go wrong.
fn most_people_behave(judged: &Assessment) {
    let clients = judged.households.iter().filter(|household| household.client).count();
    let careless = ["1003", "3003"];
    let others = |violation: &&huifang::policy::Violation| {
        violation.staff.as_ref().is_some_and(|staff| !careless.contains(&staff.as_str()))
    };
    let households: BTreeSet<_> =
        judged.violations.iter().filter(others).filter_map(|violation| violation.household.as_ref()).collect();
    assert!(households.len() * 10 <= clients, "{} of {clients}", households.len());
}
