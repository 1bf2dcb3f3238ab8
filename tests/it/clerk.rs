//! Somebody at the command line, in a folder of their own.
#![allow(clippy::unwrap_used, dead_code)]

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What a command answered.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Said {
    pub fn done(stdout: &str) -> Said {
        Said { code: 0, stdout: stdout.to_owned(), stderr: String::new() }
    }

    pub fn failed(code: i32, stderr: &str) -> Said {
        Said { code, stdout: String::new(), stderr: stderr.to_owned() }
    }
}

pub struct Clerk {
    folder: TempDir,
}

impl Clerk {
    pub fn new() -> Clerk {
        Clerk { folder: tempfile::tempdir().unwrap() }
    }

    /// Leaves the folder for somebody to look at.
    pub fn keep(self) -> PathBuf {
        self.folder.keep()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).unwrap();
        fs::write(path, content).unwrap();
    }

    pub fn zh(&self, args: &[&str]) -> Said {
        self.run("zh", ".", args)
    }

    pub fn en(&self, args: &[&str]) -> Said {
        self.run("en", ".", args)
    }

    /// In a folder below.
    pub fn en_in(&self, folder: &str, args: &[&str]) -> Said {
        self.run("en", folder, args)
    }

    fn run(&self, lang: &str, folder: &str, args: &[&str]) -> Said {
        let mut command = Command::cargo_bin("huifang").unwrap();
        command.current_dir(self.path(folder)).args(args);
        command.env("HUIFANG_LANG", lang).env_remove("HUIFANG_WORKSPACE");
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Said { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}
