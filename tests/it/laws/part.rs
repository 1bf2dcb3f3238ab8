//! The law of parts: a household judged from the rows it depends on is the household judged from all.

use super::books::{self, Dice, books, day, dice};
use super::{POLICY, rows};
use chrono::NaiveDateTime;
use huifang::domain::{
    Books, Channel, Entry, Fact, Finding, Kin, Kind, Lang, Phone, PhoneMasks, Record, StaffId, Verdict,
};
use huifang::journal::{BatchOrFile, Journal, LockPatience, Origin};
use huifang::policy::{Assessment, Dependence, Policy, ReportDates, assess, hangs_on_all, kinship};
use huifang::report::{Presenter, explain_household};
use huifang::texts::Texts;
use proptest::prelude::*;

/// The rows of the throws, with what the others leave out: names that several bear, referrers by name, kinship.
fn tied(dice: &[Dice]) -> Vec<Record> {
    let more = |(dice, mut record): (&Dice, Record)| {
        if let Some(contact) = &mut record.contact {
            contact.customer = Some(format!("客{}", dice.phone % 25));
        }
        if let Fact::Signup(signup) = &mut record.fact
            && signup.referrer_phone.is_empty()
        {
            signup.referrer = (dice.luck % 3 > 0).then(|| format!("客{}", dice.luck % 25));
            if signup.referrer.is_some() {
                signup.channel = Channel::Referral;
            }
        }
        if let Fact::Finding(finding) = &mut record.fact
            && dice.luck % 2 == 0
        {
            finding.offence = "late-report".to_owned();
        }
        if matches!(record.fact, Fact::Supervision(_)) && dice.luck % 2 == 0 {
            let related_phone = vec![books::phone(0, (dice.luck % 9) as usize)];
            record.fact = Fact::Household(Kin { related_phone, relation: None });
        }
        record
    };
    dice.iter().zip(rows(dice, 0, true)).map(more).collect()
}

/// A finding on some of the violations, as a manager would enter it the day after.
fn ruled(books: &mut Books, on: u64, policy: &Policy, picks: &[(prop::sample::Index, u8)]) {
    let reading = ReportDates { as_of: day(on), on: day(on + 1) };
    let violations = assess(books, policy, reading).violations;
    for (pick, how) in picks.iter().filter(|_| !violations.is_empty()) {
        let violation = &violations[pick.index(violations.len())];
        let Some(staff) = violation.staff.clone() else { continue };
        let offence = if how % 3 == 0 { "forged-form" } else { &*violation.offence };
        let finding = Finding {
            staff,
            offence: offence.to_owned(),
            concerning: None,
            customers: None,
            boxes: None,
            amount: None,
            severe: false,
            violation: Some(violation.id.clone()),
            verdict: Some(if how % 2 == 0 { Verdict::Waive } else { Verdict::Confirm }),
            decided_by: None,
            note: None,
        };
        let seq = books.entries.last().map_or(1, |entry| entry.seq + 1);
        let record =
            Record { at: Some(huifang::domain::Moment::day(day(on))), contact: None, fact: Fact::Finding(finding) };
        books.entries.push(Entry { seq, source: 0, line: 1, record });
    }
}

fn journal(books: &Books, file: &std::path::Path) -> Journal {
    let mut journal = Journal::create(file, LockPatience::new(std::time::Duration::from_secs(20), || {})).unwrap();
    // Several files, one of them taken back: its rows must not come in by the words they are found by.
    for (ix, share) in books.entries.chunks(20).enumerate() {
        let file = format!("{ix}.csv");
        let mut import = journal.begin(NaiveDateTime::default(), "import").unwrap();
        import.file(Origin { path: file.clone(), file, hash: [0; 32] }, false).unwrap();
        let sheet = import.sheet(None, Kind::Signup, &[]).unwrap();
        for entry in share {
            import.row(sheet, entry.line, &entry.record, &[], &[]).unwrap();
        }
        import.commit().unwrap();
    }
    if journal.batches().unwrap().len() > 2 {
        journal.revert(&BatchOrFile { batch: 2, file: None }, NaiveDateTime::default()).unwrap().commit().unwrap();
    }
    journal
}

/// All that is concluded of a household, and its explanation.
fn of_household(assessment: &Assessment, books: &Books, policy: &Policy, key: &Phone) -> String {
    let households: Vec<_> = assessment.households.iter().filter(|household| household.key == *key).collect();
    let tasks = assessment.tasks.iter().filter(|task| task.household == *key);
    let violations = assessment.violations.iter().filter(|violation| violation.household.as_ref() == Some(key));
    let texts = Texts::new(Lang::En);
    let speaker =
        Presenter { texts: &texts, policy, roster: &assessment.roster, reveal: true, masks: &PhoneMasks::default() };
    let kinship = kinship(books);
    let explained =
        households.iter().map(|household| explain_household(household, assessment, books, &kinship, &speaker));
    format!(
        "{:#?}\n{:#?}\n{:#?}\n{:#?}",
        explained.collect::<Vec<_>>(),
        households,
        tasks.collect::<Vec<_>>(),
        violations.collect::<Vec<_>>()
    )
}

fn holds(books: &Books, as_of: u64, policy: &Policy) -> Result<usize, TestCaseError> {
    let folder = tempfile::tempdir().unwrap();
    let journal = journal(books, &folder.path().join("huifang.db"));
    let reading = ReportDates { as_of: day(as_of), on: day(as_of + 1) };
    let all = journal.books().unwrap();
    let whole = assess(&all, policy, reading);
    let mut judged = 0;
    for household in &whole.households {
        let mut part = journal.part().unwrap();
        part.add_common(reading.as_of).unwrap();
        // Whichever of its numbers somebody asks by.
        let mut dependence = Dependence::of(household.members.last().cloned());
        loop {
            let beyond = dependence.beyond(part.entries());
            if beyond.is_empty() {
                break;
            }
            part.add(&beyond).unwrap();
        }
        let part = part.known().unwrap().books;
        let judgement = assess(&part, policy, reading);
        if !hangs_on_all(&household.key, &judgement, part.entries.iter(), policy) {
            prop_assert_eq!(
                of_household(&judgement, &part, policy, &household.key),
                of_household(&whole, &all, policy, &household.key)
            );
            judged += 1;
        }
    }
    Ok(judged)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_household_is_judged_from_its_part_as_from_all(
        dice in prop_oneof![dice(9, 120, 90), dice(40, 120, 150)],
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        as_of in 60..130u64,
    ) {
        let mut books = books(tied(&dice));
        ruled(&mut books, as_of, &POLICY, &picks);
        holds(&books, as_of, &POLICY)?;
    }
}

#[test]
fn most_households_need_no_more_than_their_part() {
    let dice: Vec<Dice> = (0..200u32)
        .map(|ix| Dice {
            kind: (ix * 7 % 40) as u8,
            day: u64::from(ix * 13 % 120),
            phone: (ix * 11 % 9) as usize,
            staff: (ix % 5) as usize,
            luck: ix.wrapping_mul(2_654_435_761),
        })
        .collect();
    assert!(holds(&books(tied(&dice)), 120, &POLICY).unwrap() > 2);
}

/// A registers one customer three days late, and is found to have reported another one late; a third is registered in time.
fn reported_late() -> Books {
    let throw = |kind, day, phone, luck| Dice { kind, day, phone, staff: 0, luck };
    let throws = [throw(10, 5, 1, 0), throw(0, 10, 0, 1 << 13), throw(39, 20, 1, 0), throw(0, 11, 2, 1 << 13)];
    let mut rows = rows(&throws, 0, false);
    let mut late = Some(day(13));
    for record in &mut rows {
        match &mut record.fact {
            Fact::Signup(signup) => (signup.staff, signup.reported) = (Some(StaffId::new("A")), late.take()),
            Fact::Finding(finding) => finding.offence = "late-report".to_owned(),
            _ => {}
        }
    }
    books(rows)
}

#[test]
fn where_missed_visits_are_counted_on_a_ladder_all_rows_are_read_for_those_with_a_breach_on_one() {
    let text = Policy::preset_text("meeting-sales").unwrap();
    let ladder = text.replace("id = \"missed-visit\"\n", "id = \"missed-visit\"\nfirst_only = true\n");
    let books = reported_late();
    for (text, hangs) in [(text, false), (ladder.as_str(), true)] {
        let policy = Policy::parse(text).unwrap();
        let judged = assess(&books, &policy, ReportDates { as_of: day(30), on: day(31) });
        let of = |phone| hangs_on_all(&phone, &judged, books.entries.iter(), &policy);
        let late = judged.violations.iter().find_map(|violation| violation.household.clone()).unwrap();
        let in_time = judged.households.iter().map(|household| &household.key).find(|key| **key != late).unwrap();
        assert_eq!((of(late), of(in_time.clone())), (hangs, false));
    }
}

#[test]
fn what_was_reported_late_elsewhere_counts_on_the_ladder() {
    let books = reported_late();
    let judged = assess(&books, &POLICY, ReportDates { as_of: day(30), on: day(31) });
    let occurrences: Vec<_> =
        judged.violations.iter().map(|violation| (&violation.phone, violation.occurrence)).collect();
    assert_eq!(occurrences, [(&None, Some(1)), (&Some(books::phone(0, 1)), Some(2))]);
    assert_eq!(holds(&books, 30, &POLICY).unwrap(), 3);
}
