//! The closed lists of a policy file.

use crate::domain::words;
use crate::policy::rules::kinds::worded::ShownList;
use serde::{Deserialize, Serialize};

words! {
    /// Who has to do it.
    By {
        /// The owner; of a claim the claimant.
        Owner = "owner",
        /// The manager of the owner's department.
        Manager = "manager",
        /// The expert named.
        Expert = "expert",
    }
}

words! {
    /// Whose a row must be to be evidence.
    #[derive(Default)]
    EvidenceBy {
        /// Anybody's.
        #[default]
        Anyone = "anyone",
        /// That of whoever has to do it, as things stood at the end of the row's day.
        Doer = "doer",
        /// The owner's at the end of the row's day, whoever has to do it.
        Owner = "owner",
    }
}

words! {
    /// Which rows are looked at for evidence.
    #[derive(Default)]
    Same {
        /// The person's, or the household's where its state asks; not those that started it.
        #[default]
        Person = "person",
        /// The very row that started it, by another of its dates.
        Row = "row",
    }
}

words! {
    /// What a window is counted in.
    #[derive(Default)]
    WindowUnit {
        /// Calendar days.
        #[default]
        Days = "days",
        /// Months, to the same day or the month's last.
        Months = "months",
    }
}

words! {
    /// What the price is multiplied with.
    #[derive(Default)]
    Per {
        /// Nothing: once each.
        #[default]
        Each = "each",
        /// The customers of the finding.
        Customer = "customer",
        /// The boxes of the finding.
        Box = "box",
    }
}

words! {
    /// What a clause points to, for people and law to decide; it changes nothing in the books.
    Action {
        /// 劝离.
        AskedToLeave = "asked-to-leave",
        /// 资源/销量归公司.
        Confiscation = "confiscation",
        /// 解除合同.
        Dismissal = "dismissal",
        /// 销量不计.
        NoCount = "no-count",
        /// 自动离职.
        Resignation = "resignation",
    }
}

impl ShownList for Per {
    const LIST: &'static str = "per";
}

impl ShownList for Action {
    const LIST: &'static str = "action";
}
