//! What people see: every word in their language, phones masked, nothing that steers a terminal or a spreadsheet.

use super::books::*;
use huifang::domain::{Kind, Lang};
use huifang::policy::{Action, Certainty, HouseholdStatus, Mode, Urgency};
use huifang::render::{ByteOrderMark, TablePage, csv, json, table};
use huifang::report::*;
use huifang::texts::Texts;
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

fn page(listing: &Listing, width: u16) -> String {
    String::from_utf8(table(listing, TablePage { width, colour: false })).unwrap()
}

#[test]
fn every_id_that_is_shown_has_a_word() {
    let actions = [Action::AskedToLeave, Action::Confiscation, Action::Dismissal, Action::NoCount, Action::Resignation];
    let ids = HouseholdStatus::ALL.map(|of| format!("status-{}", of.id())).into_iter();
    let ids = ids.chain(Certainty::ALL.map(|of| format!("status-{}", of.id())));
    let ids = ids.chain([Urgency::Overdue, Urgency::Due, Urgency::Upcoming].map(|of| format!("status-{}", of.id())));
    let ids = ids.chain(actions.map(|of| format!("action-{}", of.id())));
    let ids = ids.chain(Kind::ALL.map(|of| format!("kind-{}", of.id())));
    let ids: Vec<String> = ids.chain(["yes", "no"].map(|of| format!("answer-{of}"))).collect();
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        let missing: Vec<_> = ids.iter().filter(|id| texts.find(&format!("report-{id}")).is_none()).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn every_heading_is_in_words() {
    for lang in Lang::ALL {
        let mut stage = Stage::new(lang);
        for mode in [Mode::Amounts, Mode::Points { rate: 1.into() }, Mode::Proposals] {
            stage.policy.sanctions.mode = mode;
            for medium in [Medium::Page, Medium::Sheet, Medium::Workbook] {
                for (report, listing) in stage.listings(medium) {
                    for heading in &listing.headings {
                        let known = stage.texts.find(&format!("report-field-{}", heading.id));
                        assert!(known.is_some(), "{report}: {}", heading.id);
                        assert!(!heading.title.starts_with("report-"), "{report}: {}", heading.title);
                    }
                }
            }
        }
    }
}

#[test]
fn phones_are_masked_but_on_the_call_list_unless_revealed() {
    let mut stage = Stage::new(Lang::Zh);
    for (reveal, shown) in [(false, [true, false, false, false]), (true, [true, true, true, false])] {
        stage.reveal = reveal;
        for medium in [Medium::Page, Medium::Sheet, Medium::Workbook] {
            let found = stage.listings(medium).map(|(_, listing)| page(&listing, 200).contains("13800000001"));
            assert_eq!(found, shown, "revealed: {reveal}, {medium:?}");
        }
    }
}

#[test]
fn colour_is_there_when_asked_for_and_only_then() {
    let (_, listing) = &Stage::new(Lang::Zh).listings(Medium::Page)[0];
    let coloured = String::from_utf8(table(listing, TablePage { width: 200, colour: true })).unwrap();
    assert!(coloured.contains("\u{1b}[38;5;9m逾期"), "{coloured}");
    assert!(!page(listing, 200).contains('\u{1b}'));
}

#[test]
fn nothing_to_show_is_said_in_words() {
    for (lang, said) in [(Lang::Zh, "2026-03-06 没有应办事项。"), (Lang::En, "nothing is due on 2026-03-06.")] {
        let mut stage = Stage::new(lang);
        stage.assessment.tasks.clear();
        stage.assessment.households.clear();
        stage.assessment.violations.clear();
        let [(_, due), (_, owners), (_, violations), (_, fines)] = stage.listings(Medium::Page);
        assert!(page(&due, 80).lines().eq([due.title.as_str(), said]));
        for listing in [owners, violations] {
            assert!(page(&listing, 80).lines().eq([listing.title.as_str(), listing.summary[0].as_str()]));
        }
        assert!(!page(&fines, 80).contains("---"));
        assert_eq!(json::<DueRow>(&[]).unwrap(), b"[]\n");
    }
}

#[test]
fn a_file_says_that_it_is_utf_8_and_a_pipe_does_not() {
    let (_, listing) = &Stage::new(Lang::En).listings(Medium::Sheet)[0];
    assert!(csv(listing, ByteOrderMark::Bom).unwrap().starts_with("\u{feff}id,task,clause,".as_bytes()));
    assert!(csv(listing, ByteOrderMark::None).unwrap().starts_with(b"id,task,clause,"));
}

#[test]
fn the_month_and_the_filters_are_said() {
    let stage = Stage::new(Lang::En);
    let (staff, as_of) = (id("A"), day("2026-03-05"));
    let of = ViolationsOf {
        from: Some(day("2026-03-01")),
        to: Some(day("2026-03-31")),
        status: Some(Certainty::Upheld),
        staff: Some(&staff),
    };
    let listing = violations_listing(&stage.violations(of), as_of, of, Medium::Page, &stage.speaker());
    assert_eq!(listing.summary[1], "only from 2026-03-01, to 2026-03-31, upheld, of A 甲");
}

#[test]
fn the_call_list_is_put_together_as_asked() {
    let stage = Stage::new(Lang::Zh);
    let titles = |by| {
        let listing = due_listing(&stage.call_list(), by, Medium::Page, &stage.speaker());
        listing.groups.into_iter().filter_map(|group| group.title).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(titles(DueBy::Staff), "无人负责：1 项 A 甲 · 一部：2 项 B =乙 · 二部：1 项");
    assert_eq!(titles(DueBy::Department), "未写部门：1 项 一部：2 项 二部：1 项");
    let expert = stage.speaker().obligation("expert-7d");
    assert_eq!(titles(DueBy::Task), format!("{expert}：1 项 预热：3 项"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_line_is_wider_than_the_page_and_none_steers_the_terminal(
        name in "\\PC{0,20}|[\u{0}-\u{9f}]{0,8}|[一-龥]{0,30}",
        customer in "\\PC{0,40}|[=+@-].{0,5}",
        width in 60u16..220,
    ) {
        let mut stage = Stage::new(Lang::Zh);
        stage.assessment.roster.get_mut(&id("A")).unwrap().name = name;
        stage.assessment.tasks[0].customer = Some(customer);
        for (_, listing) in stage.listings(Medium::Page) {
            for line in page(&listing, width).lines() {
                prop_assert!(line.width() <= usize::from(width), "{} of {width}: {line:?}", line.width());
                prop_assert!(!line.chars().any(char::is_control), "{line:?}");
            }
        }
        for (_, listing) in stage.listings(Medium::Sheet) {
            let bytes = csv(&listing, ByteOrderMark::None).unwrap();
            for record in ::csv::Reader::from_reader(bytes.as_slice()).records() {
                for cell in &record.unwrap() {
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell:?}");
                    prop_assert!(!cell.chars().any(char::is_control), "{cell:?}");
                }
            }
        }
    }
}
