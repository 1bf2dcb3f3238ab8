//! Where rejected rows go (退回清单): one file for each file that has any, in the workspace's `rejects/`.

use super::rejections::{ArrivingRow, EarlierRejections, FirstPlace, MARK, first_name};
use crate::cli::context::fault::ReadableError;
use crate::cli::context::workspace::Workspace;
use crate::domain::{Arg, Message};
use crate::files;
use crate::ingest::{RejectsWriter, SheetInfo};
use crate::journal::{Import, KnownRejection, Rejected, Settlement};
use crate::texts::Texts;
use anyhow::Result;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// A row as it stood in a table of the file that is being taken in.
#[derive(Clone, Copy)]
pub struct RejectedCells<'r> {
    pub line: u32,
    /// In a file of rejected rows its number where it stood first.
    pub first: Option<u32>,
    pub cells: &'r [String],
    /// Which of them are wrong.
    pub wrong: &'r [usize],
}

/// The rejected rows of one file, and which of those of before it settles.
pub struct Rejects {
    before: Rc<EarlierRejections>,
    folder: PathBuf,
    /// The file they are of.
    file: String,
    stem: OsString,
    batch: u64,
    /// None is written where one alone keeps everything out.
    is_written: bool,
    writer: Option<RejectsWriter>,
    /// The table that was written to last.
    table: Option<usize>,
    noted: Vec<Rejected>,
    settled: Vec<(u64, Settlement)>,
    /// The files that hold rows which were refused before as they are.
    standing: BTreeSet<String>,
}

impl Rejects {
    /// Those of a file in a batch. There is no file of them until there is a row.
    pub fn of(
        path: &Path,
        batch: u64,
        is_written: bool,
        before: Rc<EarlierRejections>,
        workspace: &Workspace,
    ) -> Rejects {
        Rejects {
            before,
            folder: workspace.rejects(),
            file: crate::cli::context::place::file_name(path),
            stem: path.file_stem().unwrap_or_default().to_owned(),
            batch,
            is_written,
            writer: None,
            table: None,
            noted: Vec::new(),
            settled: Vec::new(),
            standing: BTreeSet::new(),
        }
    }

    /// A row was taken in, and stands in that sheet of the journal: it may settle one of before.
    pub fn taken(&mut self, info: &SheetInfo, row: RejectedCells<'_>, latest: u32) {
        let before = Rc::clone(&self.before);
        let settled = before.outstanding(&coming(&self.file, info, row));
        self.settled.extend(settled.iter().map(|noted| (noted.id, Settlement::In(latest))));
    }

    /// Writes a row of that table with everything that is wrong with it, unless that was done before; says whether the very row
    /// was refused before and has been corrected or dealt with since.
    pub fn row(
        &mut self,
        (table, info): (usize, &SheetInfo),
        row: RejectedCells<'_>,
        reasons: &[Message],
        texts: &Texts,
    ) -> Result<bool> {
        let before = Rc::clone(&self.before);
        let file = self.file.clone();
        let coming = coming(&file, info, row);
        let place = before.place(&coming);
        let outstanding = before.outstanding(&coming);
        let is_same = before.same(&place, row.cells).next().is_some();
        let is_settled = is_same && outstanding.is_empty();
        if is_settled || !self.is_written {
            return Ok(is_settled);
        }
        // Refused before as it is, it waits where it was written to.
        let is_there = |noted: &&&KnownRejection| self.folder.join(&noted.row.written).is_file();
        match outstanding.iter().find(is_there).filter(|_| is_same) {
            Some(standing) => drop(self.standing.insert(standing.row.written.clone())),
            None => self.write((table, info), row, place, &outstanding, reasons, texts)?,
        }
        Ok(false)
    }

    /// Writes the row, which stands for those of before from now on.
    fn write(
        &mut self,
        (table, info): (usize, &SheetInfo),
        row: RejectedCells<'_>,
        place: FirstPlace,
        before: &[&KnownRejection],
        reasons: &[Message],
        texts: &Texts,
    ) -> Result<()> {
        let writer = match &mut self.writer {
            Some(writer) => writer,
            None => {
                if row.first.is_some() {
                    self.stem = Path::new(&first_name(&self.file)).file_stem().unwrap_or_default().to_owned();
                }
                let new = new_folder(&self.folder);
                for folder in [&self.folder, &new] {
                    files::create_folder(folder).map_err(|error| ReadableError::place(folder, &error))?;
                }
                let name = free(&self.folder, &self.stem, self.batch, RejectsWriter::ending(info.format), &self.before);
                self.writer.insert(RejectsWriter::new(&new.join(name), info.format))
            }
        };
        if self.table != Some(table) {
            writer.sheet(info, |message| texts.say(message));
            self.table = Some(table);
        }
        writer
            .row(place.line, row.cells, row.wrong, &texts.joined(reasons.iter().map(|reason| texts.say(reason))))
            .map_err(ReadableError::from)?;
        let written = writer.current().file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.settled.extend(before.iter().map(|noted| (noted.id, Settlement::Again(self.file.clone()))));
        let FirstPlace { file, sheet, line } = place;
        let (cells, wrong) = (row.cells.to_vec(), row.wrong.to_vec());
        let reasons = reasons.iter().cloned().map(Arg::from).collect();
        self.noted.push(Rejected { file, sheet, line, kind: info.kind, cells, wrong, reasons, written });
        Ok(())
    }

    /// Ends the file, hands it over and says where it will be; a text file with several tables has one for each of them. Where
    /// all rows stand in files of before, the first of these.
    pub fn finish(mut self, put: &mut StagedRejects) -> Result<Option<PathBuf>> {
        let written = match self.writer.take() {
            Some(writer) => writer.finish().map_err(ReadableError::from)?,
            None => Vec::new(),
        };
        put.folder.clone_from(&self.folder);
        let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_owned();
        let here = written.iter().map(name).chain(self.standing.iter().map(OsString::from));
        let here: Vec<PathBuf> = here.map(|name| self.folder.join(name)).collect();
        put.new.extend(written);
        put.noted.extend(self.noted.drain(..).map(|row| (row, self.file.clone())));
        put.settled.append(&mut self.settled);
        let first = here.first().cloned();
        put.paths.extend(here);
        Ok(first)
    }
}

impl Drop for Rejects {
    fn drop(&mut self) {
        if let Some(writer) = self.writer.take() {
            let new = writer.finish().unwrap_or_default();
            clear(&self.folder, &new);
        }
    }
}

fn coming<'r>(file: &'r str, info: &'r SheetInfo, row: RejectedCells<'r>) -> ArrivingRow<'r> {
    let RejectedCells { line, first, cells, .. } = row;
    ArrivingRow { file, sheet: info.sheet.as_deref(), kind: info.kind, line, first, cells }
}

/// Files of rejected rows and what the journal is to know of them. Until the import is done they lie in a folder of their own;
/// those of an import that comes to nothing go with it: nothing was rejected then.
#[derive(Default)]
pub struct StagedRejects {
    folder: PathBuf,
    new: Vec<PathBuf>,
    /// Where rejected rows are to be corrected.
    paths: BTreeSet<PathBuf>,
    noted: Vec<(Rejected, String)>,
    settled: Vec<(u64, Settlement)>,
}

impl StagedRejects {
    /// Notes in the journal what was rejected, and in which file it lies.
    pub fn note(&mut self, import: &mut Import<'_>) {
        self.noted.drain(..).for_each(|(row, of)| import.reject(row, &of));
        self.settled.drain(..).for_each(|(id, by)| import.settle(id, by));
    }

    /// The import is done: they get to where they stay.
    ///
    /// # Errors
    /// One cannot be moved; the next import tries again.
    pub fn keep(mut self) -> Result<Vec<PathBuf>> {
        for new in std::mem::take(&mut self.new) {
            let to = self.folder.join(new.file_name().unwrap_or_default());
            match std::fs::rename(&new, &to) {
                // The next import came in between.
                Err(_) if to.exists() => {}
                moved => moved.map_err(|error| ReadableError::io(&to, &error))?,
            }
        }
        Ok(std::mem::take(&mut self.paths).into_iter().collect())
    }
}

impl Drop for StagedRejects {
    fn drop(&mut self) {
        if !self.folder.as_os_str().is_empty() {
            clear(&self.folder, &self.new);
        }
    }
}

/// Removes files of rejected rows that are not to be. Best effort: the next import tries again.
fn clear(folder: &Path, new: &[PathBuf]) {
    new.iter().for_each(|path| drop(std::fs::remove_file(path)));
    let _ = std::fs::remove_dir(new_folder(folder));
}

/// Where files of rejected rows lie while the import is under way.
fn new_folder(folder: &Path) -> PathBuf {
    folder.join(".new")
}

/// Ends what a killed import has left: files of rows that the journal knows get to their place, others were never rejected.
///
/// # Errors
/// A file cannot be moved or removed.
pub fn recover(folder: &Path, before: &EarlierRejections) -> Result<()> {
    let new = new_folder(folder);
    let Ok(entries) = std::fs::read_dir(&new) else { return Ok(()) };
    let names = before.names();
    for entry in entries.flatten() {
        let (path, to) = (entry.path(), folder.join(entry.file_name()));
        let is_known = entry.file_name().to_str().is_some_and(|name| names.contains(name)) && !to.exists();
        let done = if is_known { std::fs::rename(&path, &to) } else { std::fs::remove_file(&path) };
        done.map_err(|error| ReadableError::place(&path, &error))?;
    }
    clear(folder, &[]);
    Ok(())
}

/// A name in the folder that no file has or had: rejected rows of before may still be worked on.
///
/// Another name than the original's: replacing that with this would take its good rows out.
fn free(folder: &Path, stem: &std::ffi::OsStr, batch: u64, ending: &str, before: &EarlierRejections) -> OsString {
    let named = |behind: &str| files::fitting(stem, format!("{MARK}{batch}{behind}.{ending}"));
    let numbered = (2..).map(|number| named(&format!("-{number}")));
    let known = before.names();
    let is_free = |name: &OsString| {
        !known.contains(&*name.to_string_lossy())
            && !folder.join(name).exists()
            && !new_folder(folder).join(name).exists()
    };
    std::iter::once(named("")).chain(numbered).find(is_free).unwrap_or_else(|| named(""))
}
