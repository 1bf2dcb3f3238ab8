//! Which sheets of before held rows of a file already: taken out, they leave rows missing that the file did not add.

use super::origin::Origin;
use rusqlite::{Connection, params};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Of each file of an import, the sheets in which rows of it stood already.
#[derive(Default)]
pub(super) struct SharedSheets {
    files: Vec<(Origin, BTreeSet<u32>)>,
}

/// A file that has to come in again, because rows of it stood in what was taken out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileToReimport {
    /// The batch it came in with; none: it brought nothing new.
    pub batch: Option<u64>,
    pub file: String,
    /// Where it lay when it came in.
    pub path: PathBuf,
    /// The digest of its bytes, by which it is found where it was moved to.
    pub hash: [u8; 32],
}

impl SharedSheets {
    /// The next file.
    pub fn file(&mut self, origin: &Origin) {
        self.files.push((origin.clone(), BTreeSet::new()));
    }

    /// The file is left out again.
    pub fn undo_file(&mut self) {
        self.files.pop();
    }

    /// A row of the file stood in these sheets.
    pub fn on(&mut self, sources: impl IntoIterator<Item = u32>) {
        if let Some((_, leant_on)) = self.files.last_mut() {
            leant_on.extend(sources);
        }
    }

    /// Writes it down.
    pub fn write(&self, batch: Option<u64>, connection: &Connection) -> rusqlite::Result<()> {
        let add = "INSERT OR IGNORE INTO leant (batch, file, path, hash, source) VALUES (?1, ?2, ?3, ?4, ?5)";
        let mut add = connection.prepare_cached(add)?;
        for (origin, sources) in &self.files {
            for source in sources {
                add.execute(params![batch, origin.file, origin.path, &origin.hash[..], source])?;
            }
        }
        Ok(())
    }

    pub fn is_empty(&self) -> bool {
        self.files.iter().all(|(_, sources)| sources.is_empty())
    }
}

/// The files that leant on sheets which count no longer and did so before; those with the very bytes of what is taken out are
/// not meant to come in again.
pub(super) fn again(gone: &BTreeSet<u32>, connection: &Connection) -> rusqlite::Result<Vec<FileToReimport>> {
    let mut hash_of = connection.prepare("SELECT hash FROM source WHERE id = ?1")?;
    let hashes = gone.iter().map(|source| hash_of.query_row([source], |row| row.get(0)));
    let hashes: BTreeSet<[u8; 32]> = hashes.collect::<rusqlite::Result<_>>()?;
    // A file that is itself out stays out.
    let leant = "SELECT batch, file, path, hash FROM leant
                 WHERE source = ?1 AND (batch IS NULL OR (batch IN (SELECT id FROM live_batch)
                     AND (batch, file) NOT IN (SELECT batch, file FROM out WHERE file IS NOT NULL)))";
    let mut leant = connection.prepare(leant)?;
    let mut found = BTreeSet::new();
    for source in gone {
        let files = leant.query_map([source], |row| {
            let path: String = row.get(2)?;
            Ok(FileToReimport { batch: row.get(0)?, file: row.get(1)?, path: path.into(), hash: row.get(3)? })
        })?;
        for file in files {
            found.insert(file?);
        }
    }
    Ok(found.into_iter().filter(|file| !hashes.contains(&file.hash)).collect())
}
