//! Which kind of ledger a table is: by its headings, helped by names, or settled by the user. Never guessed.

use crate::domain::{Arg, Field, Kind, Message};
use crate::ingest::sheet::columns::{ColumnMap, ReadHeading};
use crate::ingest::sheet::labels;
use crate::ingest::sheet::personnel::{self, RosterVerdict};
use crate::ingest::text::fold;
use std::ops::Range;
use std::sync::LazyLock;

/// What speaks for a kind beside the headings.
#[derive(Debug, Clone, Default)]
pub struct KindHints {
    /// Settled: by the user, or by the file of rejected rows itself.
    pub settled: Option<Kind>,
    /// Kinds that the sheet's name or the title above the table names.
    pub near: Vec<Kind>,
    /// Kinds that the file's name names.
    pub file: Vec<Kind>,
}

/// Missing a required column weighs as much as having a telling one and more.
const MISSING: f64 = 8.0;
const NEAR: f64 = 4.0;
const FILE: f64 = 3.0;
/// What the headings of an unnamed table must say at least: a date and a name of somebody are not enough.
const TELLING: f64 = 2.0;

/// Several kinds are equally likely.
const TIE: &str = "ingest-kind-tie";

/// The kind of a table could not be told.
#[derive(Debug, Clone)]
pub struct KindUnclear {
    /// How much the best kind had for it; used to tell which row was meant as headings.
    pub weight: f64,
    /// What to tell the user.
    pub message: Message,
}

/// The kind of the table under these headings.
pub fn kind_of(headings: &[ReadHeading], range: Range<usize>, hints: &KindHints) -> Result<ColumnMap, KindUnclear> {
    if let Some(kind) = hints.settled {
        let columns = ColumnMap::read(kind, headings, range.clone());
        return complete(columns, headings, range);
    }
    let mut no_roster = None;
    let mut ranked: Vec<(f64, ColumnMap)> = Vec::new();
    for kind in Kind::ALL {
        let columns = ColumnMap::read(kind, headings, range.clone());
        let is_named = hints.near.contains(&kind) || hints.file.contains(&kind);
        if kind == Kind::Staff {
            match personnel::verdict(&columns, headings, range.clone(), is_named) {
                RosterVerdict::Roster => {}
                RosterVerdict::Other => continue,
                RosterVerdict::Not(why) => {
                    let message = why.with("headings", seen(headings, range.clone()));
                    no_roster = Some(KindUnclear { weight: columns.weight(headings), message });
                    continue;
                }
            }
        }
        if kind == Kind::Wage && !personnel::is_of_wages(&columns, &headings[range.clone()]) {
            continue;
        }
        let near = if hints.near.contains(&kind) { NEAR } else { 0.0 };
        let file = if hints.file.contains(&kind) { FILE } else { 0.0 };
        ranked.push((columns.weight(headings) + near + file, columns));
    }
    let clock = personnel::clock(&headings[range.clone()]);
    match (of_ranked(ranked, headings, range.clone(), hints), no_roster) {
        (Ok(columns), _) if clock.is_empty() || personnel::is_told(&columns, headings) => Ok(columns),
        // Whoever numbers and names staff meant them, unless the headings tell of another ledger.
        (Err(_), Some(no_roster)) => Err(no_roster),
        (Err(unclear), None) if clock.is_empty() || unclear.message.key != TIE => Err(unclear),
        _ => Err(by_the_clock(&clock, headings, range)),
    }
}

/// The kind of those that remain, each with what speaks for it.
fn of_ranked(
    mut ranked: Vec<(f64, ColumnMap)>,
    headings: &[ReadHeading],
    range: Range<usize>,
    hints: &KindHints,
) -> Result<ColumnMap, KindUnclear> {
    if ranked.iter().all(|(_, columns)| columns.fields().next().is_none()) {
        return Err(unknown(headings, range));
    }
    let lacking = |columns: &ColumnMap| columns.missing().len();
    // Of kinds that are all incomplete the one that the headings speak for most is the one that was meant.
    if ranked.iter().all(|(_, columns)| lacking(columns) > 0) {
        ranked.sort_by(|(left, a), (right, b)| right.total_cmp(left).then(lacking(a).cmp(&lacking(b))));
        let (weight, nearest) = ranked.swap_remove(0);
        return if weight < TELLING { Err(unknown(headings, range)) } else { complete(nearest, headings, range) };
    }
    for (weight, columns) in &mut ranked {
        *weight -= MISSING * lacking(columns) as f64;
    }
    ranked.sort_by(|(left, a), (right, b)| right.total_cmp(left).then(a.kind.cmp(&b.kind)));
    let best = ranked[0].0;
    let mut equal: Vec<ColumnMap> =
        ranked.into_iter().take_while(|(weight, _)| best - weight < 1e-9).map(|(_, columns)| columns).collect();
    if equal.len() == 1 {
        let columns = complete(equal.swap_remove(0), headings, range.clone())?;
        let named = hints.near.contains(&columns.kind) || hints.file.contains(&columns.kind);
        return match named {
            true => Ok(columns),
            false if columns.weight(headings) < TELLING => Err(unknown(headings, range)),
            false => not_a_sale(columns, headings, range),
        };
    }
    let weight = equal.iter().map(|columns| columns.weight(headings)).fold(0.0, f64::max);
    let kinds = Arg::List(equal.iter().map(|it| labels::kind(it.kind).into()).collect());
    let message = Message::new(TIE).with("headings", seen(headings, range)).with("kinds", kinds);
    Err(KindUnclear { weight, message })
}

/// The record of a time clock, which numbers people and days too.
fn by_the_clock(clock: &[&str], headings: &[ReadHeading], range: Range<usize>) -> KindUnclear {
    let clock = Arg::List(clock.iter().map(|text| labels::cell(text).into()).collect());
    let message = Message::new("ingest-kind-clock").with("clock", clock).with("headings", seen(headings, range));
    KindUnclear { weight: 0.0, message }
}

fn unknown(headings: &[ReadHeading], range: Range<usize>) -> KindUnclear {
    KindUnclear { weight: 0.0, message: Message::new("ingest-kind-none").with("headings", seen(headings, range)) }
}

/// A sales list that lost its column of specialists looks like a list of returns, which means the opposite.
fn not_a_sale(columns: ColumnMap, headings: &[ReadHeading], range: Range<usize>) -> Result<ColumnMap, KindUnclear> {
    let telling = columns.of(Field::At).is_some_and(|at| headings[at].kinds == 1)
        || columns.of(Field::Boxes).is_some_and(|at| headings[at].kinds == 1)
        || columns.of(Field::Reason).is_some();
    if columns.kind != Kind::Return || telling || columns.of(Field::Staff).is_some() {
        return Ok(columns);
    }
    let kinds = Arg::List(vec![labels::kind(Kind::Sale).into(), labels::kind(Kind::Return).into()]);
    let message = Message::new(TIE).with("headings", seen(headings, range)).with("kinds", kinds);
    Err(KindUnclear { weight: columns.weight(headings), message })
}

fn complete(columns: ColumnMap, headings: &[ReadHeading], range: Range<usize>) -> Result<ColumnMap, KindUnclear> {
    let missing = columns.missing();
    if missing.is_empty() {
        return Ok(columns);
    }
    let missing = missing.into_iter().map(|field| labels::field(columns.kind, field).into()).collect();
    let message = Message::new("ingest-kind-incomplete")
        .with("kind", labels::kind(columns.kind))
        .with("headings", seen(headings, range))
        .with("missing", Arg::List(missing));
    Err(KindUnclear { weight: columns.weight(headings), message })
}

/// The headings as written, for a message; a sheet of a thousand columns is not shown whole.
fn seen(headings: &[ReadHeading], range: Range<usize>) -> Arg {
    const SHOWN: usize = 24;
    let written = headings[range].iter().map(|it| fold::text(&it.text).into_owned()).filter(|it| !it.is_empty());
    let mut words: Vec<Arg> = written.clone().take(SHOWN).map(|word| labels::cell(&word).into()).collect();
    if written.count() > SHOWN {
        words.push("…".into());
    }
    Arg::List(words)
}

/// The words that name kinds, the longest first.
static NAMES: LazyLock<Vec<(&str, Kind)>> = LazyLock::new(|| {
    let of = |kind: Kind| std::iter::once(kind.id()).chain(kind.ledger().named.iter().copied());
    let mut words: Vec<(&str, Kind)> =
        Kind::ALL.into_iter().flat_map(|kind| of(kind).map(move |it| (it, kind))).collect();
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
    words
});

/// The kinds a name or title names. Of words that overlap the longer one counts: `专家电话回访` is no `回访`.
pub fn kinds_in(name: &str) -> Vec<Kind> {
    let mut folded = fold::word(name);
    let mut kinds = Vec::new();
    for (word, kind) in &*NAMES {
        if let Some(at) = position(&folded, word) {
            kinds.push(*kind);
            folded.replace_range(at..at + word.len(), "\u{0}");
        }
    }
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// Where the word stands in the name. A Latin word must stand by itself: `stop` is not in `nonstopped`.
fn position(name: &str, word: &str) -> Option<usize> {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    name.match_indices(word).map(|(at, _)| at).find(|at| {
        !word.is_ascii()
            || (!letter(name[..*at].chars().next_back()) && !letter(name[at + word.len()..].chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::sheet::headings::Headings;

    fn headings(words: &str) -> Vec<ReadHeading> {
        crate::ingest::sheet::layout::headings_of(words.split(',').map(str::to_owned), &Headings::default())
    }

    fn kind(words: &str, name: &str) -> Result<Kind, &'static str> {
        let headings = headings(words);
        let hints = KindHints { file: kinds_in(name), ..KindHints::default() };
        let found = kind_of(&headings, 0..headings.len(), &hints);
        found.map(|columns| columns.kind).map_err(|unclear| unclear.message.key)
    }

    #[test]
    fn telling_headings_need_no_name() {
        for (words, expected) in [
            ("工号,姓名,岗位,部门", Kind::Staff),
            ("登记日期,姓名,电话,业务员,来源", Kind::Signup),
            ("预热时间,顾客,电话,专员", Kind::Preheat),
            ("邀约时间,电话,专员", Kind::Invite),
            ("签到时间,姓名,电话", Kind::Attendance),
            ("日期,姓名,电话,产品,数量,金额,专员", Kind::Sale),
            ("退货日期,电话,盒数", Kind::Return),
            ("回访日期,姓名,性别,年龄,地址,电话,专员,方式,满意度", Kind::Visit),
            ("回访日期,姓名,电话,专家,有无问题", Kind::ExpertCall),
            ("电话日期,电话,部长,是否上门", Kind::Supervision),
            ("投诉日期,投诉人,投诉内容", Kind::Complaint),
            ("分配日期,电话,接收专员", Kind::Assignment),
            ("交接日期,电话,交出人,接收人", Kind::Handover),
            ("停访日期,电话,原因", Kind::Stop),
            ("电话,亲属电话,关系", Kind::Household),
            ("认定日期,责任人,违规类别", Kind::Finding),
            ("at,phone,type", Kind::Service),
            ("at,phone,reason", Kind::Stop),
        ] {
            assert_eq!(kind(words, "台账"), Ok(expected), "{words}");
        }
    }

    #[test]
    fn shared_headings_are_settled_by_the_name_or_refused() {
        for name in ["03_preheat", "预热", "preheat", "2026年3月预热情况统计表", "PREHEAT-03"] {
            assert_eq!(kind("at,phone,staff", name), Ok(Kind::Preheat), "{name}");
        }
        assert_eq!(kind("at,phone,staff", "ledger"), Err("ingest-kind-tie"));
        assert_eq!(kind("at,phone,staff,note", "invite"), Ok(Kind::Invite));
        assert_eq!(kind("日期,姓名,电话,专员,盒数", "台账"), Err("ingest-kind-tie"));
        assert_eq!(kind("日期,姓名,电话,专员,盒数", "退货"), Ok(Kind::Return));
    }

    #[test]
    fn telling_headings_outweigh_the_name() {
        assert_eq!(kind("回访日期,电话,专员,满意度,交回日期", "预热"), Ok(Kind::Visit));
    }

    #[test]
    fn a_sales_list_without_specialists_is_not_read_as_returns() {
        assert_eq!(kind("日期,姓名,电话,产品,盒数,金额", "台账"), Err("ingest-kind-incomplete"));
        assert_eq!(kind("日期,姓名,电话,盒数,金额", "台账"), Err("ingest-kind-tie"));
        assert_eq!(kind("日期,姓名,电话,盒数,金额", "退货"), Ok(Kind::Return));
    }

    #[test]
    fn what_is_missing_is_said() {
        assert_eq!(kind("预热时间,姓名,专员", "台账"), Err("ingest-kind-incomplete"));
        assert_eq!(kind("单位,规格", "台账"), Err("ingest-kind-none"));
    }

    #[test]
    fn of_overlapping_words_in_a_name_the_longer_counts() {
        assert_eq!(kinds_in("专家电话回访表"), [Kind::ExpertCall]);
        assert_eq!(kinds_in("邀约、到会签到表"), [Kind::Invite, Kind::Attendance]);
        assert_eq!(kinds_in("04_expert_call.csv"), [Kind::ExpertCall]);
        assert_eq!(kinds_in("nonstop"), []);
    }
}
