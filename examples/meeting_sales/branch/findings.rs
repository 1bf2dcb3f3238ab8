//! What the managers find (违规处理登记表): matters of their own, and verdicts on what the ledgers show.

use super::calendar::{self, LAST, day};
use super::diary::Diary;
use super::people::Person;
use super::staff::{FENG, GAO, HE, LUO, PENG, QIAN, SONG, TANG, WEN, XU, ZHENG, name};
use chrono::{Days, NaiveDate};
use huifang::domain::{Books, Fact, Finding, Moment, Record, StaffId, Verdict};
use huifang::policy::{Certainty, Policy, ReportDates, Violation, assess};

/// A finding that says no more than who, what and by whom.
fn finding(staff: &str, offence: &str, by: &str) -> Finding {
    Finding {
        staff: StaffId::new(staff),
        offence: offence.to_owned(),
        concerning: None,
        customers: None,
        boxes: None,
        amount: None,
        severe: false,
        violation: None,
        verdict: None,
        decided_by: Some(name(by).to_owned()),
        note: None,
    }
}

fn noted(finding: Finding, note: &str) -> Finding {
    Finding { note: Some(note.to_owned()), ..finding }
}

/// Matters of their own. Most of them are two people's doing, and their manager's and an expert's looking away.
pub fn of_their_own(diary: &mut Diary, customer: &Person) {
    let mut found = |date: NaiveDate, finding: Finding| diary.note(Moment::day(date), Fact::Finding(finding));
    found(day(8, 25), noted(finding(PENG, "forged-form", LUO), "回访表系自填,顾客未见过专员"));
    found(day(8, 27), Finding { concerning: Some(name(PENG).to_owned()), ..finding(XU, "shield-form", LUO) });
    found(day(8, 27), Finding { concerning: Some(name(PENG).to_owned()), ..finding(WEN, "collude-form", LUO) });
    found(
        day(9, 11),
        Finding { customers: Some(2), ..noted(finding(HE, "encroach", LUO), "登记了宋雅琴名下两位顾客") },
    );
    found(day(9, 20), Finding { amount: Some(50.into()), ..noted(finding(GAO, "unreported", ZHENG), "名单压了五天") });
    found(day(9, 25), Finding { boxes: Some(6), ..noted(finding(SONG, "transfer-sale", ZHENG), "六盒记在他人名下") });
    found(day(10, 9), noted(finding(TANG, "private-transfer", LUO), "离职前把三户私下给了他人"));
    found(day(10, 13), noted(finding(PENG, "take-resigned", LUO), "私下跟进唐文斌留下的顾客"));
    found(day(10, 14), noted(finding(PENG, "forged-form", LUO), "第二次"));
    found(day(10, 16), Finding { customers: Some(2), ..finding(QIAN, "shield-monthly", LUO) });
    found(day(10, 20), noted(finding(GAO, "unreported", ZHENG), "又有两个名单未报"));
    let signature = noted(finding(GAO, "forged-signature", ZHENG), "签名与本人笔迹不符");
    diary.row(Moment::day(day(10, 22)), customer, Fact::Finding(signature));
}

/// Verdicts on violations, named by their ids: the books are judged first, as the managers see them.
pub fn on_violations(books: &Books, policy: &Policy) -> Vec<Record> {
    let reading = ReportDates { as_of: LAST, on: calendar::later(LAST, 1) };
    let violations = assess(books, policy, reading).violations;
    let mut records = Vec::new();
    let mut decide = |found: Option<&Violation>, after: u64, verdict: Verdict, finding: Finding| {
        records.extend(found.map(|violation| Record {
            at: Some(Moment::day(calendar::working(violation.date + Days::new(after)))),
            contact: None,
            fact: Fact::Finding(Finding { violation: Some(violation.id.clone()), verdict: Some(verdict), ..finding }),
        }));
    };
    let first = |status: Certainty, offence: &str, staff: &str| {
        let fits = |violation: &&Violation| {
            let of = violation.staff.as_ref().map(StaffId::as_str);
            violation.status == status && *violation.offence == *offence && of == Some(staff)
        };
        violations.iter().find(fits)
    };
    let suspected = |offence, staff| first(Certainty::Suspected, offence, staff);
    let recorded = |offence, staff| first(Certainty::Recorded, offence, staff);
    let occupied = Finding { amount: Some(40.into()), ..finding(HE, "occupy", LUO) };
    decide(suspected("occupy-company", HE), 20, Verdict::Confirm, occupied);
    let taken = noted(finding(PENG, "take-resigned", LUO), "未经分配预热离职人员顾客");
    decide(suspected("accept-resigned", PENG), 20, Verdict::Confirm, taken);
    let poached = Finding { severe: true, ..noted(finding(PENG, "poach", LUO), "以低价抢单") };
    decide(suspected("sale-by-non-owner", PENG), 9, Verdict::Confirm, poached);
    let in_hospital = noted(finding(SONG, "late-form", ZHENG), "顾客住院,有家属证明");
    decide(recorded("late-form", SONG), 4, Verdict::Waive, in_hospital);
    let list =
        Finding { amount: Some(60.into()), ..noted(finding(FENG, "late-sales-list", LUO), "影响月度结算") };
    decide(recorded("late-sales-list", FENG), 6, Verdict::Adjust, list);
    records
}
