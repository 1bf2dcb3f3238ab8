//! A visits ledger (客户回访表) of any length, with everything a busy branch fills in.

use chrono::{Days, NaiveDate};
use rust_xlsxwriter::{Format, Workbook};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

pub const ROSTER: &str = "花名册.csv";
const HEADINGS: [&str; 12] =
    ["回访日期", "顾客姓名", "电话", "专员", "方式", "本人签名", "交回日期", "结果", "满意度", "问题", "备注", "性别"];

/// Fifteen specialists, in the folder of that file too.
pub fn roster(path: &Path) {
    let rows: String = (1..=15).map(|at| format!("S{at:02},专员{at},服务专员,一部\n")).collect();
    fs::write(path, format!("工号,姓名,岗位,部门\n{rows}")).unwrap();
}

enum Cell {
    Day(NaiveDate),
    Number(f64),
    Text(String),
}

fn row(at: u32) -> [Cell; 12] {
    let text = |text: &str| Cell::Text(text.to_owned());
    let first = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
    let day = first + Days::new(u64::from(at / 2_000));
    [
        Cell::Day(day),
        Cell::Text(format!("顾客{}", at % 40_000)),
        Cell::Number(13_800_000_000.0 + f64::from(at % 40_000)),
        Cell::Text(format!("S{:02}", at % 15 + 1)),
        text(["上门", "电话"][at as usize % 2]),
        text("本人"),
        Cell::Day(day + Days::new(1)),
        text("已接通"),
        Cell::Number(f64::from(at % 5 + 1)),
        text(["无", "腿疼", "睡眠不好"][at as usize % 3]),
        Cell::Text(format!("第{at}次")),
        text(["男", "女"][at as usize % 2]),
    ]
}

/// Writes it as a workbook, with its roster beside it.
pub fn book(path: &Path, rows: u32) {
    roster(&path.with_file_name(ROSTER));
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write(0, column, heading).unwrap();
    }
    for at in 0..rows {
        for (column, cell) in (0..).zip(row(at)) {
            match cell {
                Cell::Day(day) => sheet.write_with_format(at + 1, column, &day, &date).unwrap(),
                Cell::Number(number) => sheet.write(at + 1, column, number).unwrap(),
                Cell::Text(text) => sheet.write(at + 1, column, text).unwrap(),
            };
        }
    }
    book.save(path).unwrap();
}

/// Writes it as text, with its roster beside it.
pub fn text(path: &Path, rows: u32) {
    roster(&path.with_file_name(ROSTER));
    let mut file = BufWriter::new(File::create(path).unwrap());
    writeln!(file, "{}", HEADINGS.join(",")).unwrap();
    for at in 0..rows {
        let cells = row(at).map(|cell| match cell {
            Cell::Day(day) => day.to_string(),
            Cell::Number(number) => number.to_string(),
            Cell::Text(text) => text,
        });
        writeln!(file, "{}", cells.join(",")).unwrap();
    }
}
