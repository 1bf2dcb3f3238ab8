//! Names made of other names must still be names that a disk takes.

use std::ffi::{OsStr, OsString};
use std::path::Path;

/// What a name may be long, in bytes: so it is on Unix, and Windows counts no more than as many of its own units.
const LONGEST: usize = 255;

/// The name with a number before its ending (`回访 (2).csv`): for one that is taken.
pub fn numbered(name: &OsStr, number: u32) -> OsString {
    let path = Path::new(name);
    let mut behind = OsString::from(format!(" ({number})"));
    if let Some(ending) = path.extension() {
        behind.push(".");
        behind.push(ending);
    }
    fitting(path.file_stem().unwrap_or_default(), &behind)
}

/// `stem` with `behind` after it, the stem shortened where both together are too long for a name. It is cut between
/// characters, so that what is left can still be read.
pub fn fitting(stem: &OsStr, behind: impl AsRef<OsStr>) -> OsString {
    let behind = behind.as_ref();
    let room = LONGEST.saturating_sub(behind.len());
    let mut name = match stem.to_str() {
        _ if stem.len() <= room => stem.to_owned(),
        Some(text) => OsString::from(&text[..text.floor_char_boundary(room)]),
        // No text, so there are no characters that could be cut in two which are not already broken.
        None => shortened(stem, room),
    };
    name.push(behind);
    name
}

/// The name without what a disk refuses, on Windows too: such characters become `_`, and it ends in no dot or space.
pub fn without_unsafe(name: &str) -> String {
    let is_unsafe = |c: char| c.is_control() || "\\/:*?\"<>|".contains(c);
    let safe: String = name.chars().map(|c| if is_unsafe(c) { '_' } else { c }).collect();
    safe.trim_end_matches(['.', ' ']).trim_start().to_owned()
}

#[cfg(unix)]
fn shortened(stem: &OsStr, room: usize) -> OsString {
    use std::os::unix::ffi::OsStrExt;
    let bytes = stem.as_bytes();
    OsStr::from_bytes(&bytes[..room.min(bytes.len())]).to_owned()
}

#[cfg(windows)]
fn shortened(stem: &OsStr, room: usize) -> OsString {
    use std::os::windows::ffi::{OsStrExt, OsStringExt};
    let units: Vec<u16> = stem.encode_wide().take(room).collect();
    OsString::from_wide(&units)
}

#[cfg(not(any(unix, windows)))]
fn shortened(stem: &OsStr, room: usize) -> OsString {
    let text = stem.to_string_lossy();
    OsString::from(&text[..text.floor_char_boundary(room)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_too_long_is_cut_between_characters() {
        let fit = |stem: &str, behind: &str| fitting(stem.as_ref(), behind).into_string().unwrap();
        assert_eq!(fit("回访", "-rejects-1.csv"), "回访-rejects-1.csv");
        // 82 characters of three bytes are 246 bytes: 14 more do not go.
        assert_eq!(fit(&"名".repeat(82), "-rejects-1.csv"), "名".repeat(80) + "-rejects-1.csv");
        assert_eq!(fit(&"a".repeat(255), ""), "a".repeat(255));
        assert_eq!(fit(&"a".repeat(255), "b"), "a".repeat(254) + "b");
        assert_eq!(numbered("回访.csv".as_ref(), 2), "回访 (2).csv");
        assert_eq!(numbered("名单".as_ref(), 12), "名单 (12)");
        assert_eq!(numbered(format!("{}.csv", "a".repeat(251)).as_ref(), 2), *format!("{} (2).csv", "a".repeat(247)));
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_is_cut_too() {
        use std::os::unix::ffi::OsStrExt;
        let long = [0xB1; 300];
        assert_eq!(fitting(OsStr::from_bytes(&long), ".csv").len(), 255);
        assert_eq!(fitting(OsStr::from_bytes(&long[..9]), ".csv").len(), 13);
    }
}
