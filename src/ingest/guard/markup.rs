//! The shape of a stretch of XML, measured without building anything: what a reader would have to hold.
//!
//! Guards calamine, which holds shared texts and a cell's text whole, however long or deep. It may go once calamine takes limits
//! of its own.

use std::io::{self, Read};

/// What was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MarkupSize {
    /// Bytes in all.
    pub bytes: u64,
    /// Tags that open something.
    pub tags: u64,
    /// Shared strings among them (`<si>`).
    pub items: u64,
    /// The longest tag or text between tags, in bytes.
    pub longest: u64,
    /// How deep the tags are nested at most.
    pub depth: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum TagState {
    Text,
    /// Right behind `<`, with the first bytes of the name.
    Name(u8),
    /// In a tag; the byte before.
    Tag(u8),
    Quoted(u8),
    Closing,
}

/// Measures XML to its end, or until it is deeper or has longer pieces than anything a spreadsheet program writes.
///
/// # Errors
/// It cannot be read to its end.
pub fn measure(mut from: impl Read) -> io::Result<MarkupSize> {
    let mut shape = MarkupSize::default();
    let mut buffer = vec![0; 1 << 16];
    let (mut state, mut depth, mut piece) = (TagState::Text, 0_u64, 0_u64);
    loop {
        let len = match from.read(&mut buffer) {
            Ok(0) => return Ok(shape),
            Ok(len) => len,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        shape.bytes += len as u64;
        for byte in buffer[..len].iter().copied() {
            piece += 1;
            state = match (state, byte) {
                (TagState::Text, b'<') => {
                    shape.longest = shape.longest.max(piece);
                    piece = 0;
                    TagState::Name(0)
                }
                (TagState::Text, _) => TagState::Text,
                (TagState::Name(0), b'/') => {
                    depth = depth.saturating_sub(1);
                    TagState::Closing
                }
                (TagState::Name(0), b'!' | b'?') => TagState::Closing,
                (TagState::Name(before), byte) => {
                    if before == 0 {
                        shape.tags += 1;
                        depth += 1;
                        shape.depth = shape.depth.max(depth);
                    }
                    shape.items += u64::from(before == b's' && byte == b'i');
                    match byte {
                        b'>' => TagState::Text,
                        b'/' => TagState::Tag(b'/'),
                        _ if before == 0 => TagState::Name(byte),
                        _ => TagState::Tag(byte),
                    }
                }
                (TagState::Tag(before), b'>') => {
                    depth = depth.saturating_sub(u64::from(before == b'/'));
                    TagState::Text
                }
                (TagState::Tag(_), b'"' | b'\'') => TagState::Quoted(byte),
                (TagState::Tag(_), _) => TagState::Tag(byte),
                (TagState::Quoted(quote), _) if byte == quote => TagState::Tag(byte),
                (TagState::Quoted(quote), _) => TagState::Quoted(quote),
                (TagState::Closing, b'>') => TagState::Text,
                (TagState::Closing, _) => TagState::Closing,
            };
        }
        shape.longest = shape.longest.max(piece);
        if !shape.is_sane() {
            return Ok(shape);
        }
    }
}

impl MarkupSize {
    /// Whether spreadsheet programs write such XML.
    pub const fn is_sane(&self) -> bool {
        self.depth <= 256 && self.longest <= 32 << 20
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(xml: &str) -> (u64, u64, u64, u64) {
        let shape = measure(xml.as_bytes()).unwrap();
        (shape.tags, shape.items, shape.depth, shape.longest)
    }

    #[test]
    fn tags_and_their_depth_are_counted() {
        assert_eq!(shape("<?xml?><a><b/><c d='/>' e=\">\"><f></f></c></a>").0, 4);
        assert_eq!(shape("<a><b/><c><f></f></c></a>").2, 3);
        assert_eq!(shape("<a><b/><b/><b/></a>").2, 2);
        assert_eq!(shape("<sst><si><t>x</t></si><si/></sst>").1, 2);
    }

    #[test]
    fn the_longest_piece_is_a_text_or_a_tag() {
        assert_eq!(shape("<a>12345678901234567890</a>").3, 23);
        assert!(!measure("<a>".repeat(300).as_bytes()).unwrap().is_sane());
    }
}
