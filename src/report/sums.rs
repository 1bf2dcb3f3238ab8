//! What a house takes the amounts of its clauses for: yuan, points, or proposals.

use super::{Heading, Medium, Money, Presenter};
use crate::domain::Lang;
use crate::policy::Mode;
use rust_decimal::Decimal;

/// What stands for an amount of yuan.
pub(super) fn worth(mode: &Mode, yuan: Decimal) -> Money {
    match mode {
        Mode::Amounts | Mode::Proposals => Money::rounded(yuan),
        Mode::Points { rate } => Money::rounded(yuan * rate),
    }
}

/// The unit of the sums, as JSON names it.
pub(super) const fn unit(mode: &Mode) -> &'static str {
    match mode {
        Mode::Amounts => "yuan",
        Mode::Points { .. } => "points",
        Mode::Proposals => "yuan-proposed",
    }
}

/// Whether the sums are money, so that they can be measured against a wage.
pub(super) const fn is_money(mode: &Mode) -> bool {
    !matches!(mode, Mode::Points { .. })
}

/// What people call the sums: 按制度应处金额, 积分, 建议金额.
pub(super) fn called(presenter: &Presenter<'_>) -> String {
    presenter.word("sum", unit(&presenter.policy.sanctions.mode))
}

/// Those headings with the one of the sums saying what they are; English sheets keep the field's id.
pub(super) fn headed(mut headings: Vec<Heading>, id: &str, medium: Medium, presenter: &Presenter<'_>) -> Vec<Heading> {
    if (medium, presenter.lang()) != (Medium::Sheet, Lang::En) {
        for heading in headings.iter_mut().filter(|heading| heading.id == id) {
            heading.title = called(presenter);
        }
    }
    headings
}
