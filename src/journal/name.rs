//! Which names are one file's.

/// The name without what copying and downloading add to it: ` (2)`, `（2）`, ` - 副本`, `副本`, ` - Copy`, `Copy of `.
pub fn plain(file: &str) -> String {
    let (stem, ending) = match file.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => (stem, Some(ending)),
        _ => (file, None),
    };
    let mut plain = stem.trim();
    while let Some(shorter) = without_mark(plain) {
        plain = shorter;
    }
    match ending {
        Some(ending) => format!("{plain}.{}", ending.to_lowercase()),
        None => plain.to_owned(),
    }
}

/// The name without one mark at its end or beginning; none if it has none, or consists of nothing else.
fn without_mark(name: &str) -> Option<&str> {
    let shorter = without_number(name).or_else(|| without_copy(name)).or_else(|| without_beginning(name))?;
    let shorter = shorter.trim();
    (!shorter.is_empty()).then_some(shorter)
}

/// Without ` (2)`: a number of two digits at the most, since a year in brackets tells sheets apart.
fn without_number(name: &str) -> Option<&str> {
    let inside = name.strip_suffix([')', '）'])?;
    let (before, number) = inside.rsplit_once(['(', '（'])?;
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(before)
}

/// Without ` - 副本`, ` - 副本 2`, `_副本`, ` - Copy`, ` copy 2`.
fn without_copy(name: &str) -> Option<&str> {
    let bare = name.trim_end_matches(|char: char| char.is_ascii_digit());
    // A number belongs to the mark only with a mark before it.
    let bare = if name.len() - bare.len() <= 2 { bare.trim_end() } else { name };
    let joint = |char: char| char.is_whitespace() || ['-', '_', '—', '–', '－'].contains(&char);
    if let Some(before) = bare.strip_suffix("副本") {
        return Some(before.trim_end_matches(joint));
    }
    let start = bare.len().checked_sub("copy".len()).filter(|at| bare.is_char_boundary(*at))?;
    let (before, mark) = bare.split_at(start);
    (mark.eq_ignore_ascii_case("copy") && before.ends_with(joint)).then(|| before.trim_end_matches(joint))
}

/// Without `副本 ` or `Copy of ` before it.
fn without_beginning(name: &str) -> Option<&str> {
    if let Some(after) = name.strip_prefix("副本") {
        return Some(after.trim_start_matches(|char: char| char.is_whitespace() || ['-', '_'].contains(&char)));
    }
    let (mark, after) = name.split_at_checked("copy of ".len())?;
    mark.eq_ignore_ascii_case("copy of ").then_some(after)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn copies_of_a_file_bear_its_name() {
        for copy in [
            "出货.csv",
            "出货(2).csv",
            "出货 (12).csv",
            "出货（2）.csv",
            "出货 - 副本.csv",
            "出货 - 副本 (2).csv",
            "出货-副本.csv",
            "出货副本.csv",
            "出货 副本 2.CSV",
            "副本 出货.csv",
            "出货 - Copy.csv",
            "出货 - Copy (3).csv",
            "Copy of 出货.csv",
        ] {
            assert_eq!(plain(copy), "出货.csv", "{copy}");
        }
    }

    #[test]
    fn what_tells_files_apart_stays() {
        for name in
            ["出货(2026).csv", "出货 11-02.csv", "出货.xlsx", "副本.csv", "(2).csv", "photocopy.csv", "出货2.csv"]
        {
            assert_eq!(plain(name), name);
        }
    }
}
