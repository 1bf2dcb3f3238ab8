//! What something that is listed is called by: made of what it says and where it stands, so that it is the same tomorrow.

use crate::domain::{Arg, Books, Message, Seq};
use crate::journal::{Rejected, plain};
use crate::policy::short_id;

/// As many characters as tell the things of a house apart, and nobody minds typing.
const LENGTH: usize = 10;

/// Of what the rules came across or what was odd about a row.
pub fn of_observation(message: &Message, rows: &[Seq], books: &Books) -> String {
    let mut parts = vec![message.key.to_owned()];
    // That more rows have come in does not bring back what is blank in as many as before, nor what is blank in all.
    let count = |name: &str| message.args.iter().find(|(of, _)| *of == name).map(|(_, arg)| text(arg));
    let is_unused = count("blank") == count("rows");
    let counts = |name: &str| message.key != "cli-check-blank" || (name != "rows" && !(is_unused && name == "blank"));
    parts.extend(
        message.args.iter().filter(|(name, _)| counts(name)).map(|(name, arg)| format!("{name}={}", text(arg))),
    );
    let mut places: Vec<String> = match message.key {
        // Which row bears a name first hangs on the order of the files.
        "policy-check-several-names" => rows.iter().filter_map(|seq| phone(books, *seq)).collect(),
        _ => rows.iter().filter_map(|seq| place(books, *seq)).collect(),
    };
    places.sort();
    places.dedup();
    parts.extend(places);
    short("W", &parts)
}

/// The item for a rejected row, by the row's content and place.
pub fn of_rejected(row: &Rejected) -> String {
    let place =
        [plain(&row.file), row.sheet.clone().unwrap_or_default(), row.line.to_string(), row.kind.id().to_owned()];
    short("R", &place.into_iter().chain(row.cells.iter().cloned()).collect::<Vec<_>>())
}

fn short(prefix: &str, parts: &[String]) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let mut id = short_id(prefix, &parts);
    id.truncate(LENGTH);
    id
}

/// The same in every language.
fn text(arg: &Arg) -> String {
    match arg {
        Arg::Text(text) => text.clone(),
        Arg::Count(count) => count.to_string(),
        Arg::Phone(phone) => phone.masked(),
        Arg::Message(message) => {
            let args = message.args.iter().map(|(name, arg)| format!("{name}={}", text(arg)));
            format!("{}({})", message.key, args.collect::<Vec<_>>().join(","))
        }
        Arg::List(items) => items.iter().map(text).collect::<Vec<_>>().join("|"),
    }
}

/// Where a row stands, and what it says.
fn place(books: &Books, seq: Seq) -> Option<String> {
    let entry = books.entry(seq)?;
    let source = books.sources.get(entry.source as usize)?;
    let says = serde_json::to_string(&entry.record).unwrap_or_default();
    Some(format!("{}\n{}\n{}\n{says}", plain(&source.file), source.sheet.as_deref().unwrap_or_default(), entry.line))
}

fn phone(books: &Books, seq: Seq) -> Option<String> {
    Some(books.entry(seq)?.record.contact.as_ref()?.phone.as_str().to_owned())
}
