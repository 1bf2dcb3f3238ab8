//! What a text file is written in, and reading it as UTF-8 with plain line ends.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Decoder, DecoderResult, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use std::io::{self, Read};

/// An encoding of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// GB18030, and with it GBK and GB2312.
    Gb18030,
    Utf16Le,
    Utf16Be,
}

impl Encoding {
    fn decoder(self) -> Decoder {
        match self {
            Encoding::Utf8 => UTF_8.new_decoder_with_bom_removal(),
            Encoding::Gb18030 => GB18030.new_decoder_without_bom_handling(),
            Encoding::Utf16Le => UTF_16LE.new_decoder_with_bom_removal(),
            Encoding::Utf16Be => UTF_16BE.new_decoder_with_bom_removal(),
        }
    }
}

/// What was learnt by reading a text file once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextSurvey {
    pub encoding: Encoding,
    /// Its quotation marks do not pair up, so one of them was never closed.
    pub odd_quotes: bool,
    pub has_tabs: bool,
    pub has_semicolons: bool,
    /// It reads as GB18030, but may have been meant as Big5.
    pub maybe_big5: bool,
}

/// What a file that is neither UTF-8 nor GB18030 may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    Big5,
    Unknown,
}

/// Finds out the encoding: a byte order mark settles it, then strict UTF-8, then strict GB18030; the inner error is that
/// it is neither.
///
/// # Errors
/// The file cannot be read.
pub fn survey(open: impl Fn() -> io::Result<std::fs::File>) -> io::Result<Result<TextSurvey, Unreadable>> {
    let mut start = [0_u8; 3];
    let len = read_up_to(&mut open()?, &mut start)?;
    let candidates: &[Encoding] = match &start[..len] {
        [0xFF, 0xFE, ..] => &[Encoding::Utf16Le],
        [0xFE, 0xFF, ..] => &[Encoding::Utf16Be],
        [0xEF, 0xBB, 0xBF] => &[Encoding::Utf8],
        _ => &[Encoding::Utf8, Encoding::Gb18030],
    };
    for encoding in candidates {
        if let Some(survey) = survey_if_strict(&mut open()?, *encoding)? {
            let maybe_big5 = *encoding == Encoding::Gb18030 && looks_like_big5(&mut open()?)?;
            return Ok(Ok(TextSurvey { maybe_big5, ..survey }));
        }
    }
    Ok(Err(if looks_like_big5(&mut open()?)? { Unreadable::Big5 } else { Unreadable::Unknown }))
}

fn looks_like_big5(file: &mut impl Read) -> io::Result<bool> {
    let mut start = vec![0; 1 << 16];
    let len = read_up_to(file, &mut start)?;
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&start[..len], true);
    Ok(detector.guess(None, Utf8Detection::Deny) == BIG5)
}

fn read_up_to(from: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut len = 0;
    while len < buffer.len() {
        match from.read(&mut buffer[len..]) {
            Ok(0) => break,
            Ok(read) => len += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(len)
}

/// What the file holds, if every byte of it is right in that encoding.
fn survey_if_strict(file: &mut impl Read, encoding: Encoding) -> io::Result<Option<TextSurvey>> {
    let mut decoder = encoding.decoder();
    let mut raw = vec![0_u8; 1 << 16];
    let mut text = vec![0_u8; 1 << 18];
    let mut survey =
        TextSurvey { encoding, odd_quotes: false, has_tabs: false, has_semicolons: false, maybe_big5: false };
    loop {
        let len = read_up_to(file, &mut raw)?;
        let last = len < raw.len();
        let mut from = &raw[..len];
        loop {
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(from, &mut text, last);
            let text = &text[..written];
            survey.odd_quotes ^= text.iter().filter(|byte| **byte == b'"').count() % 2 == 1;
            survey.has_tabs = survey.has_tabs || text.contains(&b'\t');
            survey.has_semicolons = survey.has_semicolons || text.contains(&b';');
            from = &from[read..];
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => return Ok(None),
            }
        }
        if last {
            return Ok(Some(survey));
        }
    }
}

/// No record of a ledger is so long; one that is has an opening quote that is never closed, or is no ledger.
const LONGEST_RECORD: usize = 4 << 20;

/// A text file read as UTF-8 in which every line, also the last, ends in `\n` alone.
pub struct Decoding<R> {
    inner: R,
    decoder: Decoder,
    raw: Vec<u8>,
    raw_at: usize,
    raw_len: usize,
    text: Vec<u8>,
    text_at: usize,
    text_len: usize,
    ended: bool,
    after_cr: bool,
    last_byte: u8,
    budget: usize,
    given: u64,
    /// Where the record begins that is being read.
    record_at: u64,
    /// How many of the last bytes given are line ends.
    line_ends: u64,
}

impl<R: Read> Decoding<R> {
    /// Reads from there.
    pub fn new(inner: R, encoding: Encoding) -> Self {
        Decoding {
            inner,
            decoder: encoding.decoder(),
            raw: vec![0; 1 << 16],
            raw_at: 0,
            raw_len: 0,
            text: vec![0; 1 << 18],
            text_at: 0,
            text_len: 0,
            ended: false,
            after_cr: false,
            last_byte: b'\n',
            budget: LONGEST_RECORD,
            given: 0,
            record_at: 0,
            line_ends: 0,
        }
    }

    /// How many bytes have been read from here.
    pub fn given(&self) -> u64 {
        self.given
    }

    /// Says that a new record begins there.
    pub fn refill(&mut self, at: u64) {
        self.budget = LONGEST_RECORD;
        self.record_at = at;
    }

    /// Takes what was given off what a record may still be long. Blank lines before it are passed over in silence and
    /// are no part of it.
    fn spend(&mut self, given: &[u8]) {
        self.given += given.len() as u64;
        let line_ends = given.iter().rev().take_while(|byte| **byte == b'\n').count();
        let before = if line_ends == given.len() { self.line_ends } else { 0 };
        self.line_ends = before + line_ends as u64;
        if self.line_ends < self.given.saturating_sub(self.record_at) {
            self.budget -= given.len();
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.text_at = 0;
        self.text_len = 0;
        if self.raw_at == self.raw_len && !self.ended {
            self.raw_len = read_up_to(&mut self.inner, &mut self.raw)?;
            self.raw_at = 0;
            self.ended = self.raw_len < self.raw.len();
        }
        let from = &self.raw[self.raw_at..self.raw_len];
        // The survey has found every byte right; a file changed since then shows replacement marks.
        let (_, read, written, _) = self.decoder.decode_to_utf8(from, &mut self.text, self.ended);
        self.raw_at += read;
        self.text_len = self.even_line_ends(written);
        Ok(())
    }

    /// Makes `\r\n` and `\r` one `\n`, in place.
    fn even_line_ends(&mut self, len: usize) -> usize {
        if !self.after_cr && !self.text[..len].contains(&b'\r') {
            return len;
        }
        let mut to = 0;
        for at in 0..len {
            let byte = self.text[at];
            let after_cr = std::mem::replace(&mut self.after_cr, byte == b'\r');
            if after_cr && byte == b'\n' {
                continue;
            }
            self.text[to] = if byte == b'\r' { b'\n' } else { byte };
            to += 1;
        }
        to
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.text_at == self.text_len {
            let at_end = self.ended && self.raw_at == self.raw_len;
            if at_end {
                if self.last_byte == b'\n' || buffer.is_empty() {
                    return Ok(0);
                }
                self.last_byte = b'\n';
                buffer[0] = b'\n';
                self.given += 1;
                return Ok(1);
            }
            self.fill()?;
        }
        if self.budget == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let len = buffer.len().min(self.text_len - self.text_at).min(self.budget);
        buffer[..len].copy_from_slice(&self.text[self.text_at..self.text_at + len]);
        self.text_at += len;
        self.spend(&buffer[..len]);
        if len > 0 {
            self.last_byte = buffer[len - 1];
        }
        Ok(len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], encoding: Encoding) -> String {
        let mut out = String::new();
        Decoding::new(bytes, encoding).read_to_string(&mut out).unwrap();
        out
    }

    fn found(bytes: &[u8]) -> Result<TextSurvey, Unreadable> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        std::fs::write(&path, bytes).unwrap();
        survey(|| std::fs::File::open(&path)).unwrap()
    }

    #[test]
    fn line_ends_are_one_kind_and_the_last_is_there() {
        assert_eq!(decoded(b"a\r\nb\rc\n\r\nd", Encoding::Utf8), "a\nb\nc\n\nd\n");
        assert_eq!(decoded(b"", Encoding::Utf8), "");
        assert_eq!(decoded(b"a\r", Encoding::Utf8), "a\n");
    }

    #[test]
    fn encodings_are_told_by_mark_and_by_strictness() {
        let encoding = |bytes: &[u8]| found(bytes).map(|survey| survey.encoding).ok();
        assert_eq!(encoding("电话".as_bytes()), Some(Encoding::Utf8));
        assert_eq!(encoding(b"\xEF\xBB\xBFphone"), Some(Encoding::Utf8));
        assert_eq!(encoding(b"\xB5\xE7\xBB\xB0"), Some(Encoding::Gb18030));
        assert_eq!(encoding(b"\xFF\xFE5u\xDD\x8B"), Some(Encoding::Utf16Le));
        assert_eq!(encoding(b"\xFE\xFFu5\x8B\xDD"), Some(Encoding::Utf16Be));
        assert_eq!(encoding(b"\xB5\xE7\xFF"), None);
        assert_eq!(decoded(b"\xB5\xE7\xBB\xB0", Encoding::Gb18030), "电话\n");
        assert_eq!(decoded(b"\xFE\xFFu5\x8B\xDD", Encoding::Utf16Be), "电话\n");
        assert_eq!(decoded(b"\xEF\xBB\xBFa", Encoding::Utf8), "a\n");
    }

    #[test]
    fn big5_is_suspected_whether_or_not_it_reads_as_something_else() {
        let (big5, _, _) =
            BIG5.encode("回訪日期,顧客姓名,聯絡電話,業務員,備註\n二月三日,王小明,無,張三,繁體中文的內容\n");
        match found(&big5) {
            Ok(survey) => assert!(survey.maybe_big5),
            Err(unreadable) => assert_eq!(unreadable, Unreadable::Big5),
        }
        let (gbk, _, _) =
            GB18030.encode("回访日期,顾客姓名,联系电话,业务员,备注\n二月三日,王小明,无,张三,简体中文的内容\n");
        assert!(!found(&gbk).unwrap().maybe_big5);
    }

    #[test]
    fn quotes_are_counted_over_the_whole_file() {
        assert!(found(b"a,\"b\n").unwrap().odd_quotes);
        assert!(!found(b"a,\"b\"\n").unwrap().odd_quotes);
    }

    #[test]
    fn a_record_without_end_is_given_up() {
        let endless = vec![b'a'; LONGEST_RECORD + 1];
        let mut out = Vec::new();
        let error = Decoding::new(&endless[..], Encoding::Utf8).read_to_end(&mut out).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
    }
}
