//! Which sheets of before held rows of a file already: taken out, they leave rows missing that the file did not add.

use super::JournalError;
use super::counting::Counting;
use super::origin::Origin;
use super::store::{Remark, SharedFile, Store};
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
    /// Its name.
    pub file: String,
    /// Where it lay when it came in.
    pub path: PathBuf,
    /// The digest of its bytes, by which it is found where it was moved to.
    pub hash: [u8; 32],
}

impl SharedSheets {
    /// Begins the next file of the import.
    pub fn file(&mut self, origin: &Origin) {
        self.files.push((origin.clone(), BTreeSet::new()));
    }

    /// Forgets what was noted of the file, which is left out.
    pub fn undo_file(&mut self) {
        self.files.pop();
    }

    /// A row of the file stood in these sheets.
    pub fn on(&mut self, sources: impl IntoIterator<Item = u32>) {
        if let Some((_, leant_on)) = self.files.last_mut() {
            leant_on.extend(sources);
        }
    }

    /// Writes the sheets shared into the journal.
    pub fn write(&self, batch: Option<u64>, store: &dyn Store) -> Result<(), JournalError> {
        for (origin, sheets) in &self.files {
            for sheet in sheets {
                store.remark(&Remark::Shared(SharedFile { batch, origin: origin.clone(), sheet: *sheet }))?;
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
pub(super) fn again(
    gone: &BTreeSet<u32>,
    counting: &Counting,
    store: &dyn Store,
) -> Result<Vec<FileToReimport>, JournalError> {
    let gone_sheets = counting.sheets.iter().filter(|sheet| gone.contains(&sheet.id));
    let hashes: BTreeSet<[u8; 32]> = gone_sheets.map(|sheet| sheet.origin.hash).collect();
    let mut found = BTreeSet::new();
    for sheet in gone {
        for SharedFile { batch, origin: Origin { file, path, hash }, .. } in store.sharing(*sheet)? {
            // A file that is itself out stays out.
            if counting.counts_if_any(batch, Some(&file)) && !hashes.contains(&hash) {
                found.insert(FileToReimport { batch, file, path: path.into(), hash });
            }
        }
    }
    Ok(found.into_iter().collect())
}
