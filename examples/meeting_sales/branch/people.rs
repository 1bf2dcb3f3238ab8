//! The customers: names, numbers and circumstances, all invented.

use super::dice::Dice;
use huifang::domain::{Contact, Phone};
use std::collections::BTreeSet;

/// A customer (顾客).
#[derive(Clone)]
pub struct Person {
    pub name: String,
    pub phone: Phone,
    /// Further numbers, sorted.
    pub others: Vec<Phone>,
    pub gender: &'static str,
    pub age: u8,
    pub address: String,
    pub occupation: &'static str,
    pub income: &'static str,
    pub interests: &'static str,
}

impl Person {
    /// As most rows name them.
    pub fn contact(&self) -> Contact {
        Contact { customer: Some(self.name.clone()), phone: self.phone.clone(), others: Vec::new(), extension: None }
    }
}

const FAMILIES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱郭马罗梁谢韩邓曹曾萧田董潘袁蔡蒋余叶程魏苏吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严";
const OF_WOMEN: [&str; 48] = [
    "秀英", "桂兰", "玉兰", "淑珍", "秀兰", "桂英", "玉珍", "凤英", "淑芬", "桂芳", "月华", "秀珍", "玉梅", "慧珍",
    "素琴", "惠芳", "美华", "爱华", "金凤", "翠萍", "佩芬", "瑞芳", "文秀", "雪琴", "春兰", "巧云", "丽华", "志芳",
    "兰芬", "霞珍", "培芝", "素云", "静芳", "彩霞", "银花", "莲英", "敏珠", "宝珍", "桂珍", "景兰", "荣芳", "玉琴",
    "淑华", "秋菊", "小凤", "润芝", "仁芳", "友兰",
];
const OF_MEN: [&str; 48] = [
    "建国", "国强", "德明", "志刚", "文华", "永福", "家栋", "长江", "光荣", "振华", "明德", "学文", "福生", "金龙",
    "保国", "世昌", "国庆", "玉林", "成才", "大勇", "宝山", "立民", "新民", "兆丰", "炳坤", "祥林", "庆余", "开明",
    "正平", "跃进", "根生", "克俭", "守信", "传礼", "延年", "益民", "忠诚", "树人", "耀宗", "安邦", "有才", "东升",
    "来顺", "鸿飞", "少华", "子义", "本善", "汉文",
];
const STREETS: [&str; 12] = [
    "梅园新村",
    "柳荫巷",
    "和平里",
    "青石桥",
    "滨河花园",
    "纺织厂宿舍",
    "师院家属区",
    "春晓苑",
    "东风小区",
    "古井坊",
    "长虹路",
    "望湖城",
];
const OCCUPATIONS: [&str; 12] = [
    "退休工人",
    "退休教师",
    "退休干部",
    "退休医生",
    "退伍军人",
    "退休会计",
    "工程师",
    "个体户",
    "退休护士",
    "机关退休",
    "企业退休",
    "家务",
];
const INCOMES: [&str; 5] = ["3000以下", "3000-5000", "4000-6000", "5000-8000", "8000以上"];
const INTERESTS: [&str; 8] = ["广场舞", "太极", "书法", "钓鱼", "养花", "合唱", "旅游", "象棋"];
const MOBILES: [&str; 12] = ["130", "132", "135", "136", "138", "139", "151", "158", "177", "186", "189", "199"];

/// Thinks people up, each with a name and numbers that nobody else has.
#[derive(Default)]
pub struct Town {
    names: BTreeSet<String>,
    numbers: BTreeSet<String>,
}

impl Town {
    /// Somebody new.
    pub fn person(&mut self, dice: &mut Dice) -> Person {
        let woman = dice.chance(62);
        let phone = if dice.chance(12) { self.landline(dice) } else { self.mobile(dice) };
        self.of(woman, phone, dice)
    }

    /// Somebody who gives a second number beside the first.
    pub fn person_with_two_numbers(&mut self, dice: &mut Dice) -> Person {
        let woman = dice.chance(62);
        let phone = self.mobile(dice);
        let other = if dice.chance(60) { self.landline(dice) } else { self.mobile(dice) };
        Person { others: vec![other], ..self.of(woman, phone, dice) }
    }

    /// Somebody of the same house: husband or wife.
    pub fn spouse(&mut self, of: &Person, dice: &mut Dice) -> Person {
        let phone = self.mobile(dice);
        Person { address: of.address.clone(), age: of.age - 1, ..self.of(of.gender == "男", phone, dice) }
    }

    fn of(&mut self, woman: bool, phone: Phone, dice: &mut Dice) -> Person {
        let families: Vec<char> = FAMILIES.chars().collect();
        let given = if woman { OF_WOMEN } else { OF_MEN };
        let name = loop {
            let name: String =
                dice.pick(&families).into_iter().chain(dice.pick(&given).unwrap_or_default().chars()).collect();
            if self.names.insert(name.clone()) {
                break name;
            }
        };
        let street = dice.pick(&STREETS).unwrap_or_default();
        Person {
            name,
            phone,
            others: Vec::new(),
            gender: if woman { "女" } else { "男" },
            age: 54 + dice.below(26) as u8,
            address: format!("{street}{}幢{}", 1 + dice.below(28), 100 * (1 + dice.below(6)) + 1 + dice.below(4)),
            occupation: dice.pick(&OCCUPATIONS).unwrap_or_default(),
            income: dice.pick(&INCOMES).unwrap_or_default(),
            interests: dice.pick(&INTERESTS).unwrap_or_default(),
        }
    }

    fn mobile(&mut self, dice: &mut Dice) -> Phone {
        let start = dice.pick(&MOBILES).unwrap_or_default();
        self.number(|dice| format!("{start}{:08}", dice.below(100_000_000)), dice)
    }

    fn landline(&mut self, dice: &mut Dice) -> Phone {
        self.number(|dice| format!("05516{:07}", dice.below(10_000_000)), dice)
    }

    fn number(&mut self, think: impl Fn(&mut Dice) -> String, dice: &mut Dice) -> Phone {
        loop {
            let number = think(dice);
            if self.numbers.insert(number.clone()) {
                return Phone::normalised(&number);
            }
        }
    }
}
