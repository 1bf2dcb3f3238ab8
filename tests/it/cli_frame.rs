//! The command line's frame: words in both languages, wrong usage, a new workspace.

use crate::clerk::{Clerk, Said};
use huifang::domain::{Lang, Message};
use huifang::texts::Texts;

#[test]
fn wrong_usage_is_answered_in_both_languages_with_exit_code_2() {
    let clerk = Clerk::new();
    let day = |lang| {
        let texts = Texts::new(lang);
        let why = Message::new("ingest-date-year-last").with("value", "11.12.2026");
        texts.say(&Message::new("cli-usage-day").with("value", "11.12.2026").with("why", why))
    };
    for (args, zh, en) in [
        (
            &["init"][..],
            "错误：缺少：<文件夹>\n怎么办：请看“huifang init --help”\n",
            "error: missing: <DIR>\nwhat to do: see `huifang init --help`\n",
        ),
        (
            &["int", "shop"],
            "错误：没有命令“int”；是不是要写 init\n怎么办：请看“huifang --help”\n",
            "error: there is no command `int`; did you mean init?\nwhat to do: see `huifang --help`\n",
        ),
        (
            &["init", "shop", "--as-of", "11.12.2026"],
            &format!("错误：“--as-of <日期>”：{}\n怎么办：请看“huifang --help”\n", day(Lang::Zh)),
            &format!("error: `--as-of <DATE>`: {}\nwhat to do: see `huifang --help`\n", day(Lang::En)),
        ),
        (
            &["init", "shop", "--fromat", "csv"],
            "错误：没有参数“--fromat”；是不是要写“--format”\n怎么办：请看“huifang init --help”\n",
            "error: there is no argument `--fromat`; did you mean `--format`?\nwhat to do: see `huifang init --help`\n",
        ),
        (
            &["init", "shop", "-q", "-v"],
            "错误：“--quiet”不能和 --verbose 一起用\n怎么办：请看“huifang init --help”\n",
            "error: `--quiet` cannot be combined with --verbose\nwhat to do: see `huifang init --help`\n",
        ),
        (
            &["init", "shop", "--preset", "meeting"],
            "错误：没有制度模板“meeting”；已有的是 meeting-sales\n",
            "error: there is no preset `meeting`; known are meeting-sales\n",
        ),
        (
            &["init", "shop", "more"],
            "错误：这里不该有“more”\n怎么办：请看“huifang init --help”\n",
            "error: `more` cannot be used there\nwhat to do: see `huifang init --help`\n",
        ),
    ] {
        assert_eq!(clerk.zh(args), Said::failed(2, zh), "{args:?}");
        assert_eq!(clerk.en(args), Said::failed(2, en), "{args:?}");
    }
    assert!(!clerk.path("shop").exists());
}

#[test]
fn a_day_thousands_of_years_ahead_is_taken_for_a_slip() {
    let clerk = Clerk::new();
    assert_eq!(clerk.en(&["init", "shop"]).code, 0);
    for args in [&["owners", "--as-of", "9999-12-31"][..], &["due", "--on", "9999-12-31"]] {
        let asked = |ask: fn(&Clerk, &[&str]) -> Said| ask(&clerk, &[&["-C", "shop"], args].concat());
        let (zh, en) = (asked(Clerk::zh), asked(Clerk::en));
        assert_eq!((zh.code, en.code), (2, 2), "{args:?}");
        assert!(zh.stderr.starts_with("错误：9999-12-31 太远了，最远到 "), "{}", zh.stderr);
        assert!(en.stderr.starts_with("error: 9999-12-31 is too far ahead; "), "{}", en.stderr);
    }
    assert_eq!(clerk.en(&["-C", "shop", "owners", "--as-of", "2030-12-31"]).code, 0);
}

#[test]
fn a_new_workspace_says_what_comes_next() {
    let clerk = Clerk::new();
    let said = clerk.en(&["init", "shop"]);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    let lines: Vec<&str> = said.stdout.lines().collect();
    assert_eq!(lines[0], "shop is a workspace now, with the preset `meeting-sales`.");
    assert!(lines[2].contains("README-FIRST.txt"), "{}", lines[2]);
    assert!(lines[4].ends_with("huifang -C shop nightly"), "{}", lines[4]);
    let (windows, unix) = (lines[lines.len() - 2].trim(), lines[lines.len() - 1].trim());
    let shop = clerk.path("shop").display().to_string();
    assert!(windows.starts_with("schtasks /Create") && windows.contains(&shop), "{windows}");
    assert!(unix.starts_with("0 21 * * * ") && unix.contains(&shop), "{unix}");
    for made in [
        "shop/huifang.toml",
        "shop/policy.toml",
        "shop/huifang.db",
        "shop/inbox",
        "shop/reports",
        "shop/templates/sale.xlsx",
        "shop/README-FIRST.txt",
        "shop/every-evening.bat",
        "shop/every-evening.sh",
    ] {
        assert!(clerk.path(made).exists(), "{made}");
    }
    assert_eq!(
        clerk.zh(&["init", "shop"]),
        Said::failed(1, "错误：“shop”已经是工作区\n怎么办：用“-C”指明它，或换一个文件夹\n")
    );
}

#[test]
fn a_folder_that_is_in_the_way_is_named() {
    let clerk = Clerk::new();
    clerk.write("shop", "not a folder");
    let said = clerk.en(&["init", "shop"]);
    assert_eq!(said.code, 1);
    let error = format!("error: `{}`: it exists already\n", clerk.path("shop").display());
    assert_eq!(said.stderr, format!("{error}what to do: choose another name\n"));
}

#[test]
fn help_is_whole_in_both_languages() {
    let clerk = Clerk::new();
    let zh = clerk.zh(&["init", "--help"]);
    assert_eq!(zh.code, 0);
    let head = "新建工作区：制度、台账库、空白台账 templates、收件箱 inbox 和报表 reports\n\n用法：huifang init <文件夹> [选项]\n\n参数：\n  <文件夹>  文件夹；没有就新建\n";
    assert!(zh.stdout.starts_with(head), "{}", zh.stdout);
    let en = clerk.en(&["--help"]);
    assert_eq!(en.code, 0);
    for text in [&zh.stdout, &en.stdout, &clerk.zh(&["--help"]).stdout] {
        assert_eq!(text.contains("Usage:"), text == &en.stdout, "{text}");
    }
    assert_eq!(clerk.en(&["-V"]).stdout, format!("huifang {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_shells_script_knows_the_commands() {
    let said = Clerk::new().zh(&["completions", "bash"]);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    assert!(said.stdout.contains("huifang__subcmd__init"), "{}", said.stdout);
}

#[test]
fn help_can_be_asked_for_as_a_command() {
    let clerk = Clerk::new();
    assert_eq!(clerk.zh(&["help", "init"]), clerk.zh(&["init", "--help"]));
    assert_eq!(clerk.en(&["help"]), clerk.en(&["--help"]));
    assert_eq!(
        clerk.en(&["help", "inti"]),
        Said::failed(2, "error: there is no command `inti`\nwhat to do: see `huifang --help`\n")
    );
}

#[test]
fn whoever_stops_reading_is_no_error() {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_huifang"));
    let piped = std::process::Stdio::piped;
    let mut child = command.args(["completions", "bash"]).stdout(piped()).stderr(piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(0), String::new()));
}

#[test]
fn a_format_that_is_not_there_stops_the_command_before_it_does_anything() {
    let clerk = Clerk::new();
    let refused =
        Said::failed(2, "error: this cannot be written as `html`\nwhat to do: choose one of table, csv, json\n");
    assert_eq!(clerk.en(&["init", "shop", "--format", "html"]), refused);
    assert_eq!(clerk.en(&["init", "shop", "-o", "made.html"]), refused);
    let unknown = clerk.en(&["init", "shop", "--format", "pdf"]);
    assert!(
        unknown.code == 2 && unknown.stderr.starts_with("error: `pdf` is not a value for `--format"),
        "{unknown:?}"
    );
    assert!(!clerk.path("shop").exists());
}
