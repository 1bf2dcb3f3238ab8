//! What a ledger row says, in a sentence: who did what, and the values that matter.

use super::page_writer::{ExplainedSentence, Teller};
use crate::domain::{
    Entry, ExpertCall, Fact, Finding, Message, Method, Moment, Outcome, Phone, Sale, Seq, Signup, StaffId, Stop, Visit,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;

impl Teller<'_> {
    /// The row as a sentence; with the customer where the household has several phones.
    pub fn row(&self, entry: &Entry, with_customer: bool) -> String {
        let mut parts = self.parts(&entry.record.fact);
        if let Some(contact) = entry.record.contact.as_ref().filter(|_| with_customer) {
            let who = self.customer(contact.customer.as_deref(), &contact.phone);
            parts.push(Message::new("explain-row-customer").with("who", who));
        }
        let said: Vec<String> = parts.iter().map(|part| self.say(part)).collect();
        self.joined(&said)
    }

    /// A row as evidence: its day, what it says and where it stands; with its papers' days where they are in question.
    pub fn evidence(&self, row: Seq, papers: bool) -> Option<ExplainedSentence> {
        let entry = self.entry(row)?;
        let at = entry.record.at.map(Moment::said).unwrap_or_default();
        let mut said = vec![self.row(entry, true)];
        if papers {
            said.extend(self.papers(entry));
        }
        let text = format!("{at} {}", self.joined(&said)).trim_start().to_owned();
        Some(ExplainedSentence { text, clause: None, rows: self.rows(&[row]) })
    }

    fn staff_arg(&self, key: &'static str, staff: &StaffId) -> Message {
        Message::new(key).with("staff", self.presenter.staff(staff))
    }

    fn parts(&self, fact: &Fact) -> Vec<Message> {
        let by = |key, staff: &StaffId| vec![self.staff_arg(key, staff)];
        let text = |key, text: &Option<String>| text.as_ref().map(|text| Message::new(key).with("text", text.as_str()));
        match fact {
            Fact::Staff(row) => {
                let left = row.left.map(|day| Message::new("explain-row-left").show("day", day));
                let key = if left.is_some() { "explain-row-staff" } else { "explain-row-roster" };
                let from = row.from.map(|day| Message::new("explain-row-from").show("day", day));
                by(key, &row.staff_id).into_iter().chain(left).chain(from).collect()
            }
            Fact::Wage(row) => {
                let sum = |key, sum: Option<Decimal>| sum.map(|sum| Message::new(key).show("amount", sum));
                let main = self.staff_arg("explain-row-wage", &row.staff).show("month", row.month);
                let sums = [sum("explain-row-payable", row.payable), sum("explain-row-base", row.base)];
                std::iter::once(main).chain(sums.into_iter().flatten()).collect()
            }
            Fact::Signup(row) => self.signup(row),
            Fact::Preheat(row) => {
                let method = row.method.map(|method| self.method(Some(method)));
                let result = row.result.map(|result| self.outcome(result));
                by("explain-row-preheat", &row.staff).into_iter().chain(method).chain(result).collect()
            }
            Fact::Invite(row) => {
                by("explain-row-invite", &row.staff).into_iter().chain(text("explain-row-event", &row.event)).collect()
            }
            Fact::Attendance(row) => {
                let main = match &row.staff {
                    Some(staff) => self.staff_arg("explain-row-attendance", staff),
                    None => Message::new("explain-row-attendance-alone"),
                };
                [Some(main), text("explain-row-event", &row.event)].into_iter().flatten().collect()
            }
            Fact::Sale(row) => self.sale(row),
            Fact::Return(row) => vec![Message::new("explain-row-return").with("boxes", u64::from(row.boxes))],
            Fact::Visit(row) => self.visit(row),
            Fact::ExpertCall(row) => self.expert_call(row),
            Fact::Supervision(row) => {
                let result = row.result.map(|result| self.outcome(result));
                by("explain-row-supervision", &row.staff).into_iter().chain(result).collect()
            }
            Fact::Complaint(row) => {
                [Some(Message::new("explain-row-complaint")), text("explain-row-subject", &row.subject)]
                    .into_iter()
                    .flatten()
                    .collect()
            }
            Fact::Assignment(row) => by("explain-row-assignment", &row.staff)
                .into_iter()
                .chain(text("explain-row-decided-by", &row.decided_by))
                .collect(),
            Fact::Handover(row) => by("explain-row-handover", &row.staff)
                .into_iter()
                .chain(text("explain-row-received-by", &row.received_by))
                .collect(),
            Fact::Stop(row) => self.stop(row),
            Fact::Household(row) => {
                let relation = row.relation.as_deref().unwrap_or("—");
                vec![Message::new("explain-row-kin").with("relation", relation)]
            }
            Fact::Finding(row) => self.finding(row),
            Fact::Service(row) => vec![Message::new("explain-row-service").with("what", row.r#type.as_str())],
        }
    }

    /// When its papers were handed in and entered, and by whom, as far as the row says.
    pub fn papers(&self, entry: &Entry) -> Vec<String> {
        let on = |key: &'static str, day: Option<NaiveDate>, by: Option<&StaffId>| {
            let by = by.map_or_else(|| "—".to_owned(), |id| self.presenter.staff(id));
            day.map(|day| self.say(&Message { key, args: Vec::new() }.show("day", day).with("by", by)))
        };
        let papers = match &entry.record.fact {
            Fact::Signup(row) => [
                on("explain-row-reported", row.reported, None),
                on("explain-row-entered", row.entered, row.entered_by.as_ref()),
            ],
            Fact::Sale(row) => [
                on("explain-row-handed-in", row.handed_in, row.handed_in_by.as_ref()),
                on("explain-row-entered", row.entered, row.entered_by.as_ref()),
            ],
            _ => [None, None],
        };
        papers.into_iter().flatten().collect()
    }

    fn signup(&self, row: &Signup) -> Vec<Message> {
        let main = match &row.staff {
            Some(staff) => self.staff_arg("explain-row-signup", staff),
            None => Message::new("explain-row-signup-nobody"),
        };
        let phone = |phone: &Phone| self.presenter.phone(phone);
        let referrer = match (row.referrer.as_deref(), row.referrer_phone.first()) {
            (Some(name), Some(number)) => Some(format!("{name} {}", phone(number))),
            (Some(name), None) => Some(name.to_owned()),
            (None, number) => number.map(phone),
        };
        let number = row.household.as_deref();
        [
            Some(main.with("channel", self.presenter.word("channel", row.channel.id()))),
            referrer.map(|who| Message::new("explain-row-referrer").with("who", who)),
            number.map(|number| Message::new("explain-row-number").with("number", number)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn sale(&self, row: &Sale) -> Vec<Message> {
        let goods = match (row.product.as_deref(), row.boxes) {
            (Some(product), boxes) => Some((product, boxes.unwrap_or(0))),
            (None, Some(boxes)) => Some(("", boxes)),
            (None, None) => None,
        };
        let place = row.place.map_or("meeting", |place| place.id());
        [
            Some(self.staff_arg("explain-row-sale", &row.staff).with("place", self.presenter.word("place", place))),
            goods.map(|(product, boxes)| {
                Message::new("explain-row-goods").with("product", product).with("boxes", u64::from(boxes))
            }),
            row.amount.map(|amount| Message::new("explain-row-amount").show("amount", amount)),
            row.expert.as_ref().map(|expert| self.staff_arg("explain-row-expert", expert)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn visit(&self, row: &Visit) -> Vec<Message> {
        [
            Some(self.staff_arg("explain-row-visit", &row.staff)),
            Some(self.method(row.method)),
            row.result.map(|result| self.outcome(result)),
            row.accompanied_by.as_ref().map(|expert| self.staff_arg("explain-row-accompanied", expert)),
            Some(Message::new(if row.signed { "explain-row-signed" } else { "explain-row-unsigned" })),
            row.submitted.map(|day| Message::new("explain-row-submitted").show("day", day)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn expert_call(&self, row: &ExpertCall) -> Vec<Message> {
        [
            Some(self.staff_arg("explain-row-expert-call", &row.expert)),
            row.result.map(|result| self.outcome(result)),
            row.problem.then(|| Message::new("explain-row-problem")),
            row.relayed.map(|day| Message::new("explain-row-relayed").show("day", day)),
            row.needs_visit.then(|| Message::new("explain-row-needs-visit")),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn stop(&self, row: &Stop) -> Vec<Message> {
        let reason = row.reason.map_or_else(|| "—".to_owned(), |reason| self.presenter.word("stop", reason.id()));
        let resumed = row.resumed.map(|day| Message::new("explain-row-resumed").show("day", day));
        [Some(Message::new("explain-row-stop").with("reason", reason)), resumed].into_iter().flatten().collect()
    }

    fn finding(&self, row: &Finding) -> Vec<Message> {
        let verdict = row.verdict.map(|verdict| {
            Message::new("explain-row-verdict").with("verdict", self.presenter.word("verdict", verdict.id()))
        });
        [
            Some(
                self.staff_arg("explain-row-finding", &row.staff).with("offence", self.presenter.offence(&row.offence)),
            ),
            verdict,
            row.decided_by.as_ref().map(|by| Message::new("explain-row-found-by").with("text", by.as_str())),
            row.note.as_ref().map(|note| Message::new("explain-row-note").with("text", note.as_str())),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// How contact was made.
    pub fn method(&self, method: Option<Method>) -> Message {
        Message::new("explain-row-method")
            .with("method", self.presenter.word("method", method.map_or("none", Method::id)))
    }

    /// How it ended.
    pub fn outcome(&self, outcome: Outcome) -> Message {
        Message::new("explain-row-outcome").with("outcome", self.presenter.word("outcome", outcome.id()))
    }
}
