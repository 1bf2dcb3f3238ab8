//! A page of help: wrapped as Chinese and English are, with only what its command can do.

use crate::cli::context::choice::formats_of;
use crate::cli::context::words;
use crate::domain::Message;
use crate::texts::Texts;
use clap::{Arg, Command};
use textwrap::core::display_width;

/// A line's label and what it says.
type Entry = (String, String);

/// Who needs which commands, in the order of a day; what is in none of them stands under the last.
const GROUPS: [(&str, &[&str]); 5] = [
    ("help-group-begin", &["init", "demo", "templates", "help"]),
    ("help-group-clerk", &["nightly", "import", "status", "check", "batches", "revert", "restore"]),
    ("help-group-supervisor", &["due", "owners", "expiring", "disputes", "assign", "explain", "violations", "finding"]),
    ("help-group-hr", &["fines", "notices", "close"]),
    (
        "help-group-manager",
        &["changes", "verify", "policy", "rates", "report", "meetings", "customers", "forget", "completions"],
    ),
];

/// Options of every command that mean something to any of them; they are told on the first page only.
const COMMON: [&str; 7] = ["lang", "color", "no_pager", "quiet", "verbose", "help", "version"];

/// The other options of every command, as far as they mean something to that one.
fn meant(called: &str) -> &'static [&'static str] {
    match called {
        "init" | "demo" | "help" | "completions" => &[],
        "templates" | "nightly" => &["workspace", "as_of"],
        "import" | "revert" | "restore" | "finding" | "verify" => &["workspace", "as_of", "format", "output"],
        "batches" | "status" => &["workspace", "as_of", "known_at", "format", "output", "limit"],
        "policy" => &["workspace", "as_of", "known_at", "format", "output", "stamp"],
        _ => &["workspace", "as_of", "known_at", "format", "output", "limit", "reveal", "stamp"],
    }
}

/// What stands below the usage: the first page groups the commands, the others tell of arguments, options, examples.
/// `key` is that of the command's text, `globals` the options of every command with their help.
pub fn page(command: &Command, key: &str, globals: &[Arg], texts: &Texts, width: usize) -> String {
    let mut page = HelpPage { out: String::new(), width };
    let find = |key: &str| texts.find(key);
    let get = |key: &str| find(key).unwrap_or_default();
    if key == "help" {
        let mut left: Vec<&Command> = command.get_subcommands().collect();
        for (index, (group, names)) in GROUPS.iter().enumerate() {
            let is_last = index + 1 == GROUPS.len();
            let (mut here, rest): (Vec<&Command>, Vec<&Command>) =
                left.into_iter().partition(|inner| is_last || names.contains(&inner.get_name()));
            left = rest;
            here.sort_by_key(|inner| names.iter().position(|name| *name == inner.get_name()));
            page.section(&get(group), here.into_iter().map(described).collect());
        }
        let common = globals.iter().filter(|arg| COMMON.contains(&arg.get_id().as_str()));
        page.section(&get("help-heading-global"), common.map(entry).collect());
    } else {
        page.section(&get("help-heading-commands"), command.get_subcommands().map(described).collect());
        page.section(&get("help-heading-arguments"), command.get_positionals().map(entry).collect());
        let top = key.trim_start_matches("help-").split('-').next().unwrap_or_default();
        let own = command.get_arguments().filter(|arg| !arg.is_positional());
        let others = meant(top).iter().filter_map(|id| globals.iter().find(|arg| arg.get_id() == id));
        let others = others.filter(|_| !command.has_subcommands());
        let others = others.map(|arg| match arg.get_id().as_str() {
            "format" => (entry(arg).0, formats(top, texts)),
            _ => entry(arg),
        });
        page.section(&get("help-heading-options"), own.map(entry).chain(others).collect());
    }
    if let Some(examples) = find(&format!("{key}-examples")) {
        page.section(
            &get("help-heading-examples"),
            examples.lines().map(|line| (line.to_owned(), String::new())).collect(),
        );
    }
    for more in [find(&format!("{key}-more")), (key != "help").then(|| get("help-common"))].into_iter().flatten() {
        page.out.push('\n');
        more.lines().for_each(|line| page.wrapped(line, 0));
    }
    page.out.trim().to_owned()
}

/// A text on lines of that width.
pub fn wrapped(text: &str, width: usize) -> String {
    let mut page = HelpPage { out: String::new(), width };
    page.wrapped(text, 0);
    page.out.trim_end().to_owned()
}

/// What is said of `--format`: only what that command can write.
fn formats(called: &str, texts: &Texts) -> String {
    let known: Vec<String> = formats_of(called).into_iter().map(|format| words::shown(format.id(), texts)).collect();
    let help = texts.get("help-global-format");
    texts.say(&Message::new("help-choices").with("help", help).with("known", known))
}

fn described(command: &Command) -> Entry {
    // A page's own words say the rest.
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    (command.get_name().to_owned(), about)
}

fn entry(arg: &Arg) -> Entry {
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    if arg.is_positional() {
        return (arg.to_string(), help);
    }
    let short = arg.get_short().map(|short| format!("-{short}"));
    let long = arg.get_long().map(|long| format!("--{long}"));
    let names: Vec<String> = short.into_iter().chain(long).collect();
    let names = names.join(", ");
    let values = arg.get_value_names().filter(|_| arg.get_action().takes_values());
    let values = values.map(|values| values.iter().map(|value| format!(" <{value}>")).collect::<String>());
    (format!("{names}{}", values.unwrap_or_default()), help)
}

struct HelpPage {
    out: String,
    /// In columns of the terminal.
    width: usize,
}

impl HelpPage {
    fn section(&mut self, title: &str, entries: Vec<Entry>) {
        const WIDEST: usize = 26;
        if entries.is_empty() {
            return;
        }
        let colon = if title.is_ascii() { ":" } else { "：" };
        let bold = anstyle::Style::new().bold();
        self.out.push_str(&format!("\n{bold}{title}{colon}{bold:#}\n"));
        let widths = entries.iter().filter(|(_, said)| !said.is_empty()).map(|(label, _)| display_width(label));
        let column = widths.filter(|width| *width <= WIDEST).max().unwrap_or_default() + 4;
        for (label, said) in &entries {
            if said.is_empty() {
                self.wrapped(label, 2);
            } else if display_width(label) + 4 > column {
                self.wrapped(label, 2);
                self.wrapped(said, column);
            } else {
                let pad = " ".repeat(column - 2 - display_width(label));
                self.lines(said, &format!("  {label}{pad}"), column);
            }
        }
    }

    fn wrapped(&mut self, text: &str, indent: usize) {
        self.lines(text, &" ".repeat(indent), indent);
    }

    fn lines(&mut self, text: &str, first: &str, indent: usize) {
        let rest = " ".repeat(indent);
        let options = textwrap::Options::new(self.width).initial_indent(first).subsequent_indent(&rest);
        let options = options.word_separator(textwrap::WordSeparator::UnicodeBreakProperties);
        let options = options.word_splitter(textwrap::WordSplitter::NoHyphenation);
        for line in textwrap::wrap(text, options) {
            self.out.push_str(line.trim_end());
            self.out.push('\n');
        }
    }
}
