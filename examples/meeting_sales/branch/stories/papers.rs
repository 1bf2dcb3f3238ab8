//! Papers that come late: sales lists, reports, entries.

use super::Stage;
use crate::branch::calendar::{at, day, later};
use crate::branch::staff::{self, FIRST_DEPARTMENT, GAO, PENG, SECOND_DEPARTMENT, THIRD_DEPARTMENT};
use chrono::NaiveDate;
use huifang::domain::{Channel, Fact, Record, Sale, Signup};

pub fn tell(stage: &mut Stage) {
    reported_late(stage);
    let records = stage.diary.records_mut();
    listed_late(records, day(8, 22), FIRST_DEPARTMENT, |sale| {
        sale.handed_in = Some(day(8, 25));
        sale.handed_in_by = None;
        sale.entered = Some(day(8, 25));
    });
    for (meeting, department) in [(day(9, 12), SECOND_DEPARTMENT), (day(10, 10), THIRD_DEPARTMENT)] {
        listed_late(records, meeting, department, |sale| {
            sale.handed_in = Some(later(meeting, 3));
            sale.entered = Some(later(meeting, 3));
        });
    }
    listed_late(records, day(10, 17), FIRST_DEPARTMENT, |sale| sale.entered = Some(day(10, 20)));
    entered_late(records, day(9, 30), |signup| signup.entered = Some(day(10, 4)));
    entered_late(records, day(8, 21), |signup| signup.entered = Some(day(8, 22)));
}

/// Three new customers that two specialists told of a day late.
fn reported_late(stage: &mut Stage) {
    for (day, staff) in [(day(8, 19), GAO), (day(9, 24), PENG), (day(10, 8), GAO)] {
        let customer = stage.someone();
        stage.diary.signup_with(at(day, 17, 30), &customer, Channel::Flyer, staff, |row| {
            row.reported = Some(later(day, 1));
            row.entered = Some(later(day, 1));
        });
        stage.diary.preheat(at(later(day, 1), 10, 0), &customer, staff);
    }
}

fn listed_late(records: &mut [Record], meeting: NaiveDate, department: &str, change: impl Fn(&mut Sale)) {
    for record in records.iter_mut().filter(|record| record.at.is_some_and(|at| at.date == meeting)) {
        if let Fact::Sale(sale) = &mut record.fact
            && sale.at_meeting()
            && staff::department(sale.staff.as_str(), meeting) == department
        {
            change(sale);
        }
    }
}

/// The clerk was away that day, so what came in was entered later.
fn entered_late(records: &mut [Record], day: NaiveDate, change: impl Fn(&mut Signup)) {
    for record in records.iter_mut().filter(|record| record.at.is_some_and(|at| at.date == day)) {
        if let Fact::Signup(signup) = &mut record.fact {
            change(signup);
        }
    }
}
