//! Whole outputs compared with files that are kept. `UPDATE_GOLDEN=1 cargo test --test it NAME` writes them anew; look at what
//! changed before keeping it.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

/// How what was made differs from the kept file of that path below the project's folder; none: not at all.
pub fn difference(path: impl AsRef<Path>, made: &str) -> Option<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path.as_ref());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, made).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    (kept != made).then(|| format!("{}: - kept, + made\n{}", path.as_ref().display(), differing(&kept, made)))
}

/// Holds that nothing differs; says of all that does.
pub fn hold(differences: impl IntoIterator<Item = Option<String>>) {
    let differences: Vec<String> = differences.into_iter().flatten().collect();
    assert!(
        differences.is_empty(),
        "{} differ; UPDATE_GOLDEN=1 writes them anew\n\n{}",
        differences.len(),
        differences.join("\n")
    );
}

/// The lines between what both begin with and what both end with.
fn differing(kept: &str, made: &str) -> String {
    let (kept, made): (Vec<&str>, Vec<&str>) = (kept.split('\n').collect(), made.split('\n').collect());
    let same = kept.iter().zip(&made).take_while(|(kept, made)| kept == made).count();
    let shorter = kept.len().min(made.len()) - same;
    let end = kept.iter().rev().zip(made.iter().rev()).take(shorter).take_while(|(kept, made)| kept == made).count();
    let signed = |sign, lines: &[&str]| lines.iter().map(|line| format!("{sign} {line}\n")).collect::<String>();
    let at = format!("from line {}\n", same + 1);
    at + &signed('-', &kept[same..kept.len() - end]) + &signed('+', &made[same..made.len() - end])
}

#[test]
fn what_differs_is_shown_without_what_does_not() {
    assert_eq!(differing("a\nb\nc\n", "a\nd\nc\n"), "from line 2\n- b\n+ d\n");
    assert_eq!(differing("a\na\n", "a\n"), "from line 2\n- a\n");
    assert_eq!(differing("", "a"), "from line 1\n- \n+ a\n");
}
