//! On narrow and wide terminals, in colour, as a page of HTML, with phones whole or masked.

use super::stage::Stage;
use crate::laws::books::{books, day, phone};
use huifang::domain::{Channel, Contact, Fact, Invite, Lang, Message, Moment, Preheat, Record, Signup, StaffId};
use huifang::policy::ReportDates;
use huifang::render::{TablePage, html, narrative};
use huifang::report::{Narrative, explain_household, household_page};
use unicode_width::UnicodeWidthStr;

fn row(on: u64, fact: Fact) -> Record {
    let customer = Some("<b>王&五</b>\u{1b}[31m".to_owned());
    let contact = Contact { customer, phone: phone(0, 1), others: vec![phone(0, 2)], extension: None };
    Record { at: Some(Moment::day(day(on))), contact: Some(contact), fact }
}

fn signup(staff: &str) -> Fact {
    Fact::Signup(Signup {
        channel: Channel::Flyer,
        staff: Some(StaffId::new(staff)),
        taken_by: None,
        referrer: None,
        referrer_phone: Vec::new(),
        household: None,
        reported: None,
        entered: None,
        entered_by: None,
        stamped: false,
        gender: None,
        birthday: None,
        age: None,
        address: None,
        occupation: None,
        income: None,
        interests: None,
    })
}

/// One specialist signs up and preheats, another is a day early.
fn stage() -> Stage {
    let preheat = |staff: &str| {
        let staff = StaffId::new(staff);
        Fact::Preheat(Preheat {
            staff,
            method: None,
            reported: None,
            stamped: false,
            result: None,
            task: None,
            note: None,
        })
    };
    let event = Some("改打 13900000000 来".to_owned());
    let invite = Fact::Invite(Invite { staff: StaffId::new("S1"), event });
    let rows = [row(1, signup("S1")), row(2, preheat("S2")), row(3, preheat("S1")), row(4, invite)];
    Stage::new(books(rows), ReportDates { as_of: day(5), on: day(6) })
}

fn page(lang: Lang, reveal: bool) -> Narrative {
    let stage = stage();
    let speaker = stage.speaker(lang, reveal);
    let household = &stage.assessment.households[0];
    let explained = explain_household(household, &stage.assessment, &stage.books, &stage.kinship, &speaker);
    household_page(&explained, &speaker)
}

fn shown(width: u16, colour: bool) -> String {
    String::from_utf8(narrative(&page(Lang::Zh, false), TablePage { width, colour })).unwrap()
}

#[test]
fn no_line_is_wider_than_the_terminal_and_nothing_is_lost() {
    let words = |text: &str| text.chars().filter(|char| !char.is_whitespace()).collect::<String>();
    let wide = shown(200, false);
    for width in [60, 80, 110] {
        let narrow = shown(width, false);
        assert!(narrow.lines().all(|line| line.width() <= usize::from(width)), "{narrow}");
        assert_eq!(words(&narrow), words(&wide));
    }
}

#[test]
fn colours_are_only_where_they_are_asked_for() {
    let coloured = shown(80, true);
    assert!(coloured.contains("\u{1b}[1m") && coloured.contains("\u{1b}[2m"));
    assert!(!shown(80, false).contains('\u{1b}'));
    // What stands in a cell steers nothing, in colour or not.
    assert!(!coloured.contains("\u{1b}[31m"));
}

#[test]
fn a_page_of_html_is_whole_and_holds_nothing_that_a_cell_brought_in() {
    for (lang, tag) in [(Lang::Zh, "zh-CN"), (Lang::En, "en")] {
        let made = String::from_utf8(html(&page(lang, false)).unwrap()).unwrap();
        assert!(made.starts_with("<!DOCTYPE html>\n") && made.trim_end().ends_with("</html>"));
        assert!(made.contains(&format!("<html lang=\"{tag}\">")) && made.contains("<meta charset=\"utf-8\">"));
        assert!(!made.contains("<b>") && made.contains("王&#38;五"), "{made}");
        assert!(!made.contains("<script") && !made.contains("http") && !made.contains('\u{1b}'));
        for tag in ["ul", "li", "p", "section"] {
            assert_eq!(made.matches(&format!("<{tag}")).count(), made.matches(&format!("</{tag}>")).count(), "{tag}");
        }
    }
}

#[test]
fn phones_are_masked_unless_they_are_to_be_shown() {
    let all = |told: &Narrative| String::from_utf8(html(told).unwrap()).unwrap();
    let (masked, whole) = (all(&page(Lang::En, false)), all(&page(Lang::En, true)));
    for phone in [phone(0, 1), phone(0, 2)] {
        assert!(!masked.contains(phone.as_str()) && masked.contains(&phone.masked()));
        assert!(whole.contains(phone.as_str()));
    }
    assert!(masked.contains("改打 139****0000 来") && whole.contains("改打 13900000000 来"), "{masked}");
}

#[test]
fn a_day_early_is_said_in_days() {
    let said = |lang| String::from_utf8(html(&page(lang, false)).unwrap()).unwrap();
    let stage = stage();
    let until = stage.assessment.households[0].passed[0].date.succ_opt().unwrap();
    let rival = stage.speaker(Lang::En, false).staff(&StaffId::new("S1"));
    assert!(said(Lang::En).contains(&format!("2 days early: the claim of {rival} is held until {until} (included)")));
    assert!(said(Lang::Zh).contains(&format!("早了 2 天：{rival} 的报名保留至 {until}（含当日）")));
    // The words themselves keep singular and plural apart.
    let early = Message::new("explain-why-rival-live").with("rival", "S1").with("until", "D").with("days", 1_u64);
    assert_eq!(stage.en.say(&early), "one day early: the claim of S1 is held until D (included)");
}
