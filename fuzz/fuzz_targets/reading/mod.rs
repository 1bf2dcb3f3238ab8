//! Bytes as a file, through the whole reader and into a sink that holds what every reading must hold.

use huifang::domain::{Fact, Lang, Message};
use huifang::ingest::{
    IngestSettings, OffenceTerms, Pass, ReadError, ReadRow, RejectsWriter, SheetAnswer, SheetInfo, SheetTally, Sink,
    StaffFinder, read_file,
};
use huifang::texts::Texts;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::PathBuf;

/// What stays the same from one throw to the next.
pub struct Reader {
    path: PathBuf,
    settings: IngestSettings,
    texts: [Texts; 2],
}

impl Reader {
    /// Will read its bytes under that file name.
    pub fn new(name: &str) -> Reader {
        let dir = std::env::temp_dir().join(format!("huifang-fuzz-{}", std::process::id()));
        std::fs::create_dir_all(&dir).expect("a folder for the file");
        let offence =
            OffenceTerms { id: "poach".into(), titles: vec!["争抢资源".into()], range: None, needs_boxes: false };
        let settings = IngestSettings {
            kind: None,
            year: None,
            today: "2026-11-21".parse().expect("a day"),
            headings: BTreeMap::new(),
            roles: BTreeMap::new(),
            offences: vec![offence],
        };
        Reader { path: dir.join(name), settings, texts: [Texts::new(Lang::Zh), Texts::new(Lang::En)] }
    }

    /// Reads the bytes as an import does: rosters first, then everything, rejected rows into a file.
    pub fn read(&self, bytes: &[u8]) {
        std::fs::write(&self.path, bytes).expect("the file");
        let mut rosters = Holding { reader: self, roster: StaffFinder::default(), rejects: None, rows: 0, rejected: 0 };
        let _ = read_file(&self.path, Pass::Rosters, &self.settings, &StaffFinder::default(), &mut rosters);
        let roster = rosters.roster;
        let mut sink = Holding { reader: self, roster: StaffFinder::default(), rejects: None, rows: 0, rejected: 0 };
        match read_file(&self.path, Pass::All, &self.settings, &roster, &mut sink) {
            Ok(read) => {
                // A file that is taken says something of every sheet it holds.
                for sheet in &read.sheets {
                    sheet.remarks.iter().for_each(|message| self.say(message));
                    match &sheet.answer {
                        SheetAnswer::Read { .. } => {}
                        SheetAnswer::Broken { message, .. }
                        | SheetAnswer::Refused(message)
                        | SheetAnswer::Skipped(message) => self.say(message),
                    }
                }
            }
            Err(ReadError::File(message)) => self.say(&message),
            Err(ReadError::Sink(never)) => match never {},
        }
        if let Some(rejects) = sink.rejects {
            for path in rejects.finish().expect("a file of rejected rows") {
                std::fs::remove_file(path).expect("the file of rejected rows");
            }
        }
    }

    /// Both languages have words for it, and none of them steers a terminal.
    fn say(&self, message: &Message) {
        for texts in &self.texts {
            let said = texts.say(message);
            assert_ne!(said, message.key);
            assert!(!said.chars().any(|c| c.is_control() && c != '\n'), "{said:?}");
        }
    }
}

struct Holding<'a> {
    reader: &'a Reader,
    roster: StaffFinder,
    rejects: Option<RejectsWriter>,
    rows: u64,
    rejected: u64,
}

impl Sink for Holding<'_> {
    type Error = Infallible;

    fn sheet(&mut self, sheet: &SheetInfo) -> Result<(), Infallible> {
        (self.rows, self.rejected) = (0, 0);
        let ending = RejectsWriter::ending(sheet.format);
        let path = self.reader.path.with_file_name(format!("rejects.{ending}"));
        let rejects = self.rejects.get_or_insert_with(|| RejectsWriter::new(&path, sheet.format));
        rejects.sheet(sheet, |message| self.reader.texts[0].say(message));
        Ok(())
    }

    fn row(&mut self, row: ReadRow) -> Result<(), Infallible> {
        self.rows += 1;
        assert!(row.line > 0);
        let harmful = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        assert!(!row.cells.iter().any(|cell| cell.contains(harmful)), "{:?}", row.cells);
        row.warnings.iter().for_each(|message| self.reader.say(message));
        match &row.outcome {
            Ok(record) => {
                if let Fact::Staff(staff) = &record.fact {
                    self.roster.add(staff);
                }
            }
            Err(problems) => {
                self.rejected += 1;
                assert!(!problems.is_empty());
                problems.iter().for_each(|message| self.reader.say(message));
                if let Some(rejects) = &mut self.rejects {
                    let reason: Vec<String> = problems.iter().map(|it| self.reader.texts[1].say(it)).collect();
                    rejects.row(row.line, &row.cells, &row.wrong, &reason.join(";")).expect("a rejected row");
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, tally: &SheetTally) -> Result<(), Infallible> {
        assert_eq!((tally.rows, tally.rejected), (self.rows, self.rejected));
        Ok(())
    }
}
