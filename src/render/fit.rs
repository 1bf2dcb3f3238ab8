//! How wide each column of a table may be.

use unicode_width::UnicodeWidthStr;

/// Less than this is no page, whatever stands on it.
const NARROWEST: u16 = 20;

/// The width at which those lines stay on a page of `width` columns, and the lines.
///
/// Layout counts `“`, `…`, `·` and others that Unicode calls ambiguous as one column, but terminals set up for Chinese draw
/// them two columns wide: where that leaves the page, the lines are laid out narrower.
pub(super) fn fitting(width: u16, lines: impl Fn(u16) -> Vec<String>) -> (u16, Vec<String>) {
    let mut at = width;
    loop {
        let laid = lines(at);
        let widest = laid.iter().map(|line| line.width_cjk()).max().unwrap_or_default();
        let over = u16::try_from(widest).unwrap_or(u16::MAX).saturating_sub(width);
        // What cannot be broken gains nothing by less room.
        if over == 0 || at <= NARROWEST || laid.iter().all(|line| line.width() == line.width_cjk()) {
            return (at, laid);
        }
        at = at.saturating_sub(over).max(NARROWEST);
    }
}
