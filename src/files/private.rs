//! Only the owner may read what the program writes: people's telephone numbers stand in nearly all of it.
//!
//! Unix has bits for it (0600, folders 0700). On Windows a file inherits who may read it from its folder, which for a folder of
//! one's own is nobody else, so nothing is to be done there.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::Path;

/// An empty file of that name; what was in one of before is gone, and who else could read it no longer can.
pub fn create(path: &Path) -> io::Result<File> {
    let file = owned(OpenOptions::new().write(true).create(true).truncate(true)).open(path)?;
    keep_private(path)?;
    Ok(file)
}

/// The file of that name, or a new one, to be read and written; what is in it stays.
pub fn open_or_create(path: &Path) -> io::Result<File> {
    owned(OpenOptions::new().read(true).write(true).create(true).truncate(false)).open(path)
}

/// The file of that name, or a new one, to be written on at its end.
pub fn append(path: &Path) -> io::Result<File> {
    owned(OpenOptions::new().create(true).append(true)).open(path)
}

/// The folder with all those above it that are missing; one that is there stays as it is.
pub fn create_folder(path: &Path) -> io::Result<()> {
    owned_folder(DirBuilder::new().recursive(true)).create(path)
}

#[cfg(unix)]
fn owned(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600)
}

#[cfg(not(unix))]
fn owned(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(unix)]
fn owned_folder(builder: &mut DirBuilder) -> &mut DirBuilder {
    use std::os::unix::fs::DirBuilderExt;
    builder.mode(0o700)
}

#[cfg(not(unix))]
fn owned_folder(builder: &mut DirBuilder) -> &mut DirBuilder {
    builder
}

/// Takes from everybody but the owner what they may do with a file that came from elsewhere. What is no plain file, such as
/// a pipe, is left alone.
///
/// # Errors
/// It is somebody else's.
#[cfg(unix)]
pub fn keep_private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let about = std::fs::metadata(path)?;
    if !about.is_file() || about.permissions().mode() & 0o077 == 0 {
        return Ok(());
    }
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(about.permissions().mode() & 0o700))
}

/// Takes from everybody but the owner what they may do with a file that came from elsewhere: the folder it lies in does.
///
/// # Errors
/// None here.
#[cfg(not(unix))]
pub fn keep_private(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Lets its owner run a file as a program.
#[cfg(unix)]
pub fn make_runnable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700))
}

/// Lets its owner run a file as a program: Windows asks for its ending only.
#[cfg(not(unix))]
pub fn make_runnable(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::os::unix::fs::PermissionsExt;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn nobody_else_reads_what_is_made_here() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        create_folder(&at("a/b")).unwrap();
        create(&at("a/new")).unwrap();
        append(&at("a/log")).unwrap();
        open_or_create(&at("a/lock")).unwrap();
        assert_eq!([mode(&at("a")), mode(&at("a/b"))], [0o700; 2]);
        assert_eq!([mode(&at("a/new")), mode(&at("a/log")), mode(&at("a/lock"))], [0o600; 3]);
    }

    #[test]
    fn a_file_of_before_is_emptied_and_closed_to_others_and_a_folder_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (file, shared) = (folder.path().join("list"), folder.path().join("shared"));
        std::fs::write(&file, "old").unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
        create(&file).unwrap().write_all(b"new").unwrap();
        assert_eq!((std::fs::read(&file).unwrap().as_slice(), mode(&file)), (b"new".as_slice(), 0o600));
        std::fs::create_dir(&shared).unwrap();
        std::fs::set_permissions(&shared, std::fs::Permissions::from_mode(0o775)).unwrap();
        create_folder(&shared).unwrap();
        assert_eq!(mode(&shared), 0o775);
    }
}
