//! Households of the example, each decided by another clause, and violations each come to in another way: the whole text.

use super::stage::{Stage, text};
use crate::clerk::Clerk;
use crate::golden::{self, hold};
use huifang::domain::Lang;
use huifang::journal::{Journal, LockPatience};
use huifang::policy::{HouseholdStatus, ReportDates};
use huifang::report::{Ending, ExpiringOf, Medium, Narrative, disputes, disputes_page, expiring, expiring_listing};
use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

/// The example's ledgers, taken in by the program itself.
static EXAMPLE: LazyLock<Example> = LazyLock::new(|| {
    let clerk = Clerk::new();
    assert_eq!(clerk.en(&["init", "shop", "--in-force-from", "none"]).code, 0);
    let ledgers = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/meeting-sales");
    let import = ["-C", "shop", "import", ledgers.to_str().unwrap(), "--as-of", "2026-10-30", "-q"];
    assert_eq!(clerk.en(&import).code, 0);
    let journal = Journal::open(&clerk.path("shop/huifang.db"), LockPatience::new(Duration::ZERO, || ())).unwrap();
    Example(journal.books().unwrap())
});

/// How it differs from what is kept of that name.
fn difference(name: &str, made: &str) -> Option<String> {
    golden::difference(Path::new("tests/golden/explain").join(name), made)
}

struct Example(huifang::domain::Books);

fn stage() -> Stage {
    let day = |text: &str| text.parse().unwrap();
    Stage::new(EXAMPLE.0.clone(), ReportDates { as_of: day("2026-10-30"), on: day("2026-10-31") })
}

/// What decides, and a phone of the household.
const HOUSEHOLDS: [(&str, &str); 26] = [
    ("resource-2", "18657179093"),
    ("resource-3-company", "13062532998"),
    ("resource-3-assigned", "19922830342"),
    ("resource-4", "13975033990"),
    ("resource-5", "055160733357"),
    ("resource-5-unclear", "13091309814"),
    ("resource-6", "13931345684"),
    ("resource-6-prospect", "13936936160"),
    ("resource-6-lapsed", "13847082064"),
    ("resource-7", "19928226023"),
    ("resource-8", "13649290546"),
    ("resource-8-open", "13631959976"),
    ("supplement-1", "17780938875"),
    ("supplement-2-held", "15103463657"),
    ("supplement-3-held", "13641081556"),
    ("supplement-4", "13580406868"),
    ("supplement-4-open", "18967752849"),
    ("supplement-5-company", "13018708343"),
    ("supplement-5-assigned", "055164662223"),
    ("supplement-10-company", "19906715635"),
    ("supplement-10-assigned", "13972026384"),
    ("assignment", "18635207346"),
    ("contested", "15118946564"),
    ("poach-suspected", "13973247546"),
    ("link-refused", "18664146265"),
    ("free", "13520543438"),
];

const VIOLATIONS: [(&str, &str); 10] = [
    ("missed-pending", "V-GOCGCMQFVV"),
    ("late", "V-L64LMKJHAO"),
    ("unsigned", "V-OFPHE4CJ2K"),
    ("expert", "V-VIYJKAJFFD"),
    ("waived", "V-LS4LHSJP3R"),
    ("papers-adjusted", "V-7U2H6M6VZQ"),
    ("papers-ladder", "V-Z42PVXAXRK"),
    ("act-suspected", "V-YIAIWE6XUJ"),
    ("left-behind", "V-TFDW2XL556"),
    ("found-wage", "V-IRE4CQTOCG"),
];

fn in_both(name: &str, told: impl Fn(Lang) -> Narrative) -> [Option<String>; 2] {
    [(Lang::Zh, "zh"), (Lang::En, "en")]
        .map(|(lang, code)| difference(&format!("{name}.{code}.txt"), &text(&told(lang), 100)))
}

#[test]
fn whoever_reads_only_the_explanation_knows_whose_a_household_is_and_why() {
    let stage = stage();
    hold(HOUSEHOLDS.iter().flat_map(|(name, phone)| {
        let household = stage.household(phone);
        in_both(name, |lang| stage.page(household, lang))
    }));
}

#[test]
fn the_first_lines_name_the_owner_the_day_the_clause_and_the_rows() {
    let stage = stage();
    for (name, phone) in HOUSEHOLDS {
        let household = stage.household(phone);
        for lang in Lang::ALL {
            let page = text(&stage.page(household, lang), 100);
            let lead: String = page.lines().take_while(|line| !line.starts_with("  ●")).collect();
            // A line may break where the clause has a space.
            let (bare, lead) = (|text: &str| text.replace(' ', ""), lead.replace(' ', ""));
            let named = |what: &str| assert!(lead.contains(&bare(what)), "{name} does not name {what}:\n{page}");
            household.owner.iter().for_each(|owner| named(owner.as_str()));
            household.since.iter().for_each(|day| named(&day.to_string()));
            // What the company decides stands on no clause.
            let clause = household.clause.iter().filter(|clause| stage.policy.clause(clause).is_some());
            clause.for_each(|clause| named(&stage.policy.label(Some(clause), lang)));
            household.prospects.iter().take(usize::from(household.status != HouseholdStatus::Open)).for_each(|next| {
                named(&stage.policy.label(Some(&next.clause), lang));
                named(next.staff.as_str());
            });
            if household.status != HouseholdStatus::Free {
                named(" › ");
            }
        }
    }
}

#[test]
fn whoever_reads_only_the_explanation_knows_how_a_violation_was_come_to() {
    let stage = stage();
    hold(
        VIOLATIONS
            .iter()
            .flat_map(|(name, id)| in_both(&format!("violation-{name}"), |lang| stage.violation(id, lang).1)),
    );
}

#[test]
fn programs_get_the_same_as_data() {
    let stage = stage();
    let pretty = |json: serde_json::Value| serde_json::to_string_pretty(&json).unwrap() + "\n";
    let household = stage.explained(stage.household("13580406868"), Lang::En);
    let (violation, _) = stage.violation("V-L64LMKJHAO", Lang::En);
    hold([
        difference("supplement-4.json", &pretty(serde_json::to_value(household).unwrap())),
        difference("violation-late.json", &pretty(serde_json::to_value(violation).unwrap())),
    ]);
}

#[test]
fn what_has_to_be_settled_comes_with_its_evidence() {
    let stage = stage();
    let as_of = stage.assessment.reading.as_of;
    let told = |lang| {
        let speaker = stage.speaker(lang, false);
        disputes_page(&disputes(&stage.assessment, &stage.books, &stage.kinship, &speaker), as_of, &speaker)
    };
    hold(in_both("disputes", told));
}

#[test]
fn what_expires_comes_with_its_day_and_the_act_that_keeps_it() {
    let stage = stage();
    let of = ExpiringOf { when: Ending::Within(3), staff: None };
    let rows = expiring(&stage.assessment, &stage.books, of);
    hold([Lang::Zh, Lang::En].map(|lang| {
        let as_of = stage.assessment.reading.as_of;
        let listing = expiring_listing(&rows, as_of, of, Medium::Page, &stage.speaker(lang, false));
        let page = huifang::render::TablePage { width: 100, colour: false };
        let code = if lang == Lang::Zh { "zh" } else { "en" };
        difference(&format!("expiring.{code}.txt"), &String::from_utf8(huifang::render::table(&listing, page)).unwrap())
    }));
}
