//! Where rejected rows go (退回清单): one file for each file that has any, in the workspace's `rejects/`.

use crate::cli::fault::Said;
use crate::cli::workspace::Workspace;
use crate::domain::Message;
use crate::files;
use crate::ingest::{RejectsWriter, SheetInfo};
use crate::texts::Texts;
use anyhow::Result;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The rejected rows of one file.
pub struct Rejects {
    folder: PathBuf,
    /// The name of the file they are of, without its ending.
    stem: OsString,
    batch: u64,
    writer: Option<RejectsWriter>,
    /// The table that was written to last.
    table: Option<usize>,
}

impl Rejects {
    /// Those of a file in a batch. There is no file of them until there is a row.
    pub fn of(file: &Path, batch: u64, workspace: &Workspace) -> Rejects {
        let stem = file.file_stem().unwrap_or_default().to_owned();
        Rejects { folder: workspace.rejects(), stem, batch, writer: None, table: None }
    }

    /// Writes a row of that table with everything that is wrong with it.
    pub fn row(
        &mut self,
        (table, info): (usize, &SheetInfo),
        line: u32,
        cells: &[String],
        reasons: &[Message],
        texts: &Texts,
    ) -> Result<()> {
        let writer = match &mut self.writer {
            Some(writer) => writer,
            None => {
                files::create_folder(&self.folder).map_err(|error| Said::place(&self.folder, &error))?;
                let path = free(&self.folder, &self.stem, self.batch, RejectsWriter::ending(info.format));
                self.writer.insert(RejectsWriter::new(&path, info.format))
            }
        };
        if self.table != Some(table) {
            writer.sheet(info, |message| texts.say(message));
            self.table = Some(table);
        }
        let reason = texts.joined(reasons.iter().map(|reason| texts.say(reason)));
        writer.row(line, cells, &reason).map_err(Said::from)?;
        Ok(())
    }

    /// Ends the file, hands it over and says where it is; a text file with several tables has one for each of them.
    pub fn finish(mut self, put: &mut Put) -> Result<Option<PathBuf>> {
        let Some(writer) = self.writer.take() else { return Ok(None) };
        let written = writer.finish().map_err(Said::from)?;
        let first = written.first().cloned();
        put.paths.extend(written);
        Ok(first)
    }
}

impl Drop for Rejects {
    fn drop(&mut self) {
        if let Some(writer) = self.writer.take() {
            drop(Put { paths: writer.finish().unwrap_or_default() });
        }
    }
}

/// Files of rejected rows. Those of an import that comes to nothing go with it: nothing was rejected then.
#[derive(Default)]
pub struct Put {
    paths: Vec<PathBuf>,
}

impl Put {
    /// The import is done: they stay.
    pub fn keep(mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.paths)
    }
}

impl Drop for Put {
    fn drop(&mut self) {
        // Best effort: one that cannot be removed is never read by itself.
        self.paths.iter().for_each(|path| drop(std::fs::remove_file(path)));
    }
}

/// A name in the folder that no file has: rejected rows of before may still be worked on.
///
/// Another name than the original's: replacing that with this would take its good rows out.
fn free(folder: &Path, stem: &OsStr, batch: u64, ending: &str) -> PathBuf {
    let named = |behind: &str| folder.join(files::fitting(stem, format!("-rejects-{batch}{behind}.{ending}")));
    let numbered = (2..).map(|number| named(&format!("-{number}")));
    let mut names = std::iter::once(named("")).chain(numbered);
    names.find(|path| !path.exists()).unwrap_or_else(|| named(""))
}
