//! The spellings of the closed lists: channels, roles, ways, results, yes and no.

use crate::domain::{Channel, Method, Outcome, Place, Role, StopReason, Verdict, WordList};
use crate::ingest::text::fold;

/// A closed list of words with their spellings.
pub trait Vocabulary: Copy + Sized + 'static {
    /// Every word with its id and spellings; the first is its Chinese name. Written as [`fold::word`] leaves them.
    const SPELLINGS: &'static [(Self, &'static str, &'static [&'static str])];
}

/// The word of that spelling.
pub fn find<T: Vocabulary>(text: &str) -> Option<T> {
    let known = |spelling: &str| {
        T::SPELLINGS.iter().find(|(_, id, words)| *id == spelling || words.contains(&spelling)).map(|(word, ..)| *word)
    };
    // Most cells are spelled as the template spells them; only the others are folded.
    known(text).or_else(|| known(&bare(text)))
}

/// The id of the word of that spelling, on that list.
pub fn find_on(list: WordList, text: &str) -> Option<&'static str> {
    match list {
        WordList::Channel => find::<Channel>(text).map(Channel::id),
        WordList::Role => find::<Role>(text).map(Role::id),
        WordList::Method => find::<Method>(text).map(Method::id),
        WordList::Place => find::<Place>(text).map(Place::id),
        WordList::Outcome => find::<Outcome>(text).map(Outcome::id),
        WordList::StopReason => find::<StopReason>(text).map(StopReason::id),
        WordList::Verdict => find::<Verdict>(text).map(Verdict::id),
    }
}

/// The words of that list, each by its id and its Chinese name.
pub fn spelled(list: WordList) -> Vec<(&'static str, &'static str)> {
    fn of<T: Vocabulary>() -> Vec<(&'static str, &'static str)> {
        T::SPELLINGS.iter().map(|(_, id, words)| (*id, words.first().copied().unwrap_or(*id))).collect()
    }
    match list {
        WordList::Channel => of::<Channel>(),
        WordList::Role => of::<Role>(),
        WordList::Method => of::<Method>(),
        WordList::Place => of::<Place>(),
        WordList::Outcome => of::<Outcome>(),
        WordList::StopReason => of::<StopReason>(),
        WordList::Verdict => of::<Verdict>(),
    }
}

fn bare(text: &str) -> String {
    let folded = fold::word(text).replace('-', "_");
    folded.trim_matches(['.', '。', '_']).to_owned()
}

/// Whether it is a word of any of the lists.
pub fn is_word(text: &str) -> bool {
    find::<Channel>(text).is_some()
        || find::<Role>(text).is_some()
        || find::<Method>(text).is_some()
        || find::<Place>(text).is_some()
        || find::<Outcome>(text).is_some()
        || find::<StopReason>(text).is_some()
        || find::<Verdict>(text).is_some()
        || yes(text).is_some()
        || satisfaction(text).is_some()
        || ["男", "女"].contains(&text)
}

/// Yes or no, in the words of any column; none if it is neither. A blank is the caller's matter.
pub fn yes(text: &str) -> Option<bool> {
    yes_or(text, &[], &[])
}

/// As [`yes`], with the words one column has of its own.
pub fn yes_or(text: &str, yes_words: &[&str], no_words: &[&str]) -> Option<bool> {
    const YES: &[&str] = &["是", "有", "√", "✓", "✔", "☑", "y", "yes", "1", "true", "t", "对", "已"];
    const NO: &[&str] =
        &["否", "无", "×", "✗", "✘", "x", "☐", "□", "n", "no", "0", "false", "f", "不", "没有", "未", "/", "_", "none"];
    let known = |word: &str| {
        let is_in = |general: &[&str], own: &[&str]| general.contains(&word) || own.contains(&word);
        if is_in(YES, yes_words) { Some(true) } else { is_in(NO, no_words).then_some(false) }
    };
    known(text).or_else(|| known(&fold::word(text).replace('-', "_")))
}

/// Whether a state of employment (状态) says that somebody has left.
pub fn has_left(state: &str) -> bool {
    const LEFT: &[&str] = &[
        "离职",
        "离任",
        "离岗",
        "离开",
        "离司",
        "离",
        "自离",
        "自动离职",
        "辞职",
        "辞退",
        "劝退",
        "开除",
        "解除",
        "解聘",
        "解约",
        "除名",
        "退休",
        "停职离岗",
        "不在职",
        "非在职",
        "已走",
        "走了",
        "left",
        "resigned",
        "terminated",
        "dismissed",
        "inactive",
        "retired",
        "quit",
    ];
    let word = fold::word(state);
    let bare = word.strip_prefix('已').or_else(|| word.strip_suffix('了')).unwrap_or(&word);
    let bare = bare.strip_suffix("人员").or_else(|| bare.strip_suffix("员工")).unwrap_or(bare);
    LEFT.contains(&bare)
}

/// Satisfaction (满意度) as a figure from 1 to 5 or as a word of one of the scales people use.
pub fn satisfaction(text: &str) -> Option<u8> {
    const GRADES: &[(&[&str], u8)] = &[
        (&["5", "5分", "5星", "五星", "非常满意", "很满意", "十分满意", "好", "很好", "优", "优秀"], 5),
        (&["4", "4分", "4星", "四星", "满意", "较满意", "比较满意", "较好", "良", "良好"], 4),
        (&["3", "3分", "3星", "三星", "一般", "基本满意", "中"], 3),
        (&["2", "2分", "2星", "二星", "不满意", "不太满意", "较不满意", "较差"], 2),
        (&["1", "1分", "1星", "一星", "非常不满意", "很不满意", "十分不满意", "差", "很差"], 1),
    ];
    let known = |word: &str| GRADES.iter().find(|(words, _)| words.contains(&word)).map(|(_, grade)| *grade);
    known(text).or_else(|| known(fold::word(text).trim_end_matches(".0")))
}

macro_rules! closed {
    ($($type:ident { $($variant:ident: $($word:literal),+;)+ })+) => {
        $(impl Vocabulary for $type {
            const SPELLINGS: &'static [(Self, &'static str, &'static [&'static str])] =
                &[$(($type::$variant, $type::$variant.id(), &[$($word),+])),+];
        })+
    };
}

closed! {
    Channel {
        Flyer: "单子", "单页", "传单", "发单", "dm单", "宣传单";
        Scattered: "散收", "散客", "零散", "零散收集";
        Store: "专卖店回馈", "专卖店", "回馈", "到店", "到店回馈", "店面回馈", "店面", "门店";
        PhoneResponse: "电话回馈", "来电", "来电回馈", "电话咨询", "咨询电话", "热线", "phoneresponse";
        Community: "社区", "社区活动", "小区", "进社区";
        Referral: "转介", "转介绍", "介绍", "老带新", "老顾客介绍", "老客户介绍", "朋友介绍", "推荐";
        Other: "其他", "其它", "别的";
    }
    Role {
        Specialist: "服务专员", "专员", "客户服务专员", "业务员", "健康专员";
        Expert: "咨询专家", "专家", "健康专家", "咨询师";
        Manager: "部门经理", "经理", "部长", "主管", "部门负责人";
        Aftersales: "售后部经理", "售后经理", "售后部部长", "售后";
        Clerk: "数据员", "录入员", "数据录入员", "数据库", "文员", "内勤";
    }
    Method {
        Home: "上门", "面谈", "家访", "入户", "上门回访", "上门拜访", "上门服务", "上门走访", "上门探访", "登门", "登门拜访",
            "登门回访", "登门走访", "面访", "走访", "入户走访", "入户拜访", "入户回访", "入户家访", "拜访", "当面", "当面拜访",
            "当面回访", "见面", "面对面", "到家", "到家拜访", "到户", "线下", "线下拜访", "visit", "homevisit", "facetoface";
        Phone: "电话", "电话回访", "电话拜访", "电话沟通", "电话联系", "电访", "电联", "致电", "来电", "去电", "打电话", "通话",
            "手机", "call", "phonecall", "telephone";
        Other: "其他", "其它", "微信", "微信回访", "短信", "短信回访", "邮件", "视频", "微信视频", "视频通话", "视频回访", "语音",
            "微信语音", "qq", "wechat", "email", "sms", "video";
    }
    Place {
        Meeting: "会场", "会议", "现场", "联谊会", "会议现场";
        Store: "专卖店", "店面", "门店", "店";
        Home: "上门", "家中", "顾客家", "客户家", "家里";
        Phone: "电话", "电话订购";
    }
    Outcome {
        Reached: "已接通", "接通", "成功", "已完成", "完成", "已回访", "已联系";
        NoAnswer: "未接", "未接通", "无人接听", "没人接", "没接", "无应答", "关机", "停机", "占线", "noanswer";
        WrongNumber: "空号", "错号", "号码错误", "wrongnumber";
        Refused: "拒访", "拒绝", "拒接", "拒绝回访";
        Postponed: "改约", "需再次跟进", "改期", "另约", "待跟进", "延期";
    }
    StopReason {
        Deceased: "去世", "已故", "过世", "身故", "死亡";
        Moved: "搬离", "搬家", "迁出", "搬走", "已搬离";
        Refuses: "拒访", "拒绝", "拒绝回访", "拒绝上门";
        NoContact: "要求勿扰", "勿扰", "要求停访", "不要联系", "请勿打扰", "nocontact";
        Returned: "退货", "已退货", "退货停访";
        Other: "其他", "其它";
    }
    Verdict {
        Confirm: "属实", "确认", "成立", "情况属实";
        Waive: "免予处理", "免于处理", "免处理", "不予处理", "免除";
        Adjust: "调整", "调整处理", "更改";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T: Vocabulary + PartialEq + std::fmt::Debug>() {
        let mut seen = std::collections::BTreeSet::new();
        for (word, id, spellings) in T::SPELLINGS {
            for spelling in std::iter::once(id).chain(*spellings) {
                assert!(seen.insert(*spelling), "{spelling} stands twice");
                assert_eq!(find::<T>(spelling), Some(*word));
                assert_eq!(bare(spelling), *spelling);
            }
        }
    }

    #[test]
    fn no_spelling_stands_for_two_words() {
        check::<Channel>();
        check::<Role>();
        check::<Method>();
        check::<Place>();
        check::<Outcome>();
        check::<StopReason>();
        check::<Verdict>();
    }

    #[test]
    fn spellings_fold_before_they_are_compared() {
        assert_eq!(find("專賣店 回饋"), Some(Channel::Store));
        assert_eq!(find("Phone-Response"), Some(Channel::PhoneResponse));
        assert_eq!(find("FLYER"), Some(Channel::Flyer));
        assert_eq!(find::<Channel>("抖音"), None);
        assert_eq!(find("面談"), None::<Place>);
        assert_eq!(find("搬離"), Some(StopReason::Moved));
    }

    #[test]
    fn yes_and_no_have_many_faces_and_maybe_has_none() {
        for text in ["是", "有", "√", "Y", "1", "TRUE", "ｙ"] {
            assert_eq!(yes(text), Some(true), "{text}");
        }
        for text in ["否", "無", "×", "N", "0", "False", "-"] {
            assert_eq!(yes(text), Some(false), "{text}");
        }
        assert_eq!(yes("也许"), None);
        assert_eq!(yes_or("手印", &["手印"], &["拒签"]), Some(true));
        assert_eq!(yes_or("拒签", &["手印"], &["拒签"]), Some(false));
    }

    #[test]
    fn who_has_left_is_said_in_several_words_and_leave_is_none_of_them() {
        for text in ["离职", "已离职", "離職", "辞退", "自离", "离职人员", "Resigned", "离职了"] {
            assert!(has_left(text), "{text}");
        }
        for text in ["在职", "试用", "休假", "停薪留职", "待离职", "产假", "未离职"] {
            assert!(!has_left(text), "{text}");
        }
    }

    #[test]
    fn a_way_of_no_list_is_none() {
        for text in ["上门拜访", "登门", "面访", "走访", "家访", "入户", "当面", "Home", "home visit"] {
            assert_eq!(find(text), Some(Method::Home), "{text}");
        }
        assert_eq!(["微信", "短信", "视频"].map(find), [Some(Method::Other); 3]);
        for text in ["未上门", "没有上门", "上门+电话", "电话/上门", "上门（未遇）", "√", "到店", "会场"]
        {
            assert_eq!(find::<Method>(text), None, "{text}");
        }
    }

    #[test]
    fn satisfaction_has_five_grades_in_every_scale() {
        assert_eq!(
            ["5", "满意", "一般", "较差", "非常不满意", "4.0"].map(satisfaction),
            [Some(5), Some(4), Some(3), Some(2), Some(1), Some(4)]
        );
        assert_eq!(["0", "6", "还行"].map(satisfaction), [None; 3]);
    }
}
