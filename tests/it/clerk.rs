//! Somebody at the command line, in a folder of their own.
#![allow(clippy::unwrap_used, dead_code)]

use assert_cmd::Command;
use huifang::cli::Env;
use std::cell::RefCell;
use std::fs;
use std::io::{self, Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;
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

/// A channel that keeps what is written to it.
#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<u8>>>);

impl Kept {
    fn said(&self) -> String {
        String::from_utf8(self.0.take()).unwrap()
    }
}

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
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

    pub fn zh_in(&self, folder: &str, args: &[&str]) -> Said {
        self.run("zh", folder, args)
    }

    /// In a folder below, in Chinese, at a terminal: to somebody who answers that to what is asked.
    pub fn answered(&self, folder: &str, args: &[&str], answer: &str) -> Said {
        let (stdout, stderr) = (Kept::default(), Kept::default());
        let env = Env {
            args: ["huifang", "--lang", "zh"].iter().chain(args).map(Into::into).collect(),
            vars: [("NO_COLOR".into(), "1".into())].into(),
            folder: self.path(folder),
            stdin: Box::new(Cursor::new(answer.to_owned())),
            stdin_is_terminal: true,
            stdout: Box::new(stdout.clone()),
            stderr: Box::new(stderr.clone()),
            stderr_is_terminal: true,
            ..Env::of_process()
        };
        let ended = huifang::cli::run(env);
        let code = (0..=u8::MAX).find(|code| ExitCode::from(*code) == ended).unwrap();
        Said { code: code.into(), stdout: stdout.said(), stderr: stderr.said() }
    }

    pub fn run(&self, lang: &str, folder: &str, args: &[&str]) -> Said {
        let mut command = Command::cargo_bin("huifang").unwrap();
        command.current_dir(self.path(folder)).args(args);
        // Wide, so that what is said stands on one line; how pages are broken is tested on its own.
        command.env("HUIFANG_LANG", lang).env("COLUMNS", "160").env_remove("HUIFANG_WORKSPACE");
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Said { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}
