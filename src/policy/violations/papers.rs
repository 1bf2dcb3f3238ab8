//! Papers handed in or entered late.

use crate::domain::{Books, Entry, Message, Sale, Seq, Signup, StaffId};
use crate::policy::Papers;
use crate::policy::books::roster::Roster;
use crate::policy::rules::terms::days_after;
use crate::policy::verdict::draft::DraftViolation;
use crate::policy::{Certainty, ViolationBasis};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What late papers are counted by: the offence, whose paper it is, and of which day; with the deadline.
type Group<'a> = (Arc<str>, Option<&'a StaffId>, NaiveDate, NaiveDate);

/// A paper that came late: what is said of such papers, and what it counts by.
type Late<'a> = (&'static str, Group<'a>);

/// Sales lists and registrations handed in or entered late, one violation per person and day (aftersales-1, resource-1).
pub fn late_papers(books: &Books, roster: &Roster, papers: &Papers, as_of: NaiveDate) -> Vec<DraftViolation> {
    let mut groups: BTreeMap<Group<'_>, (&'static str, Vec<Seq>)> = BTreeMap::new();
    for entry in &books.entries {
        let Some(date) = dated(entry, roster, as_of) else { continue };
        let fact = &entry.record.fact;
        let sale = fact.row().filter(|sale: &&Sale| sale.at_meeting());
        let late_sales = sale.map(|sale| late_sale(sale, date, papers, as_of));
        let late_signups = fact.row().map(|signup| late_signup(signup, date, papers, as_of));
        for (detail, group) in late_sales.into_iter().chain(late_signups).flatten().flatten() {
            groups.entry(group).or_insert((detail, Vec::new())).1.push(entry.seq);
        }
    }
    groups.into_iter().map(draft).collect()
}

/// The day of a row that can make a paper late: up to `as_of`, and not of someone who was not employed.
fn dated(entry: &Entry, roster: &Roster, as_of: NaiveDate) -> Option<NaiveDate> {
    let date = entry.record.at?.date;
    let employed = entry.record.fact.staff().is_none_or(|staff| roster.employed(staff, date));
    (date <= as_of && employed).then_some(date)
}

fn late_sale<'a>(sale: &'a Sale, date: NaiveDate, papers: &Papers, as_of: NaiveDate) -> [Option<Late<'a>>; 2] {
    let Some(handed_in) = sale.handed_in.filter(|day| *day <= as_of) else { return [None, None] };
    let deadline = days_after(date, *papers.sales_list_days.at(date));
    let entered = sale.entered.filter(|day| *day <= as_of);
    let list = (papers.sales_list.clone(), sale.handed_in_by.as_ref(), date, deadline);
    let entry = (papers.sales_entry.clone(), sale.entered_by.as_ref(), handed_in, handed_in);
    [
        (handed_in > deadline).then_some(("policy-detail-late-sales-list", list)),
        (entered > Some(handed_in)).then_some(("policy-detail-late-sales-entry", entry)),
    ]
}

fn late_signup<'a>(signup: &'a Signup, date: NaiveDate, papers: &Papers, as_of: NaiveDate) -> [Option<Late<'a>>; 2] {
    let reported = signup.reported.filter(|day| *day <= as_of);
    let report_due = days_after(date, *papers.report_days.at(date));
    let late_report = signup.staff.as_ref().filter(|_| reported > Some(report_due));
    let report = match report_due == date {
        true => "policy-detail-late-report",
        false => "policy-detail-late-report-by",
    };
    let entry_due = signup.reported.unwrap_or(date);
    let entered = signup.entered.filter(|day| *day <= as_of);
    let entry = (papers.entry.clone(), signup.entered_by.as_ref(), entry_due, entry_due);
    [
        late_report.map(|staff| (report, (papers.report.clone(), Some(staff), date, report_due))),
        (entered > Some(entry_due)).then_some(("policy-detail-late-entry", entry)),
    ]
}

fn draft(((offence, staff, day, deadline), (detail, rows)): (Group<'_>, (&'static str, Vec<Seq>))) -> DraftViolation {
    let message = Message { key: detail, args: Vec::new() }.show("day", day).show("deadline", deadline);
    DraftViolation {
        key: format!("{}|{day}", staff.map_or("", StaffId::as_str)),
        date: deadline,
        offence,
        certainty: Certainty::Recorded,
        staff: staff.cloned(),
        person: None,
        detail: message.with("count", rows.len()),
        rows,
        basis: ViolationBasis::Papers { day, deadline },
        finding: None,
        rulings: Vec::new(),
    }
}
