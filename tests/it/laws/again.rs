//! Laws of a sheet handed in again: what it comes to in the end is what one sheet would have said at once.

use crate::clerk::Clerk;
use proptest::prelude::*;
use serde_json::Value;

/// A sale: on which day, to whom, how many boxes, by whom.
type Sale = (u32, u32, u32, usize);

fn sales() -> impl Strategy<Value = Vec<Sale>> {
    prop::collection::vec((1..28u32, 0..6u32, 1..4u32, 0..3usize), 2..12)
}

fn sheet(sales: &[Sale]) -> String {
    let row = |(day, who, boxes, staff): &Sale| {
        let staff = ["张三", "李四", "王五"][*staff];
        format!("2026-03-{day:02},客{who},1380000{who:04},{boxes},{},{staff}\n", boxes * 200)
    };
    "出货日期,顾客姓名,电话,盒数,金额,专员\n".to_owned() + &sales.iter().map(row).collect::<String>()
}

struct Shop(Clerk);

impl Shop {
    fn new() -> Shop {
        let clerk = Clerk::new();
        assert_eq!(clerk.zh(&["init", "店", "--in-force-from", "none"]).code, 0);
        clerk.write("花名册.csv", "工号,姓名,岗位\nS1,张三,服务专员\nS2,李四,服务专员\nS3,王五,服务专员\n");
        let shop = Shop(clerk);
        assert_eq!(shop.import("花名册.csv", &[]), 0);
        shop
    }

    fn import(&self, file: &str, how: &[&str]) -> i32 {
        self.0.zh(&[&["-C", "店", "import", file, "--as-of", "2026-04-20"], how].concat()).code
    }

    /// Hands a sheet in under the name that all of them have.
    fn hand_in(&self, sales: &[Sale], how: &[&str]) -> i32 {
        self.0.write("出货.csv", sheet(sales));
        self.import("出货.csv", how)
    }

    /// What the reports say, whatever the places of the rows behind it.
    fn reports(&self) -> Vec<Value> {
        let report = |name: &str| {
            let said = self.0.zh(&["-C", "店", name, "--as-of", "2026-04-20", "--format", "json"]);
            let mut rows: Value = serde_json::from_str(&said.stdout).unwrap();
            for row in rows.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
                row.remove("evidence");
            }
            rows
        };
        ["owners", "due", "violations", "fines", "expiring"].map(report).into()
    }
}

/// The sheet with those of its rows written under another number; there is always one.
fn corrected(sales: &[Sale], wrong: &[prop::sample::Index]) -> Vec<Sale> {
    let mut sales = sales.to_vec();
    let count = sales.len();
    for index in wrong {
        let row = &mut sales[index.index(count)];
        row.1 = 100 + row.1 % 100;
    }
    sales
}

/// Every row of either, as often as the one says it that says it more often.
fn both(one: &[Sale], other: &[Sale]) -> Vec<Sale> {
    let mut all = one.to_vec();
    let mut left = one.to_vec();
    for sale in other {
        match left.iter().position(|of| of == sale) {
            Some(at) => drop(left.swap_remove(at)),
            None => all.push(*sale),
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn a_sheet_corrected_comes_to_what_its_answer_says(
        sales in sales(),
        wrong in prop::collection::vec(any::<prop::sample::Index>(), 1..3),
        is_replaced in any::<bool>(),
    ) {
        let corrected = corrected(&sales, &wrong);
        let (shop, alone) = (Shop::new(), Shop::new());
        prop_assert_eq!(shop.hand_in(&sales, &[]), 0);
        let before = shop.reports();
        prop_assert_eq!(shop.hand_in(&corrected, &[]), 3);
        prop_assert_eq!(&before, &shop.reports());
        let (how, at_once) = if is_replaced { ("--replace", corrected.clone()) } else { ("--add", both(&sales, &corrected)) };
        prop_assert_eq!(shop.hand_in(&corrected, &[how]), 0);
        prop_assert_eq!(alone.hand_in(&at_once, &[]), 0);
        prop_assert_eq!(shop.reports(), alone.reports());
    }

    #[test]
    fn a_sheet_that_grows_from_evening_to_evening_is_its_last_one(
        sales in sales(),
        evenings in prop::collection::vec(any::<prop::sample::Index>(), 1..4),
    ) {
        let (shop, alone) = (Shop::new(), Shop::new());
        let mut ends: Vec<usize> = evenings.iter().map(|index| 1 + index.index(sales.len())).collect();
        ends.sort_unstable();
        for end in ends.into_iter().chain([sales.len()]) {
            prop_assert_eq!(shop.hand_in(&sales[..end], &[]), 0);
        }
        prop_assert_eq!(alone.hand_in(&sales, &[]), 0);
        prop_assert_eq!(shop.reports(), alone.reports());
    }
}
