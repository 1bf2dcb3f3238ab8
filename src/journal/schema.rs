use super::{JournalError, index};
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// What a step does beside its SQL, to the rows that are there.
type Fill = fn(&Connection) -> rusqlite::Result<()>;
/// Each step from one version of the schema to the next; the version is the number of steps done.
const STEPS: &[(&str, Option<Fill>)] = &[
    (include_str!("schema.sql"), None),
    (include_str!("schema/knowing.sql"), None),
    (include_str!("schema/index.sql"), None),
    (include_str!("schema/taking.sql"), None),
    (include_str!("schema/settling.sql"), None),
    (include_str!("schema/history.sql"), Some(index::fill)),
    (include_str!("schema/rejecting.sql"), None),
    (include_str!("schema/saying.sql"), None),
];
/// Marks the file as ours (`HFJ1`).
const APPLICATION: i32 = 0x4846_4A31;
/// KiB of pages kept in memory, so that a big import rarely has to write before its end.
const CACHE: i32 = -65_536;

/// Makes a connection fit to work with: settings, and the schema of this version.
pub fn prepare(connection: &mut Connection, file: &Path) -> Result<(), JournalError> {
    let at = |error| JournalError::of(error, file);
    let number = |connection: &Connection, name: &str| -> rusqlite::Result<i32> {
        connection.pragma_query_value(None, name, |row| row.get(0))
    };
    let application = number(connection, "application_id").map_err(at)?;
    let version = number(connection, "user_version").map_err(at)?;
    let tables: u32 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(at)?;
    let is_fresh = application == 0 && version == 0 && tables == 0;
    if application != APPLICATION && !is_fresh {
        return Err(JournalError::NotAJournal { file: file.to_owned() });
    }
    let done = usize::try_from(version).unwrap_or(0);
    if done > STEPS.len() {
        return Err(JournalError::Newer { file: file.to_owned() });
    }
    // EXTRA also makes the removal of the rollback journal last through a power cut: a batch said to be in is in.
    let settings = format!(
        "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; PRAGMA cache_size = {CACHE}; PRAGMA temp_store = MEMORY;"
    );
    connection.execute_batch(&settings).map_err(at)?;
    if done < STEPS.len() {
        migrate(connection).map_err(at)?;
    }
    connection.execute_batch(include_str!("live.sql")).map_err(at)
}

fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have come first while this one waited.
    let done: usize = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (sql, fill) in STEPS.iter().skip(done) {
        transaction.execute_batch(sql)?;
        fill.map(|fill| fill(&transaction)).transpose()?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", STEPS.len())?;
    transaction.commit()
}
