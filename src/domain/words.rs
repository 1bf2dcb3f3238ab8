//! The closed vocabularies of the ledgers. Their Chinese spellings and synonyms belong to `ingest`.

use serde::{Deserialize, Serialize};

/// A closed list: its words are all that can be written in its place.
pub trait ClosedList: Copy + 'static {
    /// Every word, in the order of the documentation.
    fn all() -> &'static [Self];
    /// The id of a word, as it is written in files.
    fn list_id(self) -> &'static str;

    /// The word of that id.
    fn from_id(id: &str) -> Option<Self> {
        Self::all().iter().copied().find(|word| word.list_id() == id)
    }
}

/// A closed list: every word with its id, the one way it is written in files and JSON.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $id)] $variant),+ }

        impl $name {
            /// Every word, in the order of the documentation.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The id used in files and JSON.
            pub const fn id(self) -> &'static str {
                match self { $($name::$variant => $id),+ }
            }
        }

        impl $crate::domain::ClosedList for $name {
            fn all() -> &'static [Self] {
                Self::ALL
            }

            fn list_id(self) -> &'static str {
                self.id()
            }
        }
    };
}

pub(crate) use words;

words! {
    /// The way a customer was registered (来源).
    Channel {
        /// 单子: the slip a specialist hands out; the claim is of the name on it.
        Flyer = "flyer",
        /// 散收: names collected singly.
        Scattered = "scattered",
        /// 专卖店回馈: the customer walked into the shop.
        Store = "store",
        /// 电话回馈: the customer telephoned in.
        PhoneResponse = "phone_response",
        /// 社区.
        Community = "community",
        /// 转介.
        Referral = "referral",
        /// Anything else, and a blank.
        Other = "other",
    }
}

words! {
    /// What a member of staff does (岗位).
    Role {
        /// 服务专员.
        Specialist = "specialist",
        /// 咨询专家.
        Expert = "expert",
        /// 部门经理.
        Manager = "manager",
        /// 售后部经理.
        Aftersales = "aftersales",
        /// 数据员.
        Clerk = "clerk",
    }
}

words! {
    /// How contact was made (方式).
    Method {
        /// 上门.
        Home = "home",
        /// 电话.
        Phone = "phone",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// Where the goods were sold (出货地点).
    Place {
        /// 会场, also when blank.
        Meeting = "meeting",
        /// 专卖店.
        Store = "store",
        /// 上门.
        Home = "home",
        /// 电话.
        Phone = "phone",
    }
}

words! {
    /// How a visit or call ended (结果).
    Outcome {
        /// 已接通.
        Reached = "reached",
        /// 未接.
        NoAnswer = "no_answer",
        /// 空号.
        WrongNumber = "wrong_number",
        /// 拒访.
        Refused = "refused",
        /// 改约.
        Postponed = "postponed",
    }
}

words! {
    /// Why visits to a customer stop (停访原因).
    StopReason {
        /// 去世.
        Deceased = "deceased",
        /// 搬离.
        Moved = "moved",
        /// 拒访.
        Refuses = "refuses",
        /// 要求勿扰.
        NoContact = "no_contact",
        /// 退货.
        Returned = "returned",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// What a finding says of a violation (处理意见).
    Verdict {
        /// 属实.
        Confirm = "confirm",
        /// 免予处理.
        Waive = "waive",
        /// 调整.
        Adjust = "adjust",
    }
}
