//! Every obligation that can be written down is refused, or the engine answers it: done it is done, not done it is missed.

use super::super::old_form::{OldDated, OldTrigger};
use super::*;
use crate::domain::{
    Attendance, Books, Channel, Contact, Entry, ExpertCall, Fact, Method, Moment, Outcome, Phone, Preheat, Record,
    Role, Sale, Signup, Source, StaffId, StaffRow, StatedCoverage, Supervision, Visit,
};
use crate::policy::table::read_document;
use crate::policy::{Assessment, Certainty, Policy, ReportDates, assess};
use chrono::{Days, NaiveDate};

const PRESET: &str = include_str!("../../presets/meeting-sales.toml");

/// What an obligation asks for.
#[derive(Debug, Clone, Copy)]
struct Asked {
    trigger: OldTrigger,
    ledger: Kind,
    by: By,
    whose: EvidenceBy,
    method: Option<Method>,
    accompanied: bool,
    dated: OldDated,
}

/// The ledgers of what is done for a customer.
const DONE: [Kind; 4] = [Kind::Preheat, Kind::Visit, Kind::ExpertCall, Kind::Supervision];

fn everything() -> impl Iterator<Item = Asked> {
    let evidence = DONE.into_iter().flat_map(|ledger| {
        let methods = std::iter::once(None).chain(Method::ALL.iter().copied().map(Some));
        methods.flat_map(move |method| EvidenceBy::ALL.iter().map(move |whose| (ledger, *whose, method)))
    });
    let evidence = evidence.flat_map(|it| [false, true].map(|accompanied| (it, accompanied)));
    let evidence = evidence.flat_map(|it| OldDated::ALL.iter().map(move |dated| (it, *dated)));
    let asked = evidence.flat_map(|it| OldTrigger::ALL.iter().map(move |trigger| (it, *trigger)));
    asked.flat_map(|((((ledger, whose, method), accompanied), dated), trigger)| {
        By::ALL.iter().map(move |by| Asked { trigger, ledger, by: *by, whose, method, accompanied, dated })
    })
}

impl Asked {
    fn is_of_state(self) -> bool {
        matches!(self.trigger, OldTrigger::Claim | OldTrigger::Attendance)
    }

    /// Whether missing it could be held against somebody.
    fn can_be_missed(self) -> bool {
        !self.is_of_state() && self.by != By::Manager
    }

    /// Whose row does it.
    fn done_by(self) -> &'static str {
        match (self.whose, self.by, self.ledger) {
            (EvidenceBy::Doer, By::Manager, _) | (EvidenceBy::Anyone, _, Kind::Supervision) => "M",
            (EvidenceBy::Doer, By::Expert, _) | (EvidenceBy::Anyone, _, Kind::ExpertCall) => "E",
            _ => "S",
        }
    }

    fn written(self, more: &str) -> String {
        let Asked { trigger, ledger, by, whose, method, accompanied, dated } = self;
        let window = match self.is_of_state() || trigger == OldTrigger::Month {
            true => "",
            false => "window = { from = 1, to = 5 }\n",
        };
        let method = method.map(|method| format!("method = \"{}\"", method.id()));
        let asked: Vec<String> =
            method.into_iter().chain(accompanied.then(|| "accompanied_by = \"*\"".to_owned())).collect();
        let asked = if asked.is_empty() { String::new() } else { format!(", where = {{ {} }}", asked.join(", ")) };
        let dated = match dated {
            OldDated::At => "",
            OldDated::Submitted => ", dated = [\"submitted\", \"at\"]",
            OldDated::Relayed => ", dated = \"relayed\", same = \"row\"",
        };
        format!(
            "id = \"it\"\ntitle = {{ zh = \"事\", en = \"it\" }}\nclause = \"aftersales-6\"\non = {}\n{window}\
             by = \"{}\"\nevidence = {{ ledger = \"{}\", by = \"{}\"{asked}{dated} }}\n{more}",
            trigger.on(),
            by.id(),
            ledger.id(),
            whose.id(),
        )
    }

    fn faults(self, more: &str) -> Vec<&'static str> {
        match read_document(&self.written(more), raw::Obligation::read) {
            Ok(raw) => unanswerable(&raw).into_iter().map(|(_, message)| message.key).collect(),
            Err(error) => error.faults.iter().map(|fault| fault.message.key).collect(),
        }
    }

    /// The preset with this obligation and no other.
    fn policy(self, more: &str) -> Policy {
        let (before, rest) = PRESET.split_once("[[obligation]]").unwrap();
        let (_, after) = rest.split_once("[sanctions]").unwrap();
        let text = format!("{before}[[obligation]]\n{}\n[sanctions]{after}", self.written(more));
        Policy::parse(&text).unwrap_or_else(|error| panic!("{self:?} {more}: {error:?}"))
    }

    /// The day that starts it.
    fn started(self) -> NaiveDate {
        day(match self.trigger {
            OldTrigger::Claim => "2026-03-02",
            OldTrigger::Attendance => "2026-03-03",
            OldTrigger::MeetingPurchase | OldTrigger::FirstPurchase => "2026-03-04",
            OldTrigger::Month => "2026-04-01",
            OldTrigger::ProblemCall | OldTrigger::VisitCall => "2026-03-10",
        })
    }

    fn deadline(self) -> NaiveDate {
        match self.trigger {
            OldTrigger::Claim => self.started() + Days::new(2),
            OldTrigger::Attendance => day("2026-04-03"),
            OldTrigger::Month => day("2026-04-30"),
            _ => self.started() + Days::new(5),
        }
    }

    /// Whether the trigger's own row says that it was done.
    fn is_of_its_row(self) -> bool {
        self.dated == OldDated::Relayed
    }

    /// Whether anybody could do it: a call is its expert's, and no other's.
    fn can_be_done(self) -> bool {
        !self.is_of_its_row() || self.done_by() == "E"
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(text: &str) -> StaffId {
    StaffId::new(text)
}

fn row(on: NaiveDate, fact: Fact) -> Record {
    let phone = Phone::normalised("13800000001");
    let contact = Contact { customer: None, phone, others: Vec::new(), extension: None };
    Record { at: Some(Moment::day(on)), contact: Some(contact), fact }
}

fn visit(asked: Asked, on: NaiveDate) -> Visit {
    Visit {
        staff: id(asked.done_by()),
        method: Some(asked.method.unwrap_or(Method::Home)),
        accompanied_by: Some(id("E")),
        signed: true,
        submitted: Some(on),
        result: Some(Outcome::Reached),
        next_at: None,
        satisfaction: None,
        problem: None,
        task: None,
        note: None,
    }
}

fn call(expert: &str, relayed: Option<NaiveDate>, problem: bool) -> Fact {
    Fact::ExpertCall(ExpertCall {
        expert: id(expert),
        problem,
        relayed,
        needs_visit: problem,
        solved: None,
        result: None,
        next_at: None,
        task: None,
        note: None,
    })
}

fn preheat(staff: &str, method: Option<Method>) -> Fact {
    let staff = id(staff);
    Fact::Preheat(Preheat { staff, method, reported: None, stamped: false, result: None, task: None, note: None })
}

/// The row that does what is asked for, on that day; none: the trigger's own row says so.
fn evidence(asked: Asked, on: NaiveDate) -> Option<Record> {
    let fact = match asked.ledger {
        Kind::Preheat => preheat(asked.done_by(), asked.method),
        Kind::Visit => Fact::Visit(visit(asked, on)),
        Kind::Supervision => {
            let staff = id(asked.done_by());
            Fact::Supervision(Supervision { staff, visited: true, result: None, task: None, note: None })
        }
        _ => call(asked.done_by(), None, false),
    };
    (!asked.is_of_its_row()).then(|| row(on, fact))
}

/// A customer of S who comes to a meeting and, where that starts it, buys and has a problem; everything else is `more`.
fn books(asked: Asked, relayed: Option<NaiveDate>, more: Option<Record>) -> Books {
    let staff = |number: &str, role| {
        let department = Some("一部".to_owned());
        let fact = Fact::Staff(StaffRow { role: Some(role), department, ..StaffRow::named(number, number) });
        Record { at: None, contact: None, fact }
    };
    let signup = Fact::Signup(Signup {
        channel: Channel::Flyer,
        staff: Some(id("S")),
        taken_by: None,
        referrer: None,
        referrer_phone: Vec::new(),
        household: None,
        reported: None,
        entered: None,
        entered_by: None,
        stamped: false,
        gender: None,
        birthday: None,
        age: None,
        address: None,
        occupation: None,
        income: None,
        interests: None,
    });
    let sale = Fact::Sale(Sale {
        product: None,
        boxes: Some(2),
        amount: None,
        staff: id("S"),
        expert: Some(id("E")),
        place: None,
        event: None,
        handed_in: None,
        handed_in_by: None,
        entered: None,
        entered_by: None,
        to_expert: None,
    });
    let came = Fact::Attendance(Attendance { staff: Some(id("S")), event: None, spoke: false });
    let rows = [
        row(day("2026-03-02"), signup),
        row(day("2026-03-02"), preheat("S", None)),
        row(day("2026-03-03"), came),
        row(day("2026-03-04"), sale),
        row(day("2026-03-10"), call("E", relayed, true)),
    ];
    let happened = match asked.trigger {
        OldTrigger::Claim => 1,
        OldTrigger::Attendance => 3,
        OldTrigger::MeetingPurchase | OldTrigger::FirstPurchase | OldTrigger::Month => 4,
        OldTrigger::ProblemCall | OldTrigger::VisitCall => 5,
    };
    let roster = [
        staff("S", Role::Specialist),
        staff("Z", Role::Specialist),
        staff("M", Role::Manager),
        staff("E", Role::Expert),
    ];
    let rows = roster.into_iter().chain(rows.into_iter().take(happened)).chain(more);
    let entry = |(seq, record)| Entry { seq, source: 0, line: seq as u32 + 1, record };
    Books {
        entries: (1..).zip(rows).map(entry).collect(),
        sources: vec![Source { batch: 1, file: "书.csv".to_owned(), sheet: None }],
        stated: Kind::ALL.map(|kind| StatedCoverage { kind, department: None, through: day("2026-12-31") }).into(),
    }
}

fn on(books: &Books, policy: &Policy, as_of: NaiveDate) -> Assessment {
    assess(books, policy, ReportDates { as_of, on: as_of + Days::new(1) })
}

fn is_listed(assessment: &Assessment) -> bool {
    assessment.tasks.iter().any(|task| &*task.task == "it")
}

/// Who is said to have done that, for certain.
fn held(assessment: &Assessment, offence: &str) -> Vec<String> {
    let of = assessment.violations.iter().filter(|violation| &*violation.offence == offence);
    of.map(|violation| {
        assert_eq!(violation.status, Certainty::Recorded);
        violation.staff.as_ref().unwrap().to_string()
    })
    .collect()
}

fn answered(asked: Asked) {
    let policy = asked.policy("");
    let missed = asked.can_be_missed().then(|| asked.policy("missed = \"missed-visit\""));
    let done_on = asked.started() + Days::new(if asked.trigger == OldTrigger::Claim { 1 } else { 3 });
    let inside = done_on.max(asked.started() + Days::new(2));
    let after = asked.deadline() + Days::new(1);
    let answers = if asked.by == By::Expert { "E" } else { "S" };

    let done = books(asked, Some(done_on).filter(|_| asked.is_of_its_row()), evidence(asked, done_on));
    assert!(!is_listed(&on(&done, &policy, inside)), "{asked:?} is done");
    let open = books(asked, None, None);
    assert!(is_listed(&on(&open, &policy, inside)), "{asked:?} is open");
    if let Some(missed) = &missed {
        assert!(held(&on(&done, missed, after), "missed-visit").is_empty(), "{asked:?} was not missed");
        assert_eq!(held(&on(&open, missed, after), "missed-visit"), [answers], "{asked:?} was missed");
    }
    if asked.ledger != Kind::Visit {
        return;
    }
    // Every word of the evidence matters, and no other does.
    let still_open = |change: &dyn Fn(&mut Visit)| {
        let mut almost = visit(asked, done_on);
        change(&mut almost);
        let books = books(asked, None, Some(row(done_on, Fact::Visit(almost))));
        is_listed(&on(&books, &policy, inside))
    };
    let other = if asked.method == Some(Method::Phone) { Method::Other } else { Method::Phone };
    assert_eq!(still_open(&|visit| visit.method = Some(other)), asked.method.is_some(), "{asked:?} otherwise");
    assert_eq!(still_open(&|visit| visit.accompanied_by = None), asked.accompanied, "{asked:?} alone");
    let is_ones = asked.whose != EvidenceBy::Anyone;
    assert_eq!(still_open(&|visit| visit.staff = id("Z")), is_ones, "{asked:?} by another");
    let submitted = asked.dated == OldDated::Submitted;
    assert_eq!(still_open(&|visit| visit.submitted = Some(after)), submitted, "{asked:?} handed in late");
    assert!(still_open(&|visit| visit.result = Some(Outcome::NoAnswer)), "{asked:?} tried");
    if asked.can_be_missed() {
        let policy = asked.policy(UNSIGNED);
        let unsigned = Visit { signed: false, ..visit(asked, done_on) };
        let unsigned = books(asked, None, Some(row(done_on, Fact::Visit(unsigned))));
        assert_eq!(held(&on(&unsigned, &policy, after), "unsigned-form"), [answers], "{asked:?} unsigned");
        assert!(held(&on(&done, &policy, after), "unsigned-form").is_empty(), "{asked:?} signed");
    }
}

const UNSIGNED: &str = "lacking = { where = { signed = true }, offence = \"unsigned-form\" }";

#[test]
fn every_obligation_is_refused_or_answered() {
    let (mut refused, mut sound) = (0, 0);
    for asked in everything() {
        if asked.faults("").is_empty() {
            if asked.can_be_done() {
                answered(asked);
            }
            sound += 1;
        } else {
            refused += 1;
        }
    }
    let all = OldTrigger::ALL.len() * DONE.len() * By::ALL.len() * EvidenceBy::ALL.len();
    assert_eq!(refused + sound, all * (Method::ALL.len() + 1) * 2 * OldDated::ALL.len());
    assert_eq!(sound, 1015);
}

/// The ways of asking for more, each with the key that is wrong where it is not read.
const MORE: [(&str, &str); 5] = [
    ("listed_before = 2", "policy-fault-unread"),
    ("answers = \"seller\"", "policy-fault-unread"),
    ("with = \"expert\"", "policy-fault-unread"),
    ("missed = \"missed-visit\"", "policy-fault-breach-of-state"),
    ("lacking = { where = { task = \"*\" }, offence = \"unsigned-form\" }", "policy-fault-breach-of-state"),
];

#[test]
fn what_is_not_read_of_an_obligation_is_refused() {
    let plain = |trigger, ledger, by| {
        let is_state = matches!(trigger, OldTrigger::Claim | OldTrigger::Attendance) && ledger != Kind::Supervision;
        let whose = if is_state { EvidenceBy::Owner } else { EvidenceBy::Anyone };
        let method = (trigger == OldTrigger::Attendance && is_state).then_some(Method::Home);
        Asked { trigger, ledger, by, whose, method, accompanied: false, dated: OldDated::At }
    };
    let owner = |trigger, ledger| MORE.map(|(more, _)| plain(trigger, ledger, By::Owner).faults(more).is_empty());
    for (trigger, ledger, [listed, answers, expert, missed, lacking]) in [
        (OldTrigger::Claim, Kind::Preheat, [false, false, false, false, false]),
        (OldTrigger::Attendance, Kind::Visit, [true, false, false, false, false]),
        (OldTrigger::Attendance, Kind::Supervision, [true, false, false, false, false]),
        (OldTrigger::MeetingPurchase, Kind::Visit, [true, true, true, true, true]),
        (OldTrigger::FirstPurchase, Kind::ExpertCall, [true, true, true, true, true]),
        (OldTrigger::Month, Kind::Visit, [true, false, false, true, true]),
        (OldTrigger::ProblemCall, Kind::Visit, [true, false, false, true, true]),
        (OldTrigger::VisitCall, Kind::ExpertCall, [true, false, false, true, true]),
    ] {
        assert_eq!(owner(trigger, ledger), [listed, answers, expert, missed, lacking], "{trigger:?} {ledger:?}");
    }
    for (more, key) in MORE {
        assert_eq!(plain(OldTrigger::Claim, Kind::Preheat, By::Owner).faults(more), [key], "{more}");
    }
    let window = "window = { from = 0, to = 2 }";
    for (trigger, ledger) in [(OldTrigger::Claim, Kind::Preheat), (OldTrigger::Month, Kind::Visit)] {
        assert_eq!(plain(trigger, ledger, By::Owner).faults(window), ["policy-fault-unread"]);
    }
    // Of a manager nobody can say that it was they who missed it; an expert does not sell, and goes along with others.
    let of = |by, more| plain(OldTrigger::FirstPurchase, Kind::Visit, by).faults(more);
    assert_eq!(of(By::Manager, "missed = \"missed-visit\""), ["policy-fault-breach-of-nobody"]);
    assert_eq!(of(By::Manager, UNSIGNED), ["policy-fault-breach-of-nobody"]);
    assert_eq!(of(By::Manager, "answers = \"seller\""), ["policy-fault-answers-not-owner"]);
    assert_eq!(of(By::Expert, "with = \"expert\""), ["policy-fault-with-expert-alone"]);
    assert_eq!(of(By::Owner, "with = \"expert\""), [""; 0]);
}

#[test]
fn a_call_does_not_do_itself_what_it_starts() {
    let asked = Asked {
        trigger: OldTrigger::ProblemCall,
        ledger: Kind::ExpertCall,
        by: By::Expert,
        whose: EvidenceBy::Anyone,
        method: None,
        accompanied: false,
        dated: OldDated::At,
    };
    let text = PRESET.split_once("[[obligation]]").unwrap();
    let after = text.1.split_once("[sanctions]").unwrap().1;
    let written = asked.written("missed = \"missed-visit\"").replace("from = 1", "from = 0");
    let policy = Policy::parse(&format!("{}[[obligation]]\n{written}\n[sanctions]{after}", text.0)).unwrap();
    let after = asked.deadline() + Days::new(1);
    let again = |on| row(on, call("E", None, false));
    assert_eq!(held(&on(&books(asked, None, None), &policy, after), "missed-visit"), ["E"]);
    let next = books(asked, None, Some(again(asked.started() + Days::new(1))));
    assert!(held(&on(&next, &policy, after), "missed-visit").is_empty());
}
