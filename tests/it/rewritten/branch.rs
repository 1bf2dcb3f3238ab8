//! Books of a branch made of dice. No two rows of the same moment are about the same thing, so that the order in which
//! files come decides nothing.

use super::dice::Dice;
use super::ledger::{Book, Line};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

const SPECIALISTS: usize = 8;
const PHONES: usize = 36;
const DAYS: usize = 100;

struct Branch {
    dice: Dice,
    lines: Vec<Line>,
    /// Days on which a row without a time of day stands, and days of findings: one each.
    untimed: BTreeSet<usize>,
    judged: BTreeSet<usize>,
    minute: usize,
}

/// The book of that seed, of some `rows` rows.
pub fn book(seed: u64, rows: usize) -> Book {
    let mut branch = Branch {
        dice: Dice::of(seed),
        lines: Vec::new(),
        untimed: BTreeSet::new(),
        judged: BTreeSet::new(),
        minute: 0,
    };
    branch.roster();
    (0..rows).for_each(|_| branch.row());
    branch.families();
    Book::of(&format!("branch {seed}"), branch.lines, false)
}

fn day(number: usize) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(number as u64)
}

/// Mobiles, and some landlines with area code.
fn phone(number: usize) -> String {
    match number % 9 {
        8 => format!("010-6{:07}", number * 7919).replace('-', ""),
        _ => format!("139{:04}{:04}", number * 37 % 10_000, number),
    }
}

/// Three phones are a family; only the first of them buys, so that no link is refused.
fn buys(number: usize) -> bool {
    number.is_multiple_of(3)
}

impl Branch {
    fn roster(&mut self) {
        const NAMES: [&str; 8] = ["张伟", "王芳", "李娜", "刘洋", "陈静", "杨帆", "赵敏", "黄磊"];
        for (at, name) in NAMES.into_iter().enumerate() {
            let left = if at == 7 { "2026-03-01" } else { "" };
            let department = ["一部", "二部"][at % 2];
            let wage = ["4350", "4000.50", ""][at % 3];
            self.add(person(&format!("S{at:02}"), name, "specialist", department, wage).with("left", left));
        }
        for (id, name, role, department) in [
            ("E01", "孙专", "expert", "专家部"),
            ("E02", "周家", "expert", "专家部"),
            ("M01", "吴经", "manager", "一部"),
            ("M02", "郑理", "manager", "二部"),
            ("K01", "冯录", "clerk", "数据库"),
        ] {
            self.add(person(id, name, role, department, "6000"));
        }
        self.histories();
    }

    /// Transfers, raises, somebody who comes back, and what was paid in some months.
    fn histories(&mut self) {
        let again = |id: &str, name: &str| Line::new("staff").with("staff_id", id).with("name", name);
        self.add(
            again("S01", "王芳").with("department", "一部").with("from", "2026-02-10").with("monthly_wage", "4400"),
        );
        self.add(again("E02", "周家").with("department", "二部").with("from", "2026-03-01"));
        self.add(again("M01", "吴经").with("role", "specialist").with("from", "2026-03-15"));
        self.add(
            again("S07", "黄磊").with("hired", "2026-03-20").with("department", "二部").with("from", "2026-03-20"),
        );
        for number in 0..SPECIALISTS {
            for month in ["2026-01", "2026-02", "2026-03"] {
                if self.dice.chance(50) {
                    let line = Line::new("wage").with("staff", format!("S{number:02}")).with("month", month);
                    let line = line.with("payable", self.maybe(70, "4812.35"));
                    let base = self.maybe(70, 3000 + 10 * number);
                    self.lines.push(line.with("base", base));
                }
            }
        }
    }

    fn add(&mut self, line: Line) {
        // Somebody writes a row down twice: two rows, and two they stay.
        if line.kind != "staff" && self.dice.chance(3) {
            self.lines.push(line.clone());
        }
        self.lines.push(line);
    }

    /// A moment no other row has; one row of a day may have no time.
    fn moment(&mut self, date: usize) -> String {
        self.minute += 1;
        let (hour, minute) = (8 + self.minute / 60 % 12, self.minute % 60);
        let is_untimed = self.dice.chance(40) && self.untimed.insert(date);
        match self.dice.below(4) {
            _ if is_untimed => day(date).to_string(),
            0 => format!("{} {hour:02}:{minute:02}:{:02}", day(date), self.dice.below(60)),
            _ => format!("{} {hour:02}:{minute:02}:00", day(date)),
        }
    }

    fn specialist(&mut self) -> String {
        format!("S{:02}", self.dice.below(SPECIALISTS))
    }

    fn expert(&mut self) -> String {
        format!("E{:02}", 1 + self.dice.below(2))
    }

    fn maybe(&mut self, percent: usize, of: impl ToString) -> String {
        if self.dice.chance(percent) { of.to_string() } else { String::new() }
    }

    /// Some day soon after, or blank.
    fn later(&mut self, date: usize, blank: usize) -> String {
        let after = self.dice.below(4);
        if self.dice.chance(blank) { String::new() } else { day(date + after).to_string() }
    }

    fn row(&mut self) {
        let date = self.dice.below(DAYS);
        let who = self.dice.below(PHONES);
        let (at, staff) = (self.moment(date), self.usual(who));
        let yes = |luck: bool| if luck { "yes" } else { "no" };
        let base = |kind: &str| Line::new(kind).with("at", &at).with("phone", phone(who)).with("customer", name(who));
        let line = match self.dice.below(40) {
            0..=9 => {
                let channel = self.dice.pick(&[
                    "flyer",
                    "scattered",
                    "store",
                    "phone_response",
                    "community",
                    "referral",
                    "other",
                ]);
                let is_mute = matches!(channel, "store" | "phone_response") && self.dice.chance(40);
                let referrer = self.dice.below(PHONES);
                let named = channel == "referral" && referrer != who;
                let line = base("signup").with("channel", channel).with("staff", if is_mute { "" } else { &staff });
                let line = line.with(
                    "referrer_phone",
                    if named && self.dice.chance(70) { phone(referrer) } else { String::new() },
                );
                let line = line.with("referrer", if named { name(referrer) } else { String::new() });
                let line = line.with("household", if who < 9 { format!("0{}", who / 3) } else { String::new() });
                let line = line.with("alt_phone", self.maybe(20, format!("137{who:08}")));
                let line = line.with("reported", self.later(date, 50)).with("entered", self.later(date, 50));
                line.with("entered_by", self.maybe(60, "K01")).with("stamped", yes(self.dice.chance(50)))
            }
            10..=14 => {
                let method = self.dice.pick(&["home", "phone", "other"]);
                let result = self.dice.pick(&["", "", "", "reached", "no_answer", "postponed"]);
                let line = base("preheat").with("staff", staff).with("method", method).with("result", result);
                line.with("note", self.maybe(30, "A3 楼, 8 点"))
            }
            15..=17 => base("invite").with("staff", staff).with("event", "联谊会"),
            18..=21 => {
                let spoke = yes(self.dice.chance(30));
                base("attendance").with("staff", self.maybe(80, staff)).with("event", "三月会").with("spoke", spoke)
            }
            22..=26 if buys(who) => {
                let place = self.dice.pick(&["", "meeting", "store", "home", "phone"]);
                let line =
                    base("sale").with("product", "产品").with("boxes", self.dice.below(4)).with("amount", "1980.00");
                let line = line.with("staff", staff).with("expert", self.expert()).with("place", place);
                let line = line.with("handed_in", self.later(date, 40)).with("handed_in_by", self.maybe(70, "M01"));
                line.with("entered", self.later(date, 40)).with("entered_by", self.maybe(70, "K01"))
            }
            27 if buys(who) => {
                let line = base("return").with("boxes", 1 + self.dice.below(3)).with("amount", "990.00");
                line.with("staff", staff)
            }
            28..=32 => {
                let line =
                    base("visit").with("staff", staff).with("method", self.dice.pick(&["home", "phone", "other", ""]));
                let expert = self.expert();
                let line =
                    line.with("accompanied_by", self.maybe(40, expert)).with("signed", yes(self.dice.chance(50)));
                let result = self.dice.pick(&["", "", "reached", "no_answer", "wrong_number", "refused", "postponed"]);
                let satisfaction = self.dice.pick(&["", "1", "2", "3", "4", "5"]);
                line.with("submitted", self.later(date, 30)).with("result", result).with("satisfaction", satisfaction)
            }
            33..=34 => {
                let line = base("expert_call").with("expert", self.expert()).with("problem", yes(self.dice.chance(50)));
                line.with("relayed", self.later(date, 40)).with("needs_visit", yes(self.dice.chance(40)))
            }
            35 => base("supervision")
                .with("staff", self.dice.pick(&["M01", "M02"]))
                .with("result", self.dice.pick(&["", "", "reached", "no_answer"]))
                .with("visited", yes(self.dice.chance(50))),
            36 => base("assignment").with("staff", staff).with("decided_by", "M01"),
            37 => {
                let reason = self.dice.pick(&["deceased", "moved", "refuses", "no_contact", "returned", "other"]);
                base("stop").with("reason", reason).with("resumed", self.maybe(50, day(date + 20)))
            }
            38 => base("handover").with("staff", staff).with("received_by", "M01"),
            _ if self.judged.insert(date) => {
                let (offence, customers) =
                    self.dice.pick(&[("forged-form", ""), ("forged-signature", "2"), ("poach", "")]);
                let line = Line::new("finding").with("at", day(date)).with("staff", staff).with("offence", offence);
                line.with("customers", customers).with("severe", yes(self.dice.chance(20))).with("decided_by", "M01")
            }
            _ => base("complaint").with("complainant", name(who)).with("subject", "等得太久").with("against", "张伟"),
        };
        self.add(line);
    }

    /// Mostly the one who looks after them.
    fn usual(&mut self, who: usize) -> String {
        if self.dice.chance(70) { format!("S{:02}", who % SPECIALISTS) } else { self.specialist() }
    }

    fn families(&mut self) {
        for first in (9..PHONES).step_by(6) {
            let line = Line::new("household").with("phone", phone(first)).with("related_phone", phone(first + 1));
            self.add(line.with("relation", "夫妻"));
        }
    }
}

fn person(id: &str, name: &str, role: &str, department: &str, wage: &str) -> Line {
    let line = Line::new("staff").with("staff_id", id).with("name", name).with("role", role);
    line.with("department", department).with("hired", "2020-01-01").with("monthly_wage", wage)
}

fn name(number: usize) -> String {
    const SURNAMES: [char; 6] = ['钱', '孔', '曹', '严', '华', '金'];
    const NAMES: [char; 6] = ['秀', '英', '兰', '贵', '福', '珍'];
    format!("{}{}", SURNAMES[number / 6 % 6], NAMES[number % 6])
}
