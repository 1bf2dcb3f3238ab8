//! Somebody at a real terminal of 80 columns and 24 lines: what shows on it, and the keys they press.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::clerk::Clerk;
use portable_pty::{Child, CommandBuilder, PtyPair, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Whatever takes longer hangs.
const LONGEST: Duration = Duration::from_secs(100);

/// A command of the program at work on a terminal.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    read: Receiver<Vec<u8>>,
    shown: Vec<u8>,
}

impl Terminal {
    /// Starts it in the clerk's folder, in Chinese, with those variables.
    pub fn of(clerk: &Clerk, vars: &[(&str, &str)], args: &[&str]) -> Terminal {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let PtyPair { master, slave } = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_huifang"));
        command.cwd(clerk.path("."));
        command.args(args);
        for gone in ["HUIFANG_WORKSPACE", "PAGER", "LESS"] {
            command.env_remove(gone);
        }
        for (name, value) in [("HUIFANG_LANG", "zh"), ("NO_COLOR", "1"), ("TERM", "xterm")].iter().chain(vars) {
            command.env(name, value);
        }
        let child = slave.spawn_command(command).unwrap();
        let keys = master.take_writer().unwrap();
        let mut from = master.try_clone_reader().unwrap();
        let (to, read) = channel();
        // A terminal whose last program has ended cannot be read any more.
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count) = from.read(&mut buffer)
                && count > 0
                && to.send(buffer[..count].to_vec()).is_ok()
            {}
        });
        Terminal { child, keys, read, shown: Vec::new() }
    }

    /// Waits until that text shows.
    pub fn sees(&mut self, text: &str) {
        while !self.shown().contains(text) {
            let Ok(more) = self.read.recv_timeout(LONGEST) else { panic!("no “{text}” in {}", self.shown()) };
            self.shown.extend(more);
        }
    }

    /// Presses those keys.
    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits for its end: the exit code and all that was shown.
    pub fn end(mut self) -> (u32, String) {
        while let Ok(more) = self.read.recv_timeout(LONGEST) {
            self.shown.extend(more);
        }
        (self.child.wait().unwrap().exit_code(), self.shown())
    }

    fn shown(&self) -> String {
        String::from_utf8_lossy(&self.shown).replace("\r\n", "\n")
    }
}
