//! The shape of a stretch of XML, measured without building anything: what a reader would have to hold.

use std::io::{self, Read};

/// What was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape {
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
enum State {
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
pub fn measure(mut from: impl Read) -> io::Result<Shape> {
    let mut shape = Shape::default();
    let mut buffer = vec![0; 1 << 16];
    let (mut state, mut depth, mut piece) = (State::Text, 0_u64, 0_u64);
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
                (State::Text, b'<') => {
                    shape.longest = shape.longest.max(piece);
                    piece = 0;
                    State::Name(0)
                }
                (State::Text, _) => State::Text,
                (State::Name(0), b'/') => {
                    depth = depth.saturating_sub(1);
                    State::Closing
                }
                (State::Name(0), b'!' | b'?') => State::Closing,
                (State::Name(before), byte) => {
                    if before == 0 {
                        shape.tags += 1;
                        depth += 1;
                        shape.depth = shape.depth.max(depth);
                    }
                    shape.items += u64::from(before == b's' && byte == b'i');
                    match byte {
                        b'>' => State::Text,
                        b'/' => State::Tag(b'/'),
                        _ if before == 0 => State::Name(byte),
                        _ => State::Tag(byte),
                    }
                }
                (State::Tag(before), b'>') => {
                    depth = depth.saturating_sub(u64::from(before == b'/'));
                    State::Text
                }
                (State::Tag(_), b'"' | b'\'') => State::Quoted(byte),
                (State::Tag(_), _) => State::Tag(byte),
                (State::Quoted(quote), _) if byte == quote => State::Tag(byte),
                (State::Quoted(quote), _) => State::Quoted(quote),
                (State::Closing, b'>') => State::Text,
                (State::Closing, _) => State::Closing,
            };
        }
        shape.longest = shape.longest.max(piece);
        if !shape.is_sane() {
            return Ok(shape);
        }
    }
}

impl Shape {
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
