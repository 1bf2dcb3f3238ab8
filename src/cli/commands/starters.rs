//! What starts the night's work without anybody typing: files to be clicked on, and lines for the system's own clock.

use crate::domain::{Lang, Message};
use crate::texts::Texts;
use std::path::{Path, PathBuf};

/// When the system does the night's work unless somebody changes the line.
const HOUR: u32 = 21;

/// The program and the workspace it is to work in, both with their whole paths on this machine.
pub struct Starters {
    pub program: PathBuf,
    pub workspace: PathBuf,
}

/// A file of the workspace that starts something.
pub struct Starter {
    pub name: String,
    pub text: String,
    /// Whether it must be allowed to run.
    pub is_program: bool,
}

impl Starters {
    /// A file to click on for Windows, and one for the others.
    pub fn files(&self, texts: &Texts) -> [Starter; 2] {
        let stem = texts.get("first-day-starter");
        [
            Starter { name: format!("{stem}.bat"), text: self.batch(texts), is_program: false },
            Starter { name: format!("{stem}.sh"), text: self.shell(texts), is_program: true },
        ]
    }

    /// For the command processor of Windows: it reads the lines after `chcp` as UTF-8, which paths may need. The workspace
    /// is the folder the file lies in, so that it may be moved; the dot keeps its last backslash from swallowing the quote.
    fn batch(&self, texts: &Texts) -> String {
        let program = self.program.display().to_string().replace('%', "%%");
        let remark = texts.get("first-day-starter-remark");
        let lines = [
            "@echo off".to_owned(),
            "chcp 65001 >nul".to_owned(),
            format!("rem {remark}"),
            format!("set \"HUIFANG={program}\""),
            "if not exist \"%HUIFANG%\" set \"HUIFANG=huifang\"".to_owned(),
            "\"%HUIFANG%\" -C \"%~dp0.\" nightly".to_owned(),
            "set \"ENDED=%ERRORLEVEL%\"".to_owned(),
            "pause".to_owned(),
            "exit /b %ENDED%".to_owned(),
        ];
        lines.map(|line| line + "\r\n").concat()
    }

    fn shell(&self, texts: &Texts) -> String {
        let remark = texts.get("first-day-starter-remark");
        let program = posix(&self.program);
        format!(
            "#!/bin/sh\n# {remark}\nhere=$(cd -- \"$(dirname -- \"$0\")\" && pwd) || exit 1\nprogram={program}\n\
             [ -x \"$program\" ] || program=huifang\nexec \"$program\" -C \"$here\" nightly \"$@\"\n"
        )
    }

    /// The line that puts it into the Task Scheduler of Windows (任务计划程序), to be run once.
    pub fn scheduled(&self, name: &str) -> String {
        let quoted = |path: &Path| {
            let path = path.display().to_string();
            // A backslash before a quote would quote it.
            let end = if path.ends_with('\\') { "." } else { "" };
            format!("\\\"{path}{end}\\\"")
        };
        let run = format!("{} -C {} nightly -q", quoted(&self.program), quoted(&self.workspace));
        let name = name.replace(['"', '\\', '/', ':', '*', '?', '<', '>', '|'], "");
        format!("schtasks /Create /F /SC DAILY /ST {HOUR}:00 /TN \"huifang {name}\" /TR \"{run}\"")
    }

    /// The line for the table of cron.
    pub fn cron(&self) -> String {
        let run = format!("{} -C {} nightly -q", posix(&self.program), posix(&self.workspace));
        // There a percent sign ends the command.
        format!("0 {HOUR} * * * {}", run.replace('%', "\\%"))
    }
}

/// A path as a shell of Unix takes it for one word.
fn posix(path: &Path) -> String {
    let path = path.display().to_string();
    // Only a zero byte cannot be quoted, and no path holds one.
    shlex::try_quote(&path).map(std::borrow::Cow::into_owned).unwrap_or(path)
}

/// What there is to read before anything else (先看我).
pub fn first_steps(starters: &Starters, name: &str, texts: &Texts) -> Starter {
    let [batch, shell] = starters.files(texts).map(|starter| starter.name);
    let paper = Message::new("first-day-paper")
        .with("name", name)
        .with("batch", batch)
        .with("shell", shell)
        .show("program", starters.program.display())
        .show("workspace", starters.workspace.display())
        .with("scheduled", starters.scheduled(name))
        .with("cron", starters.cron());
    // Notepad tells UTF-8 by its mark, and older ones break lines only so.
    let text = format!("\u{feff}{}\n", texts.say(&paper)).replace('\n', "\r\n");
    let name = match texts.lang() {
        Lang::Zh => "先看我.txt",
        Lang::En => "README-FIRST.txt",
    };
    Starter { name: name.to_owned(), text, is_program: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starters(program: &str, workspace: &str) -> Starters {
        Starters { program: program.into(), workspace: workspace.into() }
    }

    #[test]
    fn the_file_for_windows_says_what_to_run_in_its_own_folder() {
        let [batch, _] = starters("C:\\工具 100%\\huifang.exe", "D:\\店").files(&Texts::new(Lang::Zh));
        assert_eq!(batch.name, "每晚导入.bat");
        assert_eq!(batch.text.matches('\n').count(), batch.text.matches("\r\n").count());
        let lines: Vec<&str> = batch.text.lines().collect();
        assert_eq!(lines[..2], ["@echo off", "chcp 65001 >nul"]);
        // Nothing before the code page is set needs it.
        assert!(lines[..2].iter().all(|line| line.is_ascii()));
        assert_eq!(lines[3], "set \"HUIFANG=C:\\工具 100%%\\huifang.exe\"");
        assert_eq!(lines[5], "\"%HUIFANG%\" -C \"%~dp0.\" nightly");
    }

    #[test]
    fn the_lines_for_the_systems_clock_quote_their_paths() {
        let windows = starters("C:\\Program Files\\huifang.exe", "D:\\一 店");
        assert_eq!(
            windows.scheduled("一/店"),
            "schtasks /Create /F /SC DAILY /ST 21:00 /TN \"huifang 一店\" \
             /TR \"\\\"C:\\Program Files\\huifang.exe\\\" -C \\\"D:\\一 店\\\" nightly -q\""
        );
        assert!(starters("huifang", "D:\\").scheduled("店").contains("-C \\\"D:\\.\\\" nightly"));
        let unix = starters("/opt/hui fang/huifang", "/srv/100%/it's");
        let line = unix.cron();
        let run = line.strip_prefix("0 21 * * * ").unwrap().replace("\\%", "%");
        assert_eq!(shlex::split(&run).unwrap()[..3], ["/opt/hui fang/huifang", "-C", "/srv/100%/it's"]);
    }

    #[test]
    fn what_is_read_first_fits_a_screen_and_opens_in_notepad() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            let paper = first_steps(&starters("huifang", "店"), "店", &texts);
            assert!(paper.text.starts_with('\u{feff}'));
            assert_eq!(paper.text.matches('\n').count(), paper.text.matches("\r\n").count());
            let wide = paper.text.lines().find(|line| unicode_width::UnicodeWidthStr::width(*line) > 80);
            assert!(wide.is_none_or(|line| line.contains("schtasks") || line.contains("nightly -q")), "{wide:?}");
        }
    }
}
