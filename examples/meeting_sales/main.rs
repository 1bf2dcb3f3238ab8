//! Makes the ledgers under `examples/meeting-sales`: three months of a branch that does not exist.
//!
//! `cargo run --example meeting_sales` writes the same files every time.

mod branch;

use std::path::Path;

fn main() -> anyhow::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(branch::FOLDER);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    for (name, bytes) in branch::ledgers()? {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap_or(&folder))?;
        std::fs::write(path, bytes)?;
    }
    Ok(())
}
