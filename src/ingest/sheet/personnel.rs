//! Which tables that name members of staff are the roster (员工花名册): by what only rosters have, and by nothing that only
//! other sheets have. A time clock, a list of results or of customers must never write over people, roles and days.

use crate::domain::{Arg, Field, Kind, Message};
use crate::ingest::sheet::columns::{ColumnMap, ReadHeading};
use crate::ingest::sheet::headings::HeadingMeaning;
use crate::ingest::sheet::labels;
use crate::ingest::text::fold;
use std::ops::Range;

/// What a machine at the door writes down; no ledger of customers has such columns.
const CLOCK: &[&str] = &["打卡", "考勤", "上班", "下班", "迟到", "早退", "旷工", "缺勤", "clockin", "clockout"];

/// What is reckoned or told of people in other sheets than a roster. Every word stands for all headings that hold it.
const ELSEWHERE: &[&str] = &[
    "出勤",
    "签退",
    "加班",
    "请假",
    "工时",
    "排班",
    "班次",
    "月份",
    "年月",
    "年度",
    "季度",
    "业绩",
    "销量",
    "销售额",
    "提成",
    "奖金",
    "奖励",
    "罚款",
    "绩效",
    "考核",
    "得分",
    "评分",
    "分数",
    "成绩",
    "排名",
    "名次",
    "完成率",
    "达成",
    "指标",
    "任务",
    "应发",
    "实发",
    "应付",
    "实付",
    "扣款",
    "扣除",
    "个税",
    "客户",
    "顾客",
    "产品",
    "商品",
    "订单",
    "回访",
    "跟进",
    "拜访",
    "score",
    "kpi",
    "rank",
    "bonus",
    "payable",
];

/// Days and dates that a roster may well have beside those of coming and going.
const PERSONAL: &[&str] = &[
    "出生", "生日", "入职", "入司", "入党", "入团", "入伍", "离", "转正", "合同", "试用", "毕业", "工作", "生效",
    "调岗", "调动", "调任", "任职", "签订", "续签", "到期", "终止", "证件", "证书", "有效", "社保", "参保", "更新",
    "填表", "制表",
];

/// What a table read as a roster is instead.
#[derive(Debug, PartialEq)]
pub enum RosterVerdict {
    Roster,
    /// It is none, and nobody would have taken it for one.
    Other,
    /// It is none, though it numbers and names staff: why.
    Not(Message),
}

/// Whether this table, whose columns were read as a roster's, is one. `is_named`: the file, the sheet or the title calls it
/// so.
pub fn verdict(columns: &ColumnMap, headings: &[ReadHeading], range: Range<usize>, is_named: bool) -> RosterVerdict {
    let has = |field| columns.of(field).is_some();
    let others = elsewhere(&headings[range.clone()]);
    let has_own = is_named || [Field::Role, Field::Hired, Field::Left, Field::Employment].into_iter().any(has);
    match (columns.missing().as_slice(), others.is_empty()) {
        ([], false) => {
            let others = others.into_iter().map(|text| labels::cell(text).into()).collect();
            RosterVerdict::Not(Message::new("ingest-roster-other").with("others", Arg::List(others)))
        }
        ([], true) if has_own => RosterVerdict::Roster,
        ([], true) => RosterVerdict::Not(Message::new("ingest-roster-nothing-own")),
        (_, false) => RosterVerdict::Other,
        // Rows are numbered so in every sheet; whose number it is must be said.
        ([Field::StaffId], true) if has_own && numbering(&headings[range]) => {
            RosterVerdict::Not(Message::new("ingest-roster-numbering"))
        }
        // Said to be incomplete.
        _ => RosterVerdict::Roster,
    }
}

fn numbering(headings: &[ReadHeading]) -> bool {
    headings.iter().any(|heading| ["编号", "人员编号"].contains(&fold::word(&heading.text).as_str()))
}

/// The headings of a time clock among these.
pub fn clock(headings: &[ReadHeading]) -> Vec<&str> {
    let own = written(headings).filter(|heading| holds(&fold::word(&heading.text), CLOCK));
    own.map(|heading| heading.text.trim()).collect()
}

/// Whether a table with headings of a time clock is a ledger of customers for all that: the heading of its day tells which
/// one. Somebody clocks in at a visit, too.
pub fn is_told(columns: &ColumnMap, headings: &[ReadHeading]) -> bool {
    let day = columns.of(Field::At).map(|at| headings[at].kinds);
    columns.of(Field::Phone).is_none() || (columns.kind != Kind::Attendance && day.is_some_and(|kinds| kinds <= 3))
}

/// Whether a table that could be the wage ledger's gives sums of a month, and is no time clock's.
pub fn is_of_wages(columns: &ColumnMap, headings: &[ReadHeading]) -> bool {
    let gives = |field| columns.of(field).is_some();
    (gives(Field::Payable) || gives(Field::Base)) && clock(headings).is_empty()
}

/// The headings that no roster has.
fn elsewhere(headings: &[ReadHeading]) -> Vec<&str> {
    let in_kind = |heading: &&ReadHeading, kind| heading.meanings.iter().any(|it| it.kind == kind);
    let foreign: Vec<&ReadHeading> = written(headings).filter(|it| !in_kind(it, Kind::Staff)).collect();
    let means = |heading: &ReadHeading, field| heading.meanings.iter().any(|it| it.field == field);
    // A telephone is the employee's own, and a manager is a manager; a specialist beside a telephone is a customer's.
    let has_phone = foreign.iter().any(|it| means(it, Field::Phone));
    let is_specialist = |heading: &ReadHeading| {
        let of = |it: &HeadingMeaning| it.field == Field::Staff && it.kind == Kind::Visit;
        has_phone && heading.meanings.iter().any(of)
    };
    let is_other = |heading: &ReadHeading| match heading.meanings.is_empty() {
        true => {
            let word = fold::word(&heading.text);
            holds(&word, CLOCK) || holds(&word, ELSEWHERE) || is_dated(&word)
        }
        false => is_specialist(heading) || !heading.meanings.iter().any(|it| may_stand(it.field)),
    };
    foreign.into_iter().filter(|heading| is_other(heading)).map(|heading| heading.text.trim()).collect()
}

fn written(headings: &[ReadHeading]) -> impl Iterator<Item = &ReadHeading> {
    headings.iter().filter(|heading| !heading.text.trim().is_empty())
}

fn holds(word: &str, any: &[&str]) -> bool {
    any.iter().any(|part| word.contains(part))
}

/// What a roster may say of its people, though it is no column of the ledger.
const fn may_stand(field: Field) -> bool {
    field.is_descriptive()
        || matches!(
            field,
            Field::Phone
                | Field::AltPhone
                | Field::RelatedPhone
                | Field::Relation
                | Field::Referrer
                | Field::ReferrerPhone
                | Field::Channel
                | Field::Staff
                | Field::Entered
                | Field::EnteredBy
        )
}

/// Whether it dates something that is no matter of a roster, or is a day, a weekday or a month of a table over time.
fn is_dated(word: &str) -> bool {
    let dates = ["日期", "时间"].iter().any(|end| word.ends_with(end));
    let number = word.trim_end_matches(['日', '号', '月']);
    let is_column_of_time = !number.is_empty() && number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_weekday = ["周", "星期"]
        .iter()
        .filter_map(|start| word.strip_prefix(start))
        .any(|day| day.chars().count() == 1 && "一二三四五六日天".contains(day));
    (dates && !holds(word, PERSONAL)) || is_column_of_time || is_weekday
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::sheet::headings::Headings;
    use crate::ingest::sheet::layout::headings_of;

    fn why(words: &str, is_named: bool) -> Option<&'static str> {
        let headings = headings_of(words.split(' ').map(str::to_owned), &Headings::default());
        let columns = ColumnMap::read(Kind::Staff, &headings, 0..headings.len());
        match verdict(&columns, &headings, 0..headings.len(), is_named) {
            RosterVerdict::Roster => None,
            RosterVerdict::Other => Some("other"),
            RosterVerdict::Not(message) => Some(message.key),
        }
    }

    #[test]
    fn rosters_have_something_of_their_own() {
        for words in [
            "工号 姓名 岗位",
            "工号 姓名 入职日期",
            "员工编号 员工名称 所在部门 岗位名称 入司日期 员工性质 底薪",
            "工号 姓名 性别 出生日期 身份证号 学历 毕业时间 手机 家庭住址 部门 职务 入职时间 转正日期 合同到期日期 紧急联系人 备注",
            "序号 工号 姓名 部门 岗位 主管 电话 入职日期 离职日期 离职原因 状态",
            "工号 姓名 部门 岗位 生效日期",
        ] {
            assert_eq!(why(words, false), None, "{words}");
        }
        assert_eq!(why("工号 姓名", false), Some("ingest-roster-nothing-own"));
        assert_eq!(why("工号 姓名 部门 工资", false), Some("ingest-roster-nothing-own"));
        assert_eq!(why("工号 姓名 部门", true), None);
        assert_eq!(why("编号 姓名 岗位", false), Some("ingest-roster-numbering"));
        assert_eq!(why("编号 姓名 岗位 销售额", false), Some("other"));
    }

    #[test]
    fn what_only_other_sheets_have_speaks_against_a_roster() {
        for words in [
            "工号 姓名 岗位 打卡时间",
            "工号 姓名 部门 职位 日期 上班 下班",
            "工号 姓名 岗位 入职日期 考勤日期",
            "工号 姓名 岗位 月份 出勤天数",
            "工号 姓名 岗位 10月业绩 排名",
            "工号 姓名 岗位 销售额",
            "工号 姓名 岗位 考核得分",
            "工号 姓名 岗位 应发合计 实发",
            "工号 姓名 岗位 1日 2日 3日",
            "工号 姓名 岗位 周一 周二",
            "工号 姓名 岗位 1月 2月",
            "工号 姓名 职务 电话 专员",
            "工号 姓名 职务 回访日期",
            "工号 姓名 岗位 领用物品 数量",
            "工号 姓名 岗位 培训课程 培训日期",
        ] {
            assert_eq!(why(words, true), Some("ingest-roster-other"), "{words}");
        }
    }
}
