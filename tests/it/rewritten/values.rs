//! One value, written as people write it.

use super::dice::Dice;
use super::ledger::Line;
use super::words::{spellings, traditional};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use huifang::policy::Policy;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What stands in a cell of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Text(String),
    /// A date that is one to the spreadsheet too; with a time of day or without.
    Moment(NaiveDateTime, bool),
    /// The number a spreadsheet has for a date, without the format of one.
    Serial(NaiveDateTime),
    Number(f64),
}

impl Cell {
    pub fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

/// What holds for all cells of a file.
pub struct Hand<'a> {
    /// Whether cells have types.
    pub is_workbook: bool,
    /// The year that dates without one are of: the file's name gives it, or whoever imports.
    pub year: Option<i32>,
    /// Names of the staff by number.
    pub staff: &'a BTreeMap<String, String>,
}

const DATES: &[&str] =
    &["at", "reported", "entered", "handed_in", "submitted", "relayed", "resumed", "hired", "left", "from"];
const PHONES: &[&str] = &["phone", "alt_phone", "referrer_phone", "related_phone"];
const STAFF: &[&str] = &["staff", "expert", "entered_by", "handed_in_by", "accompanied_by"];
const NUMBERS: &[&str] = &["boxes", "amount", "customers", "monthly_wage", "payable", "base"];
const NAMES: &[&str] = &["customer", "referrer", "household", "taken_by", "received_by", "decided_by"];

static POLICY: LazyLock<Policy> =
    LazyLock::new(|| Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap());

/// How many ways a column can be written in; a column keeps to one or mixes them.
pub const WAYS: usize = 1_000;

impl Hand<'_> {
    /// The cell of a row's field, in that way.
    pub fn cell(&self, line: &Line, field: &str, way: usize, dice: &mut Dice) -> Cell {
        let value = line.get(field);
        let words = spellings(line.kind, field, value);
        if value.is_empty() {
            return Cell::text(silent(field, way).unwrap_or(["", "", " ", "\u{3000}"][way % 4]));
        }
        if !words.is_empty() {
            let word = if way.is_multiple_of(7) { value } else { words[way % words.len()] };
            return self.word(word, way);
        }
        match field {
            "offence" => {
                let title = POLICY.offence(value).map_or(value.to_owned(), |offence| offence.title.zh.clone());
                Cell::Text(if way.is_multiple_of(3) { value.to_owned() } else { title })
            }
            _ if DATES.contains(&field) => self.date(value, way),
            _ if PHONES.contains(&field) => self.phone(value, way),
            _ if STAFF.contains(&field) => {
                let name = self.staff.get(value).map_or(value, String::as_str);
                Cell::Text(padded(if way.is_multiple_of(3) { value } else { name }, way))
            }
            _ if NUMBERS.contains(&field) => self.number(value, field, way),
            "violation" => Cell::text(value),
            "month" => self.month(value, way),
            _ => Cell::Text(padded(&if dice.chance(20) { wide(value) } else { value.to_owned() }, way)),
        }
    }

    /// A word of a list; in a workbook true and false may be figures too.
    fn word(&self, word: &str, way: usize) -> Cell {
        match word {
            "0" | "1" | "2" | "3" | "4" | "5" if self.is_workbook && way.is_multiple_of(2) => {
                Cell::Number(word.parse().unwrap())
            }
            _ => Cell::Text(padded(word, way)),
        }
    }

    fn date(&self, value: &str, way: usize) -> Cell {
        let date: NaiveDate = value[..10].parse().unwrap();
        let time: Option<NaiveTime> = value.get(11..).map(|time| time.parse().unwrap());
        let at = date.and_time(time.unwrap_or_default());
        // A spreadsheet cannot tell midnight from no time at all.
        let is_cell = self.is_workbook && time != Some(NaiveTime::MIN);
        match way % 5 {
            0 | 1 if is_cell => return Cell::Moment(at, time.is_some()),
            2 if is_cell => return Cell::Serial(at),
            _ => {}
        }
        let (y, m, d) = (date.year(), date.month(), date.day());
        let is_yearless = self.year == Some(y) && (way / 5).is_multiple_of(4);
        let weekday = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"]
            [date.weekday().num_days_from_monday() as usize];
        let day = match way / 5 % 12 {
            _ if is_yearless => format!("{m}月{d}日"),
            0 => format!("{y}-{m:02}-{d:02}"),
            1 => format!("{y}/{m:02}/{d:02}"),
            2 => format!("{y}/{m}/{d}"),
            3 => format!("{y}.{m:02}.{d:02}"),
            4 => format!("{y}.{m}.{d}"),
            5 => format!("{y}{m:02}{d:02}"),
            6 => format!("{y}年{m}月{d}日"),
            7 => format!("{y}年{m:02}月{d:02}日"),
            8 => format!("{y}-{m}-{d} {weekday}"),
            9 => format!("{y}-{m:02}-{d:02}"),
            10 if time.is_none() => serial(at).to_string(),
            _ => format!("{y}-{m}-{d}"),
        };
        let text = match time {
            // Midnight is no time of day.
            None if way.is_multiple_of(6) && !day.contains("星期") && !day.chars().all(|c| c.is_ascii_digit()) => {
                format!("{day} {}", ["0:00", "00:00", "00:00:00"][way / 6 % 3])
            }
            None => day,
            Some(time) => format!("{day} {}", clock(time, way / 60)),
        };
        Cell::Text(padded(&if way.is_multiple_of(9) { wide(&text) } else { text }, way))
    }

    fn month(&self, value: &str, way: usize) -> Cell {
        let first: NaiveDate = format!("{value}-01").parse().unwrap();
        let (y, m) = (first.year(), first.month());
        match way % 7 {
            0 if self.is_workbook => Cell::Moment(first.and_time(NaiveTime::MIN), false),
            1 if self.is_workbook => Cell::Number(f64::from(y) * 100.0 + f64::from(m)),
            1 => Cell::Text(format!("{y}{m:02}")),
            2 => Cell::Text(format!("{y}年{m}月")),
            3 => Cell::Text(format!("{y}/{m:02}")),
            4 => Cell::Text(format!("{y}年{m:02}月份")),
            5 => Cell::Text(wide(&format!("{y}.{m}"))),
            _ => Cell::Text(padded(value, way)),
        }
    }

    fn phone(&self, value: &str, way: usize) -> Cell {
        let is_mobile = value.len() == 11 && value.starts_with('1');
        if !is_mobile {
            let (area, number) = value.split_at(3);
            let forms = [
                value.to_owned(),
                format!("{area}-{number}"),
                format!("({area}){number}"),
                format!("（{area}） {number}"),
            ];
            return Cell::Text(forms[way % forms.len()].clone());
        }
        let (a, b, c) = (&value[..3], &value[3..7], &value[7..]);
        let text = match way % 13 {
            0..=2 if self.is_workbook => return Cell::Number(value.parse().unwrap()),
            0 => value.to_owned(),
            1 => format!("{a} {b} {c}"),
            2 => format!("{a}-{b}-{c}"),
            3 => format!("+86{value}"),
            4 => format!("+86 {a} {b} {c}"),
            5 => format!("0086{value}"),
            6 => format!("+86-{value}"),
            7 => format!("{value}.0"),
            8 => wide(value),
            9 => format!("（{a}）{b}{c}"),
            10 => format!("\u{a0}{value}\u{3000}"),
            11 => format!("{a}－{b}－{c}"),
            _ => value.to_owned(),
        };
        Cell::Text(text)
    }

    fn number(&self, value: &str, field: &str, way: usize) -> Cell {
        if self.is_workbook && way.is_multiple_of(2) {
            return Cell::Number(value.parse().unwrap());
        }
        let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
        let grouped = match whole.trim_start_matches('-').len() {
            4.. => format!("{},{}", &whole[..whole.len() - 3], &whole[whole.len() - 3..]),
            _ => whole.to_owned(),
        };
        let point = if fraction.is_empty() { "" } else { "." };
        let text = match (field, way % 6) {
            ("boxes", 1) => format!("{value}盒"),
            ("boxes" | "customers", _) => value.to_owned(),
            (_, 1) => format!("¥{grouped}{point}{fraction}"),
            (_, 2) => format!("{value}元"),
            (_, 3) => format!("{grouped}{point}{fraction}"),
            (_, 4) => format!("￥{value}"),
            _ => value.to_owned(),
        };
        Cell::Text(if way.is_multiple_of(5) { wide(&text) } else { text })
    }
}

/// A word that says nothing, where somebody fills every cell.
fn silent(field: &str, way: usize) -> Option<&'static str> {
    let words: &[&str] = match field {
        _ if DATES.contains(&field) => &["无", "-", "/", "不详", "待定", "N/A", "0"],
        _ if NUMBERS.contains(&field) => &["-", "—", "无"],
        _ if [PHONES, STAFF, NAMES].concat().contains(&field) => &["无", "暂无", "未知", "-", "/", "null", "不清楚"],
        _ => return None,
    };
    (way.is_multiple_of(4)).then(|| words[way / 4 % words.len()])
}

/// The day number a spreadsheet counts from 1900.
pub fn serial(at: NaiveDateTime) -> f64 {
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
    (at.date() - epoch).num_days() as f64 + f64::from(at.time().num_seconds_from_midnight()) / 86_400.0
}

fn clock(time: NaiveTime, way: usize) -> String {
    let (h, m, s) = (time.hour(), time.minute(), time.second());
    let (part, twelve) = if h < 12 { ("上午", h) } else { ("下午", if h == 12 { 12 } else { h - 12 }) };
    match way % 5 {
        _ if s > 0 => format!("{h:02}:{m:02}:{s:02}"),
        0 => format!("{h}:{m:02}"),
        1 => format!("{h:02}:{m:02}:00"),
        2 => format!("{part}{twelve}点{m:02}分"),
        3 => format!("{h:02}：{m:02}"),
        _ => format!("{h:02}:{m:02}"),
    }
}

/// The ASCII letters and digits in full width.
fn wide(text: &str) -> String {
    let of = |c: char| if c.is_ascii_alphanumeric() { char::from_u32(c as u32 + 0xFEE0).unwrap() } else { c };
    text.chars().map(of).collect()
}

fn padded(text: &str, way: usize) -> String {
    match way % 17 {
        1 => format!(" {text}"),
        2 => format!("{text}\u{3000}"),
        3 => format!("{text}\u{a0}"),
        _ => text.to_owned(),
    }
}

/// The title over a table.
pub fn title(name: &str, dice: &mut Dice) -> String {
    let name = if dice.chance(20) { traditional(name) } else { name.to_owned() };
    match dice.below(3) {
        0 => name,
        1 => format!("康乐公司{name}"),
        _ => format!("★ {name} ★"),
    }
}
