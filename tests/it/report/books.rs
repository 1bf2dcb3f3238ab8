//! A small month of conclusions, made by hand: two departments, an expert, a name that tries to steer the terminal.

use chrono::NaiveDate;
use huifang::domain::{
    Books, Entry, Fact, Lang, Message, Moment, Phone, PhoneMasks, Record, Role, Sale, Source, StaffId, StaffRow, Visit,
};
use huifang::policy::{
    Action, Assessment, CausingRows, Certainty, ClaimView, Cost, Grounds, Household, HouseholdStatus, Policy, Pricing,
    ReportDates, Roster, Subject, Task, Urgency, Violation, ViolationBasis,
};
use huifang::report::*;
use huifang::texts::Texts;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn phone(text: &str) -> Phone {
    Phone::normalised(text)
}

pub fn id(text: &str) -> StaffId {
    StaffId::new(text)
}

/// The rules of the preset.
pub fn policy() -> Policy {
    Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap()
}

pub fn staff(number: &str, name: &str, role: Role, department: Option<&str>, wage: Option<&str>) -> StaffRow {
    StaffRow {
        role: Some(role),
        department: department.map(str::to_owned),
        monthly_wage: wage.map(|wage| wage.parse().unwrap()),
        ..StaffRow::named(number, name)
    }
}

pub fn task(number: &str, obligation: &str, assignee: Option<&str>, due: &str, urgency: Urgency, whose: &str) -> Task {
    Task {
        id: format!("T{number}"),
        task: obligation.into(),
        clause: Some("aftersales-6".into()),
        behind: CausingRows::new(1),
        urgency,
        due: day(due),
        window_start: day("2026-03-01"),
        assignee: assignee.map(id),
        with: (obligation == "expert-7d").then(|| id("E")),
        phone: phone(whose),
        customer: Some("王五".to_owned()),
        household: phone("13800000001"),
        trigger: day("2026-02-27"),
        call: phone(whose),
        covered: true,
        covered_until: None,
        subject: Subject::Person,
        department: None,
    }
}

pub fn household(key: &str, status: HouseholdStatus) -> Household {
    Household {
        key: phone(key),
        members: vec![phone(key)],
        status,
        owner: None,
        since: None,
        clause: None,
        claims: Vec::new(),
        protected_until: None,
        attended: false,
        client: false,
        events: Vec::new(),
        history: Vec::new(),
        passed: Vec::new(),
        turned: Vec::new(),
        prospects: Vec::new(),
    }
}

pub fn violation(number: &str, date: &str, offence: &str, staff: Option<&str>, status: Certainty) -> Violation {
    Violation {
        id: format!("V{number}"),
        date: day(date),
        offence: offence.into(),
        grounds: Grounds::new("aftersales-2".into(), 1),
        status,
        staff: staff.map(id),
        phone: Some(phone("13800000001")),
        household: Some(phone("13800000001")),
        subject: Subject::Person,
        department: None,
        cost: Cost::Yuan(50.into()),
        action: None,
        occurrence: None,
        detail: Message::new("report-only-from").show("day", day(date)),
        basis: ViolationBasis::Found,
        pricing: Pricing::default(),
        rulings: Vec::new(),
    }
}

fn claim(staff: &str, at: &str, deadline: &str, preheated: Option<&str>) -> ClaimView {
    ClaimView { staff: id(staff), at: day(at), deadline: day(deadline), preheated: preheated.map(day) }
}

/// The history of people of whom no more is known.
pub fn staffing(rows: &[StaffRow]) -> Roster {
    let record = |row: &StaffRow| Record { at: None, contact: None, fact: Fact::Staff(row.clone()) };
    let entry = |(seq, row): (u64, &StaffRow)| Entry { seq, source: 0, line: 2, record: record(row) };
    Roster::of(&Books { entries: (1..).zip(rows).map(entry).collect(), ..Books::default() })
}

/// What the rules concluded as of 2026-03-05.
pub fn assessment() -> Assessment {
    let roster = [
        staff("A", "甲", Role::Specialist, Some("一部"), Some("4350")),
        staff("B", "=乙", Role::Specialist, Some("二部"), None),
        staff("E", "戊\u{1b}[31m", Role::Expert, None, Some("1000.01")),
    ];
    let with_customer = |name: Option<&str>, task: Task| Task { customer: name.map(str::to_owned), ..task };
    Assessment {
        reading: ReportDates { as_of: day("2026-03-05"), on: day("2026-03-06") },
        staffing: staffing(&roster),
        roster: roster.into_iter().map(|row| (row.staff_id.clone(), row)).collect(),
        households: vec![
            Household {
                members: vec![phone("13900000009"), phone("13800000003")],
                owner: Some(id("A")),
                since: Some(day("2026-02-01")),
                clause: Some("resource-6".into()),
                claims: vec![
                    claim("B", "2026-03-02", "2026-03-05", Some("2026-03-03")),
                    claim("A", "2026-03-04", "2026-03-06", None),
                ],
                protected_until: Some(day("2026-03-27")),
                attended: true,
                ..household("13800000003", HouseholdStatus::Owned)
            },
            Household { client: true, attended: true, ..household("13800000001", HouseholdStatus::Company) },
            household("02112345678", HouseholdStatus::Free),
        ],
        tasks: vec![
            task("3", "expert-7d", Some("A"), "2026-03-08", Urgency::Upcoming, "13800000002"),
            with_customer(None, task("1", "preheat", None, "2026-03-04", Urgency::Overdue, "13800000001")),
            with_customer(
                Some("\u{9b}31m欧阳\n娜娜"),
                task("2", "preheat", Some("B"), "2026-03-06", Urgency::Due, "13800000001"),
            ),
            task("4", "preheat", Some("A"), "2026-03-04", Urgency::Overdue, "13800000001"),
        ],
        violations: vec![
            Violation {
                grounds: Grounds::new("aftersales-2".into(), 3).and([1, 2]),
                ..violation("4", "2026-03-01", "late-form", Some("A"), Certainty::Recorded)
            },
            Violation {
                cost: Cost::Yuan("820.005".parse().unwrap()),
                action: Some(Action::Dismissal),
                ..violation("1", "2026-03-31", "poach", Some("A"), Certainty::Upheld)
            },
            Violation {
                cost: Cost::WageUnknown,
                phone: None,
                household: None,
                ..violation("2", "2026-03-15", "poach", Some("B"), Certainty::Upheld)
            },
            violation("3", "2026-03-15", "late-form", Some("B"), Certainty::Pending),
            Violation { cost: Cost::None, ..violation("5", "2026-03-15", "poach", Some("E"), Certainty::Suspected) },
            violation("6", "2026-03-15", "late-form", None, Certainty::Recorded),
            violation("7", "2026-03-15", "late-form", Some("K"), Certainty::Waived),
            Violation {
                action: Some(Action::Resignation),
                occurrence: Some(2),
                ..violation("8", "2026-04-01", "late-report", Some("A"), Certainty::Recorded)
            },
        ],
        observations: Vec::new(),
    }
}

/// The rows the conclusions name: two of a sheet of sales, one of a file of visits.
pub fn books() -> Books {
    let sale = Sale {
        product: None,
        boxes: None,
        amount: None,
        staff: id("A"),
        expert: None,
        place: None,
        event: None,
        handed_in: None,
        handed_in_by: None,
        entered: None,
        entered_by: None,
        to_expert: None,
    };
    let visit = Visit {
        staff: id("A"),
        method: None,
        accompanied_by: None,
        signed: false,
        submitted: None,
        result: None,
        next_at: None,
        satisfaction: None,
        problem: None,
        task: None,
        note: None,
    };
    let record = |fact| Record { at: Some(Moment::day(day("2026-02-27"))), contact: None, fact };
    Books {
        entries: vec![
            Entry { seq: 1, source: 0, line: 6, record: record(Fact::Sale(sale.clone())) },
            Entry { seq: 2, source: 0, line: 5, record: record(Fact::Sale(sale)) },
            Entry { seq: 3, source: 1, line: 10, record: record(Fact::Visit(visit)) },
        ],
        sources: vec![
            Source { batch: 1, file: "2月.xlsx".to_owned(), sheet: Some("出货".to_owned()) },
            Source { batch: 1, file: "回访.csv".to_owned(), sheet: None },
        ],
        stated: Vec::new(),
    }
}

/// What a speaker needs.
pub struct Stage {
    pub texts: Texts,
    pub policy: Policy,
    pub assessment: Assessment,
    pub books: Books,
    pub reveal: bool,
    pub masks: PhoneMasks,
}

impl Stage {
    /// The small month, told in that language.
    pub fn new(lang: Lang) -> Self {
        Stage {
            texts: Texts::new(lang),
            policy: policy(),
            assessment: assessment(),
            books: books(),
            reveal: false,
            masks: PhoneMasks::default(),
        }
    }

    pub fn speaker(&self) -> Presenter<'_> {
        Presenter {
            texts: &self.texts,
            policy: &self.policy,
            roster: &self.assessment.roster,
            reveal: self.reveal,
            masks: &self.masks,
        }
    }

    pub fn violations(&self, of: ViolationsOf<'_>) -> Vec<ViolationRow> {
        violations(&self.assessment, &self.books, of, &self.speaker())
    }

    pub fn call_list(&self) -> CallList<'static> {
        CallList {
            rows: due(&self.assessment, &self.books, None),
            expiring: Vec::new(),
            lags: Vec::new(),
            left: None,
            reading: self.assessment.reading,
            staff: None,
        }
    }

    pub fn fines(&self, by: FinesBy) -> Vec<FineRow> {
        fines(&self.assessment, &self.policy.sanctions, "2026-03".parse().unwrap(), by)
    }

    /// All four reports laid out, by name.
    pub fn listings(&self, medium: Medium) -> [(&'static str, Listing); 4] {
        let (speaker, reading) = (self.speaker(), self.assessment.reading);
        let (month, owned) = ("2026-03".parse().unwrap(), OwnersOf::default());
        let due = self.call_list();
        let owners = owners_list(&self.assessment, &self.books, owned);
        let violations = self.violations(ViolationsOf::default());
        let fines = self.fines(FinesBy::Staff);
        [
            ("due", due_listing(&due, DueBy::Staff, medium, &speaker)),
            ("owners", owners_listing(&owners, medium, &speaker)),
            ("violations", violations_listing(&violations, reading.as_of, ViolationsOf::default(), medium, &speaker)),
            ("fines", fines_listing(&fines, reading.as_of, month, FinesBy::Staff, medium, &speaker)),
        ]
    }
}
