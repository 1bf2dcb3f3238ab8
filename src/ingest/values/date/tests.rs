//! Dates as people write them, and those that are refused.

use super::*;

fn said(text: &str) -> String {
    match read(text, None) {
        Ok(WrittenDate { date, time, wrong_weekday, .. }) => {
            let time = time.map(|time| format!(" {time}")).unwrap_or_default();
            format!("{date}{time}{}", if wrong_weekday { " !" } else { "" })
        }
        Err(fault) => format!("{fault:?}"),
    }
}

#[test]
fn dates_in_every_spelling() {
    for text in [
        "2026-11-20",
        "2026/11/20",
        "2026.11.20",
        "20261120",
        "2026年11月20日",
        "2026-11-20",
        "2026年11月20号",
        "2026 年 11 月 20 日",
        "46346",
        "2026-11-20 星期五",
        "2026年11月20日(五)",
        "2026-11-20周五",
        "2026-11-20 Fri",
    ] {
        assert_eq!(said(text), "2026-11-20", "{text}");
    }
    assert_eq!(said("2026/1/2"), "2026-01-02");
    assert_eq!(said("2024-02-29"), "2024-02-29");
}

#[test]
fn times_beside_them() {
    for text in [
        "2026-11-20 9:05",
        "2026-11-20 09:05:00",
        "2026/11/20 上午9点05分",
        "2026年11月20日9时5分",
        "2026-11-20T09:05:00",
        "20261120 9:05",
        "2026-11-20 星期五 9:05",
        "2026-11-20 9:05 AM",
        "2026-11-20 09:05:00.000",
        "46346.3784722222",
        "2026-11-20 上午 9:05",
        "2026-11-20 9:05 周五",
    ] {
        assert_eq!(said(text), "2026-11-20 09:05:00", "{text}");
    }
    for text in
        ["2026-11-20 00:00:00", "2026/11/20 0:00", "2026年11月20日0点", "2026-11-20 00:00", "2026-11-20 凌晨12点"]
    {
        assert_eq!(said(text), "2026-11-20", "{text}");
    }
    assert_eq!(said("2026-11-20 00:00:01"), "2026-11-20 00:00:01");
    assert_eq!(said("2026-11-20 下午3点半"), "2026-11-20 15:30:00");
    assert_eq!(said("2026-11-20 中午12点"), "2026-11-20 12:00:00");
    assert_eq!(said("2026-11-20 9点05分30秒"), "2026-11-20 09:05:30");
    assert_eq!(said("2026-11-20 12:05 am"), "2026-11-20 00:05:00");
}

#[test]
fn what_cannot_be_told_is_refused() {
    for (text, fault) in [
        ("11月20日", "NoYear"),
        ("11.20", "NoYear"),
        ("11-20", "NoYear"),
        ("26-11-20", "TwoDigitYear"),
        ("26年11月20日", "TwoDigitYear"),
        ("261120", "TwoDigitYear"),
        ("20/11/2026", "DayFirst"),
        ("14/02/2018", "DayFirst"),
        ("13.12.2026", "DayFirst"),
        ("11/20/2026", "MonthFirst"),
        ("12/12/2026", "YearLast"),
        ("02/03/2018", "YearLast"),
        ("13/13/2026", "Impossible"),
        ("2018-02-29", "Impossible"),
        ("20261131", "Impossible"),
        ("2026-13-01", "Impossible"),
        ("2026-11-20 25:00", "BadTime"),
        ("2026-11-20 上午12点", "BadTime"),
        ("2026-11-20 09:05:00Z", "NotADate"),
        ("2026-11-20 左右", "BadTime"),
        ("2026-11", "NotADate"),
        ("2026年11月", "NotADate"),
        ("2026-11/20", "NotADate"),
        ("9:05", "NoDate"),
        ("上午9点", "NoDate"),
        ("0.375", "NotADate"),
        ("昨天", "NotADate"),
        ("", "NotADate"),
        ("13812345678", "NotADate"),
        ("99999999999999999999", "NotADate"),
        ("1.5", "NoYear"),
        ("46346.x", "NotADate"),
    ] {
        assert_eq!(said(text), fault, "{text}");
    }
}

#[test]
fn a_wrong_weekday_is_noticed() {
    assert_eq!(said("2018-01-01 星期五"), "2018-01-01 !");
    assert_eq!(said("2018-01-01 星期一"), "2018-01-01");
}

#[test]
fn a_year_given_completes_the_date() {
    let with = |text| read(text, Some(2026)).map(|it| it.date.to_string());
    assert_eq!(with("11月20日"), Ok("2026-11-20".into()));
    assert_eq!(with("11.20"), Ok("2026-11-20".into()));
    assert_eq!(with("11/20 9:05"), Ok("2026-11-20".into()));
    assert_eq!(with("20/11"), Err(DateFault::Impossible));
    assert_eq!(with("2月29日"), Err(DateFault::Impossible));
    assert_eq!(with("2025-11-20"), Ok("2025-11-20".into()));
}

#[test]
fn a_name_gives_a_year_only_if_it_gives_one() {
    let named = |name| in_name(name).map(|it| (it.year, it.month));
    assert_eq!(named("2026年11月预热.csv"), Some((2026, Some(11))));
    assert_eq!(named("预热20261120.xlsx"), Some((2026, Some(11))));
    assert_eq!(named("2026-11回访"), Some((2026, Some(11))));
    assert_eq!(named("2026年9-11月回访"), Some((2026, Some(11))));
    assert_eq!(named("2026年回访(2)"), Some((2026, None)));
    assert_eq!(named("2026-2"), Some((2026, None)));
    assert_eq!(named("2025-2026.csv"), None);
    assert_eq!(named("13812345678.csv"), None);
    assert_eq!(named("03_preheat.csv"), None);
}

#[test]
fn a_month_in_a_name_bounds_what_its_year_goes_to() {
    let of = |name: &str, months: [u32; 3]| months.map(|month| in_name(name).unwrap().allows(month));
    assert_eq!(of("2025年1月回访", [1, 2, 3]), [true, true, false]);
    assert_eq!(of("2025年12月回访", [1, 11, 12]), [true, true, true]);
    assert_eq!(of("2025年回访", [1, 11, 12]), [true, true, true]);
}
