//! A year of a branch, always the same: some 20,000 households, 60 people, 100,000 rows of ledgers, most in good order.

use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;
use std::path::Path;

/// The rows of the year, the roster apart.
pub const ROWS: usize = 100_000;

/// The day the year's books are read at.
pub const AS_OF: &str = "2025-12-31";

/// The phone of a household in the middle of them.
pub const SOMEBODY: &str = "13800010000";

const SPECIALISTS: usize = 45;
const EXPERTS: usize = 8;
const CLERKS: usize = 4;
const DEPARTMENTS: [&str; 3] = ["一部", "二部", "三部"];
const CHANNELS: [&str; 10] =
    ["flyer", "flyer", "flyer", "scattered", "scattered", "community", "store", "phone_response", "referral", "other"];
const SURNAMES: [&str; 12] = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "欧阳", "司马"];
const GIVEN: [&str; 10] = ["秀英", "建国", "桂兰", "玉梅", "志强", "淑珍", "德明", "春花", "永福", "凤霞"];

type Row = BTreeMap<&'static str, String>;

/// Writes the year's ledgers into that folder, one CSV for each ledger and month.
pub fn write(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut year = Year::default();
    year.staff();
    let mut household = 0;
    while year.rows < ROWS {
        year.household(household);
        household += 1;
    }
    for ((kind, month), rows) in &year.ledgers {
        let mut headings: Vec<&str> = rows.iter().flat_map(|row| row.keys().copied()).collect();
        headings.sort_unstable();
        headings.dedup();
        let mut writer = csv::Writer::from_path(folder.join(format!("{kind}-{month}.csv")))?;
        writer.write_record(&headings)?;
        for row in rows {
            writer.write_record(headings.iter().map(|field| row.get(field).map_or("", String::as_str)))?;
        }
        writer.flush()?;
    }
    Ok(())
}

/// Whom a row is about.
struct Customer {
    phone: String,
    name: String,
}

impl Customer {
    fn row(&self, fields: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
        let mut row = vec![("phone", self.phone.clone()), ("customer", self.name.clone())];
        row.extend_from_slice(fields);
        row
    }
}

#[derive(Default)]
struct Year {
    chance: u64,
    rows: usize,
    ledgers: BTreeMap<(&'static str, String), Vec<Row>>,
    /// Phones of those who have bought, for referrals.
    clients: Vec<String>,
}

impl Year {
    /// A number below `of`, the same in every run.
    fn below(&mut self, of: u64) -> u64 {
        self.chance = self.chance.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.chance;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % of
    }

    fn happens(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn put(&mut self, kind: &'static str, at: NaiveDate, time: bool, fields: &[(&'static str, String)]) {
        if self.rows == ROWS || at > last_day() {
            return;
        }
        self.rows += 1;
        let mut row: Row = fields.iter().cloned().collect();
        let hour = 8 + self.below(10);
        let minute = self.below(60);
        row.insert("at", if time { format!("{at} {hour:02}:{minute:02}:00") } else { at.to_string() });
        self.ledgers.entry((kind, at.format("%Y-%m").to_string())).or_default().push(row);
    }

    fn staff(&mut self) {
        let person = |id: String, role: &str, department: &str, left: Option<&str>| -> Row {
            [
                ("name", format!("员工{id}")),
                ("staff_id", id),
                ("role", role.to_owned()),
                ("department", department.to_owned()),
                ("hired", "2020-01-01".to_owned()),
                ("left", left.unwrap_or_default().to_owned()),
                ("monthly_wage", "4350".to_owned()),
            ]
            .into()
        };
        let mut roster = Vec::new();
        for number in 0..SPECIALISTS {
            let left = (number % 15 == 14).then_some("2025-08-31");
            roster.push(person(specialist(number), "specialist", DEPARTMENTS[number % 3], left));
        }
        roster.extend((0..EXPERTS).map(|number| person(expert(number), "expert", "专家部", None)));
        roster.extend((0..CLERKS).map(|number| person(clerk(number), "clerk", "数据库", None)));
        roster.extend((0..3).map(|number| person(format!("M{number}"), "manager", DEPARTMENTS[number], None)));
        self.ledgers.insert(("staff", "2025-01".to_owned()), roster);
    }

    /// One family from its registration to the year's end.
    fn household(&mut self, number: usize) {
        let who = Customer {
            phone: format!("138{number:08}"),
            name: format!("{}{}", SURNAMES[number % SURNAMES.len()], GIVEN[number / 7 % GIVEN.len()]),
        };
        let first = first_day() + Days::new(self.below(340));
        let of = self.below(SPECIALISTS as u64) as usize;
        let (staff, manager) = (specialist(of), format!("M{}", of % 3));
        self.signup(number, first, &staff, &who);
        if self.happens(6) {
            let other = specialist((of + 1) % SPECIALISTS);
            self.signup(number, first + Days::new(1), &other, &who);
        }
        let warmed = first + Days::new(self.below(3));
        if !self.happens(85) {
            return;
        }
        self.put("preheat", warmed, true, &who.row(&[("staff", staff.clone()), ("method", "phone".to_owned())]));
        if !self.happens(60) {
            return;
        }
        let met = warmed + Days::new(3 + self.below(7));
        let event = format!("{}期", met.format("%m%d"));
        self.put("invite", met - Days::new(2), true, &who.row(&[("staff", staff.clone()), ("event", event.clone())]));
        if !self.happens(80) {
            return;
        }
        self.put("attendance", met, true, &who.row(&[("staff", staff.clone()), ("event", event.clone())]));
        if self.happens(25) {
            self.client(met, &staff, &event, &who);
            self.clients.push(who.phone);
        } else {
            if self.happens(30) {
                self.put(
                    "supervision",
                    met + Days::new(9),
                    true,
                    &who.row(&[("staff", manager), ("visited", "是".to_owned())]),
                );
            }
            if self.happens(70) {
                let day = met + Days::new(5 + self.below(20));
                self.visit(day, &staff, None, &who);
            }
        }
    }

    fn signup(&mut self, number: usize, day: NaiveDate, staff: &str, who: &Customer) {
        let late = Days::new(u64::from(self.happens(2)));
        let by = clerk(self.below(CLERKS as u64) as usize);
        let channel = CHANNELS[self.below(CHANNELS.len() as u64) as usize];
        let mut row = who.row(&[
            ("channel", channel.to_owned()),
            ("staff", staff.to_owned()),
            ("reported", (day + late).to_string()),
            ("entered", (day + late).to_string()),
            ("entered_by", by),
            ("age", (55 + number % 30).to_string()),
            ("address", format!("解放路{}号", number % 200)),
        ]);
        if channel == "referral" && !self.clients.is_empty() {
            let by = self.below(self.clients.len() as u64) as usize;
            row.push(("referrer_phone", self.clients[by].clone()));
        }
        if self.happens(3) {
            row.push(("alt_phone", format!("139{number:08}")));
        }
        if self.happens(3) {
            row.push(("household", format!("H{}", number / 3)));
        }
        self.put("signup", day, true, &row);
    }

    fn visit(&mut self, day: NaiveDate, staff: &str, with: Option<&str>, who: &Customer) {
        let signed = if self.happens(95) { "本人" } else { "家属代签" };
        let row = who.row(&[
            ("staff", staff.to_owned()),
            ("method", "home".to_owned()),
            ("accompanied_by", with.unwrap_or_default().to_owned()),
            ("signed", signed.to_owned()),
            ("submitted", (day + Days::new(1)).to_string()),
            ("result", "已接通".to_owned()),
            ("satisfaction", (3 + self.below(3)).to_string()),
        ]);
        self.put("visit", day, false, &row);
    }

    /// A purchase, its visits, and the months after it.
    fn client(&mut self, bought: NaiveDate, staff: &str, event: &str, who: &Customer) {
        let expert = expert(self.below(EXPERTS as u64) as usize);
        for _ in 0..=self.below(2) {
            let by = clerk(self.below(CLERKS as u64) as usize);
            let row = who.row(&[
                ("product", "保健品A".to_owned()),
                ("boxes", (1 + self.below(12)).to_string()),
                ("amount", (398 * (1 + self.below(9))).to_string()),
                ("staff", staff.to_owned()),
                ("expert", expert.clone()),
                ("event", event.to_owned()),
                ("handed_in", (bought + Days::new(1)).to_string()),
                ("handed_in_by", staff.to_owned()),
                ("entered", (bought + Days::new(1)).to_string()),
                ("entered_by", by),
            ]);
            self.put("sale", bought, true, &row);
        }
        for (after, with) in [(1, None), (7, Some(expert.as_str())), (12, None), (25, None)] {
            if self.happens(90) {
                self.visit(bought + Days::new(after), staff, with, who);
            }
        }
        if self.happens(2) {
            self.put("return", bought + Days::new(20), false, &who.row(&[("boxes", "20".to_owned())]));
        }
        if self.happens(3) {
            let row = who.row(&[("reason", "拒访".to_owned())]);
            self.put("stop", bought + Days::new(40), false, &row);
        }
        let mut month = bought + Days::new(31);
        while month <= last_day() {
            if self.happens(85) {
                self.visit(month, staff, None, who);
            }
            if self.happens(80) {
                let row = who.row(&[("expert", expert.clone()), ("result", "已接通".to_owned())]);
                self.put("expert_call", month + Days::new(1), true, &row);
            }
            month = month + Days::new(30);
        }
    }
}

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 1, 1).unwrap_or_default()
}

fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 12, 31).unwrap_or_default()
}

fn specialist(number: usize) -> String {
    format!("S{number:02}")
}

fn expert(number: usize) -> String {
    format!("E{number}")
}

fn clerk(number: usize) -> String {
    format!("K{number}")
}
