//! Text as a cell of a workbook can hold it.

use crate::render::visible::visible;

/// What a cell of a workbook can hold, in UTF-16 units.
const LONGEST_CELL: usize = 32_767;

/// The text without what would steer the program that shows it; what no cell can hold ends with `…`.
pub fn stored(text: &str) -> String {
    let text = visible(text);
    if text.encode_utf16().count() <= LONGEST_CELL {
        return text.into_owned();
    }
    let mut room = LONGEST_CELL - 1;
    let fits = |c: &char| match room.checked_sub(c.len_utf16()) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_cell_can_hold_is_seen_to_go_on() {
        let fits = "长".repeat(LONGEST_CELL);
        assert_eq!(stored(&fits), fits);
        let cut = stored(&"长".repeat(LONGEST_CELL + 1));
        assert_eq!(cut.chars().count(), LONGEST_CELL);
        assert!(cut.ends_with("长…"));
    }
}
