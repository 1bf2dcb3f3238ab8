use crate::clerk::{Clerk, Said};
use crate::golden::{difference, hold};
use std::path::Path;

/// Two departments with a manager each, and an expert who belongs to none.
const STAFF: &str = "staff_id,name,role,department,monthly_wage
1001,张建国,specialist,市场一部,4600
1002,李秋兰,specialist,市场一部,4000
1003,王铁生,specialist,市场二部,5000
2001,赵明德,manager,市场一部,8000
2002,钱立新,manager,市场二部,8000
3001,孙淑珍,expert,,9000
";

/// A workspace with that staff, to which ledgers are added.
pub struct Shop(Clerk);

impl Shop {
    pub fn new() -> Shop {
        let shop = Shop(Clerk::new());
        // Such tests are of days before the one they run on.
        assert_eq!(shop.0.en(&["init", "shop", "--in-force-from", "none"]).code, 0);
        shop.import("staff", STAFF);
        shop
    }

    /// Imports a sheet; nothing of it may be refused.
    pub fn import(&self, kind: &str, content: &str) {
        let file = format!("{kind}.csv");
        self.0.write(&file, content);
        let said = self.0.en(&["-C", "shop", "import", "-q", "--kind", kind, &file]);
        assert_eq!(said.code, 0, "{said:?}");
    }

    pub fn zh(&self, day: &str, args: &[&str]) -> Said {
        self.0.zh(&[&["-C", "shop", "--as-of", day], args].concat())
    }

    pub fn en(&self, day: &str, args: &[&str]) -> Said {
        self.0.en(&[&["-C", "shop", "--as-of", day], args].concat())
    }

    /// What a program gets.
    pub fn json(&self, day: &str, args: &[&str]) -> serde_json::Value {
        let said = self.en(day, &[args, &["--format", "json"]].concat());
        serde_json::from_str(&said.stdout).unwrap_or_else(|_| panic!("{said:?}"))
    }

    /// A listing in English, every field of it, without its heading.
    pub fn rows(&self, day: &str, args: &[&str]) -> String {
        let said = self.en(day, &[args, &["--format", "csv", "--reveal"]].concat());
        said.stdout.split_once('\n').map_or_else(|| panic!("{said:?}"), |(_, rows)| rows.to_owned())
    }

    /// A page without the line that says what it was made of.
    pub fn page(&self, day: &str, args: &[&str]) -> String {
        let said = self.zh(day, args);
        let stamp = said.stdout.trim_end().rfind("\n\n").unwrap_or_else(|| panic!("{said:?}"));
        format!("{}\n", said.stdout[..stamp].trim_end())
    }

    pub fn policy(&self, change: impl Fn(&str) -> String) -> String {
        change(&std::fs::read_to_string(self.0.path("shop/policy.toml")).unwrap())
    }

    pub fn write(&self, name: &str, content: &str) {
        self.0.write(name, content);
    }
}

/// Holds that it is what is kept under `tests/golden/lists`.
pub fn kept(name: &str, made: &str) {
    hold([difference(Path::new("tests/golden/lists").join(name), made)]);
}
