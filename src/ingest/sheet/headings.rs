//! Which fields a heading may stand for, in which kind of ledger.

use crate::domain::{Field, Kind};
use crate::ingest::settings::HouseHeadings;
use crate::ingest::text::fold;
use crate::ingest::values::vocabulary;
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// One reading of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadingMeaning {
    pub kind: Kind,
    pub field: Field,
    /// How good a heading it is for the field; 0 is best.
    pub rank: u16,
}

static KNOWN: LazyLock<HashMap<String, Vec<HeadingMeaning>>> = LazyLock::new(|| {
    let mut known: HashMap<String, Vec<HeadingMeaning>> = HashMap::new();
    for kind in Kind::ALL {
        for column in kind.columns() {
            let id = plain(column.field.id());
            let words = column.headings.iter().flat_map(|group| group.iter()).map(|word| (*word).to_owned());
            for (rank, word) in std::iter::once(id).chain(words).enumerate() {
                let meanings = known.entry(word).or_default();
                if !meanings.iter().any(|known| known.kind == kind && known.field == column.field) {
                    meanings.push(HeadingMeaning { kind, field: column.field, rank: rank as u16 });
                }
            }
        }
    }
    known
});

/// All headings known: the program's and the house's own.
#[derive(Debug, Default)]
pub struct Headings {
    house: HashMap<String, Vec<HeadingMeaning>>,
}

/// Longer ones are sentences, in bytes.
const LONGEST_HEADING: usize = 200;

/// What is dropped from a heading besides spaces: it carries no meaning there.
fn plain(text: &str) -> String {
    fold::word(text).chars().filter(|c| !matches!(c, ':' | '*' | '_' | '"' | '\'')).collect()
}

/// Words that make a heading one of numbers or codes: under `客户ID` or `手机IMEI` stands neither a name nor a telephone.
const CODES: &[&str] = &[
    "id", "ids", "uid", "uuid", "guid", "openid", "unionid", "imei", "imsi", "meid", "iccid", "sn", "mac", "code",
    "key",
];

/// Words that only make a number of what can be a number anyway: `电话No` is one, `客户No` is no name.
const NUMBERS: &[&str] = &["no", "no.", "num", "number"];

/// What may stand in brackets behind a heading without changing what it means.
fn is_unit(inside: &str) -> bool {
    const UNITS: &[&str] = &[
        "元",
        "¥",
        "人民币",
        "rmb",
        "yuan",
        "盒",
        "个",
        "件",
        "岁",
        "人",
        "名",
        "日",
        "次",
        "分",
        "boxes",
        "必填",
        "必填项",
        "选填",
        "可选",
        "可不填",
        "非必填",
        "required",
        "optional",
        "公历",
        "阳历",
        "是/否",
        "有/无",
        "y/n",
        "√",
        "年/月/日",
        "年月日",
        "yyyy-mm-dd",
        "yyyy/mm/dd",
        "1-5",
        "1~5",
        "1-5分",
        "11位",
        "文本",
    ];
    let inside = inside.strip_prefix("单位").unwrap_or(inside);
    // `方式(上门/电话)` lists what may be written below.
    let mut choices = inside.split(['/', '、', ',', ';', '或']);
    if inside.contains(['/', '、', ',', ';', '或']) && choices.all(vocabulary::is_word) {
        return true;
    }
    UNITS.contains(&inside) || ["如", "例", "格式"].iter().any(|start| inside.starts_with(start))
}

impl Headings {
    /// The program's headings and those of the house. Ids that name no field of no kind mean nothing here; the policy's
    /// check says so.
    pub fn new(house: &HouseHeadings) -> Headings {
        let mut own: HashMap<String, Vec<HeadingMeaning>> = HashMap::new();
        for (id, words) in house {
            let (kind, field) = match id.split_once('.') {
                Some((kind, field)) => (Kind::from_id(kind), Field::from_id(field)),
                None => (None, Field::from_id(id)),
            };
            let kinds = Kind::ALL.into_iter().filter(|of| kind.is_none_or(|kind| kind == *of) && !id.starts_with('.'));
            for kind in kinds {
                let has = |field| kind.ledger().column(field).is_some();
                if let Some(field) = field.filter(|field| has(*field)) {
                    for word in words {
                        own.entry(plain(word)).or_default().push(HeadingMeaning { kind, field, rank: 0 });
                    }
                }
            }
        }
        Headings { house: own }
    }

    fn known(&self, word: &str) -> Option<Vec<HeadingMeaning>> {
        let base = KNOWN.get(word);
        let Some(own) = self.house.get(word) else { return base.cloned() };
        // What the house says of a word in a kind replaces what the program thinks of it there.
        let kinds: BTreeSet<Kind> = own.iter().map(|meaning| meaning.kind).collect();
        let rest = base.into_iter().flatten().filter(|meaning| !kinds.contains(&meaning.kind));
        Some(own.iter().chain(rest).copied().collect())
    }

    /// Every reading of a heading; none if it is not known.
    pub fn meanings(&self, heading: &str) -> Vec<HeadingMeaning> {
        if heading.len() > LONGEST_HEADING {
            return Vec::new();
        }
        let folded = plain(heading);
        if folded.is_empty() {
            return Vec::new();
        }
        if let Some(meanings) = self.known(&folded) {
            return meanings;
        }
        if let Some((outside, inside)) = unbracketed(&folded) {
            // What stands before the brackets may end in brackets too: `月工资（必填）(元)`.
            let meanings = self.meanings(&outside);
            if is_unit(&inside) {
                return meanings;
            }
            // `联系电话(手机)`: both say the same.
            let same = self.known(&inside).unwrap_or_default();
            let also =
                |meaning: &HeadingMeaning| same.iter().any(|it| (it.kind, it.field) == (meaning.kind, meaning.field));
            return meanings.into_iter().filter(also).collect();
        }
        self.of_parts(heading, &folded)
    }

    /// Headings of several parts: two languages one below the other, or two words for the same thing.
    fn of_parts(&self, heading: &str, folded: &str) -> Vec<HeadingMeaning> {
        let lines: Vec<&str> = heading.split(['\n', '\t']).map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.len() > 1 {
            // `手机` over `IMEI`: the second word says what the first is not.
            if lines.iter().any(|line| CODES.contains(&plain(line).as_str())) {
                return Vec::new();
            }
            return lines.iter().map(|line| self.meanings(line)).find(|found| !found.is_empty()).unwrap_or_default();
        }
        let words: Vec<&str> = folded.split(['/', '、']).collect();
        if words.len() > 1 {
            let mut found: Vec<Vec<HeadingMeaning>> =
                words.iter().map(|word| self.known(word).unwrap_or_default()).collect();
            let first = found.swap_remove(0);
            let in_all = |meaning: &HeadingMeaning| {
                let same = |it: &HeadingMeaning| (it.kind, it.field) == (meaning.kind, meaning.field);
                found.iter().all(|other| other.iter().any(same))
            };
            return first.into_iter().filter(in_all).collect();
        }
        let (latin, chinese): (String, String) = folded.chars().partition(|c| c.is_ascii_alphabetic() || *c == '.');
        if latin.is_empty() || chinese.is_ascii() || CODES.contains(&latin.as_str()) {
            return Vec::new();
        }
        let mut meanings = self.known(&chinese).unwrap_or_default();
        if NUMBERS.contains(&latin.as_str()) {
            meanings.retain(|it| !matches!(it.field, Field::Customer | Field::Name | Field::Product));
        }
        meanings
    }
}

/// A heading that ends in brackets: what stands before them and what inside.
fn unbracketed(folded: &str) -> Option<(String, String)> {
    let end = folded.strip_suffix([')', ']', '】', '〕'])?;
    let open = end.rfind(['(', '[', '【', '〔'])?;
    let inside = end[open..].trim_start_matches(['(', '[', '【', '〔']);
    let outside = &end[..open];
    (!outside.is_empty()).then(|| (outside.to_owned(), inside.to_owned()))
}

#[cfg(test)]
mod tests;
