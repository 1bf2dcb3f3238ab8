//! Days, months and points in time as people type them.

use super::*;

/// A Friday.
const TODAY: &str = "2026-11-27";

fn today() -> NaiveDate {
    TODAY.parse().unwrap()
}

fn back(text: &str) -> String {
    day_at(text, Some((today(), SearchDirection::Back))).map_or_else(why, |day| day.to_string())
}

fn ahead(text: &str) -> String {
    day_at(text, Some((today(), SearchDirection::Ahead))).map_or_else(why, |day| day.to_string())
}

/// The key of what is wrong with a day.
fn why(said: ReadableError) -> String {
    match said.message.args.iter().find(|(name, _)| *name == "why") {
        Some((_, crate::domain::Arg::Message(why))) => why.key.to_owned(),
        _ => said.message.key.to_owned(),
    }
}

#[test]
fn every_spelling_of_the_ledgers_is_a_day() {
    let spellings = [
        "2026-11-2",
        "2026/11/2",
        "2026.11.02",
        "20261102",
        "2026年11月2日",
        "２０２６／１１／０２",
        "2026-11-02 星期一",
    ];
    for text in spellings {
        assert_eq!((back(text), ahead(text)), ("2026-11-02".into(), "2026-11-02".into()), "{text}");
        assert_eq!(day(text).unwrap().to_string(), "2026-11-02", "{text}");
    }
}

#[test]
fn days_by_their_names_are_read_at_the_day_of_the_clock() {
    for (text, day) in [
        ("今天", "2026-11-27"),
        ("today", "2026-11-27"),
        ("昨天", "2026-11-26"),
        ("Yesterday", "2026-11-26"),
        ("明天", "2026-11-28"),
        ("tomorrow", "2026-11-28"),
        ("前天", "2026-11-25"),
        ("后天", "2026-11-29"),
        ("本周一", "2026-11-23"),
        ("上周一", "2026-11-16"),
        ("上个星期天", "2026-11-22"),
        ("下周一", "2026-11-30"),
    ] {
        assert_eq!((back(text), ahead(text)), (day.into(), day.into()), "{text}");
    }
}

#[test]
fn a_weekday_is_the_last_one_looking_back_and_the_next_one_looking_ahead() {
    for text in ["周一", "星期一", "礼拜一", "monday", "Mon"] {
        assert_eq!((back(text), ahead(text)), ("2026-11-23".into(), "2026-11-30".into()), "{text}");
    }
    // Today is one of either.
    assert_eq!((back("周五"), ahead("friday")), (TODAY.into(), TODAY.into()));
    assert_eq!((back("周六"), ahead("周六")), ("2026-11-21".into(), "2026-11-28".into()));
}

#[test]
fn a_day_without_a_year_is_that_of_the_year_that_fits() {
    for text in ["11-2", "11/2", "11月2日", "11月2号", "11.02"] {
        assert_eq!((back(text), ahead(text)), ("2026-11-02".into(), "2026-11-02".into()), "{text}");
    }
    // Looking back somebody may be a month early, looking ahead the nearest one is meant.
    assert_eq!((back("12-28"), back("12-29")), ("2026-12-28".into(), "2025-12-29".into()));
    assert_eq!((back("3-1"), ahead("3-1")), ("2026-03-01".into(), "2027-03-01".into()));
    assert_eq!(back("2-29"), "2024-02-29");
}

#[test]
fn what_is_no_day_or_could_be_two_is_refused_and_says_why() {
    for (text, key) in [
        ("2026-02-30", "ingest-date-impossible"),
        ("11-31", "ingest-date-impossible"),
        ("20.11.2026", "ingest-date-day-first"),
        ("26-11-20", "ingest-date-short-year"),
        ("46000", "ingest-date-serial"),
        ("2026-11-20 09:05", "cli-usage-day-timed"),
        ("next week", "ingest-date"),
        ("周", "ingest-date"),
        ("", "ingest-date"),
    ] {
        assert_eq!(back(text), key, "{text}");
    }
}

#[test]
fn a_month_in_every_spelling() {
    let month = |text: &str| {
        month_at(text, Some((today(), SearchDirection::Back)))
            .map_or_else(|said| said.message.key.to_owned(), |m| m.to_string())
    };
    for text in [
        "2026-10",
        "2026/10",
        "2026.10",
        "202610",
        "2026年10月",
        "2026 年 10 月",
        "10月",
        "１０月",
        "上月",
        "上个月",
        "last month",
    ] {
        assert_eq!(month(text), "2026-10", "{text}");
    }
    assert_eq!((month("本月"), month("this month")), ("2026-11".into(), "2026-11".into()));
    // The latest one that has begun.
    assert_eq!((month("11月"), month("12月")), ("2026-11".into(), "2025-12".into()));
    for text in ["", "2026-13", "2026-00", "13月", "10", "2026", "2026-10-05", "26年10月", "0026-10", "十月份了"]
    {
        assert_eq!(month(text), "cli-usage-month", "{text}");
    }
}

#[test]
fn of_the_journal_a_day_means_its_end_and_a_minute_all_of_it() {
    let at = |text: &str| known_at(text, Some((today(), SearchDirection::Back))).map_err(|said| said.message.key);
    let moment = |text: &str| Ok(KnownAt::Moment(text.parse().unwrap()));
    assert_eq!(at("12"), Ok(KnownAt::Batch(12)));
    assert_eq!(at("2026-03-02"), moment("2026-03-02T23:59:59"));
    assert_eq!(at("20260302"), moment("2026-03-02T23:59:59"));
    assert_eq!(at("2026年3月2日 21:05"), moment("2026-03-02T21:05:59"));
    assert_eq!(at("2026-03-02 21:05:07"), moment("2026-03-02T21:05:07"));
    assert_eq!((at("昨天"), at("周一")), (moment("2026-11-26T23:59:59"), moment("2026-11-23T23:59:59")));
    for wrong in ["", "-1", "2026-3-2x", "2026-02-30", "99999999999999999999"] {
        assert_eq!(at(wrong), Err("cli-usage-known"), "{wrong}");
    }
}

#[test]
fn the_rules_hold_from_a_day_or_always() {
    assert_eq!(in_force("none").unwrap(), InForce::Always);
    assert_eq!(in_force("2026/11/2").unwrap(), InForce::From("2026-11-02".parse().unwrap()));
    assert!(in_force("never").is_err());
}
