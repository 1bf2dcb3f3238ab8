//! Whole outputs, compared with `tests/golden/explain`. `UPDATE_GOLDEN=1 cargo test --test it explain` writes them anew.

use std::path::Path;

/// What differs from the one kept, if anything does.
pub fn difference(name: &str, made: &str) -> Option<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/explain").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, made).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    (kept != made).then(|| format!("--- {name} as kept\n{kept}\n+++ as made\n{made}"))
}

/// Holds that none differs.
pub fn hold(differences: impl IntoIterator<Item = Option<String>>) {
    let differences: Vec<String> = differences.into_iter().flatten().collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
