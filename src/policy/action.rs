/// What a clause points to, for people and law to decide; it changes nothing in the books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// 劝离.
    AskedToLeave,
    /// 资源/销量归公司.
    Confiscation,
    /// 解除合同.
    Dismissal,
    /// 销量不计.
    NoCount,
    /// 自动离职.
    Resignation,
}

impl Action {
    /// The id used in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Action::AskedToLeave => "asked-to-leave",
            Action::Confiscation => "confiscation",
            Action::Dismissal => "dismissal",
            Action::NoCount => "no-count",
            Action::Resignation => "resignation",
        }
    }
}
