//! Follow-up visits (客户回访表).

use super::cells::RowCells;
use super::column::{at, customer, may, need, phone};
use super::description::{Ledger, LedgerNeed, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{DATE, METHOD, NEXT, NOTE, RESULT, STAFF, TASK, VISIT_DATE, VISIT_NOTE};
use super::telling::{PartValue, RowPart, said};
use super::value::{ColumnType as T, ToValue, WordList, YesNoWords};
use crate::domain::{Method, Outcome, Role, StaffId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A follow-up visit (客户回访表), at home or otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Who made it.
    pub staff: StaffId,
    /// None is not a home visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    /// The expert who came along (陪同专家).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accompanied_by: Option<StaffId>,
    /// Whether the customer signed in person.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signed: bool,
    /// The day the form was handed in; none: the visit's own day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted: Option<NaiveDate>,
    /// How it ended; none: they were reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<Outcome>,
    /// The day agreed for the next one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_at: Option<NaiveDate>,
    /// 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfaction: Option<u8>,
    /// What troubles the customer, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// The numbers of the tasks it answers (回访单号), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
    /// Remarks as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Who signed says more than yes or no.
static SIGNED: YesNoWords = YesNoWords {
    yes: &["本人", "手印", "本人签名", "本人手印", "按手印", "已签", "本人已签", "已签名"],
    no: &["家属代签", "代签", "家属", "他人代签", "拒签", "未签", "未签名", "没签"],
    offered: &["本人", "手印", "家属代签", "拒签", "无"],
};

impl LedgerRow for Visit {
    const LEDGER: &'static Ledger = &Ledger {
        id: "visit",
        chinese: "客户回访表",
        named: &["客户回访表", "客户回访", "顾客回访", "回访", "visits"],
        columns: Self::COLUMNS,
        turn: Some(7),
        kept_until: &[F::Submitted],
        needed: LedgerNeed::Next,
        ..Ledger::USUAL
    };

    columns![
        at(&[VISIT_DATE, &["上门日期", "拜访日期", "上门时间", "拜访时间", "联系时间", "沟通时间", "visitdate"], DATE]),
        customer(),
        phone(),
        need(F::Staff, T::Staff(None), &[STAFF, &["回访专员"]], |row| row.staff.value()),
        may(F::Method, T::Word(WordList::Method), &[METHOD], |row| row.method.value()),
        may(F::Accompanied, T::Staff(Some(Role::Expert)), &[&["陪同专家", "陪同人", "陪同人员"]], |row| row
            .accompanied_by
            .value()),
        may(F::Signed, T::YesNo(&SIGNED), &[&["本人签名", "顾客签名", "客户签名", "签名"]], |row| row
            .signed
            .value()),
        may(F::Submitted, T::Day, &[&["交回日期", "交回时间", "交表日期"]], |row| row.submitted.value()),
        may(F::Result, T::Word(WordList::Outcome), &[RESULT], |row| row.result.value()),
        may(F::NextAt, T::Day, &[NEXT], |row| row.next_at.value()),
        may(
            F::Satisfaction,
            T::Grade,
            &[&[
                "满意度",
                "服务满意度",
                "整体满意度",
                "评价等级",
                "回访评分",
                "客户满意度",
                "顾客满意度",
                "满意程度",
                "是否满意"
            ]],
            |row| row.satisfaction.value()
        ),
        may(F::Problem, T::Prose, &[&["问题", "存在问题", "顾客问题", "客户问题"]], |row| row
            .problem
            .value()),
        may(F::Task, T::Code, &[TASK], |row| row.task.value()),
        may(F::Note, T::Prose, &[NOTE, VISIT_NOTE], |row| row.note.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let staff = cells.needed_staff(F::Staff);
        let method = cells.word(F::Method);
        let accompanied_by = cells.staff(F::Accompanied);
        let signed = cells.yes(F::Signed);
        let submitted = cells.paper(F::Submitted);
        let result = cells.word(F::Result);
        let next_at = cells.next(F::NextAt);
        let satisfaction = cells.grade(F::Satisfaction);
        let problem = cells.text(F::Problem);
        let task = cells.text(F::Task);
        let note = cells.note();
        let staff = staff?;
        Some(Visit {
            staff,
            method,
            accompanied_by,
            signed,
            submitted,
            result,
            next_at,
            satisfaction,
            problem,
            task,
            note,
        })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        let method = PartValue::Word("method", self.method.map_or("none", Method::id));
        let signed = if self.signed { "explain-row-signed" } else { "explain-row-unsigned" };
        said([
            Some(RowPart::by("explain-row-visit", &self.staff)),
            Some(RowPart::new("explain-row-method").place("method", method)),
            self.result.map(|result| {
                RowPart::new("explain-row-outcome").place("outcome", PartValue::Word("outcome", result.id()))
            }),
            self.accompanied_by.as_ref().map(|expert| RowPart::by("explain-row-accompanied", expert)),
            Some(RowPart::new(signed)),
            RowPart::day("explain-row-submitted", self.submitted),
            RowPart::day("explain-row-next", self.next_at),
        ])
    }

    fn staff(&self) -> Option<&StaffId> {
        Some(&self.staff)
    }

    fn task(&self) -> Option<&str> {
        self.task.as_deref()
    }

    fn result(&self) -> Option<Outcome> {
        self.result
    }

    fn compared(&self) -> Option<Self> {
        self.task.is_some().then(|| Self { task: None, ..self.clone() })
    }
}
